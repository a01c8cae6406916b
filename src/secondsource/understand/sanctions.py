"""Statements of sanctions: who threatens, imposes, waives or exempts whom, under which law, over which deal."""

import re

from secondsource.knowledge.entries import Law
from secondsource.understand.drafts import Draft
from secondsource.understand.items import things
from secondsource.understand.manner import cues, modality, moment, polarity
from secondsource.understand.page import Line, Page
from secondsource.understand.parties import Standing, standings

_SANCTION = re.compile(r"\bsanction(?:s|ed|ing)?\b", re.IGNORECASE)
_LAW_REACH_LINES = 4
_WITHOUT_WORD = {"exempted", "waived"}
_WHICH = re.compile(r",?\s+(?:which|who|that)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_GENERIC_TARGET = re.compile(
    r"\b(?:third countries|countries (?:that )?(?:buy|purchas)\w+|buyers|anyone)\b", re.IGNORECASE
)


def sanctions(page: Page, line: Line) -> list[Draft]:
    """The sanctions that one sentence speaks of."""
    law = law_near(page, line)
    spoken = bool(_SANCTION.search(page.words(line)))
    here = law is not None and law[1] is line
    found = []
    for span, phrase in cues(page, line, "sanction-cue"):
        if not (spoken or here or (law is not None and phrase.value in _WITHOUT_WORD)):
            continue
        if phrase.value == "threatened" and not spoken and not here:
            continue
        draft = Draft(
            kind="sanction",
            line=line,
            cue=span,
            phrase=phrase,
            status=phrase.value,
            modality="asserted" if phrase.value == "threatened" else modality(page, line, span, phrase),
            polarity=polarity(page, line, span),
        )
        if law is not None:
            draft.fill(law[1], name=law[0].name, regime=short_name(law[0]), supplier=law[0].country)
        _target(page, draft)
        _when(page, draft)
        if draft.recipient or _GENERIC_TARGET.search(page.words(line)):
            found.append(draft)
    return _distinct(found)


def law_near(page: Page, line: Line) -> tuple[Law, Line] | None:
    """The sanctions law named in the sentence, or the last one named shortly before."""
    for before in reversed(page.lines[max(0, line.number - _LAW_REACH_LINES) : line.number + 1]):
        for mention in page.names(before.start, before.end, "law"):
            entry = page.knowledge.get("law", mention.id, Law)
            if mention.strong and entry.kind == "sanctions":
                return entry, before
    return None


def short_name(law: Law) -> str:
    """The name by which the law is cited: its shortest alias in capitals, else its name."""
    capitals = [a for a in law.aliases if a.isupper()]
    return min(capitals, key=len) if capitals else law.name


def _target(page: Page, draft: Draft) -> None:
    states = standings(page, draft.line)
    giver = draft.supplier
    by_adjective = next((s for s in states if s.demonym and _SANCTION.match(page.text[s.end + 1 : s.end + 12])), None)
    if giver is None and by_adjective is not None:
        draft.fill(draft.line, supplier=by_adjective.country)
        giver = by_adjective.country
    able = [s for s in states if s.country != (giver or "United States") and not s.demonym and not s.maker]
    which = _WHICH.search(page.text, draft.line.start, draft.cue[0])
    if which is not None:
        able = [s for s in able if which.start() - s.end <= 3]
    chosen = min(able, key=lambda s: _target_rank(s, draft), default=None)
    if chosen is not None:
        draft.fill(draft.line, recipient=chosen.country)
    if giver is None:
        imposer = next((s for s in states if s.end <= draft.cue[0] and s.country != draft.recipient), None)
        if imposer is not None:
            draft.fill(draft.line, supplier=imposer.country)
    named = [t for t in things(page, draft.line) if not t.generic]
    if named:
        draft.thing = named[0]


def _target_rank(state: Standing, draft: Draft) -> tuple[bool, bool, int]:
    faces = draft.phrase is not None and draft.phrase.value == "threatened"
    after = (state.start >= draft.cue[0]) != faces
    return (state.preposition not in ("on", "against", "for", "to", None), not after, abs(state.start - draft.cue[0]))


def _when(page: Page, draft: Draft) -> None:
    found = moment(page, draft.line, draft.cue)
    if found is not None and draft.modality == "asserted":
        draft.date = found[0]


def _distinct(found: list[Draft]) -> list[Draft]:
    kept: dict[tuple[object, ...], Draft] = {}
    for draft in found:
        kept.setdefault((draft.status, draft.modality, draft.recipient), draft)
    return list(kept.values())
