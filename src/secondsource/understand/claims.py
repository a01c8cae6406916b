"""Statements of figures that are no single deal: unit prices, trade balances, totals of sales, jobs, fleets."""

import re
from dataclasses import replace

from secondsource.model.statement import Bound, Claim, Value
from secondsource.text.numbers import DIGITS, WORDS, bound_before, value_of
from secondsource.understand.dates import dates
from secondsource.understand.drafts import Draft
from secondsource.understand.items import things
from secondsource.understand.money import Sum, money, with_conversions
from secondsource.understand.page import Line, Page
from secondsource.understand.parties import standings

_REACH = 70
DEAL_VALUE = "deal value"
_WORTH = re.compile(
    r"\bthe\s+(?:net\s+|total\s+)?(?:value of the\s+|price of the\s+|cost of the\s+)?(?:\w+\s+)?"
    r"(?P<deal>contract|deal|package|purchase|order|agreement|sale)\s+"
    r"(?:is|was|will be|would be|has been|has|had)\s+"
    r"(?:(?:an? )?(?:total |net |overall )?(?:worth|value of|price of|valued at|put at|estimated at|priced at))?",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"(?<![$€£₹\w.-])(?:between\s+)?(?P<a>(?:{DIGITS})(?:\s+(?:thousand|million))?|{WORDS})"
    rf"(?:\s*(?:-|to|and)\s*(?P<b>{DIGITS}))?(?!\s*(?:percent|per cent|%|years|billion))",
    re.IGNORECASE,
)
_AGREEMENTS = re.compile(
    r"\b(?:similar|such)?\s*(?:agreements?|pacts?)\s+with\s+(?P<words>(?:\w+\s+){0,3}?)(?P<n>\d+|\w+)\s+(?:other\s+)?countries\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d$")
_PERIOD = re.compile(
    r"\b(?:as of|since|in) (?:last year|(?:19|20)\d\d(?:-\d\d)?)|\bover the (?:past|last) [\w ]+?(?:years|decades?)",
    re.IGNORECASE,
)


def claims(page: Page, line: Line) -> list[Draft]:
    """The claims of one sentence."""
    sums = money(page, line)
    return (
        _prices(page, line, sums)
        + _measures(page, line, sums)
        + _countries(page, line)
        + _deal_values(page, line, sums)
    )


def _prices(page: Page, line: Line, sums: list[Sum]) -> list[Draft]:
    """The price of one piece belongs to the item, whatever deal it comes up in."""
    found = []
    for one in sums:
        if one.value.basis != "each" or one.conversion:
            continue
        named = [t for t in things(page, line) if t.end <= one.value.start] or things(page, line)
        draft = Draft(kind="claim", line=line, cue=(one.value.start, one.value.end))
        draft.values = with_conversions(one, sums)
        draft.thing = named[-1] if named else None
        draft.claim = Claim(
            measure="unit price",
            subject=draft.thing.printed if draft.thing else None,
            amount=one.value.amount,
            high=one.value.high,
            unit=one.value.currency,
            period=one.value.as_of,
            bound=one.value.bound,
        )
        _date(page, draft)
        found.append(draft)
    return found


def _deal_values(page: Page, line: Line, sums: list[Sum]) -> list[Draft]:
    """As in "The contract is worth $4.5 billion": the value of a deal that another sentence tells of."""
    match = _WORTH.search(page.text, line.start, line.end)
    near = [s for s in sums if match and 0 <= s.value.start - match.end() <= _REACH and not s.conversion]
    if match is None or not near:
        return []
    one = near[0]
    draft = Draft(kind="claim", line=line, cue=match.span())
    draft.values = with_conversions(one, sums)
    if match.group("deal").lower() == "contract":
        draft.values = tuple(replace(v, basis="contract") for v in draft.values)
    draft.claim = Claim(
        measure=DEAL_VALUE,
        subject=match.group("deal").lower(),
        amount=one.value.amount,
        high=one.value.high,
        unit=one.value.currency,
        bound=one.value.bound,
    )
    return [draft]


def _measures(page: Page, line: Line, sums: list[Sum]) -> list[Draft]:
    found = []
    for pattern, phrase in page.knowledge.phrases_of("claim"):
        match = pattern.search(page.text, line.start, line.end)
        if match is None:
            continue
        near = [s for s in sums if not s.conversion and _distance(s.value, match) <= _REACH and s.value.basis != "each"]
        if near:
            one = min(near, key=lambda s: _distance(s.value, match))
            draft = Draft(kind="claim", line=line, cue=match.span())
            draft.values = with_conversions(one, sums)
            amount, high, bound, unit = one.value.amount, one.value.high, one.value.bound, one.value.currency
        else:
            counted = _counted(page, line, match) if phrase.value in ("jobs", "fleet") else None
            if counted is None:
                continue
            draft = Draft(kind="claim", line=line, cue=match.span())
            amount, high, bound = counted
            unit = phrase.value
        _place(page, draft)
        period = _PERIOD.search(page.text, line.start, line.end)
        draft.claim = Claim(
            measure=phrase.value,
            subject=_subject(page, draft),
            amount=amount,
            high=high,
            unit=unit,
            period=period.group() if period else None,
            bound=bound,
        )
        _date(page, draft)
        found.append(draft)
    return _first_of_each_sum(found)


def _distance(value: Value, match: re.Match[str]) -> int:
    return max(value.start - match.end(), match.start() - value.end, 0)


def _counted(page: Page, line: Line, match: re.Match[str]) -> tuple[float, float | None, Bound | None] | None:
    best: tuple[int, float, float | None, Bound | None] | None = None
    for number in _COUNT.finditer(page.text, line.start, line.end):
        distance = max(number.start() - match.end(), match.start() - number.end(), 0)
        low = value_of(number["a"])
        if low is None or distance > _REACH or _YEAR.match(number["a"]) or number["a"].lower() in ("one", "a", "an"):
            continue
        high = value_of(number["b"]) if number["b"] else None
        bound, _ = bound_before(page.text, number.start())
        if best is None or distance < best[0]:
            best = (distance, low, high, "range" if high is not None else bound)
    return best[1:] if best else None


def _countries(page: Page, line: Line) -> list[Draft]:
    match = _AGREEMENTS.search(page.text, line.start, line.end)
    number = value_of(match["n"]) if match else None
    if match is None or number is None:
        return []
    bound, _ = bound_before(page.text, match.start("n"))
    draft = Draft(kind="claim", line=line, cue=match.span())
    _place(page, draft)
    draft.claim = Claim(
        measure="countries with similar agreements",
        subject=draft.supplier,
        amount=number,
        unit="countries",
        bound=bound,
    )
    return [draft]


def _place(page: Page, draft: Draft) -> None:
    """Who sells, gives or holds, and to whom, where the sentence says it."""
    states = standings(page, draft.line)
    giver = next((s for s in states if s.preposition in (None, "by") and not s.demonym and not s.possessive), None)
    taker = next((s for s in states if s.preposition in ("to", "with", "for")), None)
    if giver is not None:
        draft.fill(draft.line, supplier=giver.country)
    if taker is not None and (giver is None or taker.country != giver.country):
        draft.fill(draft.line, recipient=taker.country)


def _subject(page: Page, draft: Draft) -> str | None:
    return draft.recipient or draft.supplier


def _date(page: Page, draft: Draft) -> None:
    found = dates(page.text, draft.line.start, draft.line.end, page.report)
    if found:
        draft.date = found[0][2]


def _first_of_each_sum(found: list[Draft]) -> list[Draft]:
    """Of two measures that one sum could be of, the nearer noun has it."""
    kept: dict[tuple[object, ...], Draft] = {}
    for draft in found:
        key = (draft.values[0].start,) if draft.values else (draft.claim.measure if draft.claim else None,)
        other = kept.get(key)
        if other is None or _nearness(draft) < _nearness(other):
            kept[key] = draft
    return list(kept.values())


def _nearness(draft: Draft) -> int:
    if not draft.values:
        return 0
    value = draft.values[0]
    return max(draft.cue[0] - value.end, value.start - draft.cue[1], 0)


def continued(page: Page, drafts: list[Draft]) -> list[Draft]:
    """A figure of the same measure in the next sentences is about the same thing ("the number of new jobs")."""
    counted = [d for d in drafts if d.kind == "claim" and d.claim is not None]
    for draft in counted:
        if draft.claim is not None and draft.claim.subject is None:
            before = [
                d
                for d in counted
                if d.claim is not None
                and d.claim.measure == draft.claim.measure
                and d.claim.subject
                and 0 < draft.line.number - d.line.number <= 2
            ]
            if before and before[-1].claim is not None:
                claim = draft.claim
                draft.claim = Claim(
                    measure=claim.measure,
                    subject=before[-1].claim.subject,
                    amount=claim.amount,
                    high=claim.high,
                    unit=claim.unit,
                    period=claim.period,
                    bound=claim.bound,
                )
                draft.rest_on(before[-1].line, "claim")
    return drafts
