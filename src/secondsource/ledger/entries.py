"""An entry of the ledger from the statements that meet in it: what leads, what band it is in, and what holds now.

Where reports differ in a slot, the value with most separate reporting behind it leads; copies weigh as one.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from secondsource.ledger.conflicts import conflicts
from secondsource.ledger.days import said_by
from secondsource.ledger.figures import figures
from secondsource.ledger.meeting import Meeting, weight
from secondsource.ledger.present import awaited, present
from secondsource.ledger.steps import history, is_order
from secondsource.model.evidence import content_id
from secondsource.model.ledger import Band, Entry, Step
from secondsource.model.report import Report
from secondsource.model.statement import Statement, Value

_LEADING_BASIS = ("contract", "total", "ceiling", "not-to-exceed", "estimate", "each", "unstated")


def entry(meeting: Meeting, reports: Mapping[str, Report], today: date) -> Entry:
    """The entry of one meeting on a day."""
    statements = sorted(meeting.statements, key=lambda s: _age(s, reports))
    by_id = {s.id: s for s in statements}
    lead = _leading(statements)
    steps = history(statements, reports)
    now = present(steps, by_id, reports)
    waiting = awaited(steps, statements, reports, now[0] if now else None)
    days = [said_by(reports[s.report]) for s in statements]
    return Entry(
        id=content_id("ent", statements[0].id),
        kind=meeting.kind,  # type: ignore[arg-type]
        band=_band(steps, statements),
        history=steps,
        statements=tuple(s.id for s in statements),
        supplier=_most(statements, "supplier"),
        recipient=_most(statements, "recipient"),
        parties=tuple(sorted({p.name for s in statements for p in s.parties})),
        name=_most(statements, "name") or _measure(statements),
        item=lead.item,
        designation=_most(statements, "designation"),
        family=lead.family,
        part=lead.part,
        maker=_most(statements, "maker"),
        mode=_most(statements, "mode"),
        scope=_scope(statements),
        status=now[0] if now else None,
        modality=now[1] if now else None,
        quantity=_quantity(statements),
        value=_value(statements),
        first=min((d for d in [*_done_on(statements), *days] if d), default=None),
        last=max(days, default=None) or None,
        figures=figures(statements),
        conflicts=conflicts(statements, reports),
        next=waiting[1] if waiting else None,
        next_status=waiting[0] if waiting else None,
        overdue=bool(waiting and waiting[1] and waiting[1].end and waiting[1].end < today.isoformat()),
        inferred=_inferred(statements),
        reasons=tuple({(r.rule, r.detail): r for r in meeting.reasons}.values()),
    )


def _age(statement: Statement, reports: Mapping[str, Report]) -> tuple[str, str, int, str]:
    own = statement.date.start if statement.date and statement.date.start else None
    day = said_by(reports[statement.report])
    return (own or day, day, statement.evidence[0].start, statement.id)


def _measure(statements: Sequence[Statement]) -> str | None:
    """What a figure measures, which is the only name it has."""
    if any(s.kind != "claim" for s in statements):
        return None
    return next((s.claim.measure for s in statements if s.claim), None)


def _leading(statements: Sequence[Statement]) -> Statement:
    """The statement that names the item best: with a designation, in the words most reporting uses."""
    able = [s for s in statements if not s.reworded and s.designation] or [s for s in statements if s.designation]
    able = able or [s for s in statements if s.item] or list(statements)
    words: dict[str | None, list[Statement]] = defaultdict(list)
    for statement in able:
        words[statement.item].append(statement)
    item = min(words, key=lambda w: (-weight(words[w]), w or ""))
    return min(words[item], key=lambda s: (s.kind == "claim", s.id))


def _most(statements: Sequence[Statement], slot: str) -> str | None:
    """The value most reporting gives; what is inferred only where nobody says it."""
    given: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        if getattr(statement, slot):
            given[getattr(statement, slot)].append(statement)
    said = {v: ours for v, group in given.items() if (ours := [s for s in group if slot not in s.inferred])}
    ranked = said or given
    return min(ranked, key=lambda v: (-weight(ranked[v]), v), default=None)


def _inferred(statements: Sequence[Statement]) -> tuple[str, ...]:
    """The slots whose value nobody says."""
    return tuple(
        slot
        for slot in ("supplier", "maker")
        if any(getattr(s, slot) for s in statements) and all(slot in s.inferred for s in statements if getattr(s, slot))
    )


def _scope(statements: Sequence[Statement]) -> str:
    """Domestic where every statement says so or giver and taker are one state; mixed where some do."""
    domestic = [s.scope == "domestic" or (s.supplier is not None and s.supplier == s.recipient) for s in statements]
    if all(domestic):
        return "domestic"
    return "mixed" if any(domestic) or any(s.scope == "mixed" for s in statements) else "international"


def _band(steps: Sequence[Step], statements: Sequence[Statement]) -> Band:
    if _scope(statements) == "domestic":
        return "excluded"
    if any(step.standing in ("contested", "denied") for step in steps):
        return "contested"
    return "register" if any(is_order(step) for step in steps) else "prospective"


def _quantity(statements: Sequence[Statement]) -> float | None:
    """The number of the deal: of what most reporting gives, ordered before asked for, never one batch."""
    counts: dict[float, list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.quantity and statement.quantity.role in ("ordered", "ceiling", "requested"):
            counts[statement.quantity.number].append(statement)
    return min(counts, key=lambda n: (-weight(counts[n]), -n), default=None)


def _value(statements: Sequence[Statement]) -> Value | None:
    """The sum that leads: on the firmest basis, with most reporting behind it."""
    given: dict[tuple[int, float, str], list[tuple[Statement, Value]]] = defaultdict(list)
    for statement in statements:
        for value in statement.values[:1]:
            firm = _LEADING_BASIS.index(value.basis) if value.basis in _LEADING_BASIS else len(_LEADING_BASIS)
            given[firm, value.amount, value.currency or ""].append((statement, value))
    best = min(given, key=lambda k: (k[0], -weight(s for s, _ in given[k]), k[1], k[2]), default=None)
    return min(given[best], key=lambda pair: pair[0].id)[1] if best is not None else None


def _done_on(statements: Sequence[Statement]) -> list[str]:
    return [s.date.start for s in statements if s.date and s.date.start and s.modality == "asserted" and s.status]
