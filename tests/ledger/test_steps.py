"""The history of an entry, what stands against a step, and what holds now."""

from datetime import date
from typing import Any

import pytest

from tests.factory import Press, day, pieces, said, statuses, unnamed, year


@pytest.fixture
def press() -> Press:
    return Press()


@pytest.mark.parametrize("instrument", ["memorandum", "letter-of-intent"])
def test_a_memorandum_is_signed_and_no_order(press: Press, instrument: str) -> None:
    press.tells(press.outlet("A"), status="signed", instrument=instrument)
    deal = press.deal()
    assert (deal.status, deal.band) == ("signed", "prospective")


@pytest.mark.parametrize(
    "slots", [{"status": "ordered"}, {"status": "signed", "instrument": "contract"}, {"status": "delivering"}]
)
def test_an_order_is_in_the_register(press: Press, slots: dict[str, Any]) -> None:
    press.tells(press.outlet("A"), **slots)
    assert press.deal().band == "register"


@pytest.mark.parametrize(
    "slots",
    [
        {"status": "cleared"},
        {"status": "approved"},
        {"status": "ordered", "modality": "planned"},
        {"status": "ordered", "modality": "possible"},
        {"status": "ordered", "polarity": "negated"},
    ],
)
def test_what_is_no_order_is_prospective(press: Press, slots: dict[str, Any]) -> None:
    press.tells(press.outlet("A"), **slots)
    assert press.deal().band == "prospective"


def test_planned_and_done_are_two_steps(press: Press) -> None:
    one = press.outlet("A")
    press.tells(one, status="signed", modality="planned", expected=day("2019-08-25"))
    press.tells(one, status="signed")
    assert sorted(step.modality for step in press.deal().history) == ["asserted", "planned"]


def test_steps_stand_in_order_of_their_own_dates(press: Press) -> None:
    one = press.outlet("A", published="2019-03-06")
    press.tells(one, status="refused")
    press.tells(one, status="ordered", date=year(2017))
    press.tells(one, status="cleared", date=day("2018-12-18"))
    assert statuses(press.deal()) == ["ordered", "cleared", "refused"]


def test_an_undated_statement_joins_the_dated_step_of_its_kind(press: Press) -> None:
    press.tells(press.outlet("A"), status="signed", date=day("2014-10-24"))
    press.tells(press.outlet("B"), status="signed", date=year(2014))
    press.tells(press.outlet("C"), status="signed")
    (step,) = press.deal().history
    assert (step.start, step.end, len(step.statements)) == ("2014-10-24", "2014-10-24", 3)


def test_tranches_are_steps_of_their_own(press: Press) -> None:
    one = press.outlet("A", published="2020-12-15")
    for start, end in (("2019-07-12", "2019-07-25"), ("2019-08-27", "2019-09-15")):
        press.tells(one, status="delivering", date=day(start, end))
    assert [s.start for s in press.deal().history] == ["2019-07-12", "2019-08-27"]


class TestDenial:
    def test_what_a_voice_denies_is_denied_and_the_entry_contested_never_cancelled(self, press: Press) -> None:
        one = press.outlet("A")
        press.tells(one, status="negotiating")
        press.tells(one, status="suspended", stance="denies", attribution=said("Polish Armament Agency"))
        deal = press.deal()
        assert {s.status: s.standing for s in deal.history} == {"negotiating": "uncontested", "suspended": "denied"}
        assert (deal.band, deal.status) == ("contested", "negotiating")

    def test_what_another_still_says_is_contested(self, press: Press) -> None:
        press.tells(press.outlet("A"), status="suspended", attribution=unnamed("an executive"))
        press.tells(press.outlet("B"), status="suspended", stance="denies", attribution=said("Polish Armament Agency"))
        assert sorted(s.standing for s in press.deal().history) == ["contested", "denied"]

    def test_a_denied_plan_alone_leaves_no_status(self, press: Press) -> None:
        press.tells(press.outlet("A"), status="ordered", stance="denies", attribution=said("State Department"))
        assert press.deal().status is None

    def test_a_voice_that_says_it_was_not_done_contests(self, press: Press) -> None:
        press.tells(press.outlet("A"), status="cleared", attribution=unnamed("government sources"))
        press.tells(press.outlet("B"), status="cleared", polarity="negated", attribution=said("Luigi Bianchi"))
        assert press.deal().band == "contested"

    def test_a_narrated_not_yet_contests_nothing(self, press: Press) -> None:
        press.tells(press.outlet("A"), status="signed", attribution=said("Saab"))
        press.tells(press.outlet("B"), status="signed", polarity="negated")
        assert press.deal().band == "register"

    def test_not_signed_in_spring_contests_no_signing_in_summer(self, press: Press) -> None:
        press.tells(
            press.outlet("A", published="2019-03-06"), status="signed", polarity="negated", attribution=said("Saab")
        )
        late = press.outlet("B", published="2019-08-26")
        press.tells(late, status="signed", date=day("2019-08-25"), attribution=said("Royal Thai Air Force"))
        deal = press.deal()
        assert (deal.band, deal.status) == ("register", "signed")


class TestPresent:
    @pytest.mark.parametrize(
        ("told", "status"),
        [
            (["cleared", "ordered"], "ordered"),
            (["ordered", "negotiating"], "ordered"),
            (["ordered", "suspended"], "suspended"),
            (["suspended", "resumed"], "resumed"),
            (["ordered", "suspended", "delivering"], "delivering"),
            (["ordered", "delivered", "suspended"], "delivered"),
            (["negotiating", "refused"], "refused"),
            (["signed", "ordered"], "signed"),
            (["selected", "cancelled"], "cancelled"),
            (["requested", "lapsed"], "lapsed"),
        ],
        ids=lambda told: "-".join(told) if isinstance(told, list) else told,
    )
    def test_it_goes_forward_until_a_stop(self, press: Press, told: list[str], status: str) -> None:
        for number, one in enumerate(told):
            press.tells(press.outlet(f"Paper {number}", published=f"2019-0{number + 1}-01"), status=one)
        assert press.deal().status == status

    def test_an_old_order_undoes_no_later_stop(self, press: Press) -> None:
        press.tells(press.outlet("A", published="2019-03-01"), status="suspended")
        press.tells(press.outlet("B", published="2019-04-01"), status="ordered", date=year(2017))
        assert press.deal().status == "suspended"

    def test_a_plan_does_not_hold(self, press: Press) -> None:
        one = press.outlet("A")
        press.tells(one, status="approved")
        press.tells(one, status="ordered", modality="planned")
        deal = press.deal()
        assert (deal.status, deal.modality) == ("approved", "asserted")

    def test_where_nothing_is_done_the_furthest_plan_is_shown_as_one(self, press: Press) -> None:
        press.tells(press.outlet("A"), status="ordered", modality="planned")
        deal = press.deal()
        assert (deal.status, deal.modality) == ("ordered", "planned")

    def test_fewer_delivered_than_ordered_is_delivering(self, press: Press) -> None:
        one = press.outlet("A")
        press.tells(one, status="ordered", quantity=pieces(14))
        press.tells(one, status="delivered", quantity=pieces(2, "delivered"))
        assert press.deal().status == "delivering"

    def test_deliveries_that_go_on_had_not_been_completed(self, press: Press) -> None:
        press.tells(press.outlet("A", published="2024-11-12"), status="delivered")
        press.tells(press.outlet("B", published="2024-11-25"), status="delivering", date=day("2024-11-24"))
        assert press.deal().status == "delivering"


class TestNext:
    def plan(self, press: Press, **slots: Any) -> None:
        press.tells(
            press.outlet("A"), **{"modality": "planned", "expected": day("2025-08-25"), "status": "signed", **slots}
        )

    def test_the_soonest_plan_is_next(self, press: Press) -> None:
        self.plan(press)
        press.tells(press.outlet("B"), status="delivering", modality="planned", expected=year(2029))
        deal = press.deal(today=date(2025, 8, 9))
        assert (deal.next_status, deal.next and deal.next.start, deal.overdue) == ("signed", "2025-08-25", False)

    def test_what_is_past_its_day_and_not_reported_as_done_is_overdue(self, press: Press) -> None:
        self.plan(press)
        assert press.deal(today=date(2025, 8, 26)).overdue

    def test_what_is_reported_as_done_is_awaited_no_more(self, press: Press) -> None:
        self.plan(press)
        press.tells(press.outlet("B", published="2025-08-26"), status="ordered")
        deal = press.deal(today=date(2025, 8, 26))
        assert (deal.next_status, deal.next, deal.overdue) == (None, None, False)

    def test_a_tranche_still_to_come_is_awaited_after_the_first(self, press: Press) -> None:
        self.plan(press, status="delivering", expected=year(2026))
        press.tells(press.outlet("B"), status="delivering", date=day("2025-03-01"))
        assert press.deal().next_status == "delivering"

    def test_a_cancelled_deal_awaits_nothing(self, press: Press) -> None:
        self.plan(press)
        press.tells(press.outlet("B"), status="cancelled")
        assert press.deal().next_status is None

    def test_a_possibility_is_not_awaited(self, press: Press) -> None:
        self.plan(press, modality="possible")
        assert press.deal().next_status is None
