"""One side of a comparison: a page with what alignment, direction and changes ask of it."""

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import islice, takewhile

from secondsource.knowledge import Mention
from secondsource.knowledge.words import Words
from secondsource.lineage.drawn import Drawn, drawn
from secondsource.lineage.page import Page
from secondsource.lineage.quotations import Quotations
from secondsource.lineage.strain import Prose, prose
from secondsource.lineage.vocabulary import Vocabulary
from secondsource.lineage.written import Written, written
from secondsource.model.report import Report


class Side:
    """One side of an alignment: its page, names and quotations."""

    def __init__(self, page: Page, vocabulary: Vocabulary) -> None:
        self.page = page
        self._vocabulary = vocabulary
        self.text = page.report.text
        self.folded = page.folded
        self.tokens = page.tokens

    @property
    def report(self) -> Report:
        return self.page.report

    @cached_property
    def names(self) -> list[Mention]:
        """The known names, in order of place; "Indian" is a word of the language as much as a name."""
        return [m for m in self.page.mentions if m.kind != "country" or m.form != "demonym"]

    @cached_property
    def prose(self) -> Prose:
        """What the background table knows of its words."""
        return prose(self.tokens, self._vocabulary)

    @property
    def known(self) -> Words:
        """What is known of English words."""
        return self._vocabulary.known

    @cached_property
    def drawn(self) -> Drawn:
        """Its words as comparison in any order takes them."""
        return drawn([token.low for token in self.tokens], self.written.starts, self.known)

    @cached_property
    def written(self) -> Written:
        """Its words as alignment compares them."""
        starts = (bisect_left(self.page.starts, sentence.start) for sentence in self.page.sentences)
        return written([token.low for token in self.tokens], starts, self._vocabulary)

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

    @cached_property
    def _quotations(self) -> Quotations:
        return Quotations(self.folded)

    def quoted(self, start: int, end: int) -> bool:
        """Whether a stretch lies inside quotation marks."""
        return self._quotations.hold(start, end)
