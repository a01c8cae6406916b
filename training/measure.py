"""How near readings come to the annotations of the corpus: statements found, and slot by slot what is right.

A statement is found when one of its kind rests on the sentence of the annotated trigger and names the annotated
recipient and item. One statement answers for one annotation. Slots are compared among the found.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from secondsource.knowledge import Knowledge
from secondsource.model.report import Report
from secondsource.model.statement import Reading, Statement
from secondsource.text.numbers import value_of
from secondsource.understand.candidates import candidates
from secondsource.understand.page import Page
from training.corpus import Annotated, States, Voice
from training.examples import Gold, as_report

_NEAR = 12
Reader = Callable[[Report], Reading]


@dataclass(frozen=True, kw_only=True)
class Fact:
    """An annotated statement with its mentions resolved: countries by name, things by family or words."""

    states: States
    sentence: tuple[int, int]
    supplier: str | None
    recipient: str | None
    items: frozenset[str]
    numbers: frozenset[float]
    sums: frozenset[int]
    date: str | None
    voice: Voice | None


@dataclass(kw_only=True)
class Tally:
    """Counts over reports: annotated, given, found, found with the main slots right; right and asked per slot.

    `sure` holds for each given statement its confidence and whether it answers an annotation.
    """

    annotated: int = 0
    given: int = 0
    found: int = 0
    full: int = 0
    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    confused: Counter[tuple[str, str]] = field(default_factory=Counter)
    by_kind: Counter[tuple[str, str]] = field(default_factory=Counter)
    sure: list[tuple[float, bool]] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Precision and recall of found and full, and the share right of each slot."""
        out = {
            "found precision": self.found / max(1, self.given),
            "found recall": self.found / max(1, self.annotated),
            "full precision": self.full / max(1, self.given),
            "full recall": self.full / max(1, self.annotated),
        }
        return out | {slot: self.right[slot] / n for slot, n in self.asked.items()}


def measured(reports: Iterable[Annotated], knowledge: Knowledge, reader: Reader) -> Tally:
    """Read each report and compare what is given with what is annotated."""
    tally = Tally()
    for annotated in reports:
        report, text = as_report(annotated, knowledge)
        gold = Gold(annotated, text, report.text.index(text.text))
        page = Page(report, (), knowledge)
        _compare(tally, facts(page, gold), list(reader(report).statements))
    return tally


def facts(page: Page, gold: Gold) -> list[Fact]:
    """The annotated statements of a report."""
    said = {v.id: v for v in gold.says}
    return [_fact(page, gold, states, said) for states in gold.states]


def _fact(page: Page, gold: Gold, states: States, said: dict[str, Voice]) -> Fact:
    trigger = gold.find(states.trigger)
    line = next((x for x in page.lines if x.start <= trigger.start < x.end), None)
    items = frozenset(n for w in (states.item, *(t.item for t in states.more)) if w for n in _names(page, gold, w))
    return Fact(
        states=states,
        sentence=(line.start, line.end) if line else (trigger.start, trigger.end),
        supplier=_country(page, gold, states.supplier),
        recipient=_country(page, gold, states.recipient),
        items=items,
        numbers=frozenset(_numbers(gold.find(states.quantity).text) if states.quantity else ()),
        sums=frozenset(gold.find(w).start for w in (states.value, *(v.at for v in states.values)) if w),
        date=gold.find(states.date).text if states.date else None,
        voice=said.get(states.voice or ""),
    )


def _at(page: Page, kind: str, start: int, end: int) -> list[str]:
    return [
        c.name
        for line in page.lines
        if line.start < end and start < line.end
        for c in candidates(page, line)
        if c.kind == kind and c.start < end and start < c.end
    ]


def _country(page: Page, gold: Gold, written: str | None) -> str | None:
    if written is None:
        return None
    mention = gold.find(written)
    return mention.name or next(iter(_at(page, "state", mention.start, mention.end)), mention.text)


def _names(page: Page, gold: Gold, written: str) -> list[str]:
    mention = gold.find(written)
    plain = [w for w in (mention.name or mention.text).lower().replace("-", " ").split() if len(w) > 2 or w.isdigit()]
    return [*_at(page, "thing", mention.start, mention.end), *(w.removesuffix("s") for w in plain)]


def _numbers(printed: str) -> list[float]:
    parts = printed.lower().replace("between", "").replace(" to ", " and ").split(" and ")
    found = [value_of(p.strip()) or value_of(p.strip().split(" ")[0]) for p in parts]
    return [n for n in found if n is not None] or ([1.0] if parts[0].split()[0] in ("a", "an", "one") else [])


def _compare(tally: Tally, wanted: Sequence[Fact], given: list[Statement]) -> None:
    tally.annotated += len(wanted)
    tally.given += len(given)
    free = list(given)
    for fact in wanted:
        kind = fact.states.kind
        tally.by_kind[kind, "annotated"] += 1
        fitting = [s for s in free if _is_found(fact, s)]
        if not fitting:
            continue
        best = max(fitting, key=lambda s: (s.status == fact.states.status, s.supplier == fact.supplier))
        free.remove(best)
        tally.sure.append((best.confidence, True))
        tally.found += 1
        tally.by_kind[kind, "found"] += 1
        answers = dict(_slots(fact, best))
        for slot, right in answers.items():
            tally.asked[slot] += 1
            tally.right[slot] += right
        tally.full += all(answers.get(s, True) for s in ("supplier", "status", "polarity", "denied"))
        if fact.states.status:
            tally.confused[fact.states.status, best.status or ""] += 1
    tally.sure += [(s.confidence, False) for s in free]


def _is_found(fact: Fact, given: Statement) -> bool:
    if given.kind != fact.states.kind:
        return False
    if not any(s.start < fact.sentence[1] and fact.sentence[0] < s.end for s in given.evidence):
        return False
    if fact.states.kind != "transfer":
        return True
    if fact.recipient is not None and given.recipient != fact.recipient:
        return False
    return not fact.items or bool(fact.items & _words(given))


def _words(given: Statement) -> set[str]:
    names = {given.family or ""} - {""}
    for text in (given.item, given.designation, *(i.item for i in given.items)):
        names |= {w.removesuffix("s") for w in (text or "").lower().replace("-", " ").split()}
    return names


def _slots(fact: Fact, given: Statement) -> Iterable[tuple[str, bool]]:
    states = fact.states
    if states.status:
        yield "status", given.status == states.status
    yield "modality", given.modality == states.modality
    yield "polarity", given.polarity == states.polarity
    yield "stance", given.stance == states.stance
    yield "denied", (given.stance == "denies") == (states.stance == "denies")
    if fact.supplier and states.kind == "transfer":
        yield "supplier", given.supplier == fact.supplier
    for slot in ("instrument", "mode"):
        if getattr(states, slot):
            yield slot, getattr(given, slot) == getattr(states, slot)
    if states.side:
        yield "side", given.actor is not None and given.actor.side == states.side
    yield from _figures(fact, given)
    if fact.voice is not None:
        yield "voice", _voice_right(fact.voice, given)
    if fact.date is not None:
        yield "date", _date_right(fact.date, given)


def _figures(fact: Fact, given: Statement) -> Iterable[tuple[str, bool]]:
    if fact.numbers:
        q = given.quantity
        yield "quantity", q is not None and bool({q.number, q.high} & fact.numbers)
    if fact.sums:
        right = [v for v in given.values if any(abs(v.start - s) < _NEAR for s in fact.sums)]
        yield "value", bool(right)
        if right and fact.states.basis:
            yield "basis", right[0].basis == fact.states.basis


def _date_right(printed: str, given: Statement) -> bool:
    """One date's words hold the other's ("August 27": "on Tuesday, August 27")."""
    moment = given.date or given.expected
    words = [set(re.findall(r"\w+", text.lower())) for text in (printed, moment.text if moment else "")]
    return bool(words[1]) and (words[0] <= words[1] or words[1] <= words[0])


def _voice_right(voice: Voice, given: Statement) -> bool:
    heard = given.attribution
    if heard is None or heard.anonymous != voice.anonymous:
        return False
    if voice.speaker is None:
        return bool(heard.outlets)
    words = voice.speaker.partition("=")[2] or voice.speaker.split("|")[1]
    return words.split()[-1].lower().removesuffix("s") in (heard.speaker or "").lower()
