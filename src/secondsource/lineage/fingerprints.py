"""The fingerprint of a text: hashes of its word 3-grams, as printed and by what the words stand for, with weights.

Stop words are kept: the skeleton of small words is what survives when a machine swaps the others. A gram weighs the
more, the fewer articles hold it by chance: minus the binary logarithm of the share of articles of 400 words that are
expected to, from a background table that ships with the package (bigram model of English; the idf of Sparck Jones 1972
with an estimated document frequency). The weights never depend on the library.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondsource.knowledge.words import UNKNOWN, pair_addresses
from secondsource.lineage.vocabulary import Vocabulary

GRAM_WORDS = 3
# Eighths of a bit, as in the background table: an article holds about 400 words, 2**8.64.
_ARTICLE = 69
# A pair that the table lacks is at least as rare as its rarest pairs.
_RAREST_PAIR = 178
# A gram that one article in 32 holds by chance, or more, says nothing of a pair.
LIGHTEST = 5 * 8
HEAVIEST = 20 * 8
# A gram of word classes is met by chance more often than the gram as printed: by so much it weighs less.
_CLASS_DISCOUNT = 16
_WEIGHT_BITS = np.uint64(8)
_HALF_GRAM = np.uint32(16)
_MIXERS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0xBF58476D1CE4E5B9], dtype=np.uint64)
_HALF = np.uint64(32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """Distinct grams of a text in rising order (32-bit hashes), with their weights in eighths of a bit."""

    grams: NDArray[np.uint32]
    weights: NDArray[np.uint8]

    @property
    def weight(self) -> int:
        """What all grams weigh together, in eighths of a bit."""
        return int(self.weights.sum(dtype=np.int64))

    def shared_weights(self, others: Sequence["Fingerprint"]) -> NDArray[np.int64]:
        """What the grams that this text shares with each of the others weigh together, in eighths of a bit.

        It is the same from either side. All others are asked at once, for there may be dozens.
        """
        if not others or not len(self.grams):
            return np.zeros(len(others), dtype=np.int64)
        ends = np.cumsum([len(other.grams) for other in others])
        grams = np.concatenate([other.grams for other in others])
        weights = np.concatenate([other.weights for other in others])
        near = np.zeros(1 << 16, dtype=np.bool_)
        near[self.grams >> _HALF_GRAM] = True
        maybe = np.flatnonzero(near[grams >> _HALF_GRAM])
        places = np.searchsorted(self.grams[:-1], grams[maybe])
        shared = np.flatnonzero(self.grams[places] == grams[maybe])
        maybe, places = maybe[shared], places[shared]
        least = np.minimum(weights[maybe], self.weights[places])
        owners = np.searchsorted(ends, maybe, side="right")
        return np.bincount(owners, weights=least, minlength=len(others)).astype(np.int64)

    def shared_weight(self, other: "Fingerprint") -> int:
        """What the grams that both texts hold weigh together, in eighths of a bit; the same from either side."""
        return int(self.shared_weights([other])[0])


@dataclass(frozen=True, slots=True)
class Grams:
    """The grams of a text by position: their hashes, as printed and by class, and their weights in eighths of a bit."""

    exact: NDArray[np.uint32]
    by_class: NDArray[np.uint32]
    weights: NDArray[np.int16]


def grams(words: Sequence[str], vocabulary: Vocabulary) -> Grams:
    """The grams of a text, given its words in lower case."""
    places = vocabulary.places(words)
    if len(places) < GRAM_WORDS:
        none = np.zeros(0, dtype=np.uint32)
        return Grams(none, none, np.zeros(0, dtype=np.int16))
    both = np.stack((vocabulary.hashes[places], vocabulary.classes[places]))
    exact, by_class = _hashed(both)
    return Grams(exact, by_class, _weights(both[0], vocabulary.rarity[places], vocabulary))


def fingerprint(words: Sequence[str], vocabulary: Vocabulary) -> Fingerprint:
    """The fingerprint of a text, given its words in lower case; grams that say nothing are left out."""
    every = grams(words, vocabulary)
    exact, by_class, weights = every.exact, every.by_class, every.weights
    told = weights >= LIGHTEST
    apart = told & (exact != by_class)
    lighter = np.maximum(weights[apart], LIGHTEST + _CLASS_DISCOUNT) - _CLASS_DISCOUNT
    both = np.concatenate((exact[told], by_class[apart])).astype(np.uint64) << _WEIGHT_BITS
    both |= np.concatenate((weights[told], lighter)).astype(np.uint64)
    both.sort()
    found = (both >> _WEIGHT_BITS).astype(np.uint32)
    last = np.ones(len(found), dtype=np.bool_)
    np.not_equal(found[1:], found[:-1], out=last[: max(0, len(found) - 1)])
    return Fingerprint(grams=found[last], weights=both[last].astype(np.uint8))


def _hashed(hashes: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """A 32-bit hash of every three words in a row, of each row of hashes of words."""
    mixed = hashes[:, :-2] * _MIXERS[0]
    mixed ^= mixed >> _HALF
    mixed += hashes[:, 1:-1]
    mixed *= _MIXERS[1]
    mixed ^= mixed >> _HALF
    mixed += hashes[:, 2:]
    mixed *= _MIXERS[2]
    mixed >>= _HALF
    hashed: NDArray[np.uint32] = mixed.astype(np.uint32)
    return hashed


def _weights(hashes: NDArray[np.uint64], rarity: NDArray[np.uint8], vocabulary: Vocabulary) -> NDArray[np.int16]:
    """P(a b c) is estimated as P(a b) P(b c) / P(b)."""
    pairs: NDArray[np.int16] = vocabulary.known.pair_rarity[pair_addresses(hashes[:-1], hashes[1:])].astype(np.int16)
    single = rarity.astype(np.int16)
    unlisted = np.maximum(single[:-1] + single[1:], _RAREST_PAIR)
    pairs = np.where(pairs == UNKNOWN, unlisted, pairs).astype(np.int16)
    weights: NDArray[np.int16] = np.clip(pairs[:-1] + pairs[1:] - single[1:-1] - _ARTICLE, 0, HEAVIEST)
    return weights
