"""What goes to the terminal: tables and records on stdout, progress on stderr, and nothing that could steer either."""

import datetime
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

WIDTH_WITHOUT_TERMINAL = 100_000
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
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


def print_json(value: object) -> None:
    """Print a value as JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def say(message: str) -> None:
    """Print a message for the person at the terminal, on stderr."""
    click.echo(plain(message), err=True)


def print_lines(lines: Iterable[str]) -> None:
    """Print lines of text from the library."""
    for line in lines:
        click.echo(plain(line))


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


def _console() -> Console:
    return Console() if sys.stdout.isatty() else Console(width=WIDTH_WITHOUT_TERMINAL)
