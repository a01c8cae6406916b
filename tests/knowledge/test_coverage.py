"""What the packaged knowledge must at least hold."""

import subprocess
import sys

import pytest

from secondsource.knowledge import load
from secondsource.knowledge.entries import Country, Fact, Law, Regime, Weapon
from tests.source import ROOT


@pytest.mark.parametrize(
    ("kind", "least"),
    [("weapon", 250), ("maker", 80), ("country", 193), ("agreement", 25), ("law", 10), ("outlet", 150), ("fact", 150)],
)
def test_at_least_so_many_entries(kind: str, least: int) -> None:
    assert load().counts()[kind] >= least


def test_weapons_stand_in_families_with_variants() -> None:
    weapons = load().all("weapon", Weapon)
    assert sum(bool(w.variant) for w in weapons) >= 100
    assert len({w.kind for w in weapons}) >= 20
    assert len({w.exporter for w in weapons}) >= 20


def test_every_country_has_its_capital_and_the_words_for_its_people_and_government() -> None:
    countries = load().all("country", Country)
    assert [c.name for c in countries if not c.capital] == []
    assert {c.name for c in countries if not c.demonyms} == {
        "Central African Republic",  # "Central African" is a region
        "Democratic Republic of the Congo",  # "Congolese" is of two states: weak
        "Dominica",  # "Dominican" is of two states
        "Republic of the Congo",
    }
    named = [c for c in countries if c.metonyms or c.capital in (*c.weak, *c.aliases)]
    assert len(named) >= 190


def test_every_law_has_a_date() -> None:
    laws = load().all("law", Law)
    assert all(law.enacted for law in laws)
    assert sum(law.kind == "sanctions" for law in laws) >= 10


@pytest.mark.parametrize("ident", ["us-fms", "us-dcs", "in-dap"])
def test_a_regime_has_steps_with_cues_and_examples(ident: str) -> None:
    regime = load().get("regime", ident, Regime)
    assert len(regime.step) >= 10
    assert all(step.cues and step.yes for step in regime.step)


def test_at_least_half_of_the_facts_concern_other_states() -> None:
    facts = load().all("fact", Fact)
    for some in (facts, [f for f in facts if f.kind != "office"]):
        other = [f for f in some if not {"India", "United States"} & {*f.countries, f.country}]
        assert len(some) >= 150
        assert 2 * len(other) >= len(some)


def test_the_counts_are_printed() -> None:
    script = ROOT / "benchmarks" / "knowledge_counts.py"
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    table = done.stdout.partition("\n\n")[0].splitlines()[1:]
    counts = {kind: int(count) for kind, count, *_ in map(str.split, table)}
    assert counts.pop("all") == sum(load().counts().values())
    assert counts == load().counts()
