"""How a text chooses its words: in what company they stand, and how much commoner words for the same would be.

A writer takes, of the words for one thing, mostly the common one, and the one that goes with its neighbours. A machine
that swaps words takes any. Rarity and company (pointwise mutual information of neighbouring words; Church and Hanks
1990) come from the background table that ships with the package, words for the same thing from WordNet (Fellbaum 1998).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from secondsource.knowledge.inflecting import inflected
from secondsource.knowledge.words import UNKNOWN, Words, pair_addresses, word_hash
from secondsource.text.tokens import Token

# In bits. Words commoner than the first are small words, which hold a sentence together; beyond the second a word is a
# name or a slip of the pen. The third is how rare a pair at least is that the table does not list.
SMALL_WORD, NO_WORD = 9.0, 20.0
UNLISTED = 22.25
_SHORTEST = 3
# Bounds, in bits, so that no single word or pair decides.
_COMPANY = (-2.0, 8.0)
_FITTER = (-6.0, 12.0)
_COMMONER = (-4.0, 8.0)
# A word is misfit where another fits its neighbours so many bits better.
_MISFIT = 4.0
# What is shown as the likely original is so many bits commoner than the word printed, and goes with a neighbour in a
# pair so many bits commoner than those that the table lacks: the rarer a pair, the likelier the table errs (a twentieth
# of all pairs of words share an address with one that it lists).
_PLAINER, _USUAL = 1.0, 3.0
# Words remembered, with the others for the same; what is remembered never changes a result.
_KEPT = 65536

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitting:
    """A plainer word for the one printed at `place`, and the place `beside` it of the neighbour that it goes with.

    `bits` is how much commoner the two are than any pair that the table lacks.
    """

    place: int
    beside: int
    word: str
    bits: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WordChoice:
    """How a text chooses its words, over different pairs of neighbours that hold a word with a meaning of its own.

    `pairs` is how many there are. `company` is their mean company in bits, `unlisted` the share that the table lacks,
    `shunned` the share that it lacks though both words are so common that chance alone would pair them. Of the words
    that others can stand for, `fitter` is how many bits better the best of these would fit the neighbours, in the mean,
    `misfit` the share of words where that is much, `commoner` how many bits commoner the commonest of these is.
    `fitting` are words that would stand better.
    """

    pairs: int
    company: float
    unlisted: float
    shunned: float
    fitter: float
    misfit: float
    commoner: float
    fitting: tuple[Fitting, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of one word: its hash, how rare it is, and the others for the same."""

    hash: np.uint64
    rarity: float
    fellows: tuple[str, ...]
    hashes: NDArray[np.uint64]
    rarities: Floats


@dataclass(frozen=True, slots=True)
class _Text:
    """The words of a text. `near[n]` says that word n stands before the next with a blank between and no hyphen."""

    low: list[str]
    known: list[_Known]
    hashes: NDArray[np.uint64]
    rarity: Floats
    telling: Flags
    near: Flags
    bound: Flags


def word_choice(tokens: Sequence[Token], text: str, known: Words) -> WordChoice | None:
    """How the `tokens` of `text` are chosen, or None where no word of the text could have been another."""
    if len(tokens) <= 2:
        return None
    held = _text(tokens, text, known)
    pairs = _pair_rarity(held.hashes[:-1], held.hashes[1:], known)
    places = _choosable(held)
    plain = np.array([t.text.isalpha() and t.text.islower() for t in tokens]) & (held.rarity < NO_WORD)
    asked = held.near & plain[:-1] & plain[1:] & (held.telling[:-1] | held.telling[1:]) & _first(held)
    if not asked.any() or not len(places):
        return None
    chance = held.rarity[:-1] + held.rarity[1:]
    lacking = pairs >= UNLISTED
    company = np.where(lacking, np.minimum(0.0, chance - UNLISTED), np.clip(chance - pairs, *_COMPANY))
    fitter, commoner, fitting = _others(held, places, pairs, known)
    return WordChoice(
        pairs=int(asked.sum()),
        company=float(company[asked].mean()),
        unlisted=float(lacking[asked].mean()),
        shunned=float((lacking & (chance < UNLISTED))[asked].mean()),
        fitter=float(np.clip(fitter, *_FITTER).mean()),
        misfit=float((fitter > _MISFIT).mean()),
        commoner=float(np.clip(commoner, *_COMMONER).mean()),
        fitting=fitting,
    )


def _text(tokens: Sequence[Token], text: str, known: Words) -> _Text:
    low = [token.low for token in tokens]
    about = [_known(word, known) for word in low]
    rarity = np.array([word.rarity for word in about])
    lower = np.array([t.text.isalpha() and t.text.islower() and len(t.text) >= _SHORTEST for t in tokens])
    return _Text(
        low=low,
        known=about,
        hashes=np.array([word.hash for word in about], dtype=np.uint64),
        rarity=rarity,
        telling=lower & (rarity > SMALL_WORD),
        near=np.array([text[a.end : b.start] == " " for a, b in pairwise(tokens)]),
        bound=np.array([text[t.end : t.end + 1] == "-" or text[max(0, t.start - 1) : t.start] == "-" for t in tokens]),
    )


@lru_cache(maxsize=_KEPT)
def _known(word: str, known: Words) -> _Known:
    rarity = known.rarity(word) / 8
    fellows: tuple[str, ...] = ()
    if word.isalpha() and len(word) >= _SHORTEST and rarity > SMALL_WORD:
        forms = (form for fellow in known.fellows(word) for form in inflected(fellow, word, known))
        fellows = tuple(dict.fromkeys(form for form in forms if form != word))
    return _Known(
        hash=word_hash(word),
        rarity=rarity,
        fellows=fellows,
        hashes=np.array([word_hash(f) for f in fellows], dtype=np.uint64),
        rarities=np.array([known.rarity(f) / 8 for f in fellows]),
    )


def _pair_rarity(first: NDArray[np.uint64], second: NDArray[np.uint64], known: Words) -> Floats:
    listed = known.pair_rarity[pair_addresses(first, second)]
    return np.where(listed == UNKNOWN, UNLISTED, np.minimum(listed / 8, UNLISTED))


def _first(text: _Text) -> Flags:
    """The pairs of words that the text has not printed before."""
    first = np.zeros(len(text.low) - 1, dtype=bool)
    first[np.unique(pair_addresses(text.hashes[:-1], text.hashes[1:]), return_index=True)[1]] = True
    return first


def _choosable(text: _Text) -> Places:
    """The places of words for which there are others, each but once in the same company."""
    met: set[tuple[str, str]] = set()
    places = []
    for at in range(1, len(text.low) - 1):
        if text.telling[at] and text.known[at].fellows and not text.bound[at]:
            before, after = (text.low[at - 1], text.low[at]), (text.low[at], text.low[at + 1])
            if before not in met and after not in met:
                places.append(at)
            met |= {before, after}
    return np.array(places, dtype=np.int64)


def _others(text: _Text, places: Places, pairs: Floats, known: Words) -> tuple[Floats, Floats, tuple[Fitting, ...]]:
    """For each of the places how many bits better, and commoner, the best other word is, and where one fits well."""
    sizes = np.array([len(text.known[at].fellows) for at in places])
    starts = np.cumsum(sizes) - sizes
    each = np.repeat(places, sizes)
    hashes = np.concatenate([text.known[at].hashes for at in places])
    rarities = np.concatenate([text.known[at].rarities for at in places])
    printed = np.where(text.near, pairs, UNLISTED)
    left = np.where(text.near[each - 1], _pair_rarity(text.hashes[each - 1], hashes, known), UNLISTED)
    right = np.where(text.near[each], _pair_rarity(hashes, text.hashes[each + 1], known), UNLISTED)
    lost = (printed[each - 1] >= UNLISTED) & (printed[each] >= UNLISTED) & (text.rarity[each] - rarities >= _PLAINER)
    on_left = np.where(lost & (text.rarity[each - 1] < NO_WORD), UNLISTED - left, 0.0)
    on_right = np.where(lost & (text.rarity[each + 1] < NO_WORD), UNLISTED - right, 0.0)
    glad = np.maximum(on_left, on_right)
    fitting = []
    for number in np.flatnonzero(np.maximum.reduceat(glad, starts) >= _USUAL).tolist():
        at, start = int(places[number]), int(starts[number])
        best = start + int(glad[start : start + sizes[number]].argmax())
        word = text.known[at].fellows[best - start]
        beside = at - 1 if on_left[best] >= on_right[best] else at + 1
        fitting.append(Fitting(place=at, beside=beside, word=word, bits=float(glad[best])))
    fitter = np.maximum.reduceat(printed[each - 1] + printed[each] - left - right, starts)
    commoner = np.maximum.reduceat(text.rarity[each] - rarities, starts)
    return fitter, commoner, tuple(fitting)
