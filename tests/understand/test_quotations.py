"""Words in quotation marks: where they begin and end, who says them, and whether that is somebody unnamed."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.knowledge import load
from secondsource.model.statement import Quote
from secondsource.understand.page import Page
from secondsource.understand.quotations import quotations
from tests.understand.reading import report

SAID = "We will buy the new boats in spring"


def quotes(text: str) -> tuple[Quote, ...]:
    return quotations(Page(report(text), (), load()))


def texts(text: str) -> list[str]:
    return [q.text for q in quotes(text)]


def speakers(text: str) -> list[str | None]:
    return [q.speaker for q in quotes(text)]


def test_a_quotation_has_its_marks() -> None:
    assert texts(f'Ana Ruiz said: "{SAID}." Nobody asked.') == [f'"{SAID}."']


def test_typographic_marks_open_and_close() -> None:
    assert texts(f"Ana Ruiz said: “{SAID}.” Nobody asked.") == [f"“{SAID}.”"]


def test_both_sides_of_an_attribution_are_quotations_of_the_same_speaker() -> None:
    text = '"We will buy the new boats," Ana Ruiz said, "and we will sell the old ones."'
    assert texts(text) == ['"We will buy the new boats,"', '"and we will sell the old ones."']
    assert speakers(text) == ["Ana Ruiz", "Ana Ruiz"]


def test_a_quotation_that_runs_on_ends_before_the_next_opening_mark() -> None:
    text = 'Ana Ruiz said: "The boats are old now. "We will buy new ones. "Nobody knows the price."'
    assert texts(text) == ['"The boats are old now.', '"We will buy new ones.', '"Nobody knows the price."']
    assert set(speakers(text)) == {"Ana Ruiz"}


def test_a_quotation_over_paragraphs_is_one_for_each() -> None:
    text = 'Ana Ruiz said: "The boats are old now.\n\n"We will buy new ones."'
    assert texts(text) == ['"The boats are old now.', '"We will buy new ones."']
    assert set(speakers(text)) == {"Ana Ruiz"}


def test_marks_inside_a_quotation_are_part_of_it() -> None:
    assert texts('Ana Ruiz said: "They call it "the big one" on the coast."') == [
        '"They call it "the big one" on the coast."'
    ]


def test_a_quotation_may_be_long() -> None:
    said = "The boats are old and slow. " * 60
    assert [len(t) for t in texts(f'Ana Ruiz said: "{said.strip()}"')] == [len(said) + 1]


def test_single_marks_quote_where_somebody_is_said_to_say_it() -> None:
    text = f"'{SAID},' said Ana Ruiz. She didn't name the yard's owners."
    assert texts(text) == [f"'{SAID},'"]
    assert speakers(text) == ["Ana Ruiz"]


@pytest.mark.parametrize(
    "text",
    [
        "The minister called it a 'dirty trick' of the yard's owners.",
        'The so-called "big boat" sank.',
        'He wrote the novel "The Old Man Of The Northern Sea" last year.',
        "Harbour 'to be closed by next spring'",
    ],
)
def test_scare_quotes_titles_and_headlines_are_no_quotations(text: str) -> None:
    assert quotes(text) == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f'Ana Ruiz told the Harbour Post: "{SAID}."', "Ana Ruiz"),
        (f'"{SAID}," said Ana Ruiz, head of the yard.', "Ana Ruiz"),
        (f'"{SAID}," Ana Ruiz told reporters.', "Ana Ruiz"),
        (f'"{SAID}," according to Ana Ruiz, head of the yard.', "Ana Ruiz"),
        (f'"{SAID}," said yard manager Ana Ruiz.', "Ana Ruiz"),
        (f'Yard manager Ana Ruiz, who came late, said: "{SAID}."', "Ana Ruiz"),
        (f'Ana Ruiz, head of the yard at Port Lume, said: "{SAID}."', "Ana Ruiz"),
        (f'Chancellor Ana Ruiz came late. "{SAID}," the chancellor said.', "Ana Ruiz"),
        (f'Manager Ana Ruiz came late. "{SAID}," Mrs Ruiz said.', "Ana Ruiz"),
        (f'Yard manager Ana Ruiz came late. "{SAID}," she said.', "Ana Ruiz"),
        (f'Yard manager Ana Ruiz welcomed the plan. "{SAID}."', "Ana Ruiz"),
        (f'Yard manager Ana Ruiz said the plan was good. "{SAID}."', "Ana Ruiz"),
        (f'Ana Ruiz waited, and then said: "{SAID}."', "Ana Ruiz"),
        ('The yard was "a great place to work in", said Ana Ruiz.', "Ana Ruiz"),
        (f'Brightwater said in a statement: "{SAID}."', "Brightwater"),
        (f'The Institute of Shipwrights said: "{SAID}."', "Institute of Shipwrights"),
        (f'"{SAID}," said a spokesman for Brightwater.', "Brightwater spokesman"),
        (f'"{SAID}," a Brightwater spokeswoman said.', "Brightwater spokeswoman"),
        (f'"{SAID}," the report said.', "report"),
    ],
)
def test_the_speaker_is_found_around_the_quotation(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]
    assert not quotes(text)[0].anonymous


def test_the_speaker_of_the_next_sentence_is_its_own() -> None:
    text = f'Yard manager Ana Ruiz said: "{SAID}." Yard owner Ben Okoro said: "I know nothing about that plan."'
    assert speakers(text) == ["Ana Ruiz", "Ben Okoro"]


def test_a_report_of_what_somebody_did_is_not_of_their_word() -> None:
    text = f'Yard manager Ana Ruiz said little. Owner Ben Okoro has failed, she added. "{SAID}."'
    assert speakers(text) == ["Ana Ruiz"]


@pytest.mark.parametrize(
    "text",
    [
        f'"{SAID}," one official said.',
        f'"{SAID}," said two sources close to the deal.',
        f'"{SAID}," said a spokeswoman speaking on condition of anonymity.',
        f'"{SAID}," a retired officer told the paper.',
    ],
)
def test_somebody_without_a_name_is_anonymous(text: str) -> None:
    assert [q.anonymous for q in quotes(text)] == [True]


def test_the_source_is_the_one_who_spoke_before() -> None:
    text = (
        f'A source in the yard was heard. "{SAID}," a source in the yard said. "Nobody is against it," the source said.'
    )
    assert speakers(text) == ["source in the yard", "source in the yard"]


@pytest.mark.parametrize(
    "text",
    [
        f'The harbour is old.\n\nTrade has grown.\n\n"{SAID}", he said.',
        f'Ana Ruiz and Ben Okoro met on Monday. "{SAID}", he said.',
    ],
)
def test_a_pronoun_that_nobody_fits_stays_unresolved(text: str) -> None:
    assert speakers(text) == [None]


_PIECE = st.sampled_from(
    [
        '"',
        "“",
        "”",
        "'",
        "‘",
        "’",
        "«",
        "»",
        " ",
        "\n",
        "\n\n",
        ". ",
        ", ",
        "Ana Ruiz ",
        "said ",
        "he ",
        "the boats ",
        "(",
        ")",
    ]
)


@given(st.lists(_PIECE, max_size=60).map("".join))
def test_quotations_stand_where_they_say_apart_and_in_order(text: str) -> None:
    found = quotes(text)
    assert all(text[q.start : q.end] == q.text for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
