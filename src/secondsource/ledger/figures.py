"""The numbers of an entry by basis and unit, and where numbers of one basis contradict each other."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from secondsource.model.ledger import Conflict, DisputedValue, Figure
from secondsource.model.statement import Moment, Statement

# Rounding in the press ("5 billion" for 5.03) is no contradiction.
TOLERANCE = 0.03
_COMPARABLE = frozenset({"each", "total", "contract", "ceiling", "budget", "cumulative", "count", "stock", "advance"})
_OPEN_ABOVE = frozenset({"over", "at-least"})
_OPEN_BELOW = frozenset({"up-to", "under", "nearly"})
_DATED = frozenset({"delivering", "delivered"})


def figures(statements: Sequence[Statement]) -> tuple[Figure, ...]:
    """Every sum, count and measure with the statements that give it, equal ones together."""
    groups: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for statement in statements:
        for key in _keys(statement):
            groups[key].append(statement.id)
    made = [
        Figure(
            basis=str(basis),
            unit=unit,  # type: ignore[arg-type]
            currency=currency,  # type: ignore[arg-type]
            amount=amount,  # type: ignore[arg-type]
            high=high,  # type: ignore[arg-type]
            bound=bound,  # type: ignore[arg-type]
            as_of=as_of,  # type: ignore[arg-type]
            statements=tuple(sorted(set(idents))),
        )
        for (basis, unit, currency, amount, high, bound, as_of), idents in groups.items()
    ]
    return tuple(sorted(made, key=lambda f: (f.basis, f.currency or "", f.unit or "", f.amount, f.bound or "", f.as_of or "")))


def _keys(statement: Statement) -> Iterable[tuple[object, ...]]:
    for value in statement.values:
        yield (value.basis, None, value.currency, value.amount, value.high, value.bound, value.as_of)
    if statement.quantity is not None:
        counted = statement.quantity
        yield ("count", counted.unit or counted.role, None, counted.number, counted.high, counted.bound, None)
    claim = statement.claim
    if claim is not None and claim.amount is not None and not statement.values:
        yield ("count", claim.measure, None, claim.amount, claim.high, claim.bound, claim.period)


def conflicts(found: Sequence[Figure], statements: Sequence[Statement]) -> tuple[Conflict, ...]:
    """Different numbers of one basis and unit, and delivery dates that cannot both be."""
    groups: dict[tuple[str, str | None, str | None], list[Figure]] = defaultdict(list)
    for figure in found:
        if figure.basis in _COMPARABLE:
            groups[figure.basis, figure.unit, figure.currency].append(figure)
    made = []
    for (basis, unit, currency), group in sorted(groups.items(), key=lambda g: repr(g[0])):
        if any(not _agree(a, b) for a in group for b in group):
            name = "quantity" if basis == "count" and unit in ("ordered", "delivered", "requested") else None
            field = name or f"value ({basis}{', ' + (currency or unit or '') if currency or unit else ''})"
            made.append(
                Conflict(
                    field=field,
                    values=tuple(DisputedValue(value=printed(f), statements=f.statements) for f in group),
                )
            )
    return tuple(made) + _dates(statements)


def _agree(one: Figure, other: Figure) -> bool:
    low, high = _range(one)
    low_other, high_other = _range(other)
    return low <= high_other * (1 + TOLERANCE) and low_other <= high * (1 + TOLERANCE)


def _range(figure: Figure) -> tuple[float, float]:
    low, high = figure.amount, figure.high if figure.high is not None else figure.amount
    if figure.bound in _OPEN_ABOVE:
        high = float("inf")
    elif figure.bound in _OPEN_BELOW:
        low = 0.0 if figure.bound == "up-to" else low * 0.9
    elif figure.bound == "about":
        low, high = low * 0.95, high * 1.05
    return low, high


def printed(figure: Figure) -> str:
    """A figure in words: bound, number, currency or unit, basis."""
    amount = f"{figure.amount:,.0f}" if figure.amount == int(figure.amount) else f"{figure.amount:,}"
    high = f" to {figure.high:,.0f}" if figure.high is not None else ""
    parts = [figure.bound if figure.bound not in (None, "range") else None, figure.currency, amount + high, figure.unit]
    return " ".join(p for p in parts if p)


def _dates(statements: Sequence[Statement]) -> tuple[Conflict, ...]:
    """First-delivery dates of different voices that do not meet."""
    groups: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        moment = _moment(statement)
        if statement.status in _DATED and statement.polarity == "affirmed" and moment and moment.start and moment.end:
            groups[statement.status or ""].append(statement)
    made = []
    for status, group in sorted(groups.items()):
        apart = [
            (a, b)
            for a in group
            for b in group
            if a.report != b.report and a.modality == b.modality and _apart(_moment(a), _moment(b))
        ]
        if apart:
            values = _by_value(group, lambda s: _moment(s))
            made.append(Conflict(field=f"date of {status}", values=values))
    return tuple(made)


def _moment(statement: Statement) -> Moment | None:
    return statement.date if statement.modality == "asserted" else statement.expected


def _apart(one: Moment | None, other: Moment | None) -> bool:
    if one is None or other is None:
        return False
    return (one.start or "") > (other.end or "") or (other.start or "") > (one.end or "")


def _by_value(group: Sequence[Statement], of: Callable[[Statement], Moment | None]) -> tuple[DisputedValue, ...]:
    values: dict[str, list[str]] = defaultdict(list)
    for statement in group:
        moment = of(statement)
        if moment is not None:
            values[f"{moment.start} to {moment.end}" if moment.start != moment.end else str(moment.start)].append(statement.id)
    return tuple(DisputedValue(value=v, statements=tuple(sorted(ids))) for v, ids in sorted(values.items()))
