"""Between which days an undated report must have appeared, and why.

Lower bounds come from what the text knows (a law in force, a minister in office, a date in the past tense); upper
bounds only from what it does not know yet (an election still to come, a minister who acts now). All are intersected;
of two that exclude each other the weaker gives way, and the reasons say so.
"""

import datetime

from secondsource.knowledge import Knowledge
from secondsource.model.report import Bounds, Stretch
from secondsource.read.dateline import Dateline, date_of
from secondsource.read.dating.acts import act_constraints
from secondsource.read.dating.constraint import EARLIEST, Constraint, bounds, window_of
from secondsource.read.dating.events import event_lows, event_windows, namings
from secondsource.read.dating.governments import governments
from secondsource.read.dating.offices import countries_named, office_highs, office_lows, titled_persons
from secondsource.read.dating.printed import printed_constraints
from secondsource.read.dating.telling import told
from secondsource.read.published import Appearance

__all__ = ["bounds_of"]

LONGEST_DATED = 60_000
"""Characters that are searched for dates: more than any press report has (a book says no more of its own day)."""
_STATED_WEIGHT = 9
_DATELINE_WEIGHT = 4
_WEB = "world-wide-web-public"
_SLACK = datetime.timedelta(days=3)


def bounds_of(
    text: str,
    furniture: tuple[Stretch, ...],
    when: Appearance,
    dateline: Dateline | None,
    knowledge: Knowledge,
    today: datetime.date,
) -> Bounds | None:
    """The first and last day on which a report with this text can have appeared, or None where nothing tells."""
    text = text[:LONGEST_DATED]
    passages = told(text, furniture)
    mentions = knowledge.find(text)
    places = countries_named(mentions, 0, len(text))
    persons = titled_persons(passages, places, knowledge)
    persons += governments(passages, places, knowledge)
    places |= {term.country for person in persons for term in person.terms if term.country}
    named = namings(passages, places, mentions, knowledge)
    constraints = [
        *_stated(when),
        *printed_constraints(passages, today),
        *act_constraints(passages, mentions, knowledge),
        *office_lows(persons),
        *event_lows(named),
    ]
    constraints += _in_dateline(dateline, window_of(constraints, today).low)
    window = window_of(constraints, today)
    constraints += office_highs(persons, window.low)
    constraints += event_windows(named, passages, window, knowledge)
    if when.url is not None and window_of(constraints, today).low == EARLIEST:
        constraints += _on_the_web(knowledge)
    return bounds(constraints, today)


def _on_the_web(knowledge: Knowledge) -> list[Constraint]:
    """What stands at a web address is no older than the web: said only where nothing else bounds the report."""
    return [
        Constraint(
            low=datetime.date.fromisoformat(fact.start), weight=1, reason=f"stands at a web address: {fact.name}"
        )
        for fact in knowledge.facts
        if fact.id == _WEB
    ]


def _stated(when: Appearance) -> list[Constraint]:
    """A month or year that the page itself gives."""
    if when.period is None:
        return []
    low, high = when.period
    return [Constraint(low=low, high=high, weight=_STATED_WEIGHT, reason=f"its page gives {low} to {high}")]


def _in_dateline(dateline: Dateline | None, low: datetime.date) -> list[Constraint]:
    """A dateline's day without its year: the first such day that the rest allows."""
    parts = date_of(dateline) if dateline else None
    if parts is None or parts[0] is not None or low == EARLIEST:
        return []
    for year in (low.year, low.year + 1):
        try:
            day = datetime.date(year, parts[1], parts[2])
        except ValueError:
            continue
        if day >= low - _SLACK:
            return [
                Constraint(low=day, weight=_DATELINE_WEIGHT, reason=f"its dateline gives the day and month of {day}")
            ]
    return []
