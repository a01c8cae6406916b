"""When a report says that it appeared: on its page, in its dateline, or in its address."""

import datetime
import re
from dataclasses import dataclass

from secondsource.model.report import PublishedBasis
from secondsource.read.dateline import Dateline, date_of
from secondsource.read.days import parse_day, parse_period
from secondsource.read.lines import Line

_IN_ADDRESS = re.compile(r"/(20\d{2}|19\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)")
_UPDATED = re.compile(r"(?i:updated|modified|edited)[^\d]{0,30}?(?P<date>(?:[A-Z]|\d).*)$")
_OPENING = re.compile(r"^(?i:published|posted)(?i:\s+on)?[\s:]+(?P<date>[^.\n]{6,40}\d{4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """The day of publication and what says so. `period` is a month or year where no day is known, `url` the address."""

    day: datetime.date | None = None
    basis: PublishedBasis | None = None
    updated: datetime.date | None = None
    period: tuple[datetime.date, datetime.date] | None = None
    url: str | None = None


def appearance(
    published: str | None, updated: str | None, url: str | None, found: list[Line], dateline: Dateline | None
) -> Appearance:
    """The best evidence of the day on which the report appeared; the page's own word goes first."""
    changed = parse_day(updated) if updated else _updated_on_page(found)
    stated = parse_day(published) if published else None
    if stated:
        return Appearance(day=stated, basis="page", updated=changed)
    period = parse_period(published) if published else None
    if period:
        return Appearance(updated=changed, period=period)
    for day, basis in _other_evidence(url, found, dateline):
        if day:
            return Appearance(day=day, basis=basis, updated=changed)
    return Appearance(updated=changed)


def _other_evidence(
    url: str | None, found: list[Line], dateline: Dateline | None
) -> list[tuple[datetime.date | None, PublishedBasis]]:
    return [(_on_page(found), "page"), (_in_dateline(dateline), "dateline"), (_in_address(url), "address")]


def _on_page(found: list[Line]) -> datetime.date | None:
    for line in found:
        if line.kind == "date-line":
            day = parse_day(re.split(r"(?i:\bupdated|\bmodified)", line.folded, maxsplit=1)[0]) or parse_day(
                line.folded
            )
            if day:
                return day
    opening = _OPENING.match(found[0].folded) if found else None
    return parse_day(opening.group("date")) if opening else None


def _updated_on_page(found: list[Line]) -> datetime.date | None:
    for line in found:
        match = _UPDATED.search(line.folded) if line.kind == "date-line" else None
        day = parse_day(match.group("date")) if match else None
        if day:
            return day
    return None


def _in_dateline(dateline: Dateline | None) -> datetime.date | None:
    parts = date_of(dateline) if dateline else None
    if parts is None or parts[0] is None:
        return None
    try:
        return datetime.date(parts[0], parts[1], parts[2])
    except ValueError:
        return None


def _in_address(url: str | None) -> datetime.date | None:
    match = _IN_ADDRESS.search(url) if url else None
    try:
        return datetime.date(*(int(part) for part in match.groups())) if match else None
    except ValueError:
        return None
