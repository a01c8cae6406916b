"""A statement in the making: slots with the sentences that support each."""

from dataclasses import dataclass, field
from typing import Any

from secondsource.knowledge.entries import Phrase
from secondsource.model.evidence import Span, content_id
from secondsource.model.statement import (
    Actor,
    Attribution,
    Claim,
    Item,
    Modality,
    Moment,
    Party,
    Polarity,
    Quantity,
    Stance,
    Statement,
    StatementKind,
    Value,
)
from secondsource.understand.items import Thing
from secondsource.understand.page import Line, Page
from secondsource.understand.voices import voices

_SURE = 0.75
_UNSURE = 0.5


@dataclass(slots=True, kw_only=True, eq=False)
class Draft:
    """The slots of one statement while the sentences of a report are brought together.

    `support` maps each sentence that says something of it to the slots it fills.
    """

    kind: StatementKind
    line: Line
    cue: tuple[int, int]
    phrase: Phrase | None = None
    thing: Thing | None = None
    status: str | None = None
    modality: Modality = "asserted"
    polarity: Polarity = "affirmed"
    supplier: str | None = None
    recipient: str | None = None
    actor: Actor | None = None
    name: str | None = None
    regime: str | None = None
    parties: tuple[Party, ...] = ()
    quantity: Quantity | None = None
    values: tuple[Value, ...] = ()
    mode: str | None = None
    instrument: str | None = None
    date: Moment | None = None
    expected: Moment | None = None
    claim: Claim | None = None
    scope: str = "unknown"
    stance: Stance | None = None
    voice: Attribution | None = None
    more: tuple[Thing, ...] = ()
    method: str = "rules"
    confidence: float | None = None
    inferred: set[str] = field(default_factory=set)
    support: dict[Line, set[str]] = field(default_factory=dict)

    def fill(self, line: Line, **slots: Any) -> None:
        """Set slots that are still empty, on the word of a sentence."""
        for slot, value in slots.items():
            if value is not None and getattr(self, slot) is None:
                setattr(self, slot, value)
                self.support.setdefault(line, set()).add(slot)

    def rest_on(self, line: Line, *slots: str) -> None:
        """Note that a sentence supports slots that are set already."""
        self.support.setdefault(line, set()).update(slots)


def finished(page: Page, draft: Draft) -> Statement:
    """The statement a draft has become, with the voice of its own sentence."""
    heard = voices(page).attribution(draft.line) if draft.method == "rules" else None
    thing = draft.thing
    fields: dict[str, Any] = {
        "item": thing.printed if thing else None,
        "designation": thing.designation if thing else None,
        "family": thing.family if thing else None,
        "part": thing.part if thing else None,
        "maker": thing.maker if thing else None,
        "quantity": draft.quantity,
        "items": _items(draft),
    }
    for slot in (
        "supplier recipient name regime parties values mode instrument actor status modality polarity date expected "
        "claim scope"
    ).split():
        fields[slot] = getattr(draft, slot)
    inferred = set(draft.inferred) | ({"maker"} if fields["maker"] else set())
    stance: Stance = draft.stance or "asserts"
    if heard is not None:
        stance = heard.stance  # type: ignore[assignment]
    resolved = heard is not None and not heard.unresolved
    attribution = heard.attribution if heard is not None and resolved else draft.voice
    identity = (draft.kind, draft.status, draft.cue, fields["item"], draft.recipient, draft.supplier, draft.name)
    return Statement(
        id=content_id("stm", page.report.id, *identity, draft.claim),
        report=page.report.id,
        kind=draft.kind,
        evidence=_evidence(page, draft, fields, inferred, resolved),
        stance=stance,
        attribution=attribution,
        method=draft.method,
        inferred=tuple(sorted(inferred)),
        confidence=_confidence(draft),
        **fields,
    )


def _confidence(draft: Draft) -> float:
    """The extractor's own; for a rule, what readings with both parties named and without have been worth."""
    if draft.confidence is not None:
        return round(draft.confidence, 3)
    return _SURE if draft.supplier and draft.recipient and "supplier" not in draft.inferred else _UNSURE


def _items(draft: Draft) -> tuple[Item, ...]:
    if draft.thing is None:
        return ()
    counted = (draft.quantity,) if draft.quantity else ()
    return tuple(
        Item(
            item=thing.printed,
            designation=thing.designation,
            part=thing.part,
            quantities=counted if thing is draft.thing else (),
        )
        for thing in (draft.thing, *draft.more)
    )


_SLOTS = (
    "supplier recipient item designation name quantity values mode instrument actor status modality polarity date "
    "expected claim parties regime"
).split()


def _evidence(page: Page, draft: Draft, fields: dict[str, Any], inferred: set[str], voiced: bool) -> tuple[Span, ...]:
    """One span for each supporting sentence; what no other sentence supports rests on the cue's own."""
    elsewhere = {slot for line, slots in draft.support.items() if line is not draft.line for slot in slots}
    filled = {s for s in _SLOTS if fields.get(s) not in (None, (), "asserted", "affirmed")}
    own = (filled - elsewhere - inferred) | draft.support.get(draft.line, set())
    if voiced:
        own.add("attribution")
    spans = [_span(page, draft.line, own)]
    for line, slots in sorted(draft.support.items(), key=lambda item: item[0].start):
        if line is not draft.line and slots:
            spans.append(_span(page, line, slots))
    return tuple(spans)


_LONGEST = 600


def _span(page: Page, line: Line, slots: set[str]) -> Span:
    return Span(
        report=page.report.id, start=line.start, end=min(line.end, line.start + _LONGEST), slots=tuple(sorted(slots))
    )
