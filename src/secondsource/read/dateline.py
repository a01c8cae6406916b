"""The dateline of a report: where it was written, the day, and the agency that sent it.

`HALLAM, March 6 (Wire) -- `, `Port Hallam [Kaldoria], November 24 (Wire): `, `HALLAM, AUGUST 25, WIRE. `, `(Wire) - `.
"""

import re
from dataclasses import dataclass

from secondsource.read.days import MONTH, PRINTED, printed_dates

_NAME = r"[A-Z][\w.']*(?:[ -][A-Z][\w.']*){0,3}"
_PLACE = rf"{_NAME}(?:\s?/\s?{_NAME}){{0,2}}(?:\s?\[[A-Z][\w ]{{2,30}}\])?(?:,\s{_NAME}){{0,2}}?"
_DATE = (
    rf"(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}(?:,?\s+\d{{4}})?)"
)
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE})?(?P<sep>[,\s-]{{0,3}})(?P<date>(?i:{_DATE}))?,?\s{{0,2}}"
    r"(?:\((?P<tag>[^()\n]{2,60})\)|(?P<caps>[A-Z]{3,16}(?=[.:\s]{1,2})))?\s{0,2}"
    r"(?P<close>-{1,3}|:|\.(?=\s[A-Z])|(?<=\))(?=\s?[A-Z\"]))\s{0,3}"
)
_STARTS = re.compile(r"(?<![\w'.,-])(?=[A-Z(])")
_BYLINE_BEFORE = re.compile(r"By\s+(?:[A-Z][\w.'-]*\s+){1,4}?[A-Z][\w'-]+\.\s+")
_LABELS = frozenset(
    "analysis exclusive opinion watch read update updated explained explainer editorial note factbox breaking live "
    "video photo photos image source sources report reports news summary background context interview comment "
    "correction related also tags published press release question answer q a why how what".split()
)
_LONGEST_GLUED = 160
_FEWEST_AFTER = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """A dateline and its place in the line; `date` is as printed, `tag` what stands in its brackets."""

    start: int
    end: int
    place: str | None
    date: str | None
    tag: str | None


def find_dateline(line: str) -> Dateline | None:
    """The dateline of a folded line: at its start, after a byline, or behind a headline glued before it."""
    byline = _BYLINE_BEFORE.match(line)
    at_start = _at(line, byline.end() if byline else 0)
    if at_start:
        return at_start
    for start in _STARTS.finditer(line, 1, _LONGEST_GLUED):
        found = _at(line, start.start())
        if found and _is_sure(found) and not re.search(r"[:;,]\s*$|\(", line[: found.start]):
            return found
    return None


def date_of(dateline: Dateline) -> tuple[int | None, int, int] | None:
    """Year (None where it is not printed), month and day of a dateline's date or of the date in its brackets."""
    printed = [d for part in (dateline.date, dateline.tag) if part for d in printed_dates(part.title()) if d.day]
    return (printed[0].year, printed[0].month, printed[0].day or 1) if printed else None


def _at(line: str, start: int) -> Dateline | None:
    match = _DATELINE.match(line, start)
    if not match or match.end() == start:
        return None
    place, date, tag = match.group("place"), match.group("date"), match.group("tag") or match.group("caps")
    if not _holds(match, place, date, tag) or len(line[match.end() :].split()) < _FEWEST_AFTER:
        return None
    return Dateline(start=start, end=match.end(), place=place, date=date, tag=tag)


def _holds(match: re.Match[str], place: str | None, date: str | None, tag: str | None) -> bool:
    """Whether a place, a date and a tag make a dateline together; a capitalised word before a dash does not."""
    close = match.group("close")
    if place and place.split()[0].lower() in _LABELS:
        return False
    if close == "." and not (date and match.group("caps")):
        return False
    if not close:
        return bool(place and _is_capitals(place) and tag and PRINTED.search(tag))
    if date or match.group("tag"):
        return bool(place or date or close.startswith("-")) and (bool(date) or close != ":" or bool(place))
    if place is None:
        return False
    spaced = close == ":" or match.group().rstrip()[-len(close) - 1 :].startswith((" ", close[0] * 2))
    return spaced and (_is_capitals(place) or (close == ":" and len(place.split()) <= 2 and not PRINTED.match(place)))


def _is_sure(found: Dateline) -> bool:
    return bool(found.place and _is_capitals(found.place))


def _is_capitals(place: str) -> bool:
    letters = [c for c in re.sub(r"\[.*?\]", "", place) if c.isalpha()]
    return len(letters) > 3 and all(c.isupper() for c in letters)
