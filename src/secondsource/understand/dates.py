"""Dates as printed, placed on the calendar as far as the report's own date or bounds allow.

A partial date stands for all its days; a weekday or "last year" is placed only where the report's date is known to a
narrow enough window, else it keeps its words and no days.
"""

import calendar
import re
from datetime import date, timedelta

from secondsource.model.report import Report
from secondsource.model.statement import Moment

_MONTHS = {m.lower(): i for i, m in enumerate(calendar.month_name) if m}
_MONTHS |= {m.lower(): i for i, m in enumerate(calendar.month_abbr) if m} | {"sept": 9}
_DAYS = {d.lower(): i for i, d in enumerate(calendar.day_name)}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
_DATE = re.compile(
    rf"(?P<dmy>\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{_MONTH})\.?,?\s+(?P<y1>(?:19|20)\d\d)\b)"
    rf"|(?P<mdy>\b(?P<m2>{_MONTH})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>(?:19|20)\d\d)\b)"
    r"|(?P<iso>\b(?P<y0>(?:19|20)\d\d)-(?P<m0>\d\d)-(?P<d0>\d\d)\b)"
    rf"|(?P<md>\b(?P<m3>{_MONTH})\.?\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*\d))"
    rf"|(?P<dm>\b(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m4>{_MONTH})\b)"
    rf"|(?P<my>\b(?P<m5>{_MONTH})\.?,?\s+(?:of\s+)?(?P<y5>(?:19|20)\d\d)\b)"
    r"|(?P<fy>\b(?P<y6>(?:19|20)\d\d)-(?P<y7>\d\d)\b(?!\d))"
    r"|(?P<season>\b(?:this|last|the following|next|in the)?\s?(?P<s>spring|summer|autumn)\b"
    r"(?:\s+of)?\s*(?P<y8>(?:19|20)\d\d)?)"
    rf"|(?P<relmonth>\b(?:in|last|this|next|since|by|coming)\s+(?P<m9>{_MONTH})\b(?!\.?,?\s+(?:of\s+)?\d))"
    rf"|(?P<visit>\b(?P<m10>{_MONTH})\s+(?:visit|summit|trip|meeting|talks)\b)"
    r"|(?P<rel>\b(?:earlier this|later this|last|this|next|the previous|early this|late last)\s+(?:week|month|year)\b)"
    r"|(?P<ago>\b(?:some\s+|about\s+)?(?P<n>a|one|two|three|four|five|six|seven|ten|\d{1,2})\s+(?P<unit>day|week|month|year)s?\s+(?:ago|before|earlier)\b)"
    r"|(?P<day>\b(?:yesterday|today|tomorrow)\b)"
    rf"|(?P<weekday>\b(?:(?:on|last|this|next)\s+)?(?P<w>{'|'.join(_DAYS)})\b)"
    r"|(?P<years>\b(?:from|between)\s+(?P<ya>(?:19|20)\d\d)\s+(?:to|and|until|through)\s+(?P<yb>(?:19|20)\d\d)\b)"
    r"|(?P<year>\b(?:in|by|since|of|until|from|for|during|before|early|late|mid|around|through|as of|end of)"
    r"[\s-]+(?P<y9>(?:19|20)\d\d)\b(?!-\d))",
    re.IGNORECASE,
)
_NARROW_DAYS = 31
_PAST_MARKS = re.compile(r"\b(?:was|were|had|did|ago|earlier|last|signed|agreed|announced|\w+ed)\b", re.IGNORECASE)


def dates(text: str, start: int, end: int, report: Report) -> list[tuple[int, int, Moment]]:
    """Every date in a stretch of text, with its place."""
    anchor = Anchor(report)
    found = []
    for match in _DATE.finditer(text, start, end):
        span = anchor.place(match, text[start:end])
        low, high = span or (None, None)
        moment = Moment(
            text=match.group().strip(), start=low.isoformat() if low else None, end=high.isoformat() if high else None
        )
        found.append((match.start(), match.end(), moment))
    return found


class Anchor:
    """The days on which the report can have appeared, against which relative dates are placed."""

    def __init__(self, report: Report) -> None:
        if report.published:
            self.low = self.high = date.fromisoformat(report.published[:10])
        elif report.bounds:
            self.low, self.high = date.fromisoformat(report.bounds.low), date.fromisoformat(report.bounds.high)
        else:
            self.low, self.high = date.min, date.max

    @property
    def narrow(self) -> bool:
        return (self.high - self.low).days <= _NARROW_DAYS

    @property
    def year(self) -> int | None:
        return self.low.year if self.low.year == self.high.year else None

    def place(self, match: re.Match[str], sentence: str) -> tuple[date, date] | None:
        kind = _outer(match)
        try:
            return getattr(self, f"_{kind}")(match, sentence)  # type: ignore[no-any-return]
        except (ValueError, OverflowError):
            return None

    def _dmy(self, m: re.Match[str], _: str) -> tuple[date, date]:
        return _day(int(m["y1"]), _MONTHS[m["m1"].lower()], int(m["d1"]))

    def _mdy(self, m: re.Match[str], _: str) -> tuple[date, date]:
        return _day(int(m["y2"]), _MONTHS[m["m2"].lower()], int(m["d2"]))

    def _iso(self, m: re.Match[str], _: str) -> tuple[date, date]:
        return _day(int(m["y0"]), int(m["m0"]), int(m["d0"]))

    def _md(self, m: re.Match[str], sentence: str) -> tuple[date, date] | None:
        return self._nearest_day(_MONTHS[m["m3"].lower()], int(m["d3"]), sentence)

    def _dm(self, m: re.Match[str], sentence: str) -> tuple[date, date] | None:
        return self._nearest_day(_MONTHS[m["m4"].lower()], int(m["d4"]), sentence)

    def _my(self, m: re.Match[str], _: str) -> tuple[date, date]:
        return month(int(m["y5"]), _MONTHS[m["m5"].lower()])

    def _fy(self, m: re.Match[str], _: str) -> tuple[date, date] | None:
        first = int(m["y6"])
        if (first + 1) % 100 != int(m["y7"]):
            return None
        return date(first, 4, 1), date(first + 1, 3, 31)

    def _season(self, m: re.Match[str], _: str) -> tuple[date, date] | None:
        year = int(m["y8"]) if m["y8"] else (self.year if "this" in m.group().lower() else None)
        if year is None:
            return None
        first, last = _SEASONS[m["s"].lower()]
        return month(year, first)[0], month(year, last)[1]

    def _relmonth(self, m: re.Match[str], sentence: str) -> tuple[date, date] | None:
        number = _MONTHS[m["m9"].lower()]
        if self.year is None:
            return None
        year = self.year
        word = m.group().split()[0].lower()
        if word in ("next", "coming", "by") and number < self.low.month:
            year += 1
        elif word not in ("next", "coming", "by") and number > self.high.month and _PAST_MARKS.search(sentence):
            year -= 1
        return month(year, number)

    def _visit(self, m: re.Match[str], _: str) -> tuple[date, date] | None:
        return month(self.year, _MONTHS[m["m10"].lower()]) if self.year else None

    def _rel(self, m: re.Match[str], _: str) -> tuple[date, date] | None:
        words = m.group().lower().split()
        step = -1 if words[0] in ("last", "late") or "previous" in words else 1 if words[0] == "next" else 0
        unit = words[-1]
        if unit == "year":
            return _year(self.year + step) if self.year else None
        if not self.narrow:
            return None
        if unit == "month":
            low, high = _shift_month(self.low, step), _shift_month(self.high, step)
            return low[0], high[1]
        return _week(self.low, step)[0], _week(self.high, step)[1]

    def _ago(self, m: re.Match[str], _: str) -> tuple[date, date] | None:
        if not self.narrow:
            return None
        number = _NUMBERS.get(m["n"].lower()) or int(m["n"])
        unit = m["unit"].lower()
        if unit == "year":
            return _year(self.low.year - number)[0], _year(self.high.year - number)[1]
        if unit == "month":
            return _shift_month(self.low, -number)[0], _shift_month(self.high, -number)[1]
        days = number * (7 if unit == "week" else 1)
        spare = 3 if unit == "week" else 0
        return self.low - timedelta(days=days + spare), self.high - timedelta(days=days - spare)

    def _day(self, m: re.Match[str], _: str) -> tuple[date, date] | None:
        if not self.narrow:
            return None
        shift = timedelta(days={"yesterday": -1, "today": 0, "tomorrow": 1}[m.group().lower()])
        return self.low + shift, self.high + shift

    def _weekday(self, m: re.Match[str], _: str) -> tuple[date, date] | None:
        if self.low != self.high:
            return None
        wanted = _DAYS[m["w"].lower()]
        if m.group().lower().startswith("next"):
            found = self.low + timedelta(days=(wanted - self.low.weekday() - 1) % 7 + 1)
        else:
            found = self.low - timedelta(days=(self.low.weekday() - wanted) % 7)
        return found, found

    def _year(self, m: re.Match[str], _: str) -> tuple[date, date]:
        return _year(int(m["y9"]))

    def _years(self, m: re.Match[str], _: str) -> tuple[date, date]:
        return _year(int(m["ya"]))[0], _year(int(m["yb"]))[1]

    def _nearest_day(self, number: int, day: int, sentence: str) -> tuple[date, date] | None:
        if self.year is None:
            return None
        year = self.year
        found = date(year, number, day)
        if (found - self.high).days > 60 and _PAST_MARKS.search(sentence):
            found = date(year - 1, number, day)
        return found, found


def _outer(match: re.Match[str]) -> str:
    names = (
        "dmy",
        "mdy",
        "iso",
        "md",
        "dm",
        "my",
        "fy",
        "season",
        "relmonth",
        "visit",
        "rel",
        "ago",
        "day",
        "weekday",
        "years",
        "year",
    )
    return next(name for name in names if match.group(name))


def _day(year: int, number: int, day: int) -> tuple[date, date]:
    found = date(year, number, day)
    return found, found


def month(year: int, number: int) -> tuple[date, date]:
    """The first and last day of a month."""
    return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def _shift_month(day: date, step: int) -> tuple[date, date]:
    index = day.year * 12 + day.month - 1 + step
    return month(index // 12, index % 12 + 1)


def _week(day: date, step: int) -> tuple[date, date]:
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=step)
    return monday, monday + timedelta(days=6)
