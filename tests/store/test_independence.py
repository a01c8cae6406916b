"""The library does not depend on the order of its reports, on the number of runs, or on runs that were killed."""

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from secondsource.knowledge import load
from secondsource.pipeline import rebuild
from secondsource.store import Library, open_library
from secondsource.verify import verify

from .journey import TODAY, added, export, quiet, samples


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_any_order_in_any_number_of_runs_gives_the_same_bytes(library: Library, whole_export: bytes, seed: int) -> None:
    chance = random.Random(seed)
    sources = samples()
    chance.shuffle(sources)
    cuts = sorted(chance.sample(range(1, len(sources)), seed))
    for start, end in zip([0, *cuts], [*cuts, len(sources)], strict=True):
        added(library, sources[start:end])
    assert export(library) == whole_export


def test_a_report_removed_and_added_again_changes_nothing(library: Library, whole_export: bytes) -> None:
    added(library, samples())
    library.remove([library.reports()[0].id])
    added(library, samples())
    assert export(library) == whole_export


def test_a_rebuild_gives_the_same_bytes(library: Library, whole_export: bytes) -> None:
    added(library, samples())
    rebuild(library, load(None), TODAY, quiet)
    assert export(library) == whole_export


def test_every_input_is_kept_known_or_discarded(library: Library, tmp_path: Path) -> None:
    (tmp_path / "blank.txt").touch()
    done = added(library, [*samples(), samples()[0], str(tmp_path / "blank.txt"), "nowhere.txt"])
    assert (done.inputs, done.kept, done.known, len(done.discards)) == (len(samples()) + 3, len(samples()), 1, 2)


@pytest.mark.slow
@pytest.mark.parametrize("steps", [[1, 2, 3], [2, 4, 8], [7, 1, 5, 1], [9, 12]], ids=str)
def test_killed_runs_leave_the_library_whole_and_the_next_goes_on(
    tmp_path: Path, whole_export: bytes, steps: list[int]
) -> None:
    path, root = tmp_path / "library.db", Path(__file__).parents[2]
    for step in steps:
        command = [sys.executable, "-m", "tests.store.journey", str(path), str(step), *samples()]
        assert subprocess.run(command, cwd=root, check=False).returncode == -signal.SIGKILL
        with open_library(path, create=True) as library:
            assert library.faults() == []
            library.snapshot()
            assert library.unfinished()
    subprocess.run([sys.executable, "-m", "tests.store.journey", str(path), "0", *samples()], cwd=root, check=True)
    with open_library(path) as library:
        assert export(library) == whole_export
        assert verify(library, load(None), quiet) == []
