"""Which of several possible donors each report took its passages from.

Every report is decided for itself, from its own pairs, so that the order of arrival never matters and a page stitched
from two articles never makes those two one.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from secondsource.lineage.pairs import Derivation
from secondsource.model.evidence import Reason, content_id
from secondsource.model.lineage import Link, Passage

# A further donor counts when it alone explains this many characters: three or four lines of print.
MIN_OWN_CHARACTERS = 200
# A taker that rests this much on one donor is that donor's copy, whatever crumbs others share.
MAIN_COVERAGE = 0.6


def settle(found: Iterable[Derivation]) -> list[Link]:
    """Keep, for each taking report, the nearest donor of every passage; several donors make it stitched."""
    by_taker: dict[str, list[Derivation]] = defaultdict(list)
    links: list[Link] = []
    for derivation in found:
        if derivation.link.relation == "version":
            links.append(derivation.link)
        else:
            by_taker[derivation.link.report].append(derivation)
    for taker in sorted(by_taker):
        links += _settle_one(by_taker[taker])
    return sorted(links, key=lambda link: link.id)


def _settle_one(found: list[Derivation]) -> list[Link]:
    ranked = sorted(found, key=_rank)
    kept: list[tuple[Link, tuple[Passage, ...]]] = []
    taken: list[tuple[int, int]] = []
    for derivation in ranked:
        own = tuple(p for p in derivation.link.passages if not _covered(p, taken))
        if sum(p.end - p.start for p in own) >= MIN_OWN_CHARACTERS or not kept:
            kept.append((derivation.link, own))
            taken += [(p.start, p.end) for p in own]
    if len(kept) == 1 or kept[0][0].coverage >= MAIN_COVERAGE:
        return [kept[0][0]]
    return [_stitched(link, own, len(kept)) for link, own in kept]


def _rank(derivation: Derivation) -> tuple[bool, float, str]:
    link = derivation.link
    return (link.direction != "determined", -derivation.exact * link.coverage, link.of or "")


def _covered(passage: Passage, taken: list[tuple[int, int]]) -> bool:
    shared = sum(max(0, min(passage.end, e) - max(passage.start, s)) for s, e in taken)
    return shared > 0.5 * (passage.end - passage.start)


def _stitched(link: Link, own: tuple[Passage, ...], donors: int) -> Link:
    reason = Reason(rule="several-donors", detail=f"one of {donors} reports whose passages stand in this page")
    return replace(
        link,
        id=content_id("lnk", link.report, "stitched", link.of),
        relation="stitched",
        reasons=(reason, *link.reasons),
        passages=own,
        changes=tuple(c for c in link.changes if any(p.start <= c.start < p.end for p in own)),
    )
