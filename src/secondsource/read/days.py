"""Days, months and years as the press prints them, and the arithmetic of weeks and months. No clock."""

import calendar
import datetime
import re
from dataclasses import dataclass

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if number} | {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:19[5-9]\d|20[0-9]\d)"
_ISO = re.compile(r"(?<![\d/-])(\d{4})-(\d{2})(?:-(\d{2}))?(?![\d-])")
PRINTED = re.compile(
    rf"(?<![\w-])(?:(?P<d1>{_DAY})\s+(?:of\s+)?(?P<m1>{MONTH})(?:,?\s+(?P<y1>{_YEAR})\b)?"
    rf"|(?P<m2>{MONTH})\s+(?P<d2>{_DAY})\b(?:,?\s+(?P<y2>{_YEAR})\b)?"
    rf"|(?P<m3>{MONTH}),?\s+(?:of\s+)?(?P<y3>{_YEAR})\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A date as printed: `year` or `day` may be missing; `start` and `end` are its place in the text."""

    year: int | None
    month: int
    day: int | None
    start: int
    end: int

    @property
    def first(self) -> datetime.date | None:
        """The first day it can mean, where its year is printed."""
        return _day(self.year, self.month, self.day or 1) if self.year else None


def printed_dates(text: str, start: int = 0, end: int | None = None) -> list[Printed]:
    """Every date in `text` that names a month in words."""
    found = []
    for match in PRINTED.finditer(text, start, len(text) if end is None else end):
        date = _printed(match)
        if date and (date.day is None or _day(date.year or 2000, date.month, date.day)):
            found.append(date)
    return found


def parse_day(printed: str) -> datetime.date | None:
    """The day that `printed` gives in full ("2019-03-06T06:15:00Z", "6 March 2019", "Mar 6, 2019"), or None."""
    iso = _ISO.search(printed[:40].replace("T", " ", 1))
    if iso and iso.group(3):
        return _day(int(iso.group(1)), int(iso.group(2)), int(iso.group(3)))
    whole = [d for d in printed_dates(printed[:200]) if d.year and d.day]
    return whole[0].first if whole else None


def parse_period(printed: str) -> tuple[datetime.date, datetime.date] | None:
    """The first and last day of a day, month or year in ISO form or in words, or None."""
    value = printed.strip()
    day = parse_day(value)
    if day:
        return day, day
    match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?", value)
    if match:
        year, month = int(match.group(1)), match.group(2)
        return period(year, int(month) if month else None)
    months = [d for d in printed_dates(value[:200]) if d.year]
    return period(months[0].year or 0, months[0].month) if months else None


def period(year: int, month: int | None) -> tuple[datetime.date, datetime.date] | None:
    """The first and last day of a month, or of a year."""
    first = _day(year, month or 1, 1)
    if first is None:
        return None
    last = month_end(first) if month else datetime.date(year, 12, 31)
    return first, last


def first_day(partial: str) -> datetime.date:
    """The first day of a partial ISO date (`2019`, `2019-03`, `2019-03-06`)."""
    parts = [int(part) for part in partial.split("-")]
    return datetime.date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def last_day(partial: str) -> datetime.date:
    """The last day of a partial ISO date."""
    parts = [int(part) for part in partial.split("-")]
    if len(parts) == 3:
        return datetime.date(*parts)
    return month_end(datetime.date(parts[0], parts[1], 1)) if len(parts) == 2 else datetime.date(parts[0], 12, 31)


def month_end(day: datetime.date) -> datetime.date:
    """The last day of the month that holds `day`."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def week_of(day: datetime.date) -> tuple[datetime.date, datetime.date]:
    """The Monday and the Sunday of the week that holds `day`."""
    monday = day - datetime.timedelta(days=day.weekday())
    return monday, monday + datetime.timedelta(days=6)


def month_of(day: datetime.date, shift: int = 0) -> tuple[datetime.date, datetime.date]:
    """The first and last day of the month that holds `day`, or of one `shift` months later."""
    months = day.year * 12 + day.month - 1 + shift
    first = datetime.date(months // 12, months % 12 + 1, 1)
    return first, month_end(first)


def _printed(match: re.Match[str]) -> Printed | None:
    groups = match.groupdict()
    month = groups["m1"] or groups["m2"] or groups["m3"]
    year = groups["y1"] or groups["y2"] or groups["y3"]
    day = groups["d1"] or groups["d2"]
    if month[0].islower():
        return None
    return Printed(
        year=int(year) if year else None,
        month=MONTHS[month.lower().rstrip(".")],
        day=int(re.sub(r"\D", "", day)) if day else None,
        start=match.start(),
        end=match.end(),
    )


def _day(year: int | None, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year or 2000, month, day)
    except ValueError:
        return None
