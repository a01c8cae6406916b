"""Who took text from whom: from reports to links and origins.

`compare` finds the pairs of reports that share text and lays them side by side; `trace` settles who took from whom,
adds the credits and answers that the texts themselves give, and follows every report to the origin its reporting comes
from. The result depends on the set of reports alone, never on the order in which they came.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations

from secondsource.knowledge import Knowledge
from secondsource.knowledge.words import load_words
from secondsource.lineage.candidates import candidates
from secondsource.lineage.citing import Citing, Published, citing
from secondsource.lineage.citing import links as citing_links
from secondsource.lineage.donors import SAME_PAGE, settle
from secondsource.lineage.fingerprints import fingerprint
from secondsource.lineage.origins import SURE_SEAMS, origins
from secondsource.lineage.page import Page
from secondsource.lineage.pairs import Derivation, derivation
from secondsource.lineage.sides import Side
from secondsource.lineage.stitching import seams
from secondsource.lineage.tortured import suspicion_link
from secondsource.lineage.vocabulary import Vocabulary
from secondsource.model.evidence import content_id
from secondsource.model.lineage import Lineage, Link
from secondsource.model.report import Report

__all__ = ["Derivation", "compare", "trace"]

LOOSE_THREAD = 0.4


def compare(
    reports: Collection[Report],
    knowledge: Knowledge,
    only: frozenset[str] | None = None,
    *,
    each_with_each: bool = False,
) -> list[Derivation]:
    """The derivations among `reports`; with `only`, those that touch at least one of these report ids.

    A derivation depends on its two reports alone, so that those found earlier can be kept. The pairs come from the
    index of shared grams; `each_with_each` looks at every pair instead, which finds short shuffled passages that share
    hardly a gram, and takes a time that grows with the square of the number of reports.
    """
    pages = {r.id: Page(r, knowledge) for r in reports}
    vocabulary = Vocabulary(load_words())
    if each_with_each:
        pairs = [p for p in combinations(sorted(pages), 2) if only is None or not only.isdisjoint(p)]
    else:
        pairs = candidates({i: fingerprint(page.low, vocabulary) for i, page in pages.items()}, only)
    sides = {i: Side(pages[i], vocabulary) for i in sorted({i for pair in pairs for i in pair})}
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
    links = settled.links + _of_unknown_texts(pages, settled.links, cited)
    texts = {(link.report, link.of) for link in links}
    sharing: dict[str, set[str]] = defaultdict(set)
    for report, of in texts:
        if of:
            sharing[report].add(of)
            sharing[of].add(report)
    library = Published(published, {report: frozenset(others) for report, others in sharing.items()})
    for ident, page in pages.items():
        credited = citing_links(page, cited[ident], library)
        links += [x for x in credited if x.relation != "cites" or not x.of or (ident, x.of) not in texts]
    ordered = tuple(sorted(links, key=lambda link: link.id))
    return Lineage(links=ordered, origins=origins(pages, ordered, settled.peers, cited))


def _prints(link: Link, pages: Mapping[str, Page]) -> bool:
    """Whether two reports are prints of one page, of which neither explains the other."""
    if link.direction == "determined" or link.of is None:
        return False
    theirs = {(p.of_start, p.of_end) for p in link.passages if p.of_start is not None and p.of_end is not None}
    return min(link.coverage, pages[link.of].share(theirs)) >= SAME_PAGE


def _of_unknown_texts(pages: Mapping[str, Page], links: Iterable[Link], cited: Mapping[str, Citing]) -> list[Link]:
    """Pages that show seams, or words that a machine put there, and that share text with no report in the library."""
    sharing = {ident for link in links if link.of and not _prints(link, pages) for ident in (link.report, link.of)}
    known = load_words()
    made = []
    for ident, page in pages.items():
        if ident in sharing or not page.report.understood:
            continue
        found = seams(page, access=cited[ident].access)
        suspected = None if cited[ident].access else suspicion_link(page, known)
        if suspected is not None:
            made.append(suspected)
        if found is not None:
            made.append(
                Link(
                    id=content_id("lnk", ident, "stitched", None),
                    report=ident,
                    relation="stitched",
                    direction="determined",
                    coverage=1.0,
                    confidence=SURE_SEAMS if found.sure else LOOSE_THREAD,
                    reasons=found.reasons,
                    passages=found.passages,
                )
            )
    return made
