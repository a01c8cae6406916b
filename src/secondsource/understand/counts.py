"""Every count that a sentence prints: its number or range, bound and unit. What is counted, the caller decides."""

import re
from dataclasses import dataclass

from secondsource.model.statement import Bound
from secondsource.text.numbers import DIGITS, WORDS, bound_before, value_of
from secondsource.understand.dates import dates
from secondsource.understand.money import money
from secondsource.understand.page import Line, Page

UNIT = (
    r"batter(?:y|ies)|squadrons?|launchers?|missiles?|units?|systems?|sets?|regiments?|rounds?|brigades?|fire units?|"
    r"ships?|divisions?|battalions?|compan(?:y|ies)|shells?|pieces?|examples?|airframes?|hulls?"
)
_SCALED = rf"(?:{DIGITS})(?:[\s-]*(?:thousand|million|hundred|lakh|k)\b)?"
_COUNT = re.compile(
    rf"(?<![\w.,$€£₹/-])(?:"
    rf"(?:(?P<vague>(?:a few |several )?(?:dozens|hundreds|(?:tens of )?thousands|millions|scores)\b)"
    rf"|(?P<n>{_SCALED}|{WORDS}))"
    rf"(?:\s*(?:-|–|to|or|and)\s*(?P<high>{_SCALED}|{WORDS})(?![\w.]*\s*(?:per ?cent|%)))?"
    rf"|(?P<one>an?|another|one)(?=\s+(?:[\w-]+\s+){{0,2}}(?:{UNIT})\b))"
    r"(?!\w*-(?:year|month|day|week|mm|km|kg|ton|foot|metre|meter|nation|seat|billion|million|star)\w*)",
    re.IGNORECASE,
)
_NOT_THINGS = re.compile(
    r"^[\s-]*(?:%|percent|per cent|percentage|years?|months?|days?|weeks?|hours?|minutes?|dollars?|euros?|billion|"
    r"crore|trillion|km|kilomet\w+|miles?|mm|metres?|meters?|tons?|tonnes?|kilograms?|kg|knots|people|officials|sources|"
    r"countries|nations|times|th\b|st\b|nd\b|rd\b|a\.?m\b|p\.?m\b|o'clock)",
    re.IGNORECASE,
)
_UNIT_NEAR = re.compile(rf"^\s+(?:[\w/.-]+\s+){{0,3}}?(?P<unit>{UNIT})\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A printed count with its place. `number` is None for "dozens" and the like, which count without a number."""

    start: int
    end: int
    number: float | None
    high: float | None
    bound: Bound | None
    unit: str | None


def counts(page: Page, line: Line) -> list[Count]:
    """The counts in a sentence, in order; sums of money, dates, shares and measures are none."""
    taken = [(s.value.start, s.value.end) for s in money(page, line)]
    taken += [(start, end) for start, end, _ in dates(page.text, line.start, line.end, page.report)]
    found = []
    for match in _COUNT.finditer(page.text, line.start, line.end):
        start, end = match.span()
        if any(s < end and start < e for s, e in taken) or _NOT_THINGS.match(page.text[end : end + 20]):
            continue
        count = _count(page, match)
        if count is not None:
            found.append(count)
    return found


def _count(page: Page, match: re.Match[str]) -> Count | None:
    printed = match["n"]
    if printed is not None and _YEAR.match(printed):
        return None
    number = 1.0 if match["one"] else None if match["vague"] else value_of(printed)
    if number is None and not match["vague"]:
        return None
    high = value_of(match["high"]) if match["high"] else None
    bound, _ = bound_before(page.text, match.start())
    unit = _UNIT_NEAR.match(page.text[match.end() : match.end() + 60])
    return Count(
        start=match.start(),
        end=match.end(),
        number=number,
        high=high,
        bound="range" if high is not None else bound,
        unit=singular(unit["unit"].lower()) if unit else None,
    )


def singular(unit: str) -> str:
    """The unit in the singular ("batteries": battery)."""
    return unit[:-3] + "y" if unit.endswith("ies") else unit.removesuffix("s")
