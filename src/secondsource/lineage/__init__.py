"""Who took text from whom: from reports to links and origins.

`trace` finds the pairs of reports that share text, lays them side by side, names and directs the ties, adds the credits
that the texts themselves give, and follows every report to the origin its reporting comes from. The result depends on
the set of reports alone, never on the order in which they came.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from secondsource.knowledge import Knowledge
from secondsource.lineage.candidates import candidates
from secondsource.lineage.changes import Text
from secondsource.lineage.citing import citing
from secondsource.lineage.citing import links as citing_links
from secondsource.lineage.donors import settle
from secondsource.lineage.grams import gram_hashes
from secondsource.lineage.origins import origins
from secondsource.lineage.pairs import Derivation, derivation, side
from secondsource.lineage.stitching import seams
from secondsource.model.evidence import content_id
from secondsource.model.lineage import Lineage, Link
from secondsource.model.report import Report

__all__ = ["Derivation", "compare", "trace"]


def compare(
    reports: Collection[Report], knowledge: Knowledge, only: frozenset[str] | None = None
) -> list[Derivation]:
    """The derivations among `reports`; with `only`, those that touch at least one of these report ids.

    A derivation depends on its two reports alone, so that those found earlier can be kept.
    """
    by_id = {r.id: r for r in reports}
    sides: dict[str, Text] = {r.id: side(r, knowledge) for r in reports}
    grams = {i: frozenset(gram_hashes(s.tokens)) for i, s in sides.items()}
    found = []
    for pair in candidates(grams, only):
        made = derivation(
            by_id[pair.left], by_id[pair.right], (sides[pair.left], sides[pair.right]), knowledge
        )
        if made is not None:
            found.append(made)
    return found


def trace(reports: Collection[Report], derivations: Iterable[Derivation], knowledge: Knowledge) -> Lineage:
    """Every link and origin of `reports`, given the `derivations` that `compare` found among them."""
    by_id: Mapping[str, Report] = {r.id: r for r in sorted(reports, key=lambda r: r.id)}
    links = settle(derivations)
    links += _seam_links(by_id, links, knowledge)
    published: dict[str, list[Report]] = defaultdict(list)
    for report in by_id.values():
        if report.outlet:
            published[report.outlet].append(report)
    cited = {i: citing(r, published, knowledge) for i, r in by_id.items()}
    for ident, report in by_id.items():
        links += citing_links(report, cited[ident], published, knowledge)
    ordered = tuple(sorted(links, key=lambda link: link.id))
    return Lineage(links=ordered, origins=origins(by_id, ordered, cited, knowledge))


def _seam_links(reports: Mapping[str, Report], links: list[Link], knowledge: Knowledge) -> list[Link]:
    explained = {link.report for link in links if link.of}
    made = []
    for ident, report in reports.items():
        found = seams(report, knowledge) if ident not in explained and report.understood else None
        if found is not None:
            made.append(
                Link(
                    id=content_id("lnk", ident, "stitched", None),
                    report=ident,
                    relation="stitched",
                    direction="determined",
                    coverage=1.0,
                    confidence=0.6,
                    reasons=found.reasons,
                    passages=found.passages,
                )
            )
    return made
