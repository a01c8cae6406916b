"""The ledger depends on the set of reports and statements alone."""

import random
from dataclasses import asdict
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.ledger import Ledger
from tests.factory import Press, day, money, pieces, said, unnamed, year
from tests.ledger.saying import prints

THINGS: list[dict[str, Any]] = [
    {"item": "Patriot", "family": "patriot"},
    {"item": "air defence systems", "family": None},
    {"item": "S-400", "family": "s-400", "supplier": "Russia"},
    {"item": "F-16", "family": "f-16-fighting-falcon", "inferred": ("supplier",)},
    {"item": "fighter jets", "family": None},
]
VOICES = [
    None,
    said("Mark Esper", role="defence secretary", country="United States"),
    said("Esper"),
    said("Pentagon"),
    said("US government"),
    unnamed("officials", "Reuters"),
    unnamed("a diplomat", "Reuters"),
    said(None, outlets=("Reuters",)),
]

statements = st.fixed_dictionaries(
    {
        "thing": st.sampled_from(THINGS),
        "recipient": st.sampled_from(["Turkey", "Poland", None]),
        "status": st.sampled_from(["cleared", "ordered", "negotiating", "suspended", "delivering", "signed"]),
        "modality": st.sampled_from(["asserted", "planned"]),
        "stance": st.sampled_from(["asserts", "denies"]),
        "voice": st.sampled_from(VOICES),
        "date": st.sampled_from([None, year(2012), year(2019), day("2019-02-01")]),
        "number": st.sampled_from([None, 12, 36]),
        "amount": st.sampled_from([None, 3e9, 4e9]),
        "report": st.integers(0, 4),
    }
)


def filled(told: list[dict[str, Any]]) -> Press:
    press = Press()
    days = ["2019-03-06", "2019-03-07", None, "2019-09-01", "2023-01-01"]
    reports = [press.outlet(f"Paper {n}", published=d, established=n % 2 == 0) for n, d in enumerate(days)]
    press.link(reports[3], reports[0], "copy")
    press.link(reports[4], reports[1], "reworded")
    for one in told:
        amount, number = one["amount"], one["number"]
        fields = {**one["thing"], **{k: one[k] for k in ("recipient", "status", "modality", "stance")}}
        press.tells(
            reports[one["report"]],
            **fields,
            attribution=one["voice"],
            quantity=pieces(number) if number else None,
            values=(money(amount),) if amount else (),
            date=one["date"] if one["modality"] == "asserted" else None,
            expected=one["date"] if one["modality"] == "planned" else None,
        )
    return press


def plain(ledger: Ledger) -> dict[str, Any]:
    return asdict(ledger)


@given(told=st.lists(statements, max_size=14), seed=st.integers())
def test_the_order_of_reports_and_statements_changes_nothing(told: list[dict[str, Any]], seed: int) -> None:
    press = filled(told)
    before = plain(press.ledger())
    shuffled = random.Random(seed)
    reports = list(press.reports.items())
    for several in (reports, press.statements, press.origins, press.links):
        shuffled.shuffle(several)
    press.reports = dict(reports)
    assert plain(press.ledger()) == before


@given(told=st.lists(statements, max_size=14))
def test_every_statement_of_a_transfer_is_in_one_entry(told: list[dict[str, Any]]) -> None:
    press = filled(told)
    placed = [i for e in press.ledger().entries if e.kind == "deal" for i in e.statements]
    assert sorted(placed) == sorted(s.id for s in press.statements)


@given(told=st.lists(statements, max_size=14))
def test_every_step_is_made_of_statements_of_its_own_status(told: list[dict[str, Any]]) -> None:
    press = filled(told)
    status = {s.id: (s.status, s.modality, s.polarity) for s in press.statements}
    for entry in press.ledger().entries:
        in_steps = [i for step in entry.history for i in step.statements]
        assert sorted(in_steps) == sorted(i for i in entry.statements if status[i][0])
        for step in entry.history:
            assert {status[i] for i in step.statements} == {(step.status, step.modality, step.polarity)}


SAID = [
    '"We will deliver all twelve frigates before the autumn storms, nobody doubts the shipyard", she said on Tuesday.',
    '"We will deliver all twenty frigates before the autumn storms", she told reporters.',
    "All twelve frigates would be delivered before the autumn storms, she said in an interview.",
    '"Our submarines need new batteries, and parliament will find the money," she said. "Nobody doubts the shipyard"',
    '"Our submarines need new batteries, and parliament will find the money", she said on Wednesday.',
]
SPEAKERS = [
    said("Ingrid Solberg", role="defence minister", country="Norway"),
    said("Lars Holmberg"),
    said("Norwegian Defence Ministry"),
    unnamed("an official"),
    said(None),
]

sayings = st.fixed_dictionaries(
    {
        "sentence": st.sampled_from(SAID),
        "voice": st.sampled_from(SPEAKERS),
        "published": st.sampled_from(["2019-03-05", "2019-03-06", "2019-03-08", None]),
        "slots": st.sampled_from([{}, {"status": "ordered"}, {"item": "S-400", "family": "s-400"}]),
    }
)


@given(told=st.lists(sayings, max_size=8), seed=st.integers())
def test_the_order_of_reports_changes_no_act_of_saying(told: list[dict[str, Any]], seed: int) -> None:
    press = Press()
    for number, one in enumerate(told):
        prints(press, f"P{number}", one["sentence"], one["voice"], published=one["published"], **one["slots"])
    before = plain(press.ledger())
    shuffled = random.Random(seed)
    reports = list(press.reports.items())
    for several in (reports, press.statements, press.quotes, press.origins):
        shuffled.shuffle(several)
    press.reports = dict(reports)
    assert plain(press.ledger()) == before
