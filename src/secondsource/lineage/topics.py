"""Whether two reports can be about one thing at one time."""

import datetime

from secondsource.model.report import Report

# A story is retold for some weeks; later reports of the same outlet on the same deal are other stories.
SAME_STORY_DAYS = 21


def alike(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether the topics (`kind:id`) of two reports share a weapon, agreement or law, and a country.

    Where neither names any such thing, two countries are enough.
    """
    shared = left & right
    named = {t for t in shared if not t.startswith("country:")}
    places = shared - named
    other = {t for t in left | right if not t.startswith("country:")}
    return bool(named and places) or (len(places) >= 2 and not other)


def near(left: Report, right: Report) -> bool:
    """Whether the days on which two reports can have appeared lie within some weeks; unknown days speak for nothing."""
    ours, theirs = _days(left), _days(right)
    if ours is None or theirs is None:
        return True
    apart = max(ours[0], theirs[0]) - min(ours[1], theirs[1])
    return apart.days <= SAME_STORY_DAYS


def _days(report: Report) -> tuple[datetime.date, datetime.date] | None:
    low, high = (
        (report.published, report.published)
        if report.published
        else (report.bounds.low, report.bounds.high)
        if report.bounds
        else (None, None)
    )
    if not low or not high:
        return None
    try:
        return datetime.date.fromisoformat(low[:10]), datetime.date.fromisoformat(high[:10])
    except ValueError:
        return None
