#!/usr/bin/env python3
"""Mine `src/secondsource/knowledge/data/tortured.npz`: set phrases of the press, and what machines make of them.

    python -m tools.tortured_phrases [--cache FOLDER] [--output FILE]

"Air force" comes back from a word-swapping machine as "air pressure". Such tortured phrases (Cabanac, Labbe and
Magazinov 2021, arXiv:2107.06751) are found here as they are found in print, by alignment, and only in texts of our own:
the sentences of `tools/set_phrases.txt` and the sample reports are reworded by the machine of `benchmarks/lineage` with
WordNet 3.1 (WordNet licence) and the Moby thesaurus (public domain) at several strengths, each result is aligned with
what it was made of, and what stands in the place of an established phrase is kept. A phrase is established whose two
words the background table lists as a pair in good company; what stands in its place is tortured if the table does not
list it. CACHE is filled by `python -m benchmarks.lineage.resources --lexicons-only`. Two runs give the same bytes.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from benchmarks.lineage import lexicons, resources
from benchmarks.lineage.small_words import STOP
from benchmarks.lineage.spinner import STRENGTHS, reword

from secondsource.knowledge.words import UNKNOWN, Words, load_words, pair_address
from secondsource.lineage.alignment import Aligned, align
from secondsource.lineage.vocabulary import Vocabulary
from secondsource.lineage.written import Written, written
from secondsource.text.tokens import low_words

ROOT = Path(__file__).resolve().parents[1]
SENTENCES = ROOT / "tools" / "set_phrases.txt"
SAMPLES = ROOT / "src" / "secondsource" / "samples"
# Reworded or cut together by a machine themselves.
MADE = ("03-", "04-", "05-")
OUTPUT = ROOT / "src" / "secondsource" / "knowledge" / "data" / "tortured.npz"
SEED = 20261128
# Draws at each strength: past these, few forms are new.
DRAWS = 60
# In bits: two words that stand together so many times (2**5) as often as chance would have it are a phrase.
GOOD_COMPANY = 5.0
# In bits: what a machine puts in is rarer than what it takes out. Words no rarer than that pair up freely: without this
# "military help", "general security" and "final agreement" would be tortured, which reporters write every day.
RARER = 1.0
# A word keeps those met most often in its place.
KEPT = 150
SHORTEST = 3

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Worded:
    """A text for alignment, and its words as printed, in lower case."""

    low: list[str]
    written: Written

    @classmethod
    def of(cls, text: str, vocabulary: Vocabulary) -> "Worded":
        low = low_words(text)
        return cls(low, written(low, (), vocabulary))


@dataclass(slots=True)
class Mined:
    """The tortured forms of each phrase, and for each of its words those that stood in its place, with how often."""

    forms: dict[Pair, set[Pair]] = field(default_factory=lambda: defaultdict(set))
    instead: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, phrase: Pair, form: Pair) -> None:
        self.forms[phrase].add(form)
        for word, other in zip(phrase, form, strict=True):
            self.instead[word][other] += word != other


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    resources.add_cache(parser)
    options = parser.parse_args()
    known = load_words()
    found = mined(list(texts()), options.cache, known)
    phrases = sorted(found.forms)
    instead = {word: ranked(word, found.instead[word], known) for word in {w for p in phrases for w in p}}
    words = sorted(word for word, others in instead.items() if others)
    kept = [instead[word] for word in words]
    np.savez_compressed(
        options.output,
        phrases=blob(" ".join(phrase) for phrase in phrases),
        words=blob(words),
        starts=np.cumsum([0, *map(len, kept)]).astype(np.uint32),
        instead=blob(word for some in kept for word in some),
    )
    forms = sum(len(forms) for forms in found.forms.values())
    print(f"{len(phrases)} set phrases, {forms} tortured forms met")
    print(f"{len(words)} words of them with {sum(map(len, kept))} in their place")
    print(f"{options.output}: {options.output.stat().st_size} bytes")


def texts() -> Iterator[str]:
    """The texts of our own that phrases are taken from."""
    yield SENTENCES.read_text(encoding="utf-8")
    for path in sorted(SAMPLES.glob("[0-9]*.*")):
        if path.suffix in (".md", ".txt") and not path.name.startswith(MADE):
            yield path.read_text(encoding="utf-8")


def mined(originals: Sequence[str], cache: Path, known: Words) -> Mined:
    """What stood in the place of the established phrases of the texts."""
    vocabulary = Vocabulary(known)
    found = Mined()
    for lexicon in (lexicons.load(name, cache) for name in lexicons.TUNE):
        for number, text in enumerate(originals):
            plain = Worded.of(text, vocabulary)
            for strength in STRENGTHS:
                for draw in range(DRAWS):
                    spun = Worded.of(reword(text, lexicon, strength, f"{SEED}:{number}:{draw}"), vocabulary)
                    for passage in align(spun.written, plain.written):
                        for phrase, form in exchanged(passage, spun, plain):
                            if is_established(phrase, known) and is_tortured(form, phrase, known):
                                found.add(phrase, form)
    return found


def exchanged(passage: Aligned, spun: Worded, plain: Worded) -> Iterator[tuple[Pair, Pair]]:
    """Each pair of neighbouring words of the original with the pair in its place, where they differ."""
    place = {
        block.of_start + step: block.start + step
        for block in passage.blocks
        if block.end - block.start == block.of_end - block.of_start
        for step in range(block.end - block.start)
    }
    for at, ours in place.items():
        if place.get(at + 1) == ours + 1:
            phrase, form = (plain.low[at], plain.low[at + 1]), (spun.low[ours], spun.low[ours + 1])
            if phrase != form:
                yield phrase, form


def is_established(phrase: Pair, known: Words) -> bool:
    listed = int(known.pair_rarity[pair_address(*phrase)])
    company = (known.rarity(phrase[0]) + known.rarity(phrase[1]) - listed) / 8
    return listed != UNKNOWN and company >= GOOD_COMPANY and all(is_content(word) for word in phrase)


def is_tortured(form: Pair, phrase: Pair, known: Words) -> bool:
    """Whether it is a pair of English words that English does not pair."""
    if not all(is_content(word) and known.has(word) for word in form):
        return False
    return int(known.pair_rarity[pair_address(*form)]) == UNKNOWN


def is_content(word: str) -> bool:
    return word.isalpha() and len(word) >= SHORTEST and word not in STOP


def ranked(word: str, instead: Counter[str], known: Words) -> list[str]:
    """What stands for a word, but for its own forms and spellings and for words as common as itself."""
    others = [
        other
        for other in instead
        if known.rarity(other) >= known.rarity(word) + 8 * RARER
        and known.lemma(other) != known.lemma(word)
        and spelt(other) != spelt(word)
    ]
    return sorted(sorted(others, key=lambda other: (-instead[other], other))[:KEPT])


def spelt(word: str) -> str:
    """The word with British and American spelling alike."""
    return written([word], (), Vocabulary(load_words())).spelt[0]


def blob(words: Iterable[str]) -> np.ndarray:
    return np.frombuffer("\n".join(words).encode("ascii"), dtype=np.uint8)


if __name__ == "__main__":
    main()
