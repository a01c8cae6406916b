"""Words of a text with their offsets."""

import re
from dataclasses import dataclass

from secondsource.text.folding import fold

_WORD = re.compile(r"\w+(?:'\w+)*")
_ATOM = re.compile(r"[^\W\d_]+|\d+|_")
_SPLIT = re.compile(rf"({_ATOM.pattern})")


@dataclass(frozen=True, slots=True)
class Token:
    """A word as printed (look-alikes folded) and where it stands: code points, `end` exclusive."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        return self.text.lower()


def words(text: str) -> list[Token]:
    """Split `text` into words; an apostrophe inside a word stays in it."""
    return [Token(m.group(), m.start(), m.end()) for m in _WORD.finditer(fold(text))]


def split(name: str) -> tuple[list[str], list[str]]:
    """The atoms of a name, and what stands between each and the next."""
    pieces = _SPLIT.split(fold(name))
    return pieces[1::2], pieces[2:-1:2]


def atoms(text: str) -> list[Token]:
    """Split `text` into runs of letters and runs of digits, so that `MQ-9`, `MQ 9` and `MQ9` are the same two atoms."""
    return [Token(m.group(), m.start(), m.end()) for m in _ATOM.finditer(fold(text))]
