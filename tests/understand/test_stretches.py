"""A report is cut into stretches that overlap, and every sentence belongs to one of them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.extractor.labels import MARKS
from secondsource.knowledge import load
from secondsource.understand.page import Page
from secondsource.understand.stretches import LONGEST, stretches
from tests.understand.reading import report


def words(text: str) -> tuple[list[int], list[tuple[int, int]]]:
    """A tokenizer that takes words."""
    spans = [m.span() for m in re.finditer(r"\w+|[^\w\s]", text)]
    return list(range(1000, 1000 + len(spans))), spans


def page(text: str) -> Page:
    return Page(report(text), (), load())


@given(st.lists(st.integers(1, 120), min_size=1, max_size=30))
@settings(max_examples=40, deadline=None)
def test_every_sentence_is_owned_once_and_every_stretch_fits(lengths: list[int]) -> None:
    one = page("\n".join("Chile " + "buys " * n + "tanks." for n in lengths))
    owned = []
    for stretch in stretches(one, words):
        assert len(stretch.window.ids) <= LONGEST
        assert stretch.window.marks.shape == (len(stretch.window.ids), len(MARKS))
        assert {line.number for line in stretch.lines} >= set(range(stretch.owned[0], stretch.owned[1] + 1))
        owned += list(range(stretch.owned[0], stretch.owned[1] + 1))
    assert owned == [line.number for line in one.lines]


def test_a_place_covers_the_tokens_of_its_words() -> None:
    one = page("Oman asked for tanks. Chile ordered nine K9 howitzers from Seoul.")
    (stretch,) = stretches(one, words)
    start = one.text.index("K9 howitzers")
    place = stretch.place(start, start + len("K9 howitzers"))
    assert place is not None
    assert place.sentence == 1
    assert [one.text[stretch.starts[n] : stretch.ends[n]] for n in range(place.start, place.end)] == ["K9", "howitzers"]


def test_words_outside_have_no_place() -> None:
    (stretch,) = stretches(page("Chile ordered tanks."), words)
    assert stretch.place(500, 510) is None


@pytest.mark.parametrize(
    ("words_", "mark"),
    [
        ("Chile", "country"),
        ("K9", "weapon"),
        ("nine", "count"),
        ("$90 million", "sum"),
        ("on Monday", "date"),
        ("ordered", "transfer:ordered"),
        ("Seoul", "exporter"),
        ("may", "possible"),
    ],
)
def test_the_recognisers_mark_what_they_know(words_: str, mark: str) -> None:
    one = page("Chile ordered nine K9 howitzers worth $90 million from Seoul on Monday and may lease tanks.")
    (stretch,) = stretches(one, words)
    start = one.text.index(words_)
    place = stretch.place(start, start + len(words_))
    assert place is not None
    assert stretch.window.marks[place.start : place.end, MARKS.index(mark)].any()
