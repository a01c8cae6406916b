"""Counts the entries of every kind, and how many of them rest on a page that somebody read.

    PYTHONPATH=src python benchmarks/knowledge_counts.py [FOLDER]

With a folder, its entries are laid over ours, as `--knowledge` does.
"""

import sys
from collections import Counter
from pathlib import Path

from secondsource.knowledge import Knowledge, load
from secondsource.knowledge.entries import Fact, Regime, Weapon, kind_of
from secondsource.knowledge.lexicon import aliases_of

ROW = "{:<18}{:>8}{:>9}{:>8}{:>10}"


def main() -> None:
    knowledge = load(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    checked = Counter(kind_of(e) for e in knowledge if e.checked)
    names = Counter(kind_of(e) for e in knowledge for _ in aliases_of(kind_of(e), e))
    examples = Counter(kind_of(e) for e in knowledge for _ in (*e.yes, *e.no))
    print(ROW.format("kind", "entries", "checked", "names", "examples"))
    for kind, entries in knowledge.counts().items():
        print(ROW.format(kind, entries, checked[kind], names[kind], examples[kind]))
    total = sum(knowledge.counts().values())
    print(ROW.format("all", total, checked.total(), names.total(), examples.total()))
    print()
    for line in _more(knowledge):
        print(line)


def _more(knowledge: Knowledge) -> list[str]:
    weapons = knowledge.all("weapon", Weapon)
    steps = [step for regime in knowledge.all("regime", Regime) for step in regime.step]
    elsewhere = [f for f in knowledge.all("fact", Fact) if not {"India", "United States"} & {*f.countries, f.country}]
    variants, families = sum(len(w.variant) for w in weapons), sum(bool(w.variant) for w in weapons)
    return [
        f"variants of weapons      {variants}, in {families} families",
        f"steps of regimes         {len(steps)}, with {sum(len(s.cues) for s in steps)} cues",
        f"facts of other states    {len(elsewhere)} concern neither India nor the United States",
        f"digest                   {knowledge.digest}",
    ]


if __name__ == "__main__":
    main()
