"""Bytes to text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.report import Discard, Raw
from secondsource.read.decoding import LARGEST_INPUT, LONGEST_TEXT, decode, length_fault

SENTENCE = "The navy takes two “boats” from Vestria — at last. "


def raw(data: bytes) -> Raw:
    return Raw(source="report.txt", data=data)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "windows-1252"]
)
def test_english_text_survives_its_encoding(encoding: str) -> None:
    assert decode(raw((SENTENCE * 9).encode(encoding))) == SENTENCE * 9


@pytest.mark.parametrize("encoding", ["koi8-r", "cp1251", "shift_jis"])
def test_other_scripts_are_recognised_without_a_declaration(encoding: str) -> None:
    text = {"shift_jis": "海軍は今秋、巡視艇二隻を受け取ると発表した。"}.get(
        encoding, "Флот получит два катера осенью, сообщил штаб. "
    ) * 12
    assert decode(raw(text.encode(encoding))) == text


def test_french_in_latin_1_keeps_its_accents() -> None:
    text = "La marine a reçu deux vedettes à l'été, a déclaré le général. " * 6
    assert decode(raw(text.encode("latin-1"))) == text


def test_a_declared_encoding_is_believed() -> None:
    page = "<meta charset='windows-1251'><p>Флот получит катера осенью.</p>"
    assert decode(raw(page.encode("cp1251"))) == page


def test_a_declared_encoding_is_believed_where_a_guess_would_err() -> None:
    page = "<meta charset='windows-1250'><p>Příliš žluťoučký kůň úpěl ďábelské ódy, řekl ministr.</p>"
    assert decode(raw(page.encode("cp1250"))) == page


def test_a_few_broken_bytes_cost_no_more_than_themselves() -> None:
    data = SENTENCE.encode() * 20 + b"\xff\xfe\x80" + SENTENCE.encode()
    text = decode(raw(data))
    assert isinstance(text, str)
    assert text.replace("\ufffd", "") == SENTENCE * 21


def test_line_ends_become_line_feeds_and_nothing_else_changes() -> None:
    assert (
        decode(raw(b" One two\r\nthree \tfour\rfive \n\n six\xc2\xa0 ")) == " One two\nthree \tfour\nfive \n\n six\xa0 "
    )


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_any_text_in_utf_8_comes_back_as_it_was(extra: str) -> None:
    text = "Three plain words. " + extra
    assert decode(raw(text.encode())) == text


@given(st.binary(max_size=600))
def test_any_bytes_give_text_or_a_discard(data: bytes) -> None:
    assert isinstance(decode(raw(data)), str | Discard)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "binary"),
        (b"\x1f\x8b\x08" + bytes(99), "binary"),
        (b"%PDF-1.7 and some words here", "binary"),
        (b"Some words \x00 and a NUL, at an odd place.", "binary"),
        (b"\x01\x02\x03" * 30 + b" some words in it", "binary"),
        (b"... --- ???", "not-text"),
        (b"12 345 6789", "not-text"),
        (b"a" * 10_000, "not-text"),
        (b"x" * (LARGEST_INPUT + 1), "too-large"),
    ],
)
def test_what_is_no_text_is_discarded_with_its_reason(data: bytes, reason: str) -> None:
    found = decode(raw(data))
    assert isinstance(found, Discard)
    assert found.reason == reason
    assert found.detail


def test_a_text_of_book_length_is_too_large() -> None:
    found = length_fault(raw(b""), "x" * (LONGEST_TEXT + 1))
    assert found is not None
    assert found.reason == "too-large"
    assert length_fault(raw(b""), "x" * LONGEST_TEXT) is None
