"""The project's shared material, where it is at hand; every test of this folder skips without it."""

import datetime
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from secondsource import __version__, pipeline
from secondsource.knowledge import load
from secondsource.publish import export_json
from secondsource.store import open_library

SHARED = Path(__file__).parents[3] / "shared"
TODAY = datetime.date(2026, 11, 22)
Export = dict[str, Any]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared material."""
    if not (SHARED / "seeds").is_dir():
        pytest.skip("the shared material is not on this machine")
    return SHARED


@pytest.fixture(scope="session")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Iterable[Path]], Export]:
    """The whole journey on files, as the export that a user takes away."""

    def run(files: Iterable[Path]) -> Export:
        place = tmp_path_factory.mktemp("library") / "library.db"
        knowledge = load()
        with open_library(place, create=True) as library:
            pipeline.add(library, [str(f) for f in files], knowledge, TODAY, lambda *_: None)
            snapshot = library.snapshot()
            assert snapshot is not None
            exported: Export = json.loads(
                export_json(library.reports(), snapshot.lineage, snapshot.ledger, library.discards(), __version__)
            )
        return exported

    return run
