"""Evidence in its context: the exact words marked inside a sentence or two of their report."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.publish.views import Excerpt, Run, RunKind

# How far context may reach beyond the evidence; a longer sentence is cut and shown as cut.
CONTEXT_LIMIT = 280
# Where the evidence fills this share of its sentences, a neighbouring sentence is shown too.
FULL_SHARE = 0.7

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[^\W\d_a-z])|\n[^\S\n]*\n|\Z")
_ABBREVIATION = re.compile(r"(?:\b[A-Za-z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov|St|No|vs|approx))\.$")


@dataclass(frozen=True, slots=True, order=True)
class Marked:
    """A stretch to set apart in a text, and how."""

    start: int
    end: int
    kind: RunKind = "mark"
    note: str = ""


def excerpts(text: str, marks: Sequence[tuple[int, int]]) -> tuple[Excerpt, ...]:
    """The marked words in a sentence or two of context; marks whose contexts touch share an excerpt."""
    windows: list[list[int]] = []
    for start, end in sorted(marks):
        low, high = _context(text, start, end)
        if windows and low <= windows[-1][1]:
            windows[-1][1] = max(high, windows[-1][1])
        else:
            windows.append([low, high])
    return tuple(_excerpt(text, low, high, marks) for low, high in windows)


def runs(text: str, start: int, end: int, marked: Sequence[Marked]) -> tuple[Run, ...]:
    """The text from start to end cut into plain and marked runs; of overlapping marks the earlier wins.

    An empty mark gives an empty run: the place where the other text has words.
    """
    return tuple(_runs(text, start, end, marked))


def _runs(text: str, start: int, end: int, marked: Sequence[Marked]) -> Iterator[Run]:
    at = start
    for mark in sorted(marked):
        low, high = max(mark.start, at), min(mark.end, end)
        if low > high or (low == high and mark.start != mark.end):
            continue
        if at < low:
            yield Run(text=text[at:low])
        yield Run(text=text[low:high], kind=mark.kind, note=mark.note)
        at = high
    if at < end:
        yield Run(text=text[at:end])


def sentence_ends(text: str) -> Iterator[int]:
    """Where the sentences of a text end, each end exclusive; good enough to choose context, not to count sentences."""
    for match in _SENTENCE_END.finditer(text):
        if not _ABBREVIATION.search(text[max(0, match.start() - 8) : match.start() + 1]):
            yield match.end()


def _excerpt(text: str, low: int, high: int, marks: Sequence[tuple[int, int]]) -> Excerpt:
    shown = runs(text, low, high, [Marked(start, end) for start, end in marks if start < high and end > low])
    return Excerpt(runs=shown, cut_before=_cut(text, low), cut_after=_cut(text, high))


def _cut(text: str, at: int) -> bool:
    """Whether a stretch that begins or ends here does so inside a sentence."""
    before, after = text[max(0, at - CONTEXT_LIMIT) : at], text[at : at + CONTEXT_LIMIT]
    return bool(before.strip()) and bool(after.strip()) and not _boundary(text, at)


def _boundary(text: str, at: int) -> bool:
    return "\n\n" in text[max(0, at - 2) : at + 2] or bool(
        re.search(r"[.!?…][\"'”’»)\]]*\s*$", text[max(0, at - 6) : at])
    )


def _context(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentences that hold the words, with a neighbour where the words fill them, within the limit."""
    floor, ceiling = max(0, start - 2 * CONTEXT_LIMIT), min(len(text), end + 2 * CONTEXT_LIMIT)
    floor = max(floor, text.rfind("\n\n", floor, start) + 2 if "\n\n" in text[floor:start] else floor)
    paragraph_end = text.find("\n\n", end, ceiling)
    ceiling = paragraph_end if paragraph_end >= 0 else ceiling
    ends = [floor, *(floor + one for one in sentence_ends(text[floor:ceiling])), ceiling]
    before = [one for one in ends if one <= start] or [floor]
    after = [one for one in ends if one >= end] or [ceiling]
    low, high = before[-1], after[0]
    if end - start > FULL_SHARE * (high - low):
        low, high = (before[-2], high) if len(set(before)) > 1 else (low, after[min(1, len(after) - 1)])
    return _trimmed(text, max(low, start - CONTEXT_LIMIT), min(high, end + CONTEXT_LIMIT), start, end)


def _trimmed(text: str, low: int, high: int, start: int, end: int) -> tuple[int, int]:
    """The window without white space at its ends and without half words, never less than the words themselves."""
    if 0 < low < start and text[low - 1].isalnum() and text[low].isalnum():
        low = next((at for at in range(low, start) if text[at].isspace()), low)
    if end < high < len(text) and text[high].isalnum() and text[high - 1].isalnum():
        high = next((at for at in range(high, end, -1) if text[at].isspace()), high)
    while low < start and text[low].isspace():
        low += 1
    while high > end and text[high - 1].isspace():
        high -= 1
    return low, high
