"""Rows P1 to P8 of the threat list in full: a thousand copies, a hundred bridges, a flood of a million.

`make soak` runs them, for an hour or more on two cores.
`SOAK_COPIES` (1000), `SOAK_BRIDGES` (100) and `SOAK_FLOOD` (20000; give
1000000 for the whole flood) set other sizes.
"""

import os
import tracemalloc
from collections.abc import Iterator

import numpy as np
import pytest

from secondsource.knowledge.words import load_words
from secondsource.lineage.candidates import shares_enough
from secondsource.lineage.fingerprints import Fingerprint, fingerprint
from secondsource.lineage.index import MOST_PROMISING, Index
from secondsource.lineage.vocabulary import Vocabulary
from secondsource.text.tokens import low_words
from tests.lineage import pressure
from tests.lineage.copying import edited, grams_of, spun, stitched
from tests.lineage.invented import EVERY, HONEST, RIFLES, SHELLS, TANKS, TOLD, UPGRADE, Invented
from tests.lineage.press import report, traced
from tests.lineage.pressure import DAYS_LATER, KINDS, LONG_BEFORE, NO_DAY, Footing, copies, honest

pytestmark = pytest.mark.soak

COPIES = int(os.environ.get("SOAK_COPIES", "1000"))
BRIDGES = int(os.environ.get("SOAK_BRIDGES", "100"))
FLOOD = int(os.environ.get("SOAK_FLOOD", "20000"))
WHOLE_KINDS = [kind for kind in KINDS if kind != "stitched"]
by_name = pytest.mark.parametrize("one", EVERY, ids=lambda one: one.name)


@by_name
@pytest.mark.parametrize("kind", WHOLE_KINDS)
@pytest.mark.parametrize("day", [DAYS_LATER, NO_DAY], ids=["later", "no day"])
def test_p1_one_copy_of_any_report_raises_nothing(kind: str, one: Invented, day: str) -> None:
    found = traced([*honest(), *copies(kind, one, 1, day)])
    after = Footing.of(found)
    assert not pressure.rises(after)
    assert not pressure.moved(after)
    assert found.share_an_origin("copy-0", one.name)


@pytest.mark.parametrize("kind", WHOLE_KINDS)
@pytest.mark.parametrize("count", sorted({10, 40, COPIES}))
def test_p1_copies_raise_nothing(kind: str, count: int) -> None:
    after = Footing.of(traced([*honest(), *copies(kind, TANKS, count)]))
    assert not pressure.moved(after)
    assert not pressure.rises(after)


@pytest.mark.parametrize("kind", [*WHOLE_KINDS, "stitched"])
def test_p1_a_thousand_copies_move_no_honest_report(kind: str) -> None:
    assert not pressure.moved(Footing.of(traced([*honest(), *copies(kind, SHELLS, COPIES)])))


@pytest.mark.parametrize("one", TOLD, ids=lambda one: one.name)
def test_p2_one_report_with_access_adds_one_origin_beside_copies_of_all_others(one: Invented) -> None:
    others = [r for r in EVERY if r is not one]
    crowd = [r.report() for r in others]
    for number, make in enumerate((spun, edited)):
        crowd += [
            report(make(r.text), f"{number}-{r.name}", outlet=f"Hub {number} {r.name}", published=DAYS_LATER)
            for r in others
        ]
    count = [sum(o.established for o in traced(reports).lineage.origins) for reports in (crowd, [*crowd, one.report()])]
    assert count[1] == count[0] + 1


@pytest.mark.parametrize("count", sorted({1, 10, BRIDGES}))
@pytest.mark.parametrize("boldness", ["as printed", "spun"])
def test_p3_bridges_neither_join_nor_take_an_origin(count: int, boldness: str) -> None:
    pairs = [(RIFLES, SHELLS), (SHELLS, UPGRADE), (UPGRADE, RIFLES)]
    bridges = []
    for n in range(count):
        texts = [one.text if boldness == "as printed" else spun(one.text) for one in pairs[n % 3]]
        page = pressure.named(stitched(*texts), n)
        bridges.append(report(page, f"bridge-{n}", outlet=f"Digest {n}", published=DAYS_LATER))
    found = traced([*honest(), *bridges])
    for a, b in pairs:
        assert not found.share_an_origin(a.name, b.name)
        assert found.established(a.name) == {a.outlet}
    assert not pressure.moved(Footing.of(found))


@by_name
@pytest.mark.parametrize("kind", ["spun", "boldly spun"])
def test_p4_a_spun_copy_that_claims_an_earlier_date_is_never_the_origin(kind: str, one: Invented) -> None:
    found = traced([*honest(), *copies(kind, one, 1, LONG_BEFORE)])
    assert not found.ties(one.name)
    assert not pressure.moved(Footing.of(found))
    assert found.origins("copy-0") == found.origins(one.name)


@pytest.mark.parametrize("size", [2, 3, 4, 5, 6])
def test_p5_a_ring_among_copies_establishes_nothing(size: int) -> None:
    ring = pressure.ring(size)
    prints = [report(pressure.named(r.text, n), f"print-{n}", outlet=f"Hub {n}") for n, r in enumerate(ring * 20)]
    assert not any(o.established for o in traced([*ring, *prints]).lineage.origins)


def test_p7_every_altered_number_name_and_quotation_is_reported() -> None:
    cases = pressure.every_edit(EVERY)
    assert len(cases) > 350
    share, missed = pressure.recall(cases)
    assert share >= 0.99, missed


@pytest.mark.parametrize("kind", ["exact", "excerpt", "tail"])
def test_p7_nothing_is_reported_of_what_was_not_altered(kind: str) -> None:
    for one in EVERY:
        assert pressure.false_changes(KINDS[kind](one.text, ""), one.text) == []


def test_p7_a_stitched_page_has_changed_nothing_of_its_donors() -> None:
    for one in EVERY:
        for other in EVERY:
            if other is not one:
                assert pressure.false_changes(stitched(one.text, other.text), one.text, put_in=False) == []


class TestP8Flood:
    """A flood of near-copies through the index alone, which is where a flood would stall the journey."""

    @staticmethod
    def copies(count: int) -> Iterator[tuple[str, Fingerprint]]:
        known = Vocabulary(load_words())
        for n in range(count):
            yield f"flood-{n}", fingerprint(low_words(pressure.near(TANKS.text, n)), known)

    @staticmethod
    def library() -> dict[str, Fingerprint]:
        texts = {one.name: one.text for one in HONEST}
        texts |= {f"spun {one.name}": spun(one.text) for one in HONEST if one is not TANKS}
        texts |= {"page": stitched(RIFLES.text, SHELLS.text), "print": edited(UPGRADE.text)}
        return {name: grams_of(text) for name, text in texts.items()}

    def test_honest_reports_find_one_another_as_without_it_and_it_costs_bounded_room(self) -> None:
        library = self.library()
        calm, flooded = Index(), Index()
        for name, grams in library.items():
            calm.add(name, grams)
            flooded.add(name, grams)
        room, grams_of_copies = [], 0
        step = max(1, FLOOD // 4)
        for number, (name, grams) in enumerate(self.copies(FLOOD), 1):
            flooded.add(name, grams)
            grams_of_copies += len(grams.grams)
            if number % step == 0:
                flooded.pack()
                room.append(flooded.resident_bytes)
        for name, grams in library.items():
            found = flooded.promising(name, grams)
            assert len(found) <= MOST_PROMISING
            kept = [o for o in found if o in library and shares_enough(grams, library[o])]
            if name != "tanks":
                assert kept == [o for o in calm.promising(name, grams) if shares_enough(grams, library[o])]
        assert room[-1] < 0.1 * 8 * grams_of_copies, "most postings of a flood are dropped"

    def test_a_copy_finds_a_bounded_number_of_others(self) -> None:
        index = Index()
        prints = dict(self.copies(min(FLOOD, 5000)))
        for name, grams in prints.items():
            index.add(name, grams)
        index.pack()
        for name in list(prints)[:: max(1, len(prints) // 200)]:
            assert len(index.promising(name, prints[name])) <= MOST_PROMISING

    def test_order_changes_no_answer(self) -> None:
        prints = dict(self.copies(min(FLOOD, 3000)))
        order = list(prints)
        chance = np.random.default_rng(5)
        indexes = []
        for _ in range(3):
            index = Index()
            for number, name in enumerate(order):
                index.add(name, prints[name])
                if number % 701 == 700:
                    index.pack()
            indexes.append(index)
            chance.shuffle(order)
        for name in list(prints)[::50]:
            answers = [index.promising(name, prints[name]) for index in indexes]
            assert answers[0] == answers[1] == answers[2]

    def test_adding_and_asking_need_no_more_memory_as_the_flood_goes_on(self) -> None:
        index = Index()
        peaks = []
        tracemalloc.start()
        try:
            for number, (name, grams) in enumerate(self.copies(min(FLOOD, 8000)), 1):
                index.add(name, grams)
                if number % 2000 == 0:
                    index.promising(name, grams)
                    peaks.append(tracemalloc.get_traced_memory()[1])
                    tracemalloc.reset_peak()
        finally:
            tracemalloc.stop()
        # What grows is the name of each report, its mark, and the grams that it alone has.
        assert not peaks or peaks[-1] - peaks[0] < 6000 * 3000


def test_p8_links_and_origins_of_the_honest_part_are_those_without_the_flood() -> None:
    library = [
        *honest(),
        report(spun(SHELLS.text), "spun shells", outlet="Hub A", published="2025-11-20"),
        report(edited(UPGRADE.text), "print", outlet="Hub B", published="2025-11-20"),
        report(stitched(RIFLES.text, SHELLS.text), "page", outlet="Hub C", published="2025-11-20"),
    ]
    before = traced(library)
    after = traced([*library, *pressure.near_copies(TANKS, min(FLOOD // 50, COPIES))])
    for name in [*(one.name for one in EVERY if one is not TANKS), "spun shells", "print", "page"]:
        assert before.ties(name) == after.ties(name)
        assert before.credits(name) == after.credits(name)
        assert before.origins(name) == after.origins(name)
    assert not pressure.moved(Footing.of(after))
