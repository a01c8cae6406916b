"""The stage as a whole."""

from hashlib import sha256

import pytest

from secondsource.model.report import Discard
from tests.read.factory import opened, report
from tests.read.pages import HEADLINE, STORY, document, paragraphs

TEXT = (
    "Kaldoria buys boats\r\n\r\n  The navy will take two boats from Vestria, its chief said on Monday in Hallam. \r\n"
)


def test_the_text_of_a_plain_file_is_frozen_with_nothing_but_its_line_ends_changed() -> None:
    found = report(TEXT)
    assert found.text == TEXT.replace("\r\n", "\n")
    assert found.sha256 == sha256(found.text.encode()).hexdigest()


def test_the_same_file_in_another_folder_is_the_same_report() -> None:
    assert report(TEXT, "/a/boats.txt").id == report(TEXT, "C:\\b\\boats.txt").id
    assert report(TEXT, "boats.txt").id != report(TEXT, "ships.txt").id
    assert report(TEXT, "boats.txt").id != report(TEXT + "More.", "boats.txt").id


def test_reading_twice_gives_the_same_report() -> None:
    assert report(TEXT) == report(TEXT)


def test_a_page_becomes_its_paragraphs_with_blank_lines_between() -> None:
    found = report(document(f"<article><h1>{HEADLINE}</h1>{paragraphs()}</article>"), "a.html")
    assert [line for line in found.text.split("\n\n") if line in STORY] == list(STORY)
    assert found.title is not None
    assert found.title.startswith(HEADLINE)


@pytest.mark.parametrize("source", ["a.docx", "a.csv", "a", "a.xyz", "a.txt.gz"])
def test_an_unknown_ending_is_named(source: str) -> None:
    found = opened(TEXT, source)
    assert isinstance(found, Discard)
    assert found.reason == "unknown-format"
    assert ".md" in found.detail


@pytest.mark.parametrize(
    ("source", "form"), [("https://a.example/b", "html"), ("https://a.example/b.html?x=1", "html")]
)
def test_an_address_is_read_by_what_it_holds(source: str, form: str) -> None:
    found = report(document(f"<article>{paragraphs()}</article>"), source)
    assert form == "html"
    assert "<p>" not in found.text
    assert found.url == source


def test_a_page_without_a_report_is_discarded() -> None:
    found = opened(document("<nav><a href='/'>Home</a></nav>"), "a.html")
    assert isinstance(found, Discard)
    assert found.reason in ("no-article", "not-text")


def test_an_undated_report_without_any_evidence_has_no_bounds() -> None:
    found = report("The navy will take two boats, its chief said in Hallam. No contract has been signed so far.")
    assert (found.published, found.published_basis, found.bounds) == (None, None, None)
