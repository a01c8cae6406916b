"""Whom the words that the extractor marks as a speaker mean: a person, a body, an unnamed source, or nobody known."""

import re
from dataclasses import dataclass

from secondsource.model.statement import Attribution
from secondsource.understand.page import Line, Page
from secondsource.understand.parties import standings
from secondsource.understand.people import PERSON, bearer, country_of, full_name
from secondsource.understand.voices import voices

_OF_PERSON = re.compile(r"(?:he|she|him|her|his|i)$", re.IGNORECASE)
_OF_GROUP = re.compile(r"(?:they|it|them|we|its|their)$", re.IGNORECASE)
_NAME = r"(?P<name>[A-Z][\w'’-]+(?: (?:[A-Z][\w’-]*\.?|al|bin|von|van|de|der|el)){0,2} [A-Z][\w’-]+)"
_NAME_BEFORE = re.compile(rf"{_NAME},\s+(?:an?\s+|the\s+)?$")
_NAME_AFTER = re.compile(rf",?\s+{_NAME}")
_COMPANY = re.compile(
    r"(?:the|its|this)\s+(?:company|firm|maker|manufacturer|group|shipbuilder|shipyard|plane ?maker)$", re.IGNORECASE
)
_ONE_OF_THEM = re.compile(r"(?:one|another|some|both|most) of (?:them|the (?:sources|officials))$", re.IGNORECASE)
_TAIL = re.compile(r"(?:\s+(?:has|had|have|also|who|which|that|earlier|later))+$", re.IGNORECASE)
_SURNAME = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr|Gen|Sir|Lord)\.?\s+)?(?P<name>[A-Z][\w'’-]+)$")
_DEFINITE = re.compile(r"(?:the|this|that|its|their|his|her)\s+(?P<role>.+)$", re.IGNORECASE)
_GROUP = re.compile(r"^(?:a|an|the|one|another|two|three|four|five|several|some|multiple)\s+", re.IGNORECASE)
_SURE_UNNAMED = 0.5
_BACK = 4
"""How many sentences back a pronoun or title is followed to its speaker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A marked speaker: its words and whether the extractor takes it for a person without a name (0 to 1)."""

    start: int
    end: int
    line: Line
    unnamed: float


class Cast:
    """The speakers of one report in order, each resolved with the help of those before."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._known: list[tuple[Line, str, Attribution]] = []

    def resolve(self, speaker: Speaker) -> Attribution | None:
        """The attribution that the words give; None where they point to nobody that the report introduces."""
        words = _TAIL.sub("", self._page.report.text[speaker.start : speaker.end].strip(" ,\"“”'"))
        if not words:
            return None
        found = self._resolved(speaker, words)
        if found is not None:
            self._known.append((speaker.line, words, found))
        return found

    def _resolved(self, speaker: Speaker, words: str) -> Attribution | None:
        if _OF_PERSON.match(words) or _OF_GROUP.match(words):
            return self._last(speaker.line, person=bool(_OF_PERSON.match(words)))
        if _ONE_OF_THEM.match(words):
            return self._last(speaker.line, person=False)
        known = self._outlet(speaker) or self._person(speaker, words) or self._beside(speaker, words)
        known = known or self._company(speaker, words) or self._bearer(speaker, words)
        if known is not None:
            return known
        if speaker.unnamed > _SURE_UNNAMED:
            role = _GROUP.sub("", words) if words.lower().startswith(("a ", "an ", "the ")) else words
            return self._made(speaker, role, role, anonymous=True)
        return self._made(speaker, words, None)

    def _person(self, speaker: Speaker, words: str) -> Attribution | None:
        named = [
            (full, (m["title"] or "").strip() or None)
            for m in PERSON.finditer(words)
            if (full := full_name(self._page, m["name"].split()[-1]))
        ]
        if named:
            return self._made(speaker, " and ".join(dict.fromkeys(n for n, _ in named[:2])), named[0][1])
        surname = _SURNAME.match(words)
        if surname and not any(m.start < speaker.end and speaker.start < m.end for m in self._page.mentions):
            return self._made(speaker, full_name(self._page, surname["name"]) or surname["name"], None)
        return None

    def _bearer(self, speaker: Speaker, words: str) -> Attribution | None:
        """As in "the minister": the one person of that title, or the one of that role who spoke before."""
        definite = _DEFINITE.match(words)
        if definite is None:
            return None
        name = bearer(self._page, definite["role"])
        if name is not None:
            return self._made(speaker, name, definite["role"])
        return self._same_role(speaker.line, definite["role"])

    def _beside(self, speaker: Speaker, words: str) -> Attribution | None:
        """As in "Ana Ruiz, a ministry official, said": the name that a role stands beside."""
        before = self._page.text[max(speaker.line.start, speaker.start - 60) : speaker.start]
        after = self._page.text[speaker.end : speaker.end + 40]
        match = _NAME_BEFORE.search(before) or _NAME_AFTER.match(after)
        full = full_name(self._page, match["name"].split()[-1]) if match else None
        return self._made(speaker, full, words) if full else None

    def _company(self, speaker: Speaker, words: str) -> Attribution | None:
        """As in "the company said": the maker named last."""
        if not _COMPANY.match(words):
            return None
        makers = [
            s
            for line in self._page.lines[max(0, speaker.line.number - _BACK) : speaker.line.number + 1]
            for s in standings(self._page, line)
            if s.maker and s.start < speaker.start
        ]
        return self._made(speaker, makers[-1].label, words) if makers else None

    def _outlet(self, speaker: Speaker) -> Attribution | None:
        """An outlet that reports on its own word has no speaker."""
        names = self._page.names(speaker.start, speaker.end, "outlet")
        whole = [m for m in names if 2 * (m.end - m.start) >= speaker.end - speaker.start]
        if not whole or speaker.unnamed > _SURE_UNNAMED:
            return None
        named = outlets(self._page, speaker.line) or (whole[0].label,)
        return Attribution(speaker=None, role=None, anonymous=False, outlets=named)

    def _last(self, line: Line, *, person: bool) -> Attribution | None:
        """The one last heard that a pronoun can mean: "he" is a person, named or not, "it" and "they" need not be."""
        near = [
            a
            for at, _, a in self._known
            if 0 <= line.number - at.number <= _BACK and a.speaker and (not person or self._is_person(a))
        ]
        return near[-1] if near else None

    def _is_person(self, attribution: Attribution) -> bool:
        words = (attribution.speaker or "").split()
        return attribution.anonymous or bool(words and full_name(self._page, words[-1]))

    def _same_role(self, line: Line, role: str) -> Attribution | None:
        last = role.rsplit(maxsplit=1)[-1].lower().rstrip("s")
        for at, words, attribution in reversed(self._known):
            if line.number - at.number <= _BACK and words.split()[-1].lower().rstrip("s") == last:
                return attribution
        return None

    def _made(self, speaker: Speaker, name: str, role: str | None, *, anonymous: bool = False) -> Attribution:
        near = [
            s.country for s in standings(self._page, speaker.line) if speaker.start - 40 <= s.start <= speaker.end + 60
        ]
        country = country_of(self._page, name) or (near[0] if near else None)
        return Attribution(
            speaker=name, role=role, anonymous=anonymous, outlets=outlets(self._page, speaker.line), country=country
        )


def outlets(page: Page, line: Line) -> tuple[str, ...]:
    """The outlets that a sentence credits, in order."""
    return tuple(dict.fromkeys(c.label for c in voices(page).credits if line.start <= c.start < line.end and c.outlet))
