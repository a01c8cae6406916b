"""`secondsource add` on files made to break it: each is a named discard or a reading, and nothing else is lost."""

import json
import os
from pathlib import Path

import pytest

from ..hostile import BYTES, make_files  # noqa: TID252
from .conftest import Run
from .press import GOOD, lay_out

AT_LEAST_KINDS = 20
REASONS = frozenset(
    "empty binary too-large not-text no-article not-a-file no-permission missing unknown-format broken-front-matter "
    "broken-markup reader-failed".split()
)


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    make_files(folder / "in")
    lay_out(folder / "in")
    return folder / "in"


@pytest.mark.slow
def test_hostile_files_are_named_and_the_good_ones_are_in(run: Run, inputs: Path, tmp_path: Path) -> None:
    (tmp_path / "in").symlink_to(inputs)
    done = run("add", "in", "--json")
    assert done.returncode == 3, done.stderr
    assert "Traceback" not in done.stderr
    became = json.loads(done.stdout)
    assert became["inputs"] == became["kept"] + became["known"] + len(became["discards"])
    assert became["inputs"] >= len(BYTES) + len(GOOD)
    assert {one["reason"] for one in became["discards"]} <= REASONS - {"reader-failed"}
    assert len({one["reason"] for one in became["discards"]}) >= 8
    assert all(one["source"] in done.stderr or "\ufffd" in done.stderr for one in became["discards"])
    whole = json.loads(run("export").stdout)
    sources = {one["source"] for one in whole["reports"]} | {one["source"] for one in whole["discards"]}
    assert {f"in/{name}" for name in GOOD} <= {one["source"] for one in whole["reports"]}
    assert {f"in/{name}" for name in BYTES} <= sources
    texts = {one["id"]: one["text"] for one in whole["reports"]}
    for said in (*whole["quotes"], *({**e, "report": s["report"]} for s in whole["statements"] for e in s["evidence"])):
        assert texts[said["report"]][said["start"] : said["end"]] == said["text"]


def test_there_are_enough_kinds() -> None:
    assert len(BYTES) >= AT_LEAST_KINDS


@pytest.mark.parametrize("name", ["a-folder.txt", "link-to-nothing.txt", "pipe.txt"])
def test_what_only_a_file_system_can_hold_is_named_at_once(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "a-folder.txt").mkdir()
    (tmp_path / "link-to-nothing.txt").symlink_to("nothing")
    os.mkfifo(tmp_path / "pipe.txt")
    done = run("add", name)
    assert done.returncode == 3
    assert f"{name}: not read, " in done.stderr
