"""Set phrases of the press, and the words that rewording machines put into them: "air force", "air pressure".

The table is built by `tools/tortured_phrases.py` from texts of this project, which the benchmark's machine reworded
with WordNet 3.1 and the Moby thesaurus. Such phrases give machine-made text away (tortured phrases; Cabanac, Labbe and
Magazinov 2021).
"""

from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from secondsource.knowledge.words import names_in

Pair = tuple[str, str]


class SetPhrases:
    """Pairs of words that belong together, and what was seen in the place of each word. Immutable once built."""

    def __init__(self, table: dict[str, NDArray[np.generic]]) -> None:
        starts = table["starts"].tolist()
        instead = names_in(table["instead"])
        self._phrases: set[Pair] = set()
        self._words_of: dict[str, tuple[str, ...]] = {}
        for phrase in names_in(table["phrases"]):
            first, second = phrase.split(" ")
            self._phrases.add((first, second))
        for n, word in enumerate(names_in(table["words"])):
            for other in instead[starts[n] : starts[n + 1]]:
                self._words_of[other] = (*self._words_of.get(other, ()), word)

    def __len__(self) -> int:
        return len(self._phrases)

    def meant_by(self, first: str, second: str) -> list[Pair]:
        """The set phrases of which these two words, in lower case, may be a machine's version, one exchanged."""
        found = [(word, second) for word in self._words_of.get(first, ()) if (word, second) in self._phrases]
        return found + [(first, word) for word in self._words_of.get(second, ()) if (first, word) in self._phrases]


@cache
def load_set_phrases() -> SetPhrases:
    """The table that ships with the package."""
    with (resources.files("secondsource.knowledge") / "data" / "tortured.npz").open("rb") as file:
        return SetPhrases(dict(np.load(file)))
