"""`secondsource add`."""

from dataclasses import asdict

import click

from secondsource import pipeline
from secondsource.cli.output import print_json, progress, say, today
from secondsource.cli.places import Places, place_options
from secondsource.cli.words import counted
from secondsource.store import Library

SOME_UNREAD = 3


@click.command("add")
@click.argument("sources", nargs=-1, metavar="[FILES AND FOLDERS]...")
@click.option("--json", "as_json", is_flag=True, help="Print what became of the inputs as JSON.")
@place_options
@click.pass_obj
def command(places: Places, sources: tuple[str, ...], as_json: bool) -> int:
    """Take reports into the library and work out what they give.

    Reads .txt, .md and .html files, and every such file in a folder; makes the library where there is none. What is in
    it already costs nothing. Without any file it finishes a run that was broken off, or renews the ledger after an
    upgrade.
    """
    with places.open(create=bool(sources)) as library:
        return add_to(library, places, sources, as_json=as_json)


def add_to(library: Library, places: Places, sources: tuple[str, ...], *, as_json: bool = False) -> int:
    """Add to an open library and say what came of it; the exit code."""
    with progress() as show:
        added = pipeline.add(library, sources, places.lexicon(), today(), show)
    for discard in added.discards:
        say(f"{discard.source}: not read, {discard.reason}: {discard.detail}")
    parts = [f"{counted(added.kept, 'new report')}", f"{added.known:,} known already"]
    parts += [f"{len(added.discards):,} not read"] if added.discards else []
    say(", ".join(parts) if added.inputs else "no files given; what the library holds is worked through")
    if as_json:
        print_json(asdict(added))
    return SOME_UNREAD if added.discards else 0
