"""Where two texts share rare stems, whatever their order: windows of one against windows of the other.

A cell weighs what its two windows share; growth begins at the heaviest that no passage has taken in yet.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from secondsource.lineage.drawn import Common, Ints
from secondsource.lineage.likelihood import evidence
from secondsource.lineage.segments import Rectangle, Stretch

Singles = NDArray[np.float32]

# Words from one window to the next; a window is twice as long, and shorter than the shortest passage worth finding.
_STEP = 16
# In nats: three rare stems in common.
_MIN_WEIGHT = 12.0
# Cells tried, which bounds the time that texts take that repeat themselves.
_MAX_TRIED = 60
# Rows made at once, and cells in all: bounds on memory. Beyond (two texts of 32,000 words) windows grow wider.
_ROWS = 1024
_MAX_CELLS = 4_000_000
# Below so many multiplications numpy sums up by itself: the threads of its algebra library wait for one another, which
# trebled the time of a pair. The sums are exact (see `likelihood`), so that both ways give the same.
_SMALL_PRODUCT = 1 << 25


class Cells:
    """The cells of two texts, each open until it is tried or a passage takes it in."""

    def __init__(self, common: Common) -> None:
        self._words = len(common.left), len(common.right)
        self._step = _step(*self._words)
        self._weights = _weights(common, self._step)
        self._open = np.ones(self._weights.shape, np.bool_)

    def starts(self) -> Iterator[Rectangle]:
        """The cells still open when their turn comes, the heaviest first."""
        flat = self._weights.ravel()
        order = np.flatnonzero(flat > _MIN_WEIGHT)
        order = order[np.argsort(-flat[order], kind="stable")]
        tried = 0
        for cell in order.tolist():
            row, column = divmod(cell, self._weights.shape[1])
            if self._open[row, column]:
                yield Rectangle(self._window(row, self._words[0]), self._window(column, self._words[1]))
                tried += 1
                if tried == _MAX_TRIED:
                    return

    def close(self, rectangle: Rectangle) -> None:
        """Leave out the cells that touch a rectangle from now on."""
        self._open[self._touched(rectangle.ours), self._touched(rectangle.theirs)] = False

    def _window(self, number: int, words: int) -> Stretch:
        start = number * self._step
        return Stretch(start, min(words, start + 2 * self._step))

    def _touched(self, stretch: Stretch) -> slice:
        return slice(max(0, stretch.start // self._step - 1), -(-stretch.end // self._step))


def _step(left: int, right: int) -> int:
    step = _STEP
    while (left // step + 1) * (right // step + 1) > _MAX_CELLS:
        step *= 2
    return step


def _weights(common: Common, step: int) -> Singles:
    """What the distinct stems weigh that a window of the left text (row) and one of the right (column) share."""
    once = np.ones(len(common.rates), np.int32)
    by_stem = np.maximum(evidence(once, 2 * step, common.rates), 0).astype(np.float32)
    theirs = _windows(common.right, by_stem, step) * by_stem
    blocks = [
        _product(_windows(common.left[row * step : (row + _ROWS + 1) * step], by_stem, step)[:_ROWS], theirs)
        for row in range(0, len(common.left) // step + 1, _ROWS)
    ]
    return np.concatenate(blocks)


def _product(ours: Singles, theirs: Singles) -> Singles:
    """The sum of the products of each row of ours with each row of theirs."""
    if len(ours) * theirs.size > _SMALL_PRODUCT:
        return ours @ theirs.T
    made: Singles = np.einsum("ij,kj->ik", ours, theirs)
    return made


def _windows(numbers: Ints, stems: NDArray[np.floating[Any]], step: int) -> Singles:
    """A row for each window, 1 for the common stems it holds."""
    halves = np.zeros((len(numbers) // step + 2, len(stems)), np.float32)
    places = np.flatnonzero(numbers >= 0)
    halves[places // step, numbers[places]] = 1
    windows: Singles = np.maximum(halves[:-1], halves[1:])
    return windows
