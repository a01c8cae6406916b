"""What holds now, derived from the history: the present status, what is awaited next, and whether it is overdue.

A deal goes forward: a later word of talks undoes no contract. A stop (refusal, suspension, cancellation) holds until
something is done after it.
"""

from collections.abc import Mapping, Sequence

from secondsource.ledger.days import said_by
from secondsource.ledger.steps import NOT_ORDERS, step_day
from secondsource.model.ledger import Step
from secondsource.model.report import Report
from secondsource.model.statement import STATUSES, Moment, Statement

_FORWARD = (
    "requested offered pressed pledged cleared approved selected negotiating agreed signed effective ordered "
    "delivering delivered"
).split()
_STOPS = frozenset("refused deferred suspended reduced lapsed cancelled terminated expired withdrawn".split())
_PAUSES = frozenset({"suspended", "deferred"})
_ORDER_RANK = _FORWARD.index("signed")


def present(
    steps: Sequence[Step], statements: Mapping[str, Statement], reports: Mapping[str, Report]
) -> tuple[str, str] | None:
    """The status that holds now and its modality: what was last done and not denied, else the furthest plan."""
    done = [s for s in steps if s.modality == "asserted" and s.polarity == "affirmed" and s.standing != "denied"]
    if not done:
        ahead = [s for s in steps if s.polarity == "affirmed" and s.standing != "denied"]
        last = max(ahead, key=lambda s: (s.modality == "planned", _rank(s)), default=None)
        return (last.status, last.modality) if last else None
    now: tuple[Step, str] | None = None
    for step in done:
        day = step_day(step, statements, reports)
        if now is None or _moves(step, day, *now):
            now = (step, day)
    assert now is not None, "something was done"
    return _complete(now[0].status, steps, statements), "asserted"


def _moves(step: Step, day: str, now: Step, since: str) -> bool:
    """Whether a later step changes what holds."""
    if step.status in _STOPS:
        return not (step.status in _PAUSES and step.start is None and now.status in ("delivering", "delivered"))
    if now.status in _STOPS:
        return step.status in ("resumed", "renewed") or (day > since and step.start is not None) or _delivers(step)
    if step.status == "resumed":
        return False
    if now.status == "resumed":
        return day >= since
    if step.status not in _FORWARD or now.status not in _FORWARD:
        return True
    return _goes_further(step, now) or (_delivers(step) and step.start is not None and day > since)


def _goes_further(step: Step, now: Step) -> bool:
    """Whether a step is as far along as what holds; deliveries that go on are seen to by their dates."""
    same = _rank(step) == _rank(now)
    return _rank(step) > _rank(now) or (same and step.status != "ordered")


def _delivers(step: Step) -> bool:
    return step.status in ("delivering", "delivered")


def _rank(step: Step) -> int:
    """How far along; a bare order and a signed contract are equally far, a memorandum is not so far."""
    if step.status == "signed" and step.instrument in NOT_ORDERS:
        return _FORWARD.index("agreed")
    if step.status in ("signed", "ordered"):
        return _ORDER_RANK
    return _FORWARD.index(step.status) if step.status in _FORWARD else len(_FORWARD)


def _complete(status: str, steps: Sequence[Step], statements: Mapping[str, Statement]) -> str:
    """`delivered` of fewer pieces than were ordered is `delivering`."""
    if status != "delivered":
        return status
    said = [statements[i] for step in steps for i in step.statements if step.polarity == "affirmed"]
    ordered = [_count(s, "ordered") for s in said if s.status in ("signed", "ordered", "effective", "agreed")]
    handed_over = [_count(s, "delivered") for s in said if s.status == "delivered" and s.modality == "asserted"]
    most, least = max(handed_over, default=0), min((n for n in ordered if n), default=0)
    return "delivering" if 0 < most < least else "delivered"


def _count(statement: Statement, role: str) -> float:
    quantity = statement.quantity
    return quantity.number if quantity and quantity.role in (role, "ordered", "batch") and not quantity.unit else 0


def awaited(
    steps: Sequence[Step], statements: Sequence[Statement], reports: Mapping[str, Report], status: str | None
) -> tuple[str, Moment | None] | None:
    """The plan that nobody reports as done, the soonest first: the status expected next and when."""
    if status in ("refused", "cancelled", "lapsed", "withdrawn", "terminated", "expired"):
        return None
    done = [s for s in steps if s.modality == "asserted" and s.polarity == "affirmed" and s.standing != "denied"]
    planned = [
        s
        for s in statements
        if s.modality == "planned" and s.polarity == "affirmed" and s.stance != "denies" and _is_open(s, done, reports)
    ]
    dated = [s for s in planned if s.expected and s.expected.end]
    chosen = min(dated or planned, key=_when, default=None)
    return (chosen.status or "", chosen.expected) if chosen else None


def _when(statement: Statement) -> tuple[str, int, str]:
    ladder = STATUSES[statement.kind]
    rank = ladder.index(statement.status) if statement.status in ladder else 0
    return (statement.expected.end or "" if statement.expected else "", rank, statement.id)


def _is_open(plan: Statement, done: Sequence[Step], reports: Mapping[str, Report]) -> bool:
    """A plan is met by a step as far along; a tranche only by one at its time or later, or by the whole."""
    if plan.status is None:
        return False
    if plan.status not in _FORWARD:
        return not any(s.status == plan.status for s in done)
    if plan.status == "delivering":
        due = (plan.expected.start if plan.expected else None) or said_by(reports[plan.report])
        return not any(s.status == "delivered" or (s.status == "delivering" and (s.start or "") >= due) for s in done)
    rank = _ORDER_RANK if plan.status == "ordered" else _FORWARD.index(plan.status)
    return not any(s.status in _FORWARD and _rank(s) >= rank for s in done)
