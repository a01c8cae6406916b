"""Where a command finds its library and its knowledge: options that stand before or after the command."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from secondsource.settings import Settings, settings

if TYPE_CHECKING:
    from secondsource.knowledge import Knowledge
    from secondsource.store import Library

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(slots=True)
class Places:
    """What the options and the environment say; an option of the command itself weighs more than one before it."""

    settings: Settings = field(default_factory=lambda: settings(os.environ))
    library: Path | None = None
    knowledge: Path | None = None

    @property
    def file(self) -> Path:
        """The library's file."""
        return self.library or self.settings.library

    @property
    def folder(self) -> Path | None:
        """The user's folder of knowledge, if there is one."""
        return self.knowledge or self.settings.knowledge

    def lexicon(self) -> "Knowledge":
        """The knowledge, with the user's folder over it."""
        from secondsource.knowledge import load  # noqa: PLC0415  # `--version` must not wait for it

        return load(self.folder)

    def open(self, *, create: bool = False) -> "Library":
        """The library, for a command that changes it."""
        from secondsource.store import open_library  # noqa: PLC0415

        return open_library(self.file, create=create)

    def read(self) -> "Library":
        """The library, for a command that shows it; says so where its ledger is behind its reports."""
        library = self.open()
        if library.unfinished():
            click.echo(
                f"secondsource: {self.file} has reports that are not worked through; `secondsource add` finishes it",
                err=True,
            )
        return library


def place_options(command: F) -> F:
    """Give a command `--library` and `--knowledge`."""
    library = click.option(
        "--library",
        type=click.Path(path_type=Path),
        expose_value=False,
        callback=_note,
        metavar="FILE",
        help="The library's file.  [default: ./secondsource.db, or SECONDSOURCE_LIBRARY]",
    )
    knowledge = click.option(
        "--knowledge",
        type=click.Path(path_type=Path),
        expose_value=False,
        callback=_note,
        metavar="FOLDER",
        help="A folder of your own knowledge, laid over ours.  [default: SECONDSOURCE_KNOWLEDGE]",
    )
    return library(knowledge(command))


def _note(ctx: click.Context, parameter: click.Parameter, value: Path | None) -> None:
    places = ctx.ensure_object(Places)
    if value is not None and parameter.name is not None:
        setattr(places, parameter.name, value)
