"""One report as this stage looks at it: what is found once and asked for often."""

from bisect import bisect_left
from functools import cached_property, lru_cache

from secondsource.knowledge import Knowledge, Mention
from secondsource.knowledge.entries import Outlet
from secondsource.model.report import Report
from secondsource.text.folding import fold
from secondsource.text.sentences import Sentence, sentences
from secondsource.text.tokens import Token, low_words, words

_TOPIC_KINDS = frozenset({"weapon", "agreement", "law", "country"})


@lru_cache(maxsize=4)
def outlets_by_label(knowledge: Knowledge) -> dict[str, Outlet]:
    """The known outlets by the label under which reports and credits name them."""
    return {outlet.short: outlet for outlet in knowledge.all("outlet", Outlet)}


class Page:
    """A report with its folded text, words, names and sentences, each worked out once.

    It lives as long as one call of `compare` or `trace`, so that nothing is remembered between runs.
    """

    def __init__(self, report: Report, knowledge: Knowledge) -> None:
        self.report = report
        self.knowledge = knowledge

    @cached_property
    def folded(self) -> str:
        return fold(self.report.text)

    @cached_property
    def tokens(self) -> list[Token]:
        """The words of the report proper, in order."""
        kept, reached, following = [], 0, 0
        for token in words(self.report.text):
            while following < len(self.hidden) and self.hidden[following][0] <= token.start:
                reached, following = max(reached, self.hidden[following][1]), following + 1
            if token.start >= reached:
                kept.append(token)
        return kept

    @cached_property
    def low(self) -> list[str]:
        """The words of the report proper, in lower case."""
        return [t.low for t in self.tokens] if self.hidden else low_words(self.report.text)

    @cached_property
    def starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def mentions(self) -> list[Mention]:
        return self.knowledge.find(self.report.text)

    @cached_property
    def sentences(self) -> list[Sentence]:
        return sentences(self.report.text)

    @cached_property
    def ordinals(self) -> dict[int, int]:
        """For the number of each sentence of the body, its place in the body; a headline stands before all at -1."""
        found: dict[int, int] = {}
        heads = [r for r in self.report.regions if r.kind in ("headline", "dek")]
        place = 0
        for number, sentence in enumerate(self.sentences):
            if self.is_hidden(sentence.start):
                continue
            if any(r.start <= sentence.start < r.end for r in heads):
                found[number] = -1
            else:
                found[number] = place
                place += 1
        return found

    @cached_property
    def body(self) -> list[Sentence]:
        """The sentences outside furniture, captions, headline and dek, in order."""
        return [self.sentences[number] for number, place in self.ordinals.items() if place >= 0]

    def tokens_between(self, start: int, end: int) -> list[Token]:
        """The words that begin between two code points."""
        return self.tokens[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def mentions_between(self, start: int, end: int) -> list[Mention]:
        """The known names that begin between two code points; names come in order of place."""
        return self.mentions[bisect_left(self._mentioned, start) : bisect_left(self._mentioned, end)]

    @cached_property
    def _mentioned(self) -> list[int]:
        return [mention.start for mention in self.mentions]

    @cached_property
    def topics(self) -> frozenset[str]:
        """The weapons, agreements, laws and countries that the report names, as `kind:id`."""
        return frozenset(f"{m.kind}:{m.id}" for m in self.mentions if m.kind in _TOPIC_KINDS and m.strong)

    @cached_property
    def hidden(self) -> list[tuple[int, int]]:
        """The spans of the report's furniture and captions, in order."""
        furniture = [(f.start, f.end) for f in self.report.furniture]
        return sorted(furniture + [(r.start, r.end) for r in self.report.regions if r.kind == "caption"])

    def is_hidden(self, place: int) -> bool:
        """Whether `place` is furniture or a caption."""
        return any(start <= place < end for start, end in self.hidden)

    def words_between(self, start: int, end: int) -> int:
        """How many words of the report proper begin between two code points."""
        return bisect_left(self.starts, end) - bisect_left(self.starts, start)

    def share(self, spans: set[tuple[int, int]]) -> float:
        """The share of the report's words that stand in `spans`, which may overlap."""
        total, reached = 0, 0
        for start, end in sorted(spans):
            if end > reached:
                total, reached = total + self.words_between(max(start, reached), end), end
        return round(min(1.0, total / max(1, len(self.tokens))), 3)
