import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import secondsource

from .press import lay_out

SOURCE = str(Path(secondsource.__file__).parents[1])
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs `secondsource` as a user would, in an empty folder."""
    return _runner(tmp_path)


@pytest.fixture
def filled(tmp_path: Path, _press: Path) -> Run:
    """The same, with the two reports of ./press added to ./secondsource.db."""
    shutil.copytree(_press, tmp_path, dirs_exist_ok=True)
    return _runner(tmp_path)


@pytest.fixture(scope="session")
def _press(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    lay_out(folder / "press")
    done = _runner(folder)("add", "press")
    assert done.returncode == 0, done.stderr
    return folder


def _runner(folder: Path) -> Run:
    def start(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        clean = {name: value for name, value in os.environ.items() if not name.startswith("SECONDSOURCE_")}
        clean["PYTHONPATH"] = SOURCE
        return subprocess.run(
            [sys.executable, "-m", "secondsource", *words],
            cwd=folder,
            env={**clean, **environment},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    return start
