"""Builders of records for the publish tests."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from secondsource.model.evidence import Reason, Span
from secondsource.model.ledger import (
    Support,
)
from secondsource.model.lineage import Change, ChangeKind, Origin, OriginPassage, Passage
from secondsource.model.report import Report, Stretch
from secondsource.model.statement import (
    Statement,
    Value,
)


def report(name: str, text: str, **fields: Any) -> Report:
    """A report whose id and source follow from its short name."""
    defaults: dict[str, Any] = {"url": None, "language": "en", "source": f"reports/{name}.txt", "reader": "plain/1"}
    return Report(id=f"rep-{name}", text=text, sha256=sha256(text.encode()).hexdigest(), **{**defaults, **fields})


def stretch(text: str, words: str) -> Stretch:
    """Where words stand in a text."""
    start = text.index(words)
    return Stretch(start=start, end=start + len(words))


def span(of: Report, words: str, *slots: str) -> Span:
    """The span of words in a report."""
    at = stretch(of.text, words)
    return Span(report=of.id, start=at.start, end=at.end, slots=slots)


def money(of: Report, words: str, amount: float, basis: Any, **fields: Any) -> Value:
    """A dollar value whose words stand in a report."""
    at = stretch(of.text, words)
    return Value(amount=amount, currency="USD", basis=basis, start=at.start, end=at.end, **fields)


def support(informants: int, established: int, reports: int, *origins: str, **fields: int) -> Support:
    """Support whose finer counts are nought unless given."""
    rest: dict[str, Any] = {"attestations": established, "on_record": 0, "anonymous": 0, "unsourced": 0, **fields}
    return Support(informants=informants, established=established, reports=reports, origins=origins, **rest)


def change(kind: ChangeKind, taker: str, donor: str, now: str, was: str) -> Change:
    """A change of wording; `before|changed` tells two places apart, and marks where words are left out."""
    here, there = _place(taker, now), _place(donor, was)
    return Change(kind=kind, start=here.start, end=here.end, of_start=there.start, of_end=there.end)


def _place(text: str, words: str) -> Stretch:
    lead, _, changed = words.rpartition("|")
    at = text.index(lead + changed) + len(lead)
    return Stretch(start=at, end=at + len(changed))


def passage(taker: str, donor: str, first: str, last: str, of_first: str, of_last: str) -> Passage:
    """A passage from the first words to the last on either side."""
    return Passage(
        start=taker.index(first),
        end=stretch(taker, last).end,
        of_start=donor.index(of_first),
        of_end=stretch(donor, of_last).end,
    )


def origin(name: str, label: str, kind: Any, why: str, *reports: str, **flags: bool) -> Origin:
    """An origin that is in the library and established unless said otherwise."""
    passages = tuple(OriginPassage(report=one, start=0, end=20) for one in reports)
    reasons = (Reason(rule="access", detail=why),)
    known = {"seen": True, "established": True, **flags}
    return Origin(
        id=f"org-{name}", label=label, kind=kind, reasons=reasons, reports=reports, passages=passages, **known
    )


def statement(name: str, of: Report, kind: Any, evidence: Sequence[Span], /, **fields: Any) -> Statement:
    """A statement on its report's own origin unless said otherwise."""
    defaults: dict[str, Any] = {
        "origins": (of.id.replace("rep-", "org-"),),
        "confidence": 0.9,
        "scope": "international",
    }
    return Statement(id=f"sta-{name}", report=of.id, kind=kind, evidence=tuple(evidence), **{**defaults, **fields})
