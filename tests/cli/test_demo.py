import csv
import json
import subprocess
from pathlib import Path

import pytest

from .conftest import Run, _runner


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def run(folder: Path) -> Run:
    return _runner(folder)


@pytest.fixture(scope="module")
def done(run: Run) -> subprocess.CompletedProcess[str]:
    return run("demo")


def test_demo_runs_the_journey_and_ends_by_saying_where_the_dossier_is(
    done: subprocess.CompletedProcess[str], folder: Path
) -> None:
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-2] == f"dossier: {folder / 'demo' / 'dossier.html'}"
    whole = json.loads((folder / "demo" / "export.json").read_text())
    assert len(whole["reports"]) == 16
    assert whole["discards"] == []
    rows = list(csv.DictReader((folder / "demo" / "ledger.csv").read_text().splitlines(keepends=True)))
    assert len(rows) == len(whole["ledger"])


@pytest.mark.usefixtures("done")
def test_demo_can_be_run_again(run: Run, folder: Path) -> None:
    before = (folder / "demo" / "export.json").read_bytes()
    assert "0 new reports, 16 known already" in run("demo").stderr
    assert (folder / "demo" / "export.json").read_bytes() == before


@pytest.mark.usefixtures("done")
def test_demo_verifies(run: Run) -> None:
    proof = run("verify", "--library", "demo/secondsource.db", "--knowledge", "demo/knowledge")
    assert (proof.returncode, proof.stdout) == (0, "16 reports: every text, span and entry holds\n")


@pytest.mark.usefixtures("done")
def test_demo_shows_several_grades_and_levels_of_exposure(folder: Path) -> None:
    ledger = json.loads((folder / "demo" / "export.json").read_text())["ledger"]
    assert len({entry["grade"] for entry in ledger}) >= 4
    assert len({entry["exposure"]["level"] for entry in ledger if entry["exposure"]}) >= 2


@pytest.mark.usefixtures("done")
def test_demo_shows_a_price_and_a_first_delivery_in_conflict_and_a_denial(folder: Path) -> None:
    ledger = json.loads((folder / "demo" / "export.json").read_text())["ledger"]
    fields = {conflict["field"] for entry in ledger for conflict in entry["conflicts"]}
    assert any(field.startswith("value (contract") for field in fields)
    assert any(field.startswith("date of deliver") for field in fields)
    assert any(entry["band"] == "contested" for entry in ledger)
