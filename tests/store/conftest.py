from collections.abc import Iterator
from pathlib import Path

import pytest

from secondsource.store import Library, open_library

from .journey import added, export, samples


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.db", create=True) as opened:
        yield opened


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a library made from the samples in one run; tests work on copies."""
    path = tmp_path_factory.mktemp("whole") / "library.db"
    with open_library(path, create=True) as opened:
        assert added(opened, samples()).discards == ()
    return path


@pytest.fixture(scope="session")
def whole_export(whole: Path) -> bytes:
    with open_library(whole) as opened:
        return export(opened)
