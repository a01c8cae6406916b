"""Statements of transfers: for each cue of a sentence, what moves from whom to whom, how far it has come, how sure."""

import re
from collections.abc import Sequence

from secondsource.knowledge.entries import Phrase
from secondsource.model.statement import Actor, Quantity, Side
from secondsource.text.numbers import DIGITS, WORDS, value_of
from secondsource.understand.drafts import Draft
from secondsource.understand.items import Thing, things
from secondsource.understand.manner import cues, modality, moment, nominal, phrase_value, polarity
from secondsource.understand.page import Line, Page
from secondsource.understand.parties import Standing, standings
from secondsource.understand.quantities import quantity, role_of
from secondsource.understand.roles import Scene, roles
from secondsource.understand.wording import speaks_of_anyone

_REACH = 170
_REACH_OUTSIDE, _REACH_CONTRACT = 75, 140
_OF_THEM = re.compile(rf"^\s+(?P<n>{DIGITS}|{WORDS})\s+(?:of (?:them|these|those)|more|others)\b", re.IGNORECASE)
_FIRST = re.compile(r"\bfirst\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_HABIT = re.compile(r"^(?:buys|sells|purchases|supplies|procures|acquires)$", re.IGNORECASE)
_TERMS = re.compile(r"\b(?:terms|conditions|price|prices|amount|sum)\s+(?:\w+\s+)?$", re.IGNORECASE)
_OWN_PURCHASE = re.compile(
    r"^\s+(?:the|a|an|its|their)\s+(?:(?!to\b)\w+\s+){0,3}?(?:purchase|acquisition|procurement|buying)\b", re.IGNORECASE
)
_THE_DEAL = re.compile(
    r"\b(?:the|this|that|its|their|such|an?|U\.?S\.?|American|final|new|planned|proposed|recent)\s+(?:\S+\s+){0,2}?"
    r"(?:deals?|sales?|offer|purchase|contract|order|agreement|package|acquisition|delivery|deliveries|transaction)\b",
    re.IGNORECASE,
)
_BARE_REFUSAL = re.compile(r"\b(?:refused|declined|said no)\s*[.,]?$", re.IGNORECASE)
_JOINED = re.compile(
    r"^[\s,]*(?:and|or|as well as|plus|including|such as|&|,)[\s,]*(?:the\s+|\d+\s+|an?\s+)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_PACT_STATUSES = frozenset({"signed", "agreed", "negotiating", "effective", "suspended", "lapsed", "cancelled"})
_PACT_REACH = 45
_PASSIVE = re.compile(r"\b(?:be|been|being|was|were|is|are|got)\s+(?:\w+ly\s+|also\s+|already\s+)?$", re.IGNORECASE)
_BEATEN = re.compile(
    r"\b(?:over|(?<!more )(?<!less )(?<!fewer )than|instead of|rather than|ahead of|replac(?:e|es|ing))\s+"
    r"(?:[\w-]+\s+){0,2}(?:[\w-]+-)?$",
    re.IGNORECASE,
)
_NOT_ARMS = re.compile(
    r"\b(?:oil|gas|crude|wheat|grain|vaccines?|civilian|airliners?|food|fertili[sz]er)\b", re.IGNORECASE
)


def transfers(page: Page, line: Line) -> list[Draft]:
    """The transfers that one sentence speaks of; items and parties may still be open."""
    found: list[Draft] = []
    pacts = _cooperation(page, line)
    named = [t for t in things(page, line) if not any(s < t.end and t.start < e for s, e in pacts)]
    states = standings(page, line)
    for span, phrase in cues(page, line, "transfer-cue"):
        if _about_something_else(page, line, span, phrase):
            continue
        items: list[Thing | None] = [*_items_of(page, line, span, named)]
        for thing in items or [None]:
            found += _drafts(page, line, span, phrase, thing, states)
    return _distinct(_without_bare_sales(page, found))


def _without_bare_sales(page: Page, found: list[Draft]) -> list[Draft]:
    """As in "The sale of the jets was approved" says approved, and says of no order."""
    bare = [d for d in found if d.status == "ordered" and nominal(page, d.cue) and d.modality == "asserted"]
    said = [d for d in found if d not in bare]
    return [d for d in found if d not in bare or not any(_one_item(d, other) for other in said)]


def _one_item(one: Draft, other: Draft) -> bool:
    return one.thing is None or other.thing is None or one.thing.start == other.thing.start


def _drafts(
    page: Page, line: Line, span: tuple[int, int], phrase: Phrase, thing: Thing | None, states: Sequence[Standing]
) -> list[Draft]:
    if thing is None and not _refers_back(page, line, span, phrase):
        return []
    if thing is not None and thing.generic and thing.part is None and _HABIT.search(page.text[span[0] : span[1]]):
        return []
    if nominal(page, span) and not _says_more(page, line, span, phrase):
        return []
    cast = roles(Scene(page=page, line=line, cue=span, phrase=phrase, thing=thing, states=tuple(states)))
    status = _status(phrase, cast.subject, cast.supplier, thing)
    if (
        status == "delivered"
        and thing is not None
        and _FIRST.search(page.text[max(line.start, thing.start - 24) : thing.start])
    ):
        status = "delivering"
    if phrase.frame == "approver" and _OWN_PURCHASE.match(page.text[span[1] : line.end]):
        status = "approved"
    drafts = []
    for recipient in cast.recipients or (None,):
        draft = Draft(
            kind="transfer",
            line=line,
            cue=span,
            phrase=phrase,
            thing=thing,
            status=status,
            modality=modality(page, line, span, phrase),
            polarity=polarity(page, line, span),
            supplier=cast.supplier.country if cast.supplier else None,
            recipient=recipient.country if recipient else None,
            mode=phrase_value(page, line, "mode", span[0]),
            instrument=phrase.instrument or phrase_value(page, line, "instrument", span[0]),
            scope="domestic" if _domestic(page, line) else "unknown",
        )
        _count(page, draft)
        _date(page, draft)
        _actor(draft, cast.subject, phrase)
        drafts.append(draft)
    return drafts


def _items_of(page: Page, line: Line, cue: tuple[int, int], named: Sequence[Thing]) -> list[Thing]:
    """The items of a cue: those joined by "and" that stand nearest, its own clause and what follows first."""
    start, end = page.clause(line, cue[0])
    passive = bool(_PASSIVE.search(page.text[start : cue[0]]))
    named = [t for t in named if not _BEATEN.search(page.text[max(start, t.start - 24) : t.start])]
    outside = _REACH_CONTRACT if "contract" in page.text[cue[0] : cue[1]].lower() else _REACH_OUTSIDE
    near = [
        t
        for t in named
        if cue[0] <= t.start < cue[1] or _gap(t, cue) <= (_REACH if start <= t.start < end else outside)
    ]
    ranked = sorted(
        near,
        key=lambda t: (not start <= t.start < end, _distance(t, cue, passive)),
    )
    if not ranked:
        return []
    first = ranked[0]
    joined = [first]
    for thing in sorted(named, key=lambda t: t.start):
        if thing.start > joined[-1].start and _JOINED.match(page.text[joined[-1].end : thing.start]):
            joined.append(thing)
    for thing in sorted(named, key=lambda t: -t.start):
        if thing.end <= joined[0].start and _JOINED.match(page.text[thing.end : joined[0].start]):
            joined.insert(0, thing)
    precise = [t for t in joined if t.part is not None or not t.generic]
    return precise or joined


def _gap(thing: Thing, cue: tuple[int, int]) -> int:
    return max(thing.start - cue[1], cue[0] - thing.end, 0)


def _distance(thing: Thing, cue: tuple[int, int], passive: bool) -> int:
    """Characters between item and cue; the unusual side, and what says no more than "arms", count as further."""
    behind = 25 if (thing.start < cue[0]) != passive else 0
    vague = 25 if thing.generic and thing.part is None else 0
    return _gap(thing, cue) + behind + vague


def _refers_back(page: Page, line: Line, cue: tuple[int, int], phrase: Phrase) -> bool:
    """Whether a sentence without an item speaks of a deal named before ("the sale", "India refused")."""
    if _THE_DEAL.search(page.text, *page.clause(line, cue[0])):
        return True
    return phrase.value == "refused" and bool(_BARE_REFUSAL.search(page.text[line.start : min(line.end, cue[1] + 1)]))


def _says_more(page: Page, line: Line, span: tuple[int, int], phrase: Phrase) -> bool:
    """A noun that names a deal states it only with a date, a number or a mark of plan or possibility."""
    if modality(page, line, span, phrase) != "asserted" or moment(page, line, span):
        return True
    start, end = page.clause(line, span[0])
    return bool(re.search(r"[$€£₹]|\b\d+\s+[A-Z]", page.text[start:end])) and phrase.value != "negotiating"


def _status(phrase: Phrase, subject: Standing | None, supplier: Standing | None, thing: Thing | None) -> str:
    """The exporting state's permission is `cleared`; the buyer's own go-ahead is `approved`."""
    if phrase.frame != "approver" or subject is None:
        return phrase.value
    exporter = supplier.country if supplier else thing.exporter if thing else None
    return "cleared" if exporter in (None, subject.country) else "approved"


def _count(page: Page, draft: Draft) -> None:
    some = _OF_THEM.match(page.text[draft.cue[1] : draft.line.end])
    number = value_of(some["n"]) if some else None
    if number is not None:
        draft.quantity = Quantity(number=number, role=role_of(draft.status))
    elif draft.thing is not None:
        counted = quantity(page, draft.line, draft.thing, draft.status)
        draft.quantity = counted[0] if counted else None


def _date(page: Page, draft: Draft) -> None:
    found = moment(page, draft.line, draft.cue)
    if found is None:
        return
    if draft.modality == "asserted":
        draft.date = found[0]
    else:
        draft.expected = found[0]


def _actor(draft: Draft, subject: Standing | None, phrase: Phrase) -> None:
    if subject is None:
        return
    side: Side = "third"
    if subject.body_role == "legislature":
        side = "legislature"
    elif subject.body_role == "court":
        side = "court"
    elif subject.country == draft.supplier:
        side = "supplier"
    elif subject.country == draft.recipient:
        side = "recipient"
    draft.actor = Actor(name=subject.label, side=side)


def _domestic(page: Page, line: Line) -> bool:
    return any(pattern.search(page.words(line)) for pattern, _ in page.knowledge.phrases_of("domestic"))


def _about_something_else(page: Page, line: Line, span: tuple[int, int], phrase: Phrase) -> bool:
    """Oil and grain, buyers in general, or a pact or licence that the cue speaks of instead."""
    start, end = page.clause(line, span[0])
    if _NOT_ARMS.search(page.text[max(start, span[0] - 20) : min(end, span[1] + 40)]):
        return True
    if speaks_of_anyone(page.text[start : span[0]]) or _TERMS.search(page.text[start : span[0]]):
        return True
    kinds = (
        ("control-thing", "pact-thing", "cooperation-thing") if phrase.value in _PACT_STATUSES else ("control-thing",)
    )
    spots = [
        (m.start(), m.end())
        for kind in kinds
        for p, _ in page.knowledge.phrases_of(kind)
        for m in p.finditer(page.text, start, line.end)
    ]
    spots += [(m.start, m.end) for m in page.names(start, line.end, "agreement") if phrase.value in _PACT_STATUSES]
    return any(s <= span[0] < e or 0 <= s - span[1] <= _PACT_REACH for s, e in spots)


def _cooperation(page: Page, line: Line) -> list[tuple[int, int]]:
    return [
        (m.start(), m.end())
        for pattern, _ in page.knowledge.phrases_of("cooperation-thing")
        for m in pattern.finditer(page.text, line.start, line.end)
    ]


def _distinct(found: list[Draft]) -> list[Draft]:
    """One statement for each status, item and recipient of a sentence."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for draft in found:
        item = (draft.thing.family or draft.thing.start) if draft.thing else None
        key = (draft.status, draft.modality, draft.polarity, item, draft.recipient)
        if key not in seen:
            seen.add(key)
            kept.append(draft)
    return kept
