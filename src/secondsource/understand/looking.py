"""What the trained extractor sees in a report: stretch by stretch, its triggers and what the sentences offer them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.extractor import Extractor, Offer, Place, States
from secondsource.understand.candidates import Candidate, candidates, names
from secondsource.understand.items import Thing, things
from secondsource.understand.page import Line, Page
from secondsource.understand.spans import Span, spans
from secondsource.understand.stretches import Stretch, stretches

LEAST = {"trigger": 0.3, "item": 0.4, "speaker": 0.3}
"""The least probability at which a span of a layer is taken up."""
_SMALL_WORDS = "and|or|of|the|a|an|by|that|which|who|to|from|for|with|its|their"
_BEFORE = re.compile(rf"^(?:[\W_]+|(?:{_SMALL_WORDS})\s+)+", re.IGNORECASE)
_AFTER = re.compile(rf"(?:[^\w)]+|\s(?:{_SMALL_WORDS}|at|in|on))+$", re.IGNORECASE)
_NO_GAP = re.compile(r"\s*(?:(?:of|on|to|the|a|an|in|for|been|being|be|up|its|their|that|at|by)\s+)?")
_NO_THING = re.compile(r"\b(?:sanctions?|deals?|contracts?|agreements?|licen[cs]es?|talks)\b", re.IGNORECASE)
_SHORTEST = 4
_AROUND = 5
_MARKS = " ,.;:\"'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A stretch with what the extractor made of it. `offered` joins what the recognisers and the extractor propose."""

    page: Page
    stretch: Stretch
    states: States
    offered: tuple[tuple[Candidate, Place], ...]

    @property
    def offers(self) -> list[Offer]:
        return [Offer(place=place, kind=c.kind) for c, place in self.offered]

    def triggers(self) -> Iterator[tuple[Place, float]]:
        """The triggers in the sentences that this stretch owns, and how sure each is."""
        for span in _apart(self, list(spans(self.states, self.stretch.glued, "trigger", LEAST["trigger"]))):
            number = self.stretch.numbers[span.start]
            if self.stretch.owned[0] <= number <= self.stretch.owned[1]:
                yield Place(start=span.start, end=span.end, sentence=number), span.sure

    def line(self, token: int) -> Line | None:
        """The sentence of a token; None for the marks between sentences."""
        return _line(self.stretch, token)


def looked_at(page: Page, extractor: Extractor) -> Iterator[Seen]:
    """Run the extractor over the sentences of a report that name arms or what rules them, and those around them."""
    for stretch in stretches(page, extractor.tokens, _about_arms(page)):
        states = extractor.encode(stretch.window)
        offered = [c for line in stretch.lines for c in candidates(page, line)]
        offered += _marked_things(page, stretch, states, offered)
        offered += _marked_speakers(page, stretch, states)
        placed = tuple((c, p) for c in offered if (p := stretch.place(c.start, c.end)) is not None)
        yield Seen(page=page, stretch=stretch, states=states, offered=placed)


def _about_arms(page: Page) -> list[Line]:
    """The sentences within a few of one that names arms, a pact or a control; a report that names none is not read."""
    near: set[int] = set()
    for line in page.lines:
        if page.names(line.start, line.end, "weapon", "agreement") or things(page, line) or names(page, line):
            near |= set(range(line.number - _AROUND, line.number + _AROUND + 1))
    return [line for line in page.lines if line.number in near]


def _apart(seen: Seen, found: Sequence[Span]) -> list[Span]:
    """Of triggers with no more than a small word between them ("took" and "delivery"), the surest."""
    kept: list[Span] = []
    for span in found:
        last = kept[-1] if kept else None
        between = seen.page.text[seen.stretch.ends[last.end - 1] : seen.stretch.starts[span.start]] if last else ""
        if last is None or not _NO_GAP.fullmatch(between):
            kept.append(span)
        elif span.sure > last.sure:
            kept[-1] = span
    return kept


def _line(stretch: Stretch, token: int) -> Line | None:
    number = stretch.numbers[token]
    return next((line for line in stretch.lines if line.number == number), None)


def _marked_things(page: Page, stretch: Stretch, states: States, offered: Sequence[Candidate]) -> list[Candidate]:
    """Items that no recogniser knows, as the extractor marks them."""
    known = [(c.start, c.end) for c in offered if c.kind in ("thing", "state", "date", "sum")]
    found = []
    for span in spans(states, stretch.glued, "item", LEAST["item"]):
        line = _line(stretch, span.start)
        start, end = _trimmed(page.text, stretch.starts[span.start], stretch.ends[span.end - 1])
        if line is None or not start < end <= line.end or any(s < end and start < e for s, e in known):
            continue
        printed = page.report.text[start:end]
        if _NO_THING.search(printed) or len(printed) < _SHORTEST:
            continue
        thing = Thing(start=start, end=end, printed=printed, kinds=())
        found.append(Candidate(kind="thing", start=start, end=end, name=printed.lower(), line=line, what=thing))
    return found


def _marked_speakers(page: Page, stretch: Stretch, states: States) -> list[Candidate]:
    found = []
    for span in spans(states, stretch.glued, "speaker", LEAST["speaker"]):
        line = _line(stretch, span.start)
        start, end = _trimmed(page.text, stretch.starts[span.start], stretch.ends[span.end - 1], articles=True)
        if line is not None and start < end <= line.end:
            name = page.text[start:end]
            found.append(Candidate(kind="voice", start=start, end=end, name=name, line=line, marked=True))
    return found


def _trimmed(text: str, start: int, end: int, *, articles: bool = False) -> tuple[int, int]:
    """A span without marks and small words at its edges; with `articles`, small words before it stay."""
    before = None if articles else _BEFORE.match(text[start:end])
    start += before.end() if before else end - start - len(text[start:end].lstrip(_MARKS))
    after = _AFTER.search(text[start:end])
    return start, start + after.start() if after else end
