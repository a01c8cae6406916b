"""The reference names every kind and every field; the guide's example is a folder that loads."""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from secondsource.knowledge import check, load
from secondsource.knowledge.entries import KINDS, Entry, RegimeStep, Variant
from tests.source import ROOT

REFERENCE = ROOT / "docs" / "reference" / "knowledge.md"
GUIDE = ROOT / "docs" / "knowledge.md"
TYPES: dict[str, type[msgspec.Struct]] = {
    **KINDS, "variant": Variant, "step": RegimeStep, "every entry": Entry,
}  # fmt: skip


def fields(type_: type[msgspec.Struct]) -> Iterator[tuple[str, bool]]:
    """The fields of a type as files write them, and whether they must be there."""
    common = {f.encode_name for f in msgspec.structs.fields(Entry)}
    for field in msgspec.structs.fields(type_):
        if type_ is Entry or field.encode_name not in common or not issubclass(type_, Entry):
            yield field.encode_name, field.required


def rows(name: str) -> dict[str, str]:
    """The table under a heading of the reference: what it says of each field."""
    parts = re.split(r"^#+ (.+)$", REFERENCE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    sections = {heading.replace("`", ""): text for heading, text in zip(parts[1::2], parts[2::2], strict=True)}
    assert name in sections, f"docs/reference/knowledge.md has no heading {name}"
    return dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", sections[name], flags=re.MULTILINE))


@pytest.mark.parametrize("name", TYPES)
def test_every_field_is_in_the_reference_and_nothing_else(name: str) -> None:
    found = rows(name)
    assert set(found) == {field for field, _ in fields(TYPES[name])}
    for field, required in fields(TYPES[name]):
        assert ("optional" in found[field].split(";")[0]) != required, f"{name}.{field}"


@pytest.mark.parametrize("kind", KINDS)
def test_the_guide_names_every_kind(kind: str) -> None:
    assert f"`{kind}`" in GUIDE.read_text(encoding="utf-8")


def test_every_file_of_ours_is_in_the_guide() -> None:
    data = ROOT / "src" / "secondsource" / "knowledge" / "data"
    text = GUIDE.read_text(encoding="utf-8")
    for path in data.iterdir():
        assert f"`{path.name}{'/' if path.is_dir() else ''}`" in text


def test_the_examples_of_the_guide_are_a_folder_that_is_fine(tmp_path: Path) -> None:
    blocks = re.findall(r"^```toml\n(.+?)^```$", GUIDE.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    assert blocks
    for number, block in enumerate(blocks):
        (tmp_path / f"{number}.toml").write_text(block, encoding="utf-8")
    assert check(tmp_path) == []
    assert load(tmp_path).digest != load().digest
