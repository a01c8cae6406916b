import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection

from secondsource.errors import NotALibrary, StoreError, StoreTooNew
from secondsource.model.report import Discard
from secondsource.store import open_library

from ..unprivileged import unprivileged  # noqa: TID252


def test_the_file_is_kept_under_the_settings_that_survive_a_crash(tmp_path: Path) -> None:
    with open_library(tmp_path / "l.db", create=True) as library:
        with library._reading() as connection:
            assert _pragma(connection, "journal_mode") == "wal"
            assert _pragma(connection, "synchronous") == 2
            assert _pragma(connection, "foreign_keys") == 1
        with library._writing() as connection:
            assert _pragma(connection, "synchronous") == 2
            assert _pragma(connection, "foreign_keys") == 1
    with closing(sqlite3.connect(tmp_path / "l.db")) as bare:
        assert bare.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_missing_library_is_named_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no library at"):
        open_library(tmp_path / "l.db")
    assert not (tmp_path / "l.db").exists()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no folder"):
        open_library(tmp_path / "no" / "l.db", create=True)


@pytest.mark.parametrize("create", [True, False])
def test_another_file_is_no_library_and_stays_as_it_was(tmp_path: Path, *, create: bool) -> None:
    (tmp_path / "l.db").write_bytes(b"%PDF-1.7 " + b"x" * 5000)
    with pytest.raises(NotALibrary):
        open_library(tmp_path / "l.db", create=create)
    assert (tmp_path / "l.db").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("create", [True, False])
def test_another_database_is_no_library_and_stays_as_it_was(tmp_path: Path, *, create: bool) -> None:
    with closing(sqlite3.connect(tmp_path / "l.db")) as other:
        other.execute("CREATE TABLE shopping (item)")
    before = (tmp_path / "l.db").read_bytes()
    with pytest.raises(NotALibrary):
        open_library(tmp_path / "l.db", create=create)
    assert (tmp_path / "l.db").read_bytes() == before


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    with pytest.raises(NotALibrary, match="is a folder"):
        open_library(tmp_path)


def test_an_empty_file_becomes_a_library_only_when_one_is_to_be_made(tmp_path: Path) -> None:
    (tmp_path / "l.db").touch()
    with pytest.raises(NotALibrary, match="is empty"):
        open_library(tmp_path / "l.db")
    open_library(tmp_path / "l.db", create=True).close()
    open_library(tmp_path / "l.db").close()


def test_a_library_of_a_later_version_is_refused_by_name(tmp_path: Path) -> None:
    open_library(tmp_path / "l.db", create=True).close()
    with closing(sqlite3.connect(tmp_path / "l.db")) as file:
        file.execute("UPDATE library SET schema = 99, made_by = '7.0'")
        file.commit()
    with pytest.raises(StoreTooNew, match=r"written by Second Source 7\.0"):
        open_library(tmp_path / "l.db")


def test_a_truncated_library_is_a_store_error(tmp_path: Path) -> None:
    open_library(tmp_path / "l.db", create=True).close()
    data = (tmp_path / "l.db").read_bytes()
    (tmp_path / "l.db").write_bytes(data[: len(data) // 2])
    with pytest.raises(StoreError), open_library(tmp_path / "l.db") as library:
        library.reports()


def test_a_library_that_may_not_be_written_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    path = folder / "l.db"
    open_library(path, create=True).close()
    path.chmod(0o444)
    folder.chmod(0o555)
    try:
        assert unprivileged(lambda: _write(path), tmp_path) == "cannot be opened for writing"
    finally:
        folder.chmod(0o755)


def _write(path: Path) -> str:
    try:
        with open_library(path) as library:
            library.keep([], [Discard(source="a", reason="empty", detail="")])
    except StoreError as fault:
        return "cannot be opened for writing" if "cannot be opened for writing" in str(fault) else str(fault)
    return "written"


def _pragma(connection: Connection, name: str) -> object:
    return connection.exec_driver_sql(f"PRAGMA {name}").scalar()
