"""Names the tie between two aligned reports: copy, excerpt, reworded, summary, version, or none."""

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.lineage.alignment import Aligned
from secondsource.lineage.changes import Text
from secondsource.model.evidence import Reason
from secondsource.model.lineage import Relation

# Share of alike words inside the passages. A light edit keeps nine in ten; the real spun copy kept 62 %.
COPY_EXACT = 0.86
# A link needs this share of the taker's words, or this many of them in running passages.
MIN_COVERAGE = 0.12
MIN_PASSAGE_WORDS = 40
WHOLE_DONOR = 0.6
# Alike words outside quotation marks that a derivation has at the least.
MIN_OUTSIDE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """What stands between a taker and its donor; shares are 0..1."""

    relation: Relation
    coverage: float
    of_coverage: float
    exact: float
    reason: Reason


def tie(passages: Sequence[Aligned], taker: Text, donor: Text) -> Tie | None:
    """The relation of `taker` to `donor`, or None where what they share is no derivation."""
    outside = [p for p in passages if not _only_quotes(p, taker, donor)]
    if not outside:
        return None
    taken = sum(p.end - p.start for p in outside)
    given = sum(p.of_end - p.of_start for p in outside)
    exact = sum(p.exact for p in outside) / max(taken, given)
    coverage = taken / max(1, len(taker.tokens))
    of_coverage = given / max(1, len(donor.tokens))
    if coverage < MIN_COVERAGE and taken < MIN_PASSAGE_WORDS:
        return None
    relation: Relation
    if exact >= COPY_EXACT:
        relation = "copy" if of_coverage >= WHOLE_DONOR else "excerpt"
        detail = f"{exact:.0%} of the words of the shared passages are the same, in the same order"
    elif given > 2 * taken:
        relation = "summary"
        detail = "the passages of the other are told in less than half their words"
    else:
        relation = "reworded"
        detail = f"the same order of thoughts with {1 - exact:.0%} of the words replaced"
    return Tie(
        relation=relation,
        coverage=min(1.0, coverage),
        of_coverage=min(1.0, of_coverage),
        exact=exact,
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

