"""From the extractor's probabilities of tags to spans of tokens."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from secondsource.extractor import States
from secondsource.extractor.labels import LAYERS

_OUTSIDE, _BEGIN, _INSIDE = range(3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Tokens that the extractor marks, end exclusive, and how sure it is that they are one (0 to 1)."""

    start: int
    end: int
    sure: float


def spans(states: States, glued: Sequence[bool], layer: str, least: float) -> Iterator[Span]:
    """The spans of a layer that hold a word marked with at least the probability `least`, in order and apart.

    Args:
        states: what the encoder made of a stretch.
        glued: for each token, whether it goes on in the word of the token before; words are never cut.
        layer: one of `labels.LAYERS`.
        least: between 0 and 1. Words beside one that reaches it belong to the span from half of it on.
    """
    tags = states.tags[:, LAYERS.index(layer)]
    words = _words(glued)
    marked = [float(1.0 - tags[first:end, _OUTSIDE].min()) for first, end in words]
    place = 0
    while place < len(words):
        last = place
        while last < len(words) and marked[last] >= least / 2 and (last == place or not _begins(tags, words[last])):
            last += 1
        if last > place and max(marked[place:last]) >= least:
            yield Span(start=words[place][0], end=words[last - 1][1], sure=max(marked[place:last]))
        place = max(last, place + 1)


def _words(glued: Sequence[bool]) -> list[tuple[int, int]]:
    starts = [n for n, same in enumerate(glued) if not same]
    return list(zip(starts, [*starts[1:], len(glued)], strict=True))


def _begins(tags: np.ndarray, word: tuple[int, int]) -> bool:
    first = tags[word[0]]
    return bool(first[_BEGIN] > max(first[_INSIDE], 0.5))
