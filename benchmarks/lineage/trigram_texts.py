"""Any number of articles drawn from a word trigram model of real ones, so that an index can be filled.

Each next word is that of a place drawn among all places of the real articles where the same two words stand: the share
of texts that hold a word 3-gram is in expectation the one among the real articles. Real news is kinder to an index:
there most 3-grams of a text are its own, here every one comes from the same two thousand articles. `novel` is the share
of words drawn by the last word alone, which makes 3-grams that no article has.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from benchmarks.lineage.chance import Seed, name_of
from benchmarks.lineage.words import paragraphs
from numpy.typing import NDArray

BATCH = 2000
SHORTEST, LONGEST = 150, 1000
# Words that a text may have more than was drawn for it, until a sentence ends.
ROUNDING = 60
_EDGE = re.compile(r"^\W+|\W+$")


class Model:
    """The real articles as one row of words, and where else each pair of words stands."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.printed: list[str] = []
        self.lengths: list[int] = []
        openings, bodies, lasts = [], [], []
        for text in texts:
            begun = len(self.printed)
            openings.append(begun)
            for number, paragraph in enumerate(paragraphs(text)):
                if number == 1:
                    bodies.append(len(self.printed))
                self.printed += _pieces(paragraph)
            lasts.append(len(self.printed) - 1)
            self.lengths.append(len(self.printed) - begun)
        self.openings, self.bodies = np.array(openings), np.array(bodies)
        self.is_last = np.zeros(len(self.printed), dtype=np.bool_)
        self.is_last[lasts] = True
        self.is_end = np.array([piece.rstrip(" \n\"'”’)")[-1:] in {".", "!", "?"} for piece in self.printed])
        numbers: dict[str, int] = {}
        words = np.array([numbers.setdefault(_EDGE.sub("", p).lower(), len(numbers)) for p in self.printed])
        before = np.concatenate(([len(numbers)], words[:-1]))
        before[self.openings] = len(numbers)
        self.by_pair, self.by_word = Alike(before * (len(numbers) + 1) + words), Alike(words)

    def texts(self, count: int, novel: float, draw: np.random.Generator) -> Iterator[str]:
        """So many texts; the longest come first."""
        wanted = np.clip(draw.choice(self.lengths, count), SHORTEST, LONGEST)
        wanted[::-1].sort()
        made = np.zeros((count, int(wanted[0]) + ROUNDING), dtype=np.int32)
        at = draw.choice(self.openings, count)
        made[:, 0] = at
        for step in range(1, made.shape[1]):
            alive = int(np.searchsorted(-wanted, ROUNDING - step))
            at = self._next(at[:alive], novel, draw)
            made[:alive, step] = at
        for row, size in zip(made, wanted.tolist(), strict=True):
            ends = np.flatnonzero(self.is_end[row[size - 1 : size + ROUNDING - 1]])
            cut = size + int(ends[0]) if len(ends) else size
            yield "".join([self.printed[place] for place in row[:cut].tolist()]).rstrip()

    def _next(self, at: NDArray[np.int64], novel: float, draw: np.random.Generator) -> NDArray[np.int64]:
        like = self.by_pair.drawn(at, draw)
        if novel:
            like = np.where(draw.random(len(at)) < novel, self.by_word.drawn(at, draw), like)
        ended = np.flatnonzero(self.is_last[like])
        following = like + 1
        following[ended] = draw.choice(self.bodies, len(ended))
        return following


class Alike:
    """Places by what stands there."""

    def __init__(self, keys: NDArray[np.int64]) -> None:
        _, self._group, self._sizes = np.unique(keys, return_inverse=True, return_counts=True)
        self._order = np.argsort(self._group, kind="stable")
        self._first = np.cumsum(self._sizes) - self._sizes

    def drawn(self, at: NDArray[np.int64], draw: np.random.Generator) -> NDArray[np.int64]:
        """For each place, one of those with the same."""
        groups = self._group[at]
        return self._order[self._first[groups] + (draw.random(len(at)) * self._sizes[groups]).astype(np.int64)]


def _pieces(paragraph: str) -> list[str]:
    """The words of a paragraph as printed, each with the signs and blanks that follow it."""
    found: list[str] = []
    for piece in paragraph.split():
        if found and not any(map(str.isalnum, piece)):
            found[-1] += piece + " "
        else:
            found.append(piece + " ")
    found[-1] = found[-1].rstrip() + "\n\n"
    return found


def stream(cache: Path, real: Sequence[str], count: int, novel: float, seed: int) -> Iterator[str]:
    """`count` texts drawn from the real ones; they are made once."""
    file = cache / f"trigrams-{seed}-{novel}-{count}-{len(real)}.jsonl"
    if not file.exists():
        _write(file, real, count, novel, seed)
    with file.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def mixed(real: Mapping[str, str], made: Iterator[str], count: int, seed: int) -> Iterator[tuple[str, str]]:
    """`count` texts under names, the real ones spread evenly among the made ones."""
    every = max(1, count // max(1, len(real)))
    among = iter(real.items())
    for number in range(count):
        found = next(among, None) if number % every == 0 else None
        yield found or (report_id(seed, "made", number), next(made))


def _write(file: Path, texts: Sequence[str], count: int, novel: float, seed: int) -> None:
    model = Model(texts)
    partial = file.with_suffix(".partial")
    with partial.open("w", encoding="utf-8") as out:
        for batch in range(0, count, BATCH):
            draw = np.random.default_rng([seed, batch])
            made = list(model.texts(BATCH, novel, draw))
            draw.shuffle(made)
            out.writelines(json.dumps(text) + "\n" for text in made[: count - batch])
    partial.rename(file)


def report_id(*seed: Seed) -> str:
    """An id as long as those of reports."""
    return f"rep-{name_of(*seed)}{name_of('more', *seed)[:4]}"
