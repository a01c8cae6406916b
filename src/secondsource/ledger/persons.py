"""Personal names: titles and countries off, initials and surnames followed to the full name, titles to the office."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from secondsource.knowledge.entries import Country, Fact
from secondsource.ledger.bodies import Bodies
from secondsource.ledger.speaker import Key, Speaker
from secondsource.text.folding import fold

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?")
_NO_NAMES = frozenset(
    "mr mrs ms dr sir lord lady the a an of for and to in deputy vice assistant acting former then senior retired air "
    "lieutenant lt gen general col colonel maj major adm admiral capt captain brig brigadier marshal rear sgt cmdr "
    "commander chief staff foreign defence defense external affairs interior prime minister president secretary state "
    "premier chancellor king prince crown sheikh senator sen rep representative congressman congresswoman ambassador "
    "professor prof director chairman chairwoman ceo governor spokesman spokeswoman spokesperson official analyst "
    "expert adviser advisor executive under undersecretary head manager lawmaker mp programme program".split()
)
_INITIAL = 2


class Persons:
    """The full names that a library gives, and the offices of the knowledge."""

    def __init__(self, bodies: Bodies) -> None:
        self.bodies = bodies
        self.full: dict[str, set[Key]] = defaultdict(set)

    def learn(self, name: str) -> None:
        """Note a full name, to follow its surname and initials to."""
        words = self.words(name)
        if len(words) > 1:
            for word in (words[0], words[-1]):
                self.full[word].add((words[0], words[-1]))

    def words(self, name: str) -> Key:
        """The words of a personal name without titles and the country before them, folded."""
        words = [w.strip(".") for w in _WORD.findall(fold(self._without_state(name)).replace("'s", ""))]
        while words and words[0].lower() in self.titles:
            words = words[1:]
        kept = []
        for word in words:
            if not word[0].isupper() or word.lower() in _NO_NAMES:
                break
            kept.append(word.lower().replace("-", ""))
        return tuple(kept)

    def without_titles(self, name: str) -> str:
        """A name as printed, from its first personal word."""
        first = self.words(name)[0]
        found = re.search(rf"\b{re.escape(first)}", fold(name).replace("-", "").lower())
        return name[found.start() :] if found and "-" not in name[: found.start()] else name

    def _without_state(self, name: str) -> str:
        """A name without the country that opens it before a title ("US Secretary X"); not a Jordan's or a Chad's."""
        state = next((m for m in self.bodies.find(name) if m.kind == "country" and m.start == 0), None)
        after = _WORD.findall(name[state.end :].replace("'s", "")) if state else []
        return name[state.end :] if state and after and after[0].lower() in self.titles else name

    @cached_property
    def titles(self) -> frozenset[str]:
        """Words of titles, ranks and forms of address, small."""
        offices = {w.lower() for f in self.bodies.knowledge.facts for t in f.titles for w in _WORD.findall(t)}
        states = {
            w.lower() for c in self.bodies.knowledge.all("country", Country) for d in c.demonyms for w in d.split()
        }
        return frozenset((offices - states) | _NO_NAMES)

    def key(self, name: str, day: str) -> Key | None:
        """First and last word of a personal name; one word alone is looked up among those introduced in full."""
        words = self.words(name)
        if len(words) > 1:
            return self._spelt_out((words[0], words[-1]))
        if not words:
            return None
        known = sorted(self.full.get(words[0], ()))
        same = {self._spelt_out(k) for k in known}
        if len(same) == 1:
            return same.pop()
        held = {k for k, terms in self._holders.items() if k[-1] == words[0] and _in_office(terms, day)}
        return held.pop() if len(held) == 1 and not same else words

    def _spelt_out(self, name: Key) -> Key:
        """An initial stands for the one first name in the library that begins with it."""
        if len(name[0]) > _INITIAL:
            return name
        longer = {
            k for k in self.full[name[-1]] if k[-1] == name[-1] and len(k[0]) > _INITIAL and k[0][0] == name[0][0]
        }
        return longer.pop() if len(longer) == 1 else name

    def holder(self, name: str, country: str | None, day: str) -> Speaker | None:
        """Who held the office that a title names on that day."""
        state = self.bodies.state(name)
        where = state[0] if state else country
        rest = name[: state[1].start] + name[state[1].end :] if state else name
        title = rest.strip(" '’s").lower().replace("defense", "defence")
        found = {f.person for f in self._offices.get((where or "", title), ()) if f.person and _within(f, day)}
        if len(found) != 1:
            return None
        person = found.pop()
        words = self.words(person)
        return Speaker(key=("person", words[0], words[-1]), label=person, kind="person", official=True, country=where)

    def has_held_office(self, person: Key) -> bool:
        """Whether the knowledge has an office for a person."""
        return person in self._holders

    def count_words(self, name: str) -> int:
        """How many words of a name are no titles."""
        return len([w for w in _WORD.findall(name) if w.lower() not in self.titles])

    @cached_property
    def _offices(self) -> dict[tuple[str, str], list[Fact]]:
        found: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        for fact in self.bodies.knowledge.facts:
            for title in fact.titles if fact.kind == "office" else ():
                found[fact.country or "", title.lower().replace("defense", "defence")].append(fact)
        return found

    @cached_property
    def _holders(self) -> dict[Key, list[Fact]]:
        found: dict[Key, list[Fact]] = defaultdict(list)
        for fact in self.bodies.knowledge.facts:
            words = self.words(fact.person) if fact.kind == "office" and fact.person else ()
            if len(words) > 1:
                found[words[0], words[-1]].append(fact)
        return found


def _in_office(terms: Iterable[Fact], day: str) -> bool:
    return any(_within(f, day) for f in terms)


def _within(fact: Fact, day: str) -> bool:
    if not day:
        return True
    return fact.start <= day[: len(fact.start)] and (fact.end is None or day[: len(fact.end)] <= fact.end)
