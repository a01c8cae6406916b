"""Which of several possible donors each report took its passages from.

Every report is decided for itself, from its own pairs, so that the order of arrival never matters and a page stitched
from two articles never makes those two one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from secondsource.lineage.page import Page
from secondsource.lineage.pairs import Derivation
from secondsource.model.evidence import Reason, content_id
from secondsource.model.lineage import Change, Link, Passage

# A further donor counts when it alone explains this many characters, three or four lines of print, and this share of
# the report: what is less is a background paragraph that every story of the day repeats.
MIN_OWN_CHARACTERS = 200
MIN_OWN_SHARE = 0.1
# Where several texts explain a page together, each of them need explain less.
MIN_PART_CHARACTERS = 80
MIN_PART_SHARE = 0.03
# A page put together from others rests on them for the better part, and changes between them.
STITCHED_SHARE = 0.5
# Where some of them share too little for a link by themselves, more of the page must be explained.
HINTED_SHARE = 0.75
MIN_TURNS = 2
# A donor at second hand is passed over for the one that it took from when that lies this near by comparison.
AS_NEAR = 0.9
# Two reports of which each stands for the better part in the other are one text, whoever had it first.
SAME_TEXT = 0.5
# Two of which each stands nearly whole in the other are prints of one page.
SAME_PAGE = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The links that stand, and the pairs of reports that are one text with the direction left open."""

    links: list[Link]
    peers: dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class _Part:
    """What one report alone can have given to another."""

    derivation: Derivation
    own: tuple[Passage, ...]

    @property
    def donor(self) -> str:
        return self.derivation.link.of or ""


def settle(found: Iterable[Derivation], pages: Mapping[str, Page]) -> Settled:
    """Keep, for each taking report, the nearest donor of every passage; several donors make it stitched."""
    everything = sorted(found, key=lambda d: d.link.id)
    versions = [d.link for d in everything if d.link.relation == "version"]
    shared = [d for d in everything if d.link.relation != "version"]
    texts = [d for d in shared if not d.is_hint]
    tied = {frozenset((d.link.report, d.link.of or "")) for d in texts}
    upstream = {(d.link.report, d.link.of or "") for d in texts if d.link.direction == "determined"}
    stitched = _stitched_pages(shared, tied, pages)
    by_taker: dict[str, list[Derivation]] = defaultdict(list)
    for derivation in texts:
        link = derivation.link
        if not {link.report, link.of} & stitched.keys() or (
            link.direction == "determined" and link.report not in stitched
        ):
            by_taker[link.report].append(derivation)
    links = [*versions, *(link for parts in stitched.values() for link in parts)]
    for taker in sorted(by_taker):
        links += _nearest(by_taker[taker], tied, upstream, pages[taker])
    return Settled(links=sorted(links, key=lambda link: link.id), peers=_peers(texts, stitched.keys(), pages))


def _stitched_pages(
    shared: list[Derivation], tied: set[frozenset[str]], pages: Mapping[str, Page]
) -> dict[str, list[Link]]:
    """Reports made of passages of several others that have nothing to do with one another, and their links.

    Where the direction of a pair is open, the page that changes between unrelated texts is the one that took; of two
    that both seem to, the one that is explained more fully.
    """
    candidates: dict[str, list[Derivation]] = defaultdict(list)
    for derivation in shared:
        link = derivation.link
        candidates[link.report].append(derivation)
        if link.direction == "undetermined" and link.of:
            candidates[link.of].append(_turned(derivation, pages))
    made = {report: _stitching(candidates[report], tied, pages) for report in sorted(candidates)}
    found: dict[str, list[Link]] = {}
    for report, parts in sorted(made.items(), key=lambda m: (-_explained(m[1], pages), m[0])):
        kept = [p for p in parts if report not in {link.of for link in found.get(p.donor, ())}]
        if len(kept) > 1 and _is_stitched(kept, pages):
            found[report] = [_stitched(part, len(kept)) for part in kept]
    return found


def _stitching(found: list[Derivation], tied: set[frozenset[str]], pages: Mapping[str, Page]) -> list[_Part]:
    """The unrelated texts that explain a page together; none where it does not look put together."""
    page = pages[found[0].link.report]
    others = [d for d in found if not _is_print(d, pages)]
    parts = _independent(_parts(others, page, MIN_PART_CHARACTERS, MIN_PART_SHARE), tied)
    return parts if len(parts) > 1 and _is_stitched(parts, pages) else []


def _is_print(derivation: Derivation, pages: Mapping[str, Page]) -> bool:
    """Whether the other report is the same page printed again, which says nothing of what it was put together from."""
    of_share = _turned(derivation, pages).link.coverage
    return min(derivation.link.coverage, of_share) >= SAME_PAGE


def _explained(parts: list[_Part], pages: Mapping[str, Page]) -> float:
    if not parts:
        return 0.0
    return pages[parts[0].derivation.link.report].share({(p.start, p.end) for part in parts for p in part.own})


def _is_stitched(parts: list[_Part], pages: Mapping[str, Page]) -> bool:
    page = pages[parts[0].derivation.link.report]
    needed = HINTED_SHARE if any(part.derivation.is_hint for part in parts) else STITCHED_SHARE
    if _explained(parts, pages) < needed:
        return False
    if all(part.derivation.link.direction == "determined" for part in parts):
        return True
    day = page.report.published
    earlier = [pages[part.donor].report.published for part in parts]
    if day and any(other and other > day for other in earlier):
        return False
    order = [donor for _, donor in sorted((p.start, part.donor) for part in parts for p in part.own)]
    return sum(a != b for a, b in pairwise(order)) >= MIN_TURNS


def _parts(
    found: list[Derivation], page: Page, characters: int = MIN_OWN_CHARACTERS, share: float = MIN_OWN_SHARE
) -> list[_Part]:
    """The possible donors of one report, the best first, each with the passages that no better one explains.

    Every donor but the best must explain at least so many characters, and this share of the report, that no better one
    does.
    """
    kept: list[_Part] = []
    taken: list[tuple[int, int]] = []
    for derivation in sorted(found, key=_rank):
        own = tuple(p for p in derivation.link.passages if not _covered(p, taken))
        enough = sum(p.end - p.start for p in own) >= characters
        if not kept or (enough and page.share({(p.start, p.end) for p in own}) >= share):
            kept.append(_Part(derivation, own))
            taken += [(p.start, p.end) for p in own]
    return kept


def _independent(parts: list[_Part], tied: set[frozenset[str]]) -> list[_Part]:
    """Parts whose donors share no text among themselves: two prints of one story are one donor."""
    kept: list[_Part] = []
    for part in parts:
        if all(frozenset((part.donor, other.donor)) not in tied for other in kept):
            kept.append(part)
    return kept


def _nearest(
    found: list[Derivation], tied: set[frozenset[str]], upstream: set[tuple[str, str]], page: Page
) -> list[Link]:
    """The links to the nearest donor, and to those that explain passages of their own."""
    first_hand = [d for d in found if not _is_second_hand(d, found, upstream)]
    return [part.derivation.link for part in _independent(_parts(first_hand, page), tied)]


def _is_second_hand(derivation: Derivation, found: list[Derivation], upstream: set[tuple[str, str]]) -> bool:
    """Whether the donor is itself a print of another donor that lies as near."""
    return any(
        (derivation.link.of or "", other.link.of or "") in upstream
        and _nearness(other) >= AS_NEAR * _nearness(derivation)
        for other in found
    )


def _nearness(derivation: Derivation) -> float:
    return derivation.exact * derivation.link.coverage


def _rank(derivation: Derivation) -> tuple[bool, bool, float, str]:
    link = derivation.link
    return (derivation.is_hint, link.direction != "determined", -round(_nearness(derivation), 2), link.of or "")


def _covered(passage: Passage, taken: list[tuple[int, int]]) -> bool:
    shared = sum(max(0, min(passage.end, e) - max(passage.start, s)) for s, e in taken)
    return shared > 0.5 * (passage.end - passage.start)


def _stitched(part: _Part, donors: int) -> Link:
    link = part.derivation.link
    reason = Reason(
        rule="several-donors", detail=f"changes between {donors} reports that share nothing among themselves"
    )
    return replace(
        link,
        id=content_id("lnk", link.report, "stitched", link.of),
        relation="stitched",
        direction="determined",
        reasons=(reason, *link.reasons),
        passages=part.own,
        changes=tuple(c for c in link.changes if any(p.start <= c.start < p.end for p in part.own)),
    )


def _turned(derivation: Derivation, pages: Mapping[str, Page]) -> Derivation:
    """An undetermined pair seen from its other side."""
    link = derivation.link
    passages = sorted(
        (
            Passage(start=p.of_start, end=p.of_end, of_start=p.start, of_end=p.end)
            for p in link.passages
            if p.of_start is not None and p.of_end is not None
        ),
        key=lambda p: (p.start, p.end),
    )
    turned = [Change(kind=c.kind, start=c.of_start, end=c.of_end, of_start=c.start, of_end=c.end) for c in link.changes]
    assert link.of is not None, "a pair has two reports"
    made = replace(
        link,
        report=link.of,
        of=link.report,
        outlet=pages[link.report].report.outlet,
        coverage=pages[link.of].share({(p.start, p.end) for p in passages}),
        passages=tuple(passages),
        changes=tuple(sorted(turned, key=lambda c: (c.start, c.end, c.of_start, c.of_end))),
    )
    return replace(derivation, link=made)


def _peers(texts: list[Derivation], stitched: Iterable[str], pages: Mapping[str, Page]) -> dict[str, frozenset[str]]:
    apart = set(stitched)
    found: dict[str, set[str]] = defaultdict(set)
    for derivation in texts:
        link = derivation.link
        if link.direction == "determined" or link.of is None or {link.report, link.of} & apart:
            continue
        if link.coverage > SAME_TEXT and _turned(derivation, pages).link.coverage > SAME_TEXT:
            found[link.report].add(link.of)
            found[link.of].add(link.report)
    return {report: frozenset(others) for report, others in found.items()}
