"""One speech act, recognised across reports that took no text from one another, and two acts that stay two."""

from typing import Any

import pytest

from tests.factory import Press, said
from tests.ledger.saying import FULL, SPEAKER, act_of, adds, prints

MONDAY, TUESDAY = "2025-08-04", "2025-08-05"


def acts(press: Press) -> int:
    return len(press.ledger().utterances)


@pytest.mark.parametrize(
    "sentence",
    [
        '"We will deliver all twelve frigates before the autumn storms," she said.',
        '"We will deliver all twelve frigates ... and nobody doubts that the shipyard keeps its word"',
        '"[The ministry] will deliver all twelve frigates before the autumn storms, and nobody doubts [it]"',
        "They would deliver all twelve frigates before autumn storms, as nobody doubted the shipyard's word, she said.",
        '"We will deliver all twelve frigates before the autumn storms," she said. "Nobody doubts the shipyard."',
        '"WE WILL DELIVER ALL 12 FRIGATES BEFORE THE AUTUMN STORMS; NOBODY IN THIS GOVERNMENT DOUBTS THE SHIPYARD"',
        '"We shall supply the twelve frigates ahead of the storms of autumn, no one in the cabinet doubts the yard"',
    ],
    ids=["shortened", "cut", "brackets", "reported", "split", "capitals", "translated"],
)
def test_an_edited_quotation_is_of_the_same_act(sentence: str) -> None:
    press = Press()
    prints(press, "A", FULL, said("Defence Minister Ingrid Solberg"))
    about = {"kind": "claim", "status": None} if '"' not in sentence else {}
    prints(press, "B", sentence, said("Solberg"), published="2025-08-07", **about)
    assert acts(press) == 1


def test_another_quotation_on_another_matter_is_another_act() -> None:
    press = Press()
    prints(press, "A", FULL)
    prints(press, "B", '"Our submarines need new batteries, and I will ask parliament for the money in October"')
    assert acts(press) == 2


@pytest.mark.parametrize("later", ["2025-08-09", "2026-02-01"])
def test_edited_words_of_later_days_are_said_anew(later: str) -> None:
    press = Press()
    prints(press, "A", FULL)
    prints(
        press, "B", '"We deliver the twelve frigates before the autumn, nobody doubts the shipyard"', published=later
    )
    assert acts(press) == 2


def test_words_printed_again_weeks_later_leave_the_act_open_to_its_own_days() -> None:
    press = Press()
    prints(press, "A", FULL)
    prints(press, "B", FULL, published="2025-09-20")
    prints(press, "C", '"We deliver the twelve frigates before the autumn, nobody doubts the shipyard"')
    act = act_of(press.ledger(), "A")
    assert (len(act.wordings), act.start, act.end) == (3, TUESDAY, TUESDAY)


def test_the_same_words_on_stated_days_far_apart_are_said_twice() -> None:
    press = Press()
    prints(press, "A", f"{FULL}, she said on March 3.")
    prints(press, "B", f"{FULL}, she said on August 4.")
    assert acts(press) == 2


def test_an_undated_quotation_of_two_acts_months_apart_makes_them_not_one() -> None:
    first = '"The frigates leave the shipyard in Bergen with every radar working"'
    second = '"Our submarines need new batteries, and parliament will find the money"'
    press = Press()
    prints(press, "A", first, published="2025-03-03")
    prints(press, "B", second, published="2025-08-04")
    prints(press, "C", f"{first}, she said. {second}", published=None)
    assert acts(press) == 2


def test_the_surest_words_are_joined_first() -> None:
    first = '"The frigates leave the shipyard in Bergen with every radar working"'
    second = '"Our submarines need new batteries, and parliament will find the money"'
    edited = '"Batteries are what submarines need, new ones, and parliament finds money"'
    press = Press()
    prints(press, "A", edited, published="2025-03-03")
    prints(press, "B", first.replace(" working", ""), published="2025-08-04")
    prints(press, "C", f"{first}, she said. {second}", published=None)
    ledger = press.ledger()
    assert act_of(ledger, "B") == act_of(ledger, "C") != act_of(ledger, "A")


def test_two_occasions_in_one_report_are_two_acts() -> None:
    press = Press()
    first, second = '"The frigates leave the shipyard in Bergen"', '"Our submarines need new batteries"'
    prints(press, "A", f"{first}, she told reporters on Monday. {second}, she said in an interview on Tuesday.")
    assert acts(press) == 2


def test_weekdays_keep_undated_sayings_apart() -> None:
    press = Press()
    prints(press, "A", "The missiles are ordered, she said on Monday.", published=None)
    prints(press, "B", "The missiles are ordered, she said on Tuesday.", published=None)
    assert acts(press) == 2


@pytest.mark.parametrize(("stated", "several"), [("Wednesday", 1), ("Tuesday", 2)])
def test_an_act_on_days_told_differently_is_open_to_these_days_only(stated: str, several: int) -> None:
    press = Press()
    prints(press, "A", f"{FULL}, she said on Monday.", published="2025-08-07", status="ordered")
    prints(press, "B", f"{FULL}, she said on Wednesday.", published="2025-08-07", status="ordered")
    prints(press, "C", f"The missiles are ordered, she said on {stated}.", published="2025-08-07", status="ordered")
    assert acts(press) == several


def test_what_stands_in_the_quotation_is_neither_day_nor_occasion_of_it() -> None:
    press = Press()
    prints(press, "A", '"My predecessor said on Monday in an interview that ships sink like stones", she said.')
    act = act_of(press.ledger(), "A")
    assert (act.form, act.start) == ("unknown", TUESDAY)


def test_a_matter_told_indirectly_within_the_days_is_one_act() -> None:
    press = Press()
    prints(press, "A", "The minister spoke of the order.", published=MONDAY)
    prints(press, "B", "Solberg confirmed that the missiles are bought.", said("Solberg"), published="2025-08-07")
    assert acts(press) == 1


TANKS: dict[str, Any] = {"supplier": "South Korea", "recipient": "Poland", "item": "K2", "family": "k2"}


def test_a_press_conference_on_monday_and_an_interview_on_tuesday_on_other_deals_are_two_acts() -> None:
    press = Press()
    prints(press, "A", "The missiles are ordered, she told reporters on Monday.", published=MONDAY)
    prints(press, "B", "The tanks are ordered, she said in an interview on Tuesday.", published=TUESDAY, **TANKS)
    assert acts(press) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            '"We pay four billion and no more for the missiles"',
            '"The missiles may well cost us five billion in the end"',
        ),
        ("Four billion is paid, she said", "Five billion is paid, she said"),
    ],
)
@pytest.mark.parametrize(
    ("here", "there"),
    [(", she said on Monday.", ", she said on Tuesday."), (", she told reporters.", ", she said in an interview.")],
    ids=["days", "venues"],
)
def test_one_deal_told_on_two_stated_days_or_at_two_venues_is_two_acts(
    one: str, other: str, here: str, there: str
) -> None:
    press = Press()
    prints(press, "A", one + here, status="ordered")
    prints(press, "B", other + there, published="2025-08-06", status="ordered")
    assert acts(press) == 2


def test_the_same_words_are_one_act_also_where_the_days_are_told_differently() -> None:
    press = Press()
    prints(press, "A", f"{FULL}, she told reporters on Monday.")
    prints(press, "B", f"{FULL}, she said in an interview on Tuesday.", published="2025-08-06")
    act = act_of(press.ledger(), "A")
    assert (act.start, act.end, len(act.wordings)) == (MONDAY, TUESDAY, 2)


def test_a_stated_day_is_the_day_of_the_act() -> None:
    press = Press()
    prints(press, "A", "The missiles are ordered, she said on Monday.", published="2025-08-07")
    act = act_of(press.ledger(), "A")
    assert (act.start, act.end) == (MONDAY, MONDAY)


@pytest.mark.parametrize(
    "sentence",
    [
        "The missiles are ordered, said Defence Minister Ingrid Solberg on Monday.",
        "The missiles are ordered, she told a press conference in Bergen on Monday.",
        "On Monday, the minister told parliament that the missiles are ordered.",
        "The minister on Monday said that the missiles are ordered.",
        "The missiles are ordered, she said in a statement on August 4.",
        "The missiles are ordered, she said on 4 August 2025.",
    ],
)
def test_the_day_beside_the_verb_of_speech_is_the_day_of_the_act(sentence: str) -> None:
    press = Press()
    prints(press, "A", sentence, published="2025-08-07")
    assert act_of(press.ledger(), "A").start == MONDAY


def test_the_day_of_what_is_told_is_not_the_day_of_the_telling() -> None:
    press = Press()
    prints(press, "A", "She said the missiles were ordered on Friday.", published=TUESDAY)
    assert act_of(press.ledger(), "A").start == TUESDAY


def test_a_quotation_in_two_parts_makes_no_act_of_two_that_reports_put_on_different_days() -> None:
    first = '"The frigates leave the shipyard in Bergen with every radar working"'
    second = '"Our submarines need new batteries, and parliament will find the money"'
    press = Press()
    prints(press, "A", f"{first}, she told reporters on Monday.", published=MONDAY)
    prints(press, "B", f"{second}, she said in an interview on Tuesday.", published=TUESDAY)
    prints(press, "C", f"{first}, she said. {second}", published="2025-08-06")
    assert acts(press) == 2


@pytest.mark.parametrize("published", ["2025-08-06", None])
def test_a_vague_retelling_of_two_acts_makes_them_not_one(published: str | None) -> None:
    press = Press()
    prints(press, "A", "The missiles are ordered, she said.", published=MONDAY)
    prints(press, "B", "The tanks are ordered, she said.", published=TUESDAY, **TANKS)
    retelling = prints(press, "C", "The missiles are ordered, she has said.", published=published)
    adds(press, retelling, "The tanks are ordered too, she has said.", **TANKS)
    ledger = press.ledger()
    assert act_of_each(press, ledger, "A") != act_of_each(press, ledger, "B")


def test_a_sentence_on_two_deals_makes_no_act_of_two() -> None:
    press = Press()
    prints(press, "A", "The missiles are ordered, she said.", published=MONDAY)
    prints(press, "B", "The tanks are ordered, she said.", published=TUESDAY, **TANKS)
    both = press.outlet("C", published="2025-08-06")
    one = press.tells(both, "Missiles and tanks are ordered, she said.", attribution=said(SPEAKER))
    press.statements.append(type(one)(**{**{f: getattr(one, f) for f in one.__slots__}, "id": "stm-2", **TANKS}))
    ledger = press.ledger()
    assert act_of_each(press, ledger, "A") != act_of_each(press, ledger, "B")


def act_of_each(press: Press, ledger: Any, name: str) -> set[str]:
    return {u.id for u in ledger.utterances if f"rep-{name}" in {w.report for w in u.wordings}}


def test_two_reports_that_both_tell_of_two_deals_have_one_act() -> None:
    press = Press()
    for name in ("A", "B"):
        report = prints(press, name, "The missiles are ordered, she said.", published=MONDAY)
        adds(press, report, "The tanks are ordered too, she said.", **TANKS)
    assert acts(press) == 1


def test_an_undated_saying_goes_with_the_only_act_it_can_be_of() -> None:
    press = Press()
    prints(press, "A", "The missiles are ordered, she said.", published=MONDAY)
    prints(press, "B", "The missiles are ordered, she said once.", published=None)
    assert acts(press) == 1


def test_an_undated_saying_that_two_acts_fit_joins_neither() -> None:
    press = Press()
    prints(press, "A", "The missiles are ordered, she said.", published="2025-03-03")
    prints(press, "B", "The missiles are ordered, she said again.", published="2025-08-04")
    prints(press, "C", "The missiles are ordered, she said once.", published=None)
    ledger = press.ledger()
    assert [len(u.wordings) for u in ledger.utterances] == [1, 1, 1]


def test_a_formula_said_of_every_sale_does_not_make_one_act_of_all() -> None:
    formula = '"The proposed sale will not alter the basic military balance anywhere in the region"'
    press = Press()
    prints(press, "A", f"{formula}, she said of the missiles.", published="2025-03-03", status="cleared")
    prints(press, "B", f"{formula}, she said of the tanks.", published="2025-08-04", **{**TANKS, "status": "cleared"})
    assert acts(press) == 2


def test_a_denial_and_an_assertion_of_one_step_are_two_acts() -> None:
    press = Press()
    prints(press, "A", "The missiles are ordered, she said.", published=MONDAY)
    prints(press, "B", "The missiles are not ordered, she said.", published=TUESDAY, stance="denies")
    assert acts(press) == 2


def test_an_act_says_why_its_wordings_are_of_it() -> None:
    press = Press()
    prints(press, "A", FULL)
    prints(press, "B", FULL)
    (reason,) = act_of(press.ledger(), "A").reasons
    assert (reason.rule, reason.detail) == ("same-words", "2 reports have the same words of this speaker")
