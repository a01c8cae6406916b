"""Statements of export controls: licences, embargoes, holds, consents and court orders."""

from secondsource.model.statement import Actor, Side
from secondsource.understand.drafts import Draft
from secondsource.understand.items import things
from secondsource.understand.manner import cues, modality, moment, polarity
from secondsource.understand.page import Line, Page
from secondsource.understand.parties import Standing, standings

_REACH = 90


def controls(page: Page, line: Line) -> list[Draft]:
    """The controls that one sentence speaks of, each with the cue nearest to its noun."""
    found: list[Draft] = []
    available = cues(page, line, "control-cue")
    for pattern, _ in page.knowledge.phrases_of("control-thing"):
        for match in pattern.finditer(page.text, line.start, line.end):
            near = [
                c
                for c in available
                if not match.start() <= c[0][0] < match.end()
                and max(c[0][0] - match.end(), match.start() - c[0][1], 0) <= _REACH
            ]
            if not near:
                continue
            span, phrase = min(near, key=lambda c: max(c[0][0] - match.end(), match.start() - c[0][1], 0))
            draft = Draft(
                kind="control",
                line=line,
                cue=span,
                phrase=phrase,
                status=phrase.value,
                name=page.report.text[match.start() : match.end()],
                modality=modality(page, line, span, phrase),
                polarity=polarity(page, line, span),
            )
            _fill(page, draft)
            if draft.actor is not None or draft.recipient is not None:
                found.append(draft)
    return found[:1]


def _fill(page: Page, draft: Draft) -> None:
    states = standings(page, draft.line)
    subject = next((s for s in states if s.end <= draft.cue[0] and s.preposition in (None, "by")), None) or next(
        (s for s in states if s.preposition == "by"), None
    )
    if subject is not None:
        draft.actor = Actor(name=subject.label, side=_side(subject))
        draft.supplier = subject.country
    target = next((s for s in states if s.preposition in ("to", "on", "against", "for") and s != subject), None)
    if target is not None and target.country != draft.supplier:
        draft.recipient = target.country
    items = things(page, draft.line)
    if items:
        draft.thing = items[0]
    found = moment(page, draft.line, draft.cue)
    if found is not None:
        if draft.modality == "asserted":
            draft.date = found[0]
        else:
            draft.expected = found[0]


def _side(state: Standing) -> Side:
    if state.body_role == "legislature":
        return "legislature"
    return "court" if state.body_role == "court" else "supplier"
