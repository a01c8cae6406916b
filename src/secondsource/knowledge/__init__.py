"""What is true of the domain: weapons, makers, countries, bodies, agreements, laws, outlets, dated facts, phrases.

All of it is data in TOML, validated when loaded. `load` returns a `Knowledge`; a user's own folder lies over ours.
`check` names what is wrong with such a folder, its failed examples included; `search` looks an entry up.
"""

from pathlib import Path

from secondsource.errors import KnowledgeError
from secondsource.knowledge.entries import Entry
from secondsource.knowledge.examples import failed_examples
from secondsource.knowledge.lexicon import Knowledge
from secondsource.knowledge.loading import load
from secondsource.knowledge.matching import Mention

__all__ = ["Knowledge", "Mention", "check", "load", "search"]


def check(folder: Path | None = None) -> list[str]:
    """Every problem of the entries and every example that fails, with `folder` laid over our own; empty when fine."""
    try:
        return failed_examples(load(folder))
    except KnowledgeError as fault:
        return fault.problems


def search(term: str, folder: Path | None = None) -> list[Entry]:
    """The entries whose names or aliases hold `term`, in any case, by kind and id."""
    return load(folder).search(term)
