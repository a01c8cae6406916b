"""`secondsource sources`."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

import click

from secondsource.cli.exported import document
from secondsource.cli.naming import one_named
from secondsource.cli.output import page_width, print_json, print_lines, print_page, print_texts, terminal_width
from secondsource.cli.places import Places, place_options
from secondsource.cli.sources_aligned import aligned_blocks
from secondsource.cli.sources_report import report_lines, text_links
from secondsource.cli.sources_said import said_blocks, said_in_several, said_part
from secondsource.cli.sources_tree import tree_lines
from secondsource.cli.words import counted
from secondsource.model.lineage import Lineage, Origin
from secondsource.model.report import Report


@click.command("sources")
@click.argument("name", required=False, metavar="[REPORT]")
@click.argument("other", required=False, metavar="[OTHER]")
@click.option("--said", is_flag=True, help="List the acts of saying that stand in several reports.")
@click.option("--json", "as_json", is_flag=True, help="Print origins and links, or acts of saying, as in the export.")
@place_options
@click.pass_obj
def command(places: Places, name: str | None, other: str | None, said: bool, as_json: bool) -> None:
    """Show where the reports come from.

    Without REPORT, a tree for each origin: beneath it the reports whose reporting comes from it, each under what it
    took from. With REPORT, named by its id, its file or the beginning of either: all its ties with their reasons, and
    the texts side by side with what was changed; with OTHER, side by side with that report only.

    With --said, what somebody said that stands in two reports or more, of all or of the REPORTS named: the speaker,
    the occasion and the days, then each wording with its outlet and its differences from the fullest one.
    """
    with places.read() as library:
        reports = library.reports()
        sources = {one.id: one.source for one in reports}
        chosen = [one_named(one, sources, "report") for one in (name, other) if one is not None]
        if as_json:
            whole = document(library)
            print_json(said_part(whole, chosen) if said else _part(whole, chosen))
            return
        snapshot = library.snapshot()
        lineage, ledger = _held(snapshot.lineage, reports), snapshot.ledger
    if said:
        print_page(said_blocks(said_in_several(ledger, reports, chosen), ledger, {one.id: one for one in reports}))
    elif chosen:
        _print_report(lineage, reports, chosen)
    else:
        _print_trees(lineage, reports)


def headline(lineage: Lineage, reports: Sequence[Report]) -> str:
    """One line: how many origins and reports, and how many of the origins are established."""
    established = sum(origin.established for origin in lineage.origins)
    counts = f"{counted(len(lineage.origins), 'origin')}, {counted(len(reports), 'report')}"
    return f"{counts}; {established} established on evidence of access"


def _print_trees(lineage: Lineage, reports: Sequence[Report]) -> None:
    print_lines([headline(lineage, reports), ""])
    print_texts(tree_lines(lineage, {one.id: one for one in reports}, terminal_width()))


def _print_report(lineage: Lineage, reports: Sequence[Report], chosen: Sequence[str]) -> None:
    by_id = {one.id: one for one in reports}
    report = by_id[chosen[0]]
    print_lines(report_lines(report, lineage, by_id))
    links = text_links(lineage, chosen)
    if len(chosen) > 1 and not links:
        print_lines(["", f"no text stands in both this report and {by_id[chosen[1]].source}"])
    for link in links:
        print_page(aligned_blocks(link, by_id, page_width()))


def _part(whole: dict[str, Any], chosen: Collection[str]) -> dict[str, object]:
    """The origins and links that a reader of all reports, or of the chosen ones, is shown."""
    origins, links = whole["origins"], whole["links"]
    if chosen:
        links = [one for one in links if one["report"] in chosen or one["of"] in chosen]
        origins = [one for one in origins if any(passage["report"] in chosen for passage in one["passages"])]
    return {"origins": origins, "links": links}


def _held(lineage: Lineage, reports: Sequence[Report]) -> Lineage:
    """The lineage as far as its reports are here: some can have gone since it was worked out."""
    here = {one.id for one in reports}
    links = (one for one in lineage.links if {one.report, one.of} - {None} <= here)
    origins = (_among(one, here) for one in lineage.origins)
    return Lineage(links=tuple(links), origins=tuple(one for one in origins if one.reports))


def _among(origin: Origin, here: Collection[str]) -> Origin:
    return replace(
        origin,
        reports=tuple(one for one in origin.reports if one in here),
        passages=tuple(one for one in origin.passages if one.report in here),
    )
