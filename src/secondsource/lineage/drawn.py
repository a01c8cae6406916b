"""The stems of a text as the comparison in any order takes them, and what two texts have in common."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondsource.knowledge.words import Words
from secondsource.lineage.stems import RAREST, shares, stem

Ints = NDArray[np.int32]
Floats = NDArray[np.float64]

# How many words the knowledge of English weighs, against the words of the two texts. News on one topic shares the
# words of the topic: at half as much again PAN 2013 gains .001 and pairs of such news give half as many false passages
# again; at a third less both lose a little.
_ENGLISH_WORDS = 1000.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """A text prepared: `numbers` has for each word the number of its stem, in the order in which the stems come.

    `counts` and `shares` are by stem: how often the text has it, and its share of running English. `breaks` are the
    words that open a sentence, in rising order, with 0 and the length.
    """

    stems: Mapping[str, int]
    numbers: Ints
    counts: Ints
    shares: Floats
    breaks: Ints

    def __len__(self) -> int:
        return len(self.numbers)


@dataclass(frozen=True, slots=True)
class Common:
    """Two texts by the number of the stems that both hold, -1 for a stem of one text alone.

    `rates` has for each common stem the share of words that it is, by the two texts and by English together.
    """

    left: Ints
    right: Ints
    rates: Floats


def drawn(low: Sequence[str], starts: Sequence[int], known: Words) -> Drawn:
    """Prepare a text, given its words in lower case and the numbers of the words that open a sentence."""
    stems: dict[str, int] = {}
    numbers = np.fromiter((stems.setdefault(stem(word), len(stems)) for word in low), np.int32, len(low))
    share = shares(known).get
    return Drawn(
        stems=stems,
        numbers=numbers,
        counts=np.bincount(numbers, minlength=len(stems)).astype(np.int32),
        shares=np.fromiter((share(name, RAREST) for name in stems), np.float64, len(stems)),
        breaks=np.unique(np.array([0, len(low), *starts], np.int32)),
    )


def in_common(left: Drawn, right: Drawn) -> Common | None:
    """What two texts have in common; None where they share no stem."""
    few, many = (left, right) if len(left.stems) <= len(right.stems) else (right, left)
    look_up = many.stems.get
    both = [(number, other) for name, number in few.stems.items() if (other := look_up(name)) is not None]
    if not both:
        return None
    of_few, of_many = np.array(both, np.int32).T
    ours, theirs = (of_few, of_many) if few is left else (of_many, of_few)
    counts = left.counts[ours] + right.counts[theirs] + _ENGLISH_WORDS * left.shares[ours]
    rates = counts / (len(left) + len(right) + _ENGLISH_WORDS)
    return Common(left=_numbered(left, ours), right=_numbered(right, theirs), rates=rates)


def _numbered(text: Drawn, common: Ints) -> Ints:
    """The words of a text by the number of the common stem."""
    table = np.full(len(text.stems), -1, np.int32)
    table[common] = np.arange(len(common), dtype=np.int32)
    return table[text.numbers]
