"""What a taking text changed, kind by kind, with both spans."""

import pytest

from secondsource.knowledge import load
from secondsource.lineage import compare
from secondsource.model.lineage import Change, Link
from secondsource.model.report import Report
from tests.lineage.press import report

DONOR = """Norway will buy 54 Leopard 2 tanks from Germany under a contract that both governments signed on Friday. \
The first of the tanks could arrive before the winter of 2026, and the last of them is to follow two years later. \
The State Department said that it had been told of the sale and that it did not object to the sale at all. \
"We bought the best tank that money can buy," the minister told reporters at the yard after the ceremony was over. \
Opposition lawmakers have not asked for the papers, although they had complained of the price in the spring."""
TAKER = (
    DONOR.replace("54 Leopard", "45 Leopard")
    .replace("could arrive", "arrive")
    .replace("did not object", "did object")
    .replace("State Department", "State Division")
    .replace("the best tank that", "the finest tank that")
    .replace("complained of", "resented")
)


@pytest.fixture(scope="module")
def pair() -> tuple[Report, Report, Link]:
    donor = report(DONOR, "donor", outlet="Fjord Post", published="2025-03-01")
    taker = report(TAKER + " {Subscribe|Sign up} now.", "taker", outlet="Newsy Hub", published="2025-03-04")
    [found] = compare([donor, taker], load())
    return taker, donor, found.link


def printed(pair: tuple[Report, Report, Link], kind: str) -> list[tuple[str, str]]:
    taker, donor, link = pair
    return [(words(taker, c), donor.text[c.of_start : c.of_end]) for c in link.changes if c.kind == kind]


def words(taker: Report, change: Change) -> str:
    return taker.text[change.start : change.end]


def test_the_taker_is_the_one_that_leaks(pair: tuple[Report, Report, Link]) -> None:
    taker, donor, link = pair
    assert (link.report, link.of, link.direction) == (taker.id, donor.id, "determined")


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("number", ("45", "54")),
        ("hedge", ("", "could")),
        ("negation", ("", "not")),
        ("name", ("Division", "Department")),
        ("quote", ("finest", "best")),
        ("phrase", ("resented", "complained of")),
    ],
)
def test_a_change_is_typed_with_both_spans(
    pair: tuple[Report, Report, Link], kind: str, change: tuple[str, str]
) -> None:
    assert change in printed(pair, kind)


def test_nothing_else_changed(pair: tuple[Report, Report, Link]) -> None:
    assert len(pair[2].changes) == 6


def test_a_number_in_words_is_the_same_number() -> None:
    donor = report(DONOR, "donor", outlet="Fjord Post")
    taker = report(DONOR.replace("two years", "2 years"), "taker", outlet="Newsy Hub")
    [found] = compare([donor, taker], load())
    assert found.link.changes == ()


def test_british_and_american_spelling_is_no_change() -> None:
    text = DONOR.replace("the sale at all", "the defence sale at all, as the labour of years was honoured")
    donor = report(text, "donor", outlet="Fjord Post")
    spelt = text.replace("defence", "defense").replace("labour", "labor").replace("honoured", "honored")
    [found] = compare([donor, report(spelt, "taker", outlet="Newsy Hub")], load())
    assert found.link.relation == "copy"
    assert not found.link.changes
