"""Hostile inputs give a named discard or a reading, in time, and never an exception."""

import time
from typing import get_args

import pytest

from secondsource.model.report import Discard, DiscardReason
from tests.hostile import BYTES
from tests.read.factory import opened

GENEROUS = 15.0
"""Seconds, several times what the slowest takes on two cores."""
EXPECTED = {
    "zero-bytes.txt": "empty",
    "blanks-only.txt": "empty",
    "punctuation-only.txt": "not-text",
    "one-word-megabyte.txt": "not-text",
    "one-line-50mb.txt": "too-large",
    "picture.txt": "binary",
    "packed.html": "binary",
    "nul-bytes.txt": "binary",
    "random-bytes.txt": "binary",
    "table.csv": "unknown-format",
    "unknown.xyz": "unknown-format",
    "front-matter-open.md": "broken-front-matter",
    "front-matter-only.md": "empty",
    "front-matter-bomb.md": "broken-front-matter",
    "front-matter-deep.md": "broken-front-matter",
    "deep-100k.html": "broken-markup",
    "many-elements.html": "broken-markup",
    "empty-page.html": "no-article",
}


@pytest.mark.parametrize("name", BYTES)
def test_a_hostile_input_is_read_or_named_in_time(name: str) -> None:
    data = BYTES[name]()
    began = time.perf_counter()
    found = opened(data, name)
    assert time.perf_counter() - began < GENEROUS
    if isinstance(found, Discard):
        assert found.reason in get_args(DiscardReason)
        assert found.detail
    else:
        assert found.text


@pytest.mark.parametrize(("name", "reason"), EXPECTED.items())
def test_a_hostile_input_is_discarded_for_its_own_reason(name: str, reason: str) -> None:
    found = opened(BYTES[name](), name)
    assert isinstance(found, Discard)
    assert found.reason == reason


def test_one_line_of_fifty_megabytes_is_refused_at_once() -> None:
    data = BYTES["one-line-50mb.txt"]()
    began = time.perf_counter()
    opened(data, "one-line-50mb.txt")
    assert time.perf_counter() - began < 1


def test_readable_text_in_odd_encodings_is_read() -> None:
    odd = [n for n in BYTES if n.startswith(("utf-16", "utf-32", "utf-8", "windows", "koi8", "latin", "shift"))]
    assert [n for n in odd if isinstance(opened(BYTES[n](), n), Discard)] == []
