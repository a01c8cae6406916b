"""Two texts side by side: what one took from the other, passage by passage, and what it changed."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.model.lineage import Change, Link, Passage
from secondsource.publish.excerpts import Marked, runs, sentence_ends
from secondsource.publish.views import AlignedRow, ChangeCount, RunKind
from secondsource.publish.wording import CHANGES

# What a fact-checker must see: a reader of the copy would believe something else.
SERIOUS = frozenset({"number", "name", "quote", "negation"})

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class _Pair:
    """A stretch of the taking text and the stretch of the donor that stands in its place."""

    start: int
    end: int
    of_start: int
    of_end: int


def aligned_rows(link: Link, text: str, donor: str | None) -> tuple[AlignedRow, ...]:
    """The passages of a link as rows, cut at sentence ends where both texts end one there.

    Args:
        link: a link with passages and changes.
        text: the text that took them.
        donor: the text they come from, or None where it is not in the library.
    """
    return tuple(row for passage in link.passages for row in _passage_rows(passage, link.changes, text, donor))


def change_counts(link: Link, text: str, donor: str) -> tuple[ChangeCount, ...]:
    """What was changed into what, and how often: serious changes first, then the frequent ones."""
    counts = Counter(
        (one.kind, donor[one.of_start : one.of_end].strip(), text[one.start : one.end].strip()) for one in link.changes
    )
    ordered = sorted(counts.items(), key=lambda one: (one[0][0] not in SERIOUS, -one[1], one[0]))
    return tuple(
        ChangeCount(kind=CHANGES[kind], was=was, now=now, times=times, serious=kind in SERIOUS)
        for (kind, was, now), times in ordered
    )


def _passage_rows(passage: Passage, changes: Sequence[Change], text: str, donor: str | None) -> Iterator[AlignedRow]:
    if donor is None or passage.of_start is None or passage.of_end is None:
        yield AlignedRow(taking=runs(text, passage.start, passage.end, ()), donor=())
        return
    whole = _Pair(passage.start, passage.end, passage.of_start, passage.of_end)
    inside = _in_step(whole, changes)
    waiting = deque(inside)
    for pair in _cut_at_sentences(whole, inside, text, donor):
        here = []
        while waiting and waiting[0].end <= pair.end and waiting[0].of_end <= pair.of_end:
            here.append(waiting.popleft())
        yield _row(pair, here, text, donor)


def _in_step(whole: _Pair, changes: Sequence[Change]) -> list[Change]:
    """The changes inside a passage that keep one order on both sides, none overlapping the one before."""
    kept: list[Change] = []
    at, of_at = whole.start, whole.of_start
    for change in sorted(changes, key=lambda one: (one.start, one.end, one.of_start, one.of_end)):
        if at <= change.start <= change.end <= whole.end and of_at <= change.of_start <= change.of_end <= whole.of_end:
            kept.append(change)
            at, of_at = change.end, change.of_end
    return kept


def _cut_at_sentences(whole: _Pair, changes: Sequence[Change], text: str, donor: str) -> Iterator[_Pair]:
    at, of_at = whole.start, whole.of_start
    for end, of_end in _shared_ends(whole, changes, text, donor):
        yield _Pair(at, end, of_at, of_end)
        at, of_at = end, of_end
    if at < whole.end or of_at < whole.of_end:
        yield _Pair(at, whole.end, of_at, whole.of_end)


def _shared_ends(whole: _Pair, changes: Sequence[Change], text: str, donor: str) -> Iterator[tuple[int, int]]:
    """Where both texts end a sentence: there the two can be cut in step."""
    ends = _sentence_ends(text, whole.start, whole.end)
    of_ends = frozenset(_sentence_ends(donor, whole.of_start, whole.of_end))
    starts = [(whole.start, whole.of_start), *((one.end, one.of_end) for one in changes)]
    stops = [*((one.start, one.of_start) for one in changes), (whole.end, whole.of_end)]
    for (start, of_start), (stop, of_stop) in zip(starts, stops, strict=True):
        counterparts = {start: of_start, **_word_ends(text[start:stop], donor[of_start:of_stop], start, of_start)}
        inside = ends[bisect_left(ends, start) : bisect_right(ends, stop)]
        yield from ((one, counterparts[one]) for one in inside if counterparts.get(one) in of_ends)


def _word_ends(text: str, donor: str, start: int, of_start: int) -> dict[int, int]:
    """The end of each word of an unchanged stretch and of its counterpart; empty where the words do not pair off."""
    here, there = list(_WORD.finditer(text)), list(_WORD.finditer(donor))
    if len(here) != len(there):
        return {}
    return {start + one.end(): of_start + other.end() for one, other in zip(here, there, strict=True)}


def _sentence_ends(text: str, start: int, end: int) -> list[int]:
    """The ends of the sentences of a stretch, without the white space after them and without the last."""
    stretch = text[start:end]
    found = (start + _before_space(stretch, one) for one in sentence_ends(stretch))
    return [one for one in dict.fromkeys(found) if start < one < end]


def _before_space(text: str, at: int) -> int:
    while at and text[at - 1].isspace():
        at -= 1
    return at


def _row(pair: _Pair, changes: Sequence[Change], text: str, donor: str) -> AlignedRow:
    taking = [Marked(one.start, one.end, _kind(one), _note(one)) for one in changes]
    giving = [Marked(one.of_start, one.of_end, _kind(one), _note(one)) for one in changes]
    return AlignedRow(
        taking=runs(text, pair.start, pair.end, taking),
        donor=runs(donor, pair.of_start, pair.of_end, giving),
    )


def _kind(change: Change) -> RunKind:
    return "altered" if change.kind in SERIOUS else "reworded"


def _note(change: Change) -> str:
    return CHANGES[change.kind]
