"""Finds the stretch of one text that sums up the whole of another.

The words of a summary come from everywhere in the other text, so that no stretch of that explains them: the whole does,
much better than chance.
"""

from dataclasses import dataclass

import numpy as np

from secondsource.lineage.drawn import Drawn
from secondsource.lineage.likelihood import evidence
from secondsource.lineage.segments import Stretch, best_segment

# The share of words that a summary takes from what it sums up.
_COPIED = 0.7
# How many words the knowledge of English weighs, against those of the text: less than between passages, so that the
# words of a topic, common in this text, weigh less. At 700 more news of one topic passes for a summary, at 350 less.
_ENGLISH_WORDS = 500.0
# In nats. At 12 PAN 2013 gains .02 for summaries, and a third more false passages come in news.
_MIN_WEIGHT = 16.0
# Two sentences.
_MIN_WORDS = 40
# A summary is at most a third of what it sums up.
_MIN_RATIO = 3.0


@dataclass(frozen=True, slots=True)
class Summary:
    """A stretch that sums up the whole of another text, and its weight in nats."""

    stretch: Stretch
    weight: float


def summary(left: Drawn, right: Drawn) -> Summary | None:
    """The stretch of the left text that draws most on the whole of the right, if it is strong, long and shorter."""
    look_up = right.stems.get
    numbers = np.fromiter((look_up(name, -1) for name in left.stems), np.int32, len(left.stems))
    if not (numbers >= 0).any():
        return None
    counts = np.where(numbers >= 0, right.counts[numbers], 0)
    rates = (left.counts + _ENGLISH_WORDS * left.shares) / (len(left) + _ENGLISH_WORDS)
    stretch, weight = best_segment(evidence(counts, len(right), rates, _COPIED)[left.numbers])
    if weight < _MIN_WEIGHT or not _MIN_WORDS <= stretch.words <= len(right) / _MIN_RATIO:
        return None
    return Summary(stretch, weight)
