"""The passages that one text took from another, in whatever order their words stand now.

What `alignment` lays out keeps the order of its words; machine rewording, translation there and back, and summaries do
not. Here words count as stems in any order, in four steps: windows that share rare stems (`cells`) grow to stretches
that explain each other (`growth`), whose ends are set by how closely the matches stand (`refinement`); and a stretch
that draws on the whole of a much longer text is a summary of it (`summaries`). The scheme of seeding, extension and
filtering is that of the PAN text-alignment systems (Potthast et al., PAN at CLEF 2013), and so is a step of its own
for summaries (Sanchez-Perez et al. 2014). Thresholds were tuned on seven tenths of PAN 2013, with an eye on news of
one topic; `benchmarks/lineage/pan13.py` measures the rest.

The left text is read as the later one: its passages do not overlap, while one passage of the right may serve several.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from secondsource.lineage.cells import Cells
from secondsource.lineage.drawn import Common, Drawn, Ints, drawn, in_common
from secondsource.lineage.growth import grown
from secondsource.lineage.refinement import MIN_DENSITY, Refined, rarities, refined
from secondsource.lineage.summaries import summary

__all__ = ["AnyOrder", "Drawn", "drawn", "passages"]

# Nats that both sides of a grown rectangle need. At 35 PAN 2013 loses .004.
_MIN_GROWTH = 30.0
# The support that a passage needs in all, and its words on the longer side: a shorter match is rather a quotation or a
# stock phrase. At 30 words sentences taken over into a summary become copies of their own.
_MIN_SUPPORT, _MIN_WORDS = 25.0, 35
# A passage that claims more than this share of its words from a better one is dropped.
_MAX_CLAIMED = 0.3
# An end moves to the opening of a sentence so many words away; without, PAN 2013 loses .004.
_NEAR = 6
# A summary of which one passage holds more than the first share, or several more than the second, is a copy: two
# passages side by side are two exact findings and no summary.
_COPIED, _PATCHED = 0.75, 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyOrder:
    """One passage on both sides, by word number, `end` exclusive; a summary stands for the whole of the other text.

    `score` is the support of the matches, or of a summary its weight in nats, `density` the same a word: the two kinds
    do not compare.
    """

    start: int
    end: int
    of_start: int
    of_end: int
    score: float
    density: float
    kind: Literal["copy", "summary"]


def passages(left: Drawn, right: Drawn) -> list[AnyOrder]:
    """The passages of `left` that were taken from `right`, ordered by their place in `left`."""
    common = in_common(left, right)
    if common is None:
        return []
    copies = _apart([_snapped(copy, left, right) for copy in _copies(common)])
    whole = _summary(left, right)
    if whole is not None and not _explained(whole, copies):
        copies = [copy for copy in copies if not _overlap(copy, whole)] + [whole]
    return sorted(copies, key=lambda p: (p.start, p.end))


def _copies(common: Common) -> list[AnyOrder]:
    """The passages that are copies, reworded or not, the strongest first."""
    cells, rarity = Cells(common), rarities(common.rates)
    found = []
    for start in cells.starts():
        cells.close(start)
        made = grown(common, start)
        if made is None:
            continue
        cells.close(made.rectangle)
        exact = refined(common, rarity, made.rectangle) if made.weight >= _MIN_GROWTH else None
        if exact is None:
            continue
        cells.close(exact.rectangle)
        if _is_enough(exact):
            found.append(_copy(exact))
    return _without_rivals(found)


def _is_enough(found: Refined) -> bool:
    words = max(found.rectangle.ours.words, found.rectangle.theirs.words)
    return words >= _MIN_WORDS and found.support >= _MIN_SUPPORT and found.density >= MIN_DENSITY


def _copy(found: Refined) -> AnyOrder:
    ours, theirs = found.rectangle
    return AnyOrder(
        start=ours.start,
        end=ours.end,
        of_start=theirs.start,
        of_end=theirs.end,
        score=round(found.support, 3),
        density=round(found.density, 3),
        kind="copy",
    )


def _summary(left: Drawn, right: Drawn) -> AnyOrder | None:
    found = summary(left, right)
    if found is None:
        return None
    return AnyOrder(
        start=found.stretch.start,
        end=found.stretch.end,
        of_start=0,
        of_end=len(right),
        score=round(found.weight, 3),
        density=round(found.weight / found.stretch.words, 3),
        kind="summary",
    )


def _explained(whole: AnyOrder, copies: Sequence[AnyOrder]) -> bool:
    """Whether copied passages hold so much of a summary that it is none."""
    shares = [_overlap(copy, whole) / (whole.end - whole.start) for copy in copies]
    return max(shares, default=0.0) > _COPIED or sum(shares) > _PATCHED


def _overlap(one: AnyOrder, other: AnyOrder) -> int:
    """The words of the left text that two passages share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _without_rivals(found: Sequence[AnyOrder]) -> list[AnyOrder]:
    """Of passages that claim the same words of the left text, the one of more support stands."""
    kept: list[AnyOrder] = []
    for passage in sorted(found, key=lambda p: (-p.score, p.start, p.of_start)):
        most = _MAX_CLAIMED * (passage.end - passage.start)
        if all(_overlap(passage, better) <= most for better in kept):
            kept.append(passage)
    return kept


def _apart(strongest_first: Sequence[AnyOrder]) -> list[AnyOrder]:
    """The passages without the words of the left text that a stronger one has; of two ends left over, the longer."""
    kept: list[AnyOrder] = []
    for passage in strongest_first:
        start, end = passage.start, passage.end
        for stronger in sorted(kept, key=lambda p: p.start):
            if stronger.start < end and start < stronger.end:
                if stronger.start - start > end - stronger.end:
                    end = stronger.start
                else:
                    start = stronger.end
        if start < end:
            kept.append(replace(passage, start=start, end=end))
    return kept


def _snapped(passage: AnyOrder, left: Drawn, right: Drawn) -> AnyOrder:
    """The passage with its ends moved to openings of sentences that are near."""
    start, end = (_nearest(left.breaks, place) for place in (passage.start, passage.end))
    of_start, of_end = (_nearest(right.breaks, place) for place in (passage.of_start, passage.of_end))
    if start >= end or of_start >= of_end:
        return passage
    return replace(passage, start=start, end=end, of_start=of_start, of_end=of_end)


def _nearest(breaks: Ints, place: int) -> int:
    best = int(breaks[np.abs(breaks - place).argmin()])
    return best if abs(best - place) <= _NEAR else place
