"""The words and shapes in which a page says what the records hold."""

from calendar import monthrange
from datetime import date
from decimal import Decimal

from secondsource.publish.numbers import plain_number

BOUNDS = {
    "over": "more than",
    "at-least": "at least",
    "up-to": "up to",
    "under": "less than",
    "about": "about",
    "nearly": "nearly",
}
BASES = {
    "each": "each",
    "total": "in total",
    "ceiling": "ceiling",
    "not-to-exceed": "not to exceed",
    "contract": "contract",
    "estimate": "estimate",
    "budget": "budget",
    "cumulative": "cumulative",
    "increment": "increment",
    "offset": "offset",
    "advance": "advance payment",
    "stock": "in stock",
    "unstated": "basis not stated",
}
CURRENCY_SIGNS = {"USD": "US$", "EUR": "€", "GBP": "£", "INR": "₹"}
SCALES = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))
LONGEST_SCALED = 6
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
CREDIBILITY = {
    "1": "confirmed",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}
BANDS = {
    "register": "Register: agreed, ordered, delivered",
    "prospective": "Prospective: talked about, not agreed",
    "contested": "Contested: someone denies it",
    "excluded": "Outside the register",
}
EXPOSURE_TONES = {"none": "talk", "factors-present": "held", "imposed": "stopped"}
EXPOSURE_LEVELS = {
    "none": "no factors found",
    "factors-present": "factors present",
    "imposed": "reported as imposed",
}
STATUS_TONES = {
    "done": "effective delivered ratified in-force granted waived",
    "bound": "agreed signed ordered delivering renewed resumed lifted",
    "stopped": "refused lapsed cancelled terminated expired withdrawn blocked imposed",
    "held": "deferred suspended reduced threatened",
}
TONE_SHAPES = {"done": "●", "bound": "◐", "talk": "○", "stopped": "✕", "held": "▮▮"}
TONE_OF = {status: tone for tone, statuses in STATUS_TONES.items() for status in statuses.split()}
RELATIONS = {
    "copy": "copied from",
    "excerpt": "an excerpt of",
    "reworded": "a reworded copy of",
    "translated": "translated from",
    "summary": "a summary of",
    "stitched": "stitched together, in part from",
    "version": "a later version of",
    "cites": "credits",
    "confirms": "confirms",
    "denies": "denies",
    "unverified": "could not verify",
    "no-comment": "has no comment on",
}
CHANGES = {
    "number": "number changed",
    "name": "name changed",
    "quote": "quotation changed",
    "negation": "negation changed",
    "hedge": "hedge changed",
    "phrase": "reworded",
}
DISCARDS = {
    "empty": "empty",
    "binary": "not text but binary data",
    "too-large": "too large",
    "not-text": "not text",
    "no-article": "no article on the page",
    "not-a-file": "not a file",
    "no-permission": "no permission to read it",
    "missing": "not there",
    "unknown-format": "a format that cannot be read",
    "broken-front-matter": "broken front matter",
    "broken-markup": "broken markup",
    "reader-failed": "the reader failed",
}


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: `1 report`, `2 reports`, `2 entries`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(words: tuple[str, ...] | list[str]) -> str:
    """Words as an English list: `a`, `a and b`, `a, b and c`."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def plainly(word: str) -> str:
    """A term of the vocabulary as prose prints it: `in-force` is `in force`."""
    return word.replace("-", " ")


def number_words(amount: float) -> str:
    """A number with its scale in words where that loses nothing: `5.43 billion`, `30`, `1,234`."""
    exact = Decimal(str(plain_number(amount)))
    for scale, word in SCALES:
        if abs(exact) >= scale:
            short = f"{(exact / scale).normalize():f}"
            return f"{short} {word}" if len(short) <= LONGEST_SCALED else f"{exact:,f}"
    return f"{exact:,f}"


def range_words(amount: float, high: float | None, bound: str | None) -> str:
    """A number with what bounds it: `more than 5`, `20–30`."""
    numbers = number_words(amount) if high is None else f"{number_words(amount)}–{number_words(high)}"
    return f"{BOUNDS[bound]} {numbers}" if bound in BOUNDS else numbers


def money_words(amount: float, high: float | None, bound: str | None, currency: str | None) -> str:
    """A sum with currency and bound, without its basis: `about US$16 million`."""
    sign = CURRENCY_SIGNS.get(currency or "", f"{currency} " if currency else "")
    sums = f"{sign}{number_words(amount)}" + ("" if high is None else f"–{number_words(high)}")
    return f"{BOUNDS[bound]} {sums}" if bound in BOUNDS else sums


def date_words(start: str | None, end: str | None) -> str:
    """A day, month, year or interval in words; empty where nothing is known.

    `2016-10-01` to `2016-10-31` is `October 2016`; open ends are `from` and `by`.
    """
    if start is None and end is None:
        return ""
    if start is None or end is None:
        return f"from {_day_words(start)}" if start else f"by {_day_words(end or '')}"
    if start == end:
        return _day_words(start)
    first, last = _day(start), _day(end)
    if first is None or last is None:
        return f"{start} to {end}"
    return _interval_words(first, last)


def _interval_words(first: date, last: date) -> str:
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        if (first.year, first.month) == (last.year, last.month):
            return f"{MONTHS[first.month - 1]} {first.year}"
        if first.month == 1 and last.month == 12:
            return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day_words(last.isoformat())}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {_day_words(last.isoformat())}"
    return f"{_day_words(first.isoformat())} – {_day_words(last.isoformat())}"


def _day_words(text: str) -> str:
    day = _day(text)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else text


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def share_words(share: float) -> str:
    """A share of one as a percentage, never 0 % or 100 % unless it is."""
    percent = round(share * 100)
    if percent in (0, 100) and share not in (0, 1):
        return "less than 1%" if percent == 0 else "more than 99%"
    return f"{percent}%"


def grade_words(grade: str) -> str:
    """What an Admiralty grade means: `F2` is `reliability cannot be judged; probably true`."""
    return "; ".join(filter(None, (RELIABILITY.get(grade[:1]), CREDIBILITY.get(grade[1:]))))
