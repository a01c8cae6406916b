"""Grows a pair of windows to the two stretches that explain each other best.

The stretches are fitted in turn, each to the words of the other. While the rectangle still moves the other is taken
with a margin, so that a stretch can grow into words that the other does not hold yet; at last as it is.
"""

from dataclasses import dataclass

import numpy as np

from secondsource.lineage.drawn import Common, Floats, Ints
from secondsource.lineage.likelihood import absence, evidence
from secondsource.lineage.segments import Rectangle, Stretch, grown_segment

# Nats that a stretch may lose before it ends: some 35 words that the other lacks.
_DROP = 25.0
# The margin: a sentence at least, and a share of the other stretch, so that long copies grow fast.
_MARGIN_WORDS, _MARGIN_SHARE = 24, 0.2
# Fits with a margin at the most (what still moves then is long enough), and without (a third changed nothing).
_WIDE_FITS, _CLOSE_FITS = 10, 2
# Words looked at beyond a stretch at first; four times as many when it reaches their end.
_FIRST_REACH = 400


@dataclass(frozen=True, slots=True)
class Grown:
    """Two stretches that explain each other, and how many nats the weaker side weighs."""

    rectangle: Rectangle
    weight: float


def grown(common: Common, rectangle: Rectangle) -> Grown | None:
    """Grow a rectangle until it stands still, then fit it closely; None where a side vanishes."""
    seen: set[Rectangle] = set()
    weight, close_fits = 0.0, 0
    while close_fits < _CLOSE_FITS:
        close = close_fits > 0 or rectangle in seen or len(seen) >= _WIDE_FITS
        seen.add(rectangle)
        close_fits += close
        fitted = _fitted(common, rectangle, close=close)
        if fitted is None:
            return None
        rectangle, weight = fitted.rectangle, fitted.weight
    return Grown(rectangle, weight)


def _fitted(common: Common, rectangle: Rectangle, *, close: bool) -> Grown | None:
    """The left stretch fitted to the right one, and then that to it."""
    ours, weight = _fit(common.left, rectangle.ours, _taken(common.right, rectangle.theirs, close), common.rates)
    if not ours.words:
        return None
    theirs, of_weight = _fit(common.right, rectangle.theirs, _taken(common.left, ours, close), common.rates)
    return Grown(Rectangle(ours, theirs), min(weight, of_weight)) if theirs.words else None


def _taken(numbers: Ints, stretch: Stretch, close: bool) -> Ints:
    margin = 0 if close else max(_MARGIN_WORDS, int(_MARGIN_SHARE * stretch.words))
    return numbers[max(0, stretch.start - margin) : stretch.end + margin]


def _fit(numbers: Ints, inside: Stretch, other: Ints, rates: Floats) -> tuple[Stretch, float]:
    """The stretch around `inside` that the words of `other` explain best, and its weight in nats."""
    weights = np.empty(len(rates) + 1)
    weights[:-1] = evidence(np.bincount(other + 1, minlength=len(weights))[1:], len(other), rates)
    weights[-1] = absence()  # for the stems of one text alone, -1
    reach = _FIRST_REACH
    while True:
        low, high = max(0, inside.start - reach), min(len(numbers), inside.end + reach)
        there = Stretch(inside.start - low, inside.end - low)
        (start, end), weight = grown_segment(weights[numbers[low:high]], there, _DROP)
        if (start > 0 or low == 0) and (end < high - low or high == len(numbers)):
            return Stretch(low + start, low + end), weight
        reach *= 4
