"""The aligned reader: nothing lost on either side, cut in step, changes in their places."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.lineage import Change, Passage
from secondsource.publish.aligned import aligned_rows, change_counts
from secondsource.publish.views import AlignedRow, Run

from .press import COURIER, DIGEST, PULSE
from .sample_lineage import REWORDED, STITCHED_UNSEEN

OFFSETS = st.integers(0, 40)


def joined(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


class TestAlignedRows:
    def test_each_sentence_stands_beside_its_source(self) -> None:
        rows = aligned_rows(REWORDED, PULSE, COURIER)
        assert len(rows) == 8
        price = next(row for row in rows if "$60 million" in joined(row.taking))
        assert joined(price.donor).strip().startswith("Two people close to the talks")
        assert Run(text="$16 million", kind="altered", note="number changed") in price.donor

    def test_both_sides_are_whole(self) -> None:
        rows = aligned_rows(REWORDED, PULSE, COURIER)
        assert "".join(joined(row.taking) for row in rows) == "".join(PULSE[p.start : p.end] for p in REWORDED.passages)
        assert "".join(joined(row.donor) for row in rows) == "".join(
            COURIER[p.of_start : p.of_end] for p in REWORDED.passages
        )

    def test_left_out_words_leave_a_mark(self) -> None:
        row = next(row for row in aligned_rows(REWORDED, PULSE, COURIER) if "said no" in joined(row.taking))
        assert Run(text="", kind="reworded", note="hedge changed") in row.taking

    def test_without_a_donor_only_the_taking_side_is_filled(self) -> None:
        rows = aligned_rows(STITCHED_UNSEEN, DIGEST, None)
        assert [row.donor for row in rows] == [(), ()]
        assert joined(rows[0].taking).startswith("He said")

    def test_sentences_pair_off_though_their_paragraphs_differ(self) -> None:
        text, donor = "One two. Three four. Five.", "One two.\n\nThree fore.\n\nFive."
        change = Change(kind="phrase", start=15, end=20, of_start=16, of_end=21)
        whole = Passage(start=0, end=len(text), of_start=0, of_end=len(donor))
        rows = aligned_rows(replace(REWORDED, passages=(whole,), changes=(change,)), text, donor)
        assert [joined(row.taking).strip() for row in rows] == ["One two.", "Three four.", "Five."]
        assert [joined(row.donor).strip() for row in rows] == ["One two.", "Three fore.", "Five."]

    def test_words_left_out_at_a_sentence_end_are_marked_on_both_sides(self) -> None:
        text, donor = "One two. Five six.", "One two. Not so. Five six."
        change = Change(kind="phrase", start=8, end=8, of_start=8, of_end=16)
        whole = Passage(start=0, end=len(text), of_start=0, of_end=len(donor))
        rows = aligned_rows(replace(REWORDED, passages=(whole,), changes=(change,)), text, donor)
        assert sum(run.kind == "reworded" for row in rows for run in row.taking) == 1
        assert [run.text for row in rows for run in row.donor if run.kind == "reworded"] == [" Not so."]

    @given(st.lists(st.tuples(OFFSETS, OFFSETS, OFFSETS, OFFSETS), max_size=8))
    def test_no_change_however_odd_loses_or_doubles_text(self, spans: list[tuple[int, int, int, int]]) -> None:
        text, donor = "One two. Three four. Five six! Seven eig", "One too. Three for. Five sax! Seven ate. Nine"
        changes = tuple(
            Change(kind="phrase", start=min(a, b), end=max(a, b), of_start=min(c, d), of_end=max(c, d))
            for a, b, c, d in spans
        )
        whole = Passage(start=0, end=len(text), of_start=0, of_end=len(donor))
        rows: tuple[AlignedRow, ...] = aligned_rows(replace(REWORDED, passages=(whole,), changes=changes), text, donor)
        assert "".join(joined(row.taking) for row in rows) == text
        assert "".join(joined(row.donor) for row in rows) == donor


class TestChangeCounts:
    def test_serious_changes_come_first(self) -> None:
        counts = change_counts(REWORDED, PULSE, COURIER)
        assert [one.serious for one in counts] == [True] * 5 + [False] * 10
        number = next(one for one in counts if one.kind == "number changed")
        assert (number.was, number.now, number.times) == ("$16 million", "$60 million", 1)
