"""Lays two texts side by side: which passages of one stand, alike or reworded, in the other.

Chains of shared grams say where; a longest common subsequence of words gives the exact tokens and the stretches
replaced between them, and inside those the words that stand for one another (the scheme of the PAN text-alignment
systems: seeding, extension, filtering; Potthast et al., PAN at CLEF 2013).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from secondsource.lineage.chains import Chain, Run, chains
from secondsource.lineage.written import Written

MIN_WORDS = 12
# Below this share of words alike, or standing for one another, a chain is chance: names and idioms of one event.
MIN_ALIKE = 0.36
# A stretch longer by so many words than what stands in its place is no part of the passage. Nor, where the text around
# it is close to the other (this share of it is shared grams), is one that shares less than chance with what stands
# there: unrelated English shares a quarter of its words in order. A stretch this long must share more anywhere.
MAX_UNEVEN = 20
CLOSE = 0.5
LONG_STRETCH = 45
MIN_BETWEEN_ALIKE = 0.3
# A stretch between two passages, or at the edge of the texts, is the same text reworded when it is no longer than this,
# of like length on both sides, and this share of its words stands in the same order. Unrelated English shares a
# quarter of its words in order, mostly the small ones; spun text three fifths.
MAX_BRIDGE = 80
MIN_BRIDGE_ALIKE = 0.4
MIN_BRIDGE_BALANCE = 0.5
# A passage that claims more than this share of its words from a better one is dropped.
MAX_CLAIMED = 0.3
# Words between a passage and the end of its sentence that belong to it, whatever they are.
MAX_ROUNDING = 4
# Words on a side that are laid out at once.
MAX_TABLE = 1500


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of words on each side, by word number, `end` exclusive.

    `same` when they are word for word alike, `akin` when each stands for the other by a dictionary.
    """

    start: int
    end: int
    of_start: int
    of_end: int
    same: bool
    akin: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """One passage on both sides, by word number, with its blocks in order, and what its shared grams weigh in bits.

    `loose` says that its words, in whatever order, prove it without the grams.
    """

    start: int
    end: int
    of_start: int
    of_end: int
    blocks: tuple[Block, ...]
    bits: float = 0.0
    loose: bool = False

    @property
    def exact(self) -> int:
        """How many words are alike."""
        return sum(b.end - b.start for b in self.blocks if b.same)

    @property
    def akin(self) -> int:
        """How many words stand for others by a dictionary."""
        return sum(b.end - b.start for b in self.blocks if b.akin)

    @property
    def replaced(self) -> int:
        """How many words stand for others. What was only left out or put in is not replaced."""
        return sum(min(b.end - b.start, b.of_end - b.of_start) for b in self.blocks if not b.same)

    @property
    def longer(self) -> int:
        """The words of the side that has more."""
        return max(self.end - self.start, self.of_end - self.of_start)

    def turned(self) -> "Aligned":
        """The same passage, seen from the other side."""
        blocks = tuple(
            Block(start=b.of_start, end=b.of_end, of_start=b.start, of_end=b.end, same=b.same, akin=b.akin)
            for b in self.blocks
        )
        return Aligned(
            start=self.of_start,
            end=self.of_end,
            of_start=self.start,
            of_end=self.end,
            blocks=blocks,
            bits=self.bits,
            loose=self.loose,
        )


def align(left: Written, right: Written) -> list[Aligned]:
    """The passages that `left` and `right` share, ordered by their place in `left`."""
    found = [passage for chain in chains(left.grams, right.grams) for passage in _passages(chain, left, right)]
    return _rounded(_bridged(_without_rivals(found), left, right), left, right)


def _passages(chain: Chain, left: Written, right: Written) -> list[Aligned]:
    """A chain laid out, in several passages where one side has what the other lacks; none where it is chance."""
    made = []
    for runs in _in_one(chain.runs, left, right):
        first, last = runs[0], runs[-1]
        cuts = [(first.start, first.of_start), *_cuts(runs), (last.end, last.of_end)]
        pieces = [lay((a, b), (c, d), left, right) for (a, c), (b, d) in pairwise(cuts)]
        made.append(_sum(*pieces, bits=chain.bits * sum(r.bits for r in runs) / sum(r.bits for r in chain.runs)))
    alike, longer = sum(p.exact + p.akin for p in made), sum(p.longer for p in made)
    return made if longer >= MIN_WORDS and alike >= MIN_ALIKE * longer else []


def _in_one(runs: Sequence[Run], left: Written, right: Written) -> list[list[Run]]:
    """Runs of a chain with nothing between them that stands on one side only, or is something else on each side."""
    parts = [[runs[0]]]
    close = sum(run.length for run in runs) >= CLOSE * (runs[-1].end - runs[0].start)
    for before, run in pairwise(runs):
        sizes = run.start - before.end, run.of_start - before.of_end
        if abs(sizes[0] - sizes[1]) > MAX_UNEVEN:
            parts.append([])
        elif max(sizes) > (MAX_UNEVEN if close else LONG_STRETCH):
            between = lay((before.end, run.start), (before.of_end, run.of_start), left, right)
            if between.exact + between.akin < MIN_BETWEEN_ALIKE * max(sizes):
                parts.append([])
        parts[-1].append(run)
    return parts


def _cuts(runs: Sequence[Run]) -> list[tuple[int, int]]:
    """Where to cut a long chain at its runs, so that no table grows with the square of a book."""
    at = runs[0].start, runs[0].of_start
    cuts = []
    for run in runs:
        if max(run.start - at[0], run.of_start - at[1]) >= MAX_TABLE and run.start > at[0] and run.of_start > at[1]:
            at = run.start, run.of_start
            cuts.append(at)
    return cuts


def lay(ours: tuple[int, int], theirs: tuple[int, int], left: Written, right: Written) -> Aligned:
    """A stretch of `left` laid beside one of `right`, each given by its first word and the one after its last."""
    (start, end), (of_start, of_end) = ours, theirs
    blocks: list[Block] = []
    plain = [
        Block(
            start=start + op.src_start,
            end=start + op.src_end,
            of_start=of_start + op.dest_start,
            of_end=of_start + op.dest_end,
            same=op.tag == "equal",
        )
        for op in LCSseq.opcodes(left.spelt[start:end], right.spelt[of_start:of_end])
    ]
    for block in _joined(plain):
        blocks += [block] if block.same else _akin(block, left, right)
    return Aligned(start=start, end=end, of_start=of_start, of_end=of_end, blocks=tuple(blocks))


def _akin(block: Block, left: Written, right: Written) -> list[Block]:
    """A replaced stretch, with the words in it that stand for one another set apart."""
    ours, theirs = left.classes[block.start : block.end], right.classes[block.of_start : block.of_end]
    if set(ours).isdisjoint(theirs):
        return [block]
    return [
        Block(
            start=block.start + op.src_start,
            end=block.start + op.src_end,
            of_start=block.of_start + op.dest_start,
            of_end=block.of_start + op.dest_end,
            same=False,
            akin=op.tag == "equal",
        )
        for op in LCSseq.opcodes(ours, theirs)
    ]


def _bridged(passages: list[Aligned], left: Written, right: Written) -> list[Aligned]:
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


def _bridge(ours: tuple[int, int], theirs: tuple[int, int], left: Written, right: Written) -> Aligned | None:
    """The stretch between two passages laid out, or None where it is not the same text reworded."""
    sizes = sorted((ours[1] - ours[0], theirs[1] - theirs[0]))
    if sizes[0] < 0 or sizes[1] > MAX_BRIDGE or sizes[0] < MIN_BRIDGE_BALANCE * sizes[1]:
        return None
    between = lay(ours, theirs, left, right)
    return between if between.exact + between.akin >= MIN_BRIDGE_ALIKE * sizes[1] else None


def _rounded(passages: list[Aligned], left: Written, right: Written) -> list[Aligned]:
    """Passages that begin or end few words from where a sentence does, on both sides, take these words in."""
    made = list(passages)
    for number, passage in enumerate(passages):
        others = made[:number] + made[number + 1 :]
        head = (_begun(passage.start, left), passage.start), (_begun(passage.of_start, right), passage.of_start)
        tail = (passage.end, _ended(passage.end, left)), (passage.of_end, _ended(passage.of_end, right))
        parts = [lay(*edge, left, right) if _is_free(edge, others) else None for edge in (head, tail)]
        made[number] = _sum(*(part for part in (parts[0], passage, parts[1]) if part is not None))
    return made


def _begun(place: int, text: Written) -> int:
    """Where the sentence begins that holds the word at `place`."""
    return text.starts[bisect_right(text.starts, place) - 1]


def _ended(place: int, text: Written) -> int:
    """Where the sentence ends that holds the word before `place`."""
    return text.starts[bisect_left(text.starts, place)]


def _is_free(edge: tuple[tuple[int, int], tuple[int, int]], others: Sequence[Aligned]) -> bool:
    """Whether a few words beside a passage, on both sides, belong to no other passage."""
    (start, end), (of_start, of_end) = edge
    sizes = sorted((end - start, of_end - of_start))
    if sizes[0] == 0 or sizes[1] > MAX_ROUNDING:
        return False
    return all((end <= o.start or o.end <= start) and (of_end <= o.of_start or o.of_end <= of_start) for o in others)


def _sum(*parts: Aligned, bits: float | None = None) -> Aligned:
    blocks = _joined([block for part in parts for block in part.blocks])
    first, last = parts[0], parts[-1]
    return Aligned(
        start=first.start,
        end=last.end,
        of_start=first.of_start,
        of_end=last.of_end,
        blocks=tuple(blocks),
        bits=sum(part.bits for part in parts) if bits is None else bits,
    )


def _joined(blocks: list[Block]) -> list[Block]:
    """Stretches of one kind that follow one another are one; an insertion beside a deletion is a replacement."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last is not None and (last.same, last.akin) == (block.same, block.akin):
            joined[-1] = Block(
                start=last.start,
                end=block.end,
                of_start=last.of_start,
                of_end=block.of_end,
                same=block.same,
                akin=block.akin,
            )
        else:
            joined.append(block)
    return joined


def _without_rivals(passages: list[Aligned]) -> list[Aligned]:
    """Of passages that claim the same words of a text, the one that weighs more stands."""
    chosen: list[Aligned] = []
    for passage in sorted(passages, key=lambda p: (-p.bits, p.start, p.of_start)):
        ours, theirs = passage.end - passage.start, passage.of_end - passage.of_start
        if all(
            min(passage.end, c.end) - max(passage.start, c.start) <= MAX_CLAIMED * ours
            and min(passage.of_end, c.of_end) - max(passage.of_start, c.of_start) <= MAX_CLAIMED * theirs
            for c in chosen
        ):
            chosen.append(passage)
    return sorted(chosen, key=lambda p: p.start)
