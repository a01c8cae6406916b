"""Words for numbers, money and dates: nothing rounded, nothing made more exact than it is."""

from decimal import Decimal
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.ledger import Band, ExposureLevel, Standing
from secondsource.model.lineage import ChangeKind, Relation
from secondsource.model.report import DiscardReason, PublishedBasis
from secondsource.model.statement import STATUSES, Basis, Bound, Stance
from secondsource.publish import wording
from secondsource.publish.entries import STANDINGS
from secondsource.publish.evidence import STANCES
from secondsource.publish.numbers import plain_number
from secondsource.publish.sources import BASES_OF_DATE
from secondsource.publish.wording import date_words, grade_words, listed, money_words, number_words, share_words

SCALES = {"": 1, " million": 10**6, " billion": 10**9, " trillion": 10**12}


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (None, None, ""),
        ("2018-10-05", "2018-10-05", "5 October 2018"),
        ("2016-10-01", "2016-10-31", "October 2016"),
        ("2021-01-01", "2021-12-31", "2021"),
        ("2020-01-01", "2021-12-31", "2020–2021"),
        ("2020-10-26", "2020-10-30", "26–30 October 2020"),
        ("2020-09-28", "2020-10-02", "28 September – 2 October 2020"),
        ("2019-12-30", "2020-01-02", "30 December 2019 – 2 January 2020"),
        (None, "2020-10-30", "by 30 October 2020"),
        ("2020-10-30", None, "from 30 October 2020"),
        ("spring", "spring", "spring"),
        ("0001-01-01", "9999-12-31", "1–9999"),
    ],
)
def test_dates(start: str | None, end: str | None, words: str) -> None:
    assert date_words(start, end) == words


@pytest.mark.parametrize(
    ("amount", "high", "bound", "currency", "words"),
    [
        (16e6, None, "about", "USD", "about US$16 million"),
        (5.43e9, None, None, "USD", "US$5.43 billion"),
        (20e3, 40e3, "range", "EUR", "€20,000–40,000"),
        (1, None, "at-least", "SEK", "at least SEK 1"),
        (1234567891, None, None, None, "1,234,567,891"),
    ],
)
def test_money(amount: float, high: float | None, bound: str | None, currency: str | None, words: str) -> None:
    assert money_words(amount, high, bound, currency) == words


@given(st.one_of(st.integers(-(10**15), 10**15), st.floats(-1e15, 1e15, allow_nan=False)))
def test_number_words_say_the_very_number(number: float) -> None:
    words = number_words(number)
    figure, scale = next(
        (words.removesuffix(name), size) for name, size in reversed(SCALES.items()) if words.endswith(name)
    )
    assert Decimal(figure.replace(",", "")) * scale == Decimal(str(plain_number(number)))


def test_shares_are_never_all_or_nothing_unless_they_are() -> None:
    assert [share_words(one) for one in (0, 0.001, 0.5, 0.999, 1)] == [
        "0%",
        "less than 1%",
        "50%",
        "more than 99%",
        "100%",
    ]


def test_small_words() -> None:
    assert [listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert grade_words("F2") == "reliability cannot be judged; probably true"


@pytest.mark.parametrize(
    ("words", "vocabulary"),
    [
        (wording.BASES, get_args(Basis)),
        (wording.BOUNDS, set(get_args(Bound)) - {"range"}),
        (wording.BANDS, get_args(Band)),
        (wording.EXPOSURE_LEVELS, get_args(ExposureLevel)),
        (wording.EXPOSURE_TONES, get_args(ExposureLevel)),
        (wording.RELATIONS, get_args(Relation)),
        (wording.CHANGES, get_args(ChangeKind)),
        (wording.DISCARDS, get_args(DiscardReason)),
        (STANDINGS, get_args(Standing)),
        (STANCES, get_args(Stance)),
        (BASES_OF_DATE, get_args(PublishedBasis)),
    ],
)
def test_every_term_has_its_words(words: dict[str, str], vocabulary: Any) -> None:
    assert set(words) == set(vocabulary)


def test_every_status_has_a_tone_of_the_vocabulary() -> None:
    known = {status for statuses in STATUSES.values() for status in statuses}
    assert set(wording.TONE_OF) <= known
