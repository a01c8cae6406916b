"""From statements to entries: deals, agreements, controls, exposure and figures, each with its history.

`enter` resolves voices, brings the statements of one thing together, and derives what holds now. It counts nothing:
who stands behind a value is weighed by `corroborate`. The result depends on the set of statements alone.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from secondsource.knowledge import Knowledge
from secondsource.ledger.exposure import exposure
from secondsource.ledger.figures import conflicts, figures
from secondsource.ledger.resolution import Meeting, meetings
from secondsource.ledger.steps import history, is_order, present, said_by
from secondsource.ledger.voicing import voiced
from secondsource.model.evidence import Reason, content_id
from secondsource.model.ledger import Band, Entry, EntryKind, Ledger, Related, Step
from secondsource.model.lineage import Lineage
from secondsource.model.report import Report
from secondsource.model.statement import Moment, Reading, Statement, Value

__all__ = ["enter"]

_LEADING_BASIS = ("contract", "total", "ceiling", "not-to-exceed", "estimate", "each", "unstated")


def enter(
    reports: Collection[Report],
    readings: Collection[Reading],
    lineage: Lineage,
    knowledge: Knowledge,
    today: date,
) -> Ledger:
    """The ledger of a library on a day.

    Args:
        reports: every report of the library.
        readings: what `understand` read in them.
        lineage: what `trace` found among them.
        knowledge: names of bodies and the exposure table.
        today: the day against which expected steps are overdue.
    """
    by_id = {r.id: r for r in reports}
    ordered = sorted(readings, key=lambda r: r.report)
    resolved = voiced(ordered, by_id, lineage, knowledge)
    entries = [_entry(meeting, by_id, today) for meeting in meetings(resolved.statements)]
    entries += _exposures(entries, resolved.statements, by_id, knowledge)
    return Ledger(
        entries=tuple(sorted(entries, key=lambda e: e.id)),
        statements=resolved.statements,
        quotes=resolved.quotes,
        informants=resolved.informants,
        utterances=resolved.utterances,
    )


def _entry(meeting: Meeting, reports: Mapping[str, Report], today: date) -> Entry:
    statements = sorted(meeting.statements, key=lambda s: _age(s, reports))
    founding = statements[0]
    lead = _leading(statements)
    steps = history(statements, reports)
    now = present(steps)
    found = figures(statements)
    awaited = _awaited(steps, statements)
    inferred = tuple(
        slot for slot in ("supplier", "maker") if all(slot in s.inferred for s in statements if getattr(s, slot))
        and any(getattr(s, slot) for s in statements)
    )
    return Entry(
        id=content_id("ent", founding.id),
        kind=_kind(meeting),
        band=_band(steps, statements),
        history=steps,
        statements=tuple(s.id for s in statements),
        supplier=_most(statements, "supplier"),
        recipient=_most(statements, "recipient"),
        parties=tuple(sorted({p.name for s in statements for p in s.parties})),
        name=_most(statements, "name"),
        item=lead.item,
        designation=_most(statements, "designation"),
        family=lead.family,
        part=lead.part,
        maker=_most(statements, "maker"),
        mode=_most(statements, "mode"),
        scope="domestic" if all(s.scope == "domestic" for s in statements) else "international",
        status=now.status if now else None,
        modality=now.modality if now else None,
        quantity=_quantity(statements),
        value=_value(statements),
        first=_first(statements, reports),
        last=max((said_by(reports[s.report]) for s in statements), default=None) or None,
        figures=found,
        conflicts=conflicts(found, statements),
        next=awaited[1] if awaited else None,
        next_status=awaited[0] if awaited else None,
        overdue=bool(awaited and awaited[1] and awaited[1].end and awaited[1].end < today.isoformat()),
        inferred=inferred,
        reasons=_distinct(meeting.reasons),
    )


def _kind(meeting: Meeting) -> EntryKind:
    return meeting.kind  # type: ignore[return-value]


def _age(statement: Statement, reports: Mapping[str, Report]) -> tuple[str, str, int, str]:
    own = statement.date.start if statement.date and statement.date.start else None
    day = said_by(reports[statement.report])
    return (own or day, day, statement.evidence[0].start, statement.id)


def _leading(statements: Sequence[Statement]) -> Statement:
    """The statement that names the item best: with a designation, then of the body of the report."""
    return min(statements, key=lambda s: (s.designation is None, len(s.item or "") < 3, s.id))


def _most(statements: Sequence[Statement], slot: str) -> str | None:
    """The value most statements give; what is inferred only where nobody says it."""
    said = Counter(getattr(s, slot) for s in statements if getattr(s, slot) and slot not in s.inferred)
    given = said or Counter(getattr(s, slot) for s in statements if getattr(s, slot))
    return min(given, key=lambda v: (-given[v], v), default=None)


def _band(steps: Sequence[Step], statements: Sequence[Statement]) -> Band:
    if all(s.scope == "domestic" for s in statements):
        return "excluded"
    if any(step.standing in ("contested", "denied") for step in steps):
        return "contested"
    return "register" if any(is_order(step) for step in steps) else "prospective"


def _quantity(statements: Sequence[Statement]) -> float | None:
    counts = Counter(s.quantity.number for s in statements if s.quantity and s.quantity.role != "batch")
    return min(counts, key=lambda n: (-counts[n], -n), default=None)


def _value(statements: Sequence[Statement]) -> Value | None:
    values = [v for s in statements for v in s.values[:1]]
    ranked = sorted(
        values,
        key=lambda v: (
            _LEADING_BASIS.index(v.basis) if v.basis in _LEADING_BASIS else len(_LEADING_BASIS),
            -sum(v.amount == w.amount for w in values),
            v.amount,
        ),
    )
    return ranked[0] if ranked else None


def _first(statements: Sequence[Statement], reports: Mapping[str, Report]) -> str | None:
    days = [s.date.start for s in statements if s.date and s.date.start and s.modality == "asserted" and s.status]
    days += [said_by(reports[s.report]) for s in statements]
    return min((d for d in days if d), default=None)


def _awaited(steps: Sequence[Step], statements: Sequence[Statement]) -> tuple[str, Moment | None] | None:
    """The plan that has not been reported as done: the status expected next and when."""
    done = {s.status for s in steps if s.modality == "asserted" and s.polarity == "affirmed"}
    planned = [s for s in statements if s.modality == "planned" and s.polarity == "affirmed" and s.status not in done]
    dated = sorted((s for s in planned if s.expected and s.expected.end), key=lambda s: (s.expected.end or "", s.id) if s.expected else ("", ""))
    chosen = (dated or sorted(planned, key=lambda s: s.id) or [None])[0]
    return (chosen.status or "", chosen.expected) if chosen else None


def _distinct(reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    return tuple({(r.rule, r.detail): r for r in reasons}.values())


def _exposures(
    entries: Sequence[Entry], statements: Sequence[Statement], reports: Mapping[str, Report], knowledge: Knowledge
) -> list[Entry]:
    """One exposure entry for each deal with the listed sector, related to its deal."""
    by_id = {s.id: s for s in statements}
    sanctions = [s for s in statements if s.kind == "sanction"]
    made = []
    for deal in entries:
        if deal.kind != "deal" or deal.family is None:
            continue
        own = [by_id[i] for i in deal.statements]
        found = exposure(own, sanctions, reports, knowledge)
        if found is None:
            continue
        law = [s for s in sanctions if s.recipient == found.person]
        made.append(
            Entry(
                id=content_id("ent", "exposure", found.regime, deal.id),
                kind="exposure",
                band="prospective",
                history=history(law, reports) if law else (),
                statements=tuple(sorted(s.id for s in law)),
                supplier=deal.supplier,
                recipient=found.person,
                name=found.regime,
                item=deal.item,
                designation=deal.designation,
                family=deal.family,
                status=found.level,
                modality="asserted",
                first=deal.first,
                last=deal.last,
                related=(Related(to=deal.id, relation="follows"),),
                exposure=found,
                reasons=found.reasons,
            )
        )
    return made
