"""The public door of the package: small, and everything else may move."""

import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest

import secondsource


def test_the_public_names() -> None:
    assert secondsource.__all__ == ["__version__", "load_knowledge", "open_library", "trace"]
    assert all(getattr(secondsource, name) for name in secondsource.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = secondsource.nonsense


def test_a_library_can_be_made_and_used_from_python(tmp_path: Path) -> None:
    with secondsource.open_library(tmp_path / "library.db", create=True) as library:
        assert library.reports() == []
    assert secondsource.load_knowledge().counts()["country"] > 0


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = "import sys, secondsource; print(sorted(m for m in sys.modules if m.startswith('secondsource')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['secondsource']"


def test_the_package_carries_its_data() -> None:
    package = resources.files("secondsource")
    for name in ("py.typed", "knowledge/data/countries.toml", "publish/schema.json", "publish/templates/dossier.html"):
        assert (package / name).is_file()
    assert len([one for one in (package / "samples").iterdir() if one.name[0].isdigit()]) >= 10
