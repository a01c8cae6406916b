"""Chains of shared word 3-grams that run in step through two texts.

Grams that both texts hold, as printed or by what the words stand for, are joined into runs, and runs into chains by
dynamic programming with a cost for what lies between (local chaining; Gusfield 1997, 13.3). A copy is one chain without
gaps; a heavily reworded text still leaves a gram here and there, and they lie in step; texts on one event share grams
that do not. A chain is weighed in bits: how unlikely its grams are to be met by chance.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondsource.lineage.fingerprints import GRAM_WORDS, Grams

# Grams that stand more often than this in either text start no chain.
MAX_REPEATS = 4
# Words left out or put in between two runs of a chain, at the most.
MAX_GAP = 80
# In bits: what each word of a gap costs, what unequal gaps cost more, and what a further word of a run adds.
_GAP_COST = 0.5
_UNEVEN_COST = 0.5
_RUN_BITS = 6.0
# Chains that weigh less are chance: two rare grams by themselves.
MIN_BITS = 40.0
# Of grams by class, the lightest that may start a chain, in eighths of a bit; they never weigh more than the second.
_LIGHTEST, _HEAVIEST_CLASS = 40, 112
# Earlier runs that are looked at for one run; a text that repeats itself has many.
_LOOK_BACK = 400


@dataclass(frozen=True, slots=True)
class Run:
    """Words `start` to `end` of the left text that stand in a row in the right text, from `of_start`."""

    start: int
    of_start: int
    length: int
    bits: float

    @property
    def end(self) -> int:
        return self.start + self.length

    @property
    def of_end(self) -> int:
        return self.of_start + self.length


@dataclass(frozen=True, slots=True)
class Chain:
    """Runs in step, and what they weigh together less the cost of their gaps."""

    runs: tuple[Run, ...]
    bits: float


def chains(left: Grams, right: Grams) -> list[Chain]:
    """The chains of two texts, the heaviest first; no run is in two chains."""
    runs = sorted(_runs(_seeds(left, right)), key=lambda r: (r.start, r.of_start, r.length))
    best, before = _joined(runs)
    found: list[Chain] = []
    used = [False] * len(runs)
    for last in sorted(range(len(runs)), key=lambda k: (-best[k], k)):
        path = []
        at: int | None = last
        while at is not None and not used[at]:
            used[at] = True
            path.append(at)
            at = before[at]
        bits = best[last] - (best[at] if at is not None else 0.0) if path else 0.0
        if bits >= MIN_BITS:
            found.append(Chain(tuple(runs[k] for k in reversed(path)), round(bits, 3)))
    return sorted(found, key=lambda c: (-c.bits, c.runs[0].start, c.runs[0].of_start))


def _seeds(left: Grams, right: Grams) -> dict[tuple[int, int], float]:
    """Where the texts share a gram, and its weight in bits; the gram as printed goes before its class."""
    found: dict[tuple[int, int], float] = {}
    light = np.minimum(left.weights, _HEAVIEST_CLASS)
    for ours, theirs, weights in ((left.exact, right.exact, left.weights), (left.by_class, right.by_class, light)):
        for i, j in _shared(ours, theirs, weights >= _LIGHTEST):
            found.setdefault((i, j), float(weights[i]) / 8)
    return found


def _shared(
    ours: NDArray[np.uint32], theirs: NDArray[np.uint32], telling: NDArray[np.bool_]
) -> Iterator[tuple[int, int]]:
    order = np.argsort(theirs, kind="stable")
    ranked = theirs[order]
    first, last = np.searchsorted(ranked, ours), np.searchsorted(ranked, ours, side="right")
    values, counts = np.unique(ours, return_counts=True)
    repeats = counts[np.searchsorted(values, ours)]
    kept = np.flatnonzero(telling & (last > first) & (last - first <= MAX_REPEATS) & (repeats <= MAX_REPEATS))
    for i, begin, end in zip(kept.tolist(), first[kept].tolist(), last[kept].tolist(), strict=True):
        for j in order[begin:end].tolist():
            yield i, j


def _runs(seeds: dict[tuple[int, int], float]) -> Iterator[Run]:
    """Grams that follow one another on both sides are one run."""
    diagonals: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for (i, j), bits in seeds.items():
        diagonals[i - j].append((i, bits))
    for offset, places in diagonals.items():
        places.sort()
        start, heaviest = places[0]
        for (i, _), (following, bits) in zip(places, [*places[1:], (-9, 0.0)], strict=True):
            if following == i + 1:
                heaviest = max(heaviest, bits)
                continue
            yield Run(start, start - offset, i + GRAM_WORDS - start, heaviest + _RUN_BITS * (i - start))
            start, heaviest = following, bits


def _joined(runs: Sequence[Run]) -> tuple[list[float], list[int | None]]:
    """For each run, the weight of the best chain that ends in it, and the run before it there."""
    best: list[float] = []
    before: list[int | None] = []
    starts = [run.start for run in runs]
    longest = max((run.length for run in runs), default=0)
    for number, run in enumerate(runs):
        weight, chosen = 0.0, None
        nearest = bisect_left(starts, run.start - MAX_GAP - longest)
        for other in range(max(nearest, number - _LOOK_BACK), number):
            gap, of_gap = run.start - runs[other].end, run.of_start - runs[other].of_end
            if not (-GRAM_WORDS < gap <= MAX_GAP and -GRAM_WORDS < of_gap <= MAX_GAP):
                continue
            cost = _GAP_COST * max(gap, of_gap, 0) + _UNEVEN_COST * abs(gap - of_gap)
            if best[other] - cost > weight:
                weight, chosen = best[other] - cost, other
        best.append(run.bits + weight)
        before.append(chosen)
    return best, before
