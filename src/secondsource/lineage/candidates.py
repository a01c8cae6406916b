"""Which pairs of reports are worth aligning: an inverted index of word grams, not bands of signatures.

A spun copy shares 5 to 20 % of its word 3-grams with its source (measured: 22 % on a real one), far below anything
that MinHash bands are run at, so every shared gram counts and the exact overlap is computed from the counts. Grams
that stand in very many reports are left out of the count: they say nothing about a pair.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# Real unrelated pairs of one event stay under .03 containment; a spun copy had .36, heavy spins about .1.
MIN_CONTAINMENT = 0.05
MIN_SHARED = 6
# A passage of some sentences taken into a long page: an absolute number of shared grams.
MIN_PASSAGE = 14
MAX_REPORTS_PER_GRAM = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Two reports (`left` < `right` by id) and how many distinct grams they share."""

    left: str
    right: str
    shared: int


def candidates(grams: Mapping[str, frozenset[int]], only: frozenset[str] | None = None) -> list[Candidate]:
    """Pairs of reports that share enough grams, ordered by their ids.

    Args:
        grams: the distinct gram hashes of every report, by its id.
        only: when given, pairs that hold none of these reports are left out.
    """
    holders: dict[int, list[str]] = defaultdict(list)
    for report in sorted(grams):
        for gram in grams[report]:
            holders[gram].append(report)
    counts: Counter[tuple[str, str]] = Counter()
    for reports in holders.values():
        if 1 < len(reports) <= MAX_REPORTS_PER_GRAM:
            counts.update(_pairs(reports, only))
    return [
        Candidate(left=a, right=b, shared=n)
        for (a, b), n in sorted(counts.items())
        if _enough(n, len(grams[a]), len(grams[b]))
    ]


def _pairs(reports: list[str], only: frozenset[str] | None) -> Iterable[tuple[str, str]]:
    for i, a in enumerate(reports):
        for b in reports[i + 1 :]:
            if only is None or a in only or b in only:
                yield a, b


def _enough(shared: int, left: int, right: int) -> bool:
    smaller = max(1, min(left, right))
    return (shared >= MIN_SHARED and shared / smaller >= MIN_CONTAINMENT) or shared >= MIN_PASSAGE
