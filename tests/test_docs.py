"""The documentation is held against the program: commands, options, exit codes, stages, settings."""

import re
from collections.abc import Iterator

import click
import pytest

from secondsource import __version__
from secondsource.cli.commands import COMMANDS, secondsource

from .source import ROOT, STAGES, modules

CLI = ROOT / "docs" / "reference" / "cli.md"
REQUIRED = [
    *(f"docs/stages/{stage}.md" for stage in STAGES),
    "docs/tutorial.md",
    "docs/status.md",
    "docs/reference/cli.md",
    "docs/reference/export.md",
    "README.md",
    "CHANGELOG.md",
]


def commands() -> Iterator[tuple[str, click.Command]]:
    ctx = click.Context(secondsource)
    for name in COMMANDS:
        command = secondsource.get_command(ctx, name)
        assert command is not None
        yield name, command
        if isinstance(command, click.Group):
            yield from ((f"{name} {inner}", command.commands[inner]) for inner in command.commands)


def section(name: str) -> str:
    """What docs/reference/cli.md says under the heading of a command."""
    text = CLI.read_text(encoding="utf-8")
    parts = re.split(r"^#+ `secondsource ([a-z ]+)`.*$", text, flags=re.MULTILINE)
    found = dict(zip(parts[1::2], parts[2::2], strict=True))
    assert name in found, f"docs/reference/cli.md has no heading `secondsource {name}`"
    return found[name]


@pytest.mark.parametrize(("name", "command"), list(commands()), ids=lambda x: x if isinstance(x, str) else "")
def test_every_command_and_option_is_documented(name: str, command: click.Command) -> None:
    text = section(name)
    for option in command.params:
        if isinstance(option, click.Option) and option.name not in ("library", "knowledge"):
            assert f"`{max(option.opts, key=len)}" in text


@pytest.mark.parametrize(("name", "command"), list(commands()), ids=lambda x: x if isinstance(x, str) else "")
def test_every_command_has_help_and_takes_the_places(name: str, command: click.Command) -> None:
    assert command.help
    assert {"library", "knowledge"} <= {option.name for option in command.params}
    if name in COMMANDS:
        assert command.help.splitlines()[0] == COMMANDS[name]


@pytest.mark.parametrize("words", ["--library", "--knowledge", "--version", "NO_COLOR"])
def test_what_holds_for_all_commands_is_documented(words: str) -> None:
    assert words in CLI.read_text(encoding="utf-8")


def test_every_exit_code_is_documented() -> None:
    table = dict(re.findall(r"^\| (\d+) \| (.+?) \|", CLI.read_text(encoding="utf-8"), flags=re.MULTILINE))
    assert set(table) == {"0", "1", "2", "3", "4", "130"}


def test_every_environment_variable_is_documented() -> None:
    used = {name for m in modules() for name in re.findall(r"SECONDSOURCE_[A-Z]+", m.text)}
    text = CLI.read_text(encoding="utf-8")
    assert used
    assert all(f"`{name}`" in text for name in used)


@pytest.mark.parametrize("name", REQUIRED)
def test_the_page_is_there(name: str) -> None:
    assert (ROOT / name).read_text(encoding="utf-8").strip()


def test_links_between_pages_lead_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []


def test_the_changelog_names_this_version() -> None:
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
