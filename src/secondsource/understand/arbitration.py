"""Between the rules and the extractor: who is heard of a sentence, and what the one adds to the other's reading."""

import re
from collections.abc import Callable, Sequence

from secondsource.understand.candidates import candidates
from secondsource.understand.drafts import Draft
from secondsource.understand.page import Page
from secondsource.understand.wording import speaks_of_anyone

SURE = {"statement": 0.3, "alone": 0.4, "binding": 0.45, "beside": 0.6, "far": 0.6, "overrules": 0.85}
"""The least confidence of a reading by the extractor: at all; where its item, giver or pact is not plain; where it says
that an order is made or filled; to be heard before a reading by the rules that leaves something open; where its
sentence names neither an item nor a sum nor the deal; and to be heard before one that leaves nothing open. Set on the
development gold so that the assertions on the seeds hold."""
_DEAL = re.compile(
    r"\b(?:deals?|sales?|offers?|purchases?|contracts?|orders?|agreements?|packages?|acquisitions?|deliver\w+|"
    r"transactions?|shipments?|batch(?:es)?|sanctions?|licen[cs]es?|permits?|embargo(?:es)?|bids?)\b",
    re.IGNORECASE,
)
_BINDING = frozenset({"signed", "effective", "ordered", "delivering", "delivered"})
_ADDED = "quantity date expected actor instrument mode supplier recipient".split()


def arbitrated(ruled: Sequence[Draft], seen: Sequence[Draft]) -> list[Draft]:
    """The readings of both, sentence by sentence: where both speak of one kind of statement, the surer is heard."""
    by_line: dict[tuple[int, str], tuple[list[Draft], list[Draft]]] = {}
    for n, drafts in enumerate((ruled, seen)):
        for draft in drafts:
            by_line.setdefault((draft.line.number, draft.kind), ([], []))[n].append(draft)
    found: list[Draft] = []
    for rules, network in by_line.values():
        found += _heard(rules, network)
    return found


def _heard(rules: list[Draft], network: list[Draft]) -> list[Draft]:
    if not rules or not network:
        return rules or network
    sure = max(d.confidence or 0.0 for d in network)
    if sure >= SURE["overrules" if any(_is_strong(d) for d in rules) else "beside"]:
        trusted = [n for n in network if (n.confidence or 0.0) >= SURE["alone"]]
        return trusted + [d for d in rules if not any(_touches(d, n) or d.status == n.status for n in trusted)]
    for draft in rules:
        same = [d for d in network if _same_step(draft, d)]
        if same:
            _complete(draft, max(same, key=lambda d: d.confidence or 0.0))
    return rules


def _is_strong(draft: Draft) -> bool:
    """A reading by the rules that leaves nothing open: a named weapon between two states, or a pact by its name."""
    if draft.kind != "transfer":
        return True
    parties = draft.supplier and draft.recipient and not draft.inferred & {"supplier", "recipient"}
    return bool(parties and draft.thing is not None and draft.thing.designation)


def doubt(page: Page, draft: Draft) -> str | None:
    """Why a reading by the extractor does not stand; None where it does."""
    sure = draft.confidence or 0.0
    if not _NEEDED[draft.kind](draft):
        return "states a step, and nothing in the report says of what, or between whom"
    if speaks_of_anyone(page.text[draft.line.start : draft.cue[0]]):
        return "speaks of what any state does, and not of one"
    least = max(
        SURE["statement"],
        SURE["binding"] if _is_binding(draft) else 0.0,
        SURE["alone"] if not _is_plain(draft) else 0.0,
        SURE["far"] if not _is_near(page, draft) else 0.0,
    )
    return None if sure >= least else unsure(sure, least)


def unsure(sure: float, least: float) -> str:
    """The reason of a reading that is less sure than is asked for."""
    return f"may state a step, which is {sure:.0%} sure; {least:.0%} are asked for"


def _is_near(page: Page, draft: Draft) -> bool:
    """Whether its own sentence names an item, a sum, or the deal by a word for it, or a pact by its name.

    One whose item stands in another sentence is not asked for it again: it is no plain reading.
    """
    if draft.kind == "agreement":
        return draft.name is not None
    if _borrows_its_item(draft):
        return True
    offered = {c.kind for c in candidates(page, draft.line)}
    return bool(offered & {"thing", "sum"}) or bool(_DEAL.search(page.words(draft.line)))


def _is_plain(draft: Draft) -> bool:
    """Whether its item is a known weapon, named here, from the state that usually gives it; never so of a pact."""
    if draft.kind != "transfer" or draft.thing is None:
        return draft.kind != "agreement"
    usual = not draft.supplier or draft.thing.exporter in (None, draft.supplier)
    return usual and not draft.thing.generic and not _borrows_its_item(draft)


def _borrows_its_item(draft: Draft) -> bool:
    return any("designation" in slots for line, slots in draft.support.items() if line is not draft.line)


def _is_binding(draft: Draft) -> bool:
    return draft.modality == "asserted" and draft.polarity == "affirmed" and draft.status in _BINDING


_NEEDED: dict[str, Callable[[Draft], bool]] = {
    "transfer": lambda d: d.thing is not None,
    "agreement": lambda d: d.name is not None or len(d.parties) > 1,
    "sanction": lambda d: d.recipient is not None and d.supplier is not None and d.supplier != d.recipient,
    "control": lambda d: d.recipient is not None or d.actor is not None,
    "claim": lambda d: d.claim is not None and d.claim.amount is not None,
}


def _same_step(draft: Draft, other: Draft) -> bool:
    if draft.line.number != other.line.number or draft.kind != other.kind:
        return False
    things = draft.thing is None or other.thing is None or draft.thing.can_be(other.thing)
    return things and (_touches(draft, other) or draft.status == other.status)


def _touches(one: Draft, other: Draft) -> bool:
    return one.cue[0] < other.cue[1] and other.cue[0] < one.cue[1]


def _complete(draft: Draft, other: Draft) -> None:
    """Blanks are filled; the voice stays the rules', who hear the one that the sentence itself names."""
    for slot in _ADDED:
        if getattr(draft, slot) is None and getattr(other, slot) is not None and _fits(draft, slot, other):
            lines = [line for line, slots in other.support.items() if slot in slots] or [other.line]
            draft.fill(lines[0], **{slot: getattr(other, slot)})
    if not draft.values and other.values:
        draft.values = other.values
        lines = [line for line, slots in other.support.items() if "values" in slots] or [other.line]
        draft.rest_on(lines[0], "values")


def _fits(draft: Draft, slot: str, other: Draft) -> bool:
    """A party is taken only where it is not the other side already; a date only for a step as certain."""
    if slot in ("supplier", "recipient"):
        return getattr(other, slot) not in (draft.supplier, draft.recipient)
    return slot not in ("date", "expected") or draft.modality == other.modality
