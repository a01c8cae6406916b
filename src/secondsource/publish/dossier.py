"""The dossier: a whole library as one static page that needs no script, no network and no other file."""

from collections import Counter
from collections.abc import Sequence

from secondsource.model.ledger import EntryKind, Ledger
from secondsource.model.lineage import Lineage
from secondsource.model.report import Discard, Report
from secondsource.publish.catalogue import Catalogue, catalogue
from secondsource.publish.entries import conflict_views, entry_view
from secondsource.publish.ledger_rows import band_views, ledger_order
from secondsource.publish.pages import page_environment
from secondsource.publish.sources import discard_view, link_views, origin_view, report_view
from secondsource.publish.views import DossierView
from secondsource.publish.voices import lineage_flow, origin_order
from secondsource.publish.wording import counted, listed

_KINDS: dict[EntryKind, str] = {
    "deal": "deals",
    "agreement": "agreements",
    "control": "controls",
    "exposure": "exposures",
    "figure": "figures",
}


def dossier_html(
    reports: Sequence[Report], lineage: Lineage, ledger: Ledger, discards: Sequence[Discard], version: str
) -> str:
    """A library as one self-contained HTML page.

    Args:
        reports: every report the other records point at.
        lineage: links and origins.
        ledger: entries, statements and informants.
        discards: the inputs that gave no report.
        version: the version of Second Source that made the records.

    Raises:
        UsageError: a record points at a report that was not given.
    """
    view = dossier_view(catalogue(reports, lineage, ledger, discards), version)
    return page_environment().get_template("dossier.html").render(page=view)


def dossier_view(library: Catalogue, version: str) -> DossierView:
    """Everything the page prints, in the order in which it prints it."""
    entries = sorted(library.entries.values(), key=ledger_order)
    return DossierView(
        headline=_headline(library),
        summary=_summary(library),
        version=version,
        bands=band_views(entries, library),
        entries=tuple(entry_view(one, library) for one in entries),
        flow=lineage_flow(library),
        origins=tuple(origin_view(one, library) for one in origin_order(library)),
        texts=link_views(library, texts=True),
        credits=link_views(library, texts=False),
        conflicts=tuple(view for one in entries for view in conflict_views(one, library)),
        reports=tuple(report_view(one, library) for one in library.reports.values()),
        discards=tuple(discard_view(one) for one in library.discards),
    )


def _headline(library: Catalogue) -> str:
    established = sum(one.established for one in library.origins.values())
    reports, origins = counted(len(library.reports), "report"), counted(len(library.origins), "origin")
    return f"{reports}, {origins}, {established} established"


def _summary(library: Catalogue) -> str:
    kinds = Counter(one.kind for one in library.entries.values())
    parts = [counted(kinds[kind], kind, plural) for kind, plural in _KINDS.items() if kinds[kind]]
    entries = counted(len(library.entries), "entry", "entries")
    disputed = sum(len(one.conflicts) for one in library.entries.values())
    unseen = sum(not one.seen for one in library.origins.values())
    sentences = [
        f"{entries} in the ledger" + (f": {listed(parts)}" if parts else ""),
        f"{counted(unseen, 'origin')} not in the library" if unseen else "",
        f"{counted(disputed, 'disputed figure')}" if disputed else "",
        f"{counted(len(library.discards), 'input')} that could not be read" if library.discards else "",
    ]
    return ". ".join(filter(None, sentences)) + "."
