"""Numbers as the press writes them: digits with separators, words, scales, and the bounds put on them."""

import re

from secondsource.model.statement import Bound

_UNITS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
SCALES: dict[str, float] = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "m": 1e6,
    "crore": 1e7,
    "cr": 1e7,
    "billion": 1e9,
    "bn": 1e9,
    "bln": 1e9,
    "b": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
    "trn": 1e12,
}
_WORD_SCALES = "hundred|thousand|million|billion|trillion|lakh|crore"
_SIMPLE = "|".join([*sorted([*_UNITS, *_TENS], key=len, reverse=True), "a dozen", "two dozen", "dozen"])
DIGITS = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"
WORDS = rf"(?:{_SIMPLE}|an?(?=\s+(?:{_WORD_SCALES})))(?:[\s-]+(?:and[\s-]+)?(?:{_SIMPLE}|{_WORD_SCALES}))*"
_BOUNDS: list[tuple[Bound, str]] = [
    ("at-least", r"at least|(?:no|not) (?:fewer|less) than|a minimum of"),
    ("over", r"more than|over|in excess of|above|exceeding|upwards of|greater than|north of"),
    ("up-to", r"up to|as many as|as much as|at most|a maximum of|no more than|not more than|maximum"),
    ("under", r"fewer than|less than|under|below|short of"),
    ("nearly", r"nearly|almost|close to|just under"),
    ("about", r"about|around|roughly|approximately|some|an estimated|estimated|circa|in the region of|approx\.?|~"),
]
_BOUND = re.compile(
    "|".join(rf"(?P<{name.replace('-', '_')}>(?<!\w)(?:{pattern})\s*$)" for name, pattern in _BOUNDS), re.IGNORECASE
)


def value_of(printed: str) -> float | None:
    """The number that `printed` spells ("20,000", "thirty-one", "a dozen", "2.5 million"), or None."""
    low = printed.lower().strip()
    match = re.fullmatch(rf"({DIGITS})(?:[\s-]*([a-z]+))?", low)
    if match:
        scale = SCALES.get(match.group(2)) if match.group(2) else 1.0
        return None if scale is None else float(match.group(1).replace(",", "")) * scale
    return _words_value(low)


def bound_before(text: str, start: int) -> tuple[Bound | None, int]:
    """The bound that stands right before `start` ("up to", "nearly") and where its words begin."""
    window = text[max(0, start - 24) : start]
    match = _BOUND.search(window)
    if not match or match.lastgroup is None:
        return None, start
    name: Bound = match.lastgroup.replace("_", "-")  # type: ignore[assignment]
    return name, start - (len(window) - match.start())


def _words_value(low: str) -> float | None:
    total = current = 0.0
    seen = False
    for word in re.split(r"[\s-]+", low):
        if word in ("and", "a", "an"):
            current = current or (1.0 if word != "and" else 0.0)
            continue
        if word == "dozen":
            current = (current or 1.0) * 12
        elif word in _UNITS or word in _TENS:
            current = (0.0 if not seen else current) + _UNITS.get(word, _TENS.get(word, 0))
        elif word in SCALES:
            current = (current or 1.0) * SCALES[word]
            if SCALES[word] >= 1e3:
                total, current = total + current, 0.0
        else:
            return None
        seen = True
    return total + current if seen else None
