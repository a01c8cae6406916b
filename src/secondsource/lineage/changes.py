"""What the taking text changed, as typed changes with both spans."""

import re
from collections.abc import Sequence

from secondsource.knowledge import Knowledge, Mention
from secondsource.lineage.alignment import Aligned, Block
from secondsource.model.lineage import Change, ChangeKind
from secondsource.text.tokens import Token

_NUMBER = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|billion)\b")
_QUOTED = re.compile(r"\"[^\"\n]{3,600}\"|“[^”\n]{3,600}”")


class Text:
    """One side of an alignment: its text, words, names and quotations."""

    def __init__(self, text: str, tokens: Sequence[Token], mentions: Sequence[Mention]) -> None:
        self.text = text
        self.tokens = tokens
        self.names = [m for m in mentions if m.kind != "country" or m.form != "demonym"]
        self.quotes = [(m.start(), m.end()) for m in _QUOTED.finditer(text)]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The code points of words `start` to `end`; of an empty run, the place between its neighbours."""
        if start < end:
            return self.tokens[start].start, self.tokens[end - 1].end
        place = self.tokens[start - 1].end if start else 0
        return place, place

    def names_in(self, start: int, end: int) -> list[Mention]:
        return [m for m in self.names if m.start < end and start < m.end]

    def quoted(self, start: int, end: int) -> bool:
        return any(s <= start and end <= e for s, e in self.quotes)


def changes(passages: Sequence[Aligned], left: Text, right: Text, knowledge: Knowledge) -> tuple[Change, ...]:
    """Every replaced, added or dropped stretch of `left` against its donor `right`, in order."""
    found = []
    for passage in passages:
        for block in passage.blocks:
            if not block.same:
                start, end = left.span(block.start, block.end)
                of_start, of_end = right.span(block.of_start, block.of_end)
                kind = _kind(block, left, right, (of_start, of_end), knowledge)
                found.append(Change(kind=kind, start=start, end=end, of_start=of_start, of_end=of_end))
    return tuple(found)


def _kind(block: Block, left: Text, right: Text, of: tuple[int, int], knowledge: Knowledge) -> ChangeKind:
    ours = [t.text for t in left.tokens[block.start : block.end]]
    theirs = [t.text for t in right.tokens[block.of_start : block.of_end]]
    if _numbers(ours) != _numbers(theirs):
        return "number"
    for kind in ("negation", "hedge"):
        if _has(kind, ours, knowledge) != _has(kind, theirs, knowledge):
            return kind  # type: ignore[return-value]
    if right.names_in(*of) or _capitals(ours, left, block.start) or _capitals(theirs, right, block.of_start):
        return "name"
    if right.quoted(*of):
        return "quote"
    return "phrase"


def _numbers(tokens: list[str]) -> list[str]:
    return sorted(t.lower() for t in tokens if _NUMBER.search(t.lower()))


def _has(kind: str, tokens: list[str], knowledge: Knowledge) -> bool:
    text = " ".join(tokens).lower()
    return any(pattern.search(text) for pattern, _ in knowledge.phrases_of(kind))


def _capitals(tokens: list[str], side: Text, first: int) -> bool:
    """Capitalised words that do not owe their capital to the beginning of a sentence."""
    for i, token in enumerate(tokens, start=first):
        if not token[0].isupper() or len(token) < 2:
            continue
        before = side.text[max(0, side.tokens[i].start - 2) : side.tokens[i].start].strip()
        if before not in (".", '"', "“", "?", "!") and side.tokens[i].start > 0:
            return True
    return False
