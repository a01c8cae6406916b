from dataclasses import replace
from hashlib import sha256

import pytest

from secondsource.errors import StoreError
from secondsource.model.evidence import Reason
from secondsource.model.ledger import Entry, Ledger
from secondsource.model.lineage import Lineage, Link, Passage
from secondsource.model.report import Bounds, Discard, Raw, Region, Report, Stretch
from secondsource.model.statement import Reading
from secondsource.store import Kept, Library, Snapshot, State, storable

EMPTY = Ledger(entries=(), statements=(), quotes=(), informants=(), utterances=())
STATE = State(reports="r", knowledge="k", version="v", today="2026-03-01")


def report(name: str, text: str = "A report.", source: str | None = None) -> Report:
    return Report(
        id=f"rep-{name}",
        source=source or f"{name}.txt",
        url=None,
        text=text,
        sha256=sha256(text.encode()).hexdigest(),
        reader="read-1",
        bounds=Bounds(low="2020-01-01", high="2020-12-31", reasons=("because",)),
        furniture=(Stretch(start=0, end=1),),
        regions=(Region(start=0, end=2, kind="headline"),),
    )


def kept(one: Report, data: bytes = b"bytes") -> Kept:
    return Kept(report=one, raw=Raw(source=one.source, data=data), read_on="2026-03-01", knowledge="k")


def link(taker: str, donor: str) -> Link:
    return Link(
        id=f"lnk-{taker}-{donor}",
        report=f"rep-{taker}",
        of=f"rep-{donor}",
        relation="copy",
        direction="determined",
        coverage=0.25,
        confidence=0.1 + 0.2,
        passages=(Passage(start=0, end=3, of_start=1, of_end=4),),
    )


def test_reports_come_back_as_they_went_in(library: Library) -> None:
    one, two = report("b", "Ω 𝄞 \x01 text\nwith lines"), report("a")
    assert library.keep([kept(one), kept(two)], []) == 2
    assert library.reports() == [two, one]
    assert [k.raw.data for k in library.kept()] == [b"bytes", b"bytes"]


def test_a_report_given_again_is_not_new(library: Library) -> None:
    library.keep([kept(report("a"))], [])
    assert library.keep([kept(report("a"))], []) == 0


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_two_sources_of_one_report_the_plainer_is_kept_in_any_order(
    library: Library, order: tuple[int, int]
) -> None:
    pair = [report("a", source="a.txt"), report("a", source="mirror/a.txt")]
    for place in order:
        library.keep([kept(pair[place])], [])
    assert [r.source for r in library.reports()] == ["a.txt"]


def test_a_file_mended_around_its_text_takes_the_place_of_the_first(library: Library) -> None:
    library.keep([kept(report("a"))], [])
    library.keep_derivations({"rep-a"}, [], "key")
    mended = replace(report("a"), outlet="The Courier")
    assert library.keep([kept(mended, b"other bytes")], []) == 0
    assert library.reports() == [mended]
    assert library.uncompared("key") == {"rep-a"}, "what rested on the first is worked out again"


def test_a_discard_stands_until_its_source_gives_a_report(library: Library) -> None:
    refused = Discard(source="a.txt", reason="empty", detail="holds no bytes")
    library.keep([], [refused])
    library.keep([], [refused])
    assert library.discards() == [refused]
    library.keep([kept(report("a"))], [])
    assert library.discards() == []


def test_remove_takes_everything_that_hangs_on_a_report(library: Library) -> None:
    library.keep([kept(report("a")), kept(report("b"))], [])
    library.keep_derivations({"rep-a", "rep-b"}, [(link("a", "b"), 0.5)], "key")
    library.keep_readings([(Reading(report="rep-a", statements=(), quotes=()), "key")])
    assert library.remove({"rep-a"}) == 1
    assert library.derivations() == []
    assert library.readings({"rep-a": "key"}) == {}
    assert library.faults() == []


def test_derivations_come_back_and_a_second_look_replaces_them(library: Library) -> None:
    library.keep([kept(report("a")), kept(report("b")), kept(report("c"))], [])
    assert library.uncompared("key") == {"rep-a", "rep-b", "rep-c"}
    found = [(link("a", "b"), 0.1 + 0.2), (link("b", "c"), 1.0)]
    library.keep_derivations({"rep-a", "rep-b", "rep-c"}, found, "key")
    assert library.uncompared("key") == frozenset()
    assert library.derivations() == found
    assert library.uncompared("other key") == {"rep-a", "rep-b", "rep-c"}
    library.keep_derivations({"rep-a"}, [(link("a", "c"), 0.5)], "other key")
    assert [one.id for one, _ in library.derivations()] == ["lnk-a-c", "lnk-b-c"]


def test_a_reading_is_found_under_its_key_only(library: Library) -> None:
    library.keep([kept(report("a"))], [])
    reading = Reading(report="rep-a", statements=(), quotes=())
    library.keep_readings([(reading, "one")])
    assert library.readings({"rep-a": "one"}) == {"rep-a": reading}
    assert library.readings({"rep-a": "two"}) == {}
    library.keep_readings([(reading, "two")])
    assert library.readings({"rep-a": "one"}) == {}


def test_a_snapshot_is_replaced_whole_and_only_when_it_differs(library: Library) -> None:
    library.keep([kept(report("a")), kept(report("b"))], [])
    reason = Reason(rule="r", detail="d")
    entry = Entry(id="ent-1", kind="deal", band="register", history=(), statements=(), quantity=36.0, reasons=(reason,))
    first = Snapshot(
        lineage=Lineage(links=(link("b", "a"), link("a", "b")), origins=()),
        ledger=replace(EMPTY, entries=(entry,)),
        state=STATE,
    )
    assert library.replace_snapshot(first)
    assert library.snapshot() == first
    assert not library.replace_snapshot(first)
    second = Snapshot(lineage=Lineage(links=(), origins=()), ledger=EMPTY, state=STATE)
    assert library.replace_snapshot(second)
    assert library.snapshot() == second


def test_a_failed_batch_leaves_nothing_behind(library: Library) -> None:
    unreadable = replace(report("b"), title="half a pair: \ud800")
    with pytest.raises(UnicodeEncodeError):
        library.keep([kept(report("a")), kept(unreadable)], [])
    assert library.reports() == []
    assert not storable(unreadable)


def test_unfinished_until_a_snapshot_of_these_reports_is_kept(library: Library) -> None:
    assert not library.unfinished()
    library.keep([kept(report("a"))], [])
    assert library.unfinished()
    library.replace_snapshot(
        Snapshot(
            lineage=Lineage(links=(), origins=()), ledger=EMPTY, state=replace(STATE, reports=library.reports_key())
        )
    )
    assert not library.unfinished()
    library.remove({"rep-a"})
    assert library.unfinished()


def test_a_damaged_record_is_named(library: Library) -> None:
    library.keep([kept(report("a"))], [])
    with library._writing() as connection:
        connection.exec_driver_sql("UPDATE reports SET record = '{\"id\": 3}'")
    with pytest.raises(StoreError, match="report rep-a cannot be read"):
        library.reports()
