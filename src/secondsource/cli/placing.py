"""Where each report stands in the tree of an origin: beneath the report or outlet that it took from."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from secondsource.model.lineage import TEXT_RELATIONS, Link, Origin, OriginPassage
from secondsource.model.report import Report

DERIVATIONS = TEXT_RELATIONS | {"cites"}

Basis = Literal["own", "tie", "part", "circle"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """A report at one place of a tree, `depth` levels beneath the origin.

    `basis` is why it stands there: the reporting is its `own`; a `tie` leads to what it hangs from, by `link`; it has a
    `part` of its text from the origin and no tie says how; or it is where a `circle` of reports is cut open. `again`
    where what hangs from it was shown before.
    """

    depth: int
    report: str
    basis: Basis
    link: Link | None
    again: bool


def derivations(links: Iterable[Link]) -> list[Link]:
    """The links by which text or news was taken, without versions of what a version in between supersedes."""
    found = [one for one in links if one.relation in DERIVATIONS]
    earlier: dict[str, set[str]] = defaultdict(set)
    for one in found:
        if one.relation == "version" and one.of:
            earlier[one.report].add(one.of)
    return [one for one in found if one.relation != "version" or not _is_implied(one, earlier)]


def placements(
    origin: Origin, taken: Mapping[str, Sequence[Link]], reports: Mapping[str, Report]
) -> Iterator[Placement]:
    """The tree of an origin, each report after the one that it hangs from. None of its reports is left out.

    Args:
        origin: the root.
        taken: the `derivations` by the report that took.
        reports: every report by id.
    """
    ordered = sorted(origin.reports, key=lambda one: _order(reports[one]))
    parts = _parts(origin)
    ties = [link for report in ordered for link in taken.get(report, ()) if _touches(link, parts[report])]
    within = [link for link in ties if link.of in parts]
    donors = {link.report: link.of for link in reversed(within) if link.of and link.direction == "determined"}
    credited = [link for link in ties if link.of is None and _leads_to(link, origin)]
    credited.sort(key=lambda link: link.report in donors)
    walk = _Walk(_beneath(within, reports))
    free = [one for one in ordered if one not in donors]
    for report in (one for one in free if _is_named_by(origin, reports[one])):
        yield from walk.down(report, "own")
    for link in credited:
        yield from walk.down(link.report, "tie", link)
    for report in free:
        yield from walk.down(report, "part")
    for report in ordered:
        if report not in walk.seen:
            yield from walk.down(_on_circle(report, donors), "circle")


class _Walk:
    """A walk down the ties that passes each tie once and opens each report once, so that it ends in a circle too."""

    def __init__(self, beneath: Mapping[str, Sequence[tuple[Link, str]]]) -> None:
        self._beneath = beneath
        self._passed: set[str] = set()
        self.seen: set[str] = set()

    def down(self, report: str, basis: Basis, link: Link | None = None) -> Iterator[Placement]:
        """The report and all that hangs from it; nothing where it was seen and no tie leads to it."""
        if link is None and report in self.seen:
            return
        waiting = [(1, report, basis, link)]
        while waiting:
            depth, report, basis, link = waiting.pop()
            if link is not None and link.id in self._passed:
                continue
            self._passed |= {link.id} if link else set()
            yield Placement(depth=depth, report=report, basis=basis, link=link, again=report in self.seen)
            if report not in self.seen:
                self.seen.add(report)
                waiting += [(depth + 1, one, "tie", tie) for tie, one in reversed(self._beneath.get(report, ()))]


def _is_implied(version: Link, earlier: Mapping[str, Collection[str]]) -> bool:
    return any(version.of in earlier.get(between, ()) for between in earlier[version.report])


def _order(report: Report) -> tuple[str, str, str]:
    """Reports by day, undated ones by the first day on which they can have appeared, or last."""
    return report.published or (report.bounds.low if report.bounds else "9"), report.source, report.id


def _parts(origin: Origin) -> dict[str, list[OriginPassage]]:
    """What each report has from the origin."""
    found: dict[str, list[OriginPassage]] = {report: [] for report in origin.reports}
    for passage in origin.passages:
        found[passage.report].append(passage)
    return found


def _touches(link: Link, parts: Sequence[OriginPassage]) -> bool:
    """Whether the link explains any of these parts of its report."""
    return any(one.start < part.end and part.start < one.end for one in link.passages for part in parts)


def _leads_to(link: Link, origin: Origin) -> bool:
    """Whether a link to what is not in the library leads to the origin: an outlet, or donors that nobody knows."""
    unknown = link.relation == "stitched" and any(reason.rule == "stitched" for reason in origin.reasons)
    return link.outlet == origin.label or unknown


def _is_named_by(origin: Origin, report: Report) -> bool:
    return origin.seen and origin.label == (report.outlet or report.title or report.source)


def _beneath(within: Iterable[Link], reports: Mapping[str, Report]) -> dict[str, list[tuple[Link, str]]]:
    """For each report the ties down from it, the strongest first; a tie of open direction leads both ways."""
    found: dict[str, list[tuple[Link, str]]] = defaultdict(list)
    for link in within:
        assert link.of is not None, "both ends of a tie within an origin are reports"
        found[link.of].append((link, link.report))
        if link.direction == "undetermined":
            found[link.report].append((link, link.of))
    for ties in found.values():
        ties.sort(key=lambda tie: (-tie[0].coverage, _order(reports[tie[1]]), tie[0].id))
    return found


def _on_circle(report: str, donors: Mapping[str, str]) -> str:
    """The first report that comes round again on the way from donor to donor."""
    way: set[str] = set()
    while report not in way:
        way.add(report)
        report = donors[report]
    return report
