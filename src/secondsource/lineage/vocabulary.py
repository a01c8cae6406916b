"""Words as numbers: a hash of each word, a hash of what it stands for, and how rare it is, worked out once a word.

What is remembered never changes a result: it saves working the same word out again.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from secondsource.knowledge.words import Words, word_hash

# Words commoner than this (in eighths of a bit: one in 400 of running text) stand for themselves alone; a dictionary
# has a sense for each ("in" an inch, "as" arsenic), and their order is what rewording leaves alone.
COMMON = 69
# Words that no dictionary has are forgotten when this many have been met, so that a large library costs no memory.
KEPT = 200_000
_GROWTH = 4096


class Vocabulary(dict[str, int]):
    """The place of each word in the arrays `hashes`, `classes` and `rarity`. Looking a word up adds it."""

    def __init__(self, known: Words) -> None:
        super().__init__()
        self.known = known
        self._forget()

    def __missing__(self, word: str) -> int:
        place = len(self)
        if place == len(self.hashes):
            self._grow()
        self.hashes[place] = word_hash(word)
        self.classes[place] = self._class(word)
        self.rarity[place] = self.known.rarity(word)
        self[word] = place
        return place

    def places(self, words: Sequence[str]) -> NDArray[np.int32]:
        """The places of `words`, in their order. Good until the next call."""
        if len(self) > KEPT:
            self._forget()
        return np.fromiter(map(self.__getitem__, words), dtype=np.int32, count=len(words))

    def _class(self, word: str) -> np.uint64:
        if self.known.rarity(word) <= COMMON or not word.isalpha():
            return word_hash(word)
        senses = self.known.senses(word)
        return word_hash(f"={senses[0]}" if senses else self.known.lemma(word))

    def _forget(self) -> None:
        self.clear()
        self.hashes: NDArray[np.uint64] = np.zeros(_GROWTH, dtype=np.uint64)
        self.classes: NDArray[np.uint64] = np.zeros(_GROWTH, dtype=np.uint64)
        self.rarity: NDArray[np.uint8] = np.zeros(_GROWTH, dtype=np.uint8)

    def _grow(self) -> None:
        self.hashes = np.resize(self.hashes, 2 * len(self.hashes))
        self.classes = np.resize(self.classes, 2 * len(self.classes))
        self.rarity = np.resize(self.rarity, 2 * len(self.rarity))
