"""Bounds from the persons whom a report names with their office: nobody is minister before the day of appointment."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from secondsource.knowledge import Knowledge, Mention
from secondsource.knowledge.entries import Fact
from secondsource.read.dating.constraint import Constraint
from secondsource.read.dating.telling import AGO, TODAY, YEAR, Told
from secondsource.read.days import first_day, last_day
from secondsource.text.folding import fold

LOW_WEIGHT = 5
NOW_WEIGHT = 3
TITLED_WEIGHT = 2
FORMER_WEIGHT = 4
_NOT_NOW = re.compile(
    r"(?:\b(?:former|ex|then|late|ousted|outgoing|erstwhile|deposed|incoming|acting|deputy|vice|shadow|past|previous|"
    r"predecessor|successor|ex-|next|future|prospective|opposition|candidate|assistant|under)[\s-]+(?:[\w.'-]+\s+){0,2}"
    r"|\b(?:a|an|as|any|potential|possible)\s+)$",
    re.IGNORECASE,
)
_FORMER = re.compile(r"\b(?:former|ex|ousted|erstwhile|deposed)[\s-]+(?:[\w.'-]+\s+){0,2}$", re.IGNORECASE)
_NOT_NOW_AFTER = re.compile(
    r"^\s*,?\s*(?:the\s+|a\s+)?(?:[\w.'-]+\s+){0,1}(?:former|then|ex-|late|at the time|until)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """A person named with an office: the terms it may mean, and whether it is said to be past or to be held now."""

    person: str
    title: str
    terms: tuple[Fact, ...]
    former: bool
    passage: Told
    now: bool = False

    @property
    def start(self) -> datetime.date:
        return min(first_day(term.start) for term in self.terms)

    @property
    def end(self) -> datetime.date | None:
        """The last day of the last term, or None where it runs on."""
        ends = [term.end for term in self.terms]
        return None if None in ends else max(last_day(end) for end in ends if end)


def titled_persons(passages: list[Told], places: set[str], knowledge: Knowledge) -> list[Titled]:
    """Every person whom the passages name with an office, by full name or by a surname whose country is named."""
    by_surname: dict[str, list[Fact]] = {}
    for fact in knowledge.facts:
        if fact.kind == "office" and fact.person and fact.surname:
            by_surname.setdefault(fold(fact.surname), []).append(fact)
    whole = " ".join(p.text for p in passages)
    found = []
    for passage in passages:
        for surname in by_surname.keys() & _capitalised(passage.text):
            for match in re.finditer(rf"(?<![\w-]){re.escape(surname)}(?![\w-])", passage.text):
                titled = _titled(passage, match, by_surname[surname], whole, places)
                if titled:
                    found.append(titled)
    return found


def countries_named(mentions: list[Mention], start: int, end: int) -> set[str]:
    """The countries named between two places of the text, by their names, capitals or demonyms."""
    return {m.label for m in mentions if m.kind == "country" and m.strong and start <= m.start < end}


def office_lows(persons: list[Titled]) -> Iterator[Constraint]:
    """Lower bounds: a term has begun, or (of a former minister) has ended."""
    for p in persons:
        if p.former:
            ends = [last_day(term.end) for term in p.terms if term.end]
            if ends:
                yield Constraint(
                    low=min(ends),
                    weight=FORMER_WEIGHT,
                    reason=f"calls {p.person} a former {p.title}, who left on {min(ends)}",
                )
        else:
            yield Constraint(low=p.start, weight=LOW_WEIGHT, reason=f"{p.title} {p.person} took office on {p.start}")


def office_highs(persons: list[Titled], low: datetime.date) -> Iterator[Constraint]:
    """Upper bounds: who acts in office this week, or beside another holder of office, has not left it."""
    for p in persons:
        end = _end_after(p, low)
        text = p.passage.text
        if p.former or end is None or YEAR.search(text) or AGO.search(text):
            continue
        if p.now or TODAY.search(text):
            yield Constraint(
                high=end, weight=NOW_WEIGHT, reason=f"{p.title} {p.person}, in office to {end}, acts in it now"
            )
        elif len({o.person for o in persons if o.passage.start == p.passage.start and not o.former}) > 1:
            yield Constraint(
                high=end,
                weight=TITLED_WEIGHT,
                reason=f"{p.title} {p.person}, in office to {end}, is named with others in office",
            )


def _end_after(p: Titled, low: datetime.date) -> datetime.date | None:
    """The last day of the terms that did not end before `low`, or None where one runs on or none is left."""
    terms = tuple(t for t in p.terms if not t.end or last_day(t.end) >= low)
    return replace(p, terms=terms).end if terms else None


def _capitalised(text: str) -> set[str]:
    words = re.findall(r"[A-Z][\w'-]+", text)
    pairs = re.findall(r"(?=\b([A-Z][\w'-]+\s[A-Z][\w'-]+))", text)
    return {w.removesuffix("'s").removesuffix("'") for w in (*words, *pairs)}


def _titled(passage: Told, match: re.Match[str], facts: list[Fact], whole: str, places: set[str]) -> Titled | None:
    start = _start_of_name(passage.text, match, facts)
    before, after = passage.text[max(0, start - 80) : start], passage.text[match.end() : match.end() + 80]
    matched: list[tuple[Fact, str, str]] = []
    for fact in facts:
        if not _is_meant(fact, start < match.start(), whole, places):
            continue
        title, lead = _title_before(fact, before)
        if title is None and not _NOT_NOW_AFTER.match(after):
            title, lead = _title_after(fact, after), ""
        if title:
            matched.append((fact, title, lead))
    if not matched:
        return None
    longest = max(len(title) for _, title, _ in matched)
    best = [(f, t, lead) for f, t, lead in matched if len(t) == longest]
    if len({f.person for f, _, _ in best}) > 1:
        return None
    former = bool(_FORMER.search(best[0][2]))
    if _NOT_NOW.search(best[0][2]) and not former:
        return None
    return Titled(
        person=best[0][0].person or "",
        title=best[0][1],
        terms=tuple(f for f, _, _ in best),
        former=former,
        passage=passage,
    )


def _start_of_name(text: str, match: re.Match[str], facts: list[Fact]) -> int:
    """Where the name begins: at the surname, or at the given names printed before it."""
    for name in sorted({n for f in facts for n in (f.person or "", *f.aliases)}, key=len, reverse=True):
        folded = fold(name)
        begin = match.end() - len(folded)
        if folded and begin >= 0 and text[begin : match.end()] == folded:
            return begin
    initials = re.search(r"(?:[A-Z][\w'-]+\s(?:[A-Z]\.?\s)?)$", text[: match.start()])
    given = initials.group().split()[0] if initials else ""
    if initials and any(given in fold(n).split() for f in facts for n in (f.person or "", *f.aliases)):
        return initials.start()
    return match.start()


def _is_meant(fact: Fact, in_full: bool, whole: str, places: set[str]) -> bool:
    names = [fold(n) for n in (fact.person or "", *fact.aliases)]
    return in_full or any(n in whole for n in names if " " in n) or (fact.country or "") in places


def _title_before(fact: Fact, before: str) -> tuple[str | None, str]:
    low = before.rstrip().lower()
    for title in sorted(fact.titles, key=len, reverse=True):
        for form in (title, _other_spelling(title)):
            if low.endswith(fold(form).lower()):
                rest = before.rstrip()[: -len(form)]
                if not rest or not (rest[-1].isalnum() or rest[-1] == "-"):
                    return title, rest.rstrip(" ")[-40:] + " "
    return None, ""


def _title_after(fact: Fact, after: str) -> str | None:
    opening = re.match(r"\s*,\s+(?:the\s+|its\s+|who is\s+)?(?P<rest>.{0,60})", after)
    if not opening:
        return None
    rest = opening.group("rest").lower()
    for title in sorted(fact.titles, key=len, reverse=True):
        if any(re.match(rf"{re.escape(fold(form).lower())}\b", rest) for form in (title, _other_spelling(title))):
            return title
    return None


def _other_spelling(title: str) -> str:
    if "efence" in title:
        return title.replace("efence", "efense")
    return title.replace("efense", "efence")
