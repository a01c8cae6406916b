"""Sets the ends of a grown passage by how closely its matches stand together, in whatever order.

In the dot plot of the two stretches every match is supported by the matches near it, the rare ones most, and counts the
less the better its partner matches elsewhere. A passage ends where the support per word falls below a share of its
mean.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondsource.lineage.drawn import Common, Floats, Ints
from secondsource.lineage.segments import Rectangle, Stretch, grown_segment

Singles = NDArray[np.float32]

# Words on each side in which matches support each other. At 4 PAN 2013 loses .006; 6 finds more that is none in news.
_RADIUS = 5
# Words around the grown rectangle that may still be taken in.
_MARGIN = 40
# What a word costs, in mean supports: below this a passage ends.
_WORD_COST = 0.4
# A passage of at least so much support a word is verbatim. Of one that is not, the mean is taken no higher than this:
# else a dense core would shed the loosely reworded rest.
_VERBATIM, _LOOSE = 2.8, 1.3
# The support of one word counts for no more than this, in mean supports, so that no single phrase decides.
_MAX_SUPPORT = 1.5
# Mean supports that a passage may lose before it ends: 20 words without any.
_DROP = 8.0
# Trimmed at the most so often; ends that still move then differ by a few words.
_MAX_TRIMS = 4
# Cells of a dot plot, which bounds time and memory: 2,400 words each. A longer passage keeps its grown ends.
_MAX_PLOT = 6_000_000
# The support a word that a passage needs; a verbatim copy has 3 to 4.
MIN_DENSITY = 0.7
# A stem that is so much of running text (1 word in 20, "the") is the commonest, of rarity 0 but for the least; so many
# nats rarer, of rarity 1. Counted in parts, so that sums are exact, as in `likelihood`.
_COMMONEST_NATS, _RARITY_NATS, _LEAST_RARITY, _PARTS = -3.0, 8.0, 0.05, 256
_NEAR_ZERO = np.float32(1e-6)


@dataclass(frozen=True, slots=True)
class Refined:
    """A passage with its ends set, the support of its weaker side, and the same a word."""

    rectangle: Rectangle
    support: float
    density: float


@dataclass(frozen=True, slots=True)
class _Plot:
    """The support of every pair of words, as seen from the left text and from the right."""

    ours: Singles
    theirs: Singles

    def of_left(self, theirs: Stretch) -> Singles:
        """The support of each word of the left text by a stretch of the right."""
        by_word: Singles = self.ours[:, theirs.start : theirs.end].max(1)
        return by_word

    def of_right(self, ours: Stretch) -> Singles:
        """The support of each word of the right text by a stretch of the left."""
        by_word: Singles = self.theirs[ours.start : ours.end].max(0)
        return by_word


def rarities(rates: Floats) -> Singles:
    """How rare each common stem is, 0 to 1, and 0 for the stems of one text alone, which come last."""
    nats = np.clip((_COMMONEST_NATS - np.log(rates)) / _RARITY_NATS, _LEAST_RARITY, 1)
    return np.append(np.rint(nats * _PARTS) / _PARTS, 0).astype(np.float32)


def refined(common: Common, rarity: Singles, rectangle: Rectangle) -> Refined | None:
    """Set the ends of a grown rectangle; None where nothing is left of it."""
    ours, theirs = rectangle
    left, low = max(0, ours.start - _MARGIN), max(0, theirs.start - _MARGIN)
    x, y = common.left[left : ours.end + _MARGIN], common.right[low : theirs.end + _MARGIN]
    if len(x) * len(y) > _MAX_PLOT:
        return Refined(rectangle, MIN_DENSITY * min(ours.words, theirs.words), MIN_DENSITY)
    plot = _plot(x, y, rarity)
    within = Rectangle(Stretch(ours.start - left, ours.end - left), Stretch(theirs.start - low, theirs.end - low))
    settled = _settled(plot, within)
    if settled is None:
        return None
    ours, theirs = settled
    by_word = plot.of_left(theirs)[ours.start : ours.end], plot.of_right(ours)[theirs.start : theirs.end]
    return Refined(
        Rectangle(Stretch(ours.start + left, ours.end + left), Stretch(theirs.start + low, theirs.end + low)),
        min(float(side.sum(dtype=np.float64)) for side in by_word),
        min(float(side.mean(dtype=np.float64)) for side in by_word),
    )


def _plot(x: Ints, y: Ints, rarity: Singles) -> _Plot:
    matches = (x[:, None] == y[None, :]) & (x >= 0)[:, None]
    support = _box_sums(matches * rarity[x][:, None], _RADIUS) * matches
    square = support * support
    ours = square / np.maximum(support.max(0), _NEAR_ZERO)
    return _Plot(ours, square / np.maximum(support.max(1), _NEAR_ZERO)[:, None])


def _box_sums(values: Singles, radius: int) -> Singles:
    """The sum of the values in the square of 2 * radius + 1 around every cell."""
    rows, columns = values.shape
    side = 2 * radius + 1
    padded = np.zeros((rows + side, columns + side), np.float32)
    padded[radius + 1 : radius + 1 + rows, radius + 1 : radius + 1 + columns] = values
    sums = padded.cumsum(0)
    sums = (sums[side:] - sums[:-side]).cumsum(1)
    boxes: Singles = sums[:, side:] - sums[:, :-side]
    return boxes


def _settled(plot: _Plot, rectangle: Rectangle) -> Rectangle | None:
    """Trim both sides in turn until they stand still; None where one vanishes."""
    for _ in range(_MAX_TRIMS):
        ours = _trimmed(plot.of_left(rectangle.theirs), rectangle.ours)
        theirs = _trimmed(plot.of_right(ours), rectangle.theirs) if ours else None
        if ours is None or theirs is None:
            return None
        before, rectangle = rectangle, Rectangle(ours, theirs)
        if rectangle == before:
            break
    return rectangle


def _trimmed(support: Singles, inside: Stretch) -> Stretch | None:
    """The dense part of a stretch and around it; None where it has no support."""
    mean = float(support[inside.start : inside.end].mean(dtype=np.float64))
    if mean < _VERBATIM:
        mean = min(mean, _LOOSE)
    if mean <= 0:
        return None
    gains = np.minimum(support / np.float32(mean), np.float32(_MAX_SUPPORT)) - np.float32(_WORD_COST)
    dense, _ = grown_segment(gains, inside, _DROP)
    return dense if dense.words else None
