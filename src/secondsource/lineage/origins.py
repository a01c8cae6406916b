"""Where each report's reporting comes from, and which origins are established.

An origin is one piece of reporting. It counts as established only on positive evidence of its own access: somebody
told it, it saw the document, or it is the authority's own record. Pages whose donors are unknown establish nothing.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from secondsource.knowledge import Knowledge
from secondsource.knowledge.entries import Outlet
from secondsource.lineage.citing import Citing, alike, topics
from secondsource.model.evidence import Reason, content_id
from secondsource.model.lineage import TEXT_RELATIONS, Link, Origin, OriginKind, OriginPassage
from secondsource.model.report import Report

MAIN_COVERAGE = 0.5
_RECORD_KINDS = {"ministry": "release", "record": "record"}


@dataclass(slots=True, kw_only=True)
class _Draft:
    label: str
    kind: OriginKind
    seen: bool
    key: tuple[str, ...]
    reasons: dict[str, Reason] = field(default_factory=dict)
    established: bool = False
    passages: set[tuple[str, int, int]] = field(default_factory=set)


def origins(
    reports: Mapping[str, Report], links: Sequence[Link], cited: Mapping[str, Citing], knowledge: Knowledge
) -> tuple[Origin, ...]:
    """The origins of all reports, seen and unseen."""
    return _Tracing(reports, links, cited, knowledge).run()


class _Tracing:
    """Follows each report to its origin; holds nothing after `run`."""

    def __init__(
        self, reports: Mapping[str, Report], links: Sequence[Link], cited: Mapping[str, Citing], knowledge: Knowledge
    ) -> None:
        self.reports, self.cited, self.knowledge = reports, cited, knowledge
        self.by_report: dict[str, list[Link]] = defaultdict(list)
        for link in links:
            self.by_report[link.report].append(link)
        self.topics = {r: topics(report, knowledge) for r, report in reports.items()}
        self.unseen: list[tuple[str, set[str], tuple[str, ...]]] = []
        self.drafts: dict[tuple[str, ...], _Draft] = {}
        self.main: dict[str, _Draft] = {}

    def run(self) -> tuple[Origin, ...]:
        for ident in sorted(self.reports):
            self._origin_of(ident, ())
        for ident in sorted(self.reports):
            self._place(ident)
        return tuple(sorted((_finished(d) for d in self.drafts.values() if d.passages), key=lambda o: o.id))

    def _origin_of(self, ident: str, path: tuple[str, ...]) -> _Draft:
        if ident in self.main:
            return self.main[ident]
        donor = self._main_donor(ident)
        if donor is not None and donor not in path:
            draft = self._origin_of(donor, (*path, ident))
        else:
            draft = self._own_origin(ident)
        self.main[ident] = draft
        return draft

    def _main_donor(self, ident: str) -> str | None:
        links = [
            link
            for link in self.by_report[ident]
            if link.of and link.relation in TEXT_RELATIONS - {"stitched"} and link.coverage >= MAIN_COVERAGE
        ]
        best = max(links, key=lambda link: (link.coverage, link.of or ""), default=None)
        if best is not None:
            return best.of
        main = self.cited[ident].main
        cites = [x for x in self.by_report[ident] if x.relation == "cites" and x.of and main and x.outlet == main.label]
        return cites[0].of if cites else None

    def _own_origin(self, ident: str) -> _Draft:
        report, cited = self.reports[ident], self.cited[ident]
        if any(link.relation == "stitched" for link in self.by_report[ident]):
            return self._draft(("stitched", ident), "donors unknown", "unknown", seen=False)
        if report.agency and report.agency != report.outlet:
            return self._unseen(ident, report.agency, "agency", cited)
        if cited.main is not None:
            return self._unseen(ident, cited.main.label, self._kind_of(cited.main.label), cited)
        return self._reporting(report, cited)

    def _reporting(self, report: Report, cited: Citing) -> _Draft:
        label = report.outlet or report.title or report.source
        outlet = next((o for o in self.knowledge.all("outlet", Outlet) if o.short == report.outlet), None)
        kind: OriginKind = "outlet" if report.outlet else "unknown"
        if outlet is not None:
            kind = _RECORD_KINDS.get(outlet.kind, "agency" if outlet.kind == "agency" else "outlet")  # type: ignore[assignment]
        draft = self._draft(("report", report.id), label, kind, seen=True)
        if cited.access:
            self._establish(draft, "own-access", f"was told or shown it itself: {label}")
        elif kind in _RECORD_KINDS.values():
            self._establish(draft, "primary-record", "is the authority's own publication")
        else:
            reason = "says nothing of how it knows"
            draft.reasons.setdefault("no-access", Reason(rule="no-access", detail=reason))
        return draft

    def _unseen(self, ident: str, label: str, kind: OriginKind, cited: Citing) -> _Draft:
        """The origin of a credited outlet's reporting on these things; reports alike in topic share it."""
        ours = self.topics[ident]
        for name, theirs, key in self.unseen:
            if name == label and alike(ours, frozenset(theirs)):
                theirs |= ours
                draft = self.drafts[key]
                break
        else:
            draft = self._draft(("unseen", label, ident), label, kind, seen=False)
            self.unseen.append((label, set(ours), draft.key))
        if any(c.kind == "access" and c.label == label for c in cited.credits):
            self._establish(draft, "told", f"somebody told {label} or showed it")
        else:
            reason = f"{label} is credited, and not said to have been told or shown it"
            draft.reasons.setdefault("credited", Reason(rule="credited", detail=reason))
        return draft

    def _place(self, ident: str) -> None:
        """Give every passage of a report to the origin it rests on."""
        report, draft = self.reports[ident], self.main[ident]
        draft.passages.add((ident, 0, len(report.text)))
        for link in self.by_report[ident]:
            if link.relation == "stitched" and link.of:
                donor = self.main[link.of]
                donor.passages.update((ident, p.start, p.end) for p in link.passages)
            elif link.relation == "cites" and link.outlet and link.outlet != draft.label:
                other = self._credited(ident, link)
                other.passages.update((ident, p.start, p.end) for p in link.passages)

    def _credited(self, ident: str, link: Link) -> _Draft:
        if link.of:
            return self.main[link.of]
        label = link.outlet or ""
        return self._unseen(ident, label, self._kind_of(label), self.cited[ident])

    def _kind_of(self, label: str) -> OriginKind:
        outlet = next((o for o in self.knowledge.all("outlet", Outlet) if o.short == label), None)
        return "agency" if outlet is not None and outlet.kind == "agency" else "outlet"

    def _draft(self, key: tuple[str, ...], label: str, kind: OriginKind, *, seen: bool) -> _Draft:
        return self.drafts.setdefault(key, _Draft(label=label, kind=kind, seen=seen, key=key))

    def _establish(self, draft: _Draft, rule: str, detail: str) -> None:
        draft.established = True
        draft.reasons[rule] = Reason(rule=rule, detail=detail)


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
