"""Opens a library file: what it is, whether this version can use it, and the settings under which SQLite keeps it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, select
from sqlalchemy.exc import DatabaseError, DBAPIError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from secondsource.errors import NotALibrary, StoreError, StoreTooNew
from secondsource.store.schema import SCHEMA, library, metadata

BUSY_SECONDS = 30
"""How long a second process waits for the first to finish writing a batch."""


def open_engine(path: Path | None, *, create: bool, version: str) -> Engine:
    """An engine on the library at `path`, or on an empty one in memory where `path` is None.

    Raises:
        StoreError: there is no such file, it cannot be read or it cannot be written.
        NotALibrary: the file is something else.
        StoreTooNew: a later version wrote it.
    """
    if path is not None:
        _check_place(path, create=create)
    engine = _engine(path)
    try:
        with faults(path):
            _prepare(engine, path, create=create, version=version)
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextmanager
def faults(path: Path | None) -> Iterator[None]:
    """Turn what the database complains of into an error that says what to do."""
    try:
        yield
    except DBAPIError as fault:
        raise _named(path, fault) from fault


def _named(path: Path | None, fault: DBAPIError) -> StoreError:
    text = str(fault.orig).lower()
    if "not a database" in text or "file is encrypted" in text:
        return NotALibrary(f"{path} is not a Second Source library")
    if "readonly" in text or "read-only" in text or "unable to open" in text:
        return StoreError(
            f"{path} cannot be opened for writing, which a library needs even to be read; "
            "copy it to a folder where you may write, or give another with --library"
        )
    if "locked" in text or "busy" in text:
        return StoreError(f"{path} is in use by another process; try again when that is done")
    if "disk is full" in text:
        return StoreError(f"{path}: the disk is full; what was read before is kept, make room and run it again")
    if isinstance(fault, OperationalError | DatabaseError):
        return StoreError(f"{path} is damaged or cannot be used: {fault.orig}")
    return StoreError(f"{path}: {fault.orig}")


def _check_place(path: Path, *, create: bool) -> None:
    try:
        _look(path, create=create)
    except OSError as fault:
        raise StoreError(f"{path} cannot be reached: {fault.strerror}; give another file with --library") from fault


def _look(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise NotALibrary(f"{path} is a folder; give the library's file")
    if not path.exists() and not create:
        raise StoreError(f"there is no library at {path}; `secondsource add FILES` makes one")
    if not path.exists() and not path.parent.is_dir():
        raise StoreError(f"there is no folder {path.parent} to make a library in")


def _engine(path: Path | None) -> Engine:
    if path is None:
        engine = create_engine("sqlite://", poolclass=StaticPool)
    else:
        url = URL.create("sqlite", database=str(path))
        engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _settings)
    event.listen(engine, "begin", _begin)
    return engine


def _settings(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # transactions are begun by `_begin`, not by the driver's guess
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA trusted_schema = OFF")


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _prepare(engine: Engine, path: Path | None, *, create: bool, version: str) -> None:
    with engine.connect() as connection:
        names = inspect(connection).get_table_names()
        found = connection.execute(select(library)).first() if "library" in names else None
    if names and found is None:
        raise NotALibrary(f"{path} is an SQLite database, not a Second Source library")
    if found is not None and found.schema > SCHEMA:
        raise StoreTooNew(
            f"{path} was written by Second Source {found.made_by} (schema {found.schema}); "
            f"this is {version} (schema {SCHEMA}): upgrade it"
        )
    if found is None:
        if not create:
            raise NotALibrary(f"{path} is empty; `secondsource add FILES` fills it")
        _make(engine, path, version)


def _make(engine: Engine, path: Path | None, version: str) -> None:
    if path is not None:
        _write_ahead(engine)
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        metadata.create_all(connection)
        if connection.execute(select(library)).first() is None:
            connection.execute(library.insert().values(schema=SCHEMA, made_by=version))


def _write_ahead(engine: Engine) -> None:
    """Switch the file to a write-ahead log, outside any transaction; the file remembers it."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        raw.close()
