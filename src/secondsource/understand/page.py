"""A report laid out for reading: its sentences with what each names, without furniture and captions."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from secondsource.knowledge import Knowledge, Mention
from secondsource.model.report import Report
from secondsource.text.folding import fold
from secondsource.text.sentences import Sentence, sentences
from secondsource.understand.quotation_marks import marked

_CLAUSE = re.compile(
    r"[;:]|\s[–—-]\s|,\s+(?=(?:but|while|although|though|which|who|whose|after|when|where|because|since|despite|"
    r"whereas|and\s+(?:that|the|it|he|she|they|has|have|had|was|were|is|are|will|would|also|its))\b)|"
    r"\s(?=(?:but|while|although|whereas|after|because)\s)|\band\s+(?=noted\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence to be read: where it stands, its number among all, and whether it is a headline."""

    number: int
    start: int
    end: int
    paragraph: int
    headline: bool


class Page:
    """One report with its sentences and names; everything else in `understand` reads from here."""

    def __init__(self, report: Report, skip: Sequence[tuple[int, int]], knowledge: Knowledge) -> None:
        self.report = report
        self.knowledge = knowledge
        self.text = fold(report.text)
        self.skip = skip

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Sentences of headline, dek and body that are neither furniture, caption nor taken from another report."""
        kept: list[Line] = []
        for sentence in sentences(self.report.text):
            kind = self._region(sentence)
            if kind != "caption" and not self._hidden(sentence):
                line = Line(
                    number=len(kept),
                    start=sentence.start,
                    end=sentence.end,
                    paragraph=sentence.paragraph,
                    headline=kind in ("headline", "dek"),
                )
                kept.append(line)
        return tuple(kept)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        return tuple(self.knowledge.find(self.report.text))

    @cached_property
    def _starts(self) -> list[int]:
        return [m.start for m in self.mentions]

    @cached_property
    def quotes(self) -> tuple[tuple[int, int], ...]:
        return tuple((one.start, one.end) for one in marked(self.text))

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [start for start, _ in self.quotes]

    def names(self, start: int, end: int, *kinds: str) -> list[Mention]:
        """The names of these kinds inside a stretch."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [m for m in self.mentions[first:last] if m.end <= end and m.kind in kinds]

    def words(self, line: Line) -> str:
        return self.text[line.start : line.end]

    def quoted(self, place: int) -> bool:
        last = bisect_left(self._quote_starts, place) - 1
        return last >= 0 and place < self.quotes[last][1]

    def clause(self, line: Line, place: int) -> tuple[int, int]:
        """The clause of a sentence that holds the code point `place`."""
        start, end = line.start, line.end
        for match in _CLAUSE.finditer(self.text, line.start, line.end):
            if match.end() <= place:
                start = match.end()
            elif match.start() >= place:
                end = match.start()
                break
        return start, end

    def _region(self, sentence: Sentence) -> str:
        for region in self.report.regions:
            if region.start <= sentence.start < region.end:
                return region.kind
        return "body"

    def _hidden(self, sentence: Sentence) -> bool:
        furniture = [(f.start, f.end) for f in self.report.furniture]
        return any(s <= sentence.start < e for s, e in furniture) or any(
            min(sentence.end, e) - max(sentence.start, s) > (sentence.end - sentence.start) / 2 for s, e in self.skip
        )
