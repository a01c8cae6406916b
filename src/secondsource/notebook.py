"""The lineage of plain texts, for a notebook or a script: `secondsource.trace`."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from secondsource.knowledge import load
from secondsource.lineage import compare
from secondsource.lineage import trace as trace_reports
from secondsource.model.lineage import Link
from secondsource.model.report import Report

READER = "plain-text"
# So many texts are laid side by side each with each, in some seconds; of more, those that the index proposes.
EACH_WITH_EACH = 32


def trace(texts: Mapping[str, str]) -> tuple[Link, ...]:
    """Who took text or information from whom among `texts`, which are given by name.

    Each link has the fields of the export: `report` and `of` are names as given (`of` is None where the other text is
    not among them), `passages` are stretches of both texts in code points (`start`, `end`, `of_start`, `of_end`, ends
    exclusive), `relation`, `direction`, `coverage` and `confidence` (0..1), `reasons` with `rule` and `detail`, and
    `changes` with their `kind` and both stretches. The links are ordered by `report`, `of` and relation; the order of
    `texts` changes nothing.

    A text is taken as it is: without an outlet or a date of its own, and with no part of it as furniture.

    Raises:
        TypeError: `texts` is no mapping, or a name or a text is no string.
    """
    given: Any = texts
    if not isinstance(given, Mapping):
        raise TypeError(
            f"give the texts by name, as in trace({{'ours': '...', 'theirs': '...'}}), not as a {type(given).__name__}"
        )
    for name, text in given.items():
        if not isinstance(name, str) or not isinstance(text, str):
            raise TypeError(f"names and texts are strings; {name!r} is {type(text).__name__}")
    knowledge = load()
    reports = [_plain(name, text) for name, text in texts.items()]
    found = compare(reports, knowledge, each_with_each=len(reports) <= EACH_WITH_EACH)
    links = trace_reports(reports, found, knowledge).links
    return tuple(sorted(links, key=lambda link: (link.report, link.of or "", link.relation, link.id)))


def _plain(name: str, text: str) -> Report:
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Report(id=name, source=name, url=None, text=text, sha256=digest, reader=READER)
