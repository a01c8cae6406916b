"""The library as the published JSON holds it: what every `--json` prints a part of."""

import json
from typing import Any

from secondsource import __version__
from secondsource.publish import dossier_html, export_json, ledger_csv
from secondsource.store import Library


def exported(library: Library, form: str) -> bytes:
    """The whole library in one format: `json`, `csv` or `html`."""
    snapshot, reports = library.snapshot(), library.reports()
    if form == "csv":
        return ledger_csv(snapshot.ledger, reports).encode("utf-8")
    discards = library.discards()
    if form == "html":
        return dossier_html(reports, snapshot.lineage, snapshot.ledger, discards, __version__).encode("utf-8")
    return export_json(reports, snapshot.lineage, snapshot.ledger, discards, __version__)


def document(library: Library) -> dict[str, Any]:
    """The export as Python values."""
    found: dict[str, Any] = json.loads(exported(library, "json"))
    return found
