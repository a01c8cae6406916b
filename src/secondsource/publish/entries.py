"""The ledger's entries prepared for the page: header, steps, figures, conflicts, grade and exposure."""

from collections.abc import Sequence

from secondsource.model.evidence import Reason
from secondsource.model.ledger import Conflict, Entry, Exposure, Figure, Step
from secondsource.publish.catalogue import Catalogue
from secondsource.publish.citing import said_by
from secondsource.publish.evidence import evidence_card
from secondsource.publish.ledger_rows import entry_anchor, entry_row, entry_title, figure_amount, pill, quantity_words
from secondsource.publish.views import (
    ConflictView,
    EntryView,
    ExposureStepView,
    ExposureView,
    FigureView,
    RelatedView,
    SaidValue,
    StepView,
)
from secondsource.publish.voices import support_chip, support_words
from secondsource.publish.wording import (
    BASES,
    EXPOSURE_LEVELS,
    date_words,
    listed,
    plainly,
)

# Cards a step shows before the rest is folded away.
CARDS_SHOWN = 3

STANDINGS = {
    "uncontested": "",
    "contested": "Contested: others say otherwise.",
    "denied": "Denied by a party; the denial stands beside the report and does not erase it.",
    "corrected": "Since corrected.",
}


def entry_view(entry: Entry, library: Catalogue) -> EntryView:
    """All that the page says of one entry.

    Raises:
        UsageError: its evidence lies in a report that was not given.
    """
    steps = sorted(entry.history, key=_time_order)
    best = _best_step(steps)
    placed = {one for step in steps for one in step.statements}
    loose = [one for one in entry.statements if one not in placed]
    return EntryView(
        row=entry_row(entry, library),
        lead=_lead(entry, steps, library),
        facts=_facts(entry),
        steps=tuple(_step(one, library, best=one is best) for one in steps),
        figures=tuple(_figure(one) for one in entry.figures),
        loose_cards=tuple(evidence_card(one, library) for one in library.statements_of(loose)),
        conflicts=conflict_views(entry, library),
        grade_reasons=_details(entry.grade_reasons),
        reasons=_details(entry.reasons),
        exposure=_exposure(entry.exposure, library),
        related=tuple(_related(one.to, one.relation, library) for one in entry.related),
    )


def conflict_views(entry: Entry, library: Catalogue) -> tuple[ConflictView, ...]:
    """The disputed figures of an entry, each value with who says it."""
    return tuple(_conflict(one, entry, library) for one in entry.conflicts)


def _conflict(conflict: Conflict, entry: Entry, library: Catalogue) -> ConflictView:
    return ConflictView(
        entry_anchor=entry_anchor(entry.id),
        entry_title=entry_title(entry),
        field=plainly(conflict.field),
        values=tuple(SaidValue(value=one.value, said=said_by(one.statements, library)) for one in conflict.values),
    )


def _best_step(steps: Sequence[Step]) -> Step | None:
    counted = [one for one in steps if one.support is not None]
    return max(counted, key=_strength, default=None)


def _strength(step: Step) -> tuple[int, int, int]:
    support = step.support
    return (support.established, support.informants, support.reports) if support else (0, 0, 0)


def _time_order(step: Step) -> tuple[str, str]:
    """Where a step stands in the story: what was done "by" a day comes first, a plan "by" a day at that day."""
    if step.start is None and step.modality == "asserted":
        return ("" if step.end else "9999", step.end or "")
    return (step.start or step.end or "9999", step.end or "9999")


def _lead(entry: Entry, steps: Sequence[Step], library: Catalogue) -> str:
    """The header sentence: every step in order, with what is planned, denied or did not happen said as such."""
    if entry.exposure:
        claims = "".join(f"; {one.claim}" for one in entry.exposure.claims)
        return (
            f"{entry.exposure.person} under {entry.exposure.regime}: {EXPOSURE_LEVELS[entry.exposure.level]}{claims}."
        )
    clauses = "; ".join(_clause(one) for one in steps)
    title = entry_title(entry, quantity_words(entry, library))
    return f"{title[:1].upper()}{title[1:]}: {clauses}." if clauses else ""


def _clause(step: Step) -> str:
    when = date_words(step.start, step.end)
    words = pill(step.status, step.modality, step.polarity).word + (f", {when}" if when else "")
    ending = {"denied": ", which is denied", "contested": ", which is contested", "corrected": ", since corrected"}
    return words + ending.get(step.standing, "")


def _facts(entry: Entry) -> tuple[tuple[str, str], ...]:
    expected = date_words(entry.next.start, entry.next.end) or entry.next.text if entry.next else ""
    coming = ", ".join(filter(None, (plainly(entry.next_status or ""), expected)))
    facts = (
        ("Parties", listed(entry.parties)),
        ("Designation", _marked("designation", entry.designation, entry)),
        ("Maker", _marked("maker", entry.maker, entry)),
        ("Part", plainly(entry.part or "")),
        ("Mode", plainly(entry.mode or "")),
        ("Scope", "" if entry.scope == "unknown" else entry.scope),
        ("Next", coming + (" (overdue)" if coming and entry.overdue else "")),
        ("Entry", entry.id),
        ("Replaced by", entry.replaced_by or ""),
    )
    return tuple((name, words) for name, words in facts if words)


def _marked(slot: str, words: str | None, entry: Entry) -> str:
    return f"{words} (inferred)" if words and slot in entry.inferred else words or ""


def _step(step: Step, library: Catalogue, *, best: bool) -> StepView:
    statements = library.statements_of(step.statements)
    cards = tuple(evidence_card(one, library) for one in statements)
    actor = f"by {step.actor.name} ({step.actor.side})" if step.actor else ""
    return StepView(
        pill=pill(step.status, step.modality, step.polarity),
        when=date_words(step.start, step.end) or "date unknown",
        interval=step.start != step.end,
        detail=", ".join(filter(None, (actor, plainly(step.instrument or "")))),
        standing=STANDINGS[step.standing],
        support=support_chip(step.support, statements, library),
        cards=cards[:CARDS_SHOWN],
        folded=cards[CARDS_SHOWN:],
        best=best,
    )


def _figure(figure: Figure) -> FigureView:
    return FigureView(
        amount=figure_amount(figure),
        basis=BASES.get(figure.basis, plainly(figure.basis)),
        as_of=figure.as_of or "",
        support=support_words(figure.support) if figure.support else "",
    )


def _exposure(exposure: Exposure | None, library: Catalogue) -> ExposureView | None:
    if exposure is None:
        return None
    return ExposureView(
        regime=exposure.regime,
        person=exposure.person,
        level=EXPOSURE_LEVELS[exposure.level],
        reasons=_details(exposure.reasons),
        steps=tuple(
            ExposureStepView(
                status=plainly(one.status),
                when=date_words(one.start, one.end) or "date unknown",
                reason=one.reason,
                said=said_by(one.statements, library),
            )
            for one in exposure.steps
        ),
        claims=tuple(SaidValue(value=one.claim, said=said_by(one.statements, library)) for one in exposure.claims),
    )


def _related(to: str, relation: str, library: Catalogue) -> RelatedView:
    other = library.entries.get(to)
    title = entry_title(other) if other else to
    return RelatedView(relation=plainly(relation), title=title, anchor=entry_anchor(to) if other else None)


def _details(reasons: Sequence[Reason]) -> tuple[str, ...]:
    return tuple(one.detail for one in reasons)
