"""`secondsource sources`."""

from collections.abc import Mapping, Sequence

import click

from secondsource.cli.exported import document
from secondsource.cli.output import print_json, print_lines, print_table
from secondsource.cli.places import Places, place_options
from secondsource.cli.words import counted
from secondsource.model.evidence import Reason
from secondsource.model.lineage import Lineage, Link, Origin
from secondsource.model.report import Report


@click.command("sources")
@click.option("--json", "as_json", is_flag=True, help="Print origins and links as JSON, as the export holds them.")
@place_options
@click.pass_obj
def command(places: Places, as_json: bool) -> None:
    """Show where the reports come from.

    First the origins, established or not and why; then who took text or news from whom.
    """
    with places.read() as library:
        if as_json:
            whole = document(library)
            print_json({"origins": whole["origins"], "links": whole["links"]})
            return
        lineage, reports = library.snapshot().lineage, library.reports()
    print_lines([headline(lineage, reports), ""])
    names = {report.id: report.source for report in reports}
    _print_origins(lineage.origins, names)
    if lineage.links:
        print_lines([""])
        _print_links(lineage.links, names)


def headline(lineage: Lineage, reports: Sequence[Report]) -> str:
    """One line: how many origins and reports, and how many of the origins are established."""
    established = sum(origin.established for origin in lineage.origins)
    counts = f"{counted(len(lineage.origins), 'origin')}, {counted(len(reports), 'report')}"
    return f"{counts}; {established} established on evidence of access"


def _why(reasons: Sequence[Reason]) -> str:
    return "; ".join(dict.fromkeys(reason.detail for reason in reasons))


def _print_origins(origins: Sequence[Origin], names: Mapping[str, str]) -> None:
    ordered = sorted(origins, key=lambda o: (not o.established, o.label, o.id))
    rows = [
        (
            origin.label,
            origin.kind,
            "in library" if origin.seen else "unseen",
            "established" if origin.established else "not established",
            "\n".join(names.get(report, report) for report in origin.reports),
            _why(origin.reasons),
        )
        for origin in ordered
    ]
    print_table(("ORIGIN", "KIND", "SEEN", "STANDING", "REPORTS", "WHY"), rows)


def _print_links(links: Sequence[Link], names: Mapping[str, str]) -> None:
    rows = [
        (
            names.get(link.report, link.report),
            link.relation if link.direction == "determined" else f"{link.relation} (direction open)",
            names.get(link.of, link.of) if link.of else link.outlet or link.document or "unknown",
            f"{link.coverage:.0%}",
            _why(link.reasons),
        )
        for link in sorted(links, key=lambda link: (names.get(link.report, ""), link.relation, link.id))
    ]
    print_table(("REPORT", "RELATION", "OF", "COVERS", "WHY"), rows)
