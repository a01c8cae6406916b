"""Runs a task as a user whom file permissions bind, since root may read and write anywhere."""

import os
from collections.abc import Callable
from pathlib import Path

NOBODY = 65534


def unprivileged(task: Callable[[], str], folder: Path) -> str:
    """What `task`, which works in `folder`, returns when a child process without privileges runs it."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                _open_the_way(folder)
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            os.write(writing, task().encode())
        except BaseException as fault:  # noqa: BLE001  # the child ends here, whatever happens
            os.write(writing, repr(fault).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with open(reading, "rb") as pipe:
        said = pipe.read().decode()
    os.waitpid(child, 0)
    return said


def _open_the_way(folder: Path) -> None:
    """Pytest closes the folders above a test's own to other users."""
    for place in [folder, *folder.parents]:
        mode = place.stat().st_mode
        if mode & 0o005 != 0o005:
            place.chmod(mode | 0o005)
