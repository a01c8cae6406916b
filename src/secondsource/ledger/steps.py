"""The history of an entry: append-only steps, what stands against each, and the present status that follows."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from secondsource.model.ledger import Standing, Step
from secondsource.model.report import Report
from secondsource.model.statement import STATUSES, Moment, Statement

ORDERED = frozenset({"signed", "effective", "ordered", "delivering", "delivered"})
_NOT_ORDERS = frozenset({"memorandum", "letter-of-intent", "framework"})


def history(statements: Sequence[Statement], reports: Mapping[str, Report]) -> tuple[Step, ...]:
    """One step for each status, modality, polarity and date that statements give, in order of time."""
    groups: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.status is not None:
            groups[_key(statement)].append(statement)
    denied = {s.status for s in statements if s.stance == "denies" or s.polarity == "negated"}
    steps = [_step(group, denied) for group in groups.values()]
    kind = statements[0].kind
    return tuple(sorted(steps, key=lambda step: _order(step, kind, statements, reports)))


def _key(statement: Statement) -> tuple[object, ...]:
    year = statement.date.start[:4] if statement.date and statement.date.start else None
    many_years = statement.date and statement.date.start and statement.date.start[:4] != (statement.date.end or "")[:4]
    return (
        statement.status,
        statement.modality,
        statement.polarity,
        statement.stance == "denies",
        None if many_years else year,
    )


def _step(group: Sequence[Statement], denied: set[str | None]) -> Step:
    first = group[0]
    start, end = _interval(group)
    standing: Standing = "uncontested"
    if first.stance == "denies":
        standing = "denied"
    elif first.status in denied and first.polarity == "affirmed":
        standing = "contested"
    return Step(
        status=first.status or "",
        modality=first.modality,
        polarity=first.polarity,
        standing=standing,
        statements=tuple(sorted(s.id for s in group)),
        actor=_most(s.actor for s in group),  # type: ignore[arg-type]
        instrument=_most(s.instrument for s in group),  # type: ignore[arg-type]
        start=start,
        end=end,
    )


def _most(values: object) -> object:
    counted = Counter(v for v in values if v is not None)  # type: ignore[attr-defined]
    return min(counted, key=lambda v: (-counted[v], repr(v)), default=None)


def _interval(group: Sequence[Statement]) -> tuple[str | None, str | None]:
    """The days that all dated statements of the step allow; the widest where they clash."""
    moments = [m for s in group if (m := _moment(s)) is not None and m.start and m.end]
    if not moments:
        return None, None
    low = max(m.start or "" for m in moments)
    high = min(m.end or "" for m in moments)
    if low > high:
        low, high = min(m.start or "" for m in moments), max(m.end or "" for m in moments)
    return low, high


def _moment(statement: Statement) -> Moment | None:
    return statement.date if statement.modality == "asserted" else statement.expected


def _order(
    step: Step, kind: str, statements: Sequence[Statement], reports: Mapping[str, Report]
) -> tuple[str, int, str, str]:
    """By date: the step's own, else the earliest day on which a report of it can have appeared."""
    day = step.start
    if day is None or step.modality != "asserted":
        days = [said_by(reports[s.report]) for s in statements if s.id in step.statements]
        day = min(days, default="")
    ladder = STATUSES.get(kind, ())
    rank = ladder.index(step.status) if step.status in ladder else 0
    return (day, rank, step.modality, step.polarity)


def said_by(report: Report) -> str:
    """The earliest ISO day on which the report can have appeared, or an empty string."""
    return report.published or (report.bounds.low if report.bounds else "")


def present(steps: Sequence[Step]) -> Step | None:
    """The step that holds now: the last one that was done and is not denied; else the furthest plan or possibility."""
    done = [s for s in steps if s.modality == "asserted" and s.polarity == "affirmed" and s.standing != "denied"]
    if done:
        return done[-1]
    open_ones = [s for s in steps if s.polarity == "affirmed"]
    return (open_ones or list(steps) or [None])[-1]


def is_order(step: Step) -> bool:
    """Only a contract, an accepted letter of offer or an exercised option is an order; a memorandum is not."""
    return (
        step.status in ORDERED
        and step.modality == "asserted"
        and step.polarity == "affirmed"
        and step.standing == "uncontested"
        and step.instrument not in _NOT_ORDERS
    )
