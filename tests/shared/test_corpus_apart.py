"""The corpus and the gold are apart: no sentence of the gold is in the corpus, and no report is about its deals."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from training.corpus import Annotated, States, files, laid, read_all

from secondsource.knowledge import Knowledge, load

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def gold(shared: Path) -> list[dict[str, Any]]:
    lines = (shared / "gold" / "stories.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


@pytest.fixture(scope="module")
def corpus() -> list[Annotated]:
    return read_all(files())


def _runs(text: str, size: int = 9) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[n : n + size]) for n in range(len(words) - size + 1)}


def test_no_nine_words_in_a_row_stand_in_both(gold: list[dict[str, Any]], corpus: list[Annotated]) -> None:
    theirs = {run for story in gold for run in _runs(story["text"])}
    shared = {report.id: _runs(laid(report.text).text) & theirs for report in corpus}
    assert {name: runs for name, runs in shared.items() if runs} == {}


def _weapons(knowledge: Knowledge, text: str) -> set[str]:
    return {m.id for m in knowledge.find(text) if m.kind == "weapon"}


def _deal(knowledge: Knowledge, report: Annotated, states: States) -> set[tuple[str, str]]:
    """Recipient and weapon of a statement; the supplier is left out, so that no blank hides a deal."""
    page = laid(report.text)
    if states.kind != "transfer" or states.recipient is None or states.item is None:
        return set()
    mention, item = page.find(states.recipient), page.find(states.item)
    country = mention.name or next((m.label for m in knowledge.find(mention.text) if m.kind == "country"), "")
    return {(country, weapon) for weapon in _weapons(knowledge, f"{item.text} {item.name or ''}")}


def test_no_report_is_about_a_deal_of_the_gold(gold: list[dict[str, Any]], corpus: list[Annotated]) -> None:
    knowledge = load()
    theirs = {
        (fact["recipient"], weapon)
        for story in gold
        for fact in story["facts"] or []
        if fact["kind"] == "transfer" and fact.get("recipient") and fact.get("item") and fact.get("deal")
        for weapon in _weapons(knowledge, fact["item"])
    }
    about = {
        report.id: shared
        for report in corpus
        for states in report.states
        if (shared := _deal(knowledge, report, states) & theirs)
    }
    assert about == {}
