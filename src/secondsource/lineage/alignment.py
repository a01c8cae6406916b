"""Lays two texts side by side: which passages of one stand, alike or reworded, in the other.

Seeds (shared word 3-grams that are rare in both texts) are clustered where they lie close together on both sides, in
either order of passages; inside each cluster a longest common subsequence of words gives the exact tokens and the
replaced stretches between them (the scheme of the PAN text-alignment systems: seeding, extension, filtering; Potthast
et al., PAN at CLEF 2013).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from secondsource.lineage.grams import gram_hashes
from secondsource.text.tokens import Token

MAX_GAP = 30
MIN_SEEDS = 4
MIN_WORDS = 12
MAX_SEED_REPEATS = 4
# Below this share of exact words a cluster is chance: names and idioms of one event.
MIN_EXACT = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of words on each side, by word number, `end` exclusive; `same` when they are word for word alike."""

    start: int
    end: int
    of_start: int
    of_end: int
    same: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """One passage on both sides, by word number, with its blocks in order."""

    start: int
    end: int
    of_start: int
    of_end: int
    blocks: tuple[Block, ...]

    @property
    def exact(self) -> int:
        """How many words are alike."""
        return sum(b.end - b.start for b in self.blocks if b.same)


def align(left: Sequence[Token], right: Sequence[Token]) -> list[Aligned]:
    """The passages that `left` and `right` share, ordered by their place in `left`."""
    low_left, low_right = [t.low for t in left], [t.low for t in right]
    found = []
    for cluster in _clusters(_seeds(left, right)):
        passage = _extend(cluster, low_left, low_right)
        if passage is not None:
            found.append(passage)
    return _without_overlap(found)


def _seeds(left: Sequence[Token], right: Sequence[Token]) -> list[tuple[int, int]]:
    places: dict[int, list[int]] = defaultdict(list)
    for j, gram in enumerate(gram_hashes(right)):
        places[gram].append(j)
    repeats: dict[int, int] = defaultdict(int)
    ours = gram_hashes(left)
    for gram in ours:
        repeats[gram] += 1
    return [
        (i, j)
        for i, gram in enumerate(ours)
        if gram in places and len(places[gram]) <= MAX_SEED_REPEATS and repeats[gram] <= MAX_SEED_REPEATS
        for j in places[gram]
    ]


def _clusters(seeds: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Seeds that follow one another closely on both sides, whatever the order of the passages."""
    open_clusters: list[list[tuple[int, int]]] = []
    closed: list[list[tuple[int, int]]] = []
    for i, j in sorted(seeds):
        still_open = []
        for cluster in open_clusters:
            (closed if i - cluster[-1][0] > MAX_GAP else still_open).append(cluster)
        open_clusters = still_open
        home = min(
            (c for c in open_clusters if 0 <= j - c[-1][1] <= MAX_GAP),
            key=lambda c: (j - c[-1][1], c[0]),
            default=None,
        )
        if home is None:
            open_clusters.append([(i, j)])
        else:
            home.append((i, j))
    return [c for c in closed + open_clusters if len(c) >= MIN_SEEDS]


def _extend(cluster: list[tuple[int, int]], left: list[str], right: list[str]) -> Aligned | None:
    start, end = cluster[0][0], cluster[-1][0] + 3
    of_start, of_end = min(j for _, j in cluster), max(j for _, j in cluster) + 3
    blocks = [
        Block(
            start=start + op.src_start,
            end=start + op.src_end,
            of_start=of_start + op.dest_start,
            of_end=of_start + op.dest_end,
            same=op.tag == "equal",
        )
        for op in LCSseq.opcodes(left[start:end], right[of_start:of_end])
    ]
    blocks = _joined(blocks)
    passage = Aligned(start=start, end=end, of_start=of_start, of_end=of_end, blocks=tuple(blocks))
    size = max(end - start, of_end - of_start)
    if end - start < MIN_WORDS or passage.exact / size < MIN_EXACT:
        return None
    return passage


def _joined(blocks: list[Block]) -> list[Block]:
    """An insertion beside a deletion is one replaced stretch."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last is not None and last.same == block.same:
            joined[-1] = Block(
                start=last.start, end=block.end, of_start=last.of_start, of_end=block.of_end, same=block.same
            )
        else:
            joined.append(block)
    return joined


def _without_overlap(passages: list[Aligned]) -> list[Aligned]:
    """Of passages that claim the same words of the left text, the one with more exact words stands."""
    chosen: list[Aligned] = []
    for passage in sorted(passages, key=lambda p: (-p.exact, p.start, p.of_start)):
        if all(passage.end <= c.start or passage.start >= c.end for c in chosen):
            chosen.append(passage)
    return sorted(chosen, key=lambda p: p.start)
