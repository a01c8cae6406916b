"""Gives the sums of a sentence to the deal they are of."""

import re
from collections.abc import Sequence
from dataclasses import replace

from secondsource.model.statement import Value
from secondsource.understand.drafts import Draft
from secondsource.understand.money import money
from secondsource.understand.page import Line, Page

_LOOSE = frozenset({"total", "unstated", "estimate"})
_GENERAL_SALES = re.compile(
    r"\b(?:defen[cs]e|arms|weapons|military)[ -](?:sales?|exports?|trade|imports?|purchases?)$", re.IGNORECASE
)


def valued(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Attach every sum that no claim took to the nearest transfer of its sentence, and drop doubled readings.

    A total of "defence sales" is a claim, not a deal of its own.
    """
    kept = [d for d in drafts if not _is_claimed(d, drafts)]
    by_line: dict[int, list[Draft]] = {}
    for draft in kept:
        by_line.setdefault(draft.line.number, []).append(draft)
    for said in by_line.values():
        _attach(page, said[0].line, said)
    return kept


def _is_claimed(draft: Draft, drafts: Sequence[Draft]) -> bool:
    if draft.kind != "transfer" or draft.thing is None or not _GENERAL_SALES.search(draft.thing.printed):
        return False
    return any(d.kind == "claim" and d.line is draft.line and d.values for d in drafts)


def _attach(page: Page, line: Line, drafts: list[Draft]) -> None:
    taken = {v.start for d in drafts if d.kind == "claim" for v in d.values}
    deals = [d for d in drafts if d.kind == "transfer" and d.phrase is not None and d.phrase.frame != "none"]
    home: Draft | None = None
    for one in money(page, line):
        if one.value.start in taken:
            home = None
        elif one.conversion:
            for draft in deals:
                if home is not None and draft.values and draft.values[0].start == home.values[0].start:
                    draft.values += (of_status(one.value, draft),)
        elif deals:
            home = min(deals, key=lambda d: _distance(d, one.value.start))
            for draft in deals:
                if draft is home or (draft.thing == home.thing and draft.status != home.status):
                    draft.values += (of_status(one.value, draft),)


def of_status(value: Value, draft: Draft) -> Value:
    """A permission gives a ceiling, whatever the sentence calls the sum; a signed contract the contract's value."""
    if value.basis not in _LOOSE:
        return value
    if draft.status == "cleared":
        return replace(value, basis="ceiling")
    return replace(value, basis="contract") if draft.status == "signed" and draft.instrument == "contract" else value


def _distance(draft: Draft, place: int) -> int:
    spots = [draft.cue[0]] + ([draft.thing.start] if draft.thing else [])
    return min(abs(place - spot) for spot in spots)
