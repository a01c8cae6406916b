"""Which statements meet in one entry, and which stay apart."""

from dataclasses import replace
from typing import Any

import pytest

from secondsource.model.lineage import Passage
from secondsource.model.statement import Claim, Party
from tests.factory import Press, day, entries, money, pieces, said, year

S400: dict[str, Any] = {"supplier": "Russia", "item": "S-400", "family": "s-400"}
REAPER: dict[str, Any] = {"item": "MQ-9 Reaper", "family": "mq-9-reaper", "recipient": "India"}
DRONES: dict[str, Any] = {"item": "armed drones", "family": None, "recipient": "India"}
K9: dict[str, Any] = {"supplier": "South Korea", "recipient": "Poland", "item": "K9", "family": "k9"}


@pytest.fixture
def press() -> Press:
    return Press()


def test_several_recipients_are_several_deals(press: Press) -> None:
    one = press.outlet("A")
    for buyer in ("Morocco", "Ethiopia", "Morocco"):
        press.tells(one, recipient=buyer, supplier="Turkey", item="TB2", family="bayraktar-tb2")
    assert sorted(d.recipient or "" for d in press.deals()) == ["Ethiopia", "Morocco"]


@pytest.mark.parametrize("mode", ["lease", "upgrade", "swap", "licensed-production"])
def test_other_kinds_of_transfer_never_meet_a_sale(press: Press, mode: str) -> None:
    one = press.outlet("A")
    press.tells(one, **S400)
    press.tells(one, mode=mode, **S400)
    assert {d.mode for d in press.deals()} == {None, mode}


@pytest.mark.parametrize("mode", ["grant", "stock-transfer"])
def test_how_it_is_paid_for_keeps_nothing_apart(press: Press, mode: str) -> None:
    one = press.outlet("A")
    press.tells(one, **S400)
    press.tells(one, mode=mode, **S400)
    assert press.deal().mode == mode


def test_support_for_what_is_owned_is_apart_and_supports_it(press: Press) -> None:
    one = press.outlet("A")
    press.tells(one, item="F-16", family="f-16-fighting-falcon")
    press.tells(one, item="F-16 sustainment", family="f-16-fighting-falcon", part="support")
    upkeep = next(d for d in press.deals() if d.part == "support")
    assert [r.relation for r in upkeep.related] == ["supports"]


def test_a_framework_is_apart_and_its_contract_implements_it(press: Press) -> None:
    one = press.outlet("A")
    press.tells(one, status="signed", instrument="framework", quantity=pieces(672, bound="up-to"), **K9)
    press.tells(one, status="signed", instrument="contract", quantity=pieces(152), **K9)
    frame, contract = sorted(press.deals(), key=lambda d: -(d.quantity or 0))
    assert (frame.band, contract.band) == ("prospective", "register")
    assert [(r.to, r.relation) for r in contract.related] == [(frame.id, "implements")]


def test_named_suppliers_that_clash_are_two_deals(press: Press) -> None:
    one = press.outlet("A")
    press.tells(one, supplier="United States", item="F-16", family="f-16-fighting-falcon")
    press.tells(one, supplier="Norway", item="F-16", family="f-16-fighting-falcon")
    assert len(press.deals()) == 2


def test_an_inferred_supplier_gives_way_to_the_named_one(press: Press) -> None:
    one, other = press.outlet("A"), press.outlet("B")
    press.tells(one, item="F-16", family="f-16-fighting-falcon", inferred=("supplier",))
    press.tells(other, supplier="Norway", item="F-16", family="f-16-fighting-falcon")
    deal = press.deal()
    assert (deal.supplier, deal.inferred) == ("Norway", ())


def test_a_common_noun_joins_the_one_designated_deal_of_its_report(press: Press) -> None:
    one = press.outlet("A")
    press.tells(one, **REAPER)
    press.tells(one, status="approved", **DRONES)
    press.tells(one, status="requested", **{**DRONES, "item": "unmanned aircraft"})
    deal = press.deal()
    assert (deal.family, len(deal.statements)) == ("mq-9-reaper", 3)
    assert "common-noun" in {r.rule for r in deal.reasons}


def test_a_common_noun_joins_the_one_designated_deal_of_its_story(press: Press) -> None:
    press.tells(press.outlet("A", published="2023-06-01"), **REAPER)
    press.tells(press.outlet("B", published="2023-07-20"), **DRONES)
    assert len(press.deals()) == 1


def test_a_common_noun_months_later_stays_apart(press: Press) -> None:
    press.tells(press.outlet("A", published="2023-06-01"), **REAPER)
    press.tells(press.outlet("B", published="2023-11-20"), **DRONES)
    assert len(press.deals()) == 2


@pytest.mark.parametrize(
    "other",
    [{"supplier": "Turkey"}, {"recipient": "Morocco"}, {"item": "tanks"}, {"mode": "lease"}, {"supplier": None}],
    ids=["supplier", "recipient", "kind", "mode", "no supplier"],
)
def test_a_common_noun_of_other_parties_or_kind_stays_apart(press: Press, other: dict[str, Any]) -> None:
    one = press.outlet("A")
    press.tells(one, **REAPER)
    press.tells(one, **{**DRONES, **other})
    assert len(press.deals()) == 2


def test_a_common_noun_that_two_deals_fit_joins_neither(press: Press) -> None:
    one = press.outlet("A")
    press.tells(one, **REAPER)
    press.tells(one, **{**REAPER, "item": "Switchblade", "family": "mq-1c-gray-eagle"})
    press.tells(one, **DRONES)
    assert len(press.deals()) == 3


def test_common_nouns_of_the_same_words_meet(press: Press) -> None:
    press.tells(press.outlet("A"), item="rockets and artillery shells", family=None)
    press.tells(press.outlet("B"), item="rockets and shells", family=None)
    press.tells(press.outlet("C"), item="more equipment", family=None)
    assert len(press.deals()) == 2


def test_an_open_recipient_joins_the_one_deal_of_its_family(press: Press) -> None:
    one = press.outlet("A")
    press.tells(one, **S400)
    press.tells(one, **{**S400, "recipient": None})
    assert len(press.deal().statements) == 2


def test_an_open_recipient_that_two_deals_fit_stays_open(press: Press) -> None:
    one = press.outlet("A")
    for buyer in ("Turkey", "India", None):
        press.tells(one, **{**S400, "recipient": buyer})
    assert sorted(str(d.recipient) for d in press.deals()) == ["India", "None", "Turkey"]


def test_orders_of_other_numbers_years_apart_are_two_deals(press: Press) -> None:
    one = press.outlet("A", published="2023-01-01")
    press.tells(one, quantity=pieces(48), date=year(2003))
    press.tells(one, quantity=pieces(32), date=year(2020))
    press.tells(one, status="delivered", quantity=pieces(48, "delivered"), date=year(2008))
    press.tells(one, status="negotiating")
    found = sorted(press.deals(), key=lambda d: d.first or "")
    assert [(d.quantity, len(d.statements)) for d in found] == [(48, 2), (32, 2)]


@pytest.mark.parametrize(("number", "when"), [(48, 2020), (32, 2005)])
def test_orders_of_one_number_or_of_near_years_are_one_deal(press: Press, number: int, when: int) -> None:
    one = press.outlet("A", published="2023-01-01")
    press.tells(one, quantity=pieces(48), date=year(2003))
    press.tells(one, quantity=pieces(number), date=year(when))
    assert len(press.deals()) == 1


def test_a_clearance_after_an_order_of_another_number_is_for_the_next_deal(press: Press) -> None:
    one = press.outlet("A", published="2019-10-03")
    press.tells(one, status="ordered", quantity=pieces(210), date=day("2018-04-01", "2018-04-30"))
    press.tells(one, status="cleared", quantity=pieces(150, "ceiling"))
    assert len(press.deals()) == 2


@pytest.mark.parametrize(
    "item", [{"family": "patriot", "item": "Patriot"}, {"item": None}, {"item": "air defence systems"}]
)
def test_a_unit_price_goes_to_its_deal(press: Press, item: dict[str, Any]) -> None:
    one = press.outlet("A")
    press.tells(one, values=(money(3_500_000_000, basis="total"),))
    price = Claim(measure="unit price")
    press.tells(one, kind="claim", status=None, claim=price, values=(money(4_900_000, basis="each"),), **item)
    (entry,) = press.ledger().entries
    assert [(f.basis, f.amount) for f in entry.figures] == [("each", 4_900_000), ("total", 3_500_000_000)]
    assert entry.conflicts == ()


def test_a_unit_price_that_two_deals_fit_is_a_figure_of_its_own(press: Press) -> None:
    one = press.outlet("A")
    press.tells(one)
    press.tells(one, **S400)
    press.tells(one, kind="claim", status=None, item=None, supplier=None, claim=Claim(measure="unit price"))
    assert sorted(e.kind for e in press.ledger().entries if e.kind != "exposure") == ["deal", "deal", "figure"]


def test_a_domestic_order_is_kept_out_of_the_register(press: Press) -> None:
    press.tells(press.outlet("A"), supplier="Poland", recipient="Poland", item="Krab", family="krab", scope="domestic")
    deal = press.deal()
    assert (deal.band, deal.scope) == ("excluded", "domestic")


def test_pacts_of_one_name_and_other_parties_are_two(press: Press) -> None:
    one = press.outlet("A")
    for parties in (
        ("Japan", "South Korea"),
        ("South Korea", "Japan", "United States"),
        ("India", "United States"),
        (),
    ):
        press.tells(
            one,
            kind="agreement",
            status="signed",
            name="Defence Cooperation Agreement",
            supplier=None,
            recipient=None,
            parties=tuple(Party(name=p, role="party") for p in parties),
        )
    assert sorted(len(e.statements) for e in entries(press.ledger(), "agreement")) == [1, 1, 2]


def test_the_recipient_that_most_reporting_gives_leads_and_copies_weigh_as_one(press: Press) -> None:
    donor = press.outlet("A")
    takers = [press.report(f"Copy {n}") for n in range(5)]
    press.origins[0] = press.origin(donor, *takers)
    del press.origins[1]
    for one in (donor, *takers):
        press.tells(one, quantity=pieces(20))
    for name in ("B", "C"):
        press.tells(press.outlet(name), quantity=pieces(12))
    assert press.deal().quantity == 12


def test_a_stitched_page_merges_no_deals(press: Press) -> None:
    thai, brazil = press.outlet("A"), press.outlet("B")
    page = press.report("Digest")
    for donor in (thai, brazil):
        press.link(page, donor, "stitched")
    for buyer, donor in (("Thailand", thai), ("Brazil", brazil)):
        for one in (donor, page):
            press.tells(
                one, supplier="Sweden", recipient=buyer, item="Gripen", family="gripen", attribution=said("Saab")
            )
    assert sorted(d.recipient or "" for d in press.deals()) == ["Brazil", "Thailand"]


def test_what_draws_on_two_donors_of_a_stitched_page_is_left_out(press: Press) -> None:
    thai, brazil = press.outlet("A"), press.outlet("B")
    page = press.report("Digest")
    first = press.tells(page, recipient="Thailand").evidence[0]
    second = press.tells(page, recipient="Brazil").evidence[0]
    press.statements[0] = replace(press.statements[0], evidence=(first, second))
    press.link(page, thai, "stitched", passages=(Passage(start=first.start, end=first.end),))
    press.link(page, brazil, "stitched", passages=(Passage(start=second.start, end=second.end),))
    assert press.deal().recipient == "Brazil"


def test_reports_of_one_dated_act_are_one_story_however_late(press: Press) -> None:
    press.tells(press.outlet("A", published="2023-12-01"), **{**REAPER, "date": day("2023-12-01")})
    press.tells(press.outlet("B", published="2025-02-20"), **{**DRONES, "date": day("2023-12-01", "2023-12-31")})
    assert len(press.deals()) == 1
