"""Words in quotation marks and whose they are: the speaker is followed from the words around each quotation.

The places where news text names a speaker are those of O'Keefe et al. (2012, A Sequence Labelling Approach to Quote
Attribution, EMNLP): beside the quotation, in the sentence before, or at the quotation that it continues.
"""

import re
from bisect import bisect_left
from itertools import pairwise

from secondsource.model.statement import Quote
from secondsource.text.sentences import Sentence, sentences
from secondsource.understand.page import Page
from secondsource.understand.quotation_cues import Cue, Sayings
from secondsource.understand.quotation_heard import Heard
from secondsource.understand.quotation_marks import Marked, marked, single_marked
from secondsource.understand.quotation_names import Names, Who

_MIN_WORDS = 4
_TITLE_WORDS = 10
_SMALL_IN_TITLES = frozenset("a an the and or but of in on at to for from by with as is its s".split())
_MARKS = "\"“”„‟«»'‘’"
_NOT_SAYING = re.compile(
    r"\b(?:(?:was|were|is|are|been|be|being)\s+(?:\w+ly\s+)?\w+(?:ed|en|lt)|would|could|should|must|might)\b"
)
_LETTER = re.compile(r"\w")


def quotations(page: Page) -> tuple[Quote, ...]:
    """The quotations of a report in order: at least four words, no title of a work; a speaker not found is None."""
    return _Reader(page).quotes()


class _Reader:
    def __init__(self, page: Page) -> None:
        self._page = page
        doubles = marked(page.report.text)
        singles = [s for s in single_marked(page.report.text, doubles) if self._is_long(s)]
        self._singles = frozenset(singles)
        self._spans = sorted([s for s in doubles if self._is_long(s)] + singles, key=lambda s: s.start)
        self._text = self._blanked()
        self._starts = [span.start for span in self._spans]
        names = Names(page, self._text)
        self._heard = Heard(page, names, self._text)
        self._sayings = Sayings(page, names, self._heard, self._text)
        self._own: dict[Marked, Who | None] = {}
        self._context: dict[Marked, Who | None] = {}

    def quotes(self) -> tuple[Quote, ...]:
        for sentence in sentences(self._text):
            self._read(sentence)
        speakers = self._chained()
        shown = self._page.lines
        starts = [line.start for line in shown]
        found = []
        for span in self._spans:
            last = bisect_left(starts, span.end) - 1
            if last < 0 or shown[last].end <= span.start:
                continue
            if self._is_title(span) or (span in self._singles and self._own.get(span) is None):
                continue
            found.append(self._quote(span, speakers.get(span)))
        return tuple(found)

    def _quote(self, span: Marked, who: Who | None) -> Quote:
        return Quote(
            report=self._page.report.id,
            start=span.start,
            end=span.end,
            text=self._page.report.text[span.start : span.end],
            speaker=who.name if who else None,
            anonymous=bool(who and who.anonymous),
            cue=self._page.report.text[who.start : who.end] if who else None,
        )

    def _is_long(self, span: Marked) -> bool:
        return len(self._page.report.text[span.start : span.end].strip(_MARKS).split()) >= _MIN_WORDS

    def _is_title(self, span: Marked) -> bool:
        """A title of a work has capitals on all words but the small ones of grammar."""
        words = re.findall(r"[\w'’]+", self._page.text[span.start : span.end])
        capitals = sum(w[0].isupper() for w in words)
        small = all(w in _SMALL_IN_TITLES for w in words if w[0].islower())
        return capitals > 1 and len(words) <= _TITLE_WORDS and small

    def _blanked(self) -> str:
        """The report's folded text with letters in place of quoted words; their last stop stays."""
        pieces, last = [], 0
        for span in self._spans:
            inner = self._page.text[span.start + 1 : span.end]
            kept = re.search(r"[.,!?]?\s*[\"']?$", inner)
            tail = kept.group() if kept else ""
            tail = tail.replace(" ", "X").replace("'", '"')
            pieces += [self._page.text[last : span.start], '"', "X" * (len(inner) - len(tail)), tail]
            last = span.end
        return "".join([*pieces, self._page.text[last:]])

    def _read(self, sentence: Sentence) -> None:
        """Work out who speaks in a sentence, give its quotations their speakers, and remember whom it is about."""
        spans = self._spans[bisect_left(self._starts, sentence.start) : bisect_left(self._starts, sentence.end)]
        self._heard.begin(sentence.start, sentence.paragraph)
        for span in spans:
            self._context[span] = self._heard.standing()
        subject = self._sayings.subject(sentence)
        if subject is not None:
            self._heard.remember(subject)
        cues = self._sayings.cues(sentence, subject)
        broken = bool(spans) and self._is_broken(sentence, spans)
        for span in spans:
            self._own[span] = self._beside(span, cues, subject if broken else None)
        self._heard.spoke([cue.who for cue in cues])

    def _is_broken(self, sentence: Sentence, spans: list[Marked]) -> bool:
        """Whether a sentence has words of its own beside its quotations."""
        first, last = spans[0], spans[-1]
        own = self._text[sentence.start : first.start] + self._text[last.end : sentence.end]
        return _LETTER.search(own) is not None or any(
            _LETTER.search(self._text[a.end : b.start]) for a, b in pairwise(spans)
        )

    def _beside(self, span: Marked, cues: list[Cue], subject: Who | None) -> Who | None:
        """The speaker of a quotation in its own sentence: right behind it, before it, or anywhere else in it."""
        for cue in cues:
            if cue.start >= span.end and not _LETTER.search(self._text[span.end : cue.start]):
                return cue.who
        before = [c.who for c in cues if c.start < span.start]
        after = [c.who for c in cues if c.start >= span.end]
        if before or after:
            return before[-1] if before else after[0]
        between = self._text[subject.end : span.start] if subject else ""
        return None if _NOT_SAYING.search(between) else subject

    def _chained(self) -> dict[Marked, Who | None]:
        """Speakers with those of quotations that run on, or follow one another, taken together."""
        speakers: dict[Marked, Who | None] = {}
        chain: list[Marked] = []
        for number, span in enumerate(self._spans):
            chain.append(span)
            after = self._spans[number + 1] if number + 1 < len(self._spans) else None
            between = self._page.report.text[span.end : after.start] if after else "|"
            if between.strip() or ("\n" in between and not span.runs_on):
                known = next((who for s in chain if (who := self._own.get(s)) is not None), self._context.get(chain[0]))
                for one in chain:
                    known = self._own.get(one) or known
                    speakers[one] = known
                chain = []
        return speakers
