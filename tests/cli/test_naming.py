import pytest

from secondsource.cli.naming import MOST_CHOICES, one_named
from secondsource.errors import UsageError

SOURCES = {
    "rep-1a": "press/oslo.md",
    "rep-1b": "press/bergen.md",
    "rep-2a": "wire/oslo.md",
    "rep-2b": "https://post.example/tanks",
    "ent-1": None,
}


@pytest.mark.parametrize(
    ("name", "ident"),
    [
        ("rep-1a", "rep-1a"),
        ("rep-2b", "rep-2b"),
        ("ent", "ent-1"),
        ("press/oslo.md", "rep-1a"),
        ("./press//oslo.md", "rep-1a"),
        ("https://post.example/tanks", "rep-2b"),
        ("bergen.md", "rep-1b"),
        ("berg", "rep-1b"),
        ("wire/", "rep-2a"),
    ],
)
def test_a_report_is_named_by_id_source_file_or_beginning(name: str, ident: str) -> None:
    assert one_named(name, SOURCES, "report") == ident


def test_a_whole_id_is_meant_though_others_begin_with_it() -> None:
    assert one_named("rep-1", {"rep-1": "a.md", "rep-12": "b.md"}, "report") == "rep-1"


def test_a_name_that_fits_two_names_both() -> None:
    with pytest.raises(UsageError, match=r"fits 2 things: rep-1a \('press/oslo.md'\), rep-2a \('wire/oslo.md'\)"):
        one_named("oslo.md", SOURCES, "report")


def test_two_reports_of_one_source_are_told_apart_by_their_ids() -> None:
    twice = {"rep-1": "a.md", "rep-2": "a.md"}
    with pytest.raises(UsageError, match=r"rep-1 .*rep-2"):
        one_named("a.md", twice, "report")
    assert one_named("rep-2", twice, "report") == "rep-2"


def test_an_unknown_name_is_answered_with_the_nearest_or_with_what_there_is() -> None:
    with pytest.raises(UsageError, match=r"there is no report 'pres/oslo.md'; did you mean 'press/oslo.md'"):
        one_named("pres/oslo.md", SOURCES, "report")
    with pytest.raises(UsageError, match=r"there are 'ent-1', 'https.*', 'press/bergen.md', 'press/oslo.md'"):
        one_named("zzz", SOURCES, "report")
    with pytest.raises(UsageError, match="the library is empty"):
        one_named("zzz", {}, "report")


def test_many_choices_are_cut_short_and_counted() -> None:
    with pytest.raises(UsageError, match=r"rep-07 .*, and 92 more; give more of it") as caught:
        one_named("rep", {f"rep-{number:02}": "x.md" for number in range(100)}, "report")
    assert str(caught.value).count("rep-") == MOST_CHOICES


def test_a_file_name_cannot_steer_the_terminal_through_a_message() -> None:
    with pytest.raises(UsageError) as caught:
        one_named("zzz", {"rep-1": "a\x1b[2J\n\u202e.md"}, "report")
    assert not {"\x1b", "\n", "\u202e"} & set(str(caught.value))
