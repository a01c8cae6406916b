"""Lower bounds from the dates that a report prints in the past tense."""

import datetime
import re
from collections.abc import Iterator

from secondsource.read.dating.constraint import ACROSS_THE_DATE_LINE, Constraint
from secondsource.read.dating.telling import COMING, PAST, Told
from secondsource.read.days import Printed, printed_dates

_YEAR = re.compile(
    r"(?i:\b(?P<lead>as of|since|in|during|of|late|early|mid|from)[\s-]+)"
    r"(?P<year>19[5-9]\d|20\d\d)(?![\w%]|,\d|\.\d)(?!\s?[-/]?[A-Z])"
)
_STATED = ("as of", "since")
_BEFORE = re.compile(
    r"\b(?:by|until|till|through|before|beyond|to|toward|towards|ahead of|prior to|from|between)\s+(?:the\s+)?"
    r"(?:(?:early|late|mid|end of|start of|spring|summer|autumn|fall)[\s-]+(?:of\s+)?){0,2}$",
    re.IGNORECASE,
)
_DELIVERY = re.compile(
    r"\b(?:deliver\w*|hand(?:ed)?-?over|arriv\w+|enter\w* service|operational|ready)\b", re.IGNORECASE
)
_INFINITIVE = re.compile(r"\bto\s+[a-z]{3,}\b[^.]*$")
"""`was looking to float it in 2006`: what stands after the infinitive may lie ahead."""
WEIGHT = 6


def printed_constraints(passages: list[Told], today: datetime.date) -> Iterator[Constraint]:
    """One lower bound for each date that is spoken of as past, none for dates that may lie ahead."""
    for passage in passages:
        taken: list[tuple[int, int]] = []
        for date in printed_dates(passage.text):
            taken.append((date.start, date.end))
            first = date.first
            if first and first <= today and _is_past(passage, date):
                yield Constraint(
                    low=first - ACROSS_THE_DATE_LINE if date.day else first,
                    weight=WEIGHT,
                    reason=f'speaks of "{passage.text[date.start : date.end]}" as past',
                )
        for match in _YEAR.finditer(passage.text):
            inside = any(s <= match.start("year") < e for s, e in taken)
            first = datetime.date(int(match.group("year")), 1, 1)
            if not inside and first <= today and _year_is_past(passage, match):
                yield Constraint(
                    low=first, weight=WEIGHT, reason=f'speaks of "{match.group().strip()}" as past or present'
                )


def _is_past(passage: Told, date: Printed) -> bool:
    if _BEFORE.search(passage.text[max(0, date.start - 40) : date.start]):
        return False
    clause = passage.clause(passage.start + date.start, passage.start + date.end)
    if COMING.search(clause):
        return False
    if PAST.search(clause):
        return True
    return not COMING.search(passage.text) and bool(PAST.search(passage.text))


def _year_is_past(passage: Told, match: re.Match[str]) -> bool:
    clause = passage.clause(passage.start + match.start("year"), passage.start + match.end("year"))
    if match.group("lead").lower() in _STATED:
        return True
    if _INFINITIVE.search(clause[: max(0, clause.find(match.group("year")))]):
        return False
    if COMING.search(clause) or (_DELIVERY.search(clause) and COMING.search(passage.text)):
        return False
    return bool(PAST.search(clause)) or (not COMING.search(passage.text) and bool(PAST.search(passage.text)))
