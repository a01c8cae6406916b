"""What a person names becomes bytes, or a discard that says why not."""

import os
import socket
from pathlib import Path

import pytest

from secondsource.files import collect, open_raw
from secondsource.model.report import Discard, Raw
from secondsource.read.decoding import LARGEST_INPUT

from .unprivileged import unprivileged


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def reason(name: str) -> str:
    found = open_raw(Path(name))
    assert isinstance(found, Discard)
    assert found.detail
    return found.reason


def names(*sources: str) -> list[str]:
    return [str(one) if isinstance(one, Path) else f"{one.reason} {one.source}" for one in collect(sources)]


def test_a_folder_is_walked_in_order_without_hidden_files() -> None:
    for name in ("f/b.txt", "f/a.txt", "f/.hidden.txt", "f/.git/c.txt", "f/sub/d.txt"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("x")
    assert names("f") == ["f/a.txt", "f/b.txt", "f/sub/d.txt"]
    assert names("./f/", "f/.hidden.txt") == ["f/a.txt", "f/b.txt", "f/sub/d.txt", "f/.hidden.txt"]


def test_a_folder_with_the_name_of_a_file_is_walked_and_named_when_empty() -> None:
    Path("x.txt").mkdir()
    assert names("x.txt") == ["empty x.txt"]
    Path("x.txt/a.txt").write_text("x")
    assert names("x.txt") == ["x.txt/a.txt"]


def test_a_link_to_a_folder_is_named_and_not_followed() -> None:
    Path("f").mkdir()
    Path("f/loop").symlink_to("../f")
    assert names("f") == ["not-a-file f/loop"]


def test_an_address_is_not_fetched() -> None:
    assert names("https://example.org/a.html") == ["missing https://example.org/a.html"]


def test_bytes_come_as_they_are() -> None:
    Path("a.TXT").write_bytes(b"\r\n\xff")
    assert open_raw(Path("a.TXT")) == Raw(source="a.TXT", data=b"\r\n\xff")


def test_what_is_no_file_is_named_and_never_waited_for() -> None:
    os.mkfifo("pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.txt")
        assert [reason(name) for name in ("pipe.txt", "socket.txt")] == ["not-a-file", "not-a-file"]


def test_a_device_is_no_file() -> None:
    Path("zero.txt").symlink_to("/dev/zero")
    assert reason("zero.txt") == "not-a-file"


@pytest.mark.parametrize("name", ["no.txt", "no/such/folder.txt", "n" * 300 + ".txt", "a\0b.txt"])
def test_a_name_that_leads_nowhere_is_missing(name: str) -> None:
    assert reason(name) == "missing"


def test_a_link_to_nothing_and_a_link_to_itself_are_missing() -> None:
    Path("gone.txt").symlink_to("nothing")
    Path("self.txt").symlink_to("self.txt")
    assert [reason("gone.txt"), reason("self.txt")] == ["missing", "missing"]


def test_an_unknown_ending_is_not_opened() -> None:
    os.mkfifo("pipe.pdf")
    assert [reason("pipe.pdf"), reason("no-ending")] == ["unknown-format", "unknown-format"]


def test_a_file_too_large_is_not_read() -> None:
    with Path("big.txt").open("wb") as file:
        file.truncate(LARGEST_INPUT + 1)
    assert reason("big.txt") == "too-large"


def test_a_locked_file_and_a_locked_folder_are_named(tmp_path: Path) -> None:
    Path("a.txt").write_text("x")
    Path("a.txt").chmod(0)
    Path("f").mkdir(mode=0)
    assert unprivileged(lambda: f"{reason('a.txt')}, {names('f')}", tmp_path) == "no-permission, ['no-permission f']"
    Path("f").chmod(0o700)


def test_a_name_that_is_not_utf_8_is_shown_with_escapes() -> None:
    name = os.fsdecode(b"bad-\xff.txt")
    Path(name).write_text("x")
    found = open_raw(Path(name))
    assert isinstance(found, Raw)
    assert found.source == "bad-\\xff.txt"
