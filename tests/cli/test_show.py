"""`show` tells why each slot has its value, and why a sentence gave no statement."""

import json
from pathlib import Path

import pytest

from .conftest import Run

TEXT = """Chile has signed a contract for nine Orkan boats with Norway, its defence ministry said on Monday.

A tank museum in Arica now has a Leopard 2 on show, which children may climb for free on Sundays.

Rain is expected in the south.
"""


@pytest.fixture
def read(run: Run, tmp_path: Path) -> Run:
    (tmp_path / "boats.txt").write_text(TEXT, encoding="utf-8")
    assert run("add", "boats.txt").returncode == 0
    return run


def test_each_sentence_says_which_slots_it_gives_and_who_read_it(read: Run) -> None:
    printed = read("show", "boats.txt").stdout
    assert "gives " in printed
    assert "recipient" in printed
    assert "read by the " in printed
    assert "% sure" in printed


def test_a_sentence_that_names_arms_and_gave_nothing_is_listed_with_the_reason(read: Run) -> None:
    printed = read("show", "boats.txt", "--why-not").stdout
    assert "A tank museum in Arica" in printed
    assert "Rain is expected" not in printed
    assert "signed a contract" not in printed


def test_what_was_left_out_is_had_as_json_with_its_place(read: Run) -> None:
    found = json.loads(read("show", "boats.txt", "--why-not", "--json").stdout)
    assert [TEXT[one["start"] : one["end"]][:13] for one in found] == ["A tank museum"]
    assert found[0]["reason"]


def test_why_not_explains_reports_only(read: Run) -> None:
    entry = next(line.split()[0] for line in read("ledger").stdout.splitlines() if line.startswith("ent-"))
    done = read("show", entry, "--why-not")
    assert done.returncode == 2
    assert "name one" in done.stderr
