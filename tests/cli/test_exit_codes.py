import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import SOURCE, Run
from .press import lay_out


def test_done_is_0(filled: Run) -> None:
    assert filled("ledger").returncode == 0


def test_an_unknown_command_is_2_and_names_the_nearest(run: Run) -> None:
    done = run("ledgr")
    assert done.returncode == 2
    assert "Did you mean 'ledger'?" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    "words", [("add", "--nonsense"), ("show",), ("export", "--format", "pdf"), ("knowledge", "nothing")]
)
def test_a_wrong_option_or_missing_argument_is_2(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert done.stderr


@pytest.mark.parametrize("command", ["sources", "ledger", "verify", "export"])
def test_no_library_is_2_and_says_how_to_make_one(run: Run, command: str, tmp_path: Path) -> None:
    done = run(command)
    assert done.returncode == 2
    assert "secondsource add FILES" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_library_is_2_and_stays_as_it_was(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("shopping list\n" * 200)
    for command in ("ledger", "add"):
        done = run(command, "--library", "notes.db", *(["x.txt"] if command == "add" else []))
        assert done.returncode == 2
        assert "is not a Second Source library" in done.stderr
    assert (tmp_path / "notes.db").read_text() == "shopping list\n" * 200


def test_some_unreadable_inputs_are_3_each_named_and_the_rest_is_in(run: Run, tmp_path: Path) -> None:
    lay_out(tmp_path / "press")
    (tmp_path / "press" / "blank.txt").touch()
    done = run("add", "press", "nowhere.txt")
    assert done.returncode == 3
    assert "press/blank.txt: not read, empty" in done.stderr
    assert "nowhere.txt: not read, missing" in done.stderr
    assert "2 new reports, 0 known already, 2 not read" in done.stderr
    assert run("verify").stdout.startswith("2 reports:")


def test_a_fault_of_ours_is_4_in_one_line_without_traceback(filled: Run, tmp_path: Path) -> None:
    broken = {"PYTHONPATH": f"{_broken_store(tmp_path)}:{SOURCE}"}
    done = filled("export", **broken)
    assert done.returncode == 4
    assert "internal error" in done.stderr
    assert "please report it" in done.stderr
    assert "Traceback" not in done.stderr
    debug = filled("export", SECONDSOURCE_DEBUG="1", **broken)
    assert "Traceback" in debug.stderr


def test_a_reader_that_stops_early_is_no_fault(filled: Run, tmp_path: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {sys.executable} -m secondsource export | head -c 1 > /dev/null"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": SOURCE},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def _broken_store(folder: Path) -> Path:
    """A module that Python loads when it starts, and that breaks the store."""
    place = folder / "broken"
    place.mkdir()
    (place / "sitecustomize.py").write_text(
        "import secondsource.store.library as library\n"
        "def broken(self):\n    raise RuntimeError('planted\\nsecond line')\n"
        "library.Library.snapshot = broken\n"
    )
    return place
