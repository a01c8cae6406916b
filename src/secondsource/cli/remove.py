"""`secondsource remove`."""

import click

from secondsource import pipeline
from secondsource.cli.output import progress, say, today
from secondsource.cli.places import Places, place_options
from secondsource.cli.words import counted
from secondsource.errors import UsageError


@click.command("remove")
@click.argument("names", nargs=-1, required=True, metavar="REPORTS...")
@place_options
@click.pass_obj
def command(places: Places, names: tuple[str, ...]) -> None:
    """Take reports out of the library.

    They are named by id or by file, and all that rests on them goes too. The files themselves stay where they are.
    """
    with places.open() as library:
        unknown = pipeline.unknown(library, names)
        if unknown:
            raise UsageError(f"not in the library: {', '.join(unknown)}; nothing was removed")
        with progress() as show:
            gone = pipeline.remove(library, names, places.lexicon(), today(), show)
    say(f"removed {counted(gone, 'report')}")
