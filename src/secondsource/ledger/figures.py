"""The numbers of an entry by basis and unit, each with the statements that give it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from secondsource.model.ledger import Figure
from secondsource.model.statement import Statement

_Key = tuple[str, str | None, str | None, float, float | None, str | None, str | None]


def figures(statements: Sequence[Statement]) -> tuple[Figure, ...]:
    """Every sum, count and measure with the statements that give it, equal ones together."""
    groups: dict[_Key, list[str]] = defaultdict(list)
    for statement in statements:
        for key in _keys(statement):
            groups[key].append(statement.id)
    made = [
        Figure(
            basis=basis,
            unit=unit,
            currency=currency,
            amount=amount,
            high=high,
            bound=bound,
            as_of=as_of,
            statements=tuple(sorted(set(idents))),
        )
        for (basis, unit, currency, amount, high, bound, as_of), idents in groups.items()
    ]
    return tuple(sorted(made, key=_place))


def _place(figure: Figure) -> tuple[object, ...]:
    high, bound, as_of = figure.high or 0.0, figure.bound or "", figure.as_of or ""
    return (figure.basis, figure.currency or "", figure.unit or "", figure.amount, high, bound, as_of)


def _keys(statement: Statement) -> Iterable[_Key]:
    for value in statement.values:
        yield (value.basis, None, value.currency, value.amount, value.high, value.bound, value.as_of)
    if statement.quantity is not None:
        counted = statement.quantity
        yield ("count", counted.unit or counted.role, None, counted.number, counted.high, counted.bound, None)
    claim = statement.claim
    if claim is not None and claim.amount is not None and not statement.values:
        yield ("count", claim.unit or claim.measure, None, claim.amount, claim.high, claim.bound, claim.period)
