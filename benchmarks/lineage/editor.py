"""Copies with known edits: what an editor changes without harm, and changed numbers, names and quoted words.

The spans of every edit are kept on both sides, so that what a program reports can be held against what was done.
"""

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from benchmarks.lineage.chance import Seed, chance
from benchmarks.lineage.small_words import STOP
from benchmarks.lineage.words import sentence_spans

Kind = Literal["number", "name", "quote", "harmless", "cut"]
INJECTED: tuple[Kind, ...] = ("number", "name", "quote")

# Of what could be changed without harm, the share that is; and of the sentences, the share that is left out.
HARMLESS = 0.6
CUT = 0.04

SPELLINGS = {
    "colour": "color", "favour": "favor", "honour": "honor", "neighbour": "neighbor", "behaviour": "behavior",
    "centre": "center", "theatre": "theater", "defence": "defense", "offence": "offense", "licence": "license",
    "programme": "program", "organise": "organize", "organisation": "organization", "realise": "realize",
    "recognise": "recognize", "criticise": "criticize", "travelled": "traveled", "cancelled": "canceled",
    "labelled": "labeled", "favourite": "favorite", "rumour": "rumor", "harbour": "harbor", "catalogue": "catalog",
    "grey": "gray", "analyse": "analyze", "apologise": "apologize", "metre": "meter",
}  # fmt: skip
SMALL_NUMBERS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12",
}  # fmt: skip
NEW_NAMES = (
    "Harcourt", "Novak", "Lindqvist", "Okafor", "Brandt", "Moreau", "Petrenko", "Castellan", "Whitlock", "Yamada",
    "Delgado", "Ferris", "Holloway", "Kessler", "Marchetti", "Osborne", "Radcliffe", "Sorensen", "Tremblay", "Vasquez",
)  # fmt: skip
_TITLES = frozenset(
    "Mr Mrs Ms Dr Sir Lord Lady Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April "
    "May June July August September October November December".split()
)
_HEDGES = frozenset(
    "reported reportedly alleged allegedly claimed apparently possibly perhaps probably likely unlikely never nothing "
    "nobody cannot might could would should believed thought seems appears suggested expected planned".split()
)
# A mark opens before a word and closes after one: those of a quotation that is never closed do not pair with the next.
_QUOTED = re.compile(r'(?<![^\s(])"(?=\w)([^"\n]{12,400})(?<=[\w.,!?])"(?!\w)')
_DIGITS = re.compile(r"(?<![\w.,:/-])[£$€]?(\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\w:/-]*\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One edit: its span in the copy and in the original, and the words on both sides."""

    kind: Kind
    start: int
    end: int
    of_start: int
    of_end: int
    was: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """A copy and all that was done to it, in order of place."""

    text: str
    edits: tuple[Edit, ...]

    def of_kind(self, *kinds: Kind) -> list[Edit]:
        return [edit for edit in self.edits if edit.kind in kinds]


@dataclass(frozen=True, slots=True)
class _Planned:
    kind: Kind
    start: int
    end: int
    now: str


def edit(text: str, count: int, seed: Seed, *, cuts: bool = True) -> Edited:
    """A lightly edited copy in which `count` numbers, `count` names and `count` quoted words are others.

    Fewer where the text has fewer. No sentence holds two of them, and none stands in a sentence that is cut.
    """
    draw = chance("edit", seed)
    taken: set[int] = set()
    bounds = sentence_spans(text)
    plan: list[_Planned] = []
    for kind, offered in (("quote", _quotes), ("number", _numbers), ("name", _names)):
        found = [p for p in offered(text, draw) if _sentence(p.start, bounds) is not None]
        draw.shuffle(found)
        for planned in found:
            place = _sentence(planned.start, bounds)
            if place is not None and place not in taken and sum(p.kind == kind for p in plan) < count:
                taken.add(place)
                plan.append(planned)
    if cuts:
        plan += _cuts(bounds, taken, draw)
    plan += _harmless(text, plan, draw)
    return _carried_out(text, plan)


def light(text: str, seed: Seed) -> str:
    """A lightly edited copy without changed facts."""
    return edit(text, 0, seed).text


def _sentence(place: int, bounds: Iterable[tuple[int, int]]) -> int | None:
    """The number of the sentence at `place`; None in the headline, which a program may treat apart."""
    found = next((i for i, (start, end) in enumerate(bounds) if start <= place < end), None)
    return found or None


def _numbers(text: str, draw: random.Random) -> list[_Planned]:
    """Another number of the same length, and never the same value."""
    found = []
    for match in _DIGITS.finditer(text):
        digits = match.group(1)
        first = str((int(digits[0]) + draw.randrange(1, 9)) % 9 + 1)
        now = (first if first != digits[0] else str(int(first) % 9 + 1)) + digits[1:]
        found.append(_Planned("number", match.start(1), match.end(1), now))
    return found


def _names(text: str, draw: random.Random) -> list[_Planned]:
    return [
        _Planned("name", match.start(), match.end(), draw.choice(NEW_NAMES))
        for match in re.finditer(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b(?!['’-])", text)
        if match.group() not in _TITLES and match.group() not in NEW_NAMES
    ]


def _quotes(text: str, draw: random.Random) -> list[_Planned]:
    """A plain word in quotation marks becomes another plain word of the article's other sentences."""
    plain = sorted({w for w in re.findall(r"(?<= )[a-z]{5,}(?= )", text) if _is_plain(w)})
    found = []
    for quoted in _QUOTED.finditer(text):
        for match in re.finditer(r"(?<= )[a-z]{5,}(?=[ ,])", quoted.group()):
            others = [w for w in plain if w[:3] != match.group()[:3]]
            if _is_plain(match.group()) and others:
                start = quoted.start() + match.start()
                found.append(_Planned("quote", start, start + len(match.group()), draw.choice(others)))
    return found


def _is_plain(word: str) -> bool:
    return word not in STOP and word not in _HEDGES and word not in SMALL_NUMBERS and word not in SPELLINGS


def _cuts(bounds: list[tuple[int, int]], taken: set[int], draw: random.Random) -> list[_Planned]:
    free = [i for i in range(2, len(bounds)) if i not in taken and draw.random() < CUT]
    return [_Planned("cut", *bounds[i], "") for i in free]


def _harmless(text: str, plan: list[_Planned], draw: random.Random) -> list[_Planned]:
    """Spelling, numbers in words or digits, signs of quotation, abbreviated units, white space."""
    offered: list[_Planned] = []

    def offer(pattern: str, new: Callable[[re.Match[str]], str]) -> None:
        offered.extend(_Planned("harmless", m.start(), m.end(), new(m)) for m in re.finditer(pattern, text))

    american = "|".join(sorted(SPELLINGS, key=len, reverse=True))
    offer(rf"(?<=[ ])(?:{american})(?=[a-z]?[a-z]?\b)", lambda m: SPELLINGS[m.group()])
    offer(rf"(?<=[a-z] )(?:{'|'.join(SMALL_NUMBERS)})(?= [a-z])", lambda m: SMALL_NUMBERS[m.group()])
    words = {digits: word for word, digits in SMALL_NUMBERS.items()}
    offer(r"(?<=[a-z] )(?:[2-9]|1[0-2])(?= [a-z])", lambda m: words[m.group()])
    offer(r"(?<=\d)bn\b", lambda _: " billion")
    offer(r"(?<=\d)m\b(?! )", lambda _: " million")
    offer(r"(?<=\d)%", lambda _: " per cent")
    offer(r"(?<=\d) per cent\b", lambda _: "%")
    marks = draw.choice(("“”", "«»", "''"))
    for quoted in _QUOTED.finditer(text):
        ends = (quoted.start(), quoted.end() - 1)
        offered += [_Planned("harmless", at, at + 1, mark) for at, mark in zip(ends, marks, strict=True)]
    offer(r"(?<=[.,]) (?=[A-Za-z])", lambda _: draw.choice(("  ", "\u00a0", "\n")))
    chosen: list[_Planned] = []
    for planned in offered:
        keep = planned.now in marks or draw.random() < (0.1 if text[planned.start] == " " else HARMLESS)
        if keep and not any(planned.start < p.end and p.start < planned.end for p in (*plan, *chosen)):
            chosen.append(planned)
    return chosen


def _carried_out(text: str, plan: list[_Planned]) -> Edited:
    made, at = "", 0
    edits = []
    for planned in sorted(plan, key=lambda p: p.start):
        made += text[at : planned.start]
        edits.append(
            Edit(
                kind=planned.kind,
                start=len(made),
                end=len(made) + len(planned.now),
                of_start=planned.start,
                of_end=planned.end,
                was=text[planned.start : planned.end],
                now=planned.now,
            )
        )
        made += planned.now
        at = planned.end
    return Edited(text=made + text[at:], edits=tuple(edits))
