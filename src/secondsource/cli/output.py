"""What goes to the terminal: tables and records on stdout, progress on stderr, and nothing that could steer either."""

import datetime
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click
from rich.console import Console, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

WIDTH_WITHOUT_TERMINAL = 100_000
NARROWEST = 20
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_BREAKS = re.compile(r"\s*[\t\n]\s*")
_UNBROKEN = frozenset({"ID", "BAND", "KIND", "VOICES", "GRADE"})
_VERBS = {
    "read": "reading",
    "trace": "tracing where texts come from",
    "understand": "understanding",
    "enter": "making the ledger",
}


def today() -> datetime.date:
    """The day by this machine's clock and time zone: the only clock in the program."""
    return datetime.datetime.now().astimezone().date()


def plain(text: object) -> str:
    """Text from a report or a file name without the characters by which it could steer a terminal."""
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", str(text))


def one_line(text: object) -> str:
    """`plain` text that cannot begin a line of its own either."""
    return _BREAKS.sub(" ", plain(text)).strip()


def print_json(value: object) -> None:
    """Print a value as JSON; characters that could steer a terminal stand in it as escapes."""
    printed = json.dumps(value, ensure_ascii=False, indent=1)
    click.echo(_STEERING.sub(lambda found: f"\\u{ord(found.group()):04x}", printed))


def say(message: str) -> None:
    """Print a message for the person at the terminal, on stderr."""
    click.echo(plain(message), err=True)


def print_lines(lines: Iterable[str]) -> None:
    """Print lines of text from the library."""
    for line in lines:
        click.echo(plain(line))


def print_texts(lines: Iterable[Text]) -> None:
    """Print lines that were made `plain` and broken where they should be."""
    console = _console()
    for line in lines:
        console.print(line, soft_wrap=True)


def print_page(blocks: Iterable[RenderableType]) -> None:
    """Print blocks of `plain` text, each broken at the width of the page."""
    console = _Console(width=page_width())
    for block in blocks:
        console.print(block)


def terminal_width() -> int | None:
    """The columns of the terminal that stdout is; None where it is none."""
    return page_width() if sys.stdout.isatty() else None


def page_width() -> int:
    """The columns in which a page must fit, on a terminal or in a pager behind a pipe."""
    return max(NARROWEST, _Console().width)


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table: folded to the width of a terminal, and one line a row where there is none."""
    console = _console()
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold", no_wrap=column in _UNBROKEN)
    for row in rows:
        table.add_row(*(Text(plain("" if cell is None else cell)) for cell in row))
    console.print(table)


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """A bar for each stage on a terminal, a line for each finished stage elsewhere."""
    if not sys.stderr.isatty():
        yield _line
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, Any] = {}

        def show(stage: str, done: int, total: int) -> None:
            if total and stage not in tasks:
                tasks[stage] = bars.add_task(_VERBS.get(stage, stage), total=total)
            if stage in tasks:
                bars.update(tasks[stage], completed=done, total=total)

        yield show


def _line(stage: str, done: int, total: int) -> None:
    if done == total and total > 1:
        click.echo(f"{_VERBS.get(stage, stage)}: {done} of {total}", err=True)


class _Console(Console):
    """A console without colour where `NO_COLOR` is set, which leaves a reader that stops early to the command."""

    def __init__(self, width: int | None = None) -> None:
        super().__init__(width=width, color_system=None if os.environ.get("NO_COLOR") else "auto")

    def on_broken_pipe(self) -> None:
        raise  # noqa: PLE0704  # called while a BrokenPipeError is handled


def _console() -> Console:
    return _Console() if sys.stdout.isatty() else _Console(width=WIDTH_WITHOUT_TERMINAL)
