"""On which side of a deal a voice stands: supplier, recipient, a rival who sells the like to its buyer, or none."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from secondsource.ledger.kinds import Kinds
from secondsource.model.statement import Interest, Statement

_ORDER: tuple[Interest, ...] = ("supplier", "recipient", "rival", "third", "unknown")


class Sides:
    """Who sells what to whom in a library, to tell a rival from a bystander."""

    def __init__(self, statements: Iterable[Statement], kinds: Kinds) -> None:
        self.kinds = kinds
        self.sellers: dict[tuple[str, str], set[str]] = defaultdict(set)
        for statement in statements:
            if statement.kind == "transfer" and statement.recipient and statement.supplier:
                for kind in kinds.of(statement):
                    self.sellers[statement.recipient, kind].add(statement.supplier)

    def of(self, country: str | None, statements: Iterable[Statement]) -> Interest:
        """The interest of a voice of `country` in what it speaks of; a party's interest goes before a rival's."""
        found = Counter(self._one(country, s) for s in statements)
        parties: list[Interest] = ["supplier", "recipient"]
        if any(found[side] for side in parties):
            return max(parties, key=lambda side: (found[side], -_ORDER.index(side)))
        return next((side for side in _ORDER if found[side]), "unknown")

    def _one(self, country: str | None, statement: Statement) -> Interest:
        if country is None:
            return "unknown"
        if country in (statement.supplier, statement.recipient):
            return "supplier" if country == statement.supplier else "recipient"
        rivals = (self.sellers.get((statement.recipient or "", kind), set()) for kind in self.kinds.of(statement))
        return "rival" if any(country in sellers for sellers in rivals) else "third"
