"""Where a text quotes: the stretches between quotation marks, also unclosed, run-on and nested ones.

Conventions of English typography: in speech of several paragraphs each opens with a mark and only the last one closes
(Chicago Manual of Style 13.32; Hart's Rules 9.2.4). Marks without direction are told apart by the blanks beside them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.text.sentences import paragraphs

_MARK = re.compile(r"[\"“”„‟«»]")
_OPENS = "“„‟«"
_CLOSES = "”»"
_BEFORE_OPENING = "([{-–—/'‘"
_AFTER_CLOSING = ".,;:!?)]}-–—'’"
_SENTENCE_END = re.compile(r"[.!?…][\"'’”)\]]*\s+$")
_SINGLE = re.compile(
    r"(?<![\w'’])['‘](?=[A-Z])(?P<said>(?:[^'’\n]|(?<=\w)['’](?=\w)|(?<=s)['’](?=\s)){10,900}?[,.!?])['’](?!\w)"
)
_LOOK_BACK = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A stretch with its marks; one that runs on has no closing mark because the next one goes on with it."""

    start: int
    end: int
    runs_on: bool = False


def marked(text: str) -> tuple[Marked, ...]:
    """The quoted stretches of `text` in order and apart; what stands inside another one is part of it."""
    places = paragraphs(text)
    found: list[Marked] = []
    for number, (start, end) in enumerate(places):
        after = places[number + 1][0] if number + 1 < len(places) else end
        goes_on = after < len(text) and after > end and text[after] in '"“„‟«'
        found += _Paragraph(text, start, end, goes_on=goes_on).read()
    return tuple(found)


def single_marked(text: str, taken: Sequence[Marked]) -> Iterator[Marked]:
    """The stretches between single marks that begin like a sentence and close behind a stop or comma."""
    upcoming = 0
    for match in _SINGLE.finditer(text):
        while upcoming < len(taken) and taken[upcoming].end <= match.start():
            upcoming += 1
        if upcoming == len(taken) or match.end() <= taken[upcoming].start:
            yield Marked(start=match.start(), end=match.end())


class _Paragraph:
    """Reads the marks of one paragraph from left to right, with those that are open at each place."""

    def __init__(self, text: str, start: int, end: int, *, goes_on: bool) -> None:
        self._text = text
        self._start = start
        self._end = end
        self._goes_on = goes_on
        self._open: list[int] = []
        self._inner: list[Marked] = []
        self._found: list[Marked] = []

    def read(self) -> list[Marked]:
        for mark in _MARK.finditer(self._text, self._start, self._end):
            if self._is_opening(mark.start()):
                self._opened(mark.start())
            elif self._open:
                self._closed(mark.end())
        self._ended()
        return self._found

    def _opened(self, place: int) -> None:
        before = self._text[max(self._start, place - _LOOK_BACK) : place]
        if self._open and _SENTENCE_END.search(before):
            self._keep(self._open[0], place, runs_on=True)
        self._open.append(place)

    def _closed(self, end: int) -> None:
        start = self._open.pop()
        if self._open:
            self._inner.append(Marked(start=start, end=end))
        else:
            self._keep(start, end)

    def _ended(self) -> None:
        """A stretch still open runs to the end, but where only an inner mark closed, the outer one is a slip."""
        if not self._open:
            return
        if self._inner and not self._goes_on:
            self._found += self._inner
        else:
            self._keep(self._open[0], self._end, runs_on=self._goes_on)

    def _keep(self, start: int, end: int, *, runs_on: bool = False) -> None:
        while end > start and self._text[end - 1].isspace():
            end -= 1
        self._found.append(Marked(start=start, end=end, runs_on=runs_on))
        self._open.clear()
        self._inner.clear()

    def _is_opening(self, place: int) -> bool:
        mark = self._text[place]
        if mark == "“" and self._open and self._text[self._open[-1]] == "„":
            return False
        if mark in _OPENS or mark in _CLOSES:
            return mark in _OPENS
        before = self._text[place - 1] if place > self._start else " "
        after = self._text[place + 1] if place + 1 < self._end else " "
        free_before = before.isspace() or before in _BEFORE_OPENING
        free_after = after.isspace() or after in _AFTER_CLOSING
        return free_before if free_before != free_after else not self._open
