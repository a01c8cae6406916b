"""The library does not depend on the order of its reports, on the number of runs, or on runs that were killed."""

import random
import signal
import subprocess
import sys
import time
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
def test_killed_runs_leave_the_library_whole_and_the_next_goes_on(tmp_path: Path, whole_export: bytes) -> None:
    path, chance = tmp_path / "library.db", random.Random(7)
    command = [sys.executable, "-m", "tests.store.journey", str(path), *samples()]
    root = Path(__file__).parents[2]
    start = time.monotonic()
    subprocess.run(command, cwd=root, check=True)
    full = time.monotonic() - start
    path.unlink()
    killed = unfinished = 0
    for _ in range(8):
        running = subprocess.Popen(command, cwd=root)
        time.sleep(full * chance.uniform(0.3, 1.0))
        running.send_signal(signal.SIGKILL)
        killed += running.wait() == -signal.SIGKILL
        if path.exists():
            with open_library(path, create=True) as library:
                assert library.faults() == []
                library.snapshot()
                unfinished += library.unfinished()
    assert killed >= 3
    assert unfinished >= 1, "no kill fell inside the work; the test proves nothing"
    subprocess.run(command, cwd=root, check=True)
    with open_library(path) as library:
        assert export(library) == whole_export
        assert verify(library, load(None), quiet) == []
