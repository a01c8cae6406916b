"""A tree drawn in lines of text."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

# However deep a branch hangs, so many columns are left to its words; the terminal itself breaks what is longer.
FEWEST_COLUMNS = 24
_THROUGH, _PAST, _FORK, _LAST = "│  ", "   ", "├─ ", "└─ "


def drawn(nodes: Sequence[tuple[int, Text]], width: int | None) -> Iterator[Text]:
    """The lines of a tree.

    Args:
        nodes: every node after the one that it hangs from, with its depth; roots have depth 0.
        width: the columns into which the lines must fit, or None to leave each node on one line.
    """
    console = Console(width=width)
    for (depth, label), open_after in zip(nodes, _open_after(nodes), strict=True):
        trunk = "".join(_THROUGH if level in open_after else _PAST for level in range(1, depth))
        fork = "" if not depth else _FORK if depth in open_after else _LAST
        under = "" if not depth else _THROUGH if depth in open_after else _PAST
        room = max(FEWEST_COLUMNS, width - 3 * depth) if width else None
        lines = label.wrap(console, room, overflow="fold") if room else [label]
        for number, line in enumerate(lines):
            line.rstrip()
            yield Text.assemble((trunk + (under if number else fork), "dim"), line)


def _open_after(nodes: Sequence[tuple[int, Text]]) -> list[frozenset[int]]:
    """For each node the depths, down to its own, at which a later node hangs from the same branch."""
    found: list[frozenset[int]] = []
    waiting: frozenset[int] = frozenset()
    for depth, _ in reversed(nodes):
        waiting = frozenset(level for level in waiting if level <= depth)
        found.append(waiting)
        waiting |= {depth}
    return found[::-1]
