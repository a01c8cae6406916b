"""Where numbers or dates of one thing contradict each other: like with like only.

Sums conflict on one basis and in one currency, counts in one role and unit, first deliveries in one status; and only
where the same matter of the same time is told by two reports or two voices. A bound, a range and the rounding of the
press are respected. A conversion in brackets belongs to its sum: who agrees on the sum does not differ on the
conversion.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import floor, inf, log10

from secondsource.ledger.days import days_apart
from secondsource.ledger.steps import moment_of
from secondsource.model.ledger import Conflict, DisputedValue
from secondsource.model.report import Report
from secondsource.model.statement import Quantity, Statement, Value

_SUMS = frozenset(
    {"each", "total", "contract", "ceiling", "not-to-exceed", "budget", "cumulative", "stock", "advance", "estimate"}
)
_COUNTS = frozenset({"requested", "ceiling", "ordered", "option"})
# "5 billion" may stand for 4.5 to 5.5, never for more than a tenth to either side.
_MOST_ROUNDING = 0.1
# Half of the last printed place is what a correct rounding may hide; counted pieces below a thousand are not rounded.
_EXACT_BELOW = 1000
_BELOW, _ABOUT, _ABOVE = 0.9, 0.05, 1.5
# A date that slips from one year's report to the next is news, not a contradiction.
_ONE_TELLING_DAYS = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """One printed number of a statement: what it is compared within, and the numbers it can mean."""

    statement: Statement
    field: str
    low: float
    high: float
    words: str
    basis: str | None = None


def conflicts(statements: Sequence[Statement], reports: Mapping[str, Report]) -> tuple[Conflict, ...]:
    """Different numbers of one thing, and first-delivery dates that cannot both be."""
    told = [
        s
        for s in statements
        if not s.reworded and s.stance not in ("denies", "no-comment") and s.polarity == "affirmed"
    ]
    fields: dict[str, list[_Said]] = defaultdict(list)
    for said in (one for statement in told for one in _said(statement)):
        fields[said.field].append(said)
    found = [_conflict(group) for _, group in sorted(fields.items())]
    return tuple(c for c in found if c is not None) + _dates(told, reports)


def _said(statement: Statement) -> Iterable[_Said]:
    for value in statement.values:
        if value.basis in _SUMS:
            low, high = _range(value.amount, value.high, value.bound, _rounding(value.amount))
            field = f"value ({value.basis}, {value.currency or 'currency not said'})"
            yield _Said(statement=statement, field=field, low=low, high=high, words=_sum(value), basis=value.basis)
    quantity = statement.quantity
    if quantity is not None and quantity.role in _COUNTS:
        rounding = 0.0 if quantity.number < _EXACT_BELOW else _rounding(quantity.number)
        low, high = _range(quantity.number, quantity.high, quantity.bound, rounding)
        field = f"quantity ({quantity.role}{', ' + quantity.unit if quantity.unit else ''})"
        yield _Said(statement=statement, field=field, low=low, high=high, words=_count(quantity))
    claim = statement.claim
    if claim is not None and claim.amount is not None and not statement.values:
        low, high = _range(claim.amount, claim.high, claim.bound, _rounding(claim.amount))
        words = _printed(claim.bound, claim.amount, claim.high, None, claim.unit)
        yield _Said(statement=statement, field=f"value ({claim.measure})", low=low, high=high, words=words)


def _conflict(group: Sequence[_Said]) -> Conflict | None:
    apart = ((a, b) for a, b in _pairs(_distinct(group)) if a.low > b.high or b.low > a.high)
    if not any(_differ(x, y, group[0].basis) for a, b in apart for x, y in _meetings(a, b, group)):
        return None
    values: dict[str, set[str]] = defaultdict(set)
    for said in group:
        values[said.words].add(said.statement.id)
    ordered = sorted(values, key=lambda words: (min(s.low for s in group if s.words == words), words))
    return Conflict(
        field=group[0].field,
        values=tuple(DisputedValue(value=words, statements=tuple(sorted(values[words]))) for words in ordered),
    )


def _distinct(group: Sequence[_Said]) -> list[_Said]:
    return list({s.words: s for s in sorted(group, key=lambda s: s.statement.id)}.values())


def _pairs(group: Sequence[_Said]) -> Iterable[tuple[_Said, _Said]]:
    return ((a, b) for i, a in enumerate(group) for b in group[i + 1 :])


def _meetings(one: _Said, other: _Said, group: Sequence[_Said]) -> Iterable[tuple[Statement, Statement]]:
    """The statements that give the two numbers, each with each."""
    ours = [s.statement for s in group if s.words == one.words]
    theirs = [s.statement for s in group if s.words == other.words]
    return ((a, b) for a in ours for b in theirs)


def _differ(one: Statement, other: Statement, basis: str | None) -> bool:
    """Whether two statements contradict each other: two tellers, one time, and no currency in which they agree."""
    ours, theirs = _tellers(one), _tellers(other)
    if one.report == other.report and (ours & theirs or not ours or not theirs):
        return False
    return _one_time(one, other) and not (basis and _agree_on(one, other, basis))


def _tellers(statement: Statement) -> set[str]:
    """On whose word: the informants, else the outlets that a report credits with the number."""
    credited = statement.attribution.outlets if statement.attribution else ()
    return set(statement.informants) or set(credited)


def _agree_on(one: Statement, other: Statement, basis: str) -> bool:
    """Whether they give one sum on a basis in some currency, so that its conversions are no matter."""
    ours, theirs = _ranges(one, basis), _ranges(other, basis)
    shared = ours.keys() & theirs.keys()
    return any(ours[c][0] <= theirs[c][1] and theirs[c][0] <= ours[c][1] for c in shared)


def _ranges(statement: Statement, basis: str) -> dict[str | None, tuple[float, float]]:
    values = [v for v in statement.values if v.basis == basis]
    return {v.currency: _range(v.amount, v.high, v.bound, _rounding(v.amount)) for v in values}


def _one_time(one: Statement, other: Statement) -> bool:
    """Not of different years, where both say the year."""
    years = [{m.start[:4], m.end[:4]} for s in (one, other) if (m := moment_of(s)) and m.start and m.end]
    return len(years) < len((one, other)) or bool(years[0] & years[1])


def _rounding(amount: float) -> float:
    """Half of the last place that is printed, at most a tenth."""
    if amount <= 0:
        return 0.0
    place = 10.0 ** (floor(log10(amount)) + 1)
    while place > 1 and round(amount / place, 9) != round(amount / place):
        place /= 10
    return min(place / 2, amount * _MOST_ROUNDING)


def _range(amount: float, high: float | None, bound: str | None, rounding: float) -> tuple[float, float]:
    """The numbers that a printed one can mean."""
    low, top = amount - rounding, (high if high is not None else amount) + rounding
    if bound == "at-least":
        top = inf
    elif bound == "over":
        top = amount * _ABOVE
    elif bound in ("up-to", "under"):
        low = 0.0
    elif bound == "nearly":
        low = amount * _BELOW
    elif bound == "about":
        low, top = min(low, amount * (1 - _ABOUT)), max(top, amount * (1 + _ABOUT))
    return low, top


def _sum(value: Value) -> str:
    return _printed(value.bound, value.amount, value.high, value.currency)


def _count(quantity: Quantity) -> str:
    return _printed(quantity.bound, quantity.number, quantity.high, None, quantity.unit)


def _printed(
    bound: str | None, amount: float, high: float | None, currency: str | None, unit: str | None = None
) -> str:
    """A number in words: bound, currency, number, unit."""
    number = _plain(amount) + (f" to {_plain(high)}" if high is not None else "")
    return " ".join(p for p in (bound if bound != "range" else None, currency, number, unit) if p)


def _plain(amount: float) -> str:
    return f"{amount:,.0f}" if amount == int(amount) else f"{amount:,}"


def _dates(statements: Sequence[Statement], reports: Mapping[str, Report]) -> tuple[Conflict, ...]:
    """The first planned delivery that each report gives, where two of them do not meet."""
    first: dict[tuple[str, str], Statement] = {}
    for statement in sorted(statements, key=lambda s: (_span(s), s.id)):
        if (
            statement.status in ("delivering", "delivered")
            and statement.modality == "planned"
            and all(_span(statement))
        ):
            first.setdefault((statement.status or "", statement.report), statement)
    made = []
    for status in ("delivering", "delivered"):
        group = [s for (of, _), s in first.items() if of == status]
        apart = any(_apart(a, b, reports) for i, a in enumerate(group) for b in group[i + 1 :])
        if apart:
            made.append(Conflict(field=f"date of {status}", values=_by_date(group)))
    return tuple(made)


def _span(statement: Statement) -> tuple[str, str]:
    moment = moment_of(statement)
    return (moment.start or "", moment.end or "") if moment else ("", "")


def _apart(one: Statement, other: Statement, reports: Mapping[str, Report]) -> bool:
    (low, high), (low_other, high_other) = _span(one), _span(other)
    if days_apart(reports[one.report], reports[other.report]) > _ONE_TELLING_DAYS:
        return False
    return low > high_other or low_other > high


def _by_date(group: Sequence[Statement]) -> tuple[DisputedValue, ...]:
    values: dict[tuple[str, str], list[str]] = defaultdict(list)
    for statement in group:
        values[_span(statement)].append(statement.id)
    return tuple(
        DisputedValue(value=low if low == high else f"{low} to {high}", statements=tuple(sorted(idents)))
        for (low, high), idents in sorted(values.items())
    )
