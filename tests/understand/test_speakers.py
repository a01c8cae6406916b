"""Whom the words marked as a speaker mean."""

import pytest

from secondsource.knowledge import load
from secondsource.model.statement import Attribution
from secondsource.understand.page import Page
from secondsource.understand.speakers import Cast, Speaker
from tests.understand.reading import report


def heard(text: str, *speakers: str, unnamed: float = 0.0) -> list[Attribution | None]:
    """What a cast makes of speakers that follow one another in a text."""
    page = Page(report(text), (), load())
    cast, place, found = Cast(page), 0, []
    for words in speakers:
        place = text.index(words, place)
        line = next(x for x in page.lines if x.start <= place < x.end)
        found.append(cast.resolve(Speaker(start=place, end=place + len(words), line=line, unnamed=unnamed)))
        place += len(words)
    return found


def names(text: str, *speakers: str, unnamed: float = 0.0) -> list[str | None]:
    return [a.speaker if a else None for a in heard(text, *speakers, unnamed=unnamed)]


def test_a_surname_means_the_person_introduced() -> None:
    text = "Defence Minister Ana Ruiz signed it. It took years, Ruiz said."
    assert names(text, "Ruiz said"[:4]) == ["Ana Ruiz"]


def test_he_means_the_person_who_spoke_last_and_no_ministry() -> None:
    text = "Colonel Juan Paz confirmed it. The ministry knew, the ministry said. He denied the rest."
    assert names(text, "Juan Paz", "the ministry", "He")[2] == "Juan Paz"


def test_a_pronoun_that_nobody_fits_stays_open() -> None:
    assert heard("He denied it.", "He") == [None]


def test_a_title_means_its_bearer() -> None:
    text = "Defence Minister Ana Ruiz was there. Nothing is signed, the defence minister said."
    assert names(text, "the defence minister") == ["Ana Ruiz"]


def test_an_unnamed_source_keeps_its_words() -> None:
    (one,) = heard("Nothing is signed, two officials said.", "two officials", unnamed=0.9)
    assert one is not None
    assert (one.speaker, one.anonymous) == ("two officials", True)


def test_an_outlet_has_no_speaker() -> None:
    (one,) = heard("Talks have failed, Reuters reported.", "Reuters")
    assert one is not None
    assert (one.speaker, one.outlets) == (None, ("Reuters",))


def test_a_role_beside_a_name_is_that_person() -> None:
    text = "Ana Ruiz, an official of the palace, said that talks had failed."
    assert names(text, "official of the palace", unnamed=0.9) == ["Ana Ruiz"]


@pytest.mark.parametrize("words", ["The company", "the firm"])
def test_the_company_is_the_maker_named_last(words: str) -> None:
    text = f"Saab won the order in May. Work begins at once, {words} said."
    assert names(text, words) == ["Saab"]
