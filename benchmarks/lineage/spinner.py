"""A machine rewriter: swaps words and phrases for those of a lexicon and keeps the order of the sentences.

`spin` calibrates its strength on each text, so that the word 3-gram Jaccard of result and source comes as near as the
lexicon allows to the one wanted. What else such machines do is here too: half of the texts lose headline and first
paragraph, some sentences are dropped, paragraphs fused, quotations and common words inside names swapped like any
other, and some texts show damage (template braces, glued sentences, broken tokens).
"""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.lineage.chance import Seed, chance
from benchmarks.lineage.lexicons import Lexicon
from benchmarks.lineage.small_words import STOP
from benchmarks.lineage.words import grams, paragraphs, sentences

STRENGTHS = (0.20, 0.11, 0.06)

DROP_HEAD = 0.5
DROPPED_SENTENCES = (0.05, 0.10)
FUSE_PARAGRAPHS = 0.5
# Share of texts that show each kind of damage; more than half show none.
BRACES, GLUED, BROKEN = 0.2, 0.2, 0.15
# Share of texts whose machine sets "a" and "an" right again.
ARTICLES = 0.5
PHRASES = 0.5
# A name is swapped less readily than a plain word, a small word only when plain words alone do not reach the strength.
NAME_RELUCTANCE = 0.6
HIGHEST_RATE = 2.0
SEARCH_STEPS = 12

_PIECE = re.compile(r"\w+|\W+")


@dataclass(frozen=True, slots=True)
class _Swap:
    """One place where `count` pieces may be exchanged for `new`, from a rate of `at` upwards."""

    first: int
    count: int
    at: float
    new: str


def spin(text: str, lexicon: Lexicon, jaccard: float, seed: Seed) -> str:
    """`text` as a rewriting machine prints it, at a word 3-gram Jaccard to `text` near `jaccard`."""
    draw = chance("spin", lexicon.name, seed)
    kept = _structure(text, draw)
    hurt = _damage_of(draw)
    return _calibrated(kept, text, lexicon, jaccard, seed, hurt)


def reword(text: str, lexicon: Lexicon, jaccard: float, seed: Seed) -> str:
    """Only the exchange of words, as calibrated as in `spin`: every sentence and paragraph is kept."""
    return _calibrated(text, text, lexicon, jaccard, seed, lambda spun: spun)


def _calibrated(
    kept: str, source: str, lexicon: Lexicon, jaccard: float, seed: Seed, hurt: Callable[[str], str]
) -> str:
    """Binary search on the rate of replacement; the places exchanged at a lower rate stay so at a higher one."""
    pieces = _PIECE.findall(kept)
    swaps = _swaps(pieces, lexicon, chance("swaps", lexicon.name, seed))
    theirs = grams(source, 3)
    low, high = 0.0, HIGHEST_RATE
    best, nearest = kept, float("inf")
    for _ in range(SEARCH_STEPS):
        rate = (low + high) / 2
        spun = hurt(_printed(pieces, swaps, rate))
        ours = grams(spun, 3)
        reached = len(ours & theirs) / max(1, len(ours | theirs))
        if abs(reached - jaccard) < nearest:
            best, nearest = spun, abs(reached - jaccard)
        low, high = (rate, high) if reached > jaccard else (low, rate)
    return best


def _structure(text: str, draw: random.Random) -> str:
    """Without some sentences and, in half of the cases, the head; with some paragraphs run together."""
    blocks = paragraphs(text)
    if draw.random() < DROP_HEAD and len(blocks) > 3:
        blocks = blocks[2:]
    share = draw.uniform(*DROPPED_SENTENCES)
    kept = []
    for number, block in enumerate(blocks):
        held = sentences(block)
        left = [s for s in held if draw.random() >= share or (number == 0 and len(held) == 1)]
        if left:
            kept.append(" ".join(left))
    fused = kept[:1]
    for block in kept[1:]:
        if len(fused) > 1 and draw.random() < FUSE_PARAGRAPHS:
            fused[-1] += " " + block
        else:
            fused.append(block)
    return "\n\n".join(fused)


def _swaps(pieces: Sequence[str], lexicon: Lexicon, draw: random.Random) -> list[_Swap]:
    """Every possible exchange, none over another; a phrase comes before its words."""
    found: list[_Swap] = []
    at = 0
    while at < len(pieces):
        swap = _phrase(pieces, at, lexicon, draw) or _word(pieces, at, lexicon, draw)
        if swap is not None:
            found.append(swap)
        at += swap.count if swap is not None else 1
    return found


def _phrase(pieces: Sequence[str], at: int, lexicon: Lexicon, draw: random.Random) -> _Swap | None:
    words = pieces[at : at + 3]
    if len(words) < 3 or words[1] != " " or not words[0].isalpha() or not words[2].isalpha():
        return None
    offered = lexicon.substitutes(f"{words[0]} {words[2]}".lower())
    if not offered or draw.random() > PHRASES:
        return None
    return _Swap(at, 3, draw.random(), _cased(draw.choice(offered), words[0]))


def _word(pieces: Sequence[str], at: int, lexicon: Lexicon, draw: random.Random) -> _Swap | None:
    word = pieces[at]
    low = word.lower()
    if not word.isalpha():
        return None
    if low in STOP:
        offered: Sequence[str] = lexicon.small.get(low, ())
        reluctance = 1.0 + draw.random()
    elif len(low) < 3 or word.isupper():
        return None
    else:
        is_name = word[0].isupper() and not _opens(pieces, at)
        if is_name and low not in lexicon.common:
            return None
        offered = lexicon.substitutes(low)
        reluctance = draw.random() / (NAME_RELUCTANCE if is_name else 1.0)
    if not offered:
        return None
    return _Swap(at, 1, reluctance, _cased(draw.choice(offered), word))


def _opens(pieces: Sequence[str], at: int) -> bool:
    """Whether a sentence opens at this piece: its capital says nothing."""
    before = pieces[at - 1] if at else "\n"
    return any(sign in before for sign in '.!?\n"')


def _cased(new: str, old: str) -> str:
    if old[0].isupper():
        return " ".join(w[0].upper() + w[1:] for w in new.split(" "))
    return new


def _printed(pieces: Sequence[str], swaps: Sequence[_Swap], rate: float) -> str:
    made: list[str] = []
    at = 0
    for swap in swaps:
        if swap.at < rate:
            made += [*pieces[at : swap.first], swap.new]
            at = swap.first + swap.count
    made += pieces[at:]
    return "".join(made)


def _damage_of(draw: random.Random) -> Callable[[str], str]:
    """The damage of one text; the same places are hit at every rate of replacement, or nearly so."""
    articles, braces, glued, broken = (draw.random() < share for share in (ARTICLES, BRACES, GLUED, BROKEN))
    places = [draw.random() for _ in range(3)]

    def hurt(text: str) -> str:
        if articles:
            text = re.sub(r"\b([Aa])n? ([a-z])", _with_article, text)
        if braces:
            text = _at(text, r"(?<= )[a-z]{5,}(?= )", places[0], lambda m: "{" + m.group() + "}")
        if glued:
            text = _at(text, r"(?<=[a-z]\.) (?=[A-Z])", places[1], lambda _: "")
        if broken:
            text = _at(text, r"\b(?:[A-Z]\.[A-Z]\.?|US|UK|EU|UN) [a-z]+", places[2], _broken)
        return text

    return hurt


def _with_article(match: re.Match[str]) -> str:
    return f"{match.group(1)}{'n' if match.group(2) in 'aeiou' else ''} {match.group(2)}"


def _broken(match: re.Match[str]) -> str:
    return re.sub(r"\W", "", match.group()).lower()


def _at(text: str, pattern: str, place: float, new: Callable[[re.Match[str]], str]) -> str:
    """Change one of the matches, the one at this share of them all."""
    found = list(re.finditer(pattern, text))
    if not found:
        return text
    chosen = found[int(place * len(found))]
    return text[: chosen.start()] + new(chosen) + text[chosen.end() :]
