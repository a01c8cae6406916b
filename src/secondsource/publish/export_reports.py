"""Reports and discards as the export writes them."""

from secondsource.model.lineage import Link
from secondsource.model.report import Discard, Report
from secondsource.publish.catalogue import Catalogue


def report_object(report: Report, library: Catalogue) -> dict[str, object]:
    """One report: where it came from, when it appeared or can have appeared, and its frozen text."""
    bounds = report.bounds
    return {
        "id": report.id,
        "source": report.source,
        "title": report.title,
        "outlet": report.outlet,
        "byline": report.byline,
        "language": report.language,
        "complete": report.complete,
        "published": report.published,
        "published_basis": report.published_basis,
        "published_bounds": [bounds.low, bounds.high] if bounds else None,
        "bounds_reasons": list(bounds.reasons) if bounds else [],
        "version_of": _version_of(report, library),
        "text": report.text,
        "furniture": [[one.start, one.end] for one in report.furniture],
        "regions": [{"start": one.start, "end": one.end, "kind": one.kind} for one in report.regions],
        "segments": [
            {"start": one.start, "end": one.end, "published": one.published, "credit": one.credit}
            for one in report.segments
        ],
    }


def discard_object(discard: Discard) -> dict[str, object]:
    """One input that gave no report."""
    return {"source": discard.source, "reason": discard.reason, "detail": discard.detail}


def _version_of(report: Report, library: Catalogue) -> str | None:
    """The report that this one supersedes; None where the order of two versions is open."""
    versions = [link for link in library.links.values() if _supersedes(link, report)]
    best = max(versions, key=lambda link: (link.confidence, link.id), default=None)
    return best.of if best else None


def _supersedes(link: Link, report: Report) -> bool:
    return link.report == report.id and link.relation == "version" and link.direction == "determined"
