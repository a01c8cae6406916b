"""Links to outlets and documents that a text itself credits."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from secondsource.knowledge import Knowledge
from secondsource.knowledge.credits import Credit, credits
from secondsource.model.evidence import Reason, content_id
from secondsource.model.lineage import Link, Passage, Relation
from secondsource.model.report import Report
from secondsource.text.folding import fold
from secondsource.text.sentences import Sentence, sentences

# A credit in the first sentences carries the report until another voice takes over.
LEAD_SENTENCES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Citing:
    """The credits of one report to others, and the one its reporting mainly rests on."""

    report: str
    credits: tuple[Credit, ...]
    main: Credit | None
    access: bool


def citing(report: Report, outlets: Iterable[str], knowledge: Knowledge) -> Citing:
    """The credits of `report`, without those to its own outlet; `access` says it was told or shown something itself.

    Args:
        report: the report that is read for its credits.
        outlets: the outlets of the library's reports, which may be unknown to the knowledge.
        knowledge: names the outlets and the phrases of own access.
    """
    found = [c for c in credits(report.text, knowledge, outlets) if not _hidden(report, c)]
    own = {report.outlet}
    others = tuple(c for c in found if c.label not in own and c.outlet is not None)
    documents = tuple(c for c in found if c.kind == "document")
    lead = [c for c in others if c.sentence < LEAD_SENTENCES or c.kind == "tag"]
    counts: dict[str, int] = defaultdict(int)
    for credit in others:
        counts[credit.label] += 1
    main = max(lead, key=lambda c: (counts[c.label], c.kind == "access", -c.start), default=None)
    access = _own_access(report, found, knowledge)
    return Citing(report=report.id, credits=others + documents, main=None if access else main, access=access)


def links(report: Report, cited: Citing, published: Mapping[str, Sequence[Report]], knowledge: Knowledge) -> list[Link]:
    """One `cites` link for each outlet or document, or `copy` of an agency whose tag the report carries."""
    grouped: dict[str, list[Credit]] = defaultdict(list)
    for credit in cited.credits:
        grouped[credit.label].append(credit)
    if report.agency and report.agency != report.outlet:
        grouped.setdefault(report.agency, [])
    made = []
    parts = sentences(report.text)
    for label, group in sorted(grouped.items()):
        made.append(_link(report, label, group, cited, parts, published, knowledge))
    return made


def _link(
    report: Report,
    label: str,
    group: list[Credit],
    cited: Citing,
    parts: list[Sentence],
    published: Mapping[str, Sequence[Report]],
    knowledge: Knowledge,
) -> Link:
    relation: Relation = "copy" if label == report.agency else "cites"
    whole = relation == "copy" or (cited.main is not None and cited.main.label == label)
    passages = [(p.start, p.end) for p in parts] if whole else [
        (parts[c.sentence].start, parts[c.sentence].end) for c in group
    ]
    document = bool(group) and all(c.kind == "document" for c in group)
    donor = None if document else _donor(report, label, published, knowledge)
    reasons = tuple(_reason(report, c) for c in group) or (
        Reason(rule="agency-tag", detail=f"carries the tag of {label}"),
    )
    return Link(
        id=content_id("lnk", report.id, relation, label),
        report=report.id,
        of=donor,
        outlet=None if document else label,
        document=label if document else None,
        relation=relation,
        direction="determined",
        coverage=round(_share(report, passages), 3),
        confidence=0.9 if relation == "copy" else 0.8,
        reasons=reasons,
        passages=tuple(Passage(start=s, end=e) for s, e in sorted(set(passages))),
    )


def _reason(report: Report, credit: Credit) -> Reason:
    words = {
        "access": "says that {0} was told or shown it",
        "report": "credits {0} with the report",
        "tag": "carries the tag of {0}",
        "document": "rests on a document, {0}",
    }
    return Reason(rule=f"credit-{credit.kind}", detail=words[credit.kind].format(credit.label))


def _donor(
    report: Report, label: str, published: Mapping[str, Sequence[Report]], knowledge: Knowledge
) -> str | None:
    """The report of the credited outlet on the same things, where exactly one is in the library."""
    ours = topics(report, knowledge)
    same = [r for r in published.get(label, ()) if r.id != report.id and alike(ours, topics(r, knowledge))]
    return same[0].id if len(same) == 1 else None


def topics(report: Report, knowledge: Knowledge) -> frozenset[str]:
    """The weapons, agreements, laws and countries a report names, as `kind:id`."""
    kinds = {"weapon", "agreement", "law", "country"}
    return frozenset(f"{m.kind}:{m.id}" for m in knowledge.find(report.text) if m.kind in kinds and m.strong)


def alike(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two reports can be about one thing: a shared weapon, agreement or law, and a shared country."""
    shared = left & right
    named = {t for t in shared if not t.startswith("country:")}
    places = shared - named
    other = {t for t in left | right if not t.startswith("country:")}
    return bool(named and places) or (len(places) >= 2 and not other)


def _hidden(report: Report, credit: Credit) -> bool:
    return any(f.start <= credit.start < f.end for f in report.furniture) or any(
        r.kind == "caption" and r.start <= credit.start < r.end for r in report.regions
    )


def _share(report: Report, passages: list[tuple[int, int]]) -> float:
    hidden = sum(f.end - f.start for f in report.furniture)
    return min(1.0, sum(e - s for s, e in set(passages)) / max(1, len(report.text) - hidden))


def _own_access(report: Report, found: list[Credit], knowledge: Knowledge) -> bool:
    text = fold(report.text)
    told_us = any(pattern.search(text) for pattern, _ in knowledge.phrases_of("own-access"))
    return told_us or any(c.kind == "access" and c.label == report.outlet for c in found)
