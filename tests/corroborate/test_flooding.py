"""What raises nothing, however often it comes: copies, retellings, bridges, rings and fresh outlets.

The names P1 to P6 are those of the threat list: near-copies, bridges between independent reports, rings of papers
that cite each other, and fresh outlets that claim to have been told.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from secondsource.model.ledger import Entry
from secondsource.model.report import Report
from tests.factory import Press, said, unnamed

MANY = [1, 10, 1000]
Base = Callable[[Press], Report]


@dataclass(frozen=True)
class Behind:
    """What a reader takes from an entry: how many know, and the grade."""

    informants: int
    established: int
    grade: str


def behind(press: Press) -> Behind:
    entry: Entry = press.deal()
    assert entry.support is not None
    assert entry.grade is not None
    return Behind(entry.support.informants, entry.support.established, entry.grade)


def record(press: Press) -> Report:
    release = press.report("Defence Ministry Press Service")
    press.origin(release, kind="release")
    press.tells(release, supplier="South Korea", recipient="Poland", item="K9", family="k9")
    return release


def on_record(press: Press) -> Report:
    one = press.outlet("Harbour Courier")
    press.tells(one, attribution=said("Karen Whitlow"))
    return one


def off_record(press: Press) -> Report:
    one = press.outlet("Harbour Courier")
    press.tells(one, attribution=unnamed("officials", "Harbour Courier"))
    return one


def second_hand(press: Press) -> Report:
    one = press.outlet("Harbour Courier", established=False)
    press.tells(one, attribution=said("Karen Whitlow"))
    return one


def nobody(press: Press) -> Report:
    one = press.outlet("Harbour Courier", established=False)
    press.tells(one)
    return one


def denied(press: Press) -> Report:
    one = on_record(press)
    press.tells(press.outlet("Bosphorus Sheet"), stance="denies", attribution=said("Turkish Defence Ministry"))
    return one


bases = pytest.mark.parametrize(
    "base", [record, on_record, off_record, second_hand, nobody, denied], ids=lambda base: base.__name__
)


def again(press: Press, taker: Report, donor: Report) -> None:
    """The taker says what the donor says, in the same voice."""
    for told in [s for s in press.statements if s.report == donor.id]:
        slots = ("supplier", "recipient", "item", "family", "status", "attribution", "stance")
        press.tells(taker, **{slot: getattr(told, slot) for slot in slots})


@bases
@pytest.mark.parametrize(
    ("relation", "k"),
    [
        *((relation, k) for relation in ("copy", "reworded") for k in MANY),
        *((relation, 10) for relation in ("excerpt", "version", "translated", "summary")),
    ],
)
def test_p1_copies_raise_nothing(base: Base, relation: str, k: int) -> None:
    press = Press()
    donor = base(press)
    before = behind(press)
    takers = [press.report(f"Copy {n}", published="2019-03-07") for n in range(k)]
    origin = press.origins.pop(next(n for n, o in enumerate(press.origins) if donor.id in o.reports))
    press.origin(donor, *takers, kind=origin.kind, established=origin.established)
    for taker in takers:
        press.link(taker, donor, relation)
        again(press, taker, donor)
    assert behind(press) == before


@bases
@pytest.mark.parametrize("k", MANY)
def test_p1_retellings_without_a_link_raise_nothing(base: Base, k: int) -> None:
    press = Press()
    donor = base(press)
    before = behind(press)
    for n in range(k):
        again(press, press.outlet(f"Retelling {n}", published="2019-03-07", established=False), donor)
    after = behind(press)
    assert (after.grade, after.established, after.informants) == (before.grade, before.established, before.informants)


@pytest.mark.parametrize("k", [1, 10, 100])
def test_p3_bridges_leave_two_reports_two(k: int) -> None:
    press = Press()
    left, right = press.outlet("Harbour Courier"), press.outlet("Bosphorus Sheet")
    press.tells(left, attribution=said("Karen Whitlow"))
    press.tells(right, attribution=said("Owen Talbert"))
    before = behind(press)
    assert before == Behind(2, 2, "F1")
    for n in range(k):
        page = press.report(f"Digest {n}", published="2019-03-09")
        for donor in (left, right):
            press.link(page, donor, "stitched")
        for n_origin, donor in enumerate((left, right)):
            origin = press.origins[n_origin]
            press.origins[n_origin] = press.origin(donor, page, label=origin.label)
            press.origins.pop()
            again(press, page, donor)
    assert behind(press) == before


@pytest.mark.parametrize("k", MANY)
def test_a_page_of_unknown_donors_counts_nothing(k: int) -> None:
    press = Press()
    for n in range(k):
        page = press.report(f"Digest {n}")
        press.link(page, None, "stitched")
        press.origin(page, label="donors unknown", kind="unknown", seen=False, established=False)
        press.tells(page, attribution=said("Karen Whitlow"))
    assert behind(press) == Behind(0, 0, "F6")


@pytest.mark.parametrize("k", MANY)
def test_p5_a_ring_of_papers_that_cite_each_other_stays_unjudged(k: int) -> None:
    press = Press()
    for n in range(k):
        one = press.outlet(f"Ring {n}", established=False)
        press.tells(one, attribution=said(None, outlets=(f"Ring {(n + 1) % k}",)))
    after = behind(press)
    assert (after.grade, after.established) == ("F6", 0)
    assert after.informants <= 1


@pytest.mark.parametrize("claim", [lambda n: said(f"Expert Number{n}"), lambda _: unnamed("officials")])
@pytest.mark.parametrize("k", MANY)
def test_p6_fresh_outlets_alone_are_never_better_than_3(claim: Callable[[int], object], k: int) -> None:
    press = Press()
    for n in range(k):
        press.tells(press.outlet(f"Fresh {n}"), attribution=claim(n))
    assert behind(press).grade in ("F3", "F6")


@pytest.mark.parametrize("base", [record, on_record, off_record, denied], ids=lambda base: base.__name__)
@pytest.mark.parametrize("k", MANY)
def test_p6_fresh_outlets_lift_no_grade_that_vetted_reporting_set(base: Base, k: int) -> None:
    press = Press()
    donor = base(press)
    before = behind(press)
    for n in range(k):
        fresh = press.outlet(f"Fresh {n}")
        again(press, fresh, donor)
        press.tells(fresh, attribution=said(f"Expert Number{n}"), **_deal_of(press, donor))
    assert behind(press).grade == before.grade


@pytest.mark.parametrize("k", MANY)
def test_p6_the_grade_of_fresh_outlets_does_not_grow_with_their_number(k: int) -> None:
    alone, many = Press(), Press()
    for press, number in ((alone, 1), (many, k)):
        for n in range(number):
            press.tells(press.outlet(f"Fresh {n}"), attribution=said("Karen Whitlow"))
    assert behind(alone).grade == behind(many).grade == "F3"


def _deal_of(press: Press, donor: Report) -> dict[str, Any]:
    told = next(s for s in press.statements if s.report == donor.id)
    return {slot: getattr(told, slot) for slot in ("supplier", "recipient", "item", "family", "status")}


def test_p2_a_second_source_that_was_told_itself_is_counted() -> None:
    press = Press()
    on_record(press)
    press.tells(press.outlet("Bosphorus Sheet"), attribution=said("Turkish Defence Ministry"))
    assert behind(press) == Behind(2, 2, "F1")
