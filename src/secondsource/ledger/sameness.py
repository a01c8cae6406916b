"""Whether two wordings are of the same words: word for word, or edited, cut, turned into reported speech, translated.

The thresholds were set on the quotations of 700 news articles: the lowest at which hardly any two pass that an article
prints apart. Of 5,471 pairs of quotations of one article 0.2% pass as edited, the heaviest of them printed twice; of
1,939 quotations that were cut to at least half and had a quarter of their content words exchanged for unrelated ones,
79%.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from secondsource.knowledge.words import load_words
from secondsource.text.quotations import content_words, longest_run

# Rarity is told in eighths of a bit. A rare word tells sayings apart, but no one word does; a common one hardly.
EIGHTHS = 8
MOST_BITS = 16
COMMON_BITS = 6
LEAST_BITS = 1.0
NUMBER_BITS = 10.0
# A word of like sense can be another translation of the same one, or another word.
SYNONYM_CREDIT = 0.7
# Translators and reporters turn sentences round.
OUT_OF_ORDER_CREDIT = 0.9
# The senses most used; the others make nearly everything a synonym of everything.
SENSES = 4

# Edited: this share of the shorter wording stands in the longer one, and weighs as much.
EDITED_SHARE = 0.5
EDITED_BITS = 25.0
# A short saying that stands whole in the other may weigh less.
WHOLE_SHARE = 0.95
WHOLE_BITS = 12.0
# Word for word: a run of so many content words, or the whole of a shorter one of rare words.
VERBATIM_WORDS = 8
VERBATIM_FEWEST = 4
VERBATIM_BITS = 30.0
# A word that more wordings share finds no candidates: it is the matter of the day.
COMMON_WORD = 60
SHARED_WORDS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The content words of a saying, the forms under which a dictionary has them, and what each weighs in bits."""

    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    weights: tuple[float, ...]

    @property
    def weight(self) -> float:
        """What all its words weigh."""
        return sum(self.weights)


@lru_cache(maxsize=8192)
def wording(text: str) -> Wording:
    """The wording of a text."""
    words = content_words(text)
    return Wording(
        words=words,
        lemmas=tuple(load_words().lemma(word) for word in words),
        weights=tuple(_weight(word) for word in words),
    )


def is_verbatim(one: Wording, other: Wording) -> bool:
    """Whether one run of words stands in both, enough of them to be known whoever is said to have spoken."""
    start, size = longest_run(one.words, other.words)
    if size >= VERBATIM_WORDS:
        return True
    whole = size == min(len(one.words), len(other.words)) and size >= VERBATIM_FEWEST
    return whole and sum(one.weights[start : start + size]) >= VERBATIM_BITS


def is_edited(one: Wording, other: Wording) -> bool:
    """Whether one wording is the other edited, to be asked of one speaker's words only."""
    share, bits = overlap(one, other)
    return share >= EDITED_SHARE and bits >= EDITED_BITS


def is_same(one: Wording, other: Wording) -> bool:
    """Whether one quotation is the other, edited or whole in it, to be asked of one speaker's words only."""
    share, bits = overlap(one, other)
    return (share >= EDITED_SHARE and bits >= EDITED_BITS) or (share >= WHOLE_SHARE and bits >= WHOLE_BITS)


@lru_cache(maxsize=65536)
def has_same_words(text: str, other: str) -> bool:
    """Whether two texts of one speaker's words are one another, word for word, edited or whole in the other."""
    return is_verbatim(wording(text), wording(other)) or is_same(wording(text), wording(other))


def overlap(one: Wording, other: Wording) -> tuple[float, float]:
    """The share of the shorter wording that stands in the other, and what it weighs: in the same order, or in any."""
    least = min(one.weight, other.weight)
    if not least:
        return 0.0, 0.0
    first, second = sorted((one, other), key=lambda w: w.words)
    met = [
        [_likeness(word, theirs) * min(weight, weighing) for theirs, weighing in zip(*_listed(second), strict=True)]
        for word, weight in zip(*_listed(first), strict=True)
    ]
    shared = max(_in_order(met), OUT_OF_ORDER_CREDIT * _in_any_order(met))
    return shared / least, shared


def _listed(one: Wording) -> tuple[tuple[str, ...], tuple[float, ...]]:
    return one.words, one.weights


def _in_order(met: Sequence[Sequence[float]]) -> float:
    """The weight of the heaviest common subsequence, by what each word has in common with each."""
    row = [0.0] * (len(met[0]) + 1)
    for weights in met:
        last, row = row, [0.0]
        for j, weight in enumerate(weights):
            row.append(max(last[j + 1], row[j], last[j] + weight))
    return row[-1]


def _in_any_order(met: Sequence[Sequence[float]]) -> float:
    """The weight of what the words have in common, each taken with the best of those left."""
    free, total = set(range(len(met[0]))), 0.0
    for weights in met:
        best = max(free, key=lambda j: (weights[j], -j), default=None)
        if best is not None and weights[best]:
            free.discard(best)
            total += weights[best]
    return total


def candidates(wordings: Sequence[Wording]) -> Iterator[tuple[int, int]]:
    """The pairs of wordings that share words enough to be worth comparing."""
    holding: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(wordings):
        for lemma in set(one.lemmas):
            holding[lemma].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in holding.values():
        if len(numbers) <= COMMON_WORD:
            shared.update(combinations(numbers, 2))
    yield from sorted(pair for pair, times in shared.items() if times >= SHARED_WORDS)


@lru_cache(maxsize=65536)
def _weight(word: str) -> float:
    if word[0].isdigit():
        return NUMBER_BITS
    known = load_words()
    bits = min(known.rarity(word), known.rarity(known.lemma(word)), MOST_BITS * EIGHTHS) / EIGHTHS
    return max(LEAST_BITS, bits - COMMON_BITS)


@lru_cache(maxsize=65536)
def _likeness(word: str, other: str) -> float:
    known = load_words()
    if word == other or known.lemma(word) == known.lemma(other):
        return 1.0
    shared = set(known.senses(word)[:SENSES]) & set(known.senses(other)[:SENSES])
    return SYNONYM_CREDIT if shared else 0.0
