"""The wordings of one act laid beside the fullest of them, with typed differences."""

import pytest

from secondsource.model.statement import Difference, Utterance
from tests.factory import Press
from tests.ledger.saying import FULL, act_of, adds, prints

Shown = list[tuple[str, str, str]]


def differences(press: Press, name: str) -> Shown:
    """The differences of the wording of a report: kind, its words, the words of the fullest."""
    ledger = press.ledger()
    act = act_of(ledger, name)
    return [
        (d.kind, press.reports[here].text[d.start : d.end], press.reports[there].text[d.of_start : d.of_end])
        for here, there, differing in compared(act)
        if here == f"rep-{name}"
        for d in differing
    ]


def compared(act: Utterance) -> list[tuple[str, str, tuple[Difference, ...]]]:
    return [(act.wordings[c.wording].report, act.wordings[c.of].report, c.differences) for c in act.comparisons]


@pytest.mark.parametrize(
    ("changed", "shown"),
    [
        (FULL.replace("twelve", "twenty"), [("number", "twenty", "twelve")]),
        (FULL.replace("twelve", "12"), []),
        (FULL.replace("will deliver", "will not deliver"), [("negation", "not", "")]),
        (FULL.replace("will deliver", "may deliver"), [("hedge", "may", "will")]),
        (FULL.replace("the autumn storms", "the Bergen storms"), [("name", "Bergen", "autumn")]),
        (FULL.replace("doubts", "denies"), [("phrase", "denies", "doubts")]),
        (
            FULL.replace(", and nobody in this government doubts", ", and nobody doubts"),
            [("cut", "", "in this government")],
        ),
        (
            FULL.replace("before the autumn storms, and nobody", "... nobody"),
            [("cut", "", "before the autumn storms, and")],
        ),
    ],
    ids=["number", "same number", "negation", "hedge", "name", "phrase", "short cut", "cut"],
)
def test_a_difference_has_its_kind_and_its_words_on_both_sides(changed: str, shown: Shown) -> None:
    press = Press()
    prints(press, "A", FULL.replace('word"', 'word, whatever the weather brings us"'))
    prints(press, "B", changed)
    assert differences(press, "B") == [*shown, ("cut", "", "whatever the weather brings us")]


def test_a_number_against_a_long_run_without_one_is_a_phrase() -> None:
    press = Press()
    prints(press, "A", FULL.replace('word"', 'word, whatever the weather brings us"'))
    prints(press, "B", FULL.replace("all twelve frigates before", "every ship that parliament has paid for before"))
    assert differences(press, "B")[0] == ("phrase", "every ship that parliament has paid for", "all twelve frigates")


def test_a_currency_before_a_number_is_no_other_number() -> None:
    press = Press()
    prints(press, "A", '"The $US14 billion for these frigates is spent wisely and will be spent again"')
    prints(press, "B", '"The $14 billion for these frigates is spent wisely and will be spent"')
    assert "number" not in {kind for kind, _, _ in differences(press, "B")}


def test_a_long_cut_is_a_cut_whatever_it_holds() -> None:
    press = Press()
    prints(press, "A", FULL.replace('word"', 'word, if not this year then in 2027"'))
    prints(press, "B", FULL)
    assert differences(press, "B") == [("cut", "", "if not this year then in 2027")]


def test_what_one_report_prints_twice_is_compared_with_nothing() -> None:
    press = Press()
    report = prints(press, "A", FULL)
    adds(press, report, '"We will deliver all twelve frigates before the autumn storms"')
    act = act_of(press.ledger(), "A")
    assert (len(act.wordings), act.comparisons) == (2, ())


def test_what_only_a_shorter_wording_has_is_an_addition() -> None:
    press = Press()
    prints(press, "A", FULL)
    prints(press, "B", '"I promise you today: we will deliver all twelve frigates before the autumn storms"')
    assert differences(press, "B")[0] == ("addition", "I promise you today", "")


def test_a_decimal_number_and_a_designation_are_one_word() -> None:
    press = Press()
    prints(press, "A", '"The 1.2 billion for our F-16 squadrons is spent wisely and will be spent again"')
    prints(press, "B", '"The 1.4 billion for our F-35 squadrons is spent wisely and will be spent"')
    assert differences(press, "B")[:2] == [("number", "1.4", "1.2"), ("name", "F-35", "F-16")]


def test_a_sentence_mostly_quoted_is_represented_by_its_quotation() -> None:
    press = Press()
    report = prints(press, "A", f"{FULL}, she said of the order.", status="ordered")
    (place,) = act_of(press.ledger(), "A").wordings
    assert report.text[place.start : place.end] == FULL


def test_the_fullest_wording_is_compared_with_nothing() -> None:
    press = Press()
    prints(press, "A", FULL)
    prints(press, "B", '"We will deliver all twelve frigates before the autumn storms"')
    assert [(here, there) for here, there, _ in compared(act_of(press.ledger(), "A"))] == [("rep-B", "rep-A")]


def test_wordings_of_other_words_are_not_laid_side_by_side() -> None:
    press = Press()
    prints(press, "A", "The missiles are ordered, she told the committee.", status="ordered")
    prints(press, "B", "Nothing stands against the purchase any more.", status="ordered")
    assert act_of(press.ledger(), "A").comparisons == ()
