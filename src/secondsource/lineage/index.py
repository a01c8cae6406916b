"""An inverted index of sampled grams: add a report, find the reports that may have given it text or taken it.

Grams are sampled by their hash (FracMinHash; Irber et al. 2022), so that every report is sampled alike and what two
share is estimated without bias. A posting is one number, the gram above the report's mark, in sorted runs that are
merged as they grow (a log-structured merge tree; O'Neil et al. 1996). Marks are hashes of report ids, so that of a gram
that stands in very many reports the same few are kept whatever the order in which reports came, and a flood of copies
costs each report no more than a handful does.
"""

from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from secondsource.lineage.fingerprints import Fingerprint

# One gram in four is kept. A heavy rewording (word 3-gram Jaccard .06) of 400 words still shares a dozen.
_SAMPLED = np.uint32(1 << 30)
# Of the reports that hold a gram, so many are kept: those with the smallest marks.
MOST_HOLDERS = 48
# Reports looked at closely for one report, the most promising first.
MOST_PROMISING = 32
# Grams lighter than this, in eighths of a bit, are in many reports and in no posting.
_INDEXED = 10 * 8
# Reports that share fewer sampled grams than this are not looked at.
PROMISING = 3
_MARK_BITS = 34
_MARK = np.uint64((1 << _MARK_BITS) - 1)
_RUN = 1 << 12
# A run is merged with the one before as long as that is not so many times larger.
_STEP = 8


class Index:
    """Reports by the grams they hold. What it answers depends on the set of reports that were added, never on order."""

    def __init__(self) -> None:
        self._runs: list[NDArray[np.uint64]] = []
        self._fresh: list[NDArray[np.uint64]] = []
        self._waiting = 0
        self._names: dict[int, str | tuple[str, ...]] = {}

    def add(self, report: str, grams: Fingerprint) -> None:
        """Add a report, which is not in the index yet."""
        mark = _mark(report)
        self._names[mark] = (*self._named(mark), report) if mark in self._names else report
        sampled = _sampled(grams)
        self._fresh.append(sampled << np.uint64(_MARK_BITS) | np.uint64(mark))
        self._waiting += len(sampled)
        if self._waiting >= _RUN:
            self._settle()

    def promising(self, report: str, grams: Fingerprint) -> list[str]:
        """The reports that share most sampled grams with a report, which need not be in the index itself."""
        marks = np.sort(self._holders(_sampled(grams)))
        first = np.flatnonzero(np.concatenate(([True], marks[1:] != marks[:-1]))) if len(marks) else marks
        counts = np.diff(first, append=len(marks))
        chosen = np.flatnonzero(counts >= PROMISING)
        best = chosen[np.argsort(-counts[chosen], kind="stable")][:MOST_PROMISING]
        return [name for mark in marks[first[best]].tolist() for name in self._named(mark) if name != report]

    def _named(self, mark: int) -> tuple[str, ...]:
        names = self._names[mark]
        return names if isinstance(names, tuple) else (names,)

    def pack(self) -> None:
        """Merge all runs into one: after a batch, questions are answered faster."""
        self._settle()
        self._runs = [_merged(self._runs)] if self._runs else []

    @property
    def resident_bytes(self) -> int:
        """The bytes of all postings."""
        return sum(run.nbytes for run in (*self._runs, *self._fresh))

    def _settle(self) -> None:
        """Sort what was added into a run, and merge runs that have come to be of one size."""
        if self._fresh:
            self._runs.append(_merged(self._fresh))
            self._fresh, self._waiting = [], 0
        size, last = 0, len(self._runs)
        while last > 0 and (not size or len(self._runs[last - 1]) < _STEP * size):
            last -= 1
            size += len(self._runs[last])
        if last < len(self._runs) - 1:
            self._runs[last:] = [_merged(self._runs[last:])]

    def _holders(self, keys: NDArray[np.uint64]) -> NDArray[np.uint64]:
        """The mark of every holder of every key; of a key with many, those with the smallest marks."""
        bounds = np.concatenate((keys, keys + np.uint64(1))) << np.uint64(_MARK_BITS)
        found = [np.zeros(0, dtype=np.uint64)]
        held = np.zeros(len(keys), dtype=np.int64)
        for run in [*self._runs, np.sort(np.concatenate(self._fresh))] if self._fresh else self._runs:
            starts, ends = run.searchsorted(bounds).reshape(2, -1)
            sizes = np.minimum(ends - starts, MOST_HOLDERS)
            held += sizes
            places = np.repeat(starts - np.cumsum(sizes) + sizes, sizes)
            places += np.arange(len(places))
            found.append(run[places])
        postings = np.concatenate(found)
        if (held > MOST_HOLDERS).any():
            postings.sort()
            postings = _fewest(postings)
        return postings & _MARK


def _sampled(grams: Fingerprint) -> NDArray[np.uint64]:
    end = int(np.searchsorted(grams.grams, _SAMPLED))
    return grams.grams[:end][grams.weights[:end] >= _INDEXED].astype(np.uint64)


def _mark(report: str) -> int:
    return int.from_bytes(blake2b(report.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> (
        64 - _MARK_BITS
    )


def _merged(runs: list[NDArray[np.uint64]]) -> NDArray[np.uint64]:
    """One sorted run, of each gram the holders with the smallest marks."""
    return _fewest(np.sort(np.concatenate(runs), kind="stable"))  # a merge, where the runs are sorted


def _fewest(postings: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Of sorted postings those that do not come after MOST_HOLDERS of the same gram."""
    keys = postings >> np.uint64(_MARK_BITS)
    kept = np.ones(len(postings), dtype=np.bool_)
    if len(postings) > MOST_HOLDERS:
        np.not_equal(keys[MOST_HOLDERS:], keys[:-MOST_HOLDERS], out=kept[MOST_HOLDERS:])
    return postings[kept]
