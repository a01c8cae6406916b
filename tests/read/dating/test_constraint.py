"""Constraints taken together."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from secondsource.read.dating.constraint import Constraint, bounds, window_of

TODAY = datetime.date(2026, 11, 22)
DAYS = st.dates(min_value=datetime.date(1990, 1, 1), max_value=datetime.date(2030, 12, 31))
CONSTRAINTS = st.lists(
    st.builds(
        Constraint,
        reason=st.text(min_size=1, max_size=9),
        weight=st.integers(1, 9),
        low=st.none() | DAYS,
        high=st.none() | DAYS,
    ),
    max_size=9,
)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@given(CONSTRAINTS)
def test_the_lowest_day_never_comes_after_the_highest_nor_either_after_today(constraints: list[Constraint]) -> None:
    window = window_of(constraints, TODAY)
    assert window.low <= window.high <= TODAY


@given(CONSTRAINTS, st.randoms())
def test_the_order_of_the_constraints_does_not_matter(constraints: list[Constraint], random: object) -> None:
    turned = list(reversed(constraints))
    assert window_of(constraints, TODAY) == window_of(turned, TODAY)
    assert bounds(constraints, TODAY) == bounds(turned, TODAY)


@given(CONSTRAINTS)
def test_bounds_end_with_the_day_of_reading(constraints: list[Constraint]) -> None:
    found = bounds(constraints, TODAY)
    if found is not None:
        assert found.reasons[-1] == "read on 2026-11-22"
        assert found.low <= found.high <= TODAY.isoformat()


def test_no_evidence_gives_no_bounds() -> None:
    assert bounds([], TODAY) is None


def test_of_two_that_exclude_each_other_the_weaker_gives_way_and_is_named() -> None:
    law = Constraint(reason="names an act of 2017", weight=6, low=day("2017-08-02"))
    visit = Constraint(reason="awaits a visit of 2016", weight=3, high=day("2016-10-01"))
    found = bounds([visit, law], TODAY)
    assert found is not None
    assert (found.low, found.high) == ("2017-08-02", "2026-11-22")
    assert found.reasons[1] == "left out, as the rest speaks against it: awaits a visit of 2016"


def test_the_binding_reasons_come_first() -> None:
    early = Constraint(reason="early", weight=6, low=day("2015-01-01"))
    late = Constraint(reason="late", weight=4, low=day("2018-01-01"))
    found = bounds([early, late], TODAY)
    assert found is not None
    assert found.reasons[:2] == ("late", "early")
