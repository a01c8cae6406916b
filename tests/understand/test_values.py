"""Sums, counts and dates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.knowledge import load
from secondsource.understand.dates import dates
from secondsource.understand.money import money
from secondsource.understand.page import Page
from tests.understand.reading import only, report, statements


def _sums(text: str) -> list[tuple[float, float | None, str | None, str, str | None]]:
    page = Page(report(text), (), load())
    return [
        (s.value.amount, s.value.high, s.value.currency, s.value.basis, s.value.bound)
        for line in page.lines
        for s in money(page, line)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The jets cost roughly $16 million each.", [(16e6, None, "USD", "each", "about")]),
        ("It was a contract worth 2.6 billion euros.", [(2.6e9, None, "EUR", "contract", None)]),
        ("Exports were Rs 21,083 crore.", [(210_830_000_000, None, "INR", "total", None)]),
        ("The deal is worth C$14 billion.", [(14e9, None, "CAD", "total", None)]),
        ("The deal is worth $US14 billion.", [(14e9, None, "USD", "total", None)]),
        ("The deal is worth half a billion euros.", [(5e8, None, "EUR", "total", None)]),
        (
            "The deal is worth C$14 billion and A$15 billion.",
            [(14e9, None, "CAD", "total", None), (15e9, None, "AUD", "total", None)],
        ),
        ("A budget of 3 to 4 billion zlotys was set.", [(3e9, 4e9, "PLN", "budget", "range")]),
        (
            "It cost 19.5 billion baht ($600 million).",
            [(19.5e9, None, "THB", "total", None), (6e8, None, "USD", "total", None)],
        ),
        ("More than $20 billion in arms sales since 2008.", [(20e9, None, "USD", "cumulative", "over")]),
    ],
)
def test_a_sum_has_amount_currency_basis_and_bound(text: str, found: list[object]) -> None:
    assert _sums(text) == found


@given(
    st.floats(min_value=0.1, max_value=999, allow_nan=False).map(lambda x: round(x, 1)),
    st.sampled_from(["million", "billion"]),
)
def test_any_amount_of_dollars_is_read_back(amount: float, scale: str) -> None:
    (found,) = _sums(f"The package costs ${amount} {scale}.")
    assert found[0] == pytest.approx(amount * {"million": 1e6, "billion": 1e9}[scale], rel=1e-6)
    assert found[2] == "USD"


@pytest.mark.parametrize(
    ("sentence", "number", "bound"),
    [
        ("Peru ordered 24 Rafale jets from France.", 24, None),
        ("Peru ordered up to 24 Rafale jets from France.", 24, "up-to"),
        ("Peru ordered more than two dozen Rafale jets from France.", 24, "over"),
        ("Peru ordered thirty-one Rafale jets from France.", 31, None),
    ],
)
def test_a_count_before_the_item_is_its_quantity(sentence: str, number: int, bound: str | None) -> None:
    counted = only(sentence).quantity
    assert counted is not None
    assert (counted.number, counted.bound) == (number, bound)


def test_a_year_or_a_sum_is_no_quantity() -> None:
    assert all(s.quantity is None for s in statements("In 2019 Rafale jets were ordered by Peru for $24 billion."))


def _days(text: str, published: str | None = "2022-05-05") -> list[tuple[str | None, str | None]]:
    return [(m.start, m.end) for _, _, m in dates(text, 0, len(text), report(text, published))]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("signed on 5 October 2018", ("2018-10-05", "2018-10-05")),
        ("signed on October 5, 2018", ("2018-10-05", "2018-10-05")),
        ("agreed in October 2016", ("2016-10-01", "2016-10-31")),
        ("agreed in 2016", ("2016-01-01", "2016-12-31")),
        ("signed on Tuesday", ("2022-05-03", "2022-05-03")),
        ("signed last year", ("2021-01-01", "2021-12-31")),
        ("signed this week", ("2022-05-02", "2022-05-08")),
        ("signed yesterday", ("2022-05-04", "2022-05-04")),
        ("in 2023-24", ("2023-04-01", "2024-03-31")),
        ("deliveries from 2025 to 2027", ("2025-01-01", "2027-12-31")),
        ("signed in December", ("2021-12-01", "2021-12-31")),
    ],
)
def test_a_date_is_placed_on_the_calendar(text: str, days: tuple[str, str]) -> None:
    assert _days(text) == [days]


def test_a_relative_date_in_a_widely_bounded_report_keeps_its_words_and_no_days() -> None:
    assert _days("signed on Tuesday", None) == [(None, None)]


@given(st.dates())
def test_any_full_date_is_read_back(day: object) -> None:
    iso = str(day)
    found = _days(f"signed on {iso}")
    if "1900-01-01" <= iso <= "2099-12-31":
        assert found == [(iso, iso)]


def test_not_before_opens_an_interval_that_it_does_not_close() -> None:
    found = only("Peru plans to buy 24 Rafale jets from France, but certainly not before June 2023.")
    assert found.expected is not None
    assert (found.expected.start, found.expected.end) == ("2023-06-01", None)


@pytest.mark.parametrize(
    ("sentence", "basis"),
    [
        ("The State Department cleared a $900 million sale of F-16 jets to Peru.", "ceiling"),
        ("Peru signed a contract for 24 Rafale jets for $3 billion.", "contract"),
        ("Peru bought 24 Rafale jets in a deal worth $3 billion.", "total"),
    ],
)
def test_the_status_says_what_a_loose_sum_is(sentence: str, basis: str) -> None:
    (found,) = [s for s in statements(sentence, "transfer") if s.values]
    assert found.values[0].basis == basis
