import pytest

from secondsource.cli import words
from secondsource.cli.output import one_line, plain
from secondsource.model.lineage import Link, Relation


@pytest.mark.parametrize(
    ("amount", "high", "printed"),
    [
        (36.0, None, "36"),
        (19e9, None, "19,000,000,000"),
        (2.5, 3.25, "2.5 to 3.25"),
        (1e15, None, "1,000,000,000,000,000"),
    ],
)
def test_amounts_are_printed_in_full(amount: float, high: float | None, printed: str) -> None:
    assert words.amounts(amount, high) == printed


@pytest.mark.parametrize(("number", "printed"), [(0, "0 origins"), (1, "1 origin"), (2000, "2,000 origins")])
def test_numbers_agree_with_their_nouns(number: int, printed: str) -> None:
    assert words.counted(number, "origin") == printed


@pytest.mark.parametrize(
    ("start", "end", "printed"),
    [
        (None, None, ""),
        ("2019-03-06", "2019-03-06", "2019-03-06"),
        ("2019-03-06", None, "2019-03-06"),
        (None, "2019-03-06", "… to 2019-03-06"),
        ("2018-12-18", "2019-03-06", "2018-12-18 to 2019-03-06"),
    ],
)
def test_days_and_the_days_between(start: str | None, end: str | None, printed: str) -> None:
    assert words.when(start, end) == printed


@pytest.mark.parametrize(
    ("relation", "printed"),
    [
        ("copy", "copy of a.txt"),
        ("reworded", "reworded from a.txt"),
        ("stitched", "stitched from a.txt"),
        ("cites", "cites a.txt"),
        ("denies", "denies a.txt"),
        ("no-comment", "no-comment a.txt"),
    ],
)
def test_links_in_words(relation: Relation, printed: str) -> None:
    link = Link(id="l", report="r", relation=relation, direction="determined", coverage=1.0, confidence=1.0)
    assert words.relation(link, "a.txt") == printed


def test_what_could_steer_a_terminal_is_replaced() -> None:
    assert plain("a\x1b[2Jb\x9b\u202ec\u200f\u2028\td\n") == "a\ufffd[2Jb\ufffd\ufffdc\ufffd\ufffd\td\n"


def test_what_could_begin_a_line_of_its_own_stays_in_its_line() -> None:
    assert one_line(" a\r\n\n\u2514 b  c\td\n") == "a\ufffd \u2514 b  c d"
