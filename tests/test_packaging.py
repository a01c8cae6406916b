"""What is shipped: the wheel carries its data, and nothing it needs is under a licence that binds its users."""

import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement

from .source import ROOT

PERMISSIVE = re.compile(r"MIT|BSD|Apache|ISC|PSF|Python Software Foundation|Unlicense|Zlib|MPL|Mozilla", re.IGNORECASE)
BINDING = re.compile(r"\bA?GPL|GNU (?:Affero )?General Public", re.IGNORECASE)
# Offered under several licences, of which we take the one named.
CHOSEN = {"tld": "MPL-1.1"}


def runtime() -> list[Distribution]:
    """Every distribution that `requirements.lock` installs here."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    lines = [line.split("\\")[0] for line in text.splitlines() if re.match(r"[A-Za-z]", line)]
    wanted = [Requirement(line) for line in lines]
    environment = {name: str(value) for name, value in default_environment().items()}
    return [distribution(one.name) for one in wanted if one.marker is None or one.marker.evaluate(environment)]


def licences(one: Distribution) -> Iterator[str]:
    yield from one.metadata.get_all("License-Expression") or []
    yield from (value[:200] for value in one.metadata.get_all("License") or [])
    yield from (value for value in one.metadata.get_all("Classifier") or [] if value.startswith("License ::"))


@pytest.mark.parametrize("one", runtime(), ids=lambda one: one.metadata["Name"])
def test_every_runtime_dependency_is_permissive(one: Distribution) -> None:
    said = " | ".join(licences(one))
    assert PERMISSIVE.search(said), f"{one.metadata['Name']} says {said!r}"
    if one.metadata["Name"] in CHOSEN:
        assert CHOSEN[one.metadata["Name"]] in said or "Mozilla" in said
    else:
        assert not BINDING.search(said), f"{one.metadata['Name']} says {said!r}"


def test_the_locks_pin_everything_by_hash_and_agree() -> None:
    locks = [(ROOT / name).read_text(encoding="utf-8") for name in ("requirements.lock", "requirements-dev.lock")]
    pins = [set(re.findall(r"^([a-z0-9-]+)==(\S+)", lock, flags=re.MULTILINE)) for lock in locks]
    assert pins[0] <= pins[1]
    assert all(lock.count("--hash=sha256:") >= len(pin) for lock, pin in zip(locks, pins, strict=True))
    assert not any("://" in line for lock in locks for line in lock.splitlines())


def test_no_file_that_builds_names_a_network_host() -> None:
    for name in ("pyproject.toml", "Makefile", ".ci/run", "requirements.lock", "requirements-dev.lock"):
        assert "://" not in (ROOT / name).read_text(encoding="utf-8")


def test_the_wheel_carries_code_and_data(tmp_path: Path) -> None:
    try:
        distribution("hatchling")
    except PackageNotFoundError:
        pytest.skip("hatchling is not installed")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
    package = ROOT / "src" / "secondsource"
    expected = {
        f"secondsource/{path.relative_to(package).as_posix()}"
        for path in package.rglob("*")
        if path.is_file() and not any(part == "__pycache__" or part.startswith(".") for part in path.parts)
    }
    assert expected <= names
    assert any(name.endswith("licenses/LICENSE") for name in names)
