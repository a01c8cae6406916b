"""Grades: the letter F until earned, a digit computed from support, and the inputs as reasons."""

from typing import Any

import pytest

from secondsource.model.ledger import Entry
from secondsource.model.report import Report
from tests.factory import Press, day, entries, money, said, unnamed

K9: dict[str, Any] = {
    "supplier": "South Korea",
    "recipient": "Poland",
    "item": "K9",
    "family": "k9",
    "status": "signed",
}


@pytest.fixture
def press() -> Press:
    return Press()


def release(press: Press, **fields: Any) -> Report:
    made = press.report("Defence Ministry Press Service")
    press.origin(made, **{"kind": "release", **fields})
    return made


def graded(entry: Entry) -> tuple[str | None, set[str]]:
    return entry.grade, {r.rule for r in entry.grade_reasons}


def test_an_authoritys_own_act_in_its_own_record_is_1(press: Press) -> None:
    press.tells(release(press), **K9)
    assert graded(press.deal()) == ("F1", {"letter", "own-record"})


@pytest.mark.parametrize(
    "slots",
    [
        {"supplier": "United States", "recipient": "Turkey"},
        {"attribution": unnamed("officials")},
    ],
    ids=["others' act", "another's word"],
)
def test_a_record_of_anything_else_is_no_confirmation(press: Press, slots: dict[str, Any]) -> None:
    press.tells(release(press), **{**K9, **slots})
    assert press.deal().grade != "F1"


@pytest.mark.parametrize("origin", [{"seen": False}, {"established": False}, {"kind": "outlet"}], ids=str)
def test_a_release_that_is_only_reported_is_no_record(press: Press, origin: dict[str, Any]) -> None:
    press.tells(release(press, **origin), **K9, attribution=said("Polish Ministry of National Defence"))
    assert press.deal().grade != "F1"


def test_two_informants_through_two_origins_with_one_on_record_are_1(press: Press) -> None:
    press.tells(press.outlet("Harbour Courier"), attribution=said("Karen Whitlow"))
    press.tells(press.outlet("Meridian Weekly"), attribution=unnamed("officials"))
    assert graded(press.deal()) == ("F1", {"letter", "independent-informants"})


def test_one_informant_through_two_origins_is_2(press: Press) -> None:
    for name in ("Harbour Courier", "Meridian Weekly"):
        press.tells(press.outlet(name), attribution=said("Karen Whitlow"))
    assert graded(press.deal()) == ("F2", {"letter", "one-on-record"})


def test_unnamed_voices_are_3(press: Press) -> None:
    press.tells(press.outlet("Harbour Courier"), attribution=unnamed("officials"))
    assert graded(press.deal()) == ("F3", {"letter", "anonymous"})


@pytest.mark.parametrize(
    ("voice", "grade"), [(said("Karen Whitlow"), "F4"), (unnamed("officials"), "F6"), (None, "F6")]
)
def test_what_no_established_origin_heard_is_4_on_record_and_else_6(press: Press, voice: Any, grade: str) -> None:
    press.tells(press.outlet("Harbour Courier", established=False), attribution=voice)
    assert press.deal().grade == grade


@pytest.mark.parametrize(("voice", "grade"), [(said("Karen Whitlow"), "F3"), (unnamed("officials"), "F6")])
def test_an_unvetted_origin_is_3_on_record_and_else_6(press: Press, voice: Any, grade: str) -> None:
    press.tells(press.outlet("Fresh Outlet"), attribution=voice)
    assert press.deal().grade == grade


def test_an_aggregator_of_the_knowledge_is_not_vetted(press: Press) -> None:
    press.tells(press.outlet("Newsy Hub"), attribution=said("Karen Whitlow"))
    assert press.deal().grade == "F3"


def test_only_reworded_text_is_6(press: Press) -> None:
    donor, taker = press.outlet("Harbour Courier"), press.report("Newsy Hub")
    press.link(taker, donor, "reworded")
    press.tells(taker, attribution=said("Karen Whitlow"))
    assert graded(press.deal()) == ("F6", {"letter", "copies-only"})


def test_a_report_is_not_reworded_for_having_the_greater_id_of_an_undetermined_link(press: Press) -> None:
    one, other = press.outlet("Harbour Courier"), press.outlet("Meridian Weekly")
    press.link(one, other, "reworded", direction="undetermined")
    press.tells(one, attribution=said("Karen Whitlow"))
    assert press.deal().grade == "F2"


@pytest.mark.parametrize("others", [0, 1], ids=["one origin", "two origins"])
def test_an_interested_partys_denial_lowers_to_4_at_most(press: Press, others: int) -> None:
    for name in ("Harbour Courier", "Meridian Weekly")[: others + 1]:
        press.tells(press.outlet(name), status="suspended", attribution=said(f"{name.split()[0]} Smith"))
    press.tells(
        press.outlet("Bosphorus Sheet"), status="suspended", stance="denies", attribution=said("Turkish government")
    )
    deal = press.deal()
    assert (deal.band, graded(deal)[0]) == ("contested", "F4")
    assert "denied" in graded(deal)[1]


def test_a_denial_raises_nothing(press: Press) -> None:
    press.tells(press.outlet("Harbour Courier", established=False), status="suspended")
    press.tells(
        press.outlet("Bosphorus Sheet", established=False),
        status="suspended",
        stance="denies",
        attribution=unnamed("an aide"),
    )
    assert press.deal().grade == "F6"


def test_an_authoritys_own_record_of_its_denial_lowers_to_5(press: Press) -> None:
    press.tells(press.outlet("Harbour Courier"), **{**K9, "status": "suspended"}, attribution=said("Karen Whitlow"))
    press.tells(release(press), **{**K9, "status": "suspended"}, stance="denies")
    assert graded(press.deal()) == ("F5", {"letter", "one-on-record", "refuted"})


@pytest.mark.parametrize("modality", ["planned", "possible"])
def test_what_is_not_done_is_3_at_best(press: Press, modality: str) -> None:
    press.tells(press.outlet("Harbour Courier"), attribution=said("Karen Whitlow"), modality=modality)
    assert graded(press.deal()) == ("F3", {"letter", "one-on-record", "not-done"})


def test_an_entry_shows_its_best_supported_step(press: Press) -> None:
    one = press.outlet("Harbour Courier")
    press.tells(one, status="negotiating", attribution=unnamed("officials"))
    press.tells(one, status="cleared", attribution=said("State Department"))
    deal = press.deal()
    assert deal.grade == "F2"
    assert deal.support == next(s.support for s in deal.history if s.status == "cleared")


def test_every_figure_has_support_of_its_own(press: Press) -> None:
    press.tells(press.outlet("Harbour Courier"), values=(money(4.5e9),), attribution=said("Karen Whitlow"))
    press.tells(press.outlet("Meridian Weekly"), values=(money(5.4e9),), attribution=unnamed("officials"))
    supports = [(f.amount, f.support and f.support.on_record) for f in press.deal().figures]
    assert supports == [(4.5e9, 1), (5.4e9, 0)]


def test_an_exposure_without_sanctions_is_graded_with_its_deal(press: Press) -> None:
    one = press.outlet("Harbour Courier")
    slots: dict[str, Any] = {"supplier": "Russia", "item": "S-400", "family": "s-400", "date": day("2018-10-05")}
    press.tells(one, **slots, attribution=said("Karen Whitlow"))
    (entry,) = entries(press.ledger(), "exposure")
    assert entry.grade == "F2"
