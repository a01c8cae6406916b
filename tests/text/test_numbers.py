import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.numbers import DIGITS, SCALES, WORDS, bound_before, value_of


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("31", 31),
        ("20,000", 20_000),
        ("1,23,456", 123_456),
        ("2.5 million", 2_500_000),
        ("3bn", 3e9),
        ("40 crore", 4e8),
        ("12 lakh", 1.2e6),
        ("six", 6),
        ("thirty-one", 31),
        ("Thirty One", 31),
        ("a dozen", 12),
        ("two dozen", 24),
        ("a hundred", 100),
        ("one hundred and fifty", 150),
        ("three hundred thousand", 300_000),
        ("two million three hundred thousand", 2_300_000),
        ("nineteen", 19),
        ("zero", 0),
    ],
)
def test_a_number_in_digits_or_words(printed: str, value: float) -> None:
    assert value_of(printed) == value


@pytest.mark.parametrize("printed", ["", "a", "several", "six jets", "12 apples", "million dollars", "and"])
def test_what_is_no_number(printed: str) -> None:
    assert value_of(printed) is None


@given(st.integers(min_value=0, max_value=10**12))
def test_separators_do_not_change_a_number(number: int) -> None:
    assert value_of(f"{number:,}") == value_of(str(number)) == number


@given(st.integers(min_value=1, max_value=999), st.sampled_from(sorted(SCALES)))
def test_a_scale_multiplies(number: int, scale: str) -> None:
    assert value_of(f"{number} {scale}") == number * SCALES[scale]


@pytest.mark.parametrize(
    ("before", "bound"),
    [
        ("more than ", "over"),
        ("no more than ", "up-to"),
        ("no fewer than ", "at-least"),
        ("not less than ", "at-least"),
        ("less than ", "under"),
        ("up to ", "up-to"),
        ("as many as ", "up-to"),
        ("nearly ", "nearly"),
        ("just under ", "nearly"),
        ("Around ", "about"),
        ("~", "about"),
        ("at least ", "at-least"),
    ],
)
def test_a_bound_stands_right_before(before: str, bound: str) -> None:
    text = f"They want {before}30 jets"
    start = text.index("30")
    assert bound_before(text, start) == (bound, len("They want "))


@pytest.mark.parametrize("text", ["They want 30", "Turnover 30", "the lower deck, 30", "more than that, 30", "30"])
def test_no_bound(text: str) -> None:
    start = text.index("30")
    assert bound_before(text, start) == (None, start)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("36 to 54 jets", 36, 54), ("thirty to forty jets", 30, 40), ("1,000-1,200 rounds", 1000, 1200)],
)
def test_both_ends_of_a_range_are_numbers(text: str, low: float, high: float) -> None:
    match = re.match(rf"({DIGITS}|{WORDS})\s*(?:-|to)\s*({DIGITS}|{WORDS})", text)
    assert match is not None
    assert (value_of(match[1]), value_of(match[2])) == (low, high)
