"""Constraints on the day of publication, and what they leave when they are taken together."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from secondsource.model.report import Bounds

MOST_REASONS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """The report appeared on or after `low`, on or before `high`; `weight` says which of two gives way (the lesser)."""

    reason: str
    weight: int
    low: datetime.date | None = None
    high: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The days that are left, both inclusive."""

    low: datetime.date
    high: datetime.date

    def narrowed(self, constraint: Constraint) -> "Window | None":
        """The window that `constraint` leaves, or None where it leaves no day."""
        low = max(self.low, constraint.low or self.low)
        high = min(self.high, constraint.high or self.high)
        return Window(low=low, high=high) if low <= high else None


ACROSS_THE_DATE_LINE = datetime.timedelta(days=1)
"""What happens on a day in the east is told on the day before in the west: bounds from a day give way by one."""
EARLIEST = datetime.date(1900, 1, 1)


def window_of(constraints: Iterable[Constraint], today: datetime.date) -> Window:
    """The days that the heaviest constraints leave up to `today`."""
    return _taken_together(constraints, today)[0]


def bounds(constraints: Iterable[Constraint], today: datetime.date) -> Bounds | None:
    """The bounds that the constraints set together, with a reason for each and for each that was left out.

    None where nothing says more than that the report was read on `today`.
    """
    window, kept, dropped = _taken_together(constraints, today)
    if not kept:
        return None
    binding = [c for c in kept if c.low == window.low or c.high == window.high]
    others = [c for c in kept if c not in binding]
    reasons = [c.reason for c in (*binding, *others)] + [
        f"left out, as the rest speaks against it: {c.reason}" for c in dropped
    ]
    distinct = list(dict.fromkeys(reasons))[: MOST_REASONS - 1]
    return Bounds(
        low=window.low.isoformat(), high=window.high.isoformat(), reasons=(*distinct, f"read on {today.isoformat()}")
    )


def _taken_together(
    constraints: Iterable[Constraint], today: datetime.date
) -> tuple[Window, list[Constraint], list[Constraint]]:
    window = Window(low=EARLIEST, high=today)
    kept: list[Constraint] = []
    dropped: list[Constraint] = []
    for constraint in sorted(set(constraints), key=lambda c: (-c.weight, c.low or EARLIEST, c.high or today, c.reason)):
        narrowed = window.narrowed(constraint)
        (kept if narrowed else dropped).append(constraint)
        window = narrowed or window
    return window, kept, dropped
