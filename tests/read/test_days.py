"""Dates as printed, and the arithmetic of weeks and months."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.read.days import (
    first_day,
    last_day,
    month_of,
    parse_day,
    parse_period,
    printed_dates,
    week_of,
)

DAYS = st.dates(min_value=datetime.date(1950, 1, 1), max_value=datetime.date(2099, 12, 31))


@given(DAYS, st.sampled_from(["%d %B %Y", "%B %d, %Y", "%b %d, %Y", "%d %b. %Y", "%Y-%m-%d", "%Y-%m-%dT%H:%M:%SZ"]))
def test_a_day_is_read_however_it_is_printed(day: datetime.date, form: str) -> None:
    printed = day.strftime(form).replace("May.", "May")
    assert parse_day(printed) == day
    assert parse_period(printed) == (day, day)


@given(DAYS)
def test_a_month_in_words_is_its_first_to_its_last_day(day: datetime.date) -> None:
    assert parse_period(day.strftime("%B %Y")) == month_of(day) == parse_period(day.strftime("%Y-%m"))


@given(DAYS)
def test_a_week_runs_from_monday_to_sunday_and_holds_its_day(day: datetime.date) -> None:
    monday, sunday = week_of(day)
    assert monday <= day <= sunday
    assert (monday.isoweekday(), sunday.isoweekday()) == (1, 7)


@given(DAYS, st.integers(-24, 24))
def test_months_follow_each_other_without_a_gap(day: datetime.date, shift: int) -> None:
    first, last = month_of(day, shift)
    assert first.day == 1
    assert month_of(day, shift + 1)[0] - last == datetime.timedelta(days=1)


@given(DAYS)
def test_a_partial_date_runs_from_its_first_to_its_last_day(day: datetime.date) -> None:
    for partial in (f"{day:%Y}", f"{day:%Y-%m}", f"{day:%Y-%m-%d}"):
        assert first_day(partial) <= day <= last_day(partial)


@pytest.mark.parametrize(
    "text", ["", "31 February 2020", "2020-13-01", "may 2020 be kind", "version 2.3.2020", "yesterday"]
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert parse_day(text) is None


def test_dates_without_a_year_or_a_day_are_found_in_place() -> None:
    text = "On Dec. 18 it notified; the 3rd of May, 2021 came after June 2019. The march on Hallam may 5 times fail."
    found = printed_dates(text)
    assert [(d.year, d.month, d.day) for d in found] == [(None, 12, 18), (2021, 5, 3), (2019, 6, None)]
    assert [text[d.start : d.end] for d in found] == ["Dec. 18", "3rd of May, 2021", "June 2019"]


@given(st.text(max_size=200))
def test_any_text_is_searched_without_a_fault(text: str) -> None:
    for date in printed_dates(text):
        assert 0 <= date.start < date.end <= len(text)
    parse_day(text)
    parse_period(text)
