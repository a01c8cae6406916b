"""The days on which reports can have appeared, and how far apart they lie."""

from collections.abc import Iterable
from datetime import date

from secondsource.model.report import Report

_DAY = 10


def said_by(report: Report) -> str:
    """The earliest ISO day on which the report can have appeared, or an empty string."""
    return (report.published or (report.bounds.low if report.bounds else ""))[:_DAY]


def said_until(report: Report) -> str:
    """The latest ISO day on which the report can have appeared, or an empty string."""
    return (report.published or (report.bounds.high if report.bounds else ""))[:_DAY]


def first_said(reports: Iterable[Report]) -> str:
    """The day from which a thing is known to have been said: a printed one where there is one."""
    several = list(reports)
    printed = [r.published[:_DAY] for r in several if r.published]
    return min(printed or [day for r in several if (day := said_by(r))], default="")


def days_apart(one: Report, other: Report) -> int:
    """How many days lie between two reports at least; nought where either has no day."""
    gaps = [_gap(said_until(one), said_by(other)), _gap(said_until(other), said_by(one))]
    return max(0, *gaps)


def _gap(earlier: str, later: str) -> int:
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days if earlier and later else 0
