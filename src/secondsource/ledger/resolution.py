"""Which statements speak of one deal, one agreement, one control, one figure.

Statements meet only where designation family, part and mode agree and supplier and recipient do not clash. The rule is
over sets, so that the order of reports never matters; each meeting has a reason that can be read.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from secondsource.model.evidence import Reason
from secondsource.model.statement import Statement

_APART = {"lease": "lease", "licensed-production": "licensed-production", "upgrade": "upgrade", "swap": "swap"}
_WORD = re.compile(r"[a-z0-9]+")
_SMALL = frozenset("the a an of and for on in to with new potential possible".split())


@dataclass(slots=True, kw_only=True)
class Meeting:
    """Statements brought together, and why."""

    kind: str
    statements: list[Statement]
    reasons: list[Reason] = field(default_factory=list)


def meetings(statements: Iterable[Statement]) -> list[Meeting]:
    """Bring the statements of a library together by what they speak of."""
    by_kind: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_kind[statement.kind].append(statement)
    deals = _deals(by_kind["transfer"])
    prices = [s for s in by_kind["claim"] if s.claim and s.claim.measure == "unit price"]
    loose = _join_prices(deals, prices)
    others = [s for s in by_kind["claim"] if s not in prices] + loose
    return deals + _agreements(by_kind["agreement"]) + _controls(by_kind["control"]) + _figures(others)


def _deals(transfers: Sequence[Statement]) -> list[Meeting]:
    named: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    generic: list[Statement] = []
    for statement in transfers:
        if statement.family is None:
            generic.append(statement)
        else:
            named[statement.family, _mode(statement), statement.recipient].append(statement)
    made = [
        Meeting(
            kind="deal",
            statements=group,
            reasons=[Reason(rule="same-family", detail="one designation family, recipient and kind of transfer")],
        )
        for whole in named.values()
        for group in _by_supplier(whole)
    ]
    made = _place_unknown_recipients(made)
    return made + _generic_deals(generic)


def _mode(statement: Statement) -> str:
    """The part of the mode that keeps deals apart: a lease never meets a sale, an upgrade never a new aircraft."""
    return _APART.get(statement.mode or "", "sale")


def _by_supplier(statements: Sequence[Statement]) -> list[list[Statement]]:
    """Apart where suppliers clash; a blank or inferred supplier goes with the named one that has most statements."""
    groups: dict[str | None, list[Statement]] = defaultdict(list)
    for statement in statements:
        groups[statement.supplier if "supplier" not in statement.inferred else None].append(statement)
    blank = groups.pop(None, [])
    if not groups:
        return [blank]
    most = max(groups, key=lambda s: (len(groups[s]), s or ""))
    same = [s for s in blank if s.supplier in groups]
    for statement in blank:
        groups[statement.supplier if statement in same else most].append(statement)
    return list(groups.values())


def _place_unknown_recipients(made: list[Meeting]) -> list[Meeting]:
    """A deal whose recipient nobody names joins the one deal of its family in the same report."""
    open_ones = [m for m in made if m.statements[0].recipient is None]
    closed = [m for m in made if m.statements[0].recipient is not None]
    left = []
    for meeting in open_ones:
        for statement in meeting.statements:
            homes = [
                m
                for m in closed
                if any(s.report == statement.report and s.family == statement.family for s in m.statements)
                and _mode(m.statements[0]) == _mode(statement)
            ]
            if len(homes) == 1:
                homes[0].statements.append(statement)
                homes[0].reasons.append(Reason(rule="same-report", detail="the only deal of its kind in the report"))
            else:
                left.append(statement)
    return closed + [
        Meeting(kind="deal", statements=g, reasons=[Reason(rule="open-recipient", detail="nobody names the recipient")])
        for g in _grouped(left, lambda s: (s.family, s.supplier, _mode(s)))
    ]


def _generic_deals(statements: Sequence[Statement]) -> list[Meeting]:
    groups = _grouped(statements, lambda s: (_words(s.item or ""), s.supplier, s.recipient, _mode(s)))
    reason = Reason(rule="same-words", detail="the same words for the item, the same parties, no designation")
    return [Meeting(kind="deal", statements=g, reasons=[reason]) for g in groups]


def _join_prices(deals: Sequence[Meeting], prices: Sequence[Statement]) -> list[Statement]:
    """A unit price joins the deal of its item in its report; prices of no deal are returned."""
    loose = []
    for price in prices:
        homes = [
            m
            for m in deals
            if price.family
            and m.statements[0].family == price.family
            and any(s.report == price.report for s in m.statements)
            and price.recipient in (None, m.statements[0].recipient)
        ]
        if homes:
            max(homes, key=lambda m: len(m.statements)).statements.append(price)
        else:
            loose.append(price)
    return loose


def _agreements(statements: Sequence[Statement]) -> list[Meeting]:
    reason = Reason(rule="same-pact", detail="one name and no clash of parties")
    groups = _grouped(statements, lambda s: (_pact(s),))
    return [Meeting(kind="agreement", statements=g, reasons=[reason]) for g in groups]


def _pact(statement: Statement) -> tuple[object, ...]:
    name = statement.name or ""
    if re.search(r"\b(?:Agreement|Treaty|Pact|Accord|Convention|Memorandum|Partnership|Arrangements?)\b", name):
        return (name,)
    return (_words(name), tuple(sorted(p.name for p in statement.parties)))


def _controls(statements: Sequence[Statement]) -> list[Meeting]:
    reason = Reason(rule="same-control", detail="one authority, one target")
    groups = _grouped(statements, lambda s: (s.supplier or (s.actor.name if s.actor else None), s.recipient))
    return [Meeting(kind="control", statements=g, reasons=[reason]) for g in groups]


def _figures(statements: Sequence[Statement]) -> list[Meeting]:
    reason = Reason(rule="same-measure", detail="one thing measured of one subject")
    groups = _grouped(statements, lambda s: (s.claim.measure, s.claim.subject, s.family) if s.claim else (s.id,))
    return [Meeting(kind="figure", statements=g, reasons=[reason]) for g in groups]


def _words(text: str) -> tuple[str, ...]:
    return tuple(sorted(w.rstrip("s") for w in _WORD.findall(text.lower().replace("defense", "defence")) if w not in _SMALL))


def _grouped(statements: Iterable[Statement], key: Callable[[Statement], object]) -> list[list[Statement]]:
    groups: dict[object, list[Statement]] = defaultdict(list)
    for statement in statements:
        groups[key(statement)].append(statement)
    return list(groups.values())
