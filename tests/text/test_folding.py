import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.folding import fold


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert fold(text) == text


@given(st.sampled_from("aceinosuyzACEINOSUYZ"), st.integers(0x300, 0x304))
def test_a_letter_with_an_accent_falls_to_its_letter(letter: str, accent: int) -> None:
    composed = unicodedata.normalize("NFC", letter + chr(accent))
    if len(composed) == 1:
        assert fold(composed) == letter


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Türkiye’s “Bayraktar”", 'Turkiye\'s "Bayraktar"'),
        ("Raf\N{CYRILLIC SMALL LETTER A}le", "Rafale"),
        ("\N{CYRILLIC CAPITAL LETTER ES}-400", "C-400"),
        ("S–400 — S\N{MINUS SIGN}400", "S-400 - S-400"),
        ("\N{CYRILLIC SMALL LETTER IO}", "e"),
        ("Łódź ½", "Łodz ½"),
        ("\N{LATIN SMALL LIGATURE FI}re", "\N{LATIN SMALL LIGATURE FI}re"),
    ],
)
def test_look_alikes_and_accents(printed: str, folded: str) -> None:
    assert fold(printed) == folded
