import tomllib
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.knowledge import tables
from secondsource.knowledge.tables import read_tables

DATA = Path(str(resources.files("secondsource.knowledge") / "data"))
FILES = sorted(DATA.rglob("*.toml"))
LINES = [
    "[[a]]", "[[b]]", "[[a.c]]", "[[b.c]]", "[a]", 'k = "v"', 'k = "w" # note', 'l = ["a", "b"]', "l = []", "# note",
    'm = ["a",', '  "b",', "]", "n = 1", 'o = "a\\n"', "p = 'lit'", "", "  ", 'c = ["x"]', 'q = """x"""', '"k" = "v"',
    'k.j = "v"', 'l = ["#", "]"]', 'm = ["a" "b"]', "m = [,]", 'r = "tab\there"', "[[a]] # x", '\tk = "v"', "s = true",
]  # fmt: skip


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_reads_our_files_as_tomllib_does(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert read_tables(text) == tomllib.loads(text)


def test_the_quick_way_reads_most_of_our_files() -> None:
    quick = [p for p in FILES if tables._plain_tables(p.read_text(encoding="utf-8") + "\n") is not None]
    assert sum(p.stat().st_size for p in quick) > 0.8 * sum(p.stat().st_size for p in FILES)


@given(st.lists(st.sampled_from(LINES), max_size=8))
def test_reads_any_file_as_tomllib_does(lines: list[str]) -> None:
    text = "\n".join(lines)
    try:
        expected = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        with pytest.raises(tomllib.TOMLDecodeError):
            read_tables(text)
    else:
        assert read_tables(text) == expected


@given(st.text(max_size=30))
def test_reads_any_string_as_tomllib_does(value: str) -> None:
    text = f'[[a]]\nk = "{value}"\nl = ["{value}", "x"]\n'
    try:
        expected = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        with pytest.raises(tomllib.TOMLDecodeError):
            read_tables(text)
    else:
        assert read_tables(text) == expected
