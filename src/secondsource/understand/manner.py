"""How a thing is said: asserted, planned or possible; affirmed or negated; by which mode and instrument; and when."""

import re
from collections.abc import Sequence
from typing import cast

from secondsource.knowledge.entries import Phrase
from secondsource.model.statement import Modality, Moment, Polarity
from secondsource.understand.dates import dates
from secondsource.understand.page import Line, Page

_NEGATION_WORDS = 3
_NOMINAL = re.compile(
    r"(?:purchases?|acquisitions?|procurement|orders?|sales?(?: of)?|shipment|offers?|"
    r"leas(?:e|ing)|discussions?|negotiations?|"
    r"refusal|rejection|suspension|cancellation|approval|signing)$",
    re.IGNORECASE,
)
_VERBAL_BEFORE = re.compile(
    r"\b(?:to|will|would|could|may|might|can|must|should|not|they|we|who|did|does|do|that|also)\s+$", re.IGNORECASE
)
_NOT_BEFORE = re.compile(
    r"\b(?:(?:certainly |definitely )?not (?:before|until)|no (?:earlier|sooner) than)\s+(?:[\w']+\s+){0,4}$",
    re.IGNORECASE,
)
_HALTS = frozenset({"suspended", "resumed", "deferred", "cancelled"})
_OF_SAYING = re.compile(
    r"\b(?:said|told|says|announced|confirmed|reported|wrote)\s+(?:[\w.]+\s+){0,2}(?:late\s+|early\s+)?$", re.IGNORECASE
)
_MODAL = re.compile(r"(?:will|would|may|might|could|can|to)\b", re.IGNORECASE)
_OF_THE_SALE = frozenset({"possible", "potential", "planned"})
_CONDITION = re.compile(
    r"\b(?:unless|until|if|once|provided|before)\s+(?!.*\b(?:was|were|had|has|have|in (?:19|20)\d\d)\b)[^,;:.]{0,50}$",
    re.IGNORECASE,
)
_COMPOUND = re.compile(r"\w+ (?:dates?|deadlines?|schedules?|timetables?|ceremony|targets?)\b", re.IGNORECASE)
_INFINITIVE = re.compile(r"\bto\s+$", re.IGNORECASE)
_AFTER_WINDOW = 60
_DATE_REACH = 160
_SPAN = tuple[int, int]


def nominal(page: Page, cue: _SPAN) -> bool:
    """Whether the cue is a noun ("the purchase of"), which names a deal without saying that it was done."""
    before = page.text[max(0, cue[0] - 12) : cue[0]]
    return bool(_NOMINAL.match(page.text[cue[0] : cue[1]])) and not _VERBAL_BEFORE.search(before)


def modality(page: Page, line: Line, cue: _SPAN, phrase: Phrase) -> Modality:
    """The marker nearest before the cue in its clause decides; a phrase that carries a modality of its own wins."""
    printed = page.text[cue[0] : cue[1]]
    if phrase.modality:
        doubtful = phrase.modality == "planned" and any(
            p.search(printed) for p, _ in page.knowledge.phrases_of("possible")
        )
        return "possible" if doubtful else cast("Modality", phrase.modality)
    start, end = page.clause(line, cue[0])
    noun = nominal(page, cue)
    best = _after_noun(page, cue, max(end, line.end)) if noun else None
    if best is None:
        modal = _MODAL.match(printed)
        best = _before(page, phrase, page.text[start : cue[0]] + (modal.group() if modal else ""))
    if best is not None:
        return cast("Modality", best[1])
    return "planned" if _INFINITIVE.search(page.text[max(start, cue[0] - 4) : cue[0]]) else "asserted"


def _before(page: Page, phrase: Phrase, before: str) -> tuple[int, str] | None:
    """The last mark of plan or possibility; a "possible sale" that is cleared is cleared all the same."""
    best: tuple[int, str] | None = None
    for kind in ("planned", "possible"):
        for pattern, _ in page.knowledge.phrases_of(kind):
            for match in pattern.finditer(before):
                adjective = phrase.frame == "approver" and match.group().lower() in _OF_THE_SALE
                if not adjective and (best is None or match.end() >= best[0]):
                    best = (match.end(), kind)
    return best


def _after_noun(page: Page, cue: _SPAN, end: int) -> tuple[int, str] | None:
    after = page.text[cue[1] : min(end, cue[1] + 2 * _AFTER_WINDOW)]
    for kind in ("possible", "planned"):
        for pattern, _ in page.knowledge.phrases_of(kind):
            match = pattern.search(after)
            if match:
                return match.start(), kind
    return None


def hangs_on_a_condition(page: Page, line: Line, cue: _SPAN) -> bool:
    """As in "not before the contract is signed", "if it is delivered": the clause says when, and not that it was so."""
    before = page.text[line.start : cue[0]]
    return bool(_CONDITION.search(before))


def names_a_step(page: Page, line: Line, cue: _SPAN) -> bool:
    """As in "the signing date", "the delivery deadline": a compound speaks of a step to come, and states none."""
    found = _COMPOUND.search(page.text, cue[0], line.end)
    return found is not None and found.start() < cue[1]


def polarity(page: Page, line: Line, cue: _SPAN) -> Polarity:
    """Negated when "not", "no", "never" stand within a few words before the cue in its clause."""
    start, _ = page.clause(line, cue[0])
    words = page.text[start : cue[0]].split()
    reach = 1 if nominal(page, cue) else _NEGATION_WORDS
    near = " ".join(words[-reach:])
    negated = any(pattern.search(near) for pattern, _ in page.knowledge.phrases_of("negation"))
    return "negated" if negated else "affirmed"


def phrase_value(page: Page, line: Line, kind: str, place: int) -> str | None:
    """The value of the phrase of this kind nearest to `place` in the sentence."""
    best: tuple[int, str] | None = None
    for pattern, phrase in page.knowledge.phrases_of(kind):
        for match in pattern.finditer(page.text, line.start, line.end):
            distance = abs(match.start() - place)
            if best is None or distance < best[0]:
                best = (distance, phrase.value)
    return best[1] if best else None


def moment(page: Page, line: Line, cue: _SPAN) -> tuple[Moment, _SPAN] | None:
    """The date nearest to the cue, its own clause first."""
    found = [
        d
        for d in dates(page.text, line.start, line.end, page.report)
        if not _OF_SAYING.search(page.text[line.start : d[0]])
    ]
    start, end = page.clause(line, cue[0])
    inside = [d for d in found if start <= d[0] and d[1] <= end]
    near = min(inside or found, key=lambda d: _distance(d, cue), default=None)
    if near is None or _distance(near, cue) > _DATE_REACH:
        return None
    return _open_ended(page, line, near[0], near[2]), (near[0], near[1])


def _open_ended(page: Page, line: Line, place: int, found: Moment) -> Moment:
    """As in "Not before the vote in May": the date opens the interval and does not close it."""
    match = _NOT_BEFORE.search(page.text[line.start : place])
    if match is None:
        return found
    text = page.report.text[line.start + match.start() : place] + found.text
    return Moment(text=text, start=found.start, end=None)


def _distance(found: tuple[int, int, Moment], cue: _SPAN) -> int:
    return max(found[0] - cue[1], cue[0] - found[1], 0)


def cues(page: Page, line: Line, kind: str) -> list[tuple[_SPAN, Phrase]]:
    """The cue phrases of one kind in a sentence; of overlapping ones the longest stands."""
    found = [
        ((m.start(), m.end()), phrase)
        for pattern, phrase in page.knowledge.phrases_of(kind)
        for m in pattern.finditer(page.text, line.start, line.end)
        if m.end() > m.start()
    ]
    found.sort(key=lambda f: (f[0][0] - f[0][1], f[0][0], f[1].id))
    kept: list[tuple[_SPAN, Phrase]] = []
    for span, phrase in found:
        if all(span[1] <= s[0] or s[1] <= span[0] for s, _ in kept):
            kept.append((span, phrase))
    return sorted(_without_infinitives(page, kept), key=lambda f: f[0])


def _without_infinitives(page: Page, found: Sequence[tuple[_SPAN, Phrase]]) -> list[tuple[_SPAN, Phrase]]:
    """As in "pressed India to buy": the infinitive belongs to the cue before it and is no event of its own."""
    kept = []
    for span, phrase in found:
        before = page.text[max(0, span[0] - 8) : span[0]]
        infinitive = re.search(r"\b(?:to|into)\s+$", before, re.IGNORECASE) or (
            page.text[span[0] : span[1]].lower().endswith("ing")
            and re.search(r"\b(?:on|of|about|over|for|in)\s+$", before)
        )
        if phrase.value == "negotiating" and any(f[1].value in _HALTS and 0 <= span[0] - f[0][1] <= 3 for f in found):
            continue
        earlier = [f for f in found if f[0][1] <= span[0] and span[0] - f[0][1] <= 60 and f[1].value != phrase.value]
        if not (infinitive and earlier and not re.search(r"[;,]", page.text[earlier[-1][0][1] : span[0]])):
            kept.append((span, phrase))
    return kept
