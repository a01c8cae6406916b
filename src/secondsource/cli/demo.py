"""`secondsource demo`."""

import shutil
from importlib import resources
from pathlib import Path

import click

from secondsource.cli.add import add_to
from secondsource.cli.export import write_whole
from secondsource.cli.exported import exported
from secondsource.cli.ledger import print_ledger
from secondsource.cli.output import print_lines
from secondsource.cli.places import Places, place_options
from secondsource.cli.sources import headline
from secondsource.errors import UsageError
from secondsource.store import Library, open_library

OUTPUTS = {"dossier.html": "html", "ledger.csv": "csv", "export.json": "json"}


@click.command("demo")
@click.option(
    "--into", type=click.Path(path_type=Path), default=Path("demo"), metavar="FOLDER", help="[default: ./demo]"
)
@place_options
@click.pass_obj
def command(places: Places, into: Path) -> int:
    """Run the whole journey on the sample reports.

    Copies them to FOLDER/reports, and what is known of their invented outlets to FOLDER/knowledge; makes
    FOLDER/secondsource.db, and writes FOLDER/dossier.html, ledger.csv and export.json. The samples are invented; do
    not cite them.
    """
    reports = _lay_out(into)
    places.knowledge = places.knowledge or into / "knowledge"
    with open_library(places.library or into / "secondsource.db", create=True) as library:
        code = add_to(library, places, (str(reports),))
        _show(library)
        for name, form in OUTPUTS.items():
            write_whole(into / name, exported(library, form))
    print_lines(["", f"ledger:  {into / 'ledger.csv'}", f"export:  {into / 'export.json'}"])
    print_lines([f"dossier: {(into / 'dossier.html').absolute()}", "Open the dossier in a browser."])
    return code


def _lay_out(into: Path) -> Path:
    """Copy the samples to a folder where a newcomer can read them."""
    reports = into / "reports"
    try:
        reports.mkdir(parents=True, exist_ok=True)
        with resources.as_file(resources.files("secondsource") / "samples") as samples:
            for sample in samples.glob("[0-9]*"):
                shutil.copyfile(sample, reports / sample.name)
            shutil.copytree(samples / "knowledge", into / "knowledge", dirs_exist_ok=True)
    except OSError as fault:
        raise UsageError(f"{reports} cannot be written: {fault.strerror}; give another folder with --into") from fault
    return reports


def _show(library: Library) -> None:
    snapshot = library.snapshot()
    print_lines([headline(snapshot.lineage, library.reports()), ""])
    print_ledger(snapshot.ledger.entries)
