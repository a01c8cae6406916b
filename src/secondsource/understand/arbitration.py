"""Between the rules and the extractor: who is heard of a sentence, and what the one adds to the other's reading."""

import re
from collections.abc import Callable, Sequence

from secondsource.understand.candidates import candidates
from secondsource.understand.drafts import Draft
from secondsource.understand.page import Page

SURE = {"statement": 0.3, "alone": 0.4, "beside": 0.6, "far": 0.6, "binding": 0.45, "overrules": 0.85}
"""The least confidence of a statement of the extractor: at all, where the rules say nothing of the sentence, where they
say something else of it, where the sentence names neither the item nor a sum nor the deal, and where it binds."""
_DEAL = re.compile(
    r"\b(?:deals?|sales?|offers?|purchases?|contracts?|orders?|agreements?|packages?|acquisitions?|deliver\w+|"
    r"transactions?|shipments?|batch(?:es)?|sanctions?|licen[cs]es?|permits?|embargo(?:es)?|bids?)\b",
    re.IGNORECASE,
)
_BINDING = frozenset({"signed", "effective", "ordered", "delivering", "delivered"})
_ANYONE = re.compile(
    r"\b(?:countries|nations|states|buyers|anyone|others|customers|whoever)\s+(?:that\s+|who\s+|which\s+)?$",
    re.IGNORECASE,
)
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


def standing(page: Page, seen: Sequence[Draft]) -> list[Draft]:
    """The extractor's readings that have what their kind cannot be without."""
    kept = [d for d in seen if _NEEDED[d.kind](d) and not _is_of_anyone(page, d) and not _is_rashly_bound(d)]
    return [d for d in kept if (d.confidence or 0.0) >= SURE["far"] or _is_near(page, d)]


def _is_near(page: Page, draft: Draft) -> bool:
    """Whether its own sentence names an item, a sum, or the deal by a word for it."""
    offered = {c.kind for c in candidates(page, draft.line)}
    unusual = draft.thing is not None and draft.supplier and draft.thing.exporter not in (None, draft.supplier)
    borrowed = any("designation" in slots for line, slots in draft.support.items() if line is not draft.line)
    if draft.kind == "agreement" or borrowed or unusual:
        return (draft.confidence or 0.0) >= SURE["alone"]
    return bool(offered & {"thing", "sum"}) or bool(_DEAL.search(page.words(draft.line)))


def _is_of_anyone(page: Page, draft: Draft) -> bool:
    """As in "countries that buy Russian arms": a rule for all is no step of one."""
    return bool(_ANYONE.search(page.text[draft.line.start : draft.cue[0]]))


def _is_rashly_bound(draft: Draft) -> bool:
    """An order is a grave thing to enter wrongly: what says that one is made or filled must be surer than the rest."""
    said = draft.modality == "asserted" and draft.polarity == "affirmed"
    return said and draft.status in _BINDING and (draft.confidence or 0.0) < SURE["binding"]


def _has_parties(draft: Draft) -> bool:
    return draft.name is not None or (len(draft.parties) > 1 and (draft.confidence or 0.0) >= SURE["far"])


_NEEDED: dict[str, Callable[[Draft], bool]] = {
    "transfer": lambda d: d.thing is not None and (not d.thing.generic or (d.confidence or 0.0) >= SURE["alone"]),
    "agreement": _has_parties,
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


def _is_news(seen: Draft, ruled: Sequence[Draft]) -> bool:
    beside = [d for d in ruled if d.line.number == seen.line.number and d.kind == seen.kind]
    sure = seen.confidence or 0.0
    if not beside:
        return sure >= SURE["alone"]
    return sure >= SURE["beside"] and not any(_same_step(d, seen) or d.status == seen.status for d in beside)
