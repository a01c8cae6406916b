"""Keeps a library in one file. SQLite through SQLAlchemy Core; rows become records here and nowhere else."""

from pathlib import Path

from secondsource import __version__
from secondsource.store.library import Kept, Library
from secondsource.store.opening import open_engine
from secondsource.store.rows import Snapshot, State, storable

__all__ = ["Kept", "Library", "Snapshot", "State", "open_library", "scratch_library", "storable"]


def open_library(path: Path, *, create: bool = False) -> Library:
    """The library at `path`, to be used in a `with` block.

    Args:
        path: its file.
        create: make an empty one where there is none.

    Raises:
        StoreError: there is no such file, or it cannot be read or written.
        NotALibrary: the file is something else.
        StoreTooNew: a later version wrote it.
    """
    return Library(open_engine(path, create=create, version=__version__), path)


def scratch_library() -> Library:
    """An empty library in memory, gone when it is closed."""
    return Library(open_engine(None, create=True, version=__version__), None)
