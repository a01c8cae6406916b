"""The history of an entry: append-only steps, and what stands against each.

A step is one status with its modality, polarity and stance, at one time. Statements without a date of their own go
with the dated step of their kind that their report comes nearest to.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from secondsource.ledger.days import first_said, said_by, said_until
from secondsource.model.ledger import Standing, Step
from secondsource.model.report import Report
from secondsource.model.statement import STATUSES, Moment, Statement

T = TypeVar("T")

ORDERED = frozenset({"signed", "effective", "ordered", "delivering", "delivered"})
NOT_ORDERS = frozenset({"memorandum", "letter-of-intent", "framework"})
# Dates nearer than this are two ways of telling one step; tranches of a delivery lie further apart.
SAME_STEP_DAYS = 31


def history(statements: Sequence[Statement], reports: Mapping[str, Report]) -> tuple[Step, ...]:
    """One step for each status, modality, polarity and time that statements give, in order of time."""
    groups: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.status is not None:
            key = (statement.status, statement.modality, statement.polarity, statement.stance == "denies")
            groups[key].append(statement)
    steps = [_step(run, statements, reports) for group in groups.values() for run in _runs(group, reports)]
    kind = next((s.kind for s in statements if s.status is not None), "")
    by_id = {s.id: s for s in statements}
    return tuple(sorted(steps, key=lambda step: _order(step, kind, by_id, reports)))


def _runs(group: Sequence[Statement], reports: Mapping[str, Report]) -> list[list[Statement]]:
    """Statements of one status in runs of one time; the undated go to the last run that began before they were told."""
    dated = sorted((s for s in group if _is_placed(s)), key=lambda s: (_days(s), s.id))
    runs: list[list[Statement]] = []
    for statement in dated:
        if runs and any(_meet(_days(statement), _days(s)) for s in runs[-1]):
            runs[-1].append(statement)
        else:
            runs.append([statement])
    undated = sorted((s for s in group if not _is_placed(s)), key=lambda s: s.id)
    begins = [_days(run[0])[0] for run in runs]
    for statement in undated if runs else ():
        told = said_until(reports[statement.report])
        runs[max((n for n, begin in enumerate(begins) if begin <= told), default=0)].append(statement)
    return runs or [undated]


def _is_placed(statement: Statement) -> bool:
    """Whether the statement has a date of its own within one year."""
    moment = moment_of(statement)
    return bool(moment and moment.start and moment.end and moment.start[:4] == moment.end[:4])


def _days(statement: Statement) -> tuple[str, str]:
    moment = moment_of(statement)
    return (moment.start or "", moment.end or "") if moment else ("", "")


def _meet(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two spans of days overlap or nearly touch."""
    low, high = max(one[0], other[0]), min(one[1], other[1])
    return low <= high or (date.fromisoformat(low) - date.fromisoformat(high)).days <= SAME_STEP_DAYS


def moment_of(statement: Statement) -> Moment | None:
    """When it happened, or, of what is planned or possible, when it is to happen."""
    return statement.date if statement.modality == "asserted" else statement.expected


def _step(run: Sequence[Statement], statements: Sequence[Statement], reports: Mapping[str, Report]) -> Step:
    first = run[0]
    start, end = _interval(run)
    return Step(
        status=first.status or "",
        modality=first.modality,
        polarity=first.polarity,
        standing=_standing(run, statements, reports),
        statements=tuple(sorted(s.id for s in run)),
        actor=_commonest(s.actor for s in run),
        instrument=_commonest(s.instrument for s in run),
        start=start,
        end=end,
    )


def _standing(run: Sequence[Statement], statements: Sequence[Statement], reports: Mapping[str, Report]) -> Standing:
    """`denied` is what a voice denies, `contested` what another voice still says of the same status."""
    if run[0].stance == "denies":
        return "denied"
    same = [s for s in statements if s.status == run[0].status]
    others = [s for s in same if s.stance == "denies" or s.polarity != run[0].polarity]
    clash = any(_clash(one, other, reports) for one in run for other in others)
    return "contested" if clash else "uncontested"


def _clash(one: Statement, other: Statement, reports: Mapping[str, Report]) -> bool:
    """Whether two statements cannot both hold: one denies the other, or a voice says it was not done.

    A narrator's "has not been signed" tells where things stand; only a voice contests.
    """
    if set(one.informants) & set(other.informants):
        return False
    if other.stance == "denies":
        return one.polarity == other.polarity
    if one.polarity == other.polarity:
        return False
    done, undone = (one, other) if one.polarity == "affirmed" else (other, one)
    if done.modality != "asserted" or undone.modality != "asserted" or not undone.informants:
        return False
    return _told_about(done, said_until(reports[undone.report]), reports)


def _told_about(done: Statement, day: str, reports: Mapping[str, Report]) -> bool:
    """Whether something was done or told by `day`: "not signed in spring" contests no signing in summer."""
    low = _days(done)[0] or said_by(reports[done.report])
    return not low or not day or low <= day


def _commonest(values: Iterable[T | None]) -> T | None:
    counted = Counter(v for v in values if v is not None)
    return min(counted, key=lambda v: (-counted[v], repr(v)), default=None)


def _interval(group: Sequence[Statement]) -> tuple[str | None, str | None]:
    """The days that all dated statements of the step allow; the widest where they clash."""
    moments = [days for s in group if all(days := _days(s))]
    if not moments:
        return None, None
    low, high = max(low for low, _ in moments), min(high for _, high in moments)
    if low > high:
        low, high = min(low for low, _ in moments), max(high for _, high in moments)
    return low, high


def _order(
    step: Step, kind: str, statements: Mapping[str, Statement], reports: Mapping[str, Report]
) -> tuple[str, int, str, str, str]:
    """By date: the step's own, else the first day on which a report tells of it."""
    ladder = STATUSES.get(kind, ())
    rank = ladder.index(step.status) if step.status in ladder else 0
    return (step_day(step, statements, reports), rank, step.modality, step.polarity, step.statements[0])


def step_day(step: Step, statements: Mapping[str, Statement], reports: Mapping[str, Report]) -> str:
    """The day by which a step has its place in the history."""
    if step.start is not None and step.modality == "asserted":
        return step.start
    return first_said(reports[statements[i].report] for i in step.statements)


def is_order(step: Step) -> bool:
    """Only a contract, an accepted letter of offer or an exercised option is an order; a memorandum is not."""
    return (
        step.status in ORDERED
        and step.modality == "asserted"
        and step.polarity == "affirmed"
        and step.standing == "uncontested"
        and step.instrument not in NOT_ORDERS
    )
