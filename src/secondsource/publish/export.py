"""The export: one JSON object that holds a whole library, in the shape that `schema.json` fixes."""

import json
import re
from collections.abc import Sequence

from secondsource.model.ledger import Ledger
from secondsource.model.lineage import Lineage
from secondsource.model.report import Discard, Report
from secondsource.publish.catalogue import Catalogue, catalogue
from secondsource.publish.export_entries import entry_object
from secondsource.publish.export_lineage import link_object, origin_object
from secondsource.publish.export_reports import discard_object, report_object
from secondsource.publish.export_statements import informant_object, quote_object, statement_object, utterance_object

SCHEMA_VERSION = 1

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def export_json(
    reports: Sequence[Report], lineage: Lineage, ledger: Ledger, discards: Sequence[Discard], version: str
) -> bytes:
    """A library as one JSON object, UTF-8, the same bytes for the same records in any order.

    Args:
        reports: every report the other records point at.
        lineage: links and origins.
        ledger: entries, statements, quotes, informants and utterances.
        discards: the inputs that gave no report.
        version: the version of Second Source that made the records.

    Raises:
        UsageError: a record points at a report that was not given.
        ValueError: a number is infinite or not a number.
    """
    document = _document(catalogue(reports, lineage, ledger, discards), ledger, version)
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1)
    return (_LONE_SURROGATE.sub(_escaped, text) + "\n").encode("utf-8")


def _document(library: Catalogue, ledger: Ledger, version: str) -> dict[str, object]:
    quotes = sorted(ledger.quotes, key=lambda one: (one.report, one.start, one.end, one.text))
    return {
        "secondsource": version,
        "schema": SCHEMA_VERSION,
        "reports": [report_object(one, library) for one in library.reports.values()],
        "links": [link_object(one) for one in library.links.values()],
        "origins": [origin_object(one) for one in library.origins.values()],
        "informants": [informant_object(one) for one in library.informants.values()],
        "utterances": [utterance_object(one) for one in sorted(ledger.utterances, key=lambda one: one.id)],
        "statements": [statement_object(one, library) for one in library.statements.values()],
        "quotes": [quote_object(one) for one in quotes],
        "ledger": [entry_object(one) for one in library.entries.values()],
        "decisions": [],
        "discards": [discard_object(one) for one in library.discards],
    }


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
