"""`secondsource knowledge`."""

from collections.abc import Mapping
from pathlib import Path

import click

from secondsource.cli.output import print_json, print_lines, print_table
from secondsource.cli.places import Places, place_options
from secondsource.knowledge import Knowledge, Mention
from secondsource.knowledge import check as problems_of
from secondsource.knowledge.entries import KINDS

FINDINGS = 1
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group("knowledge")
@place_options
def command() -> None:
    """Look into what is known of weapons, makers, laws and outlets."""


@command.command("check")
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@_json
@place_options
@click.pass_obj
def check(places: Places, folder: Path | None, as_json: bool) -> int:
    """Check a folder of your own entries, laid over ours, and name every problem and failed example at once."""
    problems = problems_of(folder or places.folder)
    if as_json:
        print_json({"problems": problems})
    else:
        print_lines(problems or ["no problems"])
    return FINDINGS if problems else 0


@command.command("find")
@click.argument("text", nargs=-1, required=True)
@_json
@place_options
@click.pass_obj
def find(places: Places, text: tuple[str, ...], as_json: bool) -> None:
    """Show which entries a text names."""
    printed = " ".join(text)
    knowledge = places.lexicon()
    rows = [_found(mention, printed, knowledge) for mention in knowledge.find(printed)]
    if as_json:
        print_json(rows)
    elif rows:
        print_table(("TEXT", "NAME", "KIND", "ID", "FORM", "CHECKED"), [list(row.values()) for row in rows])
    else:
        print_lines(["nothing that is known"])


@command.command("counts")
@_json
@place_options
@click.pass_obj
def counts(places: Places, as_json: bool) -> None:
    """Count the entries of each kind."""
    found = places.lexicon().counts()
    if as_json:
        print_json(found)
    else:
        print_table(("KIND", "ENTRIES"), list(found.items()))


def _found(mention: Mention, text: str, knowledge: Knowledge) -> Mapping[str, str]:
    entry = knowledge.get(mention.kind, mention.id, KINDS[mention.kind])
    checked = f"{entry.source} ({entry.checked})" if entry.checked else entry.source
    return {
        "text": text[mention.start : mention.end],
        "name": mention.label,
        "kind": mention.kind,
        "id": mention.id,
        "form": mention.form,
        "checked": checked,
    }
