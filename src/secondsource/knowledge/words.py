"""What is known of English words: which stand for one another, and how common they and their pairs are.

The table is built by `tools/word_table.py` from WordNet 3.1 (Fellbaum 1998) and from frequency lists made of Google
Books Ngrams (Michel et al. 2011); NOTICE names the licences. It ships with the package, so that what a shared phrase
weighs never depends on the library at hand.
"""

import zlib
from collections.abc import Mapping
from functools import cache, cached_property
from importlib import resources
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

PAIR_BITS = 22
# In eighths of a bit. A word or pair that no list holds is rarer than all that stand in it.
UNKNOWN = 255
_ENDINGS = (
    ("sses", "ss"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("ies", "y"), ("es", "e"), ("es", ""),
    ("s", ""), ("ied", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""), ("er", "e"), ("er", ""), ("est", "e"),
    ("est", ""), ("ier", "y"), ("iest", "y"),
)  # fmt: skip
_INFLECTED = ("ed", "ing", "s")


class Words:
    """The table of words. Immutable once built; every method takes words in lower case."""

    def __init__(self, table: dict[str, NDArray[np.generic]]) -> None:
        lemmas = names_in(table["lemmas"])
        self._lemmas = lemmas
        self._place = {lemma: n for n, lemma in enumerate(lemmas)}
        self._irregular = dict(zip(names_in(table["forms"]), (lemmas[n] for n in table["of_form"]), strict=True))
        self._starts = table["starts"].tolist()
        self._senses = table["senses"].tolist()
        self._rarity = dict(zip(names_in(table["words"]), table["frequency"].tolist(), strict=True))
        self.pair_rarity: NDArray[np.uint8] = np.full(1 << PAIR_BITS, UNKNOWN, dtype=np.uint8)
        self.pair_rarity[np.cumsum(table["pairs"])] = table["pair_frequency"]

    def lemma(self, word: str) -> str:
        """The form under which a dictionary has `word` (the endings of WordNet's morphy), or a stem of it."""
        if word in self._irregular:
            return str(self._irregular[word])
        return word if word in self._place else self._base(word)

    def senses(self, word: str) -> tuple[int, ...]:
        """The senses that `word` shares with other words, the one most used first; none for a word of its own."""
        own = self._senses_of(self.lemma(word))
        base = self._base(word) if word.endswith(_INFLECTED) else word  # "licensed" is a word, and a form of "license"
        return own if base == word else tuple(dict.fromkeys(own + self._senses_of(base)))

    def fellows(self, word: str) -> tuple[str, ...]:
        """Other lemmas that stand for one of the senses of `word`, in no order that says anything."""
        first, last = (np.searchsorted(self._sharing[0], list(self.senses(word)), side) for side in ("left", "right"))
        places = {n for a, b in zip(first, last, strict=True) for n in self._sharing[1][a:b].tolist()}
        return tuple(self._lemmas[n] for n in sorted(places) if self._lemmas[n] not in (word, self.lemma(word)))

    def irregular(self, lemma: str) -> tuple[str, ...]:
        """The forms of `lemma` that no rule of endings makes."""
        return self._forms.get(lemma, ())

    def has(self, word: str) -> bool:
        """Whether `word`, or a form that it is of, is in the table."""
        return word in self._rarity or self.lemma(word) in self._rarity or self.lemma(word) in self._place

    def is_listed(self, word: str) -> bool:
        """Whether this very form is among the words of which it is known how common they are."""
        return word in self._rarity

    def rarity(self, word: str) -> int:
        """Minus eight times the binary logarithm of the share of running text that `word` is; 0 to 255."""
        return int(self._rarity.get(word, UNKNOWN))

    @property
    def rarities(self) -> Mapping[str, int]:
        """Every word of the list with its rarity."""
        return MappingProxyType(self._rarity)

    @cached_property
    def _sharing(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Every sense in rising order as often as a lemma has it, and the place of that lemma."""
        senses = np.array(self._senses, dtype=np.int64)
        lemmas = np.repeat(np.arange(len(self._lemmas)), np.diff(self._starts))
        order = np.argsort(senses, kind="stable")
        return senses[order], lemmas[order]

    @cached_property
    def _forms(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for form, lemma in self._irregular.items():
            found[lemma] = (*found.get(lemma, ()), form)
        return found

    def _base(self, word: str) -> str:
        for ending, instead in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= 2:
                stem = word[: len(word) - len(ending)]
                if stem + instead in self._place:
                    return stem + instead
                if not instead and len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in self._place:
                    return stem[:-1]
        if word.endswith("ies") and len(word) > 4:
            return f"{word[:-3]}y"
        return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word

    def _senses_of(self, lemma: str) -> tuple[int, ...]:
        place = self._place.get(lemma)
        return () if place is None else tuple(self._senses[self._starts[place] : self._starts[place + 1]])


def pair_address(first: str, second: str) -> int:
    """Where a pair of words stands in the table of pairs."""
    return int(pair_addresses(np.array([word_hash(first)]), np.array([word_hash(second)]))[0])


def pair_addresses(first: NDArray[np.uint64], second: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Where pairs of words stand in the table of pairs, by the words' hashes."""
    mixed: NDArray[np.uint64] = first * np.uint64(0x9E3779B97F4A7C15) + second * np.uint64(0xC2B2AE3D27D4EB4F)
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed >>= np.uint64(64 - PAIR_BITS)
    return mixed


def word_hash(word: str) -> np.uint64:
    """A hash of a word that is the same on every machine and in every run."""
    data = word.encode("utf-8", "surrogatepass")
    return np.uint64(zlib.crc32(data) | zlib.adler32(data) << 32)


@cache
def load_words() -> Words:
    """The table that ships with the package."""
    with (resources.files("secondsource.knowledge") / "data" / "words.npz").open("rb") as file:
        return Words(dict(np.load(file)))


def names_in(blob: NDArray[np.generic]) -> list[str]:
    """The names that a table keeps as the bytes of their lines."""
    return blob.tobytes().decode("ascii").split("\n")
