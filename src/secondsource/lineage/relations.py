"""Names the tie between two aligned reports: copy, excerpt, reworded, summary, version, or none."""

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.lineage.alignment import Aligned
from secondsource.lineage.sides import Side
from secondsource.model.evidence import Reason
from secondsource.model.lineage import Relation

# Of the words that two texts share or exchange, the share that stayed: a reprint, lightly edited or cut, keeps nine in
# ten (what is only left out or put in does not count); the real spun copy kept 69 %, the spun sample 67 %.
COPY_EXACT = 0.82
# What shared passages must weigh together, in bits, to be a link: paragraphs taken from elsewhere weigh that much, and
# those that two articles on one topic share do not (docs/method/lineage.md). A text that stands for the better part in
# the other needs less, one that stands there nearly whole less again, and a note with half its words unchanged least.
PASSAGE_BITS, PASSAGE_WORDS = 225.0, 35
WHOLE_BITS, WHOLE_COVERAGE, WHOLE_WORDS = 140.0, 0.4, 60
NEARLY_ALL_BITS, NEARLY_ALL = 110.0, 0.8
NOTE_BITS, NOTE_COVERAGE, NOTE_ALIKE, NOTE_WORDS = 80.0, 0.5, 0.5, 20
# Less than that, and more than this, is a hint: it counts only where several texts together explain a page.
HINT_BITS, HINT_ALIKE = 45.0, 0.4
WHOLE_DONOR = 0.6
# A summary tells passages in less than half their words.
SUMMARY_LENGTH = 0.5
# Alike words outside quotation marks that a derivation has at the least.
MIN_OUTSIDE = 10
# A passage with more capitalised words than this is a line-up, a cast or a table, not reporting; a long one is copied.
MAX_NAMES = 0.5
LONG_LIST = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How two texts are alike, whichever of them took from the other.

    `exact` is the share (0..1) of words that stayed among those that stayed or were exchanged, `alike` of those that
    stayed or stand for one another among all; `bits` is what the shared grams weigh; `loose` says that a passage is
    proven by its words in any order.
    """

    exact: float
    alike: float
    words: int
    of_words: int
    bits: float
    loose: bool

    @property
    def is_copy(self) -> bool:
        return self.exact >= COPY_EXACT


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """What stands between a taker and its donor; `coverage` is the share (0..1) of the taker's words."""

    relation: Relation
    coverage: float
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The passages that count between two texts; a `hint` is too little for a link by itself."""

    passages: list[Aligned]
    hint: bool


def derived(passages: Sequence[Aligned], left: Side, right: Side) -> list[Aligned]:
    """The passages that two hands do not share by chance: more than quotations, and more than lists of names.

    Such passages count where what stands around them is taken as well.
    """
    own = [p for p in passages if not _only_names(p, left) and not _only_quotes(p, left, right)]
    around = sum(p.bits for p in own)
    taken = any(p.loose for p in own) or 2 * around >= sum(p.bits for p in passages)
    return list(passages) if own and taken else own


def likeness(passages: Sequence[Aligned]) -> Likeness:
    """How alike the shared passages are."""
    same, replaced = sum(p.exact for p in passages), sum(p.replaced for p in passages)
    return Likeness(
        exact=same / max(1, same + replaced),
        alike=(same + sum(p.akin for p in passages)) / max(1, sum(p.longer for p in passages)),
        words=sum(p.end - p.start for p in passages),
        of_words=sum(p.of_end - p.of_start for p in passages),
        bits=sum(p.bits for p in passages),
        loose=any(p.loose for p in passages),
    )


def standing(passages: Sequence[Aligned], left: Side, right: Side) -> Standing | None:
    """Whether what two texts share makes a link between them, or a hint of one, or nothing."""
    own = derived(passages, left, right)
    if own and _is_enough(likeness(own), len(left.tokens), len(right.tokens)):
        return Standing(passages=own, hint=False)
    every = likeness(passages)
    if every.bits < HINT_BITS or every.alike < HINT_ALIKE:
        return None
    return Standing(passages=list(passages), hint=True)


def tie(like: Likeness, words: int, of_words: int, *, determined: bool) -> Tie:
    """The relation of a taker of `words` words to a donor of `of_words`.

    Where the direction is not `determined`, either may be the taker, and the relation is one that fits both.
    """
    coverage, of_coverage = like.words / max(1, words), like.of_words / max(1, of_words)
    relation: Relation
    if like.is_copy:
        whole = of_coverage if determined else min(coverage, of_coverage)
        relation = "copy" if whole >= WHOLE_DONOR else "excerpt"
        detail = f"{like.exact:.0%} of the words of the shared passages are the same, in the same order"
    elif like.words < SUMMARY_LENGTH * like.of_words:
        relation = "summary"
        detail = "the passages of the other are told in less than half their words"
    else:
        relation = "reworded"
        detail = f"the same order of thoughts with {1 - like.exact:.0%} of the words replaced"
    return Tie(
        relation=relation,
        coverage=min(1.0, coverage),
        reason=Reason(rule=relation, detail=detail),
    )


def _is_enough(like: Likeness, left_words: int, right_words: int) -> bool:
    words = max(like.words, like.of_words)
    coverage = max(like.words / max(1, left_words), like.of_words / max(1, right_words))
    return (
        like.loose
        or (like.bits >= PASSAGE_BITS and words >= PASSAGE_WORDS)
        or (like.bits >= WHOLE_BITS and coverage >= WHOLE_COVERAGE and words >= WHOLE_WORDS)
        or (like.bits >= NEARLY_ALL_BITS and coverage >= NEARLY_ALL and words >= WHOLE_WORDS)
        or (like.bits >= NOTE_BITS and coverage >= NOTE_COVERAGE and like.alike >= NOTE_ALIKE and words >= NOTE_WORDS)
    )


def _only_names(passage: Aligned, taker: Side) -> bool:
    printed = taker.tokens[passage.start : passage.end]
    names = sum(token.text[0].isupper() for token in printed)
    return len(printed) < LONG_LIST and names > MAX_NAMES * len(printed)


def _only_quotes(passage: Aligned, taker: Side, donor: Side) -> bool:
    """True when the alike words stand in quotation marks on both sides: two hands at one press conference."""
    same = [b for b in passage.blocks if b.same]
    total = sum(b.end - b.start for b in same)
    quoted = sum(
        1
        for b in same
        for i in range(b.end - b.start)
        if _in_quotes(taker, b.start + i) and _in_quotes(donor, b.of_start + i)
    )
    return total - quoted < min(MIN_OUTSIDE, quoted)


def _in_quotes(side: Side, word: int) -> bool:
    token = side.tokens[word]
    return side.quoted(token.start, token.end)
