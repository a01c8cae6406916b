"""Who a speaker is, however the press prints him: one key for each person, body, document and unnamed group.

A title or a surname is followed to the full name that the library or the table of offices gives; a spokesman speaks
for his body; company forms and accents make no difference. A bare surname that nobody introduces is nobody.
"""

import re
from collections.abc import Iterable

from secondsource.knowledge import Knowledge
from secondsource.ledger.bodies import BODY_WORDS, COMPANY_FORM, Bodies, company, plain, portfolio
from secondsource.ledger.persons import Persons
from secondsource.ledger.speaker import CREDITED, Key, Speaker
from secondsource.model.statement import Attribution
from secondsource.text.folding import fold

_AND = re.compile(r"\s+and\s+|\s*&\s*")
_SPOKES = re.compile(r"\bspokes(?:man|woman|person|people)\b", re.IGNORECASE)
_OFFICIAL = re.compile(
    r"\b(?:minister|secretary|president|premier|chancellor|spokes\w+|general|commander|chief|ambassador|colonel|captain|"
    r"admiral|marshal|governor|envoy|official|officer|director|undersecretary)\b",
    re.IGNORECASE,
)
_FULL_NAME = 2
_CROWD = re.compile(r"\b(?:officials?|sources?|persons?|people|insiders?|bureaucrats?)\b", re.IGNORECASE)
_LAST_WORD = re.compile(r"(\w+)\W*$")


class Speakers:
    """The names by which the reports of a library call their voices, and whom each one means."""

    def __init__(self, knowledge: Knowledge, heard: Iterable[Attribution]) -> None:
        self.bodies = Bodies(knowledge)
        self.persons = Persons(self.bodies)
        self.spoken_for: dict[Key, Speaker] = {}
        several = [a for a in heard if a.speaker and not a.anonymous and not a.document]
        for said in several:
            for name in self._parts(said):
                self._learn(name)
        for said in several:
            for name in self._parts(said):
                self._learn_body(name, said)

    def of(self, said: Attribution, day: str, through: str) -> tuple[Speaker, ...]:
        """Whom an attribution names: nobody, one, or several persons named in one breath.

        Args:
            said: the attribution.
            day: the ISO day, or none, on which the words were printed.
            through: the outlet or origin that an unnamed voice spoke to.
        """
        if said.anonymous:
            return (self._unnamed(said, through),)
        if said.speaker is None:
            return (_credited(self.bodies.outlet(said.outlets[-1])),) if said.outlets else ()
        if said.document:
            return (self._document(said.speaker),)
        if self.bodies.is_outlet(said.speaker):
            return (_credited(self.bodies.outlet(said.speaker)),)
        found = [s for name in self._parts(said) if (s := self._named(name, said, day)) is not None]
        return tuple({s.key: s for s in found}.values())

    def _parts(self, said: Attribution) -> list[str]:
        """Persons joined by "and" are several; a body's name may hold the word."""
        name = said.speaker or ""
        parts = [p for p in _AND.split(name) if p.strip()]
        persons = [p for p in parts if self.persons.words(p) and not BODY_WORDS.search(p)]
        return parts if len(parts) > 1 and len(persons) == len(parts) else [name]

    def _learn(self, name: str) -> None:
        if COMPANY_FORM.search(plain(name)):
            self.bodies.companies.add(company(name))
        elif not self._public(name):
            self.persons.learn(name)

    def _learn_body(self, name: str, said: Attribution) -> None:
        """A person once called the spokesman of a body speaks for it wherever he is named."""
        person = self.persons.key(name, "")
        role = f"{said.role or ''} {name}"
        body = self.bodies.body(said.role or "", said.country) if _SPOKES.search(role) else None
        if person is not None and body is not None and body.official:
            self.spoken_for[person] = min(body, self.spoken_for.get(person, body), key=lambda s: s.key)

    def _named(self, name: str, said: Attribution, day: str) -> Speaker | None:
        person = None if self._public(name) else self.persons.key(name, day)
        if person is None:
            holder = self.persons.holder(name, said.country, day)
            if holder is not None:
                return holder
            return self.bodies.body(name, said.country)
        if person in self.spoken_for:
            return self.spoken_for[person]
        bare = len(person) == 1 and not said.role
        if bare:
            return None
        words = " ".join(w for w in (said.role, name) if w)
        official = bool(_OFFICIAL.search(words)) or self.persons.has_held_office(person)
        return Speaker(
            key=("person", *person),
            label=self.persons.without_titles(name),
            kind="person",
            official=official,
            country=said.country,
            portfolio=portfolio(words),
        )

    def _public(self, name: str) -> bool:
        """Whether the name is that of a body, a company or a state, and of no person."""
        if company(name) in self.bodies.companies:
            return True
        if BODY_WORDS.search(name) and len(self.persons.words(name)) < _FULL_NAME:
            return True
        held = [m for m in self.bodies.find(name) if m.kind in ("body", "maker", "country", "outlet", "agreement")]
        covered = sum(self.persons.count_words(name[m.start : m.end]) for m in held)
        return bool(held) and covered >= self.persons.count_words(name)

    def _unnamed(self, said: Attribution, through: str) -> Speaker:
        words = said.role or said.speaker or "source"
        group = _group(words)
        country, state = self.bodies.state(words) or (None, None)
        outlet = self.bodies.outlet(said.outlets[-1]) if said.outlets else through
        whose = words[state.start : state.end + words[state.end :].startswith(".")] + " " if state else ""
        label = f"unnamed {whose}{group} (to {outlet})"
        key = ("anonymous", fold(outlet).lower(), group, country or "")
        return Speaker(key=key, label=label, kind="person", anonymous=True, country=country)

    def _document(self, name: str) -> Speaker:
        body = self.bodies.body(name)
        if body is not None and body.official and body.key[-1]:
            return Speaker(key=body.key, label=name, kind="document", official=True, country=body.country)
        return Speaker(key=("document", *sorted(set(company(name).split()))), label=name, kind="document")


def _credited(outlet: str) -> Speaker:
    """Whoever told an outlet what it is credited with: somebody unnamed, until the library shows who."""
    return Speaker(
        key=("anonymous", fold(outlet).lower(), CREDITED, ""),
        label=f"unnamed sources (to {outlet})",
        kind="person",
        anonymous=True,
    )


def _group(role: str) -> str:
    """The kind of unnamed voice: officials and sources cannot be told apart, a diplomat or an officer can."""
    if _CROWD.search(role):
        return "officials and sources"
    last = _LAST_WORD.search(role)
    return last.group(1).lower().rstrip("s") if last else "source"
