"""Where each report's reporting comes from, and which origins are established.

An origin is one piece of reporting. It counts as established only on positive evidence of its own access: somebody
told it, it saw the document, or it is the authority's own record. Pages whose donors are unknown establish nothing,
and neither does a ring of outlets that cite one another.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from secondsource.lineage.access import is_release
from secondsource.lineage.citing import Citing
from secondsource.lineage.page import Page, outlets_by_label
from secondsource.lineage.topics import alike, near
from secondsource.model.evidence import Reason, content_id
from secondsource.model.lineage import TEXT_RELATIONS, Link, Origin, OriginKind, OriginPassage

# A report that rests on one donor for the better part has its reporting from there.
MAIN_COVERAGE = 0.5
# The confidence of a link to unknown donors whose seams leave no other reading.
SURE_SEAMS = 0.6
_RECORD_KINDS: Mapping[str, OriginKind] = {"ministry": "release", "record": "record"}


@dataclass(slots=True, kw_only=True)
class _Draft:
    label: str
    kind: OriginKind
    seen: bool
    key: tuple[str, ...]
    reasons: dict[str, Reason] = field(default_factory=dict)
    established: bool = False
    passages: set[tuple[str, int, int]] = field(default_factory=set)

    def establish(self, rule: str, detail: str) -> None:
        self.established = True
        self.reasons.pop("credited", None)
        self.reasons[rule] = Reason(rule=rule, detail=detail)

    def note(self, rule: str, detail: str) -> None:
        if not self.established:
            self.reasons.setdefault(rule, Reason(rule=rule, detail=detail))


def origins(
    pages: Mapping[str, Page],
    links: Sequence[Link],
    peers: Mapping[str, frozenset[str]],
    cited: Mapping[str, Citing],
) -> tuple[Origin, ...]:
    """The origins of all reports, seen and unseen.

    Args:
        pages: the reports by id.
        links: every link among them and to what they credit.
        peers: for a report, those that are one text with it where the direction is open.
        cited: the credits of each report.
    """
    return _Tracing(pages, links, peers, cited).run()


class _Tracing:
    """Follows each report to its origin; holds nothing after `run`."""

    def __init__(
        self,
        pages: Mapping[str, Page],
        links: Sequence[Link],
        peers: Mapping[str, frozenset[str]],
        cited: Mapping[str, Citing],
    ) -> None:
        self.pages, self.peers, self.cited = pages, peers, cited
        self.by_report: dict[str, list[Link]] = defaultdict(list)
        self.sharing: dict[str, set[str]] = defaultdict(set)
        for link in links:
            self.by_report[link.report].append(link)
            if link.of and link.relation in TEXT_RELATIONS:
                self.sharing[link.report].add(link.of)
                self.sharing[link.of].add(link.report)
        self.unseen: dict[str, list[tuple[Page, _Draft]]] = defaultdict(list)
        self.drafts: dict[tuple[str, ...], _Draft] = {}
        self.main: dict[str, _Draft] = {}

    def run(self) -> tuple[Origin, ...]:
        order = sorted(self.pages, key=lambda i: (self._is_mixed(i), self.pages[i].report.published or "9", i))
        for ident in order:
            self._follow(ident)
        for ident in order:
            self._place(ident)
        return tuple(sorted((_finished(d) for d in self.drafts.values() if d.passages), key=lambda o: o.id))

    def _follow(self, ident: str) -> None:
        """Go from donor to donor to the end; a way that comes back to itself is a ring."""
        way = [ident]
        while way[-1] not in self.main:
            onward = self._donor(way[-1])
            if onward is None:
                self.main[way[-1]] = self._own_origin(way[-1])
            elif onward in way:
                ring = way[way.index(onward) :]
                draft = self._ring(ring)
                self.main.update(dict.fromkeys(ring, draft))
            else:
                way.append(onward)
        for passed in way:
            self.main.setdefault(passed, self.main[way[-1]])

    def _donor(self, ident: str) -> str | None:
        """The report in the library that this one's reporting comes from."""
        if self._is_stitched(ident):
            return None
        taken_from = self._text_donor(ident)
        if taken_from is not None:
            return taken_from
        main = self.cited[ident].main
        cites = [x for x in self.by_report[ident] if x.relation == "cites" and x.of and main and x.outlet == main.label]
        if cites:
            return cites[0].of
        led = [peer for peer in sorted(self.peers.get(ident, ())) if self._text_donor(peer) not in (None, ident)]
        if led:
            return led[0]
        best_peer = min(self.peers.get(ident, ()), key=self._standing, default=ident)
        return best_peer if self._standing(best_peer) < self._standing(ident) else None

    def _text_donor(self, ident: str) -> str | None:
        """The report that gave this one the better part of its text, where that is certain."""
        texts = [
            link
            for link in self.by_report[ident]
            if link.of
            and link.relation in TEXT_RELATIONS
            and link.direction == "determined"
            and link.coverage >= MAIN_COVERAGE
        ]
        best = max(texts, key=lambda link: (link.coverage, link.of or ""), default=None)
        return best.of if best else None

    def _standing(self, ident: str) -> tuple[int, str, str]:
        """Of prints of one text: the one that knows itself, then one that says from where, then the earliest."""
        cited = self.cited[ident]
        known = cited.access or self._is_record(self.pages[ident])
        rank = 0 if known else 1 if cited.agency or cited.main else 2
        return rank, self.pages[ident].report.published or "9", ident

    def _own_origin(self, ident: str) -> _Draft:
        page, cited = self.pages[ident], self.cited[ident]
        if self._is_stitched(ident):
            draft = self._draft(("stitched", ident), "donors unknown", "unknown", seen=False)
            draft.note("stitched", "put together from texts that are not in the library")
            return draft
        if cited.agency:
            return self._unseen(ident, cited.agency, "agency")
        if cited.main is not None and cited.main.kind == "unnamed":
            draft = self._draft(("unnamed", ident, cited.main.label), cited.main.label, "unknown", seen=False)
            draft.note("unnamed", f"{cited.main.label} are credited without a name")
            return draft
        if cited.main is not None:
            return self._unseen(ident, cited.main.label, self._kind_of(cited.main.label))
        return self._reporting(page, cited)

    def _reporting(self, page: Page, cited: Citing) -> _Draft:
        report = page.report
        label = report.outlet or report.title or report.source
        outlet = outlets_by_label(page.knowledge).get(report.outlet or "")
        if not cited.access and not self._is_record(page) and self._other_papers(report.id):
            return self._unnamed_agency(report.id)
        kind: OriginKind = "outlet" if report.outlet else "unknown"
        if outlet is not None:
            kind = _RECORD_KINDS.get(outlet.kind, self._kind_of(label))
        elif is_release(page):
            kind = "release"
        draft = self._draft(("report", report.id), label, kind, seen=True)
        if cited.access:
            draft.establish("own-access", f"was told or shown it itself: {label}")
        elif kind in _RECORD_KINDS.values():
            draft.establish("primary-record", "is the authority's own publication")
        else:
            draft.note("no-access", "says nothing of how it knows")
        return draft

    def _is_record(self, page: Page) -> bool:
        """Whether a page is an authority's own publication."""
        outlet = outlets_by_label(page.knowledge).get(page.report.outlet or "")
        return is_release(page) or (outlet is not None and outlet.kind in _RECORD_KINDS)

    def _other_papers(self, ident: str) -> list[str]:
        """Other outlets that print the same text, where nobody can be seen to have taken it from the other."""
        own = self.pages[ident].report.outlet
        outlets = {self.pages[peer].report.outlet for peer in self.peers.get(ident, ())}
        return sorted(o for o in outlets if o and own and o != own)

    def _unnamed_agency(self, ident: str) -> _Draft:
        """Papers that print one text alike and credit nobody have it from somebody else, mostly an agency."""
        draft = self._draft(("agency", ident), "agency, unnamed", "agency", seen=False)
        others = ", ".join(self._other_papers(ident))
        draft.note(
            "shared-text", f"stands alike in {self.pages[ident].report.outlet} and {others}, which credit nobody"
        )
        return draft

    def _ring(self, ring: list[str]) -> _Draft:
        members = sorted(ring)
        labels = sorted({self.pages[i].report.outlet or self.pages[i].report.source for i in members})
        draft = self._draft(("ring", *members), ", ".join(labels), "unknown", seen=True)
        draft.note("ring", f"{len(members)} reports rest on one another in a circle, and none says how it knows")
        return draft

    def _unseen(self, ident: str, label: str, kind: OriginKind) -> _Draft:
        """The origin of a credited outlet's reporting; reports on like things at about one time share it."""
        page = self.pages[ident]
        same = (
            draft
            for other, draft in self.unseen[label]
            if other is page
            or other.report.id in self.sharing[ident]
            or (alike(page.topics, other.topics) and near(page.report, other.report))
        )
        draft = next(same, None)
        if draft is None:
            draft = self._draft(("unseen", label, ident), label, kind, seen=False)
            if not self._is_mixed(ident):
                self.unseen[label].append((page, draft))
        if any(c.kind == "access" and c.label == label for c in self.cited[ident].credits):
            draft.establish("told", f"somebody told {label} or showed it")
        else:
            draft.note("credited", f"{label} is credited, and not said to have been told or shown it")
        return draft

    def _is_mixed(self, ident: str) -> bool:
        """Whether a page tells several stories, so that being like it says little of two others."""
        return bool(self.pages[ident].report.segments) or self._is_stitched(ident)

    def _is_stitched(self, ident: str) -> bool:
        """Whether donors of a page are known, or its seams are sure; a loose thread takes nobody's standing."""
        stitched = (link for link in self.by_report[ident] if link.relation == "stitched")
        return any(link.of or link.confidence >= SURE_SEAMS for link in stitched)

    def _place(self, ident: str) -> None:
        """Give every passage of a report to the origin it rests on."""
        page, draft = self.pages[ident], self.main[ident]
        stitched = [x for x in self.by_report[ident] if x.relation == "stitched" and x.of]
        given = sorted((p.start, p.end) for link in stitched for p in link.passages)
        draft.passages.update((ident, s, e) for s, e in _rest(given, len(page.report.text)))
        for link in self.by_report[ident]:
            if link.relation in TEXT_RELATIONS and link.of:
                donor = self.main[link.of]
                if donor is not draft:
                    donor.passages.update((ident, p.start, p.end) for p in link.passages)
            elif link.relation in ("cites", "copy", "denies") and link.outlet and link.outlet != draft.label:
                if self._only_had_it_first(ident, link):
                    continue
                other = self._credited(ident, link)
                other.passages.update((ident, p.start, p.end) for p in link.passages)

    def _only_had_it_first(self, ident: str, link: Link) -> bool:
        """Whether an outlet is only said to have had the news first, which is no information from it."""
        first = [c.first for c in self.cited[ident].credits if c.label == link.outlet]
        return bool(first) and all(first) and link.of is None

    def _credited(self, ident: str, link: Link) -> _Draft:
        if link.of:
            return self.main[link.of]
        label = link.outlet or ""
        if any(c.kind == "unnamed" and c.label == label for c in self.cited[ident].credits):
            draft = self._draft(("unnamed", ident, label), label, "unknown", seen=False)
            draft.note("unnamed", f"{label} are credited without a name")
            return draft
        return self._unseen(ident, label, self._kind_of(label))

    def _kind_of(self, label: str) -> OriginKind:
        outlet = outlets_by_label(next(iter(self.pages.values())).knowledge).get(label)
        return "agency" if outlet is not None and outlet.kind == "agency" else "outlet"

    def _draft(self, key: tuple[str, ...], label: str, kind: OriginKind, *, seen: bool) -> _Draft:
        return self.drafts.setdefault(key, _Draft(label=label, kind=kind, seen=seen, key=key))


def _rest(given: list[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """What of a text of `length` code points lies outside the sorted stretches `given`."""
    rest, reached = [], 0
    for start, end in given:
        if start > reached:
            rest.append((reached, start))
        reached = max(reached, end)
    if reached < length:
        rest.append((reached, length))
    return rest


def _finished(draft: _Draft) -> Origin:
    passages = sorted(draft.passages)
    return Origin(
        id=content_id("org", *draft.key),
        label=draft.label,
        kind=draft.kind,
        seen=draft.seen,
        established=draft.established,
        reasons=tuple(draft.reasons[k] for k in sorted(draft.reasons)),
        reports=tuple(sorted({r for r, _, _ in passages})),
        passages=tuple(OriginPassage(report=r, start=s, end=e) for r, s, e in passages),
    )
