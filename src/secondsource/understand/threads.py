"""Brings the sentences of a report together: what one leaves open, another says of the same thing.

A slot taken from another sentence carries that sentence as evidence. A supplier that no sentence names is filled from
the designation's usual exporter, a recipient from the one state that the report is about; both are marked `inferred`.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from secondsource.understand.claims import DEAL_VALUE
from secondsource.understand.drafts import Draft
from secondsource.understand.items import Thing, things
from secondsource.understand.page import Line, Page
from secondsource.understand.parties import standings
from secondsource.understand.voices import voices

_NEAR_LINES = 12
# A state with this share of the mentions of all states but the supplier is whom the report is about.
_PROTAGONIST_SHARE = 0.65
_PROTAGONIST_LINES = 4
_ASIDE = frozenset({"against", "over", "than", "from", "near", "like", "including", "outside"})
_NAMED_LINES = 12
# How far off a weapon may be named that a common noun means; "aircraft" and its like mean too much to look far.
_DESIGNATION_LINES = 4
_VAGUE_KINDS, _VAGUE_LINES = 4, 2
_WE = re.compile(r"\b(?:we|our)\b", re.IGNORECASE)


def threaded(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Complete the drafts of a report from one another; those that stay empty are dropped."""
    named = [(line, t) for line in page.lines for t in things(page, line)]
    transfers = [d for d in drafts if d.kind == "transfer"]
    by_line: dict[int, list[Draft]] = {}
    for draft in transfers:
        by_line.setdefault(draft.line.number, []).append(draft)
    for draft in [*transfers, *(d for d in drafts if d.claim is not None and d.claim.measure == DEAL_VALUE)]:
        _forget_vague(draft)
        number = draft.line.number
        _find_item(draft, [d for n in range(number - _NEAR_LINES, number) for d in by_line.get(n, ())], named)
    prices = [d for d in drafts if d.kind == "claim" and d.thing is not None]
    for draft in transfers + prices:
        _find_designation(draft, named)
    for draft in transfers + prices:
        _find_parties(draft, transfers)
    _share_among_joined(transfers)
    for draft in transfers:
        _first_person(page, draft)
        _infer_supplier(draft)
        _infer_recipient(page, draft)
    return [d for d in drafts if _worth_keeping(d)]


def _forget_vague(draft: Draft) -> None:
    """In a schedule ("first delivery is due in May, the last aircraft follow"), "aircraft" is the thing spoken of."""
    schedule = draft.phrase is not None and draft.phrase.frame == "none"
    if schedule and draft.thing is not None and draft.thing.generic and len(draft.thing.kinds) > _VAGUE_KINDS:
        draft.thing = None


def _find_item(draft: Draft, earlier: Sequence[Draft], named: Sequence[tuple[Line, Thing]]) -> None:
    """A sentence on "the sale" or a bare refusal speaks of the item last spoken of that fits its parties."""
    if draft.thing is not None:
        return
    before = [
        d
        for d in earlier
        if d.thing is not None
        and (draft.recipient in (None, d.recipient) or d.recipient is None)
        and "item" not in d.support.get(d.line, set())
    ]
    if before:
        last = max(before, key=lambda d: (bool(d.thing and d.thing.designation), d.line.number))
        if last.thing is not None and last.thing.designation:
            often = Counter(t.family for line, t in named if line.number < draft.line.number)
            last = max(before, key=lambda d: (often[d.thing.family] if d.thing else 0, d.line.number))
            draft.thing = last.thing
            draft.rest_on(last.line, "item", "designation")
            return
    known = [(line, t) for line, t in named if t.designation and 0 < draft.line.number - line.number <= _NAMED_LINES]
    if known:
        line, draft.thing = known[-1]
        draft.rest_on(line, "item", "designation")
    elif before:
        draft.thing = last.thing
        draft.rest_on(last.line, "item")


def _find_designation(draft: Draft, named: Sequence[tuple[Line, Thing]]) -> None:
    """A common noun takes the designation of the only weapon of its kind that the report names."""
    thing = draft.thing
    if thing is None or not thing.generic or not thing.kinds or draft.modality == "planned":
        return
    fitting = [(line, t) for line, t in named if not t.generic and set(t.kinds) & set(thing.kinds)]
    families = {t.family for _, t in fitting}
    if len(families) != 1:
        return
    line, weapon = min(fitting, key=lambda f: (f[0].headline, abs(f[0].number - draft.line.number)))
    if draft.supplier and weapon.exporter not in (None, draft.supplier):
        return
    if abs(line.number - draft.line.number) > (_VAGUE_LINES if len(thing.kinds) > _VAGUE_KINDS else _DESIGNATION_LINES):
        return
    draft.thing = replace(
        thing,
        designation=weapon.designation,
        family=weapon.family,
        maker=weapon.maker,
        exporter=weapon.exporter,
        part=weapon.part,
    )
    if line is not draft.line:
        draft.rest_on(line, "designation")


def _find_parties(draft: Draft, transfers: Sequence[Draft]) -> None:
    if draft.thing is None:
        return
    for slot, other in (("recipient", "supplier"), ("supplier", "recipient")):
        if getattr(draft, slot) is not None:
            continue
        fitting = [
            d
            for d in transfers
            if d is not draft and d.scope != "domestic" and getattr(d, slot) and _one_thing(draft, d, slot, other)
        ]
        if fitting:
            near = min(fitting, key=lambda d: (d.line.headline, abs(d.line.number - draft.line.number), d.line.number))
            draft.fill(near.line, **{slot: getattr(near, slot)})


def _one_thing(draft: Draft, other: Draft, slot: str, opposite: str) -> bool:
    if draft.thing is None or other.thing is None or not _same_thing(draft.thing, other.thing):
        return False
    if slot in other.inferred or any(slot in s for line, s in other.support.items() if line is not other.line):
        return False
    if slot == "supplier" and other.thing.generic and draft.thing.exporter not in (None, getattr(other, slot)):
        return False
    given = getattr(draft, opposite)
    return given != getattr(other, slot) and (given is None or getattr(other, opposite) in (None, given))


def _share_among_joined(transfers: Sequence[Draft]) -> None:
    """As in "sales of fighters and drones": what one cue says of one of its items it says of all."""
    joined: dict[tuple[int, tuple[int, int]], list[Draft]] = {}
    for draft in transfers:
        joined.setdefault((draft.line.number, draft.cue), []).append(draft)
    for group in joined.values():
        for draft, other in product(group, group):
            for slot in ("supplier", "recipient"):
                lines = [line for line, slots in other.support.items() if slot in slots] or [other.line]
                draft.fill(lines[0], **{slot: getattr(other, slot)})


def _same_thing(one: Thing, other: Thing) -> bool:
    """Whether what is said of the one may be said of the other: one family, or common nouns of one kind."""
    if one.family and other.family:
        return one.family == other.family
    vague = max(len(one.kinds), len(other.kinds)) > _VAGUE_KINDS and bool(one.family or other.family)
    return one == other or (not vague and bool(set(one.kinds) & set(other.kinds)))


def _first_person(page: Page, draft: Draft) -> None:
    """As in "we hope to sell more trainers": an official speaks for his own side's sales."""
    if draft.supplier is not None or draft.phrase is None or draft.phrase.frame != "seller":
        return
    if _WE.search(page.text[draft.line.start : draft.cue[0]]):
        voice = voices(page).attribution(draft.line)
        country = voice.attribution.country if voice is not None else None
        if country is not None and country != draft.recipient:
            draft.supplier = country
            draft.inferred.add("supplier")


def _infer_supplier(draft: Draft) -> None:
    exporter = draft.thing.exporter if draft.thing else None
    if draft.supplier is None and exporter and exporter != draft.recipient and draft.mode != "stock-transfer":
        draft.supplier = exporter
        draft.inferred.add("supplier")


def _infer_recipient(page: Page, draft: Draft) -> None:
    """The one other state that a report on this item is about, typed inferred; where two could be meant, nobody."""
    if draft.recipient is not None or draft.thing is None or draft.thing.generic or draft.supplier is None:
        return
    counted: Counter[str] = Counter()
    near: dict[str, Line] = {}
    for line in page.lines:
        if abs(line.number - draft.line.number) > _PROTAGONIST_LINES:
            continue
        for state in standings(page, line):
            if state.preposition not in _ASIDE and not state.maker:
                counted[state.country] += 1
                near.setdefault(state.country, line)
    if not counted:
        return
    country, number = counted.most_common(1)[0]
    if country == draft.supplier or draft.scope == "domestic":
        return
    if number >= _PROTAGONIST_SHARE * sum(counted.values()) and number > 1:
        draft.recipient = country
        draft.inferred.add("recipient")


def _worth_keeping(draft: Draft) -> bool:
    """A deal needs a thing, and a party or a designation that says which; the value of a deal needs its deal."""
    if draft.kind != "transfer":
        return draft.claim is None or draft.claim.measure != DEAL_VALUE or bool(draft.thing and draft.recipient)
    if draft.thing is None or draft.supplier == draft.recipient is not None:
        return False
    if draft.thing.designation is None:
        known = draft.supplier or draft.actor or draft.quantity or draft.values or draft.thing.part
        return bool(draft.recipient) and bool(known)
    return bool(draft.recipient or "supplier" not in draft.inferred) or bool(
        draft.quantity and re.fullmatch(r"ordered|signed|delivered|cleared", draft.status or "")
    )
