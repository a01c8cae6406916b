"""Whom a report has heard or spoken of so far, and so whom its pronouns, titles and lone quotations mean."""

import re
from dataclasses import replace

from secondsource.understand.page import Page
from secondsource.understand.people import bearer
from secondsource.understand.quotation_names import Names, Who

_BACK = 2
"""How many paragraphs back a pronoun, or a quotation that stands alone, is followed."""
_NEAR = 60
"""How many characters after a spokesman may say that they want no name."""
_REPORTED = re.compile(
    r"^\W*(?!in\b|on\b|at\b|to\b|after\b|before\b|when\b|while\b|as\b|\w+ing\b)\w[^,]{0,400}[,\"]+\s*$",
    re.IGNORECASE,
)
"""What stands before a pronoun that says it: "The plan has failed, he claimed" is not of its own subject."""


def is_name(who: Who) -> bool:
    """Whether somebody is a person known by name."""
    words = (who.name or "x").split()
    return who.kind == "person" and words[0][0].isupper() and words[-1][0].isupper()


def _noun(role: str | None) -> str:
    """What somebody is called, in the singular, without what tells them apart ("two sources near the talks")."""
    head = re.split(r"\s(?:in|of|for|from|at|with|near|who|on|close|familiar)\s", role or "")[0]
    return head.split()[-1].lower().rstrip("s") if head.split() else ""


class Heard:
    """The last person, the last group and the last speaker of a report read from its start."""

    def __init__(self, page: Page, names: Names, text: str) -> None:
        self._page = page
        self._names = names
        self._text = text
        self._full = frozenset(names.persons.values())
        self._bearers: dict[str, str | None] = {}
        self._roles: dict[str, Who] = {}
        self._persons: set[str] = set()
        self._person: Who | None = None
        self._person_before: Who | None = None
        self._person_in = 0
        self._group: Who | None = None
        self._group_that_spoke: Who | None = None
        self._group_in = 0
        self._speaker: Who | None = None
        self._speaker_in = 0
        self._start = 0
        self._start_before = 0
        self._paragraph = 0

    def begin(self, start: int, paragraph: int) -> None:
        """Go on to the sentence that begins at `start`."""
        self._person_before = self._person
        self._start_before, self._start = self._start, start
        self._paragraph = paragraph

    def remember(self, who: Who) -> None:
        """Somebody whom the sentence is about, or who speaks in it."""
        if who.name is None:
            return
        if who.plural or who.kind == "group" or who.name not in self._full:
            self._group, self._group_in = who, self._paragraph
        if who.plural and is_name(who):
            self._person = None
        elif not who.plural and (who.kind == "person" or who.anonymous):
            self._person, self._person_in = who, self._paragraph
            self._persons.add(who.name)

    def spoke(self, speakers: list[Who]) -> None:
        """The speakers of the sentence in order."""
        if not speakers:
            return
        self._roles |= {_noun(w.name): w for w in speakers if w.name and (w.anonymous or "spokes" in w.name)}
        if speakers[-1].kind == "group":
            self._group_that_spoke, self._group_in = speakers[-1], self._paragraph
        sure = [w for w in speakers if w.anonymous or w.kind in ("group", "pronoun") or is_name(w)] or speakers
        self._speaker, self._speaker_in = sure[-1], self._paragraph

    def standing(self) -> Who | None:
        """Who is taken to speak where a sentence is nothing but a quotation: the one heard or spoken of last."""
        person = self._person if self._paragraph - self._person_in <= 1 else None
        speaker = self._speaker if self._paragraph - self._speaker_in <= _BACK else None
        if person is None or speaker is None:
            return speaker or person
        return person if person.start > speaker.start and self._person_in >= self._speaker_in else speaker

    def resolved(self, who: Who) -> Who:
        """Follow a pronoun or a role back to the one it stands for."""
        if who.kind == "pronoun":
            return self._of_group(who) if who.plural else self._of_person(who)
        words = self._page.text[who.start : who.end].lower()
        again = self._roles.get(_noun(who.name)) if words.startswith("the ") and who.name else None
        if again is not None and not is_name(who):
            return replace(who, name=again.name, kind=again.kind, anonymous=again.anonymous, plural=again.plural)
        if "spokes" in words:
            return self._spokesman(who)
        if who.kind == "person" and not is_name(who) and words.startswith("the "):
            return replace(who, name=self._bearer(who) or who.name, plural=False)
        return who

    def _of_person(self, who: Who) -> Who:
        reported = self._person_before is not None and _REPORTED.search(self._text[self._start : who.start])
        meant = self._person_before if reported else self._person
        return self._standing_for(who, meant, self._person_in)

    def _of_group(self, who: Who) -> Who:
        return self._standing_for(who, self._group_that_spoke or self._group, self._group_in)

    def _standing_for(self, who: Who, meant: Who | None, paragraph: int) -> Who:
        if meant is None or self._paragraph - paragraph > (_BACK if is_name(meant) or who.plural else 1):
            return replace(who, plural=False)
        return replace(who, name=meant.name, kind=meant.kind, anonymous=meant.anonymous, plural=False)

    def _spokesman(self, who: Who) -> Who:
        """A spokesman without a body speaks for the group named last; one who asks not to be named is unnamed."""
        around = self._text[who.start : who.end + _NEAR]
        veils = self._page.knowledge.phrases_of("anonymity")
        if "anonymity" in around or any(pattern.search(around) for pattern, _ in veils):
            return replace(who, kind="source", anonymous=True)
        if who.kind != "source":
            return who
        near = self._group is not None and self._paragraph - self._group_in <= 1
        body = self._group.name if near and self._group and not self._group.plural else None
        return replace(who, name=f"{body} {who.name}" if body else who.name, kind="person", anonymous=body is None)

    def _bearer(self, who: Who) -> str | None:
        """The person whom a role means: one introduced with it, else the last one spoken of nearby.

        An office is nobody's but its holder's: it means the last one only in the next sentence, or where nobody else
        is known yet.
        """
        introduced = self._introduced_as(who.name or "") or bearer(self._page, who.name or "")
        if introduced is not None:
            return introduced
        last = self._person
        if last is None or self._paragraph - self._person_in > 1 or not is_name(last):
            return None
        office = any(p.search(who.name or "") for p, _ in self._page.knowledge.phrases_of("person-title"))
        return None if office and len(self._persons) > 1 and last.start < self._start_before else last.name

    def _introduced_as(self, role: str) -> str | None:
        if role not in self._bearers:
            pattern = re.compile(
                rf"(?<!shadow )(?<!former )(?<!deputy )\b{re.escape(role)}\s+(?-i:(?=[A-Z]))", re.IGNORECASE
            )
            places = (m.end() for m in pattern.finditer(self._text))
            named = ((p, self._names.leading_person(p, p + 30)) for p in places)
            self._bearers[role] = next((w.name for p, w in named if w is not None and w.start - p < 6), None)
        return self._bearers[role]
