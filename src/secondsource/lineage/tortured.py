"""Suspicion without a source: a text that reads as if a machine had swapped its words.

A text whose donor is in the library is aligned with it, and the alignment says what was reworded. This module looks at
one text alone: set phrases with a word exchanged (tortured phrases; Cabanac, Labbe and Magazinov 2021), words in
company that English hardly has where a plainer word for the same would be at home, and what machines leave behind. It
is a caution for the reader. It names no donor, settles no direction and counts as no derivation.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from secondsource.knowledge.tortured import load_set_phrases
from secondsource.knowledge.words import UNKNOWN, Words, pair_address
from secondsource.lineage.debris import BRACES, is_wrong_article
from secondsource.lineage.page import Page
from secondsource.lineage.wordchoice import WordChoice, word_choice
from secondsource.model.evidence import Reason, content_id
from secondsource.model.lineage import Link, Passage

# A text with fewer different pairs of words to go by (about 90 words of press English) is too short to judge.
MIN_PAIRS = 40
# Fitted by `benchmarks/lineage/suspicion.py --fit` on half of the articles of the BBC and on copies of some of them
# reworded with WordNet and Moby: a logistic regression, then brought to standard deviations of ordinary articles. The
# spread of short texts is wider, by the second figure of _SPREAD over the number of pairs.
_WEIGHTS = {
    "company": -1.839,
    "unlisted": 10.893,
    "shunned": 20.535,
    "fitter": 0.898,
    "misfit": 8.889,
    "commoner": 1.93,
}
_CONSTANT = -0.271
_SPREAD = (1.0, 264.6)
# What each further sign adds to the score, and how often it counts at most. In the same half a set phrase with a word
# exchanged stands in fifteen times as many reworded texts as ordinary ones, a wrong "a" or "an" in eighty times as
# many, and no ordinary one shows template braces. No such sign alone reaches the threshold. Glued sentences count for
# nothing: careless extraction glues them too.
_TORTURED, _ARTICLE, _BRACES = 0.45, 0.75, 1.0
_MOST = 3
# Scores, and the share of ordinary articles that reach them at the most. Of the whole articles of that half 0.5, 0.2,
# 0.1 and 0 % do, of articles cut to 150 or 250 words fewer; the figures are rounded up to hold for the other half too.
FALSE_RATES = ((3.2, 0.01), (3.5, 0.005), (4.0, 0.003), (4.5, 0.002))
THRESHOLD = FALSE_RATES[0][0]
_CONFIDENCE = 0.5
_SHOWN = 6
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Tortured:
    """Words as they are printed, where they stand, and what they seem to stand for."""

    start: int
    end: int
    printed: str
    meant: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What a text shows by itself: its choice of words, set phrases with a word exchanged, and damage."""

    choice: WordChoice
    phrases: tuple[Tortured, ...]
    misplaced: tuple[Tortured, ...]
    articles: tuple[str, ...]
    braces: tuple[str, ...]

    @property
    def words_alone(self) -> float:
        """The score of the choice of words, in standard deviations of ordinary articles."""
        total = _CONSTANT + sum(weight * getattr(self.choice, name) for name, weight in _WEIGHTS.items())
        return float(total / sqrt(_SPREAD[0] + _SPREAD[1] / self.choice.pairs))

    @property
    def score(self) -> float:
        """The score with every sign; not a probability."""
        counted = ((_TORTURED, self.phrases), (_ARTICLE, self.articles), (_BRACES, self.braces[:1]))
        return self.words_alone + sum(weight * min(_MOST, len(found)) for weight, found in counted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspicion:
    """A text reads as if reworded by a machine.

    `false_rate` is the share of ordinary articles of the BBC that score as high or higher, at the most.
    """

    score: float
    false_rate: float
    examples: tuple[Tortured, ...]
    reasons: tuple[Reason, ...]


def suspicion(page: Page, known: Words) -> Suspicion | None:
    """The suspicion that a text raises by itself; None where it raises none or is too short to judge."""
    found = signs(page, known)
    if found is None or found.score < THRESHOLD:
        return None
    false_rate = min(rate for score, rate in FALSE_RATES if found.score >= score)
    examples = _apart([*found.phrases, *found.misplaced])[:_SHOWN]
    return Suspicion(
        score=round(found.score, 2),
        false_rate=false_rate,
        examples=tuple(sorted(examples, key=lambda e: e.start)),
        reasons=tuple(_reasons(found, examples, false_rate)),
    )


def suspicion_link(page: Page, known: Words) -> Link | None:
    """The suspicion as a link to a donor that nobody knows; its passages are the sentences of the examples."""
    found = suspicion(page, known) if page.report.understood else None
    if found is None:
        return None
    ident = page.report.id
    spans = {(s.start, s.end) for e in found.examples for s in page.sentences if s.start < e.end and e.start < s.end}
    return Link(
        id=content_id("lnk", ident, "reworded", None),
        report=ident,
        relation="reworded",
        direction="determined",
        coverage=1.0,
        confidence=_CONFIDENCE,
        reasons=found.reasons,
        passages=tuple(Passage(start=start, end=end) for start, end in sorted(spans)),
    )


def signs(page: Page, known: Words) -> Signs | None:
    """What a text shows, or None where it is too short to judge."""
    choice = word_choice(page.tokens, page.folded, known)
    if choice is None or choice.pairs < MIN_PAIRS:
        return None
    return Signs(
        choice=choice,
        phrases=tuple(_tortured_phrases(page, known)),
        misplaced=tuple(_misplaced(page, choice)),
        articles=tuple(_wrong_articles(page)),
        braces=tuple(b.group() for b in BRACES.finditer(page.report.text) if not page.is_hidden(b.start())),
    )


def _tortured_phrases(page: Page, known: Words) -> Iterator[Tortured]:
    """Each set phrase with a word exchanged, once, where English does not pair the words that are printed."""
    table, met = load_set_phrases(), set()
    for ours, following in pairwise(page.tokens):
        pair = ours.low, following.low
        if pair in met or page.folded[ours.end : following.start] != " ":
            continue
        meant = table.meant_by(*pair)
        if meant and known.pair_rarity[pair_address(*pair)] == UNKNOWN:
            met.add(pair)
            usual = min(meant, key=lambda phrase: (int(known.pair_rarity[pair_address(*phrase)]), phrase))
            yield _shown(page, ours.start, following.end, " ".join(usual))


def _misplaced(page: Page, choice: WordChoice) -> Iterator[Tortured]:
    """Words that a plainer one for the same would replace with profit, those first that would gain most."""
    for better in sorted(choice.fitting, key=lambda f: (-f.bits, f.place)):
        beside = page.tokens[better.beside]
        first, last = sorted((page.tokens[better.place], beside), key=lambda t: t.start)
        words = (better.word, beside.text) if first is not beside else (beside.text, better.word)
        yield _shown(page, first.start, last.end, " ".join(words))


def _shown(page: Page, start: int, end: int, meant: str) -> Tortured:
    return Tortured(start=start, end=end, printed=page.report.text[start:end], meant=meant)


def _apart(found: list[Tortured]) -> list[Tortured]:
    """Those that share no word with one before them, and say something new."""
    kept: list[Tortured] = []
    for one in found:
        if all(one.end <= k.start or k.end <= one.start for k in kept) and one.printed not in {k.printed for k in kept}:
            kept.append(one)
    return kept


def _wrong_articles(page: Page) -> Iterator[str]:
    """Each "a" before a vowel that sounds and "an" before a consonant, as machines leave them when they swap a noun."""
    for article, token in pairwise(page.tokens):
        plain = page.folded[article.end : token.start] == " " and token.text.isalpha() and token.text.islower()
        if plain and is_wrong_article(article.text, token.low):
            yield f"{article.text} {token.text}"


def _reasons(found: Signs, examples: list[Tortured], false_rate: float) -> Iterator[Reason]:
    detail = (
        f"reads as if a machine had swapped its words (score {found.score:.1f}); of ordinary articles of the "
        f"BBC at most {false_rate:.1%} read so"
    )
    yield Reason(rule="reads-reworded", detail=detail)
    if examples:
        shown = "; ".join(f"{e.printed!r}, perhaps for {e.meant!r}" for e in examples)
        yield Reason(rule="tortured-phrases", detail=f"words that English hardly puts together: {shown}")
    if found.articles:
        shown = ", ".join(repr(article) for article in found.articles[:_MOST])
        yield Reason(rule="wrong-articles", detail=f"'a' and 'an' before the wrong sound: {shown}")
    if found.braces:
        shown = found.braces[0][:_LONGEST_SHOWN]
        yield Reason(rule="spintax", detail=f"leaked template braces, such as {shown!r}")
