"""`verify` holds on a sound library and names the fault of a tampered one."""

import json
import shutil
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from secondsource.knowledge import load
from secondsource.store import open_library
from secondsource.verify import verify

from .journey import added, quiet, samples


@pytest.fixture
def path(tmp_path: Path, whole: Path) -> Path:
    return Path(shutil.copy(whole, tmp_path / "library.db"))


def faults(path: Path) -> list[str]:
    with open_library(path) as library:
        return verify(library, load(None), quiet)


def tamper(path: Path, sql: str, *values: object) -> None:
    with closing(sqlite3.connect(path)) as file:
        assert file.execute(sql, values).rowcount > 0
        file.commit()


def tamper_record(path: Path, kind: str, **fields: object) -> str:
    """Change fields of the first derived record of a kind; its id or record."""
    with closing(sqlite3.connect(path)) as file:
        place, ident, record = file.execute(
            "SELECT place, id, record FROM derived WHERE kind = ? ORDER BY place LIMIT 1", (kind,)
        ).fetchone()
        changed = json.dumps({**json.loads(record), **fields})
        file.execute("UPDATE derived SET record = ? WHERE kind = ? AND place = ?", (changed, kind, place))
        file.commit()
    return str(ident)


def test_a_sound_library_has_no_faults(path: Path) -> None:
    assert faults(path) == []


def test_a_changed_text_is_named(path: Path) -> None:
    tamper(path, "UPDATE reports SET text = replace(text, 'a', 'e') WHERE source LIKE '%01-%'")
    assert any("is not the one that was read" in fault and "01-" in fault for fault in faults(path))


def test_changed_bytes_are_named(path: Path) -> None:
    tamper(path, "UPDATE raws SET data = CAST(replace(CAST(data AS TEXT), 'the', 'teh') AS BLOB)")
    assert any("does not follow from its bytes" in fault for fault in faults(path))


def test_a_text_changed_with_its_hash_is_named(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        ident, text, record = file.execute("SELECT id, text, record FROM reports LIMIT 1").fetchone()
        text = text.replace("a", "e", 1)
        record = json.dumps({**json.loads(record), "sha256": sha256(text.encode()).hexdigest()})
        file.execute("UPDATE reports SET text = ?, record = ? WHERE id = ?", (text, record, ident))
        file.commit()
    assert any("does not follow from its bytes" in fault for fault in faults(path))


def test_a_changed_report_id_is_named(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        ident, record = file.execute("SELECT id, record FROM reports LIMIT 1").fetchone()
        file.execute(
            "UPDATE reports SET id = 'rep-forged', record = ? WHERE id = ?",
            (record.replace(ident, "rep-forged"), ident),
        )
        file.execute("UPDATE raws SET report = 'rep-forged' WHERE report = ?", (ident,))
        file.commit()
    assert faults(path)


@pytest.mark.parametrize(("kind", "field"), [("statement", "evidence"), ("link", "passages"), ("origin", "passages")])
def test_a_span_outside_its_text_is_named(path: Path, kind: str, field: str) -> None:
    with open_library(path) as library:
        report = library.reports()[0].id
    ident = tamper_record(path, kind, report=report, of=None, **{field: [{"report": report, "start": 5, "end": 10**7}]})
    assert any(ident in fault and "outside the text" in fault for fault in faults(path))


def test_a_quote_that_does_not_stand_there_is_named(path: Path) -> None:
    tamper_record(path, "quote", text="“Nobody said this.”")
    assert any("is not what stands there" in fault for fault in faults(path))


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("entry", {"status": "cancelled"}),
        ("statement", {"supplier": "Freedonia"}),
        ("informant", {"label": "Nobody"}),
        ("origin", {"label": "The Forger"}),
        ("link", {"relation": "copy", "coverage": 0.123}),
    ],
)
def test_a_changed_record_is_named(path: Path, kind: str, fields: dict[str, object]) -> None:
    ident = tamper_record(path, kind, **fields)
    assert any("do not follow from the reports" in fault and ident in fault for fault in faults(path))


def test_a_record_taken_away_is_named(path: Path) -> None:
    tamper(path, "DELETE FROM derived WHERE kind = 'entry' AND place = 0")
    assert any("entries do not follow" in fault for fault in faults(path))


def test_a_record_that_is_no_record_is_named(path: Path) -> None:
    tamper(path, "UPDATE derived SET record = '[]' WHERE kind = 'entry' AND place = 0")
    assert any("is damaged" in fault for fault in faults(path))


def test_an_unfinished_run_is_named(path: Path) -> None:
    with open_library(path) as library:
        library.remove([library.reports()[0].id])
    assert any("`secondsource add` finishes" in fault for fault in faults(path))
    with open_library(path) as library:
        added(library, samples())
    assert faults(path) == []
