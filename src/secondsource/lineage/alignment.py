"""Lays two texts side by side: which passages of one stand, alike or reworded, in the other.

Seeds (shared word 3-grams that are rare in both texts) are clustered where they lie close together on both sides, in
either order of passages; inside each cluster a longest common subsequence of words gives the exact tokens and the
replaced stretches between them (the scheme of the PAN text-alignment systems: seeding, extension, filtering; Potthast
et al., PAN at CLEF 2013).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from secondsource.lineage.grams import GRAM_WORDS, gram_hashes
from secondsource.text.tokens import Token

MAX_GAP = 30
MIN_SEEDS = 4
MIN_WORDS = 12
MAX_SEED_REPEATS = 4
# Below this share of exact words a cluster is chance: names and idioms of one event.
MIN_EXACT = 0.3
# A stretch between two passages, or at the edge of the texts, is the same text reworded when it is no longer than this,
# of like length on both sides, and this share of its words stands in the same order. Unrelated English shares a
# quarter of its words in order, mostly the small ones; spun text three fifths.
MAX_BRIDGE = 80
MIN_BRIDGE_EXACT = 0.4
MIN_BRIDGE_BALANCE = 0.5
# Words on a side that are laid out at once.
MAX_TABLE = 1500
_SPELLING = str.maketrans({"z": "s"})


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

    @property
    def replaced(self) -> int:
        """How many words stand for others. What was only left out or put in is not replaced."""
        return sum(min(b.end - b.start, b.of_end - b.of_start) for b in self.blocks if not b.same)

    def turned(self) -> "Aligned":
        """The same passage, seen from the other side."""
        blocks = tuple(
            Block(start=b.of_start, end=b.of_end, of_start=b.start, of_end=b.end, same=b.same) for b in self.blocks
        )
        return Aligned(start=self.of_start, end=self.of_end, of_start=self.start, of_end=self.end, blocks=blocks)


def align(left: Sequence[Token], right: Sequence[Token]) -> list[Aligned]:
    """The passages that `left` and `right` share, ordered by their place in `left`."""
    ours, theirs = [_spelt(t) for t in left], [_spelt(t) for t in right]
    found = []
    for cluster in _clusters(_seeds(left, right)):
        passage = _extend(cluster, ours, theirs)
        if passage is not None:
            found.append(passage)
    return _bridged(_without_overlap(found), ours, theirs)


def _spelt(token: Token) -> str:
    """The word in lower case, British and American spelling alike."""
    low = token.low
    if len(low) > 4:
        low = low.translate(_SPELLING).replace("our", "or").replace("defence", "defense").replace("licence", "license")
    return low


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
        still_open: list[list[tuple[int, int]]] = []
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
    start, end = cluster[0][0], cluster[-1][0] + GRAM_WORDS
    of_start, of_end = cluster[0][1], cluster[-1][1] + GRAM_WORDS
    cuts = [(start, of_start), *_cuts(cluster), (end, of_end)]
    pieces = [_laid_out((a, b), (c, d), left, right) for (a, c), (b, d) in pairwise(cuts)]
    passage = _sum(*pieces)
    size = max(end - start, of_end - of_start)
    if end - start < MIN_WORDS or passage.exact / size < MIN_EXACT:
        return None
    return passage


def _cuts(cluster: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where to cut a long cluster at its seeds, so that no table grows with the square of a book."""
    cuts = [cluster[0]]
    for i, j in cluster:
        if max(i - cuts[-1][0], j - cuts[-1][1]) >= MAX_TABLE and i > cuts[-1][0] and j > cuts[-1][1]:
            cuts.append((i, j))
    return cuts[1:]


def _laid_out(ours: tuple[int, int], theirs: tuple[int, int], left: list[str], right: list[str]) -> Aligned:
    (start, end), (of_start, of_end) = ours, theirs
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
    return Aligned(start=start, end=end, of_start=of_start, of_end=of_end, blocks=tuple(_joined(blocks)))


def _bridged(passages: list[Aligned], left: list[str], right: list[str]) -> list[Aligned]:
    """Join passages that follow one another on both sides over a stretch reworded too heavily to hold seeds."""
    if not passages:
        return []
    joined = [passages[0]]
    for passage in passages[1:]:
        last = joined[-1]
        between = _bridge((last.end, passage.start), (last.of_end, passage.of_start), left, right)
        if between is None:
            joined.append(passage)
        else:
            joined[-1] = _sum(last, between, passage)
    first, last = joined[0], joined[-1]
    head = _bridge((0, first.start), (0, first.of_start), left, right) if first.start else None
    if head is not None:
        joined[0] = _sum(head, joined[0])
    tail = _bridge((last.end, len(left)), (last.of_end, len(right)), left, right) if last.end < len(left) else None
    if tail is not None:
        joined[-1] = _sum(joined[-1], tail)
    return joined


def _bridge(ours: tuple[int, int], theirs: tuple[int, int], left: list[str], right: list[str]) -> Aligned | None:
    """The stretch between two passages laid out, or None where it is not the same text reworded."""
    sizes = sorted((ours[1] - ours[0], theirs[1] - theirs[0]))
    if sizes[0] < 0 or sizes[1] > MAX_BRIDGE or sizes[0] < MIN_BRIDGE_BALANCE * sizes[1]:
        return None
    between = _laid_out(ours, theirs, left, right)
    return between if between.exact >= MIN_BRIDGE_EXACT * sizes[1] else None


def _sum(*parts: Aligned) -> Aligned:
    blocks = _joined([block for part in parts for block in part.blocks])
    first, last = parts[0], parts[-1]
    return Aligned(start=first.start, end=last.end, of_start=first.of_start, of_end=last.of_end, blocks=tuple(blocks))


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
