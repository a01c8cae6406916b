"""When and where a report says that something was said: the day and the venue beside the verb of speech."""

import re
from datetime import date, timedelta

from secondsource.knowledge import Knowledge
from secondsource.model.evidence import Span
from secondsource.model.statement import Form

_MONTHS = tuple("january february march april may june july august september october november december".split())
_WEEKDAYS = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTH = "|".join(_MONTHS)
_DAY = (
    rf"(?:(?P<weekday>{'|'.join(_WEEKDAYS)})|(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:,?\s+(?P<year>\d{{4}}))?|"
    rf"(?P<day2>\d{{1,2}})\s+(?P<month2>{_MONTH})(?:\s+(?P<year2>\d{{4}}))?)\b"
)
_SPOKE = (
    r"(?:said|says|told|announced|confirmed|declared|stated|added|wrote|tweeted|posted|spoke|speaking|testified|"
    r"denied|disclosed|revealed|interview|conference|briefing|hearing|statement|reporters|journalists)"
)
# What may stand between the verb and its day; "said the contract was signed on Monday" dates the contract.
_HEARERS = (
    r"(?:(?:\s+to)?\s+(?:reporters|journalists|parliament|lawmakers)|(?<=told)\s+(?:the|a|an)(?:\s+[\w'-]+){1,3}?|"
    r"\s+(?:in|at|during|by)(?:\s+[\w'-]+){1,4}?|(?<=said)(?:\s+(?-i:[A-Z][\w.'-]*)){1,5}?)"
)
_SAID_ON = (
    re.compile(rf"\b{_SPOKE}{_HEARERS}{{0,2}},?\s+(?:(?:late|early|earlier)\s+)?(?:on\s+)?{_DAY}", re.IGNORECASE),
    re.compile(
        rf"\b(?:on\s+)?{_DAY}\s+(?:told|said|announced|confirmed|declared|wrote|tweeted|denied)\b", re.IGNORECASE
    ),
    re.compile(rf"^\W*on\s+{_DAY},?\s[^.\n]{{0,60}}?\b(?:told|said|announced|declared|wrote|denied)\b", re.IGNORECASE),
)
_QUOTED = re.compile(r"[\"“][^\"“”\n]*[\"”]")
_END = re.compile(r"[.!?]+[\"”')]*\s+(?=[\"“A-Z])|\n")
# How far the sentence around a quotation is looked for.
_REACH = 240


def around(text: str, place: Span) -> str:
    """The sentence around a place, with what stands in quotation marks left out."""
    low, high = max(0, place.start - _REACH), min(len(text), place.end + _REACH)
    before = [low + m.end() for m in _END.finditer(text[low : place.start])]
    after = _END.search(text, max(place.start, place.end - 1), high)
    return _QUOTED.sub('""', text[before[-1] if before else low : after.start() if after else high])


def stated_day(sentence: str, told: date | None) -> tuple[date | None, int | None]:
    """The day on which a sentence says that the words were spoken, and its place in the week (Monday: 0).

    A weekday alone is placed by `told`, the day on which it was printed; where that is not known, only the second is.
    """
    for pattern in _SAID_ON:
        found = pattern.search(sentence)
        if found:
            day = _placed(found, told)
            alone = _WEEKDAYS.index(found["weekday"].lower()) if found["weekday"] else None
            return day, day.weekday() if day else alone
    return None, None


def venue(sentence: str, knowledge: Knowledge) -> Form:
    """The kind of occasion that a sentence names."""
    for pattern, phrase in knowledge.phrases_of("form"):
        if pattern.search(sentence):
            return phrase.value  # type: ignore[return-value]
    return "unknown"


def _placed(found: re.Match[str], told: date | None) -> date | None:
    weekday = found["weekday"]
    if weekday:
        if told is None:
            return None
        return told - timedelta(days=(told.weekday() - _WEEKDAYS.index(weekday.lower())) % len(_WEEKDAYS))
    month = _MONTHS.index((found["month"] or found["month2"]).lower()) + 1
    day, year = int(found["day"] or found["day2"]), found["year"] or found["year2"]
    if year is None and told is None:
        return None
    try:
        placed = date(int(year) if year else told.year, month, day)  # type: ignore[union-attr]
        return placed if year or told is None or placed <= told else placed.replace(year=placed.year - 1)
    except ValueError:  # 31 June, 29 February
        return None
