"""`secondsource sources --said`: one speech act in the wordings of several reports."""

import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run
from .press import lay_out

HEAD = "---\noutlet: {outlet}\npublished: {day}\n---\n"
PRESS = {
    "courier.md": HEAD.format(outlet="Valla Courier", day="2021-03-12")
    + """\
VALLA, 12 March 2021 - Norway has ordered 12 frigates from South Korea.

"We will deliver all twelve frigates before the autumn storms, and nobody in this government doubts that the shipyard
keeps its word," Defence Minister Ingrid Solberg told reporters on Thursday.
""".replace("\nkeeps", " keeps"),
    "brief.md": HEAD.format(outlet="Sund Brief", day="2021-03-13")
    + """\
Norway buys frigates, its minister says.

"We will not deliver all twenty\x1b frigates before the autumn storms, and nobody doubts that the yard keeps its
word," Defence Minister Ingrid Solberg said.
""".replace("\nword", " word"),
    "sheet.md": HEAD.format(outlet="Morning Sheet", day="2021-03-13")
    + """\
Work on the ships goes on.

"We will deliver all twelve frigates before the autumn storms," said Lars Holmberg, the director of the shipyard.
""",
    "tower.md": HEAD.format(outlet="Bell Tower", day="2021-03-13")
    + """\
The minister spoke of trains.

"Our railways need new bridges, and I will ask parliament for money in October," said Ingrid Solberg in Bergen.
""",
    "wire.md": HEAD.format(outlet="Baltic Wire", day="2021-03-13")
    + """\
The minister spoke of bridges.

"Our railways need better bridges, and I will ask parliament for money in October," said Ingrid Solberg on Friday.
""",
}


@pytest.fixture
def told(run: Run, tmp_path: Path) -> Run:
    lay_out(tmp_path / "press", PRESS)
    assert run("add", "press").returncode == 0
    return run


def lines(told: Run, *words: str) -> list[str]:
    done = told("sources", "--said", *words, COLUMNS="400")
    assert done.returncode == 0, done.stderr
    return [line.strip() for line in done.stdout.splitlines()]


def test_an_act_has_its_speaker_its_occasion_its_days_and_each_wording_with_its_outlet(told: Run) -> None:
    printed = lines(told)
    assert "Ingrid Solberg: press conference, 2021-03-11, in 2 reports" in printed
    at = printed.index("Valla Courier  (press/courier.md)")
    assert printed[at + 1].startswith('"We will deliver all twelve frigates before')
    assert printed[at + 2] == "Sund Brief  (press/brief.md)"


def test_differences_are_marked_in_place_and_listed_numbers_and_negations_first(told: Run) -> None:
    printed = lines(told)
    outlet = printed.index("Sund Brief  (press/brief.md)")
    marked = '"We will {+!negation: not+} deliver all [-!number: twelve-]{+!number: twenty+}'
    at = next(n for n in range(outlet, len(printed)) if printed[n].startswith(marked))
    assert "nobody [-in this government-] doubts that the [-shipyard-]{+yard+} keeps" in printed[at]
    assert printed[at + 1 : at + 3] == ["!negation: nothing → “not”", "!number: “twelve” → “twenty”"]
    assert "cut: “in this government” → nothing" in printed[at + 3 :]


def test_what_differs_in_a_number_stands_before_what_differs_in_a_phrase(told: Run) -> None:
    headings = [line for line in lines(told) if line.endswith("in 2 reports")]
    assert headings == [
        "Ingrid Solberg: press conference, 2021-03-11, in 2 reports",
        "Ingrid Solberg: 2021-03-12, in 2 reports",
    ]


def test_words_under_two_names_are_shown_with_both(told: Run) -> None:
    note = "!the same words under two names: Morning Sheet gives them to Lars Holmberg, Valla Courier gives them to"
    assert sum(line.startswith(note) for line in lines(told)) == 2
    assert "Lars Holmberg: 2021-03-13, in 1 report" in lines(told)


def test_a_named_report_shows_its_own_acts_only(told: Run) -> None:
    headings = [line for line in lines(told, "tower.md") if " in 2 reports" in line]
    assert headings == ["Ingrid Solberg: 2021-03-12, in 2 reports"]
    assert lines(told, "tower.md", "brief.md")[0].startswith("0 acts of saying")


def test_a_quotation_cannot_steer_the_terminal(told: Run) -> None:
    assert "\x1b" not in told("sources", "--said").stdout
    assert "\x1b" not in told("sources", "--said", "--json").stdout


def test_json_is_the_acts_as_in_the_export(told: Run) -> None:
    part: dict[str, Any] = json.loads(told("sources", "--said", "--json").stdout)
    whole = json.loads(told("export").stdout)
    assert part["utterances"] == [one for one in whole["utterances"] if one in part["utterances"]]
    assert len(part["utterances"]) == 3
    assert {one["label"] for one in part["informants"]} == {"Ingrid Solberg", "Lars Holmberg"}


def test_verify_works_the_acts_out_again(told: Run) -> None:
    assert told("verify").returncode == 0
