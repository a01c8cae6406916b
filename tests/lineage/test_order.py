"""Neither the order in which reports come nor the runs in which they come change what is found."""

from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.knowledge import load
from secondsource.lineage import Derivation, compare, trace
from secondsource.model.lineage import Lineage
from secondsource.model.report import Report
from tests.lineage.press import report, samples
from tests.lineage.test_origins import FIRST, SECOND, halves

QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@cache
def library() -> tuple[Report, ...]:
    """Copies, rewordings, stitched pages and rings together."""
    made = [
        report(FIRST, "first", outlet="Fjord Post"),
        report(FIRST.replace("Friday", "Monday"), "print", outlet="Newsy Hub"),
        report(SECOND, "second", outlet="Palm Herald"),
        report(halves(), "page", outlet="Globe Digest"),
        report("Norway may take Leopard 2 tanks of Germany, according to Gazette B.", "a", outlet="Gazette A"),
        report("Germany may give Norway its Leopard 2 tanks, according to Gazette A.", "b", outlet="Gazette B"),
    ]
    return (*made, *samples()[:8], samples()[11])


def compared(reports: list[Report], only: frozenset[str] | None = None) -> list[Derivation]:
    return sorted(compare(reports, load(), only), key=lambda d: d.link.id)


@cache
def whole() -> tuple[list[Derivation], Lineage]:
    found = compared(list(library()))
    return found, trace(library(), found, load())


@QUICK
@given(st.permutations(range(len(library()))))
def test_any_order_gives_the_same(order: list[int]) -> None:
    reports = [library()[i] for i in order]
    found, lineage = whole()
    assert compared(reports) == found
    assert trace(reports, [*reversed(found)], load()) == lineage


@QUICK
@given(st.lists(st.integers(min_value=0, max_value=3), min_size=len(library()), max_size=len(library())))
def test_any_split_into_runs_gives_the_same(runs: list[int]) -> None:
    kept: list[Derivation] = []
    here: list[Report] = []
    for run in sorted(set(runs)):
        fresh = [r for r, n in zip(library(), runs, strict=True) if n == run]
        here += fresh
        kept += compare(here, load(), only=frozenset(r.id for r in fresh))
    found, lineage = whole()
    assert sorted(kept, key=lambda d: d.link.id) == found
    assert trace(here, kept, load()) == lineage


@QUICK
@given(st.sets(st.integers(min_value=0, max_value=len(library()) - 1)))
def test_every_report_has_an_origin_and_every_span_lies_in_its_text(chosen: set[int]) -> None:
    reports = {library()[i].id: library()[i] for i in chosen}
    lineage = trace(reports.values(), compare(reports.values(), load()), load())
    assert {r for o in lineage.origins for r in o.reports} == set(reports)
    for link in lineage.links:
        assert link.report in reports
        assert link.of is None or link.of in reports
        assert 0 <= link.coverage <= 1
        assert all(0 <= p.start < p.end <= len(reports[link.report].text) for p in link.passages)
    for origin in lineage.origins:
        assert all(0 <= p.start < p.end <= len(reports[p.report].text) for p in origin.passages)


@QUICK
@given(st.text(max_size=400), st.text(max_size=400))
def test_no_text_makes_it_fail(one: str, other: str) -> None:
    reports = [
        Report(id=f"rep-{i}", source=f"{i}.txt", url=None, text=text, sha256=str(i), reader="test", outlet=outlet)
        for i, (text, outlet) in enumerate(((one, None), (other, "Gazette A"), (one + other, "Gazette B")))
    ]
    lineage = trace(reports, compare(reports, load()), load())
    assert {r for o in lineage.origins for r in o.reports} == {r.id for r in reports if r.text}
