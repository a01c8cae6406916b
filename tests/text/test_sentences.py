from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from secondsource.text.sentences import paragraphs, sentences

PRESS = st.text(alphabet=st.sampled_from("aA bB.9!?\"'“”)(\n U.S.r…,-"), max_size=80)


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Lee met Lt. Col. Ortiz and Adm. Roy on Tuesday.",
        "The U.S. Navy and the U.K. Ministry agreed.",
        "The U.S. State Department cleared it.",
        "It costs $2.5 billion, or Rs. 20,000 crore.",
        "Lockheed Martin Corp. and Saab Inc. bid together.",
        "He spoke at 9 a.m. Monday of the sale.",
        "The minister, J. R. Smith, signed.",
        "They bought missiles, e.g. Javelins, and others.",
        "The list ran to No. 12 of the annex.",
        "Caliber.Az reported the list.",
        "Gazeta.Ru and Army.Com wrote of it.",
        "Prices rose 3.5 per cent.",
    ],
)
def test_stays_one_sentence(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was sold. Delhi paid.", ["It was sold.", "Delhi paid."]),
        ('"We will buy." He left.', ['"We will buy."', "He left."]),
        ("“We will buy.” He left.", ["“We will buy.”", "He left."]),
        ('He said: "No." "Why?" she asked.', ['He said: "No."', '"Why?" she asked.']),
        ("They bought it from the U.S. The deal closed.", ["They bought it from the U.S.", "The deal closed."]),
        ("It was built by Saab Inc. The yard closed.", ["It was built by Saab Inc.", "The yard closed."]),
        ("Was it sold? No. 12 were leased.", ["Was it sold?", "No. 12 were leased."]),
        ("Sold outside the USA.On Monday it closed.", ["Sold outside the USA.", "On Monday it closed."]),
        ("It ended in 2019.The rest came later.", ["It ended in 2019.", "The rest came later."]),
        ("It closed.The rest came later.", ["It closed.", "The rest came later."]),
        ("Will they sell? Yes! They will.", ["Will they sell?", "Yes!", "They will."]),
        ("Paris waits… Berlin pays.", ["Paris waits…", "Berlin pays."]),
        ("It cost $3 billion. 20 were built.", ["It cost $3 billion.", "20 were built."]),
        ("It cost much. $3 billion, he said.", ["It cost much.", "$3 billion, he said."]),
    ],
)
def test_is_cut_where_it_ends(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_a_headline_without_a_stop_is_a_sentence_of_its_own() -> None:
    text = "Kaldoria buys six frigates\n\nHALLAM, May 3\nThe yard signed on Friday. It was late."
    assert split(text) == ["Kaldoria buys six frigates", "HALLAM, May 3", "The yard signed on Friday.", "It was late."]
    assert [s.paragraph for s in sentences(text)] == [0, 1, 2, 2]


def test_paragraphs_are_the_lines_without_their_blanks() -> None:
    text = "  one \n \n\ttwo\n"
    assert [text[a:b] for a, b in paragraphs(text)] == ["one", "two"]


@given(PRESS)
@example("U.S. U.K.\n.A")
def test_sentences_cover_the_text_in_order(text: str) -> None:
    found = sentences(text)
    assert all(s.start < s.end for s in found)
    assert all(a.end <= b.start and a.paragraph <= b.paragraph for a, b in pairwise(found))
    covered = {place for s in found for place in range(s.start, s.end)}
    assert all(c.isspace() for i, c in enumerate(text) if i not in covered)


@given(PRESS)
def test_no_sentence_crosses_a_line_or_has_blanks_at_its_edges(text: str) -> None:
    for printed in split(text):
        assert "\n" not in printed
        assert printed == printed.strip()


@given(st.text())
def test_any_text_is_split_without_loss(text: str) -> None:
    kept = "".join(split(text))
    assert "".join(kept.split()) == "".join(text.split())
