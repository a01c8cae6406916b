"""What the taking text changed, as typed changes with both spans."""

import re
from collections.abc import Sequence
from functools import lru_cache

from secondsource.knowledge import Knowledge
from secondsource.lineage.alignment import Aligned, Block
from secondsource.lineage.sides import Side
from secondsource.model.lineage import Change, ChangeKind
from secondsource.text.numbers import DIGITS, SCALES, WORDS, value_of

_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_NUMBER = re.compile(rf"(?:{DIGITS})(?:[\s-]?(?:{_SCALE})\b)?|\b(?:{WORDS})\b", re.IGNORECASE)
# How a share or a sum is printed, which is no change of it.
_PRINTED = re.compile(r"(?i)\bper\s?cent\b|\bpct\b|\bpercent\b|[^\w]")


def changes(passages: Sequence[Aligned], left: Side, right: Side, knowledge: Knowledge) -> tuple[Change, ...]:
    """Every replaced, added or dropped stretch of `left` against its donor `right`, in order of place."""
    found = []
    for passage in passages:
        for block in passage.blocks:
            if not block.same and not _says_the_same(block, left, right):
                start, end = left.span(block.start, block.end)
                of_start, of_end = right.span(block.of_start, block.of_end)
                kind = _kind(block, left, right, knowledge)
                found.append(Change(kind=kind, start=start, end=end, of_start=of_start, of_end=of_end))
    return tuple(sorted(found, key=lambda c: (c.start, c.end, c.of_start, c.of_end)))


def _says_the_same(block: Block, left: Side, right: Side) -> bool:
    """Whether both sides spell one value, or print one share: three and 3, 10m and 10 million, 20% and 20 per cent."""
    printed, original = (
        left.folded[slice(*left.span(block.start, block.end))],
        right.folded[slice(*right.span(block.of_start, block.of_end))],
    )
    rest = [_PRINTED.sub("", _NUMBER.sub(" ", text)) for text in (printed, original)]
    return not any(rest) and _numbers(printed) == _numbers(original)


def _kind(block: Block, left: Side, right: Side, knowledge: Knowledge) -> ChangeKind:
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
    return "quote" if right.quoted(*theirs) or left.quoted(*ours) else "phrase"


def _numbers(text: str) -> list[float]:
    """The values that `text` spells, so that `4` and `four` are no change."""
    return sorted(value for m in _NUMBER.finditer(text) if (value := value_of(m.group())) is not None)


@lru_cache(maxsize=4)
def _cues(knowledge: Knowledge) -> tuple[tuple[ChangeKind, tuple[re.Pattern[str], ...]], ...]:
    kinds: tuple[ChangeKind, ...] = ("negation", "hedge")
    return tuple((kind, tuple(pattern for pattern, _ in knowledge.phrases_of(kind))) for kind in kinds)


def _found(patterns: tuple[re.Pattern[str], ...], text: str) -> bool:
    return any(pattern.search(text) for pattern in patterns)


def _capitals(side: Side, first: int, last: int) -> bool:
    """Capitalised words that do not owe their capital to the beginning of a sentence."""
    for token in side.tokens[first:last]:
        if not token.text[0].isupper() or len(token.text) < 2:
            continue
        before = side.folded[max(0, token.start - 2) : token.start].strip()
        if before and before[-1] not in '."?!:-':
            return True
    return False
