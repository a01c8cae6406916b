"""Sums of money: amount, currency, bound, range and the basis on which they are given."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.model.statement import Basis, Value
from secondsource.text.numbers import DIGITS, SCALES, bound_before
from secondsource.understand.page import Line, Page

_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "₹": "INR", "¥": "JPY", "₩": "KRW", "₺": "TRY"}
_CODES = "USD|EUR|GBP|INR|JPY|KRW|TRY|CAD|AUD|CHF|SEK|NOK|DKK|PLN|CZK|RUB|CNY|BRL|SAR|AED|THB|IDR|PHP|TWD|ILS|UAH"
_PREFIXES = {
    "$us": "USD", "us$": "USD", "u.s.$": "USD", "usd": "USD", "c$": "CAD", "ca$": "CAD", "cad": "CAD", "a$": "AUD",
    "au$": "AUD",
    "nt$": "TWD", "s$": "SGD", "hk$": "HKD", "r$": "BRL", "nz$": "NZD", "rs": "INR", "rs.": "INR", "inr": "INR",
}  # fmt: skip
_NAMES = {
    "u.s. dollars": "USD", "us dollars": "USD", "american dollars": "USD", "canadian dollars": "CAD",
    "canadian dollar": "CAD", "australian dollars": "AUD", "singapore dollars": "SGD", "dollars": "USD",
    "dollar": "USD",
    "euros": "EUR", "euro": "EUR", "pounds": "GBP", "pound": "GBP", "sterling": "GBP", "rupees": "INR", "rupee": "INR",
    "rubles": "RUB", "roubles": "RUB", "rouble": "RUB", "ruble": "RUB", "won": "KRW", "yen": "JPY", "yuan": "CNY",
    "zlotys": "PLN", "zloty": "PLN", "liras": "TRY", "lira": "TRY", "shekels": "ILS", "kronor": "SEK", "krona": "SEK",
    "kroner": "NOK", "baht": "THB", "rupiah": "IDR", "pesos": "PHP", "peso": "PHP", "reais": "BRL", "francs": "CHF",
    "riyals": "SAR", "riyal": "SAR", "dirhams": "AED", "dirham": "AED", "hryvnia": "UAH", "crowns": "CZK",
}  # fmt: skip
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_AMOUNT = rf"(?:half an?\s+(?:million|billion|trillion)\b|(?:{DIGITS})(?:[\s-]*(?:lakh\s+crore|(?:{_SCALE}))\b)?)"
_PREFIX = r"(?:\$US|U\.?S\.?\s?\$|C\$|CA\$|A\$|AU\$|NT\$|S\$|HK\$|R\$|NZ\$|Rs\.?|[$€£₹¥₩₺]|\b(?:" + _CODES + r"))"
_NAME = "|".join(sorted((re.escape(n) for n in _NAMES), key=len, reverse=True))
_MONEY = re.compile(
    rf"(?P<prefix>{_PREFIX})\s?(?P<a>{_AMOUNT})(?:\s?(?:-|to|and)\s?(?:(?P=prefix))?\s?(?P<b>{_AMOUNT}))?"
    rf"(?:\s(?P<dollar>Canadian|Australian|American)\b)?"
    rf"|(?P<c>{_AMOUNT})(?:\s?(?:-|to|and)\s?(?P<d>{_AMOUNT}))?[\s-]?(?P<name>{_NAME}|{_CODES})\b",
    re.IGNORECASE,
)
_AS_OF = re.compile(r"\bas of (?P<when>last year|this year|[A-Z]\w+ \d{4}|\d{4})\b", re.IGNORECASE)
_BASIS_WINDOW = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """A printed sum with its place, bracketed conversions of it included in `values`."""

    value: Value
    conversion: bool


def money(page: Page, line: Line) -> list[Sum]:
    """The sums in a sentence; a sum in brackets right after another is its conversion."""
    found: list[Sum] = []
    for match in _MONEY.finditer(page.text, line.start, line.end):
        value = _value(page, line, match)
        if value is not None:
            bracket = page.text[max(line.start, match.start() - 12) : match.start()]
            conversion = bool(found) and "(" in bracket and ")" not in bracket
            if conversion:
                value = _rebased(value, found[-1].value.basis)
            found.append(Sum(value=value, conversion=conversion))
    return found


def with_conversions(one: Sum, sums: Sequence[Sum]) -> tuple[Value, ...]:
    """A sum of a sentence and the conversions of it that stand right after."""
    values = [one.value]
    for other in sums[sums.index(one) + 1 :]:
        if not other.conversion:
            break
        values.append(other.value)
    return tuple(values)


def _value(page: Page, line: Line, match: re.Match[str]) -> Value | None:
    currency = _currency(match)
    low, high = _amounts(match)
    if low is None or currency is None:
        return None
    bound, _ = bound_before(page.text, match.start())
    as_of = _AS_OF.search(page.text[line.start : line.end])
    return Value(
        amount=low,
        high=high,
        currency=currency,
        basis=_basis(page, line, match),
        bound="range" if high is not None else bound,
        as_of=as_of.group("when") if as_of else None,
        start=match.start(),
        end=match.end(),
    )


def _rebased(value: Value, basis: Basis) -> Value:
    return Value(
        amount=value.amount,
        high=value.high,
        currency=value.currency,
        basis=basis,
        bound=value.bound,
        as_of=value.as_of,
        start=value.start,
        end=value.end,
    )


def _currency(match: re.Match[str]) -> str | None:
    prefix = match.group("prefix")
    if prefix:
        plain = re.sub(r"\s", "", prefix).lower()
        if match.group("dollar") and plain == "$":
            return {"canadian": "CAD", "australian": "AUD"}.get(match.group("dollar").lower(), "USD")
        return _SIGNS.get(plain) or _PREFIXES.get(plain) or _PREFIXES.get(plain.replace(".", "")) or plain.upper()
    name = match.group("name").lower()
    return _NAMES.get(name, name.upper())


def _amounts(match: re.Match[str]) -> tuple[float | None, float | None]:
    first, second = (
        (match.group("a"), match.group("b")) if match.group("prefix") else (match.group("c"), match.group("d"))
    )
    low, scale = _amount(first)
    if second is None:
        return low, None
    high, high_scale = _amount(second)
    if low is not None and scale == 1.0 and high_scale != 1.0:
        low *= high_scale
    return low, high


def _amount(printed: str) -> tuple[float | None, float]:
    if printed.lower().startswith("half"):
        scale = SCALES[printed.lower().split()[-1]]
        return scale / 2, scale
    number = re.match(DIGITS, printed)
    if not number:
        return None, 1.0
    scale = 1.0
    for word in re.findall(r"[a-z]+", printed[number.end() :].lower()):
        scale *= SCALES.get(word, 1.0)
    return round(float(number.group().replace(",", "")) * scale, 2), scale


def _basis(page: Page, line: Line, match: re.Match[str]) -> Basis:
    """The basis that words around the sum name; phrases are knowledge, the nearest one after or before wins."""
    start, end = page.clause(line, match.start())
    before = page.text[max(start, match.start() - _BASIS_WINDOW) : match.start()]
    after = page.text[match.end() : min(max(end, match.end()), match.end() + _BASIS_WINDOW)]
    for pattern, phrase in page.knowledge.phrases_of("basis-after"):
        if pattern.match(after):
            return phrase.value  # type: ignore[return-value]
    best: tuple[int, str] | None = None
    for pattern, phrase in page.knowledge.phrases_of("basis"):
        for text, near in ((before, len(before)), (after, 0)):
            for hit in pattern.finditer(text):
                distance = abs(near - (hit.end() if near else hit.start()))
                if best is None or distance < best[0]:
                    best = (distance, phrase.value)
    return best[1] if best else "unstated"  # type: ignore[return-value]
