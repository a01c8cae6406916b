"""Words of a text with their offsets."""

import re
from dataclasses import dataclass

from secondsource.text.folding import fold

# Characters that are not seen in print, and cut a word in two for a machine only.
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_WORD = re.compile(rf"\d+(?:[.,]\d+)+(?!\w)|\w+(?:['{_UNSEEN}]+\w+)*")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
_AS_SEEN = str.maketrans(_LIGATURES | dict.fromkeys(_UNSEEN, ""))
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
    """Split `text` into words; a number is one word, an apostrophe stays in its word, what nobody sees is left out."""
    return [Token(_printed(m.group()), m.start(), m.end()) for m in _WORD.finditer(fold(text))]


def low_words(text: str) -> list[str]:
    """The words of `text` in lower case, without their places."""
    if text.isascii():
        plain: list[str] = _WORD.findall(text.lower())
        return plain
    found: list[str] = _WORD.findall(fold(text))
    return [_printed(word).lower() for word in found]


def _printed(word: str) -> str:
    """A word as a reader sees it: ligatures are letters, and what nobody sees is not there."""
    return word if word.isascii() else word.translate(_AS_SEEN)


def split(name: str) -> tuple[list[str], list[str]]:
    """The atoms of a name, and what stands between each and the next."""
    pieces = _SPLIT.split(fold(name))
    return pieces[1::2], pieces[2:-1:2]


def atoms(text: str) -> list[Token]:
    """Split `text` into runs of letters and runs of digits, so that `MQ-9`, `MQ 9` and `MQ9` are the same two atoms."""
    return [Token(m.group(), m.start(), m.end()) for m in _ATOM.finditer(fold(text))]
