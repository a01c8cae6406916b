"""Paragraphs and sentences with their offsets.

Written for press text: abbreviated titles and countries, decimal points, quotations that end outside their full stop,
headline lines without a stop, and sentences glued by a lost line break ("outside the USA.On Monday").
"""

import re
from dataclasses import dataclass

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen lt col maj capt sgt adm cmdr brig sen rep gov hon rev st jr sr vs inc ltd co corp "
    "plc pvt bros dept approx est fig vol jan feb mar apr jun jul aug sep sept oct nov dec rs cr mt ft pres min sec "
    "amb spc messrs pte i.e e.g u.s u.k u.n u.a.e a.m p.m".split()
)
_STOP = re.compile(r"[.!?…]+[\"'”’)\]]*")
_PARAGRAPH = re.compile(r"[^\n]+")
_GLUED = re.compile(r"[A-Z][a-z]")
_DOMAIN = re.compile(r"(?:Az|Com|Info|Kz|Net|Org|Ru|Tv|Ua)\b")
_MAY_START = re.compile(r"[\"'“‘(\[]*[A-Z0-9$€£]")
_OPENER = re.compile(r"(?:The|A|An|It|He|She|They|In|On|But|And|However|This|That)\b(?!\.)")
_INITIALS = re.compile(r"(?:\b[A-Za-z]\.)+$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the number of the paragraph (line) it stands in."""

    start: int
    end: int
    paragraph: int


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The stretches between line ends that hold more than blanks, without blanks at their edges."""
    found = []
    for match in _PARAGRAPH.finditer(text):
        start, end = _trim(text, match.start(), match.end())
        if start < end:
            found.append((start, end))
    return found


def sentences(text: str) -> list[Sentence]:
    """Split `text` into sentences; no sentence crosses a line end."""
    found = []
    for number, (start, end) in enumerate(paragraphs(text)):
        begin = start
        for stop in _STOP.finditer(text, start, end):
            if stop.start() >= begin and _ends_here(text, begin, stop, end):
                found.append(Sentence(*_trim(text, begin, stop.end()), number))
                begin = stop.end()
        first, last = _trim(text, begin, end)
        if first < last:
            found.append(Sentence(first, last, number))
    return found


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _ends_here(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    after = stop.end()
    if after >= end:
        return True
    if not text[after].isspace():
        return _is_glued(text, stop)
    if not _MAY_START.match(text[after : after + 12].lstrip()):
        return False
    if stop.group()[0] != ".":
        return True
    return not _is_abbreviation(text[begin : stop.start()], text[after:end].lstrip())


def _is_glued(text: str, stop: re.Match[str]) -> bool:
    if _DOMAIN.match(text, stop.end()):
        return False
    before = text[stop.start() - 1 : stop.start()]
    tail = text[max(0, stop.start() - 12) : stop.start() + 1]
    if _INITIALS.search(tail) and not re.search(r"[A-Z]{2,}\.$", tail):
        return False
    return (before.islower() or before.isupper() or before.isdigit()) and bool(
        _GLUED.match(text[stop.end() : stop.end() + 2])
    )


def _is_abbreviation(before: str, after: str) -> bool:
    word = re.split(r"[\s(\"'“‘]", before)[-1].lower()
    if word in ("no", "nos"):
        return after[:1].isdigit()
    if word in _ABBREVIATIONS:
        return not _OPENER.match(after)
    return len(word) == 1 and word.isalpha()
