"""Reads the TOML files, checks every entry, and names every problem in one pass."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Protocol

import msgspec

from secondsource.errors import KnowledgeError
from secondsource.knowledge.entries import KINDS, Agreement, Entry, Fact, Law, Phrase, Regime, Thing, Weapon
from secondsource.knowledge.lexicon import Knowledge
from secondsource.model.statement import AGREEMENT_STATUSES, TRANSFER_STATUSES

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_MUST_SHOW = (Weapon, Agreement, Law, Phrase)


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
    for (kind, _), (where, entry) in entries.items():
        problems.extend(f"{where}: [{entry.id}] {what}" for what in _check(kind, entry, entries))
    problems.extend(_doubled_aliases(entries))
    if problems:
        raise KnowledgeError(sorted(set(problems)))
    return Knowledge((kind, entry) for (kind, _), (_, entry) in sorted(entries.items()))


def _folders(overlay: Path | None) -> Iterator[_Folder]:
    yield resources.files("secondsource.knowledge") / "data"  # type: ignore[misc]
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
                tables = tomllib.loads(item.read_text(encoding="utf-8"))
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


def _check(kind: str, entry: Entry, entries: dict[tuple[str, str], tuple[str, Entry]]) -> Iterator[str]:
    if not _ID.fullmatch(entry.id):
        yield "the id must be a lower-case slug"
    if entry.source == "unverified":
        if entry.checked:
            yield "an unverified entry carries no date of a check"
    elif not entry.source.startswith(("https://", "http://")):
        yield "the source must be the address of a page, or `unverified`"
    elif not entry.checked or not _DATE.fullmatch(entry.checked):
        yield "a source needs the day it was checked"
    if isinstance(entry, _MUST_SHOW) and not entry.yes:
        yield "needs at least one `yes` sentence"
    if getattr(entry, "weak", ()) and not (entry.yes and entry.no):
        yield "weak aliases need a `yes` and a `no` sentence"
    yield from _check_fields(entry, entries)


def _check_fields(entry: Entry, entries: dict[tuple[str, str], tuple[str, Entry]]) -> Iterator[str]:
    for field in ("start", "end", "signed", "in_force", "enacted", "since", "sanctions_from", "date"):
        value = getattr(entry, field, None)
        if value is not None and not _DATE.fullmatch(value):
            yield f"`{field}` must be YYYY, YYYY-MM or YYYY-MM-DD, not {value!r}"
    if isinstance(entry, Fact) and entry.end and entry.end < entry.start[: len(entry.end)]:
        yield "ends before it starts"
    if isinstance(entry, Weapon) and ("maker", entry.maker) not in entries:
        yield f"no maker {entry.maker!r}"
    if isinstance(entry, Agreement) and entry.status not in AGREEMENT_STATUSES:
        yield f"{entry.status!r} is no status of an agreement"
    if isinstance(entry, Regime):
        for step in entry.step:
            if step.status not in TRANSFER_STATUSES:
                yield f"step {step.id}: {step.status!r} is no status of a transfer"
    if isinstance(entry, Phrase | Thing):
        try:
            re.compile(entry.pattern)
        except re.error as fault:
            yield f"the pattern does not compile: {fault}"


def _doubled_aliases(entries: dict[tuple[str, str], tuple[str, Entry]]) -> Iterable[str]:
    claimed: dict[tuple[str, str], str] = {}
    for (kind, ident), (where, entry) in entries.items():
        if isinstance(entry, Fact):
            continue
        for alias in getattr(entry, "aliases", ()):
            other = claimed.setdefault((kind, alias), ident)
            if other != ident:
                yield f"{where}: [{ident}] the alias {alias!r} is claimed by {other} too"
