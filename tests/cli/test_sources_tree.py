from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from secondsource.cli.output import plain
from secondsource.model.evidence import Reason
from secondsource.model.lineage import OriginPassage, Passage
from tests.cli.lineages import Line, change, places, printed, tree
from tests.factory import Press

RELATIONS = ["copy", "reworded", "stitched", "version", "cites", "denies"]


def paper() -> Press:
    """A report, its reprint, and a reworded copy of the reprint."""
    press = Press()
    first, reprint, spun = press.report("first"), press.report("reprint", "2019-03-07"), press.report("spun", None)
    press.origin(first, reprint, spun)
    press.link(reprint, first, "copy")
    changes = (change("number"), change("name"), change("name"), change("hedge"), change("phrase"))
    press.link(spun, reprint, "reworded", changes=changes)
    return press


def ring(*names: str) -> Press:
    """Reports of which each credits the next, and the last the first."""
    press = Press()
    members = [press.report(name) for name in names]
    press.origin(*members, label=", ".join(names), kind="unknown", established=False)
    for taker, donor in zip(members, [*members[1:], members[0]], strict=True):
        press.link(taker, donor, "cites", outlet=donor.outlet)
    return press


def test_the_root_says_what_the_origin_is_and_why_it_counts() -> None:
    assert tree(paper())[0] == Line(0, "first  (outlet, in library, established: for a test)", ())
    unseen = Press()
    unseen.origin(unseen.report("brief"), label="Agency", kind="agency", seen=False, established=False)
    assert tree(unseen)[0].text == "Agency  (agency, unseen, not established: for a test)"


def test_a_report_stands_beneath_the_one_it_took_from() -> None:
    press = paper()
    assert places(press, "first")[0].text.endswith("(first, 2019-03-06)  its own reporting")
    assert [line.above for line in places(press, "reprint")] == [("first", "first.md")]
    assert [line.above for line in places(press, "spun")] == [("first", "first.md", "reprint.md")]


def test_a_reworded_copy_says_how_much_it_took_and_what_it_changed_for_the_worse() -> None:
    (spun,) = places(paper(), "spun")
    assert "reworded, 100% of its words, direction determined, 3 serious changes (2 name, 1 number)" in spun.text
    assert "(spun, 2019-01-01 to 2026-11-22)" in spun.text
    assert "no serious change" in places(paper(), "reprint")[0].text


def test_a_stitched_page_stands_beneath_each_donor_with_its_share() -> None:
    press = Press()
    one, other, page = press.report("one"), press.report("other"), press.report("page")
    press.tells(page, "x" * 99)
    for donor, start, end in ((one, 0, 60), (other, 60, 90)):
        press.origin(donor, page)
        press.link(page, donor, "stitched", passages=(Passage(start=start, end=end, of_start=0, of_end=9),))
        press.origins[-1] = replace(
            press.origins[-1],
            passages=(
                OriginPassage(report=donor.id, start=0, end=99),
                OriginPassage(report=page.id, start=start, end=end),
            ),
        )
        press.links[-1] = replace(press.links[-1], coverage=(end - start) / 100)
    press.origin(page, label="donors unknown", kind="unknown", seen=False, established=False)
    press.origins[-1] = replace(press.origins[-1], passages=(OriginPassage(report=page.id, start=90, end=100),))
    found = places(press, "page")
    assert [line.above for line in found] == [("one", "one.md"), ("other", "other.md"), ("donors unknown",)]
    assert "stitched, 60% of its words" in found[0].text
    assert "stitched, 30% of its words" in found[1].text
    assert "10% of its text" in found[2].text


def test_a_page_of_unknown_donors_says_so() -> None:
    press = Press()
    page = press.report("page")
    press.link(page, None, "stitched")
    press.origin(page, label="donors unknown", kind="unknown", seen=False, established=False)
    press.origins[-1] = replace(press.origins[-1], reasons=(Reason(rule="stitched", detail="seams"),))
    assert "stitched, 100% of its words" in places(press, "page")[0].text


def test_a_credit_stands_beneath_the_outlet_that_is_not_here() -> None:
    press = Press()
    brief, copy = press.report("brief"), press.report("a-copy")
    press.origin(brief, copy, label="Agency", kind="agency", seen=False)
    press.link(brief, None, "cites", outlet="Agency")
    press.link(copy, brief, "copy")
    press.link(copy, None, "cites", outlet="Agency")
    assert places(press, "brief")[0].above == ("Agency",)
    assert [line.above for line in places(press, "a-copy")] == [("Agency", "brief.md"), ("Agency",)]
    assert places(press, "a-copy")[1].text.endswith("shown above")


def test_a_tie_that_explains_nothing_of_what_came_from_an_origin_is_not_in_its_tree() -> None:
    press = Press()
    one, other = press.report("one"), press.report("other")
    press.origin(one, other, label="Agency", seen=False)
    press.link(one, None, "cites", outlet="Agency", passages=(Passage(start=0, end=10),))
    press.link(other, None, "cites", outlet="Agency", passages=(Passage(start=0, end=10),))
    press.link(other, one, "excerpt", passages=(Passage(start=50, end=90, of_start=50, of_end=90),))
    parts = tuple(OriginPassage(report=report.id, start=0, end=10) for report in (one, other))
    press.origins[-1] = replace(press.origins[-1], passages=parts)
    assert [line.above[0] for line in places(press, "other")] == [
        "Agency",
        "credits and shared text that lead to no origin",
    ]


def test_an_answer_is_no_derivation() -> None:
    press = paper()
    press.link(press.outlet("ministry"), press.reports["rep-first"], "denies")
    press.link(press.outlet("desk"), None, "no-comment", outlet="Vesti", reasons=(Reason(rule="x", detail="so it is"),))
    for name in ("ministry", "desk"):
        own, answer = places(press, name)
        assert own.above == (name,)
        assert own.text.endswith("its own reporting")
        assert answer.above == ("answers, which take nothing",)
    assert "denies first.md" in places(press, "ministry")[1].text
    assert "no-comment Vesti, 100% of its words: so it is" in places(press, "desk")[1].text


def test_a_ring_ends_where_it_closes() -> None:
    found = tree(ring("one", "two", "three"))
    assert [line.above[1:] for line in found[1:]] == [
        (),
        ("one.md",),
        ("one.md", "three.md"),
        ("one.md", "three.md", "two.md"),
    ]
    assert "in a circle" in found[1].text
    assert found[-1].text.endswith("cites, 100% of its words, direction determined, shown above")


def test_what_rests_on_a_ring_stands_beneath_it() -> None:
    press = ring("two", "three")
    guest = press.report("a-guest", "2001-01-01")
    press.origins[0] = replace(
        press.origins[0],
        reports=(guest.id, *press.origins[0].reports),
        passages=(OriginPassage(report=guest.id, start=0, end=9), *press.origins[0].passages),
    )
    press.link(guest, press.reports["rep-two"], "cites")
    (found,) = places(press, "a-guest")
    assert found.above[-1] == "two.md"


def test_a_pair_of_open_direction_is_shown_once() -> None:
    press = Press()
    twin, first = press.report("twin", "2019-03-07"), press.report("first")
    press.origin(first, twin)
    press.link(first, twin, "copy", direction="undetermined")
    assert [line.text for line in tree(press)[1:]] == [
        "first.md  (first, 2019-03-06)  its own reporting",
        "twin.md  (twin, 2019-03-07)  copy, 100% of the words above, direction open, no serious change",
    ]


def test_a_version_stands_beneath_the_last_that_it_supersedes() -> None:
    press = Press()
    versions = [press.report(f"v{number}", f"2019-03-0{number}", outlet="Post") for number in range(1, 6)]
    press.origin(*versions)
    for later in range(5):
        for earlier in range(later):
            press.link(versions[later], versions[earlier], "version")
    assert [line.depth for line in tree(press)] == [0, 1, 2, 3, 4, 5]
    assert places(press, "v5")[0].above[-1] == "v4.md"


def test_a_report_of_no_origin_is_listed() -> None:
    press = paper()
    press.report("stray")
    assert [line.above for line in places(press, "stray")] == [("reports of no origin",)]


def test_a_credited_document_is_listed() -> None:
    press = Press()
    press.link(
        press.outlet("brief"), None, "cites", document="White Paper", reasons=(Reason(rule="x", detail="named"),)
    )
    assert places(press, "brief")[1].text == "brief.md  cites White Paper, 100% of its words: named"


def test_the_order_is_that_of_the_records_not_of_their_coming() -> None:
    press = paper()
    press.outlet("alone", established=False)
    turned = Press(reports=dict(reversed(press.reports.items())), links=press.links[::-1], origins=press.origins[::-1])
    assert printed(press) == printed(turned)
    assert [line.text.split("  ")[0] for line in tree(press) if not line.depth] == ["first", "alone"]


def test_names_that_could_steer_a_terminal_or_forge_a_line_do_neither() -> None:
    press = Press()
    report = replace(press.report("x", outlet="Po\x1b[31mst\u202e"), source="a\x9b2J\n└─ b\u200f.md")
    press.reports[report.id] = report
    press.origin(report, label="Po\x1b]0;st\nforged")
    press.link(report, None, "denies", outlet="V\x07esti", reasons=(Reason(rule="x", detail="be\x1bcause\nof"),))
    lines = printed(press)
    assert all(line == plain(line) and "\n" not in line for line in lines)
    assert len(list(filter(None, lines))) == 4


def test_lines_fit_the_terminal() -> None:
    assert max(len(line) for line in printed(paper(), 60)) <= 60
    assert " ".join("".join(printed(paper(), 60)).split()).count(".md") == 3


@st.composite
def libraries(draw: st.DrawFn) -> Press:
    """Reports with links and origins of any kind between them."""
    press = Press()
    reports = [press.report(f"r{number}") for number in range(draw(st.integers(1, 7)))]
    some = st.sampled_from(reports)
    for _ in range(draw(st.integers(0, 3))):
        press.origin(*draw(st.lists(some, min_size=1, unique=True)), seen=draw(st.booleans()))
        press.origins[-1] = replace(press.origins[-1], id=f"org-{len(press.origins)}", label=f"o{len(press.origins)}")
    for number in range(draw(st.integers(0, 15))):
        taker, donor = draw(some), draw(st.one_of(st.none(), some))
        if taker != donor:
            way = draw(st.sampled_from(["determined", "undetermined"]))
            press.link(taker, donor, draw(st.sampled_from(RELATIONS)), direction=way, outlet=f"r{number}")
            press.links[-1] = replace(press.links[-1], id=f"lnk-{number}", coverage=number / 100)
    return press


@given(libraries())
def test_no_report_and_no_tie_is_lost_and_none_is_told_twice_in_a_tree(press: Press) -> None:
    found = tree(press)
    assert {line.text.split("  ")[0] for line in found} >= {report.source for report in press.reports.values()}
    for link in press.links:
        share = f" {round(link.coverage * 100)}% of "
        trees = [line.above[0] for line in found if line.depth and share in line.text]
        assert trees or link.relation == "version", "a version of a version may stand for it"
        assert len(trees) == len(set(trees))
