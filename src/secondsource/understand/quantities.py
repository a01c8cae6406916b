"""How many: the number that stands before an item, its bound and its unit."""

import re

from secondsource.model.statement import CountRole, Quantity
from secondsource.text.numbers import DIGITS, WORDS, bound_before, value_of
from secondsource.understand.counts import UNIT, singular
from secondsource.understand.items import Thing
from secondsource.understand.page import Line, Page

_BEFORE = re.compile(
    rf"(?<![\w.,$€£-])(?P<n>(?:{DIGITS})(?:\s+(?:thousand|million|hundred))?|{WORDS})"
    rf"(?:\s*(?:-|to|or|and)\s*(?P<high>(?:{DIGITS})|{WORDS}))?"
    rf"(?:\s+(?P<unit>{UNIT})(?:\s+of)?)?(?P<rest>(?:\s+[^\s,;.()]+){{0,4}}?)\s*$",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"^\s*(?P<unit>{UNIT})\b", re.IGNORECASE)
_NOT_A_COUNT = re.compile(
    r"\b(?:percent|per|cent|years?|months?|days?|weeks?|hours?|dollars?|euros?|billion|million|crore|lakh|km|kilomet\w+|"
    r"miles?|mm|people|officials|sources|countries|nations|times|of|in|on|at|from|to|for|with|and|by|the)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d$")
_WINDOW = 60
_ROLES: dict[str, CountRole] = {
    "requested": "requested",
    "cleared": "ceiling",
    "offered": "ceiling",
    "delivering": "batch",
    "delivered": "delivered",
}


def quantity(page: Page, line: Line, thing: Thing, status: str | None) -> tuple[Quantity, int] | None:
    """The count of `thing` and where it begins, or None where no number stands before it."""
    before = page.text[max(line.start, thing.start - _WINDOW) : thing.start]
    match = _BEFORE.search(before)
    if not match or _YEAR.match(match["n"]) or _NOT_A_COUNT.search(match["rest"]):
        return None
    number = value_of(match["n"])
    if number is None or (match["n"].lower() in ("a", "an")):
        return None
    high = value_of(match["high"]) if match["high"] else None
    place = thing.start - (len(before) - match.start())
    bound, first = bound_before(page.text, place)
    after = _AFTER.match(page.text[thing.end : thing.end + 20])
    unit = (match["unit"] or (after["unit"] if after else None) or "").lower() or None
    found = Quantity(
        number=number,
        high=high,
        role=role_of(status),
        bound="range" if high else bound,
        unit=singular(unit) if unit else None,
    )
    return found, max(line.start, first)


def role_of(status: str | None) -> CountRole:
    """The part a count plays at a status: requested, a ceiling, a batch, delivered, else ordered."""
    return _ROLES.get(status or "", "ordered")
