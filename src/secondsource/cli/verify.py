"""`secondsource verify`."""

import click

from secondsource.cli.output import print_json, print_lines, progress
from secondsource.cli.places import Places, place_options
from secondsource.cli.words import counted
from secondsource.verify import verify

FINDINGS = 1


@click.command("verify")
@click.option("--json", "as_json", is_flag=True, help="Print the faults as JSON.")
@place_options
@click.pass_obj
def command(places: Places, as_json: bool) -> int:
    """Prove the library: texts, evidence and ledger.

    Reads every report again from its bytes, holds every span, quote and passage against its text, and works the whole
    ledger out again to compare. Ends with exit code 1 where anything differs.
    """
    with places.open() as library, progress() as show:
        faults = verify(library, places.lexicon(), show)
        reports = len(library.reports()) if not faults else 0
    if as_json:
        print_json({"faults": faults})
    elif faults:
        print_lines([counted(len(faults), "fault"), *faults])
    else:
        print_lines([f"{counted(reports, 'report')}: every text, span and entry holds"])
    return FINDINGS if faults else 0
