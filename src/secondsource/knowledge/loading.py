"""Reads the TOML files, checks every entry, and names every problem in one pass."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Protocol

import msgspec

from secondsource.errors import KnowledgeError
from secondsource.knowledge.checking import doubled_names, problems_of
from secondsource.knowledge.entries import KINDS, Entry
from secondsource.knowledge.lexicon import Knowledge
from secondsource.knowledge.tables import read_tables


class _Folder(Protocol):
    """A folder on disk or inside the installed package."""

    @property
    def name(self) -> str: ...
    def iterdir(self) -> Iterator[Any]: ...
    def is_dir(self) -> bool: ...
    def read_text(self, encoding: str) -> str: ...


@cache
def load(overlay: Path | None = None) -> Knowledge:
    """Load the packaged knowledge, with the entries of the folder `overlay` laid over it by kind and id.

    Raises:
        KnowledgeError: an entry is malformed, doubled, without its source or refers to what does not exist.
    """
    problems: list[str] = []
    entries: dict[tuple[str, str], tuple[str, Entry]] = {}
    for folder in _folders(overlay):
        seen: set[tuple[str, str]] = set()
        for where, kind, entry in _read(folder, problems):
            key = (kind, entry.id)
            if key in seen:
                problems.append(f"{where}: [{entry.id}] this {kind} stands twice")
            seen.add(key)
            entries[key] = (where, entry)
    knowledge = Knowledge((kind, entry) for (kind, _), (_, entry) in sorted(entries.items()))
    problems.extend(problems_of(entries))
    problems.extend(doubled_names(knowledge.matcher, entries))
    if problems:
        raise KnowledgeError(sorted(set(problems)))
    return knowledge


def _folders(overlay: Path | None) -> Iterator[_Folder]:
    yield resources.files("secondsource.knowledge") / "data"
    if overlay is not None:
        if not overlay.is_dir():
            raise KnowledgeError([f"{overlay}: no such folder; give a folder of .toml files"])
        yield overlay


def _read(folder: _Folder, problems: list[str], prefix: str = "") -> Iterator[tuple[str, str, Entry]]:
    for item in sorted(folder.iterdir(), key=lambda i: str(i.name)):
        where = f"{prefix}{item.name}"
        if item.is_dir():
            yield from _read(item, problems, f"{where}/")
        elif item.name.endswith(".toml"):
            try:
                tables = read_tables(item.read_text(encoding="utf-8"))
            except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
                problems.append(f"{where}: {fault}")
                continue
            yield from _rows(where, tables, problems)


def _rows(where: str, tables: dict[str, Any], problems: list[str]) -> Iterator[tuple[str, str, Entry]]:
    for kind, rows in tables.items():
        if kind not in KINDS or not isinstance(rows, list):
            problems.append(f"{where}: [{kind}] is no kind of entry; kinds are {', '.join(KINDS)}")
            continue
        for row in rows:
            name = row.get("id", "?") if isinstance(row, dict) else "?"
            try:
                yield where, kind, msgspec.convert(row, KINDS[kind], strict=True)
            except msgspec.ValidationError as fault:
                problems.append(f"{where}: [{name}] {fault}")
