"""Markdown with YAML front matter: the fields that name the report, and the body after them, unchanged."""

import re
from dataclasses import dataclass, fields

import yaml

LARGEST_FRONT_MATTER = 32_768
_DEEPEST = 8
_FENCE = re.compile(r"---[ \t]*\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_FIELD = re.compile(r"\s*[A-Za-z][\w -]{0,40}:(?:\s|$)")
_DEPTH = {
    yaml.MappingStartEvent: 1,
    yaml.SequenceStartEvent: 1,
    yaml.MappingEndEvent: -1,
    yaml.SequenceEndEvent: -1,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What a report says of itself outside its text. Every field is as printed; None where it is absent."""

    title: str | None = None
    url: str | None = None
    published: str | None = None
    updated: str | None = None
    outlet: str | None = None
    byline: str | None = None
    language: str | None = None


class BrokenFrontMatter(Exception):
    """The front matter cannot be read; the message says why."""


def split(text: str) -> tuple[FrontMatter, str]:
    """The front matter of `text` and the body after it.

    Raises:
        BrokenFrontMatter: it opens and never closes, or what it holds is not a plain YAML mapping.
    """
    opening = _FENCE.match(text)
    if not opening:
        return FrontMatter(), text
    closing = _CLOSE.search(text, opening.end())
    if closing and closing.start() - opening.end() <= LARGEST_FRONT_MATTER:
        block = text[opening.end() : closing.start()]
        if block.strip() and not _looks_like_fields(block):
            return FrontMatter(), text
        return _parsed(block), text[closing.end() :]
    if not _looks_like_fields(text[opening.end() : opening.end() + 4096]):
        return FrontMatter(), text
    if closing:
        raise BrokenFrontMatter(f"the front matter is longer than {LARGEST_FRONT_MATTER:,} characters")
    raise BrokenFrontMatter("the front matter opens with --- and no line closes it")


def _looks_like_fields(block: str) -> bool:
    """A thematic break (`---`) may open a text too: only fields make it front matter."""
    lines = [line for line in block.split("\n", 40)[:40] if line.strip() and not line.lstrip().startswith("#")]
    return bool(lines) and (
        bool(_FIELD.match(lines[0])) or lines[0].lstrip()[:1] in ("{", "[", "&", "*", "!", '"', "'")
    )


def _parsed(block: str) -> FrontMatter:
    try:
        _refuse_bombs(block)
        values = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506  (it builds strings, lists and dicts only)
    except (yaml.YAMLError, RecursionError, ValueError) as fault:
        first = str(fault).split("\n")[0][:200]
        raise BrokenFrontMatter(f"the front matter is not YAML: {first}") from None
    if values is None or values == "":
        return FrontMatter()
    if not isinstance(values, dict):
        raise BrokenFrontMatter("the front matter must be lines of `key: value`")
    known = {field.name for field in fields(FrontMatter)}
    printed = {key: _printed(value) for key, value in values.items() if key in known}
    return FrontMatter(**{key: value for key, value in printed.items() if value})


def _refuse_bombs(block: str) -> None:
    depth = 0
    if max((len(run) for run in re.findall(r"[\[{]+", block)), default=0) > _DEEPEST:
        raise BrokenFrontMatter(f"the front matter is nested more than {_DEEPEST} deep")
    for event in yaml.parse(block, Loader=yaml.BaseLoader):
        if isinstance(event, yaml.AliasEvent):
            raise BrokenFrontMatter("the front matter refers to itself (YAML aliases); write the values out")
        depth += _DEPTH.get(type(event), 0)
        if depth > _DEEPEST:
            raise BrokenFrontMatter(f"the front matter is nested more than {_DEEPEST} deep")


def _printed(value: object) -> str | None:
    """A value as one line of text: a list of names is joined, anything deeper is ignored."""
    if isinstance(value, list):
        return ", ".join(item.strip() for item in value if isinstance(item, str) and item.strip()) or None
    return " ".join(value.split()) or None if isinstance(value, str) else None
