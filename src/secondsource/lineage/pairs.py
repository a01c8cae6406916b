"""Turns an aligned pair of reports into a directed link."""

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.knowledge import Knowledge
from secondsource.lineage.alignment import Aligned, Block, align
from secondsource.lineage.changes import Text, changes
from secondsource.lineage.direction import direction
from secondsource.lineage.grams import report_words
from secondsource.lineage.relations import Tie, tie
from secondsource.model.evidence import Reason, content_id
from secondsource.model.lineage import Link, Passage
from secondsource.model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """A link between two reports in the library and how near the two texts are (share of alike words, 0..1)."""

    link: Link
    exact: float


def side(report: Report, knowledge: Knowledge) -> Text:
    """The words, names and quotations of a report, for alignment."""
    return Text(report.text, report_words(report), knowledge.find(report.text))


def derivation(
    left: Report, right: Report, texts: tuple[Text, Text], knowledge: Knowledge
) -> Derivation | None:
    """The link between two reports, or None where neither took text from the other."""
    passages = align(texts[0].tokens, texts[1].tokens)
    if not passages:
        return None
    if left.url and left.url == right.url:
        return _version(left, right, passages, texts, knowledge)
    verdict = direction(left, right, passages, texts, knowledge)
    turned = verdict.taker == "right" or (verdict.taker is None and left.id < right.id)
    taker, donor = (right, left) if turned else (left, right)
    if turned:
        passages, texts = [_turned(p) for p in passages], (texts[1], texts[0])
    found = tie(passages, *texts)
    if found is None:
        return None
    confidence = min(0.99, 0.5 + 0.1 * verdict.weight) if verdict.taker else 0.5
    link = Link(
        id=content_id("lnk", taker.id, found.relation, donor.id),
        report=taker.id,
        of=donor.id,
        outlet=donor.outlet,
        relation=found.relation,
        direction="determined" if verdict.taker else "undetermined",
        coverage=round(found.coverage, 3),
        confidence=round(confidence, 2),
        reasons=(found.reason, *verdict.reasons),
        passages=_passages(passages, texts),
        changes=changes(passages, *texts, knowledge),
    )
    return Derivation(link=link, exact=found.exact)


def _version(
    left: Report, right: Report, passages: Sequence[Aligned], texts: tuple[Text, Text], knowledge: Knowledge
) -> Derivation:
    """Two texts at one address: the one whose text says it was updated, or that is dated later, supersedes."""
    order = _later(left, right)
    turned = order < 0 or (order == 0 and left.id < right.id)
    later, earlier = (right, left) if turned else (left, right)
    if turned:
        passages, texts = [_turned(p) for p in passages], (texts[1], texts[0])
    found: Tie | None = tie(passages, *texts)
    link = Link(
        id=content_id("lnk", later.id, "version", earlier.id),
        report=later.id,
        of=earlier.id,
        relation="version",
        direction="determined" if order else "undetermined",
        coverage=round(found.coverage, 3) if found else 0.0,
        confidence=0.9 if order else 0.5,
        reasons=(Reason(rule="same-address", detail="both stand at one address"),),
        passages=_passages(passages, texts),
        changes=changes(passages, *texts, knowledge),
    )
    return Derivation(link=link, exact=found.exact if found else 0.0)


def _later(left: Report, right: Report) -> int:
    marks = [(r.updated or "", r.published or "") for r in (left, right)]
    return (marks[0] > marks[1]) - (marks[0] < marks[1])


def _turned(passage: Aligned) -> Aligned:
    return Aligned(
        start=passage.of_start,
        end=passage.of_end,
        of_start=passage.start,
        of_end=passage.end,
        blocks=tuple(
            Block(start=b.of_start, end=b.of_end, of_start=b.start, of_end=b.end, same=b.same) for b in passage.blocks
        ),
    )


def _passages(passages: Sequence[Aligned], texts: tuple[Text, Text]) -> tuple[Passage, ...]:
    made = []
    for passage in passages:
        start, end = texts[0].span(passage.start, passage.end)
        of_start, of_end = texts[1].span(passage.of_start, passage.of_end)
        made.append(Passage(start=start, end=end, of_start=of_start, of_end=of_end))
    return tuple(sorted(made, key=lambda p: p.start))
