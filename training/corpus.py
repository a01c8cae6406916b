"""The corpus of annotated reports as typed records: what `corpus/GUIDELINES.md` describes, read strictly."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from secondsource.model.statement import (
    Basis,
    CountRole,
    Instrument,
    Interest,
    Modality,
    Mode,
    Polarity,
    Side,
    Stance,
    StatementKind,
)

FOLDER = Path(__file__).parents[1] / "corpus"

Style = Literal[
    "wire",
    "tabloid",
    "ministry-release",
    "dsca-notice",
    "trade-journal",
    "indian",
    "gulf",
    "russian",
    "turkish",
    "african",
    "latin-american",
    "east-asian",
    "back-translated",
    "headline-heavy",
    "live-page",
    "transcript",
    "truncated",
]
Form = Literal["direct", "indirect", "broken", "floating"]
Shows = Literal[
    "package",
    "several-recipients",
    "option",
    "tranches",
    "lease",
    "donation",
    "swap",
    "licensed-production",
    "re-export-consent",
    "licence-suspended",
    "approval-headlined-as-order",
    "memorandum-headlined-as-sale",
    "denial",
    "denial-of-denial",
    "argument-elsewhere",
    "several-deals",
    "background",
    "non-deal",
    "debris",
]


class Voice(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """One act of saying: who says, by which word, and what."""

    id: str
    cue: str | None = None
    speaker: str | None = None
    content: str | None = None
    anonymous: bool = False
    outlets: tuple[str, ...] = ()
    form: Form = "indirect"
    interest: Interest = "unknown"


class Sum(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    at: str
    basis: Basis


class Thing(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    item: str
    quantity: str | None = None
    role: CountRole | None = None


class States(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """One statement. Every slot is a mention (`"2|the words"`) or a word of the vocabulary."""

    kind: StatementKind
    trigger: str
    status: str | None = None
    modality: Modality = "asserted"
    polarity: Polarity = "affirmed"
    stance: Stance = "asserts"
    supplier: str | None = None
    recipient: str | None = None
    maker: str | None = None
    item: str | None = None
    quantity: str | None = None
    role: CountRole | None = None
    more: tuple[Thing, ...] = ()
    value: str | None = None
    basis: Basis | None = None
    values: tuple[Sum, ...] = ()
    actor: str | None = None
    side: Side | None = None
    instrument: Instrument | None = None
    mode: Mode | None = None
    date: str | None = None
    name: str | None = None
    parties: tuple[str, ...] = ()
    voice: str | None = None


class Annotated(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """One report of the corpus as written in its file."""

    id: str
    style: Style
    story: str
    text: str
    published: str | None = None
    shows: tuple[Shows, ...] = ()
    says: tuple[Voice, ...] = ()
    states: tuple[States, ...] = ()


class CorpusFile(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    report: tuple[Annotated, ...]


class BrokenCorpusError(ValueError):
    """A file of the corpus cannot be read as the guidelines say; the message names file, report and fault."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words of a report: offsets into its text, the sentence they stand in, and whom they mean where given."""

    start: int
    end: int
    sentence: int
    text: str
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A report's text as a reader sees it, and its sentences as stretches of that text."""

    text: str
    sentences: tuple[tuple[int, int], ...]

    def find(self, written: str) -> Mention:
        """The place of a mention written `"2|the words"`, `"2|words|2"` (second time) or with `=Name` at its end.

        `first words ... last words` spans from the first to the last.

        Raises:
            BrokenCorpusError: the sentence does not exist or does not hold the words.
        """
        parts = written.split("|")
        if len(parts) not in (2, 3) or not parts[0].strip().isdigit():
            raise BrokenCorpusError(f'"{written}" is not "sentence number|words of the sentence"')
        number, words, time = int(parts[0]), parts[1], int(parts[2].split("=")[0]) if len(parts) == 3 else 1
        words, _, name = (parts[1] if len(parts) == 2 else f"{words}={parts[2].partition('=')[2]}").partition("=")
        if not 1 <= number <= len(self.sentences):
            raise BrokenCorpusError(f'"{written}": there is no sentence {number}; there are {len(self.sentences)}')
        low, high = self.sentences[number - 1]
        first, gap, last = (p.strip() for p in words.partition("...")) if "..." in words else (words, "", "")
        start = self._nth(first, time, low, high)
        end = start + len(first)
        if gap and start >= 0:
            stop = self.text.find(last, end, high)
            start, end = (start, stop + len(last)) if stop >= 0 else (-1, -1)
        if start < 0 or not first:
            raise BrokenCorpusError(f'"{written}": sentence {number} does not hold these words: {self.text[low:high]}')
        return Mention(start=start, end=end, sentence=number, text=self.text[start:end], name=name.strip() or None)

    def _nth(self, words: str, time: int, low: int, high: int) -> int:
        """Where the words stand for the `time`th time, whole words before parts of words."""
        whole = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", self.text[low:high])]
        places = whole or [m.start() for m in re.finditer(re.escape(words), self.text[low:high])]
        return low + places[time - 1] if 0 < time <= len(places) else -1


def laid(text: str) -> Laid:
    """Lay out a text of one sentence a line, with a blank line between paragraphs."""
    out, spans, place = "", [], 0
    for block in re.split(r"\n\s*\n", text.strip()):
        if out:
            out += "\n\n"
        for n, line in enumerate(line.strip() for line in block.splitlines() if line.strip()):
            out += " " if n else ""
            place = len(out)
            out += line
            spans.append((place, len(out)))
    return Laid(text=out, sentences=tuple(spans))


def read(path: Path) -> tuple[Annotated, ...]:
    """The reports of one file.

    Raises:
        BrokenCorpusError: the file is no TOML, or has a field or word that the guidelines do not know.
    """
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), CorpusFile).report
    except tomllib.TOMLDecodeError as error:
        raise BrokenCorpusError(f"{path}: no valid TOML: {error}") from error
    except msgspec.ValidationError:
        raise BrokenCorpusError(f"{path}: " + "; ".join(_faults(path))) from None


def _faults(path: Path) -> Iterator[str]:
    """Each report that cannot be read, and why: one fault must not hide the next."""
    for n, raw in enumerate(tomllib.loads(path.read_text(encoding="utf-8")).get("report", []), start=1):
        try:
            msgspec.convert(raw, Annotated)
        except msgspec.ValidationError as error:
            yield f"report {n} ({raw.get('id', 'without id')}): {error}"


def files(folder: Path = FOLDER) -> list[Path]:
    return sorted((folder / "reports").glob("*.toml"))


def read_all(paths: Iterable[Path]) -> list[Annotated]:
    return [report for path in paths for report in read(path)]
