"""The counts that a sentence prints."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.knowledge import load
from secondsource.understand.counts import Count, counts
from secondsource.understand.page import Page
from tests.understand.reading import report


def found(text: str) -> list[Count]:
    page = Page(report(text), (), load())
    return [c for line in page.lines for c in counts(page, line)]


@pytest.mark.parametrize(
    ("text", "number", "high", "bound", "unit"),
    [
        ("Chile ordered 24 howitzers.", 24, None, None, None),
        ("Chile ordered up to twelve launchers.", 12, None, "up-to", "launcher"),
        ("Chile ordered two squadrons of jets.", 2, None, None, "squadron"),
        ("Chile ordered between 20 and 30 tanks.", 20, 30, "range", None),
        ("Chile ordered a battery of Patriots.", 1, None, None, "battery"),
        ("Chile ordered 155,000 rounds.", 155_000, None, None, "round"),
        ("Chile ordered more than 1.2 million shells.", 1_200_000, None, "over", "shell"),
        ("Chile ordered a dozen tanks.", 12, None, None, None),
    ],
)
def test_a_count_has_number_bound_and_unit(
    text: str, number: float, high: float | None, bound: str | None, unit: str | None
) -> None:
    (count,) = found(text)
    assert (count.number, count.high, count.bound, count.unit) == (number, high, bound, unit)


@pytest.mark.parametrize(
    "text",
    [
        "Chile paid $24 million.",
        "Chile spoke in 2024.",
        "Chile paid 24 percent more.",
        "Chile waited 24 months.",
        "Chile named 24 countries.",
        "Chile looked at the F-16.",
    ],
)
def test_sums_years_shares_and_names_are_no_counts(text: str) -> None:
    assert found(text) == []


def test_dozens_count_without_a_number() -> None:
    (count,) = found("Chile ordered dozens of tanks.")
    assert count.number is None


@given(st.integers(2, 1899))
def test_a_number_in_digits_keeps_its_value(number: int) -> None:
    assert [c.number for c in found(f"Chile ordered {number:,} tanks.")] == [number]
