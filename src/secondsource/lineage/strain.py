"""How strained the words of a text are where another text has others: what a rewording machine leaves behind.

A machine puts for each word one that a dictionary allows. The result is rarer English that keeps worse company, and the
way back is never taken: no machine turns "State Division" into "State Department". Rarity and company (pointwise mutual
information of neighbouring words; Church and Hanks 1990) come from the background table that ships with the package.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from secondsource.knowledge.words import UNKNOWN, Words, pair_addresses
from secondsource.lineage.alignment import Aligned, Block
from secondsource.lineage.debris import is_wrong_article
from secondsource.lineage.vocabulary import Vocabulary
from secondsource.text.tokens import Token

# Longer stretches were written anew, by whatever hand.
_LONGEST = 4
# One word says so much at the most, in bits; beyond, rarity is that of names and slips of the pen.
_MOST_BITS = 8.0
_RAREST = 21.0
_BEST_COMPANY, _WORST_COMPANY = 8.0, -2.0
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Prose:
    """The words of a text with their rarity in bits, and in bits how gladly each stands before the next."""

    tokens: Sequence[Token]
    rarity: NDArray[np.float64]
    company: NDArray[np.float64]


@dataclass(slots=True)
class Strain:
    """How much more strained the left text is than the right one, where they differ; negative when the right one is.

    `bits` is the sum over exchanged words; `articles` counts "a" before a vowel and the like, `unknown` words that no
    dictionary has, `scattered` the words for which the other text has several. `left` and `right` show examples:
    what the text has, and what the other has in its place.
    """

    bits: float = 0.0
    articles: int = 0
    unknown: int = 0
    scattered: int = 0
    left: list[tuple[float, str, str]] = field(default_factory=list)
    right: list[tuple[float, str, str]] = field(default_factory=list)

    def examples(self, *, left: bool) -> list[tuple[str, str]]:
        """The most strained words of one side, each with those of the other side."""
        ranked = sorted(self.left if left else self.right, key=lambda e: (-e[0], e[1:]))
        return [(ours, theirs) for _, ours, theirs in dict.fromkeys(ranked)][:_SHOWN]


def prose(tokens: Sequence[Token], vocabulary: Vocabulary) -> Prose:
    """What the background table knows of the words of a text."""
    places = vocabulary.places([token.low for token in tokens])
    rarity, hashes = vocabulary.rarity[places] / 8, vocabulary.hashes[places]
    listed = vocabulary.known.pair_rarity[pair_addresses(hashes[:-1], hashes[1:])]
    company = rarity[:-1] + rarity[1:] - listed / 8
    company[listed == UNKNOWN] = 0.0
    return Prose(tokens, np.minimum(rarity, _RAREST), np.clip(company, _WORST_COMPANY, _BEST_COMPANY))


def strain(passages: Sequence[Aligned], left: Prose, right: Prose, known: Words) -> Strain:
    """Compare the exchanged words of two aligned texts."""
    found = Strain()
    for block in _exchanged(passages):
        found.articles += _wrong_articles(left.tokens, block.start, block.end)
        found.articles -= _wrong_articles(right.tokens, block.of_start, block.of_end)
        found.unknown += _unknown(left.tokens[block.start : block.end], known)
        found.unknown -= _unknown(right.tokens[block.of_start : block.of_end], known)
        sides = left.tokens[block.start : block.end], right.tokens[block.of_start : block.of_end]
        if all(len(side) <= _LONGEST and _is_plain(side) for side in sides):
            _weigh(block, left, right, found)
    found.scattered = _scattered(passages, left, right)
    return found


def _exchanged(passages: Sequence[Aligned]) -> Iterator[Block]:
    for passage in passages:
        for block in passage.blocks:
            if not block.same and block.start < block.end and block.of_start < block.of_end:
                yield block


def _weigh(block: Block, left: Prose, right: Prose, found: Strain) -> None:
    ours, theirs = (block.start, block.end), (block.of_start, block.of_end)
    rarer = float(left.rarity[slice(*ours)].mean() - right.rarity[slice(*theirs)].mean())
    lonelier = _company(right, *theirs) - _company(left, *ours)
    bits = _bounded(rarer) + _bounded(lonelier)
    found.bits += bits
    printed, other = _words(left, *ours), _words(right, *theirs)
    if bits > 0:
        found.left.append((round(bits, 3), printed, other))
    elif bits < 0:
        found.right.append((round(-bits, 3), other, printed))


def _is_plain(tokens: Sequence[Token]) -> bool:
    """Names and numbers are rare in any English: that one stands for another says nothing of who came first."""
    return all(token.text.isalpha() and not token.text[0].isupper() for token in tokens)


def _bounded(bits: float) -> float:
    return max(-_MOST_BITS, min(_MOST_BITS, bits))


def _company(text: Prose, start: int, end: int) -> float:
    around = text.company[max(0, start - 1) : end]
    return float(around.mean()) if len(around) else 0.0


def _words(text: Prose, start: int, end: int) -> str:
    """The words with a neighbour, which shows what is strained about them."""
    return " ".join(token.text for token in text.tokens[start : end + 1])


def _wrong_articles(tokens: Sequence[Token], start: int, end: int) -> int:
    wrong = 0
    for before, token in zip(tokens[max(0, start - 1) :], tokens[max(1, start) : end], strict=False):
        if token.text.isalpha() and not token.text.isupper():
            wrong += is_wrong_article(before.low, token.low)
    return wrong


def _unknown(tokens: Sequence[Token], known: Words) -> int:
    return sum(token.text.isalpha() and token.text.islower() and not known.has(token.low) for token in tokens)


def _scattered(passages: Sequence[Aligned], left: Prose, right: Prose) -> int:
    """Words of the right text for which the left has several, less those of the left for which the right has."""
    ours: dict[str, set[str]] = defaultdict(set)
    theirs: dict[str, set[str]] = defaultdict(set)
    for block in _exchanged(passages):
        if block.end - block.start == 1 == block.of_end - block.of_start:
            printed, other = left.tokens[block.start].low, right.tokens[block.of_start].low
            ours[printed].add(other)
            theirs[other].add(printed)
    return sum(len(words) - 1 for words in theirs.values()) - sum(len(words) - 1 for words in ours.values())
