"""Bounds from dated events: elections, summits, visits, signings, spoken of as past, as coming, or by the week."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from secondsource.knowledge import Knowledge, Mention
from secondsource.knowledge.entries import Fact
from secondsource.read.dating.constraint import ACROSS_THE_DATE_LINE, Constraint, Window
from secondsource.read.dating.offices import countries_named
from secondsource.read.dating.telling import PAST, Told
from secondsource.read.days import MONTH, MONTHS, WEEKDAYS, first_day, last_day, month_of, week_of
from secondsource.text.folding import fold

PAST_WEIGHT = 5
COMING_WEIGHT = 3
RELATIVE_WEIGHT = 4
WEEKDAY_WEIGHT = 2
_RELATIVE = r"(?P<rel>next week|this week|last week|next month|this month|last month|tomorrow|yesterday|today)"
_RELATIVE_AFTER = re.compile(rf"^['\")]*\s*,?\s*{_RELATIVE}\b", re.IGNORECASE)
_RELATIVE_BEFORE = re.compile(rf"\b{_RELATIVE}(?:'s)?\s+(?:[\w.+'-]+\s+){{0,2}}$", re.IGNORECASE)
_WEEKDAY_AFTER = re.compile(
    r"^['\")]*\s*,?\s*(?:on\s+|held\s+(?:on\s+)?)?(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_AHEAD = re.compile(
    r"\b(?:ahead of|before|in the run-?up to|in the lead-?up to|lead-?up to|prior to|upcoming|forthcoming|coming|"
    r"awaiting|until|not before|on the eve of|will (?:face|contest|stand in)|days? (?:before|away from)|"
    r"weeks? (?:before|away from))\s+(?:[\w.'-]+\s+){0,4}$",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:after|since|following|in the wake of|at|during|signed at|held at|concluded at|results? of|"
    r"won|lost)\s+(?:[\w.'-]+\s+){0,4}$",
    re.IGNORECASE,
)
_VISIT = re.compile(
    rf"(?P<name>[A-Z][\w-]+)(?:'s?)\s+(?:(?:upcoming|planned|expected|official|state|scheduled|forthcoming)\s+){{0,2}}"
    rf"(?P<month>{MONTH})\s+(?:state\s+|official\s+)?(?:visit|trip|summit|tour|meeting|talks)\b"
)
_MAY_COME = re.compile(
    r"\b(?:could|will|would|may|might|expected|planned|due|scheduled|upcoming|ahead of|set to|hope\w*|to be)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A place where a passage names a dated event. `facts` are the editions it may mean, the earliest first."""

    facts: tuple[Fact, ...]
    name: str
    specific: bool
    passage: Told
    start: int
    end: int

    @property
    def before(self) -> str:
        return self.passage.text[: self.start]

    @property
    def after(self) -> str:
        return self.passage.text[self.end :]


def namings(passages: list[Told], places: set[str], mentions: list[Mention], knowledge: Knowledge) -> list[Naming]:
    """Every naming of a dated event; a generic name counts where it is plain which country's event is meant."""
    specific, generic = _names(knowledge)
    found = [n for p in passages for n in _named_in(p, specific, True)]
    taken = {(n.passage.start, n.start) for n in found}
    for p in passages:
        here = countries_named(mentions, p.start, p.end)
        for naming in _named_in(p, generic, False):
            if (p.start, naming.start) not in taken:
                found += _of_one_country(naming, places, here)
    return found


@lru_cache(maxsize=4)
def _names(knowledge: Knowledge) -> tuple[dict[str, list[Fact]], dict[str, list[Fact]]]:
    """The events by their own names and by their generic ones, casefolded, the longest first."""
    specific: dict[str, list[Fact]] = {}
    generic: dict[str, list[Fact]] = {}
    for fact in knowledge.facts:
        if fact.kind != "office":
            for names, index in ((fact.aliases, specific), (fact.generic, generic)):
                for name in names:
                    index.setdefault(fold(name).casefold(), []).append(fact)
    return _longest_first(specific), _longest_first(generic)


def _longest_first(index: dict[str, list[Fact]]) -> dict[str, list[Fact]]:
    return {name: sorted(index[name], key=lambda f: f.start) for name in sorted(index, key=len, reverse=True)}


def _of_one_country(naming: Naming, places: set[str], here: set[str]) -> list[Naming]:
    """The editions of the one event that a generic name means: by its persons, the sentence's country, the text's."""
    text = naming.passage.text
    by_person = [f for f in naming.facts if any(fold(p) in text for p in f.persons if p)]
    by_sentence = [f for f in naming.facts if here.intersection(f.countries)]
    by_text = [f for f in naming.facts if places.intersection(f.countries) or not f.countries]
    everywhere = {f.countries for f in naming.facts}
    facts = by_person or by_sentence or (by_text if len(everywhere) == 1 else [])
    return [replace(naming, facts=tuple(facts))] if len({f.countries for f in facts}) == 1 else []


def event_lows(named: list[Naming]) -> Iterator[Constraint]:
    """Lower bounds from events that the text looks back on and names in full."""
    for n in named:
        if n.specific and _SINCE.search(n.before) and PAST.search(n.passage.text) and not _AHEAD.search(n.before):
            day = min(first_day(f.start) for f in n.facts)
            yield Constraint(
                low=day - ACROSS_THE_DATE_LINE, weight=PAST_WEIGHT, reason=f"looks back on {n.facts[0].name}, {day}"
            )


def event_windows(
    named: list[Naming], passages: list[Told], window: Window, knowledge: Knowledge
) -> Iterator[Constraint]:
    """Bounds from events that the text places in its own week or month, or ahead of itself."""
    for n in named:
        relative = _RELATIVE_AFTER.match(n.after) or _RELATIVE_BEFORE.search(n.before)
        if relative:
            yield from _relative(n, relative.group("rel").lower(), window)
        elif _AHEAD.search(n.before):
            yield from _coming(n, window)
        elif match := _WEEKDAY_AFTER.match(n.after):
            yield from _on_weekday(n, WEEKDAYS[match.group("day").lower()], window)
    for passage in passages:
        yield from _coming_visits(passage, window, knowledge)


def _named_in(passage: Told, aliases: dict[str, list[Fact]], specific: bool) -> Iterator[Naming]:
    low = passage.text.casefold()
    if len(low) != len(passage.text):
        return
    for alias, facts in aliases.items():
        at = low.find(alias)
        while at >= 0:
            end = at + len(alias)
            if not low[at - 1 : at].isalnum() and not low[end : end + 1].isalnum():
                name = passage.text[at:end]
                yield Naming(facts=tuple(facts), name=name, specific=specific, passage=passage, start=at, end=end)
            at = low.find(alias, end)


def _relative(n: Naming, relative: str, window: Window) -> Iterator[Constraint]:
    fitting = []
    for fact in n.facts:
        low, high = _days(fact, relative)
        if high >= window.low and low <= window.high:
            fitting.append((fact, low, high))
    looks_back = relative.startswith("last") or relative == "yesterday"
    if fitting and (len(fitting) == 1 or not looks_back):
        fact, low, high = fitting[0]
        yield Constraint(
            low=low, high=high, weight=RELATIVE_WEIGHT, reason=f'"{n.name}" {relative}: {fact.name} was on {fact.start}'
        )


def _days(fact: Fact, relative: str) -> tuple[datetime.date, datetime.date]:
    start, end = first_day(fact.start), last_day(fact.end or fact.start)
    week, day = datetime.timedelta(days=7), datetime.timedelta(days=1)
    return {
        "next week": week_of(start - week),
        "this week": week_of(start),
        "last week": week_of(end + week),
        "next month": month_of(start, -1),
        "this month": month_of(start),
        "last month": month_of(end, 1),
        "tomorrow": (start - day, start - day),
        "yesterday": (start + day, end + day),
        "today": (start, end),
    }[relative]


def _coming(n: Naming, window: Window) -> Iterator[Constraint]:
    """Said to lie ahead: the first edition that can still come."""
    for fact in n.facts:
        end = last_day(fact.end or fact.start)
        if end >= window.low:
            yield Constraint(
                high=end, weight=COMING_WEIGHT, reason=f'"{n.name}" is still to come: {fact.name}, {fact.start}'
            )
            return


def _on_weekday(n: Naming, weekday: int, window: Window) -> Iterator[Constraint]:
    """A bare weekday is one of the last seven days: the edition that fell on it, where just one did."""
    fitting = []
    for fact in n.facts:
        start, end = first_day(fact.start), last_day(fact.end or fact.start)
        days = [start + datetime.timedelta(days=i) for i in range(min(6, (end - start).days) + 1)]
        fell = next((d for d in days if d.weekday() == weekday), None)
        if fell and len(fact.start) == 10 and window.low <= fell + datetime.timedelta(days=6) and fell <= window.high:
            fitting.append((fact, fell))
    if len(fitting) == 1:
        fact, fell = fitting[0]
        yield Constraint(
            low=fell - datetime.timedelta(days=6),
            high=fell + datetime.timedelta(days=6),
            weight=WEEKDAY_WEIGHT,
            reason=f'"{n.name}" on a bare weekday: {fact.name}, {fell}',
        )


def _coming_visits(passage: Told, window: Window, knowledge: Knowledge) -> Iterator[Constraint]:
    """`Osric's October visit`, still to come: the first one known of that person in that month."""
    for match in _VISIT.finditer(passage.text):
        if not _MAY_COME.search(passage.text):
            continue
        month = MONTHS[match.group("month").lower().rstrip(".")]
        for fact in sorted(knowledge.facts, key=lambda f: f.start):
            if fact.kind == "office" or len(fact.start) < 7 or first_day(fact.start).month != month:
                continue
            end = last_day(fact.end or fact.start)
            if any(fold(p).split()[-1] == match.group("name") for p in fact.persons if p) and end >= window.low:
                yield Constraint(
                    high=end,
                    weight=COMING_WEIGHT,
                    reason=f'"{match.group()}" is still to come: {fact.name}, {fact.start}',
                )
                break
