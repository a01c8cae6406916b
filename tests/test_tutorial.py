"""The tutorial is run: every command must succeed, and every line of output it shows must be in what is printed."""

import os
import re
import subprocess
import sys
from pathlib import Path

import secondsource

from .source import ROOT

SESSION = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def steps() -> list[tuple[str, list[str]]]:
    """Each command of the tutorial with the lines it shows."""
    text = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    found: list[tuple[str, list[str]]] = []
    for line in "".join(SESSION.findall(text)).splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return found


def test_the_tutorial_is_true(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(secondsource.__file__).parents[1])}
    environment.pop("SECONDSOURCE_LIBRARY", None)
    assert len(steps()) >= 8
    for command, shown in steps():
        if command.startswith("export "):
            name, _, value = command.removeprefix("export ").partition("=")
            environment[name] = value
            continue
        script = f'secondsource() {{ "{sys.executable}" -m secondsource "$@"; }}; {command}'
        done = subprocess.run(
            ["bash", "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{command}: {done.stderr}"
        printed = [" ".join(line.split()) for line in done.stdout.splitlines()]
        for line in shown:
            assert any(_pattern(line).fullmatch(one) for one in printed), f"{command} does not print: {line}"


def _pattern(line: str) -> re.Pattern[str]:
    return re.compile(".*".join(re.escape(" ".join(part.split())) for part in line.split("…")))
