"""How annotations point into the text of a report."""

from pathlib import Path

import pytest
from training.corpus import BrokenCorpusError, laid, read

TEXT = """
Oslo asks for launchers

Oslo has asked for sixteen launchers, Oslo said.
Nobody named a price.
"""


def test_a_text_is_laid_out_as_a_reader_sees_it() -> None:
    page = laid(TEXT)
    assert page.text.startswith("Oslo asks for launchers\n\nOslo has asked")
    assert [page.text[a:b] for a, b in page.sentences][-1] == "Nobody named a price."


def test_a_mention_is_found_in_its_sentence() -> None:
    page = laid(TEXT)
    found = page.find("2|sixteen")
    assert page.text[found.start : found.end] == "sixteen"
    assert found.sentence == 2
    assert found.name is None


def test_a_mention_names_what_it_means() -> None:
    assert laid(TEXT).find("2|Oslo=Norway").name == "Norway"


def test_the_second_time_a_word_stands_can_be_meant() -> None:
    page = laid(TEXT)
    again = page.find("2|Oslo|2=Norway")
    assert again.start > page.find("2|Oslo").start
    assert again.name == "Norway"


def test_a_long_mention_is_given_by_its_ends() -> None:
    assert laid(TEXT).find("2|Oslo has ... launchers").text == "Oslo has asked for sixteen launchers"


@pytest.mark.parametrize("written", ["2|Bergen", "9|Oslo", "Oslo", "2|Oslo|7", "2|launchers ... Oslo has"])
def test_words_that_do_not_stand_there_are_named(written: str) -> None:
    with pytest.raises(BrokenCorpusError, match=r"sentence|not"):
        laid(TEXT).find(written)


def test_every_report_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text(
        '[[report]]\nid = "a"\nstyle = "operetta"\nstory = "s"\ntext = "x"\n'
        '[[report]]\nid = "b"\nstyle = "wire"\nstory = "s"\ntext = "x"\nstates = [{kind="gift", trigger="1|x"}]\n',
        encoding="utf-8",
    )
    with pytest.raises(BrokenCorpusError) as caught:
        read(broken)
    assert "broken.toml" in str(caught.value)
    assert "operetta" in str(caught.value)
    assert "gift" in str(caught.value)
