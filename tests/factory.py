"""Builders of hand-made records: reports, statements, voices, origins and links, and a ledger made from them.

A `Press` holds one invented library. Its reports have no real text: each statement stands on a line of its own, so
that spans, passages and origins are as in a real one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from secondsource.corroborate import weigh
from secondsource.knowledge import Knowledge, load
from secondsource.ledger import enter
from secondsource.model.evidence import Reason, Span, content_id
from secondsource.model.ledger import Entry, Ledger
from secondsource.model.lineage import Lineage, Link, Origin, OriginPassage, Passage
from secondsource.model.report import Bounds, Report
from secondsource.model.statement import Attribution, Moment, Quantity, Quote, Reading, Statement, Value
from tests.source import PACKAGE

TODAY = date(2026, 11, 22)
SAMPLES = PACKAGE / "samples"


@cache
def knowledge(overlay: Path | None = SAMPLES / "knowledge") -> Knowledge:
    """The packaged knowledge with the invented outlets of the samples over it, which makes them vetted."""
    return load(overlay)


def said(speaker: str | None, **fields: Any) -> Attribution:
    """On the word of a speaker who is named."""
    return Attribution(speaker=speaker, **{"role": None, "anonymous": False, **fields})


def unnamed(words: str, *outlets: str, **fields: Any) -> Attribution:
    """On the word of an unnamed voice, through outlets, the nearest first."""
    return Attribution(speaker=words, role=words, anonymous=True, outlets=outlets, **fields)


def day(start: str, end: str | None = None) -> Moment:
    """A date: a day, or the first and last day that its words allow."""
    return Moment(text=start, start=start, end=end or start)


def year(number: int) -> Moment:
    return Moment(text=str(number), start=f"{number}-01-01", end=f"{number}-12-31")


def money(amount: float, currency: str = "USD", basis: Any = "contract", **fields: Any) -> Value:
    return Value(amount=amount, currency=currency, basis=basis, start=0, end=4, **fields)


def pieces(number: float, role: Any = "ordered", **fields: Any) -> Quantity:
    return Quantity(number=number, role=role, **fields)


@dataclass(slots=True)
class Press:
    """An invented library in the making."""

    reports: dict[str, Report] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    def report(self, name: str, published: str | None = "2019-03-06", **fields: Any) -> Report:
        """A report of an outlet, named like itself unless told otherwise; undated with `published=None`."""
        if published is None:
            fields.setdefault("bounds", Bounds(low="2019-01-01", high="2026-11-22", reasons=("invented",)))
        made = Report(
            id=f"rep-{name}",
            source=f"{name}.md",
            url=None,
            text="",
            sha256=sha256(name.encode()).hexdigest(),
            reader="hand/1",
            published=published,
            **{"outlet": name, **fields},
        )
        self.reports[made.id] = made
        return made

    def tells(self, of: Report, words: str = "Nothing but slots.", **slots: Any) -> Statement:
        """A statement of a report, by default that Turkey ordered Patriots from the United States; adds its line."""
        text = self.reports[of.id].text
        span = Span(report=of.id, start=len(text), end=len(text) + len(words), slots=("status",))
        self._lengthen(of, words)
        patriots = {"supplier": "United States", "recipient": "Turkey", "item": "Patriot", "family": "patriot"}
        defaults: dict[str, Any] = {"kind": "transfer", "status": "ordered", "part": "platform", "designation": None}
        if slots.get("kind", "transfer") == "transfer" and "family" not in slots and "item" not in slots:
            defaults |= patriots
        elif slots.get("kind", "transfer") == "transfer":
            defaults |= {"supplier": "United States", "recipient": "Turkey"}
        made = Statement(
            id=content_id("stm", of.id, span.start),
            report=of.id,
            evidence=(span,),
            **{**defaults, **slots},
        )
        self.statements.append(made)
        return made

    def adds_line(self, of: Report, words: str) -> None:
        """A line of a report that states nothing."""
        self._lengthen(of, words)

    def quotes_words(self, of: Report, words: str, speaker: str) -> Quote:
        """A quotation in a report."""
        start = len(self.reports[of.id].text)
        self._lengthen(of, words)
        made = Quote(
            report=of.id, start=start, end=start + len(words), text=words, speaker=speaker, anonymous=False, cue=None
        )
        self.quotes.append(made)
        return made

    def origin(self, *of: Report, established: bool = True, **fields: Any) -> Origin:
        """An origin of whole reports, labelled by the outlet of the first."""
        label = fields.pop("label", None) or of[0].outlet or of[0].source
        made = Origin(
            id=content_id("org", label, *(r.id for r in of)),
            label=label,
            established=established,
            reasons=(Reason(rule="invented", detail="for a test"),),
            reports=tuple(r.id for r in of),
            passages=tuple(OriginPassage(report=r.id, start=0, end=100_000) for r in of),
            **{"kind": "outlet", "seen": True, **fields},
        )
        self.origins.append(made)
        return made

    def link(self, taker: Report, donor: Report | None, relation: Any, **fields: Any) -> Link:
        """A link over the whole of the taking report."""
        made = Link(
            id=content_id("lnk", taker.id, relation, donor.id if donor else None),
            report=taker.id,
            of=donor.id if donor else None,
            relation=relation,
            coverage=1.0,
            confidence=0.9,
            **{"direction": "determined", "passages": (Passage(start=0, end=100_000),), **fields},
        )
        self.links.append(made)
        return made

    def outlet(self, name: str, *, established: bool = True, **fields: Any) -> Report:
        """A report that is its own origin."""
        made = self.report(name, **fields)
        self.origin(made, established=established)
        return made

    def ledger(self, today: date = TODAY, over: Knowledge | None = None) -> Ledger:
        """What `enter` and `weigh` make of it."""
        known = over or knowledge()
        lineage = Lineage(links=tuple(self.links), origins=tuple(self.origins))
        entered = enter(list(self.reports.values()), self.readings(), lineage, known, today)
        return weigh(entered, list(self.reports.values()), lineage, known)

    def readings(self) -> list[Reading]:
        return [
            Reading(
                report=ident,
                statements=tuple(s for s in self.statements if s.report == ident),
                quotes=tuple(q for q in self.quotes if q.report == ident),
            )
            for ident in self.reports
        ]

    def deals(self, **fields: Any) -> list[Entry]:
        return entries(self.ledger(**fields), "deal")

    def deal(self, **fields: Any) -> Entry:
        """The only deal."""
        (only,) = self.deals(**fields)
        return only

    def _lengthen(self, of: Report, words: str) -> None:
        known = self.reports[of.id]
        fields = {slot: getattr(known, slot) for slot in Report.__dataclass_fields__}
        self.reports[of.id] = Report(**{**fields, "text": f"{known.text}{words}\n"})


def entries(ledger: Ledger, kind: str) -> list[Entry]:
    return [e for e in ledger.entries if e.kind == kind]


def statuses(entry: Entry) -> list[str]:
    return [step.status for step in entry.history]


def voices(ledger: Ledger, statements: Sequence[Statement]) -> set[str]:
    """The labels of the informants of statements."""
    labels = {i.id: i.label for i in ledger.informants}
    resolved = {s.id: s for s in ledger.statements}
    return {labels[i] for s in statements for i in resolved[s.id].informants}
