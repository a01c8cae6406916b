"""Who took text from whom: from reports to links and origins.

`compare` finds the pairs of reports that share text and lays them side by side; `trace` settles who took from whom,
adds the credits and answers that the texts themselves give, and follows every report to the origin its reporting comes
from. The result depends on the set of reports alone, never on the order in which they came.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from secondsource.knowledge import Knowledge
from secondsource.knowledge.words import load_words
from secondsource.lineage.candidates import candidates
from secondsource.lineage.changes import Text
from secondsource.lineage.citing import Citing, citing
from secondsource.lineage.citing import links as citing_links
from secondsource.lineage.donors import settle
from secondsource.lineage.fingerprints import fingerprint
from secondsource.lineage.origins import origins
from secondsource.lineage.page import Page
from secondsource.lineage.pairs import Derivation, Side, derivation
from secondsource.lineage.stitching import seams
from secondsource.lineage.vocabulary import Vocabulary
from secondsource.model.evidence import content_id
from secondsource.model.lineage import Lineage, Link
from secondsource.model.report import Report

__all__ = ["Derivation", "compare", "trace"]


def compare(reports: Collection[Report], knowledge: Knowledge, only: frozenset[str] | None = None) -> list[Derivation]:
    """The derivations among `reports`; with `only`, those that touch at least one of these report ids.

    A derivation depends on its two reports alone, so that those found earlier can be kept.
    """
    pages = {r.id: Page(r, knowledge) for r in reports}
    vocabulary = Vocabulary(load_words())
    pairs = candidates({i: fingerprint(page.low, vocabulary) for i, page in pages.items()}, only)
    sides = {i: Side(page=pages[i], text=Text(pages[i])) for i in sorted({i for pair in pairs for i in pair})}
    found = (derivation(sides[left], sides[right], knowledge) for left, right in pairs)
    return [made for made in found if made is not None]


def trace(reports: Collection[Report], derivations: Iterable[Derivation], knowledge: Knowledge) -> Lineage:
    """Every link and origin of `reports`, given the `derivations` that `compare` found among them."""
    pages = {r.id: Page(r, knowledge) for r in sorted(reports, key=lambda r: r.id)}
    settled = settle(derivations, pages)
    published: dict[str, list[Page]] = defaultdict(list)
    for page in pages.values():
        if page.report.outlet:
            published[page.report.outlet].append(page)
    cited = {i: citing(page, published) for i, page in pages.items()}
    links = settled.links + _seam_links(pages, settled.links, cited)
    texts = {(link.report, link.of) for link in links}
    for ident, page in pages.items():
        credited = citing_links(page, cited[ident], published)
        links += [x for x in credited if x.relation != "cites" or not x.of or (ident, x.of) not in texts]
    ordered = tuple(sorted(links, key=lambda link: link.id))
    return Lineage(links=ordered, origins=origins(pages, ordered, settled.peers, cited))


def _seam_links(pages: Mapping[str, Page], links: Iterable[Link], cited: Mapping[str, Citing]) -> list[Link]:
    """Pages that show seams and whose text is explained by no report in the library."""
    explained = {link.report for link in links if link.of}
    made = []
    for ident, page in pages.items():
        alone = ident not in explained and page.report.understood
        found = seams(page, access=cited[ident].access) if alone else None
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
