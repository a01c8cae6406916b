"""Tells apart two deals of one thing with one buyer: ordered years apart, or cleared anew after an order.

Only where the numbers differ: one deal is told with its old dates for years.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from secondsource.ledger.meeting import grouped
from secondsource.model.report import Report
from secondsource.model.statement import Statement

# A follow-on order may come sooner; below this the press tells one deal in several ways too often.
YEARS_APART = 3
# Permission comes before the order; well after it, for another number, it is for the next deal.
CLEARED_ANEW_DAYS = 180
_ORDERS = frozenset({"signed", "effective", "ordered"})


def eras(statements: Sequence[Statement], reports: Mapping[str, Report]) -> list[list[Statement]]:
    """The statements of one family and buyer in runs of time: one run unless deals clearly lie apart."""
    days = {s.id: day for s in statements if (day := _day(s, reports))}
    ordered = sorted((s for s in statements if s.id in days), key=lambda s: (days[s.id], s.id))
    runs = [ordered[:1]]
    for statement in ordered[1:]:
        if _is_anew(statement, runs[-1], days) and not _numbers(runs[-1]) & _numbers([statement]):
            runs.append([statement])
        else:
            runs[-1].append(statement)
    if len(runs) == 1:
        return [list(statements)]
    places = {s.id: number for number, run in enumerate(runs) for s in run}
    for statement in statements:
        sure = _sure_place(statement, runs, reports)
        if statement.id not in places and sure is not None:
            places[statement.id] = sure
    settled = dict(places)
    for statement in statements:
        places.setdefault(statement.id, _likely_place(statement, statements, settled, len(runs)))
    found = grouped(statements, lambda s: places[s.id])
    return [found[number] for number in range(len(runs))]


def _day(statement: Statement, reports: Mapping[str, Report]) -> str:
    """The day of an order or clearance of a stated number, or an empty string; a clearance is told when it is given."""
    done = statement.modality == "asserted" and statement.polarity == "affirmed" and statement.quantity is not None
    own = statement.date.start if statement.date and statement.date.start else ""
    if done and statement.status == "cleared":
        return own or reports[statement.report].published or ""
    return own if done and statement.status in _ORDERS else ""


def _is_anew(statement: Statement, run: Sequence[Statement], days: Mapping[str, str]) -> bool:
    """Whether an order or clearance begins another deal than the orders before it."""
    before = [days[s.id] for s in run if s.status in _ORDERS]
    day = days[statement.id]
    if statement.status == "cleared":
        return bool(before) and _gap(max(before), day) >= CLEARED_ANEW_DAYS
    last = max(days[s.id] for s in run)
    return int(day[:4]) - int(last[:4]) >= YEARS_APART


def _gap(earlier: str, later: str) -> int:
    return (date.fromisoformat(later[:10]) - date.fromisoformat(earlier[:10])).days


def _sure_place(statement: Statement, runs: Sequence[Sequence[Statement]], reports: Mapping[str, Report]) -> int | None:
    """The run of the same number, else of the nearest year."""
    same = [n for n, run in enumerate(runs) if _numbers([statement]) & _numbers(run)]
    if len(same) == 1:
        return same[0]
    if statement.date and statement.date.start:
        year = int(statement.date.start[:4])
        return min(range(len(runs)), key=lambda n: (min(abs(_year(s, reports) - year) for s in runs[n]), -n))
    return None


def _likely_place(statement: Statement, statements: Sequence[Statement], settled: Mapping[str, int], runs: int) -> int:
    """The run that its report tells of with the same status, else at all, else the last."""
    beside = [s for s in statements if s.report == statement.report and s.id in settled]
    for near in ([s for s in beside if s.status == statement.status], beside):
        told = {settled[s.id] for s in near}
        if len(told) == 1:
            return told.pop()
    return runs - 1


def _year(statement: Statement, reports: Mapping[str, Report]) -> int:
    return int(_day(statement, reports)[:4])


def _numbers(statements: Sequence[Statement]) -> set[float]:
    return {s.quantity.number for s in statements if s.quantity}
