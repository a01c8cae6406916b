"""Links to outlets and documents that a text itself credits, and to the reports that it answers."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from secondsource.lineage.access import own_access
from secondsource.lineage.crediting import Credit, credits_of
from secondsource.lineage.page import Page
from secondsource.lineage.reactions import WORDS, Reaction, reactions
from secondsource.lineage.topics import alike, near
from secondsource.model.evidence import Reason, content_id
from secondsource.model.lineage import Link, Passage, Relation

# A credit in the first sentences carries the report until another voice takes over.
LEAD_SENTENCES = 3
_DATELINE = re.compile(r"(?:[A-Z\d][\w.,/-]*\W{1,3}){0,6}\([^()]*$")
_CREDIT_WORDS = {
    "access": "says that {0} was told or shown it",
    "report": "credits {0} with the report",
    "tag": "carries the tag of {0}",
    "document": "rests on a document, {0}",
    "unnamed": "credits {0} without a name",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Citing:
    """The credits and reactions of one report, and the credit that its reporting mainly rests on.

    `access` says that the report was told or shown something itself; `agency` is the agency whose copy it is.
    """

    credits: tuple[Credit, ...]
    reactions: tuple[Reaction, ...]
    main: Credit | None
    access: bool
    agency: str | None


@dataclass(frozen=True, slots=True)
class Published:
    """The reports of the library by outlet, and for each report those that it shares text with."""

    by_outlet: Mapping[str, Sequence[Page]]
    sharing: Mapping[str, frozenset[str]]

    def report_of(self, page: Page, label: str) -> str | None:
        """The credited outlet's report: one that the page shares text with, else the only one on the same things at
        about the same time.
        """
        ours = [other for other in self.by_outlet.get(label, ()) if other.report.id != page.report.id]
        taken = [other.report.id for other in ours if other.report.id in self.sharing.get(page.report.id, ())]
        like = [o.report.id for o in ours if alike(page.topics, o.topics) and near(page.report, o.report)]
        found = taken or like
        return found[0] if len(found) == 1 else None


def citing(page: Page, outlets: Iterable[str]) -> Citing:
    """The credits of a report, without those to its own outlet.

    Args:
        page: the report.
        outlets: the outlets of the library's reports, which may be unknown to the knowledge.
    """
    report = page.report
    found = credits_of(page, outlets)
    others = tuple(c for c in found if c.label != report.outlet)
    access = own_access(page, found)
    agency = _agency(page, others, access=access)
    named = [c for c in others if c.kind != "document"]
    main = None if access or agency else _main(page, named)
    return Citing(credits=others, reactions=tuple(reactions(page, others)), main=main, access=access, agency=agency)


def _agency(page: Page, others: Sequence[Credit], *, access: bool) -> str | None:
    """The agency whose copy a report is: by its tag; not one that gave inputs to a report with access of its own."""
    report = page.report
    if report.agency and report.agency != report.outlet:
        return None if access else report.agency
    if access:
        return None
    tags = [c.label for c in others if c.kind == "tag" and (_opens(page, c) or _closes(page, c))]
    return tags[-1] if tags else None


def _opens(page: Page, credit: Credit) -> bool:
    """In the brackets of a dateline: `MOSCOW (Paper / Agency - 22nd November) `."""
    sentence = page.sentences[credit.sentence]
    before = page.folded[sentence.start : credit.start]
    return page.ordinals.get(credit.sentence) == 0 and bool(_DATELINE.match(before))


def _closes(page: Page, credit: Credit) -> bool:
    """The last words of the report."""
    last = max(page.ordinals.values(), default=0)
    return page.ordinals.get(credit.sentence) == last and not re.search(
        r"\w", page.folded[credit.end : page.sentences[credit.sentence].end]
    )


def _main(page: Page, named: Sequence[Credit]) -> Credit | None:
    """The outlet that the report rests on: one that was told it, else the last of a chain, else the one named most."""
    counts: dict[str, int] = defaultdict(int)
    for credit in named:
        counts[credit.label] += 1
    told = {c.label for c in named if c.kind == "access"}
    last = max(page.ordinals.values(), default=0)
    lead = [c for c in named if page.ordinals.get(c.sentence, last) < LEAD_SENTENCES or c.kind == "tag"]
    return max(
        lead,
        key=lambda c: (c.kind != "unnamed", c.label in told, c.chain, counts[c.label], -c.start),
        default=None,
    )


def links(page: Page, cited: Citing, library: Published) -> list[Link]:
    """One link for each outlet or document: `copy` of an agency whose copy it is, a reaction, else `cites`."""
    answered = {(r.label, r.sentence) for r in cited.reactions}
    grouped: dict[str, list[Credit]] = defaultdict(list)
    for credit in cited.credits:
        if (credit.label, credit.sentence) not in answered:
            grouped[credit.label].append(credit)
    for agency in (cited.agency, page.report.agency):
        if agency and agency != page.report.outlet:
            grouped.setdefault(agency, [])
    made = [_credit_link(page, label, group, cited, library) for label, group in sorted(grouped.items())]
    return made + _reaction_links(page, cited, library)


def _credit_link(page: Page, label: str, group: list[Credit], cited: Citing, library: Published) -> Link:
    relation: Relation = "copy" if label == cited.agency else "cites"
    whole = relation == "copy" or (cited.main is not None and cited.main.label == label)
    numbers = page.ordinals if whole else sorted({c.sentence for c in group}) or sorted(page.ordinals)[-1:]
    document = bool(group) and all(c.kind == "document" for c in group)
    reasons = {Reason(rule=f"credit-{c.kind}", detail=_CREDIT_WORDS[c.kind].format(label)) for c in group}
    reasons = reasons or {Reason(rule="agency-tag", detail=f"carries the tag of {label}")}
    reasons |= {_reach(page, label, numbers), *_depth(label, group, cited)}
    return _link(page, relation, label, numbers, library, document=document, reasons=reasons)


def _reach(page: Page, label: str, numbers: Iterable[int]) -> Reason:
    """How far down the page what rests on a credit goes."""
    places = [page.ordinals.get(number, -1) for number in numbers]
    body = 1 + max(page.ordinals.values(), default=0)
    detail = f"what rests on {label} goes down to sentence {1 + max(places, default=0)} of {body}"
    return Reason(rule="reach", detail=detail)


def _depth(label: str, group: Sequence[Credit], cited: Citing) -> list[Reason]:
    """How many hands the news went through, and whether a credit names nobody that could be asked."""
    if any(credit.kind == "unnamed" for credit in group):
        return [Reason(rule="empty-credit", detail=f"{label}: an empty credit, which names nobody who could be asked")]
    if not any(credit.chain for credit in group):
        return []
    before = {c.label for c in cited.credits if c.kind != "document" and not c.chain and c.label != label}
    hands = 2 + (1 if before else 0)
    through = f" through {', '.join(sorted(before))}" if before else ""
    return [
        Reason(rule="chain", detail=f"at {hands} removes{through}: {label} stands behind another that passes it on")
    ]


def _reaction_links(page: Page, cited: Citing, library: Published) -> list[Link]:
    grouped: dict[tuple[Relation, str], list[int]] = defaultdict(list)
    for reaction in cited.reactions:
        grouped[reaction.relation, reaction.label].append(reaction.sentence)
    return [
        _link(
            page,
            relation,
            label,
            numbers,
            library,
            document=False,
            reasons={Reason(rule=f"answer-{relation}", detail=WORDS[relation].format(label))},
        )
        for (relation, label), numbers in sorted(grouped.items())
    ]


def _link(
    page: Page,
    relation: Relation,
    label: str,
    numbers: Iterable[int],
    library: Published,
    *,
    document: bool,
    reasons: Iterable[Reason],
) -> Link:
    spans = sorted((page.sentences[n].start, page.sentences[n].end) for n in numbers)
    return Link(
        id=content_id("lnk", page.report.id, relation, label),
        report=page.report.id,
        of=None if document else library.report_of(page, label),
        outlet=None if document else label,
        document=label if document else None,
        relation=relation,
        direction="determined",
        coverage=page.share(set(spans)),
        confidence=0.9 if relation == "copy" else 0.8,
        reasons=tuple(sorted(reasons, key=lambda r: (r.rule, r.detail))),
        passages=tuple(Passage(start=s, end=e) for s, e in spans),
    )
