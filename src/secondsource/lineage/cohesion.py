"""Whether one thread runs through a page: names and rare words that come back across it.

An article is about something, and its names and its rarer words come back from the first sentence to the last (lexical
cohesion; Halliday and Hasan 1976, Morris and Hirst 1991). A page cut together from several articles falls into parts
that share none of them. The weights are of a logistic regression on ordinary articles and on pages stitched from three
to six of them (`benchmarks/lineage/cohesion.py` fits and measures it).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from secondsource.knowledge.words import Words
from secondsource.lineage.page import Page
from secondsource.text.sentences import Sentence

# A page of fewer sentences is too short to tell (the weights were fitted with ten, which flagged dense short reports),
# and of longer ones the beginning is enough.
MIN_SENTENCES = 14
MAX_SENTENCES = 120
# Shorter sentences are headings and exclamations.
_MIN_CHARACTERS = 20
# In eighths of a bit: a word that is fewer than one of 4,000 running words.
_RARE = 96
_FAR = 2
# Letters by which a name, or a word, is the same one.
_NAME_STEM, _WORD_STEM = 4, 6
_WEIGHTS = {"widest": -5.93, "second": -6.79, "largest": -5.53, "far": -15.89, "words": 1.63}
_CONSTANT = -0.40
# Of ordinary articles, six in a thousand score more.
_SCATTERED = 2.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Cohesion:
    """How a page hangs together; all but the counts are shares, 0..1.

    `widest` and `second` are the shares of sentences that hold the two most widespread names or rare words, `largest`
    of those in the largest group that such words tie together, `far` the share of pairs of sentences not next to each
    other that share one; `words` is the number of different such words a sentence.
    """

    sentences: int
    widest: float
    second: float
    largest: float
    far: float
    words: float

    @property
    def score(self) -> float:
        """The higher, the more the page looks like one of several articles; not a probability."""
        return float(_CONSTANT + sum(weight * getattr(self, name) for name, weight in _WEIGHTS.items()))

    @property
    def is_scattered(self) -> bool:
        """Whether no thread runs through the page."""
        return self.score > _SCATTERED


def cohesion(page: Page, known: Words) -> Cohesion | None:
    """How a page hangs together, or None where it is too short to tell."""
    told = [s for s in page.body if s.end - s.start > _MIN_CHARACTERS][:MAX_SENTENCES]
    if len(told) < MIN_SENTENCES:
        return None
    holders: dict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(told):
        for word in dict.fromkeys(_telling(page, sentence, known)):
            holders[word].append(number)
    spread = [n for _, n in Counter({w: len(h) for w, h in holders.items()}).most_common(2)] + [0, 0]
    tied = {pair for held in holders.values() for pair in combinations(held, 2)}
    pairs = (len(told) - _FAR) * (len(told) - _FAR + 1) / 2
    return Cohesion(
        sentences=len(told),
        widest=spread[0] / len(told),
        second=spread[1] / len(told),
        largest=max(_groups(tied, len(told))) / len(told),
        far=sum(b - a >= _FAR for a, b in tied) / pairs,
        words=len(holders) / len(told),
    )


def _telling(page: Page, sentence: Sentence, known: Words) -> Iterator[str]:
    """What the names and rare words of a sentence are about: Ankara and the Turks, export and exporter are one."""
    yield from (f"{m.kind}:{m.id}" for m in page.mentions_between(sentence.start, sentence.end))
    for place, token in enumerate(page.tokens_between(sentence.start, sentence.end)):
        low = token.low.removesuffix("'s")
        if not low.isalpha() or len(low) <= 2:
            continue
        if token.text[0].isupper() and (place > 0 or known.rarity(low) >= _RARE):
            yield low[:_NAME_STEM]
        elif known.rarity(low) >= _RARE:
            yield known.lemma(low)[:_WORD_STEM]


def _groups(tied: set[tuple[int, int]], count: int) -> list[int]:
    """The sizes of the groups of sentences that are tied together, directly or through others."""
    head = list(range(count))

    def find(one: int) -> int:
        while head[one] != one:
            head[one] = head[head[one]]
            one = head[one]
        return one

    for a, b in tied:
        head[find(a)] = find(b)
    return list(Counter(find(one) for one in range(count)).values())
