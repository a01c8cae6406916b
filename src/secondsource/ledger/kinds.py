"""The kinds of thing an item can be: a weapon's own kind, or what its common noun can mean."""

import re

from secondsource.knowledge import Knowledge
from secondsource.knowledge.entries import Maker, Weapon
from secondsource.model.statement import Statement

_WORD = re.compile(r"[a-z0-9]+")
_SMALL = frozenset(
    "the a an of and for on in to with new potential possible more other additional further some own".split()
)


class Kinds:
    """Looks kinds up, and keeps what it has looked up."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._known: dict[tuple[str | None, str | None], frozenset[str]] = {}

    def of(self, statement: Statement) -> frozenset[str]:
        """The kinds of the statement's item; empty where its words say nothing of that ("equipment")."""
        asked = (statement.family, statement.item)
        if asked not in self._known:
            self._known[asked] = self._found(*asked)
        return self._known[asked]

    def exporter(self, family: str) -> str | None:
        """The country that usually sells a family of weapons."""
        weapon = self._weapon(family)
        return weapon.exporter if weapon else None

    def _found(self, family: str | None, item: str | None) -> frozenset[str]:
        weapon = self._weapon(family) if family else None
        if weapon is not None:
            return frozenset({weapon.kind})
        spoken = [(m, entry) for pattern, entry in self.knowledge.things for m in pattern.finditer(item or "")]
        longest = [
            entry
            for m, entry in spoken
            if not any(
                o.start() < m.end() and m.start() < o.end() and len(o.group()) > len(m.group()) for o, _ in spoken
            )
        ]
        return frozenset(kind for entry in longest for kind in entry.kinds)

    def makers(self, statement: Statement) -> frozenset[str]:
        """The makers that an item without a designation names ("Sukhoi fighters")."""
        named = self.knowledge.find(statement.item or "")
        return frozenset(m.id for m in named if m.kind == "maker" and self._maker(m.id))

    def _maker(self, ident: str) -> bool:
        return any(m.id == ident for m in self.knowledge.all("maker", Maker))

    def _weapon(self, family: str) -> Weapon | None:
        try:
            return self.knowledge.get("weapon", family, Weapon)
        except KeyError:
            return None


def words(text: str) -> frozenset[str]:
    """The telling words of an item, without plural and small words."""
    found = _WORD.findall(text.lower().replace("defense", "defence").replace("armored", "armoured"))
    return frozenset(w.rstrip("s") for w in found if w not in _SMALL)
