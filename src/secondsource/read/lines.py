"""The lines of a page with what each looks like: a paragraph, a headline, a menu word, a photo credit."""

import re
from dataclasses import dataclass
from functools import lru_cache

from secondsource.knowledge import Knowledge
from secondsource.text.folding import fold
from secondsource.text.sentences import paragraphs, sentences

PAGE_KINDS = ("furniture", "credit-line", "date-line", "byline", "caption")
LONGEST_PAGE_LINE = 400
"""Characters. Lines longer than this are prose; page phrases are not looked for in them."""
FEWEST_PARAGRAPH_WORDS = 12
MANY_WORDS = 40
"""A line of so many words is a paragraph even without its full stop: the text may be cut off."""
_CLOSING = re.compile(r"[.!?…:;][\"')\]*_]*\s*$")
_WORD = re.compile(r"[^\W_]+(?:[-'./][^\W_]+)*")
_MARKS = "#*_ \t"
"""Markdown that may stand around a line."""
_BULLET = re.compile(r"^(?:[-*+•·]\s|\d{1,2}[.)]\s|\([a-z0-9]\)\s)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line without the blanks at its edges. `kind` and `value` are those of the page phrase it matches."""

    start: int
    end: int
    folded: str
    words: tuple[str, ...]
    sentences: int
    kind: str | None
    value: str | None

    @property
    def closed(self) -> bool:
        """Whether it ends as a sentence ends."""
        return bool(_CLOSING.search(self.folded))

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return self.sentences == 1 and bool(_BULLET.match(self.folded))

    @property
    def is_paragraph(self) -> bool:
        """Whether it reads as a paragraph of a report."""
        if self.kind is not None or self.is_item:
            return False
        if len(self.words) >= MANY_WORDS:
            return True
        return self.closed and (len(self.words) >= FEWEST_PARAGRAPH_WORDS or self.sentences > 1)


def lines(text: str, knowledge: Knowledge) -> list[Line]:
    """Every line of `text` that holds more than blanks."""
    folded = fold(text)
    counts: dict[int, int] = {}
    for sentence in sentences(text):
        counts[sentence.paragraph] = counts.get(sentence.paragraph, 0) + 1
    seen: dict[str, tuple[str | None, str | None]] = {}
    found = []
    for number, (start, end) in enumerate(paragraphs(text)):
        printed = folded[start:end].strip(_MARKS)
        kind, value = seen[printed] = seen.get(printed) or page_phrase(printed, knowledge)
        words = tuple(w.lower() for w in _WORD.findall(folded[start:end]))
        found.append(
            Line(
                start=start,
                end=end,
                folded=folded[start:end],
                words=words,
                sentences=counts.get(number, 1),
                kind=kind,
                value=value,
            )
        )  # fmt: skip
    return found


def page_phrase(line: str, knowledge: Knowledge) -> tuple[str | None, str | None]:
    """The kind and value of the page phrase that a folded line is, or (None, None)."""
    if len(line) > LONGEST_PAGE_LINE:
        return None, None
    for pattern, kind, value in _page_patterns(knowledge):
        if pattern.search(line):
            return kind, value
    return None, None


@lru_cache(maxsize=4)
def _page_patterns(knowledge: Knowledge) -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return tuple((pattern, kind, phrase.value) for kind in PAGE_KINDS for pattern, phrase in knowledge.phrases_of(kind))
