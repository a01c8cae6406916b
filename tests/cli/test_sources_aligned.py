from dataclasses import replace

import pytest
from rich.console import Console

from secondsource.cli.sources_aligned import aligned_blocks
from secondsource.model.lineage import Change, Link, Passage
from secondsource.model.report import Report
from tests.publish.factory import report
from tests.publish.sample_lineage import REWORDED, STITCHED_UNSEEN
from tests.publish.sample_reports import REPORTS


def page(link: Link, width: int, *more: Report) -> str:
    """What is printed of a link between the invented reports, and of `more`, on a terminal without colour."""
    console = Console(width=width, color_system=None)
    reports = {one.id: one for one in (*REPORTS, *more)}
    with console.capture() as printed:
        for block in aligned_blocks(link, reports, width):
            console.print(block)
    return printed.get()


def columns(printed: str) -> list[tuple[str, str]]:
    """The two texts of each line of each pair of columns."""
    cells = (line.split("│") for line in printed.splitlines() if "│" in line)
    return [(left.strip(), right.strip()) for left, right in cells]


def test_a_sentence_stands_beside_its_source_with_every_change_marked() -> None:
    left, right = next(pair for pair in columns(page(REWORDED, 400)) if "roughly" in pair[0])
    assert left.startswith("Two people close to the talks pointed to the [-price of-] the drones, which [-last year-]")
    assert left.endswith(" was roughly [-!number: $16 million-] each.")
    assert right.startswith("Two people close to the talks pointed to the {+worth of+} the drones, which {+final yr+}")
    assert right.endswith(" was roughly {+!number: $60 million+} each.")


def test_words_left_out_leave_a_mark_where_they_would_stand() -> None:
    lines = columns(page(REWORDED, 400))
    assert ("Kestia said no[-, for the time being-].", "Kestia said no{++}.") in [
        (left[left.index("Kestia said") :], right[right.index("Kestia said") :])
        for left, right in lines
        if "Kestia said" in left
    ]
    (right,) = (right for left, right in lines if "only about aircraft" in left)
    assert "This is {+!negation+}only" in right


@pytest.mark.parametrize("width", [80, 100, 161])
def test_two_columns_fit_the_page(width: int) -> None:
    printed = page(REWORDED, width)
    assert max(map(len, printed.splitlines())) <= width
    assert columns(printed)


@pytest.mark.parametrize("width", [20, 79])
def test_on_a_narrow_page_the_texts_stand_one_above_the_other(width: int) -> None:
    printed = page(REWORDED, width)
    assert max(map(len, printed.splitlines())) <= width
    assert "│" not in printed
    flat = " ".join(printed.split())
    assert "- Three serving [-officials-] who would not be [-named-] say" in flat
    assert "+ Three serving {+officers+} who would not be {+titled+} say" in flat


def test_each_passage_says_which_characters_it_is() -> None:
    printed = page(REWORDED, 400)
    for number, one in enumerate(REWORDED.passages, start=1):
        place = f"characters {one.start}-{one.end} of reports/pulse.txt beside {one.of_start}-{one.of_end} of"
        assert f"passage {number} of 4: {place} reports/courier.txt" in printed


def test_changes_are_listed_by_kind_with_the_serious_kinds_first() -> None:
    listed = page(REWORDED, 400).split("15 changes\n")[1].splitlines()
    assert [line for line in listed if line and not line.startswith(" ")] == [
        "!name changed, 1",
        "!negation changed, 1",
        "!number changed, 1",
        "!quotation changed, 2",
        "hedge changed, 1",
        "reworded, 9",
    ]
    assert listed[listed.index("!number changed, 1") + 1] == "   “$16 million” → “$60 million”"
    assert "   “not” → nothing" in listed


def test_a_change_made_twice_is_listed_once_with_its_number() -> None:
    donor, taker = report("a", "big boats and big guns"), report("b", "vast boats and vast guns")
    changes = tuple(
        Change(kind="phrase", start=at, end=at + 4, of_start=of, of_end=of + 3) for at, of in ((0, 0), (15, 14))
    )
    whole = (Passage(start=0, end=24, of_start=0, of_end=22),)
    link = replace(REWORDED, report=taker.id, of=donor.id, passages=whole, changes=changes)
    printed = page(link, 100, donor, taker)
    assert "   “big” → “vast”, 2 times" in printed
    assert "[-big-] boats and [-big-] guns" in printed


def test_an_open_direction_is_said() -> None:
    assert "direction open" in page(replace(REWORDED, direction="undetermined"), 400).split("passage")[0]
    assert "direction open" not in page(REWORDED, 400)


def test_without_a_donor_the_passages_stand_alone() -> None:
    printed = page(STITCHED_UNSEEN, 400)
    assert "stitched from unknown donors" in printed
    assert "\n+ He said the two sides would meet again in spring.\n" in printed
    assert "│" not in printed
    assert "change" not in printed


@pytest.mark.parametrize("width", [60, 200])
def test_nothing_in_a_text_steers_the_terminal_or_breaks_a_row(width: int) -> None:
    text = "Boats \x1b[2Jcame\x9b in\u202e.\r\n\n[bold]Guns[/bold]\tleft\x07."
    donor, taker = report("a", text, source="a\x1b[31m\n.txt"), report("b", text)
    whole = Passage(start=0, end=len(text), of_start=0, of_end=len(text))
    change = Change(kind="name", start=6, end=15, of_start=6, of_end=15)
    link = replace(REWORDED, report=taker.id, of=donor.id, passages=(whole,), changes=(change,))
    printed = page(link, width, donor, taker)
    assert not set("\x1b\x9b\u202e\r\x07\t") & set(printed)
    assert "[bold]Guns[/bold] left\ufffd" in printed
