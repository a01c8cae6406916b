"""Reads a TOML file into plain tables, quickly where it holds nothing but rows of plain strings.

The packaged files are one and a half million characters, and nearly all of it is `[[kind]]`, `key = "text"` and
`key = ["text", ...]`. One pattern reads these; a file with anything else goes to `tomllib` whole, which reads the same
in five times the time and names every fault. A test holds the two equal.
"""

import re
import tomllib
from typing import Any

_TEXT = r'"[^"\\\x00-\x1f\x7f]*"'
_GAP = r"[ \t\n]*"
_COMMENT = r"(?:#[^\x00-\x08\x0a-\x1f\x7f]*)?"
_LINE = re.compile(
    rf"[ \t]*(?:\[\[(?P<kind>[a-z-]+)(?:\.(?P<part>[a-z-]+))?\]\]|(?P<key>[a-z_]+) = "
    rf"(?:(?P<text>{_TEXT})|\[(?P<list>(?:{_GAP}{_TEXT}{_GAP},)*{_GAP}(?:{_TEXT}{_GAP})?)\]))?[ \t]*{_COMMENT}\n"
)
_ONE_TEXT = re.compile(_TEXT)


def read_tables(text: str) -> dict[str, Any]:
    """The tables of a TOML file.

    Raises:
        tomllib.TOMLDecodeError: the file is no TOML.
    """
    plain = _plain_tables(f"{text}\n")
    return tomllib.loads(text) if plain is None else plain


def _plain_tables(text: str) -> dict[str, Any] | None:
    """The tables of a file of plain rows that ends with a line end, or None where it holds anything else."""
    tables: dict[str, Any] = {}
    row: dict[str, Any] | None = None
    at = 0
    for line in _LINE.finditer(text):
        if line.start() != at:
            return None
        at = line.end()
        kind, part, key, one, several = line.groups()
        if kind:
            row = _new_row(tables, kind, part)
        if (kind or key) and (row is None or key in row):
            return None
        if key and row is not None:
            row[key] = one[1:-1] if one else [t[1:-1] for t in _ONE_TEXT.findall(several)]
    return tables


def _new_row(tables: dict[str, Any], kind: str, part: str | None) -> dict[str, Any] | None:
    row: dict[str, Any] = {}
    if part is None:
        tables.setdefault(kind, []).append(row)
        return row
    if kind not in tables:
        return None
    parts = tables[kind][-1].setdefault(part, [])
    if parts and not isinstance(parts[0], dict):
        return None
    parts.append(row)
    return row
