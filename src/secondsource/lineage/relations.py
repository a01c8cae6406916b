"""Names the tie between two aligned reports: copy, excerpt, reworded, summary, version, or none."""

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.lineage.alignment import Aligned
from secondsource.lineage.changes import Text
from secondsource.model.evidence import Reason
from secondsource.model.lineage import Relation

# Of the words that two texts share or exchange, the share that stayed: a reprint, lightly edited or cut, keeps nine in
# ten (what is only left out or put in does not count); the real spun copy kept 69 %, the spun sample 67 %.
COPY_EXACT = 0.82
# A link needs this many words in its passages, some three lines of print: below that, unrelated reports of one event
# share more often than reprints do (a sentence of a release, a name with its titles). Of a note that stands for the
# better part in the other, half as many are enough.
MIN_PASSAGE_WORDS = 40
MIN_NOTE_WORDS = 20
MIN_NOTE_COVERAGE = 0.5
WHOLE_DONOR = 0.6
# A summary tells passages in less than half their words.
SUMMARY_LENGTH = 0.5
# Alike words outside quotation marks that a derivation has at the least.
MIN_OUTSIDE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How two texts are alike, whichever of them took from the other; `exact` is a share, 0..1."""

    exact: float
    words: int
    of_words: int

    @property
    def is_copy(self) -> bool:
        return self.exact >= COPY_EXACT


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """What stands between a taker and its donor; shares are 0..1."""

    relation: Relation
    coverage: float
    of_coverage: float
    reason: Reason


def derived(passages: Sequence[Aligned], left: Text, right: Text) -> list[Aligned]:
    """The passages that two hands at one press conference do not share by chance: more than quotations."""
    return [p for p in passages if not _only_quotes(p, left, right)]


def likeness(passages: Sequence[Aligned]) -> Likeness:
    """How alike the shared passages are."""
    same, replaced = sum(p.exact for p in passages), sum(p.replaced for p in passages)
    return Likeness(
        exact=same / max(1, same + replaced),
        words=sum(p.end - p.start for p in passages),
        of_words=sum(p.of_end - p.of_start for p in passages),
    )


def tie(like: Likeness, words: int, of_words: int) -> Tie | None:
    """The relation of a taker of `words` words to a donor of `of_words`, or None where they share too little."""
    coverage, of_coverage = like.words / max(1, words), like.of_words / max(1, of_words)
    is_note = like.words >= MIN_NOTE_WORDS and max(coverage, of_coverage) >= MIN_NOTE_COVERAGE
    if like.words < MIN_PASSAGE_WORDS and not is_note:
        return None
    relation: Relation
    if like.is_copy:
        relation = "copy" if of_coverage >= WHOLE_DONOR else "excerpt"
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
        of_coverage=min(1.0, of_coverage),
        reason=Reason(rule=relation, detail=detail),
    )


def _only_quotes(passage: Aligned, taker: Text, donor: Text) -> bool:
    """True when the alike words stand in quotation marks on both sides: two hands at one press conference."""
    same = [b for b in passage.blocks if b.same]
    total = sum(b.end - b.start for b in same)
    quoted = sum(
        1
        for b in same
        for i in range(b.end - b.start)
        if _in_quotes(taker, b.start + i) and _in_quotes(donor, b.of_start + i)
    )
    return total - quoted < MIN_OUTSIDE


def _in_quotes(side: Text, word: int) -> bool:
    token = side.tokens[word]
    return side.quoted(token.start, token.end)
