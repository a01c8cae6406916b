"""What copies, pages put together, rings, false dates and floods must not move: rows P1 to P8 of the threat list.

Sizes are small here; `tests/soak` has the full ones. What is asserted of origins: the number of established ones never
rises, and each honest report keeps the origins that it had.
"""

from collections.abc import Callable

import pytest

from secondsource.knowledge import load
from secondsource.lineage import compare
from secondsource.lineage import index as index_module
from secondsource.model.report import Report
from tests.lineage import pressure
from tests.lineage.copying import edited, excerpt, paragraphs, plain, spun, stitched
from tests.lineage.invented import (
    EVERY,
    HELICOPTERS,
    HONEST,
    HOWITZERS,
    NOTICE,
    RELEASE,
    RIFLES,
    SHELLS,
    SIGNING,
    TANKS,
    TOLD,
    TRAINERS,
    UPGRADE,
    Invented,
)
from tests.lineage.press import report, samples, traced
from tests.lineage.pressure import DAYS_LATER, KINDS, LONG_BEFORE, NO_DAY, Footing, copies, honest

WHOLE_KINDS = [kind for kind in KINDS if kind != "stitched"]
SOON = "2025-11-20"
by_name = pytest.mark.parametrize("one", EVERY, ids=lambda one: one.name)


class TestP1Copies:
    @pytest.mark.parametrize("kind", WHOLE_KINDS)
    @pytest.mark.parametrize("day", [DAYS_LATER, NO_DAY], ids=["later", "no day"])
    def test_a_copy_of_each_raises_nothing(self, kind: str, day: str) -> None:
        found = traced([*honest(), *pressure.one_copy_each(kind, day)])
        after = Footing.of(found)
        assert not pressure.rises(after)
        assert not pressure.moved(after)
        for one in EVERY:
            assert found.share_an_origin(f"copy-{one.name}", one.name)

    @pytest.mark.parametrize("kind", WHOLE_KINDS)
    def test_ten_copies_raise_nothing(self, kind: str) -> None:
        made = copies(kind, TANKS, 10)
        found = traced([*honest(), *made])
        after = Footing.of(found)
        assert not pressure.rises(after)
        assert not pressure.moved(after)
        assert all(found.share_an_origin(f"copy-{n}", "tanks") for n in range(10))

    def test_copies_of_every_kind_together_raise_nothing(self) -> None:
        made = [
            report(KINDS[kind](TRAINERS.text, ""), f"{n}-{day}", outlet=f"Hub {n} {day}", **pressure.dated(day))
            for n, kind in enumerate(WHOLE_KINDS)
            for day in (SOON, NO_DAY)
        ]
        after = Footing.of(traced([*honest(), *made]))
        assert not pressure.rises(after)
        assert not pressure.moved(after)

    def test_copies_of_copies_raise_nothing(self) -> None:
        texts = [SHELLS.text]
        for number, make in enumerate((edited, spun, excerpt, edited)):
            texts.append(pressure.named(make(texts[-1]), number))
        made = [report(t, f"copy-{n}", outlet=f"Hub {n}", published=f"2025-06-1{n}") for n, t in enumerate(texts[1:])]
        found = traced([*honest(), *made])
        after = Footing.of(found)
        assert not pressure.rises(after)
        assert not pressure.moved(after)
        assert all(found.share_an_origin(f"copy-{n}", "shells") for n in range(len(made)))

    def test_stitched_pages_move_no_honest_report(self) -> None:
        found = traced([*honest(), *pressure.one_copy_each("stitched", DAYS_LATER)])
        assert not pressure.moved(Footing.of(found))

    @pytest.mark.parametrize("one", [HOWITZERS, SHELLS, TANKS, RIFLES, NOTICE], ids=lambda one: one.name)
    def test_a_stitched_page_is_of_both(self, one: Invented) -> None:
        found = traced([*honest(), *copies("stitched", one, 1)])
        assert found.share_an_origin("copy-0", one.name)
        assert found.share_an_origin("copy-0", pressure.neighbour(one).name)

    def test_two_prints_of_a_stitched_page_are_of_both(self) -> None:
        found = traced([*honest(), *copies("stitched", HOWITZERS, 2)])
        for page in ("copy-0", "copy-1"):
            assert found.share_an_origin(page, HOWITZERS.name)
            assert found.share_an_origin(page, pressure.neighbour(HOWITZERS).name)

    @pytest.mark.parametrize("one", [RIFLES, UPGRADE, SIGNING], ids=lambda one: one.name)
    def test_a_stitched_page_raises_nothing(self, one: Invented) -> None:
        assert not pressure.rises(Footing.of(traced([*honest(), *copies("stitched", one, 1, DAYS_LATER)])))

    def test_a_stitched_page_without_credits_raises_nothing(self) -> None:
        bare = {one.name: one.text.replace(f"told the {one.outlet}", "said") for one in (HOWITZERS, SHELLS)}
        page = report(stitched(*bare.values()), "page", outlet="Globe Digest", published=DAYS_LATER)
        assert not pressure.rises(Footing.of(traced([*honest(), page])))

    def test_a_print_of_a_page_of_unknown_donors_makes_it_no_origin(self) -> None:
        page = next(r for r in samples() if r.source.startswith("04-stitched"))
        copy = report(page.text, "copy", outlet="Newsy Hub", published=DAYS_LATER)
        assert {o.label for o in traced([page, copy]).lineage.origins} == {"donors unknown"}

    def test_a_page_of_unknown_donors_is_of_unknown_donors(self) -> None:
        page = next(r for r in samples() if r.source.startswith("04-stitched"))
        assert {o.label for o in traced([page]).lineage.origins} == {"donors unknown"}


class TestP2Independence:
    @pytest.mark.parametrize("one", TOLD, ids=lambda one: one.name)
    def test_one_report_with_access_of_its_own_adds_one_established_origin(self, one: Invented) -> None:
        others = [r for r in EVERY if r is not one]
        without, together = (traced([r.report() for r in reports]) for reports in (others, EVERY))
        count = [sum(o.established for o in found.lineage.origins) for found in (without, together)]
        assert count[1] == count[0] + 1
        assert len(together.lineage.origins) == len(without.lineage.origins) + 1
        assert together.established(one.name) == {one.outlet}

    def test_it_does_so_beside_copies_of_all_others(self) -> None:
        others = [r for r in EVERY if r is not TRAINERS]
        crowd = [
            *(r.report() for r in others),
            *(report(spun(r.text), f"copy-{r.name}", outlet=f"Hub {r.name}", published=DAYS_LATER) for r in others),
        ]
        without, together = traced(crowd), traced([*crowd, TRAINERS.report()])
        count = [sum(o.established for o in found.lineage.origins) for found in (without, together)]
        assert count[1] == count[0] + 1

    def test_one_release_that_two_reporters_quote_is_one_origin_for_the_release(self) -> None:
        found = traced([one.report() for one in (RELEASE, SIGNING, NOTICE)])
        [of_release] = found.origins("release")
        assert (of_release.kind, of_release.established, of_release.label) == ("release", True, RELEASE.outlet)
        assert found.established("signing") == {SIGNING.outlet}
        assert found.established("notice") == {NOTICE.outlet}
        assert len(found.lineage.origins) == 3

    def test_two_who_print_a_release_are_of_its_origin_and_their_own_reporting_counts_apart(self) -> None:
        prints = [
            report(f"{RELEASE.text}\n\nWith our own pictures.", f"print-{n}", outlet=outlet, published="2025-05-08")
            for n, outlet in enumerate(("Salto Sheet", "Rocha Post"))
        ]
        found = traced([RELEASE.report(), SIGNING.report(), *prints])
        [of_release] = found.origins("release")
        assert found.origins("print-0") == found.origins("print-1") == [of_release]
        assert {o.label for o in found.lineage.origins if o.established} == {RELEASE.outlet, SIGNING.outlet}


class TestP3Bridges:
    def bridge(self, number: int, *texts: str) -> Report:
        text = pressure.named(stitched(*texts), number)
        return report(text, f"bridge-{number}", outlet=f"Digest {number}", published=DAYS_LATER)

    @pytest.mark.parametrize("count", [1, 5])
    @pytest.mark.parametrize("make", [lambda t: t, spun], ids=["as printed", "spun"])
    def test_bridges_neither_join_nor_take_an_origin(self, count: int, make: Callable[[str], str]) -> None:
        bridges = [self.bridge(n, make(RIFLES.text), make(SHELLS.text)) for n in range(count)]
        found = traced([*honest(), *bridges])
        assert not found.share_an_origin("rifles", "shells")
        assert not pressure.moved(Footing.of(found))
        assert found.established("rifles") == {RIFLES.outlet}
        assert found.established("shells") == {SHELLS.outlet}

    def test_a_chain_of_bridges_joins_no_two(self) -> None:
        links = [(RIFLES, SHELLS), (SHELLS, TANKS), (TANKS, UPGRADE), (UPGRADE, RIFLES)]
        found = traced([*honest(), *(self.bridge(n, a.text, b.text) for n, (a, b) in enumerate(links))])
        for a, b in links:
            assert not found.share_an_origin(a.name, b.name)
        assert not pressure.moved(Footing.of(found))

    def test_a_bridge_of_bridges_joins_no_two(self) -> None:
        first, second = self.bridge(1, RIFLES.text, SHELLS.text), self.bridge(2, TANKS.text, UPGRADE.text)
        found = traced([*honest(), first, second, self.bridge(3, first.text, second.text)])
        for a, b in ((RIFLES, SHELLS), (SHELLS, TANKS), (TANKS, UPGRADE), (UPGRADE, RIFLES)):
            assert not found.share_an_origin(a.name, b.name)
        assert not pressure.moved(Footing.of(found))

    def test_a_bridge_of_two_that_are_not_here_makes_them_no_donors_of_others(self) -> None:
        found = traced([self.bridge(1, RIFLES.text, SHELLS.text), TANKS.report()])
        assert found.established("tanks") == {TANKS.outlet}
        assert not found.share_an_origin("tanks", "bridge-1")


class TestP4FalseDates:
    @pytest.mark.parametrize("kind", ["spun", "boldly spun"])
    def test_spun_copies_that_claim_an_earlier_date_are_never_the_origin(self, kind: str) -> None:
        found = traced([*honest(), *pressure.one_copy_each(kind, LONG_BEFORE)])
        assert not pressure.moved(Footing.of(found))
        for one in EVERY:
            assert not found.ties(one.name)
            assert found.origins(f"copy-{one.name}") == found.origins(one.name)

    @by_name
    @pytest.mark.parametrize(("copy", "original"), [("z", "a"), ("a", "z")])
    def test_with_false_dates_the_direction_is_right_or_open(self, one: Invented, copy: str, original: str) -> None:
        pair = [plain(spun(one.text), copy, published=LONG_BEFORE), plain(one.text, original, published=SOON)]
        [found] = compare(pair, load())
        assert found.link.report == copy or found.link.direction == "undetermined"

    @pytest.mark.parametrize("kind", ["exact", "edited"])
    def test_prints_with_a_false_date_establish_no_more(self, kind: str) -> None:
        after = Footing.of(traced([*honest(), *pressure.one_copy_each(kind, LONG_BEFORE)]))
        assert after.established == pressure.before().established

    def test_part_of_a_release_with_a_false_date_does_not_take_its_origin(self) -> None:
        found = traced([*honest(), *copies("tail", RELEASE, 1, LONG_BEFORE)])
        assert found.established("release") == {RELEASE.outlet}

    def test_half_a_report_is_no_page_of_unknown_donors(self) -> None:
        found = traced([*honest(), *copies("tail", HELICOPTERS, 1, LONG_BEFORE)])
        assert found.established("helicopters") == {HELICOPTERS.outlet}
        assert "donors unknown" not in {o.label for o in found.origins("helicopters")}


class TestP5Rings:
    @pytest.mark.parametrize("size", [2, 3, 4, 5, 6])
    def test_a_ring_is_one_origin_that_is_not_established(self, size: int) -> None:
        [origin] = traced(pressure.ring(size)).lineage.origins
        assert not origin.established
        assert [reason.rule for reason in origin.reasons] == ["ring"]
        assert len(origin.reports) == size

    @pytest.mark.parametrize("size", [2, 4, 6])
    def test_a_ring_beside_honest_reports_raises_nothing(self, size: int) -> None:
        after = Footing.of(traced([*honest(), *pressure.ring(size)]))
        assert not pressure.rises(after)
        assert not pressure.moved(after)

    def test_the_order_of_a_ring_changes_nothing(self) -> None:
        made = pressure.ring(5)
        assert traced(made).lineage == traced([*reversed(made)]).lineage

    def test_copies_of_its_members_make_a_ring_no_larger(self) -> None:
        made = pressure.ring(3)
        copy = report(made[0].text, "copy", outlet="Newsy Hub", published="2025-03-02")
        assert not any(o.established for o in traced([*made, copy]).lineage.origins)

    def test_a_ring_of_which_one_was_told_rests_on_that_one(self) -> None:
        made = pressure.ring(4)
        told = f"{made[0].text.strip()} A colonel told Gazette A that he had seen the letter."
        found = traced([report(told, "ring-0", outlet="Gazette A", published="2025-03-01"), *made[1:]])
        assert {o.label for o in found.lineage.origins if o.established} == {"Gazette A"}
        assert len(found.lineage.origins) == 1


class TestP7SlippedIn:
    def test_altered_numbers_names_and_quotations_are_reported_with_both_spans(self) -> None:
        cases = pressure.every_edit(EVERY, 2)
        assert len(cases) >= 100
        assert {edit.kind for _, edit in cases} == {"number", "name", "quote"}
        share, missed = pressure.recall(cases)
        assert share >= 0.99, missed

    @by_name
    @pytest.mark.parametrize("kind", ["exact", "excerpt", "tail"])
    def test_nothing_is_reported_of_what_was_not_altered(self, kind: str, one: Invented) -> None:
        assert pressure.false_changes(KINDS[kind](one.text, ""), one.text) == []

    @by_name
    def test_how_it_is_printed_is_no_change(self, one: Invented) -> None:
        for before, after in (
            (" percent", "%"), ("defence", "defense"), ("programme", "program"), (" four ", " 4 "),
            (" eleven ", " 11 "), (" ", "\u00a0"), ("'", "’"),
        ):  # fmt: skip
            assert pressure.false_changes(one.text.replace(before, after), one.text) == []

    @by_name
    def test_what_a_site_puts_around_it_is_no_change(self, one: Invented) -> None:
        padded = f"Read more on our site.\n\n{one.text}\n\nFollow us for further news of the day."
        assert pressure.false_changes(padded, one.text) == []

    @pytest.mark.parametrize("one", [HOWITZERS, SHELLS, TANKS], ids=lambda one: one.name)
    def test_paragraphs_moved_or_put_between_are_no_changes(self, one: Invented) -> None:
        assert pressure.false_changes("\n\n".join(reversed(paragraphs(one.text))), one.text) == []
        assert pressure.false_changes(stitched(one.text, TRAINERS.text), one.text) == []

    def test_many_alterations_at_once_are_all_reported(self) -> None:
        for one in HONEST:
            text = one.text
            kept: list[pressure.Edit] = []
            for edit in sorted(pressure.edits(one.text), key=lambda e: -e.start):
                if not kept or edit.start + len(edit.before) + 25 < kept[-1].start:
                    text = edit.made(text)
                    kept.append(edit)
            link = pressure.link_of(text, one.text)
            for edit in kept:
                assert any(c.kind == edit.kind and pressure.change_stands(c, edit, link) for c in link.changes), edit


class TestP8Floods:
    @pytest.fixture(autouse=True)
    def low_caps(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A flood is what is past the caps, so that with low ones a small flood is one."""
        monkeypatch.setattr(index_module, "MOST_HOLDERS", 6)
        monkeypatch.setattr(index_module, "MOST_PROMISING", 6)

    @staticmethod
    def library() -> list[Report]:
        made = [
            report(spun(SHELLS.text), "spun shells", outlet="Hub A", published=SOON),
            report(edited(UPGRADE.text), "print", outlet="Hub B", published=SOON),
            report(stitched(RIFLES.text, SHELLS.text), "page", outlet="Hub C", published=SOON),
        ]
        return [*honest(), *made]

    def test_a_flood_changes_nothing_between_reports_that_it_copies_not(self) -> None:
        names = [one.name for one in EVERY if one is not TANKS] + ["spun shells", "print", "page"]
        before, after = traced(self.library()), traced([*self.library(), *pressure.near_copies(TANKS, 25)])
        for name in names:
            assert before.ties(name) == after.ties(name)
            assert before.credits(name) == after.credits(name)
            assert before.origins(name) == after.origins(name)

    def test_a_flood_moves_no_honest_report_to_another_origin(self) -> None:
        found = traced([*self.library(), *pressure.near_copies(TANKS, 25)])
        assert not pressure.moved(Footing.of(found))

    def test_the_pairs_looked_at_for_a_report_are_bounded(self) -> None:
        reports = [*self.library(), *pressure.near_copies(TANKS, 25)]
        found = compare(reports, load())
        copies_of_tanks = [d for d in found if {d.link.report, d.link.of} & {r.id for r in reports[-25:]}]
        assert len(copies_of_tanks) <= 2 * 6 * 27

    def test_a_flood_finds_the_same_in_any_order(self) -> None:
        reports = [*self.library(), *pressure.near_copies(TANKS, 15)]
        assert traced(reports).lineage == traced([*reversed(reports)]).lineage

    def test_a_flood_establishes_no_more(self) -> None:
        found = traced([*honest(), *pressure.near_copies(TANKS, 40)])
        assert not pressure.rises(Footing.of(found))
