"""`secondsource sources` as a user runs it, on the sample reports."""

import json
import os
import pty
import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from secondsource.store import open_library

from .conftest import SOURCE, Run, _runner
from .press import GOOD, lay_out

ORIGINAL, REPRINT, SPUN, SEAMS, STITCHED, BRIEF, CONFIRMS, BANGKOK = (
    "01-harbour-courier-patriot.md",
    "02-lakeside-reprint.html",
    "03-spun-patriot.md",
    "04-stitched-undated.txt",
    "05-stitched-gripen.md",
    "06-gulf-brief.md",
    "07-bosphorus-confirms.md",
    "08-bangkok-gripen.md",
)
ESCAPES = re.compile(r"\x1b\[[\d;]*m")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("samples")


@pytest.fixture(scope="module")
def run(folder: Path) -> Run:
    start = _runner(folder)
    assert start("demo").returncode == 0

    @cache
    def on_samples(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return start(*words, SECONDSOURCE_LIBRARY="demo/secondsource.db", **environment)

    return on_samples


def on_terminal(folder: Path, *words: str, **environment: str) -> str:
    """What `secondsource` prints where stdout is a terminal."""
    ours, theirs = pty.openpty()
    named = {"PYTHONPATH": SOURCE, "SECONDSOURCE_LIBRARY": "demo/secondsource.db", "TERM": "xterm-256color"}
    clean = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    with subprocess.Popen(
        [sys.executable, "-m", "secondsource", *words],
        cwd=folder,
        env={**clean, **named, **environment},
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
    ):
        os.close(theirs)
        printed = b""
        while chunk := _read(ours):
            printed += chunk
    os.close(ours)
    return printed.decode().replace("\r\n", "\n")


def _read(handle: int) -> bytes:
    try:
        return os.read(handle, 65536)
    except OSError:  # Linux says so when the other side has closed
        return b""


def test_a_pipe_gets_the_tree_one_line_a_report(run: Run) -> None:
    lines = run("sources").stdout.splitlines()
    assert lines[0] == "17 origins, 16 reports; 10 established on evidence of access"
    root = next(number for number, line in enumerate(lines) if line.startswith("Harbour Courier  (outlet, in library"))
    assert lines[root + 1].startswith(f"└─ demo/reports/{ORIGINAL}  (Harbour Courier, 2019-03-06)  its own reporting")
    beneath = {line[6:].split("  ")[0].removeprefix("demo/reports/"): line for line in lines[root + 2 : root + 5]}
    assert set(beneath) == {REPRINT, SPUN, BRIEF}
    assert re.search(r"  reworded, \d+% of its words, direction determined, \d+ serious changes \(\d+ ", beneath[SPUN])
    assert "copy, 98% of its words, direction determined, no serious change" in beneath[REPRINT]


def test_a_stitched_page_stands_beneath_both_donors(run: Run) -> None:
    printed = run("sources").stdout
    assert re.search(rf"12-trade-journal.*\n   └─ demo/reports/{STITCHED}  .*stitched, \d\d% of its words", printed)
    assert re.search(rf"08-bangkok.*\n   └─ demo/reports/{STITCHED}  .*stitched, \d\d% of its words", printed)


def test_a_confirmation_stands_among_the_answers_only(run: Run) -> None:
    trees, answers = run("sources").stdout.split("answers, which take nothing")
    assert "confirms " not in trees
    assert f"─ demo/reports/{CONFIRMS}  confirms demo/reports/{ORIGINAL}, 11% of its words: somebody" in answers


def test_a_terminal_breaks_the_lines_of_the_tree(run: Run, folder: Path) -> None:
    assert run("sources").returncode == 0
    lines = on_terminal(folder, "sources", COLUMNS="60", NO_COLOR="1").splitlines()
    assert max(map(len, lines)) <= 60
    assert any(line.startswith("   │  ") for line in lines), "the guides go on beside a broken label"


def test_a_report_shows_its_ties_with_every_reason(run: Run) -> None:
    whole = json.loads(run("export").stdout)
    (spun,) = (one for one in whole["reports"] if one["source"].endswith(SPUN))
    (link,) = (one for one in whole["links"] if one["report"] == spun["id"])
    printed = run("sources", SPUN).stdout
    assert f"demo/reports/{SPUN}  reworded from demo/reports/{ORIGINAL}" in printed
    assert all(f"- {reason['detail']}" in printed for reason in link["reasons"])
    assert re.search(r"^\d+% of its text from Harbour Courier  \(outlet", printed, flags=re.MULTILINE)
    by_id = run("sources", spun["id"][:-4])
    assert by_id.stdout == printed
    for passage in link["passages"]:
        assert f"characters {passage['start']}-{passage['end']} of" in " ".join(printed.split())
        assert f"beside {passage['of_start']}-{passage['of_end']} of" in " ".join(printed.split())


def test_a_report_shows_who_took_from_it_and_who_answers(run: Run) -> None:
    printed = run("sources", ORIGINAL, BANGKOK).stdout
    gave, answers = printed.split("\ngave\n")[1].split("\nanswers, which take nothing\n")
    assert [name for name in (REPRINT, SPUN, BRIEF) if f"{name}  " in gave] == [REPRINT, SPUN, BRIEF]
    assert f"{CONFIRMS}  confirms" in answers
    assert "direction" not in answers
    assert f"no text stands in both this report and demo/reports/{BANGKOK}" in answers


def test_texts_stand_side_by_side_with_marks_that_need_no_colour(run: Run) -> None:
    printed = run("sources", SPUN, COLUMNS="160").stdout
    texts = printed[printed.index("passage 1 of") :]
    assert max(map(len, texts.splitlines())) <= 160
    assert "\x1b" not in printed
    (line,) = (line for line in texts.splitlines() if "20 launching stations" in line)
    left, right = line.split("│")
    assert "[-package-]" in left
    assert "{+bundle+}" in right
    assert "[-!quotation: " in texts


def test_the_changes_are_listed_by_kind_and_counted(run: Run) -> None:
    whole = json.loads(run("export").stdout)
    (link,) = (one for one in whole["links"] if one["relation"] == "reworded")
    printed = run("sources", SPUN, COLUMNS="200").stdout
    listed = printed[printed.index(f"\n{len(link['changes'])} changes\n") :].splitlines()[2:]
    heads = [line.rsplit(", ", 1) for line in listed if line and not line.startswith(" ")]
    assert [name.startswith("!") for name, _ in heads] == sorted((name.startswith("!") for name, _ in heads))[::-1]
    assert sum(int(number) for _, number in heads) == len(link["changes"])


@pytest.mark.parametrize("columns", ["20", "60", "79", "0"])
def test_a_narrow_page_puts_one_text_above_the_other(run: Run, columns: str) -> None:
    printed = run("sources", STITCHED, BANGKOK, COLUMNS=columns).stdout
    texts = printed[printed.index("passage 1 of 3") :]
    assert max(map(len, texts.splitlines())) <= max(20, int(columns))
    assert "│" not in texts
    flat = " ".join(texts.split())
    assert "- The air force " in flat
    assert "+ The air force " in flat


def test_a_page_of_eighty_columns_has_two_texts(run: Run) -> None:
    assert "│" in run("sources", STITCHED, BANGKOK, COLUMNS="80").stdout


def test_with_another_report_only_their_common_text_is_shown(run: Run) -> None:
    both, one = run("sources", STITCHED).stdout, run("sources", STITCHED, BANGKOK).stdout
    assert both.count("passage 1 of") == 2
    assert one.count("passage 1 of") == 1
    assert one.count("stitched from demo/reports/12-trade-journal") == 1, "the tie itself is still listed"
    turned = run("sources", BANGKOK, STITCHED).stdout
    assert one[one.index("passage 1 of") :] == turned[turned.index("passage 1 of") :]


def test_passages_of_donors_that_are_not_here_stand_alone(run: Run) -> None:
    printed = run("sources", SEAMS).stdout
    assert "stitched from unknown donors\n\npassage 1 of" in printed
    assert "\n+ " in printed
    assert "\n- " not in printed


def test_json_without_a_report_is_every_origin_and_link(run: Run) -> None:
    whole, part = json.loads(run("export").stdout), json.loads(run("sources", "--json").stdout)
    assert part == {"origins": whole["origins"], "links": whole["links"]}


def test_json_of_a_report_is_its_links_and_the_origins_it_has_passages_of(run: Run) -> None:
    whole = json.loads(run("export").stdout)
    names = {one["source"].removeprefix("demo/reports/"): one["id"] for one in whole["reports"]}
    for chosen in ((ORIGINAL,), (STITCHED, BANGKOK)):
        ids = {names[one] for one in chosen}
        part = json.loads(run("sources", "--json", *chosen).stdout)
        assert part["links"] == [one for one in whole["links"] if ids & {one["report"], one["of"]}]
        assert part["origins"] == [one for one in whole["origins"] if ids & {p["report"] for p in one["passages"]}]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("nonsense",), "there is no report 'nonsense'; there are 'demo/reports/01-"),
        ((SPUN, "04-stitched.txt"), "there is no report '04-stitched.txt'; did you mean 'demo/reports/04-"),
        (("0",), "'0' fits 9 things: rep-"),
        (("0", "--json"), "'0' fits 9 things: rep-"),
    ],
)
def test_a_name_that_is_unknown_or_ambiguous_is_2_and_names_the_choices(
    run: Run, words: tuple[str, ...], message: str
) -> None:
    done = run("sources", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


def test_a_terminal_gets_colour_unless_no_color_is_set(run: Run, folder: Path) -> None:
    assert run("sources").returncode == 0
    for words in (("sources",), ("sources", SPUN)):
        coloured = on_terminal(folder, *words, COLUMNS="120")
        without = on_terminal(folder, *words, COLUMNS="120", NO_COLOR="1")
        assert "\x1b[1;" in coloured
        assert "\x1b" not in without
        assert ESCAPES.sub("", coloured) == without


def test_a_reader_that_stops_early_is_no_fault(run: Run, folder: Path) -> None:
    assert run("sources").returncode == 0
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "secondsource", "sources", SPUN],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": SOURCE, "SECONDSOURCE_LIBRARY": "demo/secondsource.db"},
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_texts_and_names_cannot_steer_the_terminal(tmp_path: Path) -> None:
    start = _runner(tmp_path)
    hostile = GOOD["courier.txt"].replace("36 K9", "63 \x1b[31mK9\x1b[0m").replace("June", "Ju\x9b2J\u202ene\u200f")
    lay_out(tmp_path / "press", {"a.txt": GOOD["courier.txt"], "b\x1b[2J\u202e.txt": hostile})
    assert start("add", "press").returncode == 0
    reports = json.loads(start("export").stdout)["reports"]
    ids = sorted(one["id"] for one in reports)
    outputs = [
        start("sources"),
        start("sources", *ids, COLUMNS="200"),
        start("sources", "--json"),
        start("show", next(one["id"] for one in reports if "\x1b" in one["text"]), "--json"),
        start("sources", "nothing-like-it"),
    ]
    assert "63 " in outputs[1].stdout
    assert "\ufffd[31mK9" in outputs[1].stdout
    for done in outputs:
        assert not {"\x1b", "\x9b", "\u202e", "\u200f"} & set(done.stdout + done.stderr)
    shown = json.loads(outputs[3].stdout)["report"]
    assert shown in reports, "escapes in JSON are read back as what they stand for"


def test_what_is_gone_from_the_library_is_left_out_until_it_is_worked_through(filled: Run, tmp_path: Path) -> None:
    with open_library(tmp_path / "secondsource.db") as library:
        (gone,) = (one.id for one in library.reports() if one.source == "press/wire.md")
        kept = next(one for one in library.kept() if one.report.id != gone)
        library.keep([replace(kept, report=replace(kept.report, id="rep-new", source="press/new.txt"))], [])
        library.remove([gone])
    done = filled("sources")
    assert done.returncode == 0, done.stderr
    assert "`secondsource add` finishes it" in done.stderr
    assert "wire.md" not in done.stdout
    assert "reports of no origin\n└─ press/new.txt" in done.stdout
    assert filled("sources", "courier.txt").returncode == 0
