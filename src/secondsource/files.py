"""The edge to the file system: what a person names becomes bytes, or a discard that says why not.

Folders are walked in order, hidden files left out. Nothing is opened that could block or that is plainly too large.
"""

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from secondsource.model.report import Discard, DiscardReason, Raw
from secondsource.read import FORMATS
from secondsource.read.decoding import LARGEST_INPUT

_REASONS: dict[int, tuple[DiscardReason, str]] = {
    errno.ENOENT: ("missing", "there is no such file"),
    errno.ENOTDIR: ("missing", "there is no such file"),
    errno.ELOOP: ("missing", "is a link that leads back to itself"),
    errno.EACCES: ("no-permission", "may not be read by this user"),
    errno.EPERM: ("no-permission", "may not be read by this user"),
    errno.ENAMETOOLONG: ("missing", "the name is longer than the system allows"),
    errno.ENXIO: ("not-a-file", "is a socket"),
}


def collect(sources: Iterable[str]) -> Iterator[Path | Discard]:
    """The files that `sources` name, each folder walked, and a discard for each name that leads to none."""
    for source in sources:
        if "://" in source:
            yield Discard(source=source, reason="missing", detail="addresses are not fetched; save the page to a file")
            continue
        path = Path(os.path.normpath(source)) if source else Path()
        if os.path.isdir(path):  # noqa: PTH112  # no fault, whatever the name
            yield from _walked(path)
        else:
            yield path


def open_raw(path: Path) -> Raw | Discard:
    """The bytes of one file, or why they cannot be had."""
    if path.suffix.lower() not in FORMATS:
        return _refused(path, "unknown-format", f"its name does not end in one of {', '.join(FORMATS)}")
    try:
        return _bytes_of(path)
    except OSError as fault:
        reason, detail = _REASONS.get(fault.errno or 0, ("reader-failed", f"the system says: {fault.strerror}"))
        if os.path.islink(path) and reason == "missing":  # noqa: PTH114  # no fault, whatever the name
            detail = "is a link to nothing"
        return _refused(path, reason, detail)
    except ValueError:
        return _refused(path, "missing", "the name holds a character that no file's name can")


def printable(path: Path) -> str:
    """A path as text; bytes of a name that are not UTF-8 are shown as escapes."""
    return os.fsencode(path).decode("utf-8", errors="backslashreplace")


def _walked(folder: Path) -> Iterator[Path | Discard]:
    faults: list[OSError] = []
    found = False
    for place, folders, names in os.walk(folder, onerror=faults.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            if (link := Path(place, name)).is_symlink():
                found = True
                yield _refused(link, "not-a-file", "is a link to a folder; give that folder itself")
        for name in sorted(names):
            if not name.startswith("."):
                found = True
                yield Path(place, name)
    for fault in faults:
        found = True
        yield _refused(Path(os.fsdecode(fault.filename)), "no-permission", "is a folder that this user may not open")
    if not found:
        yield _refused(folder, "empty", "is a folder with no files in it")


def _bytes_of(path: Path) -> Raw | Discard:
    # Without O_NONBLOCK a named pipe that nobody writes to would be waited for without end.
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with open(handle, "rb") as file:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            return _refused(path, "not-a-file", "is a pipe, a device or another thing that is no file")
        if found.st_size > LARGEST_INPUT:
            return _refused(path, "too-large", f"holds {found.st_size:,} bytes; at most {LARGEST_INPUT:,} are read")
        return Raw(source=printable(path), data=file.read(LARGEST_INPUT + 1))


def _refused(path: Path, reason: DiscardReason, detail: str) -> Discard:
    return Discard(source=printable(path), reason=reason, detail=detail)
