"""The origins of a library as trees: beneath each the reports whose reporting comes from it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.text import Text

from secondsource.cli import words
from secondsource.cli.guides import drawn
from secondsource.cli.output import one_line
from secondsource.cli.placing import DERIVATIONS, Placement, derivations, placements
from secondsource.model.lineage import TEXT_RELATIONS, Lineage, Link, Origin
from secondsource.model.report import Report
from secondsource.publish.wording import share_words


def tree_lines(lineage: Lineage, reports: Mapping[str, Report], width: int | None) -> Iterator[Text]:
    """The trees, then the answers, then what stands in no tree, so that no report and no tie is left out.

    Args:
        lineage: links and origins among `reports`.
        reports: every report by id.
        width: the columns into which lines must fit, or None not to break any.
    """
    taken: dict[str, list[Link]] = defaultdict(list)
    for link in derivations(lineage.links):
        taken[link.report].append(link)
    placed: list[Placement] = []
    for origin in sorted(lineage.origins, key=lambda one: (not one.established, one.label, one.id)):
        beneath = list(placements(origin, taken, reports))
        nodes = [(0, _root(origin)), *((one.depth, _node(one, origin, reports)) for one in beneath)]
        yield from drawn(nodes, width)
        yield Text()
        placed += beneath
    shown = {one.link.id for one in placed if one.link}
    answers = [link for link in lineage.links if link.relation not in DERIVATIONS]
    others = [link for links in taken.values() for link in links if link.id not in shown]
    lost = sorted(reports.keys() - {one.report for one in placed}, key=lambda one: (reports[one].source, one))
    yield from _section("answers, which take nothing", _ties(answers, reports), width)
    yield from _section("credits and shared text that lead to no origin", _ties(others, reports), width)
    yield from _section("reports of no origin", [_name(reports[one]) for one in lost], width)


def extent(link: Link, *, turned: bool = False) -> Text:
    """How much of the report rests on a link, whether its direction is open, and how much of it was changed.

    `turned` where it is told beneath the report that has the passages, of the other.
    """
    found = Text(f"{share_words(link.coverage)} of {'the words above' if turned else 'its words'}")
    if link.relation in DERIVATIONS:
        found.append(", direction open" if link.direction == "undetermined" else ", direction determined")
    if link.relation in TEXT_RELATIONS and link.of:
        changes = words.serious(link)
        found.append(", ").append(changes, style="bold red" if changes[0].isdigit() else "")
    return found


def share_of(origin: Origin, report: Report) -> float:
    """The share (0..1) of a report's text that comes from an origin."""
    mine = sum(one.end - one.start for one in origin.passages if one.report == report.id)
    return min(1.0, mine / max(1, len(report.text)))


def _root(origin: Origin) -> Text:
    return Text.assemble((one_line(origin.label), "bold"), f"  ({one_line(words.standing(origin))})")


def _name(report: Report) -> Text:
    """A report by its source, with its outlet and when it appeared."""
    when = report.published or (words.when(report.bounds.low, report.bounds.high) if report.bounds else "undated")
    return Text(f"{one_line(report.source)}  ({one_line(', '.join(filter(None, [report.outlet, when])))})")


def _node(placement: Placement, origin: Origin, reports: Mapping[str, Report]) -> Text:
    report = reports[placement.report]
    node = _name(report).append("  ")
    if placement.link:
        turned = placement.link.report != report.id
        node.append(f"{placement.link.relation}, ").append_text(extent(placement.link, turned=turned))
    elif placement.basis == "own":
        node.append("its own reporting")
    elif placement.basis == "circle":
        node.append("rests on a report below, in a circle")
    else:
        node.append(f"{share_words(share_of(origin, report))} of its text")
    return node.append(", shown above") if placement.again else node


def _ties(links: Iterable[Link], reports: Mapping[str, Report]) -> list[Text]:
    ordered = sorted(links, key=lambda one: (reports[one.report].source, one.relation, one.id))
    return [_tie(link, reports) for link in ordered]


def _tie(link: Link, reports: Mapping[str, Report]) -> Text:
    other = reports[link.of].source if link.of else link.outlet or link.document or "unknown donors"
    why = "; ".join(dict.fromkeys(reason.detail for reason in link.reasons))
    tie = Text(f"{one_line(reports[link.report].source)}  {words.relation(link, one_line(other))}")
    return tie.append(f", {share_words(link.coverage)} of its words: {one_line(why)}")


def _section(heading: str, lines: Sequence[Text], width: int | None) -> Iterator[Text]:
    if lines:
        yield from drawn([(0, Text(heading, "bold")), *((1, line) for line in lines)], width)
        yield Text()
