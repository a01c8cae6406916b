"""Which origin and which link each stretch of a report rests on."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from secondsource.ledger.days import said_by, said_until
from secondsource.model.evidence import Span
from secondsource.model.lineage import TEXT_RELATIONS, Lineage, Link, Origin
from secondsource.model.report import Report
from secondsource.model.statement import Attribution, Statement

# A reaction ("denied the report by X") names a report and takes nothing from it.
_DERIVED = TEXT_RELATIONS | {"cites"}
_RECORDS = frozenset({"release", "record"})


class Places:
    """The origins and links of a library, looked up by place."""

    def __init__(self, reports: Mapping[str, Report], lineage: Lineage) -> None:
        self.reports = reports
        self.by_id = {o.id: o for o in lineage.origins}
        self.origins: dict[str, list[tuple[int, int, Origin]]] = defaultdict(list)
        for origin in lineage.origins:
            for passage in origin.passages:
                self.origins[passage.report].append((passage.start, passage.end, origin))
        self.links: dict[str, list[Link]] = defaultdict(list)
        for link in sorted(lineage.links, key=lambda x: (x.relation not in TEXT_RELATIONS, x.id)):
            if link.of and link.direction == "determined" and link.relation in _DERIVED:
                self.links[link.report].append(link)

    def placed(self, statement: Statement) -> Statement:
        """The statement with its origin, and the link through which its words came."""
        place = statement.evidence[0]
        origin = self.origin(place, statement.attribution)
        holding = (x for x in self.links[statement.report] if any(_inside(place, p.start, p.end) for p in x.passages))
        link = next(holding, None)
        return replace(
            statement,
            origins=(origin.id,) if origin else (),
            via=link.id if link else None,
            reworded=bool(link and link.relation == "reworded"),
        )

    def origin(self, place: Span, said: Attribution | None) -> Origin | None:
        """The origin credited in the sentence, else the one whose passage holds it most closely."""
        holding = [(e - s, o) for s, e, o in self.origins[place.report] if _inside(place, s, e)]
        credited = said.outlets if said else ()
        named = [(size, o) for size, o in holding if o.label in credited]
        best = min(named or holding, key=lambda h: (h[0], h[1].id), default=None)
        return best[1] if best else None

    def crosses_seam(self, statement: Statement) -> bool:
        """Whether a statement of a stitched page draws on the text of more than one donor: nobody said that."""
        stitched = [x for x in self.links[statement.report] if x.relation == "stitched"]
        if not stitched:
            return False
        donors = [
            frozenset(x.of for x in stitched if any(_inside(span, p.start, p.end) for p in x.passages))
            for span in statement.evidence
        ]
        return len(set(donors)) > 1

    def through(self, place: Span) -> str:
        """The outlet to which unnamed voices in a place spoke, as far as the library shows."""
        origin = self.origin(place, None)
        return origin.label if origin else place.report

    def told(self, place: Span) -> tuple[date | None, date | None]:
        """The first and last day on which words can first have been printed: those of a copy with its donor."""
        links = self.links[place.report]
        donors = {x.of for x in links if x.of and any(_inside(place, p.start, p.end) for p in x.passages)}
        there = [self.reports[r] for r in (place.report, *donors)]
        lows, highs = [_date(said_by(r)) for r in there], [_date(said_until(r)) for r in there]
        low = None if None in lows else min(day for day in lows if day)
        return low, min((day for day in highs if day), default=None)

    def record(self, statement: Statement) -> Origin | None:
        """The authority's own record that the statement stands in."""
        origin = self.by_id[statement.origins[0]] if statement.origins else None
        own = origin is not None and origin.kind in _RECORDS and origin.established and origin.seen
        return origin if own else None


def _inside(place: Span, start: int, end: int) -> bool:
    return start <= (place.start + place.end) // 2 < end


def _date(day: str) -> date | None:
    try:
        return date.fromisoformat(day)
    except ValueError:  # none, or a month alone
        return None
