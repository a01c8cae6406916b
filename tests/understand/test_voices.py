"""On whose word: speakers, named or not, and the outlets they spoke to."""

import pytest

from tests.understand.reading import reading, statements

DEAL = "Peru bought 24 Rafale jets from France"


@pytest.mark.parametrize(
    ("sentence", "speaker", "anonymous", "outlets"),
    [
        (f"{DEAL}, two officials told Reuters.", "two officials", True, ("Reuters",)),
        (f"{DEAL}, a person familiar with the matter said.", "person", True, ()),
        (f"{DEAL}, General Luis Paredes said.", "Luis Paredes", False, ()),
        (f"{DEAL}, according to Luis Paredes, the air force chief.", "Luis Paredes", False, ()),
        (f"{DEAL}, the Pentagon said on Tuesday.", "Pentagon", False, ()),
        (f"{DEAL}, Bloomberg reported.", None, False, ("Bloomberg",)),
        (f"{DEAL}, a spokeswoman speaking on condition of anonymity said.", "spokeswoman", True, ()),
    ],
)
def test_the_speaker_of_a_sentence_is_found(
    sentence: str, speaker: str | None, anonymous: bool, outlets: tuple[str, ...]
) -> None:
    said = statements(sentence, "transfer")[0].attribution
    assert said is not None
    assert (said.speaker or "").endswith(speaker or "")
    assert (said.speaker is None) == (speaker is None)
    assert (said.anonymous, said.outlets) == (anonymous, outlets)


def test_a_sentence_that_nobody_is_said_to_say_has_no_voice() -> None:
    assert statements(f"{DEAL} last year.")[0].attribution is None


def test_a_title_stands_for_the_person_introduced_with_it() -> None:
    text = f"Defence Minister Ana Quispe flew to Paris. {DEAL}, the defence minister said."
    said = statements(text, "transfer")[0].attribution
    assert said is not None
    assert said.speaker == "Ana Quispe"


def test_they_are_the_sources_of_the_sentence_before() -> None:
    text = "Several officials confirmed the Rafale talks. They also say Peru plans to buy 24 Rafale jets from France."
    said = [s.attribution for s in statements(text, "transfer") if s.modality == "planned"]
    assert said
    assert said[0] is not None
    assert said[0].anonymous


def test_an_orphan_pronoun_stays_unresolved() -> None:
    text = 'The pact was long awaited.\n\nTrade has grown.\n\n"We look forward to buying more of these jets", he said.'
    quotes = reading(text).quotes
    assert [q.speaker for q in quotes] == [None]


def test_a_quotation_that_goes_on_keeps_its_speaker() -> None:
    text = '"We need the new jets soon," Luis Paredes said. "And we will buy them from whoever delivers first."'
    assert [q.speaker for q in reading(text).quotes] == ["Luis Paredes", "Luis Paredes"]


def test_neither_side_having_confirmed_is_no_confirmation() -> None:
    text = f"{DEAL}, which neither Lima nor Paris has confirmed."
    assert all(s.stance != "confirms" for s in statements(text, "transfer"))


def test_whom_a_speaker_spoke_to_is_not_the_speaker() -> None:
    said = statements(f"{DEAL}, said Luis Paredes of the state works to Canal Uno.", "transfer")[0].attribution
    assert said is not None
    assert said.speaker == "Luis Paredes"
