"""Which states stand in a sentence, as whom, and how they stand to its words."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from secondsource.knowledge import Knowledge, Mention
from secondsource.knowledge.entries import Body, Country, Maker
from secondsource.understand.page import Line, Page

_TIGHT = re.compile(
    r"\b(?P<p>to|for|from|by|with|between|against|of|in|over|into|at|than|towards?|including|near|outside)"
    r"(?:\s+(?:the|its|his|their|both|neighbou?ring|fellow|ally|Western|Russian-made|customers?|like|such|as))*\s*$",
    re.IGNORECASE,
)
_AND_BEFORE = re.compile(r"(?:,|\band\b|\bor\b|&)\s*(?:the\s+)?$", re.IGNORECASE)
_AND_ONLY = re.compile(r"\b(?:and|or)\s+(?:the\s+)?$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"^'s?\s")
_OWN_GOVERNMENT = re.compile(r"^'s?\s+(?:administration|government|cabinet)\b", re.IGNORECASE)
_ADMINISTRATION = re.compile(r"\b(?P<name>[A-Z][\w-]+)(?:'s)? (?:administration|government|cabinet)\b")
_OFFICIALS_THERE = re.compile(
    r"^,\s+(?:officials|lawmakers|ministers|leaders|authorities|the government|the cabinet)\b"
)
_AT_START = re.compile(r"^\W*[Ii]n\s+$")
_COMMITTEE = re.compile(r"^'s?\s+(?:[\w-]+\s+){0,3}?(?:committee|panel|spokes\w+|minister|chief)\b", re.IGNORECASE)
_CAPITALISED = re.compile(r"\b[A-Z][\w.'-]*(?:[ ](?:al|bin|von|van|de|der|el|[A-Z][\w.'-]*))+")
_GOVERNMENT = re.compile(
    r"^(?:'s?)?\s+(?P<noun>(?:government|authorities|cabinet|parliament|air force|army|navy|military|armed forces|"
    r"(?:defen[cs]e|foreign|interior|external affairs) (?:ministry|minister|secretary)|"
    r"ministry of (?:national )?defen[cs]e|"
    r"defen[cs]e|president|prime minister|officials?|lawmakers|state department|administration|leaders?|senate|"
    r"congress|"
    r"state media|customs|court|side))\b(?!\s+(?:equipment|hardware|gear|aid|drones?|aircraft|sales?|exports?|systems?|"
    r"cooperation|purchases?|package|deals?|technology|platforms?|trade|commitment|budget|spending))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A state in a sentence: the country, the words that name it, and the words around it."""

    country: str
    label: str
    start: int
    end: int
    preposition: str | None
    possessive: bool
    demonym: bool
    body_role: str | None = None
    maker: bool = False


def standings(page: Page, line: Line) -> list[Standing]:
    """Every state named in a sentence, by its name, government, bodies, makers or office holders."""
    found = []
    for mention in page.names(line.start, line.end, "country", "body", "maker"):
        one = _standing(page, line, mention)
        if one is not None:
            found.append(one)
    found += _administrations(page, line, found)
    found += _office_holders(page, line, found)
    return _coordinated(page, sorted(found, key=lambda s: s.start))


def _standing(page: Page, line: Line, mention: Mention) -> Standing | None:
    if not mention.strong or page.text[mention.end : mention.end + 1] == "$":
        return None
    country, label, role = _whose(page, mention)
    if not country:
        return None
    end = mention.end
    demonym = mention.form == "demonym"
    if mention.kind == "country":
        noun = _GOVERNMENT.match(page.text[mention.end : mention.end + 40])
        if noun:
            end = mention.end + noun.end()
            label = page.report.text[mention.start : end]
            demonym, role = False, _role_of(noun.group("noun"))
        there = _OFFICIALS_THERE.match(page.text[mention.end : mention.end + 30])
        if there and _AT_START.search(page.text[line.start : mention.start]):
            return Standing(
                country=country,
                label=f"{label} officials",
                start=mention.start,
                end=mention.end + there.end(),
                preposition=None,
                possessive=False,
                demonym=False,
                body_role="ministry",
            )
    elif mention.kind == "body":
        committee = _COMMITTEE.match(page.text[mention.end : mention.end + 40])
        end = mention.end + committee.end() if committee else end
    before = page.text[max(line.start, mention.start - 60) : mention.start]
    preposition = _TIGHT.search(before)
    return Standing(
        country=country,
        label=label,
        start=mention.start,
        end=end,
        preposition=preposition.group("p").lower() if preposition else None,
        possessive=bool(_POSSESSIVE.match(page.text[end : end + 3])),
        demonym=demonym,
        body_role=role,
        maker=mention.kind == "maker",
    )


def _whose(page: Page, mention: Mention) -> tuple[str, str, str | None]:
    if mention.kind == "body":
        body = page.knowledge.get("body", mention.id, Body)
        return body.country, page.report.text[mention.start : mention.end], body.role
    if mention.kind == "maker":
        maker = page.knowledge.get("maker", mention.id, Maker)
        return maker.country, maker.name, None
    country = page.knowledge.get("country", mention.id, Country)
    return country.name, country.name, None


def _role_of(noun: str) -> str:
    low = noun.lower()
    if low in ("parliament", "lawmakers", "senate", "congress"):
        return "legislature"
    return "court" if low == "court" else "ministry"


def _coordinated(page: Page, found: list[Standing]) -> list[Standing]:
    """As in "to Morocco and Ethiopia": the second stands under the preposition of the first."""
    result: list[Standing] = []
    for one in found:
        last = result[-1] if result else None
        if (
            last is not None
            and one.preposition is None
            and last.preposition
            and last.end <= one.start
            and len(page.text[last.end : one.start]) <= 10
            and (_AND_BEFORE if one.body_role is None and not one.maker else _AND_ONLY).search(
                page.text[last.end : one.start]
            )
        ):
            result.append(replace(one, preposition=last.preposition))
        else:
            result.append(one)
    return result


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A person known to have held an office, and for which country."""

    person: str
    surname: str
    country: str
    titles: tuple[str, ...]


@lru_cache(maxsize=4)
def holders(knowledge: Knowledge) -> dict[str, Holder]:
    """Office holders by full name."""
    known: dict[str, Holder] = {}
    for fact in knowledge.facts:
        if fact.kind == "office" and fact.person and fact.country:
            holder = Holder(
                person=fact.person,
                surname=fact.surname or fact.person.split()[-1],
                country=fact.country,
                titles=fact.titles,
            )
            for alias in (fact.person, *fact.aliases):
                known.setdefault(alias, holder)
    return known


@lru_cache(maxsize=16)
def holders_named(page: Page) -> dict[str, Holder]:
    """The office holders whose full names stand in the report, by surname."""
    found: dict[str, Holder] = {}
    known = holders(page.knowledge)
    for match in _CAPITALISED.finditer(page.text):
        words = re.sub(r"'s?\b", "", match.group()).split()
        for size in (4, 3, 2):
            for first in range(len(words) - size + 1):
                holder = known.get(" ".join(words[first : first + size]))
                if holder is not None:
                    found.setdefault(holder.surname, holder)
    return found


@lru_cache(maxsize=4)
def _leaders(knowledge: Knowledge) -> dict[str, str]:
    """The country of heads of state and government by surname, where only one country had one of that name."""
    countries: dict[str, set[str]] = {}
    for fact in knowledge.facts:
        if fact.office in ("head of state", "head of government") and fact.surname and fact.country:
            countries.setdefault(fact.surname, set()).add(fact.country)
    return {surname: next(iter(c)) for surname, c in countries.items() if len(c) == 1}


def _administrations(page: Page, line: Line, taken: list[Standing]) -> list[Standing]:
    """As in "The Biden administration": a leader's surname stands for his government, introduced or not."""
    found = []
    for match in _ADMINISTRATION.finditer(page.text, line.start, line.end):
        country = _leaders(page.knowledge).get(match.group("name"))
        if country is None or any(t.start < match.end() and match.start() < t.end for t in taken):
            continue
        preposition = _TIGHT.search(page.text[max(line.start, match.start() - 40) : match.start()])
        found.append(
            Standing(
                country=country,
                label=page.report.text[match.start() : match.end()],
                start=match.start(),
                end=match.end(),
                preposition=preposition.group("p").lower() if preposition else None,
                possessive=bool(_POSSESSIVE.match(page.text[match.end() : match.end() + 3])),
                demonym=False,
                body_role="ministry",
            )
        )
    return found


def _office_holders(page: Page, line: Line, taken: list[Standing]) -> list[Standing]:
    found = []
    for surname, holder in holders_named(page).items():
        for match in re.finditer(rf"(?:\b[A-Z][\w.'-]+\s+)?\b{re.escape(surname)}\b", page.text[line.start : line.end]):
            start, end = line.start + match.start(), line.start + match.end()
            if any(t.start < end and start < t.end for t in taken):
                continue
            own = _OWN_GOVERNMENT.match(page.text[end : end + 24])
            end = end + own.end() if own else end
            before = page.text[max(line.start, start - 40) : start]
            preposition = _TIGHT.search(before)
            found.append(
                Standing(
                    country=holder.country,
                    label=holder.person,
                    start=start,
                    end=end,
                    preposition=preposition.group("p").lower() if preposition else None,
                    possessive=bool(_POSSESSIVE.match(page.text[end : end + 3])),
                    demonym=False,
                    body_role="head-of-government",
                )
            )
    return found
