"""Statements as the trained extractor sees them: it picks what belongs together, the recognisers say what it is."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import cast

from secondsource.extractor import Extractor, Judgement, Place
from secondsource.extractor.labels import BASES, CLASSES
from secondsource.model.statement import (
    Actor,
    Attribution,
    Basis,
    Claim,
    Modality,
    Moment,
    Party,
    Polarity,
    Quantity,
    Side,
    Stance,
    StatementKind,
    Value,
)
from secondsource.understand.candidates import Candidate
from secondsource.understand.counts import Count
from secondsource.understand.drafts import Draft
from secondsource.understand.figures import of_status
from secondsource.understand.items import Thing
from secondsource.understand.looking import Seen
from secondsource.understand.manner import hangs_on_a_condition, names_a_step, phrase_value
from secondsource.understand.money import money, with_conversions
from secondsource.understand.page import Page
from secondsource.understand.parties import Standing
from secondsource.understand.quantities import role_of
from secondsource.understand.sanctions import law_near, short_name
from secondsource.understand.speakers import Cast, Speaker, outlets

_ROLE_LEAST, _NAME_LEAST, _PARTY_LEAST = 0.2, 0.3, 0.15
_FIGURE_LEAST = 0.12
"""The least probability that a role has the candidate chosen for it; below, the slot stays blank. A figure or date
stands in few places of a report, so that a weak choice is mostly right."""
_ALSO_LEAST, _ALSO_SHARE, _APART_LEAST = 0.12, 0.25, 0.22
_NEEDS_WORDS = frozenset({"estimate", "contract", "unstated"})
"""Bases that only words give: where none say so, a sum that belongs to a deal is its total."""
_JOIN = re.compile(r"[\s,]*(?:and|or|both|as well as|&)?[\s,]*(?:the\s+|for\s+|to\s+)?", re.IGNORECASE)


def proposed(page: Page, looks: Iterable[Seen], extractor: Extractor) -> list[Draft]:
    """What the extractor reads at each trigger, however sure it is; a draft's confidence is of trigger and status."""
    cast_ = Cast(page)
    found: list[Draft] = []
    for seen in looks:
        triggers = list(seen.triggers())
        if triggers:
            judged = extractor.judge(seen.states, [place for place, _ in triggers], seen.offers)
            heard = _heard(seen, judged, cast_)
            for n, trigger in enumerate(triggers):
                found += _Reading(seen, judged, heard, (n, *trigger)).drafts()
    return found


def _heard(seen: Seen, judged: Judgement, cast_: Cast) -> dict[tuple[int, int], Attribution | None]:
    """The speakers that the extractor marks in a stretch, each resolved."""
    marked = [(c, float(judged.unnamed[n])) for n, (c, _) in enumerate(seen.offered) if c.kind == "voice" and c.marked]
    return {
        (c.start, c.end): cast_.resolve(Speaker(start=c.start, end=c.end, line=c.line, unnamed=unnamed))
        for c, unnamed in sorted(marked, key=lambda m: m[0].start)
    }


class _Reading:
    """One trigger read: its classes, and the best candidate for each role."""

    def __init__(
        self,
        seen: Seen,
        judged: Judgement,
        heard: dict[tuple[int, int], Attribution | None],
        trigger: tuple[int, Place, float],
    ) -> None:
        number, place, sure = trigger
        line = seen.line(place.start)
        assert line is not None, "a trigger stands in a sentence"
        self._seen, self._page, self._line, self._heard = seen, seen.page, line, heard
        self._cue = (seen.stretch.starts[place.start], seen.stretch.ends[place.end - 1])
        self._chances = {role: chances[number] for role, chances in judged.roles.items()}
        self._bases = judged.bases[number]
        self._confidence = sure * float(judged.classes["status"][number].max())
        self._classes = {slot: CLASSES[slot][int(p[number].argmax())] for slot, p in judged.classes.items()}

    def drafts(self) -> Iterator[Draft]:
        """One statement, or one for each recipient that the words join."""
        kind, _, status = self._classes["status"].partition(":")
        for recipient in self._joined("recipient") or (None,):
            draft = Draft(
                kind=cast("StatementKind", kind),
                line=self._line,
                cue=self._cue,
                status=status or None,
                modality=cast("Modality", self._classes["modality"]),
                polarity=cast("Polarity", self._classes["polarity"]),
                stance=cast("Stance", self._classes["stance"]),
                mode=self._classes["mode"] or phrase_value(self._page, self._line, "mode", self._cue[0]),
                instrument=self._classes["instrument"]
                or phrase_value(self._page, self._line, "instrument", self._cue[0]),
                method="model",
                confidence=self._confidence,
            )
            if draft.modality == "asserted":
                draft.modality = self._certainty()
            self._parties(draft, recipient)
            self._things(draft)
            self._figures(draft)
            self._moment(draft)
            self._actor(draft)
            self._names(draft)
            self._voice(draft)
            yield draft

    def _certainty(self) -> Modality:
        """What the words around a trigger make of an assertion."""
        if hangs_on_a_condition(self._page, self._line, self._cue):
            return "possible"
        return "planned" if names_a_step(self._page, self._line, self._cue) else "asserted"

    def _best(self, role: str, least: float = _ROLE_LEAST) -> Candidate | None:
        chances = self._chances[role]
        by_name: dict[str, float] = {}
        for n, (candidate, _) in enumerate(self._seen.offered):
            by_name[candidate.name] = by_name.get(candidate.name, 0.0) + float(chances[n])
        fitting = [n for n in range(len(self._seen.offered)) if chances[n] > 1e-6]
        if not fitting:
            return None
        best = max(fitting, key=lambda n: (by_name[self._seen.offered[n][0].name], self._in_body(n), chances[n]))
        name = self._seen.offered[best][0].name
        return self._seen.offered[best][0] if by_name[name] >= least else None

    def _in_body(self, number: int) -> bool:
        """A headline is evidence only for what it says itself."""
        line = self._seen.offered[number][0].line
        return not line.headline or line is self._line

    def _joined(self, role: str) -> list[Candidate]:
        """The best candidate and those that "and" joins to it."""
        best = self._best(role)
        if best is None:
            return []
        chances = self._chances[role]
        top = max(float(chances[n]) for n, (c, _) in enumerate(self._seen.offered) if c.name == best.name)
        also = [
            c
            for n, (c, _) in enumerate(self._seen.offered)
            if c.name != best.name
            and c.kind == best.kind
            and chances[n] >= max(_ALSO_LEAST, _ALSO_SHARE * top)
            and c.line is best.line
        ]
        kept = [best]
        share = {c.name: float(chances[n]) for n, (c, _) in enumerate(self._seen.offered) if c in also}
        for candidate in sorted(also, key=lambda c: c.start):
            near = any(_beside(self._page, candidate, k) for k in kept) or share[candidate.name] >= _APART_LEAST
            if near and candidate.name not in {k.name for k in kept}:
                kept.append(candidate)
        return sorted(kept, key=lambda c: c.start)

    def _parties(self, draft: Draft, recipient: Candidate | None) -> None:
        if recipient is not None:
            draft.fill(recipient.line, recipient=recipient.name)
        supplier = self._best("supplier")
        if supplier is not None and supplier.name != draft.recipient:
            draft.fill(supplier.line, supplier=supplier.name)

    def _things(self, draft: Draft) -> None:
        chances = self._chances["item"]
        best = self._best("item")
        if best is None:
            return
        if draft.kind == "sanction" and cast("Thing", best.what).generic:
            return
        draft.thing = cast("Thing", best.what)
        draft.rest_on(best.line, "item")
        more: dict[str, Candidate] = {}
        for n, (c, _) in enumerate(self._seen.offered):
            if c.kind == "thing" and c.name != best.name and chances[n] >= _ALSO_LEAST:
                more.setdefault(c.name, c)
        draft.more = tuple(cast("Thing", c.what) for c in more.values())

    def _figures(self, draft: Draft) -> None:
        counted = self._best("quantity", _FIGURE_LEAST)
        if counted is not None:
            count = cast("Count", counted.what)
            if count.number is not None:
                role = role_of(draft.status)
                quantity = Quantity(number=count.number, high=count.high, bound=count.bound, unit=count.unit, role=role)
                draft.fill(counted.line, quantity=quantity)
        summed = self._best("value", _FIGURE_LEAST)
        if summed is not None:
            number = next(n for n, (c, _) in enumerate(self._seen.offered) if c is summed)
            basis = cast("Basis", BASES[int(self._bases[number].argmax())])
            draft.values = tuple(of_status(v, draft) for v in _based(self._page, summed, basis))
            draft.rest_on(summed.line, "values")

    def _moment(self, draft: Draft) -> None:
        dated = self._best("date", _FIGURE_LEAST)
        if dated is not None:
            moment = cast("Moment", dated.what)
            if draft.modality == "asserted":
                draft.fill(dated.line, date=moment)
            else:
                draft.fill(dated.line, expected=moment)

    def _actor(self, draft: Draft) -> None:
        actor, side = self._best("actor"), self._classes["side"]
        if actor is not None and side:
            label = cast("Standing", actor.what).label
            draft.fill(actor.line, actor=Actor(name=label, side=cast("Side", side)))

    def _names(self, draft: Draft) -> None:
        if draft.kind in ("agreement", "sanction", "control"):
            named = self._best("name", _NAME_LEAST)
            if named is not None:
                draft.fill(named.line, name=named.name)
        if draft.kind == "sanction":
            near = law_near(self._page, draft.line)
            if near is not None:
                draft.name = None
                draft.fill(near[1], name=near[0].name, regime=short_name(near[0]), supplier=near[0].country)
        if draft.kind == "agreement":
            joined = self._several("party")
            draft.parties = tuple(Party(name=name, role="party") for name in joined)
            for line in {c.line for c in joined.values()}:
                draft.rest_on(line, "parties")
        if draft.kind == "claim":
            draft.claim = _claim(self._page, draft)

    def _several(self, role: str) -> dict[str, Candidate]:
        chances = self._chances[role]
        shares: dict[str, float] = {}
        first: dict[str, Candidate] = {}
        for n, (c, _) in enumerate(self._seen.offered):
            if chances[n] > 0.01:
                shares[c.name] = shares.get(c.name, 0.0) + float(chances[n])
                first.setdefault(c.name, c)
        return {
            name: first[name] for name, share in sorted(shares.items(), key=lambda i: -i[1]) if share >= _PARTY_LEAST
        }

    def _voice(self, draft: Draft) -> None:
        found = self._best("voice", _FIGURE_LEAST)
        if found is None:
            return
        draft.voice = (
            self._heard[found.start, found.end]
            if found.marked
            else Attribution(speaker=None, role=None, anonymous=False, outlets=outlets(self._page, found.line))
        )
        if draft.voice is not None:
            draft.rest_on(found.line, "attribution")


def _beside(page: Page, one: Candidate, other: Candidate) -> bool:
    first, second = sorted((one, other), key=lambda c: c.start)
    return bool(_JOIN.fullmatch(page.text[first.end : second.start]))


def _based(page: Page, summed: Candidate, basis: Basis) -> tuple[Value, ...]:
    """The sum and its conversions on one basis: that of the words, else that of the network."""
    sums = money(page, summed.line)
    values = with_conversions(next(s for s in sums if s.value.start == summed.start), sums)
    told = values[0].basis
    if told == "unstated":
        told = "total" if basis in _NEEDS_WORDS else basis
    return tuple(replace(v, basis=told) for v in values)


def _claim(page: Page, draft: Draft) -> Claim:
    value = draft.values[0] if draft.values else None
    quantity = draft.quantity
    measure = draft.thing.printed if draft.thing else page.report.text[draft.cue[0] : draft.cue[1]]
    return Claim(
        measure=measure,
        subject=draft.supplier or draft.recipient,
        amount=value.amount if value else quantity.number if quantity else None,
        high=value.high if value else quantity.high if quantity else None,
        unit=value.currency if value else quantity.unit if quantity else None,
        period=draft.date.text if draft.date else None,
        bound=value.bound if value else quantity.bound if quantity else None,
    )
