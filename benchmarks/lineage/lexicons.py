"""Where a spinner finds its substitutes: WordNet, the Moby thesaurus, GloVe neighbours, and one after the other.

WordNet and Moby serve for tuning; GloVe and the chain of WordNet and GloVe are held out for measuring, with small
words of their own.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from benchmarks.lineage import resources, small_words

TUNE = ("wordnet", "moby")
HELD_OUT = ("glove", "chained")
NAMES = (*TUNE, *HELD_OUT)

# Neighbours by vector that no spinner's thesaurus would offer: another day, month, number or sign of the same kind.
_CLOSED = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december one two three four five six seven eight nine ten eleven twelve hundred "
    "thousand million billion first second third fourth".split()
)
_VOWELS = "aeiou"
_MAX_WORDS = 2

SmallWords = Mapping[str, tuple[str, ...]]


class Lexicon(Protocol):
    """Substitutes of a word or two-word phrase in lower case.

    `common` are the words that may be exchanged inside a name, `small` the exchanges of small words.
    """

    name: str
    common: frozenset[str]
    small: SmallWords

    def substitutes(self, phrase: str) -> Sequence[str]: ...


@dataclass(eq=False, slots=True)
class Thesaurus:
    """Substitutes by lemma, inflected the crude way machines do."""

    name: str
    entries: Mapping[str, Sequence[str]]
    common: frozenset[str]
    small: SmallWords

    def substitutes(self, phrase: str) -> Sequence[str]:
        if phrase in _CLOSED:
            return ()
        if phrase in self.entries:
            return self.entries[phrase]
        for lemma, ending in lemmas(phrase):
            if lemma in self.entries:
                return [inflected(s, ending) for s in self.entries[lemma]]
        return ()


@dataclass(eq=False, slots=True)
class Neighbours:
    """Substitutes by surface form."""

    name: str
    entries: Mapping[str, Sequence[str]]
    common: frozenset[str]
    small: SmallWords

    def substitutes(self, phrase: str) -> Sequence[str]:
        if phrase in _CLOSED or phrase not in self.common:
            return ()
        return [s for s in self.entries.get(phrase, ()) if s not in _CLOSED and s in self.common]


class Chained:
    """Each substitute of the first lexicon is sent through the second, as when a spun text is spun again."""

    def __init__(self, name: str, first: Lexicon, second: Lexicon) -> None:
        self.name = name
        self.common = first.common
        self.small = second.small
        self._first = first
        self._second = second

    def substitutes(self, phrase: str) -> Sequence[str]:
        once = self._first.substitutes(phrase)
        twice = [s for w in once for s in self._second.substitutes(w) if s not in (phrase, *once)]
        return list(dict.fromkeys(twice)) or once or self._second.substitutes(phrase)


def lemmas(word: str) -> list[tuple[str, str]]:
    """What a word may be an inflected form of, and the ending it lost."""
    found: list[tuple[str, str]] = []
    for ending, short in (("ies", "s"), ("ied", "ed")):
        if word.endswith(ending):
            found.append((word[:-3] + "y", short))
    if word.endswith("es"):
        found.append((word[:-2], "s"))
    if word.endswith("s") and not word.endswith("ss"):
        found.append((word[:-1], "s"))
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            found += [(stem + "e", ending), (stem, ending)]
            if stem[-1] == stem[-2]:
                found.append((stem[:-1], ending))
    return found


def inflected(phrase: str, ending: str) -> str:
    """A verb's ending goes to the first word, a plural's to the last."""
    head, *rest = phrase.split(" ")
    if ending == "s" and rest:
        return " ".join([head, *rest[:-1], _ended(rest[-1], ending)])
    return " ".join([_ended(head, ending), *rest])


def _ended(word: str, ending: str) -> str:
    if ending == "s":
        if word.endswith("y") and word[-2:-1] not in _VOWELS:
            return word[:-1] + "ies"
        return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")
    if ending == "ed" and word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ied"
    if word.endswith("e"):
        return word[:-1] + ending
    return word + ending


@lru_cache(maxsize=1)
def _synsets(folder: Path) -> tuple[dict[str, list[str]], frozenset[str]]:
    """Every word's synonyms over all its senses, and the words that are no proper names."""
    entries: dict[str, dict[str, None]] = defaultdict(dict)
    common: set[str] = set()
    for part in ("noun", "verb", "adj", "adv"):
        with (folder / f"data.{part}").open(encoding="utf-8") as lines:
            for line in lines:
                if line.startswith(" "):
                    continue
                members = _members(line)
                common.update(m for m in members if m.islower() and " " not in m)
                for member in members:
                    entries[member.lower()].update(dict.fromkeys(m for m in members if m.lower() != member.lower()))
    kept = {word: _usable(found) for word, found in entries.items()}
    return {word: found for word, found in kept.items() if found}, frozenset(common)


def _members(line: str) -> list[str]:
    fields = line.split(" ", 4)
    count = int(fields[3], 16)
    named = fields[4].split(" ")[: 2 * count : 2]
    return [word.split("(")[0].replace("_", " ") for word in named]


def _usable(found: Iterable[str]) -> list[str]:
    return [s for s in found if s.islower() and s.replace(" ", "").isalpha() and s.count(" ") < _MAX_WORDS]


def _moby(file: Path) -> dict[str, list[str]]:
    entries = {}
    with file.open(encoding="latin-1") as lines:
        for line in lines:
            root, *found = line.rstrip("\r\n").split(",")
            kept = _usable(found)
            if kept:
                entries[root.lower()] = kept
    return entries


def load(name: str, cache: Path) -> Lexicon:
    """The lexicon of that name, one of `NAMES`."""
    synonyms, common = _synsets(resources.wordnet_folder(cache))
    if name == "wordnet":
        return Thesaurus(name, synonyms, common, small_words.TUNE)
    if name == "moby":
        return Thesaurus(name, _moby(resources.moby_file(cache)), common, small_words.TUNE)
    surface = frozenset(w for w in common) | frozenset(
        f for w in common if len(w) > 2 for ending in ("s", "ed", "ing") for f in (_ended(w, ending),)
    )
    neighbours = json.loads(resources.neighbours_file(cache).read_text(encoding="utf-8"))
    glove = Neighbours("glove", neighbours, surface, small_words.HELD_OUT)
    if name == "glove":
        return glove
    if name == "chained":
        return Chained(name, Thesaurus("wordnet", synonyms, common, small_words.TUNE), glove)
    raise ValueError(f"no lexicon {name!r}; there are {', '.join(NAMES)}")
