"""The measure of text alignment at PAN: precision and recall of passages, averaged over passages, and how often cut up.

After Potthast, Stein, Barrón-Cedeño and Rosso, "An evaluation framework for plagiarism detection" (COLING 2010),
section 3. A passage counts by its characters on both sides.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters of the suspicious text against characters of the source, ends exclusive."""

    start: int
    end: int
    of_start: int
    of_end: int

    @property
    def size(self) -> int:
        return self.end - self.start + self.of_end - self.of_start

    def meets(self, other: "Passage") -> bool:
        """Whether two passages share a character on both sides."""
        return (
            self.start < other.end
            and other.start < self.end
            and self.of_start < other.of_end
            and other.of_start < self.of_end
        )

    def turned(self) -> "Passage":
        """The same passage, seen from the other side."""
        return Passage(self.of_start, self.of_end, self.start, self.end)


@dataclass(slots=True)
class Tally:
    """What is counted over pairs of texts; `wanted` passages and those that were `found`."""

    wanted: int = 0
    found: int = 0
    recalled: float = 0.0
    right: float = 0.0
    met: int = 0
    hits: int = 0

    def add(self, wanted: Sequence[Passage], found: Sequence[Passage]) -> None:
        """Count one pair of texts."""
        self.wanted += len(wanted)
        self.found += len(found)
        self.recalled += sum(_covered(passage, found) for passage in wanted)
        self.right += sum(_covered(passage, wanted) for passage in found)
        hits = [sum(passage.meets(other) for other in found) for passage in wanted]
        self.hits += sum(hits)
        self.met += sum(number > 0 for number in hits)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else float(not self.wanted)

    @property
    def recall(self) -> float:
        return self.recalled / self.wanted if self.wanted else float(not self.found)

    @property
    def granularity(self) -> float:
        """In how many pieces a passage is found, where it is."""
        return self.hits / self.met if self.met else 1.0

    @property
    def plagdet(self) -> float:
        """Precision and recall in one (their harmonic mean), less for what is cut up."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both / math.log2(1 + self.granularity) if both else 0.0


def _covered(passage: Passage, others: Sequence[Passage]) -> float:
    """The share of the characters of a passage that the passages cover which meet it."""
    hits = [other for other in others if passage.meets(other)]
    ours = _union(passage.start, passage.end, [(x.start, x.end) for x in hits])
    theirs = _union(passage.of_start, passage.of_end, [(x.of_start, x.of_end) for x in hits])
    return (ours + theirs) / passage.size


def _union(start: int, end: int, ranges: Sequence[tuple[int, int]]) -> int:
    covered, reach = 0, start
    for low, high in sorted(ranges):
        first, last = max(low, reach), min(high, end)
        if last > first:
            covered += last - first
            reach = last
    return covered
