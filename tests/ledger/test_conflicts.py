"""Where numbers and dates of one thing contradict each other: like with like only."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.statement import Attribution, Claim
from tests.factory import Press, day, money, pieces, said, year

BRAZIL: dict[str, Any] = {"supplier": "Sweden", "recipient": "Brazil", "item": "Gripen NG", "family": "gripen"}


@pytest.fixture
def press() -> Press:
    return Press()


def tell(press: Press, *slots: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """The conflicts of one deal that so many reports tell of."""
    for number, one in enumerate(slots):
        press.tells(press.outlet(f"Paper {number}"), **{**BRAZIL, **one})
    return [(c.field, [v.value for v in c.values]) for c in press.deal().conflicts]


def sums(*values: Any) -> dict[str, Any]:
    return {"values": values}


def test_two_sums_on_one_basis_in_one_currency_conflict(press: Press) -> None:
    found = tell(press, sums(money(4.5e9)), sums(money(39.3e9, "SEK"), money(5.4e9)))
    assert found == [("value (contract, USD)", ["USD 4,500,000,000", "USD 5,400,000,000"])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (money(4.5e9), money(5.4e9, basis="ceiling")),
        (money(4.5e9), money(39.3e9, "SEK")),
        (money(5e9), money(5.43e9)),
        (money(5.03e9), money(5e9)),
        (money(4.5e9, bound="over"), money(5.4e9)),
        (money(4.5e9, high=6e9, bound="range"), money(5.4e9)),
        (money(6e9, bound="up-to"), money(5.4e9)),
        (money(20e9, "THB", bound="nearly"), money(19.5e9, "THB")),
        (money(5.5e9, bound="about"), money(5.4e9)),
        (money(4.5e9, basis="unstated"), money(5.4e9, basis="unstated")),
    ],
    ids=["basis", "currency", "rounded", "rounded too", "over", "range", "up-to", "nearly", "about", "unstated"],
)
def test_sums_that_can_both_be_right_do_not_conflict(press: Press, one: Any, other: Any) -> None:
    assert tell(press, sums(one), sums(other)) == []


def test_conversions_of_one_sum_do_not_conflict(press: Press) -> None:
    found = tell(
        press,
        sums(money(17e9, "PLN", "total"), money(4.15e9, "USD", "total")),
        sums(money(17e9, "PLN", "total"), money(4.6e9, "USD", "total")),
    )
    assert found == []


def test_a_total_and_a_price_each_do_not_conflict(press: Press) -> None:
    assert tell(press, sums(money(19.5e9, "THB", "total")), sums(money(4.9e9, "THB", "each"))) == []


def test_sums_of_other_years_do_not_conflict(press: Press) -> None:
    found = tell(press, {**sums(money(4.5e9)), "date": year(2013)}, {**sums(money(5.4e9)), "date": year(2014)})
    assert found == []


def test_one_report_that_gives_two_sums_is_no_conflict(press: Press) -> None:
    one = press.outlet("A")
    for value in (money(4.5e9), money(5.4e9)):
        press.tells(one, **BRAZIL, values=(value,))
    assert press.deal().conflicts == ()


def test_two_voices_in_one_report_can_conflict(press: Press) -> None:
    one = press.outlet("A")
    for value, speaker in ((money(4.5e9), "Saab"), (money(5.4e9), "Maria Souza")):
        press.tells(one, **BRAZIL, values=(value,), attribution=said(speaker))
    assert len(press.deal().conflicts) == 1


def test_a_number_altered_in_a_copy_conflicts_with_its_donor(press: Press) -> None:
    donor, taker = press.outlet("A"), press.report("B")
    press.link(taker, donor, "copy")
    press.tells(donor, **BRAZIL, quantity=pieces(36))
    press.tells(taker, **BRAZIL, quantity=pieces(63))
    assert [v.value for v in press.deal().conflicts[0].values] == ["36", "63"]


def test_a_reworded_text_conflicts_with_nothing(press: Press) -> None:
    donor, taker = press.outlet("A"), press.report("B")
    press.link(taker, donor, "reworded")
    press.tells(donor, **BRAZIL, quantity=pieces(36))
    press.tells(taker, **BRAZIL, quantity=pieces(63))
    assert press.deal().conflicts == ()


@pytest.mark.parametrize(
    ("one", "other", "field"),
    [
        (pieces(36), pieces(28), "quantity (ordered)"),
        (pieces(12), pieces(12.0), None),
        (pieces(36), pieces(12, "option"), None),
        (pieces(5, unit="squadron"), pieces(36), None),
        (pieces(36), pieces(30, bound="over"), None),
        (pieces(3, "batch"), pieces(6, "batch"), None),
        (pieces(21_083), pieces(21_100), None),
        (pieces(20), pieces(24), "quantity (ordered)"),
    ],
)
def test_counts_conflict_in_one_role_and_unit(press: Press, one: Any, other: Any, field: str | None) -> None:
    found = tell(press, {"quantity": one}, {"quantity": other})
    assert [f for f, _ in found] == ([field] if field else [])


def plan(first: Any, status: str = "delivering", **slots: Any) -> dict[str, Any]:
    return {"status": status, "modality": "planned", "expected": first, **slots}


def test_first_deliveries_of_two_voices_conflict(press: Press) -> None:
    found = tell(press, plan(year(2018)), plan(year(2019)))
    assert found == [("date of delivering", ["2018-01-01 to 2018-12-31", "2019-01-01 to 2019-12-31"])]


def test_dates_that_meet_do_not_conflict(press: Press) -> None:
    assert tell(press, plan(year(2019)), plan(day("2019-07-01", "2019-07-31"))) == []


def test_later_tranches_of_one_report_do_not_conflict_with_the_first_of_another(press: Press) -> None:
    one = press.outlet("A")
    for when in (2025, 2026):
        press.tells(one, **BRAZIL, **plan(year(when)))
    press.tells(press.outlet("B"), **BRAZIL, **plan(year(2025)))
    assert press.deal().conflicts == ()


def test_deliveries_that_were_made_do_not_conflict(press: Press) -> None:
    made = [{"status": "delivering", "date": year(when)} for when in (2018, 2019)]
    assert tell(press, *made) == []


def test_a_date_that_slips_years_later_is_no_conflict(press: Press) -> None:
    press.tells(press.outlet("A", published="2014-10-27"), **BRAZIL, **plan(year(2018)))
    press.tells(press.outlet("B", published="2017-10-27"), **BRAZIL, **plan(year(2019)))
    assert press.deal().conflicts == ()


@given(amount=st.floats(1e6, 1e11), places=st.integers(2, 6))
def test_rounding_a_sum_never_makes_a_conflict(amount: float, places: int) -> None:
    exact, rounded = round(amount), float(f"{amount:.{places}g}")
    assert tell(Press(), sums(money(exact)), sums(money(rounded))) == []


def test_two_counts_of_one_measure_in_one_report_conflict_where_two_tell_them(press: Press) -> None:
    one = press.outlet("A")
    for amount, teller in ((1_000_000.0, "Reuters"), (30_000.0, "Bloomberg")):
        press.tells(
            one,
            kind="claim",
            status=None,
            item=None,
            family=None,
            designation=None,
            claim=Claim(measure="jobs", subject="Qatar", amount=amount, unit="jobs"),
            attribution=Attribution(speaker=None, role=None, anonymous=False, outlets=(teller,)),
        )
    found = [c for e in press.ledger().entries for c in e.conflicts]
    assert [c.field for c in found] == ["value (jobs)"]
