"""`secondsource export`."""

import os
import sys
import tempfile
from pathlib import Path

import click

from secondsource.cli.exported import exported
from secondsource.cli.places import Places, place_options
from secondsource.errors import UsageError

FORMATS = ("json", "csv", "html")
_ENDINGS = {".csv": "csv", ".html": "html", ".htm": "html"}


@click.command("export")
@click.option("--format", "form", type=click.Choice(FORMATS), help="[default: by FILE's ending, or json]")
@click.option("-o", "--output", default="-", metavar="FILE", help="Where to write; - is stdout.  [default: -]")
@place_options
@click.pass_obj
def command(places: Places, form: str | None, output: str) -> None:
    """Write the library as JSON, CSV or a page to read.

    JSON holds everything, in the shape of the published schema; CSV is the ledger for a spreadsheet; HTML is one page
    that needs nothing else.
    """
    form = form or _ENDINGS.get(Path(output).suffix.lower(), "json")
    with places.read() as library:
        data = exported(library, form)
    if output == "-":
        sys.stdout.buffer.write(data)
    else:
        write_whole(Path(output), data)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it holds all of `data` or what it held before.

    Raises:
        UsageError: it cannot be written.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)  # a device, such as /dev/null
            return
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with open(handle, "wb") as file:
                file.write(data)
            Path(name).chmod(_mode(path))
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as fault:
        raise UsageError(f"{path} cannot be written: {fault.strerror}; give another file with -o") from fault


def _mode(path: Path) -> int:
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
