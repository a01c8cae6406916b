"""What the taking text changed, as typed changes with both spans."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import islice, takewhile

from secondsource.knowledge import Knowledge, Mention
from secondsource.knowledge.words import load_words
from secondsource.lineage.alignment import Aligned, Block
from secondsource.lineage.page import Page
from secondsource.lineage.strain import Prose, prose
from secondsource.model.lineage import Change, ChangeKind
from secondsource.text.numbers import DIGITS, WORDS, value_of

_NUMBER = re.compile(rf"{DIGITS}|\b(?:{WORDS})\b", re.IGNORECASE)
_QUOTED = re.compile(r"\"[^\"\n]{3,600}\"")


class Text:
    """One side of an alignment: its page, names and quotations."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.text = page.report.text
        self.folded = page.folded
        self.tokens = page.tokens
        self.quotes = [m.span() for m in _QUOTED.finditer(page.folded)]
        self._quote_ends = [end for _, end in self.quotes]

    @cached_property
    def names(self) -> list[Mention]:
        """The known names, in order of place; "Indian" is a word of the language as much as a name."""
        return [m for m in self.page.mentions if m.kind != "country" or m.form != "demonym"]

    @cached_property
    def prose(self) -> Prose:
        """What the background table knows of its words."""
        return prose(self.tokens, load_words())

    @cached_property
    def _name_ends(self) -> list[int]:
        return [m.end for m in self.names]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The code points of words `start` to `end`; of an empty run, the place between its neighbours."""
        if start < end:
            return self.tokens[start].start, self.tokens[end - 1].end
        place = self.tokens[start - 1].end if start else 0
        return place, place

    def names_in(self, start: int, end: int) -> list[Mention]:
        """The names that touch a stretch; names do not overlap, so that they end in the order in which they stand."""
        first = bisect_right(self._name_ends, start)
        return list(takewhile(lambda m: m.start < end, islice(self.names, first, None)))

    def quoted(self, start: int, end: int) -> bool:
        """Whether a stretch lies inside quotation marks."""
        nearest = bisect_left(self._quote_ends, end)
        return nearest < len(self.quotes) and self.quotes[nearest][0] <= start


def changes(passages: Sequence[Aligned], left: Text, right: Text, knowledge: Knowledge) -> tuple[Change, ...]:
    """Every replaced, added or dropped stretch of `left` against its donor `right`, in order of place."""
    found = []
    for passage in passages:
        for block in passage.blocks:
            if not block.same:
                start, end = left.span(block.start, block.end)
                of_start, of_end = right.span(block.of_start, block.of_end)
                kind = _kind(block, left, right, knowledge)
                found.append(Change(kind=kind, start=start, end=end, of_start=of_start, of_end=of_end))
    return tuple(sorted(found, key=lambda c: (c.start, c.end, c.of_start, c.of_end)))


def _kind(block: Block, left: Text, right: Text, knowledge: Knowledge) -> ChangeKind:
    """The weightiest thing that differs: a number, then a negation, a hedge, a name, words in quotation marks."""
    ours, theirs = left.span(block.start, block.end), right.span(block.of_start, block.of_end)
    printed, original = left.folded[slice(*ours)], right.folded[slice(*theirs)]
    if _numbers(printed) != _numbers(original):
        return "number"
    for kind, patterns in _cues(knowledge):
        if _found(patterns, printed) != _found(patterns, original):
            return kind
    if (
        (theirs[0] < theirs[1] and right.names_in(*theirs))
        or _capitals(left, block.start, block.end)
        or _capitals(right, block.of_start, block.of_end)
    ):
        return "name"
    return "quote" if right.quoted(*theirs) else "phrase"


def _numbers(text: str) -> list[float]:
    """The values that `text` spells, so that `4` and `four` are no change."""
    return sorted(value for m in _NUMBER.finditer(text) if (value := value_of(m.group())) is not None)


@lru_cache(maxsize=4)
def _cues(knowledge: Knowledge) -> tuple[tuple[ChangeKind, tuple[re.Pattern[str], ...]], ...]:
    kinds: tuple[ChangeKind, ...] = ("negation", "hedge")
    return tuple((kind, tuple(pattern for pattern, _ in knowledge.phrases_of(kind))) for kind in kinds)


def _found(patterns: tuple[re.Pattern[str], ...], text: str) -> bool:
    return any(pattern.search(text) for pattern in patterns)


def _capitals(side: Text, first: int, last: int) -> bool:
    """Capitalised words that do not owe their capital to the beginning of a sentence."""
    for token in side.tokens[first:last]:
        if not token.text[0].isupper() or len(token.text) < 2:
            continue
        before = side.folded[max(0, token.start - 2) : token.start].strip()
        if before and before[-1] not in '."?!:-':
            return True
    return False
