"""Where the reports come from, prepared for the page: origins, links with aligned texts, reports and discards."""

from collections.abc import Sequence

from secondsource.model.evidence import Reason
from secondsource.model.lineage import TEXT_RELATIONS, Link, Origin
from secondsource.model.report import Discard, Report
from secondsource.publish.aligned import aligned_rows, change_counts
from secondsource.publish.catalogue import Catalogue
from secondsource.publish.citing import citation, report_name
from secondsource.publish.excerpts import Marked, runs
from secondsource.publish.views import DiscardView, LinkView, OriginView, ReportView
from secondsource.publish.wording import DISCARDS, RELATIONS, date_words, share_words

# A side-by-side text longer than this is folded away until asked for.
LONG_TEXT = 4000

BASES_OF_DATE = {
    "page": "printed on the page",
    "dateline": "from the dateline",
    "feed": "from the feed",
    "address": "from the address",
    "bounds": "worked out",
}


def origin_view(origin: Origin, library: Catalogue) -> OriginView:
    """One origin with the reports that rest on it."""
    seen = "in the library" if origin.seen else "not in the library"
    known = "established" if origin.established else "not established, so not counted"
    return OriginView(
        label=origin.label,
        kind=origin.kind,
        seen=origin.seen,
        standing=f"{seen}; {known}",
        reasons=_details(origin.reasons),
        reports=tuple(report_name(library.report(one)) for one in origin.reports),
    )


def link_views(library: Catalogue, *, texts: bool) -> tuple[LinkView, ...]:
    """The links that carry text, or else those that are credits and reactions; those that carry most first."""
    chosen = [one for one in library.links.values() if (one.relation in TEXT_RELATIONS) == texts]
    chosen.sort(key=lambda one: (-one.coverage, library.report(one.report).source, one.id))
    return tuple(_link(one, library) for one in chosen)


def report_view(report: Report, library: Catalogue) -> ReportView:
    """One report with its frozen text, furniture set apart."""
    furniture = [Marked(one.start, one.end, "furniture") for one in report.furniture]
    links = [one for one in library.links.values() if one.report == report.id]
    return ReportView(
        name=report_name(report),
        source=report.source,
        url=report.url if report.url and report.url.startswith(("https://", "http://")) else None,
        facts=_facts(report),
        when_reasons=report.bounds.reasons if report.bounds and report.published is None else (),
        cautions=tuple(_cautions(report, links, library)),
        links=tuple(f"{_relation(one)} {_donor_words(one, library)}" for one in links),
        runs=runs(report.text, 0, len(report.text), furniture),
    )


def discard_view(discard: Discard) -> DiscardView:
    """One input that gave no report."""
    return DiscardView(source=discard.source, reason=DISCARDS[discard.reason], detail=discard.detail)


def _link(link: Link, library: Catalogue) -> LinkView:
    report = library.report(link.report)
    donor = library.reports.get(link.of) if link.of else None
    rows = aligned_rows(link, report.text, donor.text if donor else None)
    changes = change_counts(link, report.text, donor.text) if donor else ()
    return LinkView(
        anchor=f"link-{link.id}",
        report=report_name(report),
        relation=_relation(link),
        donor=report_name(donor) if donor else None,
        donor_words=_donor_words(link, library),
        standing=_standing(link, donor),
        reasons=_details(link.reasons),
        rows=rows,
        changes=changes,
        serious=sum(one.times for one in changes if one.serious),
        open=sum(one.end - one.start for one in link.passages) <= LONG_TEXT,
    )


def _relation(link: Link) -> str:
    if link.relation not in TEXT_RELATIONS:
        return RELATIONS[link.relation]
    if link.direction == "undetermined":
        return f"shares text ({link.relation}) with"
    return f"is {RELATIONS[link.relation]}"


def _standing(link: Link, donor: Report | None) -> str:
    extent = f"{share_words(link.coverage)} of its words rest on it; confidence {share_words(link.confidence)}."
    if link.relation not in TEXT_RELATIONS or donor is None:
        return extent
    if link.direction == "undetermined":
        return f"{extent} Which of the two came first is not known."
    return f"{extent} Which took from which is clear."


def _donor_words(link: Link, library: Catalogue) -> str:
    donor = library.reports.get(link.of) if link.of else None
    if donor:
        return citation(report_name(donor))
    return link.outlet or link.document or "a text that is not in the library"


def _facts(report: Report) -> tuple[tuple[str, str], ...]:
    facts = (
        ("By", report.byline or ""),
        ("Agency", report.agency or ""),
        ("Dateline", report.dateline or ""),
        ("Date", BASES_OF_DATE[report.published_basis] if report.published_basis else ""),
        ("Updated", date_words(report.updated, report.updated)),
        ("Parts", "; ".join(_segments(report))),
        ("Read by", report.reader),
        ("SHA-256", report.sha256),
    )
    return tuple((name, words) for name, words in facts if words)


def _segments(report: Report) -> list[str]:
    dated = ((date_words(one.published, one.published), one.credit or "") for one in report.segments)
    return [", ".join(filter(None, one)) or "undated" for one in dated]


def _cautions(report: Report, links: Sequence[Link], library: Catalogue) -> list[str]:
    cautions = []
    if not report.understood:
        language = f" ({report.language})" if report.language else ""
        cautions.append(f"Its language{language} is not understood: it is kept and compared, and no facts are taken.")
    if not report.complete:
        cautions.append("The text is not complete.")
    if any(one.relation == "reworded" and one.of in library.reports for one in links):
        cautions.append(
            "A reworded copy of a text that is here: it shows who copies whom, and gives no facts or quotes."
        )
    if report.published is None and report.bounds is None:
        cautions.append("Nothing says when it appeared.")
    return cautions


def _details(reasons: Sequence[Reason]) -> tuple[str, ...]:
    return tuple(one.detail for one in reasons)
