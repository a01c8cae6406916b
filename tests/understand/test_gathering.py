"""What several sentences say of one step becomes one statement; what differs stays apart."""

from dataclasses import replace

import pytest

from secondsource.model.statement import Attribution, Moment, Quantity
from secondsource.understand.drafts import Draft
from secondsource.understand.gathering import gathered
from secondsource.understand.items import Thing
from secondsource.understand.page import Line

TANKS = Thing(start=0, end=5, printed="Leopard tanks", kinds=("tank",), family="leopard", designation="Leopard")
SHIPS = Thing(start=0, end=5, printed="Orkan boats", kinds=("ship",), family="orkan", designation="Orkan")


def line(number: int) -> Line:
    return Line(number=number, start=100 * number, end=100 * number + 90, paragraph=0, headline=False)


def draft(number: int, **slots: object) -> Draft:
    given = {"thing": TANKS, "status": "signed", "recipient": "Chile", "supplier": "Germany"} | slots
    return Draft(kind="transfer", line=line(number), cue=(100 * number, 100 * number + 6), method="model", **given)  # type: ignore[arg-type]


def test_a_repeated_step_is_one_statement_with_what_both_add() -> None:
    (one,) = gathered([draft(0, supplier=None), draft(1, quantity=Quantity(number=9, role="ordered"))])
    assert one.supplier == "Germany"
    assert one.quantity is not None
    assert one.quantity.number == 9
    assert {at.number for at in one.support} == {1}


@pytest.mark.parametrize(
    "other",
    [
        {"status": "agreed"},
        {"modality": "planned"},
        {"polarity": "negated"},
        {"recipient": "Peru"},
        {"supplier": "Sweden"},
        {"thing": SHIPS},
        {"quantity": Quantity(number=8, role="ordered")},
        {"date": Moment(text="in 2020", start="2020-01-01", end="2020-12-31")},
        {"voice": Attribution(speaker="Ana Ruiz", role=None, anonymous=False)},
    ],
)
def test_what_differs_stays_apart(other: dict[str, object]) -> None:
    first = draft(
        0,
        quantity=Quantity(number=9, role="ordered"),
        date=Moment(text="in 2024", start="2024-01-01", end="2024-12-31"),
        voice=Attribution(speaker="two officials", role=None, anonymous=True),
    )
    assert len(gathered([first, draft(1, **other)])) == 2


def test_joining_does_not_hang_on_the_order_given() -> None:
    drafts = [draft(2), draft(0, supplier=None), draft(1, status="agreed")]
    assert [d.line.number for d in gathered(drafts)] == [d.line.number for d in gathered(drafts[::-1])] == [0, 1]


def test_the_weapon_named_wins_over_its_common_noun() -> None:
    noun = replace(TANKS, printed="tanks", family=None, designation=None)
    (one,) = gathered([draft(0, thing=noun), draft(1)])
    assert one.thing is TANKS
