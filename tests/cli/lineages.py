"""Hand-made lineages, and the trees that are printed of them read back."""

import re
from typing import NamedTuple

from secondsource.cli.sources_tree import tree_lines
from secondsource.model.lineage import Change, ChangeKind, Lineage
from tests.factory import Press

_GUIDES = re.compile(r"(?:[│ ]  )*(?:[├└]─ )?")


class Line(NamedTuple):
    """A printed node: how deep it stands, what it says, and what it hangs from."""

    depth: int
    text: str
    above: tuple[str, ...]


def change(kind: ChangeKind) -> Change:
    return Change(kind=kind, start=0, end=1, of_start=0, of_end=1)


def lineage(press: Press) -> Lineage:
    return Lineage(links=tuple(press.links), origins=tuple(press.origins))


def printed(press: Press, width: int | None = None) -> list[str]:
    return [line.plain for line in tree_lines(lineage(press), press.reports, width)]


def tree(press: Press) -> list[Line]:
    """Every line with the beginnings (up to the first blank) of those that it hangs from, the root first."""
    found: list[Line] = []
    above: list[str] = []
    for line in filter(None, printed(press)):
        guides = _GUIDES.match(line)
        assert guides
        depth, text = len(guides.group()) // 3, line[guides.end() :]
        above = above[:depth]
        found.append(Line(depth, text, tuple(above)))
        above.append(text.split("  ")[0])
    return found


def places(press: Press, name: str) -> list[Line]:
    """Every line on which a report stands."""
    return [line for line in tree(press) if line.text.startswith(f"{name}.md")]
