"""Exposure to section 231 of CAATSA: an explained rule, never a listing."""

from typing import Any

import pytest

from secondsource.model.ledger import Entry, Exposure
from secondsource.model.statement import Party
from tests.factory import Press, day, entries, money, said, year

S400: dict[str, Any] = {"supplier": "Russia", "recipient": "Turkey", "item": "S-400", "family": "s-400"}
ON_TURKEY: dict[str, Any] = {"kind": "sanction", "supplier": "United States", "recipient": "Turkey", "item": None}
CAATSA: dict[str, Any] = {**ON_TURKEY, "regime": "CAATSA"}


@pytest.fixture
def press() -> Press:
    return Press()


def entry(press: Press) -> Entry:
    (only,) = entries(press.ledger(), "exposure")
    return only


def exposed(press: Press) -> Exposure:
    found = entry(press).exposure
    assert found is not None
    return found


def rules(exposure: Exposure) -> set[str]:
    return {r.rule for r in exposure.reasons}


def test_an_order_after_the_law_shows_factors(press: Press) -> None:
    press.tells(press.outlet("A"), **S400, status="signed", date=day("2018-10-05"))
    found = exposed(press)
    assert (found.person, found.level) == ("Turkey", "factors-present")
    assert {"listed-person", "transaction"} <= rules(found)
    assert [(s.status, s.reason) for s in found.steps] == [("signed", "on or after 2017-08-02")]


def test_a_deal_before_the_law_is_none_with_the_reason(press: Press) -> None:
    press.tells(press.outlet("A"), **S400, status="delivered", date=year(2012))
    found = exposed(press)
    assert (found.level, "before-the-law" in rules(found)) == ("none", True)


def test_a_delivery_after_the_law_counts_where_the_order_came_before(press: Press) -> None:
    one = press.outlet("A")
    press.tells(one, **S400, status="signed", date=year(2012))
    press.tells(one, **S400, status="delivering", date=day("2019-07-12"))
    assert exposed(press).level == "factors-present"


def test_a_payment_after_the_law_counts(press: Press) -> None:
    one = press.outlet("A")
    press.tells(one, **S400, status="agreed", date=day("2018-05-01"), values=(money(8e8, basis="advance"),))
    assert [s.status for s in exposed(press).steps] == ["payment"]
    assert exposed(press).level == "factors-present"


@pytest.mark.parametrize(
    "slots",
    [
        {"status": "negotiating"},
        {"status": "ordered", "modality": "planned", "expected": year(2030)},
        {"status": "signed", "instrument": "memorandum"},
        {"status": "ordered", "polarity": "negated"},
    ],
)
def test_no_transaction_is_none_with_the_reason(press: Press, slots: dict[str, Any]) -> None:
    press.tells(press.outlet("A"), **S400, **slots)
    found = exposed(press)
    assert (found.level, "no-transaction" in rules(found)) == ("none", True)


def test_an_undated_order_told_before_the_law_came_before_it(press: Press) -> None:
    press.tells(press.outlet("A", published="2015-03-01"), **S400)
    assert exposed(press).level == "none"


@pytest.mark.parametrize(
    "slots",
    [
        {"supplier": "China", "item": "HQ-22", "family": "hq-22"},
        {"supplier": "India", "item": "S-400", "family": "s-400"},
        {"supplier": "Russia", "item": "F-35", "family": "f-35-lightning-ii"},
        {"supplier": "Russia", "recipient": "Russia", "item": "S-400", "family": "s-400", "scope": "domestic"},
    ],
    ids=["not Russian", "second hand", "not of Russian make", "domestic"],
)
def test_other_sellers_and_things_are_not_exposed(press: Press, slots: dict[str, Any]) -> None:
    press.tells(press.outlet("A"), **{"recipient": "Turkey", **slots})
    assert entries(press.ledger(), "exposure") == []


def test_a_russian_supplier_is_enough_without_a_designation(press: Press) -> None:
    press.tells(press.outlet("A"), supplier="Russia", item="helicopters", family=None, date=day("2020-01-01"))
    assert "russian-supplier" in rules(exposed(press))


def test_factors_are_shown_with_their_words_and_place(press: Press) -> None:
    press.tells(press.outlet("A"), "The next-generation system made it dependent on Russian arms.", **S400)
    factors = [r.detail for r in exposed(press).reasons if r.rule == "factor-raises"]
    assert any('"The next-generation system' in f and "(A, " in f for f in factors)


class TestImposed:
    @pytest.fixture(autouse=True)
    def delivered(self, press: Press) -> None:
        press.tells(press.outlet("A"), **S400, status="delivering", date=day("2019-07-12"))

    @pytest.mark.parametrize("why", [{"regime": "CAATSA"}, {"item": "S-400", "family": "s-400"}], ids=["law", "item"])
    def test_sanctions_for_such_a_deal_are_imposed(self, press: Press, why: dict[str, Any]) -> None:
        press.tells(press.outlet("B"), **{**ON_TURKEY, **why}, status="imposed")
        assert exposed(press).level == "imposed"

    @pytest.mark.parametrize(
        "slots",
        [
            {"modality": "possible"},
            {"modality": "planned"},
            {"polarity": "negated"},
            {"stance": "denies"},
            {"status": "threatened"},
            {"recipient": "Iran"},
            {"regime": None},
            {"regime": "Magnitsky Act"},
            {"item": "Su-35", "family": "su-35"},
        ],
        ids=lambda slots: "-".join(map(str, slots.values())),
    )
    def test_nothing_else_is(self, press: Press, slots: dict[str, Any]) -> None:
        press.tells(press.outlet("B"), **{**CAATSA, "status": "imposed", **slots})
        assert exposed(press).level == "factors-present"

    def test_the_person_is_the_body_that_the_words_name(self, press: Press) -> None:
        words = "Sanctions hit the Presidency of Defence Industries."
        press.tells(press.outlet("B"), words, **CAATSA, status="imposed")
        assert exposed(press).person == "Presidency of Defence Industries"

    def test_a_party_said_to_be_the_target_is_the_person(self, press: Press) -> None:
        target = (Party(name="SSB", role="target"),)
        press.tells(press.outlet("B"), **CAATSA, status="imposed", parties=target)
        assert exposed(press).person == "SSB"


class TestClaims:
    @pytest.fixture(autouse=True)
    def ordered(self, press: Press) -> None:
        press.tells(press.outlet("A"), **S400, date=day("2018-10-05"))

    @pytest.mark.parametrize("status", ["exempted", "urged-waiver", "enabled-waiver", "threatened"])
    def test_a_claim_stays_a_claim_with_its_statements(self, press: Press, status: str) -> None:
        told = press.tells(press.outlet("B"), **CAATSA, status=status, attribution=said("Ro Khanna"))
        assert [(c.claim, c.statements) for c in exposed(press).claims] == [(status, (told.id,))]
        assert exposed(press).level == "factors-present"

    @pytest.mark.parametrize(
        "voice", [None, said(None, outlets=("Bharat Strategic Wire",)), said("Indian officials", country="India")]
    )
    def test_an_outlets_waiver_is_a_claimed_exemption(self, press: Press, voice: Any) -> None:
        press.tells(press.outlet("B"), **CAATSA, status="waived", attribution=voice)
        assert [c.claim for c in exposed(press).claims] == ["exempted"]

    def test_a_waiver_is_one_on_the_word_of_those_who_can_grant_it(self, press: Press) -> None:
        voice = said("State Department", country="United States")
        press.tells(press.outlet("B"), **CAATSA, status="waived", attribution=voice)
        assert [c.claim for c in exposed(press).claims] == ["waived"]

    def test_a_denied_claim_is_contested_and_none(self, press: Press) -> None:
        press.tells(
            press.outlet("B"), **CAATSA, status="exempted", stance="denies", attribution=said("State Department")
        )
        assert (exposed(press).claims, entry(press).band) == ((), "contested")


def test_exposure_follows_its_deal(press: Press) -> None:
    press.tells(press.outlet("A"), **S400, date=day("2018-10-05"))
    (deal,) = entries(press.ledger(), "deal")
    assert [(r.to, r.relation) for r in entry(press).related] == [(deal.id, "follows")]


def test_a_planned_order_is_exposed_where_the_law_is_spoken_of_for_the_deal(press: Press) -> None:
    one = press.outlet("A")
    press.tells(one, **S400, status="signed", modality="planned", expected=year(2030))
    press.tells(one, **{**ON_TURKEY, "regime": "CAATSA"}, status="threatened")
    found = exposed(press)
    assert (found.level, "planned-transaction" in rules(found)) == ("factors-present", True)
