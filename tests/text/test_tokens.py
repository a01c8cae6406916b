from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.folding import fold
from secondsource.text.tokens import atoms, low_words, split, words


def test_words_keep_their_inner_apostrophe() -> None:
    assert [t.text for t in words("Turkey’s F-16s aren't “new”")] == ["Turkey's", "F", "16s", "aren't", "new"]


@pytest.mark.parametrize("printed", ["MQ-9B", "MQ 9B", "MQ9B", "MQ–9B"])
def test_a_designation_has_the_same_atoms_however_it_is_printed(printed: str) -> None:
    assert [t.text for t in atoms(printed)] == ["MQ", "9", "B"]


@pytest.mark.parametrize(
    ("printed", "read"),
    [("pro\u00adgramme", "programme"), ("mis\u200bsile", "missile"), ("ﬁre", "fire"), ("с\u2060at", "cat")],
)
def test_a_word_is_read_as_it_is_seen(printed: str, read: str) -> None:
    [found] = words(printed)
    assert (found.text, found.start, found.end) == (read, 0, len(printed))
    assert low_words(printed) == [read]


@given(st.text())
def test_atoms_stand_where_they_say(text: str) -> None:
    assert all(fold(text)[t.start : t.end] == t.text for t in atoms(text))
    for found in (atoms(text), words(text)):
        assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.text(alphabet=st.characters(max_codepoint=0x2FF, exclude_characters="\u00ad")))
def test_words_without_unseen_characters_stand_where_they_say(text: str) -> None:
    assert all(fold(text)[t.start : t.end] == t.text for t in words(text))


@given(st.text())
def test_words_in_lower_case_are_the_same_words(text: str) -> None:
    assert low_words(text) == [t.low for t in words(text)]


@given(st.text())
def test_nothing_but_marks_and_blanks_stands_between_atoms(text: str) -> None:
    covered = {place for token in atoms(text) for place in range(token.start, token.end)}
    assert not any(c.isalpha() or c.isdecimal() for i, c in enumerate(fold(text)) if i not in covered)


@given(st.text())
def test_a_name_is_split_into_its_atoms(text: str) -> None:
    found, gaps = split(text)
    assert found == [t.text for t in atoms(text)]
    assert len(gaps) == max(0, len(found) - 1)


def test_a_token_knows_its_lower_case() -> None:
    assert [t.low for t in words("Rafale")] == ["rafale"]
