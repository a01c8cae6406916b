"""Turns an aligned pair of reports into a directed link."""

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.knowledge import Knowledge
from secondsource.lineage.alignment import Aligned
from secondsource.lineage.changes import changes
from secondsource.lineage.direction import Verdict, direction
from secondsource.lineage.relations import likeness, standing, tie
from secondsource.lineage.shared import shared
from secondsource.lineage.sides import Side
from secondsource.model.evidence import Reason, content_id
from secondsource.model.lineage import Link, Passage
from secondsource.model.report import Report

MAX_CONFIDENCE = 0.99
# A hint is no link, unless others explain the rest of the page.
HINT_CONFIDENCE = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """A link between two reports in the library and how near the two texts are (share of alike words, 0..1)."""

    link: Link
    exact: float

    @property
    def is_hint(self) -> bool:
        """Whether the two share too little for a link by itself."""
        return self.link.confidence <= HINT_CONFIDENCE


def derivation(left: Side, right: Side, knowledge: Knowledge) -> Derivation | None:
    """The link between two reports, or None where neither took text from the other."""
    passages = shared(left, right)
    if left.report.url and left.report.url == right.report.url:
        return _version(left, right, passages, knowledge) if passages else None
    stands = standing(passages, left, right)
    if stands is None:
        return None
    passages = stands.passages
    like = likeness(passages)
    verdict = direction(passages, (left, right), like)
    turned = verdict.taker == "right" or (verdict.taker is None and left.report.id < right.report.id)
    taker, donor = (right, left) if turned else (left, right)
    if turned:
        passages = [p.turned() for p in passages]
    found = tie(likeness(passages), len(taker.tokens), len(donor.tokens), determined=verdict.taker is not None)
    link = Link(
        id=content_id("lnk", taker.report.id, found.relation, donor.report.id),
        report=taker.report.id,
        of=donor.report.id,
        outlet=donor.report.outlet,
        relation=found.relation,
        direction="determined" if verdict.taker else "undetermined",
        coverage=round(found.coverage, 3),
        confidence=HINT_CONFIDENCE if stands.hint else _confidence(verdict),
        reasons=(found.reason, *verdict.reasons),
        passages=_passages(passages, taker, donor),
        changes=changes(passages, taker, donor, knowledge),
    )
    return Derivation(link=link, exact=round(like.exact, 4))


def _confidence(verdict: Verdict) -> float:
    return round(min(MAX_CONFIDENCE, 0.5 + 0.1 * verdict.weight), 2) if verdict.taker else 0.5


def _version(left: Side, right: Side, passages: Sequence[Aligned], knowledge: Knowledge) -> Derivation:
    """Two texts at one address: the one whose text says it was updated, or that is dated later, supersedes."""
    order = _later(left.report, right.report)
    turned = order < 0 or (order == 0 and left.report.id < right.report.id)
    later, earlier = (right, left) if turned else (left, right)
    if turned:
        passages = sorted((p.turned() for p in passages), key=lambda p: p.start)
    like = likeness(passages)
    link = Link(
        id=content_id("lnk", later.report.id, "version", earlier.report.id),
        report=later.report.id,
        of=earlier.report.id,
        relation="version",
        direction="determined" if order else "undetermined",
        coverage=round(min(1.0, like.words / max(1, len(later.tokens))), 3),
        confidence=0.9 if order else 0.5,
        reasons=(Reason(rule="same-address", detail="both stand at one address"),),
        passages=_passages(passages, later, earlier),
        changes=changes(passages, later, earlier, knowledge),
    )
    return Derivation(link=link, exact=round(like.exact, 4))


def _later(left: Report, right: Report) -> int:
    marks = [(r.updated or "", r.published or "") for r in (left, right)]
    return (marks[0] > marks[1]) - (marks[0] < marks[1])


def _passages(passages: Sequence[Aligned], taker: Side, donor: Side) -> tuple[Passage, ...]:
    made = []
    for passage in passages:
        start, end = taker.span(passage.start, passage.end)
        of_start, of_end = donor.span(passage.of_start, passage.of_end)
        made.append(Passage(start=start, end=end, of_start=of_start, of_end=of_end))
    return tuple(sorted(made, key=lambda p: (p.start, p.end)))
