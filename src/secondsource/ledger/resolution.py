"""Which statements speak of one deal, one agreement, one control, one figure.

The rules are over sets, so that the order of reports never matters; each meeting has a reason that can be read.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from secondsource.ledger.deals import deals
from secondsource.ledger.kinds import Kinds, words
from secondsource.ledger.meeting import Meeting, grouped, weight
from secondsource.model.evidence import Reason
from secondsource.model.report import Report
from secondsource.model.statement import Statement

_BOTH_PARTIES = 2

# Claims that are figures of the deal of their item, not of its market.
_OF_A_DEAL = frozenset({"unit price", "deal value"})


def meetings(statements: Iterable[Statement], reports: Mapping[str, Report], kinds: Kinds) -> list[Meeting]:
    """Bring the statements of a library together by what they speak of.

    Those of sanctions meet by law and target; they make no entry of their own, but bear on the exposure of deals.
    """
    by_kind: dict[str, list[Statement]] = defaultdict(list)
    for statement in sorted(statements, key=lambda s: s.id):
        by_kind[statement.kind].append(statement)
    made = deals(by_kind["transfer"], reports, kinds)
    prices = [s for s in by_kind["claim"] if s.claim and s.claim.measure in _OF_A_DEAL]
    others = [s for s in by_kind["claim"] if s not in prices]
    told: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in made:
        for report in sorted(meeting.reports):
            told[report].append(meeting)
    loose = [s for s in prices if not _priced(s, told[s.report], kinds)]
    made += _agreements(by_kind["agreement"]) + _controls(by_kind["control"]) + _figures(others + loose)
    return made + _sanctions(by_kind["sanction"])


def _priced(price: Statement, made: Sequence[Meeting], kinds: Kinds) -> bool:
    """Put a price of one piece into the deal of its report that it can be of, and say whether there was one."""
    homes = [m for m in made if _can_price(price, m, kinds)]
    if price.family is None and len(homes) != 1:
        return False
    if homes:
        home = min(homes, key=lambda m: (-weight(m.statements), m.statements[0].id))
        home.take([price], "unit-price", "a price of one piece, in a report of the deal")
    return bool(homes)


def _can_price(price: Statement, meeting: Meeting, kinds: Kinds) -> bool:
    first = meeting.statements[0]
    if price.recipient not in (None, first.recipient) or price.supplier not in (None, first.supplier):
        return False
    if price.family and first.family:
        return price.family == first.family
    ours, theirs = kinds.of(price), kinds.of(first)
    return not ours or not theirs or bool(ours & theirs)


def _agreements(statements: Sequence[Statement]) -> list[Meeting]:
    """One name, and parties that do not clash: two named parties in common, or too few named to tell."""
    reason = Reason(rule="same-pact", detail="one name and no clash of parties")
    made = []
    for whole in grouped(statements, lambda s: words(s.name or "")).values():
        sure = [s for s in whole if len(_parties(s)) >= _BOTH_PARTIES]
        clusters: list[list[Statement]] = []
        for statement in sure:
            near = [c for c in clusters if any(len(_parties(statement) & _parties(s)) >= _BOTH_PARTIES for s in c)]
            clusters = [c for c in clusters if c not in near] + [[statement, *(s for c in near for s in c)]]
        unsure = [s for s in whole if s not in sure]
        if len(clusters) == 1:
            clusters[0].extend(unsure)
        else:
            clusters += list(grouped(unsure, _parties).values())
        made += [Meeting(kind="agreement", statements=cluster, reasons=[reason]) for cluster in clusters]
    return made


def _parties(statement: Statement) -> frozenset[str]:
    named = {p.name for p in statement.parties}
    return frozenset(named or {n for n in (statement.supplier, statement.recipient) if n})


def _controls(statements: Sequence[Statement]) -> list[Meeting]:
    reason = Reason(rule="same-control", detail="one authority, one target, one kind of control")
    groups = grouped(
        statements, lambda s: (s.supplier or (s.actor.name if s.actor else None), s.recipient, words(s.name or ""))
    )
    return [Meeting(kind="control", statements=group, reasons=[reason]) for group in groups.values()]


def _sanctions(statements: Sequence[Statement]) -> list[Meeting]:
    reason = Reason(rule="same-law", detail="one law and one target")
    groups = grouped(statements, lambda s: (s.regime or s.name, s.recipient))
    return [Meeting(kind="sanction", statements=group, reasons=[reason]) for group in groups.values()]


def _figures(statements: Sequence[Statement]) -> list[Meeting]:
    reason = Reason(rule="same-measure", detail="one thing measured of one subject")
    groups = grouped(
        statements,
        lambda s: (s.claim.measure, s.claim.subject or (s.supplier, s.recipient), s.family) if s.claim else s.id,
    )
    return [Meeting(kind="figure", statements=group, reasons=[reason]) for group in groups.values()]
