"""How the wordings of one act differ: each laid beside the fullest one of the same words, with typed differences."""

import re
from collections.abc import Mapping, Sequence

from secondsource.knowledge import Knowledge
from secondsource.ledger.sameness import is_same, wording
from secondsource.model.evidence import Span
from secondsource.model.report import Report
from secondsource.model.statement import Comparison, Difference, DifferenceKind
from secondsource.text.folding import fold
from secondsource.text.numbers import DIGITS, WORDS, value_of
from secondsource.text.quotations import Stretch, is_small, side_by_side, spoken
from secondsource.text.tokens import Token

# Wordings beside which another is tried, the fullest first: an act of a thousand wordings is one of few texts.
MOST_TRIED = 50
# A longer run of words that one side lacks is a part of the saying, not a change of a number or a hedge; a longer one
# that stands for another without a number is another phrase.
SHORT_WORDS = 3

_NUMBER = re.compile(
    rf"(?<![\w-])(?:{DIGITS})(?:\s+(?:thousand|million|billion|trillion|lakh|crore))?|\b(?:{WORDS})\b",
    re.IGNORECASE,
)

_CURRENCY = re.compile(r"\bUS(?=\d)")  # as in $US14


def compared(wordings: Sequence[Span], reports: Mapping[str, Report], knowledge: Knowledge) -> tuple[Comparison, ...]:
    """Each wording beside the fullest one in another report that is of the same words.

    Args:
        wordings: the wordings of one act.
        reports: the reports that they stand in, by id.
        knowledge: names, and the words that negate and hedge.
    """
    texts = [reports[w.report].text[w.start : w.end] for w in wordings]
    places = range(len(wordings))
    fullest = sorted(places, key=lambda n: (-wording(texts[n]).weight, -len(texts[n]), texts[n], n))
    rank = {number: place for place, number in enumerate(fullest)}
    heads = list({texts[n]: n for n in reversed(fullest)}.values())[::-1][:MOST_TRIED]
    found = []
    for number in places:
        alike = (
            head
            for head in heads
            if rank[head] < rank[number]
            and wordings[head].report != wordings[number].report
            and is_same(wording(texts[number]), wording(texts[head]))
        )
        head = next(alike, None)
        if head is not None:
            differences = _differences(wordings[number], wordings[head], (texts[number], texts[head]), knowledge)
            found.append(Comparison(wording=number, of=head, differences=differences))
    return tuple(found)


class _Side:
    """One of two wordings: its words, with their places in the report."""

    def __init__(self, place: Span, text: str, knowledge: Knowledge) -> None:
        self.place = place
        self.text = text
        self.folded = fold(text)
        self.tokens: list[Token] = spoken(text)
        self.knowledge = knowledge

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the report of words `start` to `end`; of none, the place between their neighbours."""
        if start < end:
            return self.place.start + self.tokens[start].start, self.place.start + self.tokens[end - 1].end
        at = self.place.start + (self.tokens[start - 1].end if start else 0)
        return at, at

    def words(self, start: int, end: int) -> str:
        """Words `start` to `end` as printed, look-alikes folded."""
        return self.folded[self.tokens[start].start : self.tokens[end - 1].end] if start < end else ""

    def named(self, start: int, end: int) -> frozenset[str]:
        """The capitalised words of a run that do not owe their capital to the beginning of a sentence."""
        return frozenset(t.text for t in self.tokens[start:end] if t.text[0].isupper() and not self._opens(t))

    def _opens(self, token: Token) -> bool:
        before = self.folded[: token.start].rstrip(" \"'([").rstrip()
        return not before or before[-1] in ".?!:" or is_small(token.low)


def _differences(here: Span, there: Span, texts: tuple[str, str], knowledge: Knowledge) -> tuple[Difference, ...]:
    ours, theirs = (_Side(place, text, knowledge) for place, text in zip((here, there), texts, strict=True))
    found = []
    for run in side_by_side([t.text for t in ours.tokens], [t.text for t in theirs.tokens]):
        kind = None if run.same else _kind(run, ours, theirs)
        if kind is not None:
            start, end = ours.span(run.start, run.end)
            of_start, of_end = theirs.span(run.of_start, run.of_end)
            found.append(Difference(kind=kind, start=start, end=end, of_start=of_start, of_end=of_end))
    return tuple(found)


def _kind(run: Stretch, ours: _Side, theirs: _Side) -> DifferenceKind | None:
    """The weightiest thing that differs; None where a number is only printed otherwise."""
    printed, fullest = ours.words(run.start, run.end), theirs.words(run.of_start, run.of_end)
    missing: DifferenceKind | None = None if printed and fullest else "addition" if printed else "cut"
    is_short = max(run.end - run.start, run.of_end - run.of_start) <= SHORT_WORDS
    if missing and not is_short:
        return missing
    numbers, others = _numbers(printed), _numbers(fullest)
    if numbers and numbers == others and _without_numbers(printed) == _without_numbers(fullest):
        return None
    differing: dict[DifferenceKind, bool] = {
        "number": numbers != others and bool((numbers and others) or is_short),
        "negation": _says("negation", printed, ours.knowledge) != _says("negation", fullest, ours.knowledge),
        "hedge": _says("hedge", printed, ours.knowledge) != _says("hedge", fullest, ours.knowledge),
        "name": ours.named(run.start, run.end) != theirs.named(run.of_start, run.of_end),
    }
    return next((kind for kind, differs in differing.items() if differs), missing or "phrase")


def _numbers(text: str) -> list[float]:
    bare = _CURRENCY.sub("", text)
    return sorted(value for found in _NUMBER.finditer(bare) if (value := value_of(found.group())) is not None)


def _without_numbers(text: str) -> str:
    return _NUMBER.sub("", text).strip().lower()


def _says(kind: str, text: str, knowledge: Knowledge) -> bool:
    return any(pattern.search(text) for pattern, _ in knowledge.phrases_of(kind))
