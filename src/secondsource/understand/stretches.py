"""A report cut into stretches that the extractor can take at once, with what the recognisers know of each token."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from secondsource.extractor import Place, Window
from secondsource.extractor.labels import MARKS
from secondsource.understand.candidates import candidates
from secondsource.understand.items import Thing
from secondsource.understand.page import Line, Page
from secondsource.understand.people import PERSON

Tokenizer = Callable[[str], tuple[list[int], list[tuple[int, int]]]]
"""Gives the word pieces of a text and where each stands in it, as `Extractor.tokens` does."""
LONGEST = 256
"""Tokens of a stretch, marks of begin and end included."""
_CONTEXT = 96
_BEGIN, _END = 101, 102
_MARK = {name: n for n, name in enumerate(MARKS)}
_PLAIN = "planned possible negation denial confirmation no-comment speech anonymous-role anonymity".split()
_VALUED = {
    "transfer-cue": "transfer",
    "agreement-cue": "agreement",
    "sanction-cue": "sanction",
    "control-cue": "control",
    "instrument": "instrument",
    "mode": "mode",
    "basis": "basis",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Consecutive sentences as tokens: where each token stands in the text and in which sentence.

    Every sentence belongs to one stretch (`owned`, numbers of its first and last sentence); the others give it context.
    """

    window: Window
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    numbers: tuple[int, ...]
    lines: tuple[Line, ...]
    owned: tuple[int, int]

    @property
    def glued(self) -> list[bool]:
        """For each token, whether it goes on in the word of the token before."""
        return [n > 0 and self.starts[n] == self.ends[n - 1] and self.numbers[n] >= 0 for n in range(len(self.starts))]

    def place(self, start: int, end: int) -> Place | None:
        """The tokens that a span of the text covers, or None where it lies outside."""
        first = bisect_right(self.ends, start)
        last = bisect_left(self.starts, end)
        if first >= last or self.numbers[first] < 0:
            return None
        return Place(start=first, end=last, sentence=self.numbers[first])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tokens:
    line: Line
    ids: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]
    marks: np.ndarray


def stretches(page: Page, tokenize: Tokenizer, lines: Sequence[Line] | None = None) -> Iterator[Stretch]:
    """Cut the sentences of a report, or those given, into stretches; neighbours overlap to give each other context."""
    tokens = [_tokens(page, line, tokenize) for line in (page.lines if lines is None else lines)]
    first = 0
    owned_from = 0
    while first < len(tokens):
        last, size = first, 1
        while last < len(tokens) and (last == first or size + len(tokens[last].ids) + 1 <= LONGEST):
            size += len(tokens[last].ids) + 1
            last += 1
        back, context = last, 0
        while last < len(tokens) and back > first + 1 and context + len(tokens[back - 1].ids) <= _CONTEXT:
            back -= 1
            context += len(tokens[back].ids)
        middle = last if last == len(tokens) else max(owned_from + 1, (back + last + 1) // 2)
        yield _stretch(tokens[first:last], (tokens[owned_from].line.number, tokens[middle - 1].line.number))
        owned_from = middle
        first = last if last == len(tokens) else min(back, middle)


def _tokens(page: Page, line: Line, tokenize: Tokenizer) -> _Tokens:
    ids, spots = tokenize(page.text[line.start : line.end])
    room = LONGEST - 2
    spans = [(line.start + a, line.start + b) for a, b in spots[:room]]
    marks = np.zeros((len(spans), len(MARKS)), dtype=np.float32)
    starts, ends = [s for s, _ in spans], [e for _, e in spans]
    for mark, start, end in _marks(page, line):
        marks[bisect_right(ends, start) : bisect_left(starts, end), _MARK[mark]] = 1.0
    return _Tokens(line=line, ids=tuple(ids[:room]), spans=tuple(spans), marks=marks)


def _marks(page: Page, line: Line) -> Iterator[tuple[str, int, int]]:
    """What the recognisers know of the words of a sentence."""
    for mention in page.names(line.start, line.end, "country", "body", "maker", "outlet", "agreement", "law"):
        yield "demonym" if mention.form == "demonym" else mention.kind, mention.start, mention.end
    for offered in candidates(page, line):
        if offered.kind in ("count", "sum", "date"):
            yield offered.kind, offered.start, offered.end
        elif offered.kind == "thing":
            generic = isinstance(offered.what, Thing) and offered.what.generic
            yield "thing" if generic else "weapon", offered.start, offered.end
        elif offered.kind == "state" and offered.name in _exporters(page):
            yield "exporter", offered.start, offered.end
    for match in PERSON.finditer(page.text, line.start, line.end):
        yield "person", match.start("name"), match.end("name")
    for start, end in page.quotes:
        if start < line.end and line.start < end:
            yield "quoted", max(start, line.start), min(end, line.end)
    if line.headline:
        yield "headline", line.start, line.end
    yield from _phrases(page, line)


def _phrases(page: Page, line: Line) -> Iterator[tuple[str, int, int]]:
    """The cue phrases of a sentence, with the word of the vocabulary that each stands for."""
    for kind in _PLAIN:
        for pattern, _ in page.knowledge.phrases_of(kind):
            for match in pattern.finditer(page.text, line.start, line.end):
                yield kind, match.start(), match.end()
    for kind, group in _VALUED.items():
        for pattern, phrase in page.knowledge.phrases_of(kind):
            mark = f"{group}:{phrase.value}"
            if mark in _MARK:
                for match in pattern.finditer(page.text, line.start, line.end):
                    yield mark, match.start(), match.end()


@lru_cache(maxsize=16)
def _exporters(page: Page) -> frozenset[str]:
    """The states that usually export the weapons the report names."""
    found = (c.what for line in page.lines for c in candidates(page, line) if c.kind == "thing")
    return frozenset(t.exporter for t in found if isinstance(t, Thing) and t.exporter)


def _stretch(tokens: Sequence[_Tokens], owned: tuple[int, int]) -> Stretch:
    ids, starts, ends, numbers = [_BEGIN], [tokens[0].line.start], [tokens[0].line.start], [-1]
    marks = [np.zeros((1, len(MARKS)), dtype=np.float32)]
    for one in tokens:
        ids += [*one.ids, _END]
        starts += [s for s, _ in one.spans] + [one.line.end]
        ends += [e for _, e in one.spans] + [one.line.end]
        numbers += [one.line.number] * len(one.ids) + [-1]
        marks += [one.marks, np.zeros((1, len(MARKS)), dtype=np.float32)]
    return Stretch(
        window=Window(ids=tuple(ids), marks=np.concatenate(marks)),
        starts=tuple(starts),
        ends=tuple(ends),
        numbers=tuple(numbers),
        lines=tuple(one.line for one in tokens),
        owned=owned,
    )
