import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Run
from .press import GOOD, lay_out


def test_version_starts_at_once(run: Run) -> None:
    run("--version")
    best = min(_processor_seconds(run, "--version") for _ in range(3))
    assert best < 0.3, "counted on the processor, so that a busy machine does not fail it"


def test_version_imports_no_stage(run: Run) -> None:
    code = (
        "import sys, secondsource.cli;"
        "print([m for m in sys.modules if m.split('.')[0] in {'sqlalchemy', 'lxml', 'rich', 'msgspec', 'jinja2'}])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_adding_again_changes_nothing(filled: Run, tmp_path: Path) -> None:
    before = filled("export").stdout
    done = filled("add", "press", "./press/wire.md", str(tmp_path / "press" / "wire.md"))
    assert "0 new reports, 4 known already" in done.stderr
    assert filled("export").stdout == before


def test_adding_the_same_folder_again_leaves_the_export_as_it_was(filled: Run) -> None:
    before = filled("export").stdout
    filled("add", "press")
    assert filled("export").stdout == before


def test_add_says_what_became_of_every_input(run: Run, tmp_path: Path) -> None:
    lay_out(tmp_path / "press")
    (tmp_path / "press" / "blank.txt").touch()
    done = json.loads(run("add", "press", "--json").stdout)
    assert (done["inputs"], done["kept"], done["known"]) == (3, 2, 0)
    assert [(d["source"], d["reason"]) for d in done["discards"]] == [("press/blank.txt", "empty")]


def test_add_without_inputs_finishes_what_is_there(filled: Run) -> None:
    assert filled("add").returncode == 0


def test_add_without_inputs_and_without_a_library_says_so(run: Run) -> None:
    done = run("add")
    assert done.returncode == 2
    assert "secondsource add FILES" in done.stderr


def test_a_discard_goes_when_the_file_is_mended(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert run("add", "a.txt").returncode == 3
    (tmp_path / "a.txt").write_text(GOOD["courier.txt"])
    assert run("add", "a.txt").returncode == 0
    assert json.loads(run("export").stdout)["discards"] == []


@pytest.mark.parametrize("words", [("--library", "other.db", "ledger"), ("ledger", "--library", "other.db")])
def test_the_library_option_stands_before_or_after_the_command(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    lay_out(tmp_path / "press")
    assert run("add", "press", "--library", "other.db").returncode == 0
    assert run(*words).returncode == 0
    assert not (tmp_path / "secondsource.db").exists()


def test_the_environment_names_a_library_and_an_option_weighs_more(run: Run, tmp_path: Path) -> None:
    lay_out(tmp_path / "press")
    run("add", "press", SECONDSOURCE_LIBRARY="env.db")
    assert (tmp_path / "env.db").exists()
    assert run("ledger", SECONDSOURCE_LIBRARY="env.db").returncode == 0
    assert run("--library", "none.db", "ledger", SECONDSOURCE_LIBRARY="env.db").returncode == 2


def test_the_day_cannot_be_set_from_outside(filled: Run) -> None:
    before = filled("export").stdout
    filled("add", SECONDSOURCE_TODAY="1999-01-01")
    assert filled("export").stdout == before


def test_sources_counts_origins_and_reports(filled: Run) -> None:
    assert ", 2 reports" in filled("sources").stdout.splitlines()[0]
    assert set(json.loads(filled("sources", "--json").stdout)) == {"origins", "links"}


def test_ledger_prints_a_table_and_json(filled: Run) -> None:
    assert "STATUS" in filled("ledger").stdout
    entries = json.loads(filled("ledger", "--json").stdout)
    assert all(entry["id"] in filled("ledger").stdout for entry in entries[:3])


def test_show_gives_a_report_by_source_id_or_beginning(filled: Run) -> None:
    ident = json.loads(filled("export").stdout)["reports"][0]["id"]
    by_id = filled("show", ident).stdout
    assert by_id
    assert filled("show", ident[:-3]).stdout == by_id
    assert filled("show", "press/wire.md").returncode == 0
    assert json.loads(filled("show", ident, "--json").stdout)["report"]["id"] == ident


def test_show_gives_an_entry_with_its_evidence(filled: Run) -> None:
    whole = json.loads(filled("export").stdout)
    statements = {one["id"]: one for one in whole["statements"]}
    for entry in whole["ledger"][:4]:
        shown = filled("show", entry["id"])
        assert shown.returncode == 0, shown.stderr
        for step in entry["history"]:
            words = " ".join(statements[step["statements"][0]]["evidence"][0]["text"].split())
            assert words in shown.stdout


def test_show_suggests_what_was_meant(filled: Run) -> None:
    done = filled("show", "press/wire.txt")
    assert done.returncode == 2
    assert "did you mean 'press/wire.md'" in done.stderr


def test_export_writes_each_format_whole(filled: Run, tmp_path: Path) -> None:
    for name in ("out.json", "out.csv", "out.html"):
        assert filled("export", "-o", name).returncode == 0
    assert json.loads((tmp_path / "out.json").read_text())["schema"] == 1
    assert next(csv.reader(io.StringIO((tmp_path / "out.csv").read_text())))[0] == "id"
    assert (tmp_path / "out.html").read_text().lstrip().startswith("<!")
    assert filled("export", "--format", "json", "-o", "-").stdout == (tmp_path / "out.json").read_text()
    assert not list(tmp_path.glob(".out*"))


def test_export_to_a_place_that_cannot_be_written_is_2(filled: Run) -> None:
    done = filled("export", "-o", "no/such/folder/x.json")
    assert done.returncode == 2
    assert "cannot be written" in done.stderr


def test_remove_takes_a_report_out_with_all_that_rests_on_it(filled: Run, tmp_path: Path) -> None:
    gone = next(r for r in json.loads(filled("export").stdout)["reports"] if r["source"] == "press/wire.md")
    done = filled("remove", "press/wire.md")
    assert (done.returncode, done.stderr.splitlines()[-1]) == (0, "removed 1 report")
    assert gone["id"] not in filled("export").stdout
    assert filled("verify").returncode == 0
    assert (tmp_path / "press" / "wire.md").exists()
    filled("add", "press")
    assert gone["id"] in filled("export").stdout


def test_remove_of_the_unknown_removes_nothing(filled: Run) -> None:
    done = filled("remove", "press/wire.md", "press/other.md")
    assert done.returncode == 2
    assert "press/other.md" in done.stderr
    assert len(json.loads(filled("export").stdout)["reports"]) == 2


def test_knowledge_finds_counts_and_checks(run: Run) -> None:
    found = json.loads(run("knowledge", "find", "--json", "an MQ-9 Reaper for India").stdout)
    assert {(one["name"], one["kind"]) for one in found} >= {("MQ-9 Reaper", "weapon"), ("India", "country")}
    assert json.loads(run("knowledge", "counts", "--json").stdout)["country"] > 150
    assert run("knowledge", "check").stdout.strip() == "no problems"


def test_knowledge_check_names_every_problem_of_a_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "x.toml").write_text(
        '[[maker]]\nid = "Bad Id"\nname = "X"\naliases = ["X"]\ncountry = "us"\nsource = "unverified"\n'
        '[[maker]]\nid = "b"\nname = "Y"\nsource = "unverified"\n'
    )
    done = run("knowledge", "check", "mine")
    assert done.returncode == 1
    assert "lower-case slug" in done.stdout
    assert "missing required field" in done.stdout
    assert run("add", "x.txt", "--knowledge", "mine").returncode == 2


def test_knowledge_check_names_an_example_that_fails(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "x.toml").write_text(
        '[[weapon]]\nid = "bargesh"\nname = "Bargesh"\naliases = ["Bargesh"]\nkind = "anti-tank-missile"\n'
        'part = "munition"\ncategory = "Missiles"\nmaker = "lockheed-martin"\nexporter = "United States"\n'
        'source = "unverified"\nyes = ["The navy bought a kite."]\n'
    )
    done = run("knowledge", "check", "mine")
    assert done.returncode == 1
    assert "yes: The navy bought a kite." in done.stdout


def test_add_without_files_says_what_it_did(filled: Run) -> None:
    done = filled("add")
    assert done.returncode == 0
    assert "no files given" in done.stderr


def test_no_colour_and_no_steering_on_a_pipe(run: Run, tmp_path: Path) -> None:
    text = GOOD["courier.txt"].replace("Valla Courier", "Valla \x1b[31mCourier\x1b[0m \x9b2J")
    lay_out(tmp_path / "press", {"a\x1b[2Jb.txt": text})
    done = run("add", "press")
    shown = run("show", json.loads(run("export").stdout)["reports"][0]["id"]) if done.returncode == 0 else done
    printed = [done.stderr, shown.stdout, run("sources").stdout, run("ledger").stdout]
    assert not any("\x1b" in text or "\x9b" in text for text in printed)


def test_progress_goes_to_stderr_only(run: Run, tmp_path: Path) -> None:
    lay_out(tmp_path / "press")
    done = run("add", "press")
    assert done.stdout == ""
    assert "reading: 2 of 2" in done.stderr


def _processor_seconds(run: Run, word: str) -> float:
    before = os.times()
    run(word)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system
