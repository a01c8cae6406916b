"""The last stage: `publish` turns a library's records into what people and programs read.

    export_json    everything, as one JSON object that `schema.json` describes
    ledger_csv     the ledger, as a table for a spreadsheet
    dossier_html   everything, as one page that needs no script, no network and no other file

Each is a function from records to text or bytes: no file, clock or network, and the same output for the same records
in any order. What they print is evidence or blank; nothing is made up to fill a gap.
"""

from secondsource.publish.dossier import dossier_html
from secondsource.publish.export import SCHEMA_VERSION, export_json
from secondsource.publish.tables import ledger_csv

__all__ = ["SCHEMA_VERSION", "dossier_html", "export_json", "ledger_csv"]
