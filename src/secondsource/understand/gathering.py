"""One statement for one step: what several sentences of a report say of it in other words is brought together."""

from collections.abc import Sequence

from secondsource.model.statement import Attribution
from secondsource.understand.drafts import Draft

_FILLED = "supplier recipient actor name regime quantity mode instrument date expected claim thing voice".split()


def gathered(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a report with repeated ones joined to the first; slots that only a later one fills are added.

    Two drafts are one where kind, status, modality, polarity and stance agree and nothing that both say differs: what
    one voice says and another repeats stays two.
    """
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.line.headline, d.line.number, d.cue)):
        same = next((k for k in kept if _one_step(k, draft)), None)
        if same is None:
            kept.append(draft)
        elif not draft.line.headline:
            _join(same, draft)
    return kept


def _one_step(one: Draft, other: Draft) -> bool:
    if (one.kind, one.status, one.modality, one.polarity, one.stance) != (
        other.kind,
        other.status,
        other.modality,
        other.polarity,
        other.stance,
    ):
        return False
    if one.line is other.line and one.cue == other.cue:
        return False
    if one.kind == "claim" or not _same_thing(one, other) or not _same_voice(one.voice, other.voice):
        return False
    agree = all(
        getattr(one, slot) is None or getattr(other, slot) is None or getattr(one, slot) == getattr(other, slot)
        for slot in ("supplier", "recipient", "name")
    )
    numbers = one.quantity is None or other.quantity is None or one.quantity.number == other.quantity.number
    sums = not one.values or not other.values or one.values[0].amount == other.values[0].amount
    return agree and numbers and sums and _same_date(one, other) and set(one.parties) == set(other.parties)


def _same_thing(one: Draft, other: Draft) -> bool:
    if one.thing is None or other.thing is None:
        return one.line is other.line or one.recipient == other.recipient is not None
    if one.thing.kinds and other.thing.kinds:
        return one.thing.can_be(other.thing)
    return one.thing.printed.lower() == other.thing.printed.lower()


def _same_voice(one: Attribution | None, other: Attribution | None) -> bool:
    return one is None or other is None or one.speaker == other.speaker


def _same_date(one: Draft, other: Draft) -> bool:
    if one.date is None or other.date is None:
        return True
    if one.date.start is None or other.date.start is None:
        return one.date.text == other.date.text
    return one.date.start <= (other.date.end or other.date.start) and other.date.start <= (
        one.date.end or one.date.start
    )


def _join(kept: Draft, other: Draft) -> None:
    for slot in _FILLED:
        if getattr(kept, slot) is None and getattr(other, slot) is not None:
            setattr(kept, slot, getattr(other, slot))
            kept.rest_on(other.line, "item" if slot == "thing" else "attribution" if slot == "voice" else slot)
    if not kept.values and other.values:
        kept.values = other.values
        kept.rest_on(other.line, "values")
    if kept.thing is not None and other.thing is not None and kept.thing.generic and not other.thing.generic:
        kept.thing = other.thing
        kept.rest_on(other.line, "item", "designation")
    kept.rest_on(other.line, "status")
