"""Statements as the trained extractor sees them: it picks what belongs together, the recognisers say what it is."""

import re
from collections.abc import Iterator
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
from secondsource.understand.looking import Seen, looked_at
from secondsource.understand.manner import hangs_on_a_condition
from secondsource.understand.money import money
from secondsource.understand.page import Line, Page
from secondsource.understand.parties import Standing
from secondsource.understand.quantities import role_of
from secondsource.understand.sanctions import law_near, short_name
from secondsource.understand.speakers import Cast, Speaker, outlets

_ROLE_LEAST = 0.2
_FIGURE_LEAST = 0.12
"""The least probability that a role has the candidate chosen for it; below, the slot stays blank. A figure or date
stands in few places of a report, so that a weak choice is mostly right."""
_ALSO_LEAST, _ALSO_SHARE, _APART_LEAST = 0.12, 0.25, 0.22
_NEEDS_WORDS = frozenset({"estimate", "contract", "unstated"})
"""Bases that only words give: where none say so, a sum that belongs to a deal is its total."""
_JOIN = re.compile(r"[\s,]*(?:and|or|both|as well as|&)?[\s,]*(?:the\s+|for\s+|to\s+)?", re.IGNORECASE)


def proposed(page: Page, extractor: Extractor) -> list[Draft]:
    """The statements of a report that the extractor is sure enough of."""
    cast_ = Cast(page)
    found: list[Draft] = []
    for seen in looked_at(page, extractor):
        triggers = list(seen.triggers())
        if triggers:
            judged = extractor.judge(seen.states, [place for place, _ in triggers], seen.offers)
            heard = _heard(seen, judged, cast_)
            for n, (place, sure) in enumerate(triggers):
                found += _Reading(seen, judged, n, heard).drafts(place, sure)
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
        self, seen: Seen, judged: Judgement, number: int, heard: dict[tuple[int, int], Attribution | None]
    ) -> None:
        self._seen, self._page, self._heard = seen, seen.page, heard
        self._chances = {role: chances[number] for role, chances in judged.roles.items()}
        self._bases = judged.bases[number]
        self._status_sure = float(judged.classes["status"][number].max())
        self.classes = {slot: CLASSES[slot][int(p[number].argmax())] for slot, p in judged.classes.items()}
        kind, _, status = self.classes["status"].partition(":")
        self.kind, self.status = cast("StatementKind", kind), status or None

    def drafts(self, place: Place, sure: float) -> Iterator[Draft]:
        """One statement, or one for each recipient that the words join."""
        line = self._seen.line(place.start)
        assert line is not None
        self.line = line
        for recipient in self._joined("recipient") or (None,):
            draft = Draft(
                kind=self.kind,
                line=self.line,
                cue=(self._seen.stretch.starts[place.start], self._seen.stretch.ends[place.end - 1]),
                status=self.status,
                modality=cast("Modality", self.classes["modality"]),
                polarity=cast("Polarity", self.classes["polarity"]),
                stance=cast("Stance", self.classes["stance"]),
                mode=self.classes["mode"] or None,
                instrument=self.classes["instrument"] or None,
                method="model",
                confidence=sure * self._status_sure,
            )
            if draft.modality == "asserted" and hangs_on_a_condition(self._page, line, draft.cue):
                draft.modality = "possible"
            self._parties(draft, recipient)
            self._things(draft)
            self._figures(draft)
            self._moment(draft)
            self._actor(draft)
            self._names(draft)
            draft.voice = self._voice()
            if draft.voice is not None:
                draft.rest_on(self._voice_line() or self.line, "attribution")
            yield draft

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
        return not line.headline or line is self.line

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
            draft.values = tuple(of_status(v, draft) for v in _with_conversions(self._page, summed, basis))
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
        actor, side = self._best("actor"), self.classes["side"]
        if actor is not None and side:
            label = cast("Standing", actor.what).label
            draft.fill(actor.line, actor=Actor(name=label, side=cast("Side", side)))

    def _names(self, draft: Draft) -> None:
        if draft.kind in ("agreement", "sanction", "control"):
            named = self._best("name", 0.3)
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
        return {name: first[name] for name, share in sorted(shares.items(), key=lambda i: -i[1]) if share >= 0.15}

    def _voice_candidate(self) -> Candidate | None:
        return self._best("voice", _FIGURE_LEAST)

    def _voice_line(self) -> Line | None:
        found = self._voice_candidate()
        return found.line if found else None

    def _voice(self) -> Attribution | None:
        found = self._voice_candidate()
        if found is None:
            return None
        if (found.start, found.end) in self._heard:
            return self._heard[found.start, found.end]
        return Attribution(speaker=None, role=None, anonymous=False, outlets=outlets(self._page, found.line))


def _beside(page: Page, one: Candidate, other: Candidate) -> bool:
    first, second = sorted((one, other), key=lambda c: c.start)
    return bool(_JOIN.fullmatch(page.text[first.end : second.start]))


def _with_conversions(page: Page, summed: Candidate, basis: Basis) -> tuple[Value, ...]:
    """The sum and the conversions in brackets right after it, all on one basis: the words' own, else the network's."""
    sums = money(page, summed.line)
    first = next(n for n, s in enumerate(sums) if s.value.start == summed.start)
    found = [sums[first].value]
    for other in sums[first + 1 :]:
        if not other.conversion:
            break
        found.append(other.value)
    told = found[0].basis
    if told == "unstated":
        told = "total" if basis in _NEEDS_WORDS else basis
    return tuple(replace(v, basis=told) for v in found)


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
