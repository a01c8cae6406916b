"""How entries hang together: what a contract implements, what supports what is owned, which consent a deal needs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from secondsource.model.ledger import Entry, Related
from secondsource.model.statement import Statement


def related(entries: Sequence[Entry], statements: Iterable[Statement]) -> list[Entry]:
    """The entries with their relations to one another."""
    by_id = {s.id: s for s in statements}
    deals: dict[tuple[str | None, str | None], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.kind == "deal" and entry.family and entry.recipient:
            deals[entry.family, entry.recipient].append(entry)
    return [_with_relations(entry, deals.get((entry.family, entry.recipient), ()), by_id) for entry in entries]


def _with_relations(entry: Entry, deals: Sequence[Entry], statements: Mapping[str, Statement]) -> Entry:
    near = [d for d in deals if d.id != entry.id]
    found = [Related(to=d.id, relation=name) for d in near if (name := _relation(entry, d, statements))]
    return replace(entry, related=tuple(sorted(found, key=lambda r: (r.relation, r.to)))) if found else entry


def _relation(entry: Entry, deal: Entry, statements: Mapping[str, Statement]) -> str | None:
    if entry.kind == "control":
        return "consent-for"
    if entry.kind != "deal":
        return None
    if _is_framework(deal, statements) and not _is_framework(entry, statements) and entry.supplier == deal.supplier:
        return "implements"
    if entry.part == "support" and deal.part != "support":
        return "supports"
    return None


def _is_framework(entry: Entry, statements: Mapping[str, Statement]) -> bool:
    return all(statements[i].instrument == "framework" for i in entry.statements)
