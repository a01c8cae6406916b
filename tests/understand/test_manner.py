"""What the words around a trigger make of it."""

import pytest

from secondsource.knowledge import load
from secondsource.understand.manner import hangs_on_a_condition, names_a_step
from secondsource.understand.page import Page
from tests.understand.reading import report


def asked(text: str, trigger: str) -> tuple[bool, bool]:
    page = Page(report(text), (), load())
    place = text.index(trigger)
    cue = (place, place + len(trigger))
    (line,) = page.lines
    return hangs_on_a_condition(page, line, cue), names_a_step(page, line, cue)


@pytest.mark.parametrize(
    "text",
    [
        "Oman pays nothing until the tanks are delivered.",
        "Oman pays once it has them, and nothing if they are delivered late.",
        "Oman must agree before the contract is signed.",
    ],
)
def test_what_hangs_on_a_condition_is_no_fact(text: str) -> None:
    assert asked(text, "signed" if "signed" in text else "delivered") == (True, False)


@pytest.mark.parametrize(
    "text",
    ["The tanks were delivered in May.", "Oman waited two years before the tanks were delivered."],
)
def test_what_was_done_hangs_on_none(text: str) -> None:
    assert asked(text, "delivered") == (False, False)


def test_the_date_of_a_step_is_no_step() -> None:
    assert asked("Oman moved the delivery date to May.", "delivery") == (False, True)
    assert asked("Oman moved the delivery date to May.", "delivery date") == (False, True)
    assert asked("Oman has had the delivery since its independence date.", "delivery") == (False, False)
