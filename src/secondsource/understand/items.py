"""What is transferred: weapons by name, and things by their common nouns."""

import re
from dataclasses import dataclass

from secondsource.knowledge import Mention
from secondsource.knowledge.entries import Maker, Weapon
from secondsource.understand.page import Line, Page

_NEAR_WORDS = 4
_OF_THE = (" of the ", " of ", " of type ")
_TAIL = re.compile(
    r"^[\s-]*(?:class|type|family|variant|fighter|attack|combat|light|multi-?role|stealth)?[\s-]*$", re.IGNORECASE
)
_ARMS_NOUN = re.compile(
    r"^s?\s+(?:sales?|deals?|purchase|order|contract|offer|package|systems?|missiles?|jets?|launchers?|batter(?:y|ies)|"
    r"tanks?|fleet|rounds?|interceptors?)\b"
)
_BETWEEN = re.compile(r"^(?:[\s,/&-]|\band\b|\bor\b|\w[\w-]*\s){0,6}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One item as printed. A named weapon has a designation and family; a common noun has the kinds it can mean."""

    start: int
    end: int
    printed: str
    kinds: tuple[str, ...]
    part: str | None = None
    designation: str | None = None
    family: str | None = None
    maker: str | None = None
    exporter: str | None = None

    @property
    def generic(self) -> bool:
        return self.family is None

    def can_be(self, other: "Thing") -> bool:
        """Whether both can name one thing: one family, or a common noun and a weapon of its kind."""
        if self.family and other.family:
            return self.family == other.family
        if not self.kinds or not other.kinds:
            return True
        return bool(set(self.kinds) & set(other.kinds))


def things(page: Page, line: Line) -> list[Thing]:
    """The items a sentence names, in order; a noun that follows its weapon ("Reaper drones") is one with it."""
    nouns = _nouns(page, line)
    found: list[Thing] = []
    for mention in page.names(line.start, line.end, "weapon"):
        thing = _weapon(page, mention, nouns)
        if thing is not None:
            found.append(thing)
    covered = [(t.start, t.end) for t in found]
    found += [n for n in nouns if not any(s < n.end and n.start < e for s, e in covered)]
    return sorted(_without_shared_noun(page, found), key=lambda t: t.start)


def _nouns(page: Page, line: Line) -> list[Thing]:
    found: list[Thing] = []
    for pattern, entry in page.knowledge.things:
        for match in pattern.finditer(page.text, line.start, line.end):
            if any(t.start < match.end() and match.start() < t.end for t in found):
                _keep_longer(found, match, entry.kinds, entry.part, page)
                continue
            found.append(_noun(match, entry.kinds, entry.part, page))
    return sorted(found, key=lambda t: t.start)


def _noun(match: re.Match[str], kinds: tuple[str, ...], part: str | None, page: Page) -> Thing:
    printed = page.report.text[match.start() : match.end()]
    return Thing(start=match.start(), end=match.end(), printed=printed, kinds=kinds, part=part)


def _keep_longer(
    found: list[Thing], match: re.Match[str], kinds: tuple[str, ...], part: str | None, page: Page
) -> None:
    rivals = [t for t in found if t.start < match.end() and match.start() < t.end]
    if all(match.end() - match.start() > t.end - t.start for t in rivals):
        found[:] = [t for t in found if t not in rivals]
        found.append(_noun(match, kinds, part, page))


def _weapon(page: Page, mention: Mention, nouns: list[Thing]) -> Thing | None:
    entry = page.knowledge.get("weapon", mention.id, Weapon)
    noun = next((n for n in nouns if _follows(page, mention, n) and entry.kind in n.kinds), None)
    meant = mention.strong or noun is not None or _named_elsewhere(page, mention)
    if not meant and not _ARMS_NOUN.match(page.text[mention.end : mention.end + 24]):
        return None
    after = noun is not None and noun.start >= mention.end and _TAIL.match(page.text[mention.end : noun.start])
    end = noun.end if noun is not None and after else mention.end
    maker = page.knowledge.get("maker", entry.maker, Maker)
    return Thing(
        start=mention.start,
        end=end,
        printed=page.report.text[mention.start : end],
        kinds=(entry.kind,),
        part=entry.part,
        designation=mention.label,
        family=entry.id,
        maker=maker.name,
        exporter=entry.exporter,
    )


def _follows(page: Page, mention: Mention, noun: Thing) -> bool:
    between = page.text[mention.end : noun.start] if noun.start >= mention.end else None
    if between is None:
        before = page.text[noun.end : mention.start] if noun.end <= mention.start else None
        return before is not None and (len(before) <= 2 or before in _OF_THE)
    return len(between.split()) <= _NEAR_WORDS and bool(_BETWEEN.match(between))


def _named_elsewhere(page: Page, mention: Mention) -> bool:
    return any(m.kind == "weapon" and m.id == mention.id and m.strong for m in page.mentions)


def _without_shared_noun(page: Page, found: list[Thing]) -> list[Thing]:
    """Drop a noun that only says what the weapon beside it is ("Apache and Seahawk helicopters")."""
    named = [t for t in found if not t.generic]
    kept = []
    for thing in found:
        if any(page.text[thing.end : w.start] in _OF_THE and set(w.kinds) & set(thing.kinds) for w in named):
            continue
        shared = thing.generic and any(
            w.end <= thing.start
            and len(page.text[w.end : thing.start].split()) <= _NEAR_WORDS
            and set(w.kinds) & set(thing.kinds)
            and _BETWEEN.match(page.text[w.end : thing.start])
            for w in named
        )
        if not shared:
            kept.append(thing)
    return kept
