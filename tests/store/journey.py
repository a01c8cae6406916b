"""Runs the journey on sample reports, the day fixed; also a program that dies: `journey.py FILE STEPS SOURCES`."""

import datetime
import os
import signal
import sys
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

from secondsource import __version__, pipeline
from secondsource.knowledge import load
from secondsource.pipeline import Added, add
from secondsource.publish import export_json
from secondsource.store import Library, open_library

TODAY = datetime.date(2026, 3, 1)


def samples() -> list[str]:
    """Half of the sample reports: a copy, a rewording, a stitched page, a live page, one undated."""
    folder = Path(str(resources.files("secondsource") / "samples"))
    names = sorted(folder.glob("0[1-58]*")) + sorted(folder.glob("1[026]*"))
    assert len(names) >= 8
    return [str(name) for name in names]


def quiet(stage: str, done: int, total: int) -> None:
    """A progress that shows nothing."""


def added(library: Library, sources: Sequence[str]) -> Added:
    return add(library, sources, load(None), TODAY, quiet)


def export(library: Library) -> bytes:
    snapshot = library.snapshot()
    return export_json(library.reports(), snapshot.lineage, snapshot.ledger, library.discards(), __version__)


class Mortal:
    """A progress that kills its own process, as the system would, when so many steps are done; 0 lets it live."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def __call__(self, stage: str, done: int, total: int) -> None:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    pipeline.BATCH_FILES, pipeline.BATCH_READINGS = 2, 1  # many small transactions, so that a kill falls between two
    with open_library(Path(sys.argv[1]), create=True) as opened:
        add(opened, sys.argv[3:], load(None), TODAY, Mortal(int(sys.argv[2])))
