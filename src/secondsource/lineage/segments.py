"""Stretches of words, and which of them weigh most when every word adds or takes away.

A stretch that grows stops where its sum has fallen too far below the best so far (the X-drop rule of BLAST; Altschul
et al. 1990).
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray


class Stretch(NamedTuple):
    """Words of one text by number, `end` exclusive."""

    start: int
    end: int

    @property
    def words(self) -> int:
        return self.end - self.start


class Rectangle(NamedTuple):
    """A stretch of the left text against one of the right."""

    ours: Stretch
    theirs: Stretch


def best_segment(values: NDArray[np.floating[Any]]) -> tuple[Stretch, float]:
    """The stretch of the greatest sum, and the sum; empty where no value is above zero."""
    sums = _sums(values)
    gains = sums - np.minimum.accumulate(sums)
    end = int(gains.argmax())
    return Stretch(int(sums[: end + 1].argmin()), end), float(gains[end])


def grown_segment(values: NDArray[np.floating[Any]], inside: Stretch, drop: float) -> tuple[Stretch, float]:
    """The best stretch inside another, grown on both sides until its sum falls by `drop`; empty where none is."""
    (start, end), total = best_segment(values[inside.start : inside.end])
    start, end = start + inside.start, end + inside.start
    if start == end:
        return Stretch(start, end), 0.0
    right, more = _reach(values[end:], drop)
    left, before = _reach(values[:start][::-1], drop)
    return Stretch(start - left, end + right), total + more + before


def _reach(values: NDArray[np.floating[Any]], drop: float) -> tuple[int, float]:
    """How many values from the first on sum up to most, and to what, looking no further than the drop."""
    sums = _sums(values)
    (fallen,) = (np.maximum.accumulate(sums) - sums > drop).nonzero()
    best = int(sums[: fallen[0]].argmax() if len(fallen) else sums.argmax())
    return best, float(sums[best])


def _sums(values: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
    """What the first values sum up to, from none of them on."""
    sums = np.zeros(len(values) + 1)
    np.add.accumulate(values, out=sums[1:])
    return sums
