"""`secondsource ledger`."""

from collections.abc import Sequence

import click

from secondsource.cli.exported import document
from secondsource.cli.output import print_json, print_lines, print_table
from secondsource.cli.places import Places, place_options
from secondsource.cli.words import counted, status, what, when, who
from secondsource.model.ledger import Band, Entry

BANDS: tuple[Band, ...] = ("register", "contested", "prospective", "excluded")


@click.command("ledger")
@click.option("--json", "as_json", is_flag=True, help="Print the entries as JSON, as the export holds them.")
@place_options
@click.pass_obj
def command(places: Places, as_json: bool) -> None:
    """Show the ledger as a table.

    `voices` is informants / established origins / reports of the best-supported step; `secondsource show ID` gives the
    steps and the words.
    """
    with places.read() as library:
        if as_json:
            print_json(document(library)["ledger"])
            return
        entries = library.snapshot().ledger.entries
    print_lines([counted(len(entries), "entry", "entries"), ""])
    print_ledger(entries)


def print_ledger(entries: Sequence[Entry]) -> None:
    """Print entries by band, deals first."""
    ordered = sorted(entries, key=lambda e: (BANDS.index(e.band), e.kind != "deal", e.kind, who(e), what(e), e.id))
    rows = [
        (e.id, e.band, e.kind, who(e), what(e), status(e), when(e.first, e.last), _voices(e), e.grade) for e in ordered
    ]
    print_table(("ID", "BAND", "KIND", "BETWEEN", "WHAT", "STATUS", "WHEN", "VOICES", "GRADE"), rows)


def _voices(entry: Entry) -> str:
    support = entry.support
    return f"{support.informants}/{support.established}/{support.reports}" if support else ""
