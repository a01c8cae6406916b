"""Which statements of transfers speak of one deal.

Statements meet where designation family, recipient and kind of transfer agree and suppliers do not clash. A lease, an
upgrade, a framework or support for what is owned never meets a sale. A common noun ("armed drones") joins the one
designated deal of its parties and kind that its report tells of, or that its story tells of.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from secondsource.ledger.eras import eras
from secondsource.ledger.kinds import Kinds, words
from secondsource.ledger.meeting import Meeting, grouped, one_story, stories, weight
from secondsource.model.evidence import Reason
from secondsource.model.report import Report
from secondsource.model.statement import Statement

Manner = tuple[str, bool, bool]

_APART = frozenset({"lease", "licensed-production", "upgrade", "swap"})


def deals(transfers: Iterable[Statement], reports: Mapping[str, Report], kinds: Kinds) -> list[Meeting]:
    """Bring the statements of transfers together by the deal they speak of."""
    ordered = sorted(transfers, key=lambda s: s.id)
    named = [s for s in ordered if s.family is not None]
    made = _designated([s for s in named if s.recipient is not None], reports)
    made += _open_recipients([s for s in named if s.recipient is None], made, reports)
    generic = _generic([s for s in ordered if s.family is None], reports, kinds)
    bought: dict[str | None, list[Meeting]] = defaultdict(list)
    for meeting in made:
        bought[meeting.statements[0].recipient].append(meeting)
    return made + [m for m in generic if not _joins(m, bought[m.statements[0].recipient], reports, kinds)]


def manner(statement: Statement) -> Manner:
    """What keeps transfers of one thing to one buyer apart: the mode, support for it, a framework without orders."""
    mode = statement.mode if statement.mode in _APART else None
    return (mode or "sale", statement.part == "support", statement.instrument == "framework")


def _designated(statements: Sequence[Statement], reports: Mapping[str, Report]) -> list[Meeting]:
    groups = grouped(statements, lambda s: (s.family, manner(s), s.recipient))
    reason = Reason(rule="same-family", detail="one designation family, recipient and kind of transfer")
    made = []
    for whole in groups.values():
        for group in _by_supplier(whole):
            several = eras(group, reports)
            apart = Reason(
                rule="years-apart", detail="another number than the other deal, ordered years apart or cleared after it"
            )
            made += [
                Meeting(kind="deal", statements=era, reasons=[reason, apart] if len(several) > 1 else [reason])
                for era in several
            ]
    return made


def _by_supplier(statements: Sequence[Statement]) -> list[list[Statement]]:
    """Apart where suppliers clash; a blank or inferred supplier goes with the same or the best-supported named one."""
    groups = grouped(statements, _said_supplier)
    blank = groups.pop(None, [])
    if not groups:
        return [blank]
    most = min(groups, key=lambda name: (-weight(groups[name]), str(name)))
    for statement in blank:
        groups[statement.supplier if statement.supplier in groups else most].append(statement)
    return list(groups.values())


def _said_supplier(statement: Statement) -> str | None:
    return None if "supplier" in statement.inferred else statement.supplier


def _open_recipients(
    statements: Sequence[Statement], made: Sequence[Meeting], reports: Mapping[str, Report]
) -> list[Meeting]:
    """A deal whose recipient nobody names joins the one deal of its family in the same report, else in its story."""
    left = []
    families: dict[str | None, list[Meeting]] = defaultdict(list)
    for meeting in made:
        families[meeting.statements[0].family].append(meeting)
    for statement in statements:
        homes = [m for m in families[statement.family] if _fits(statement, m)]
        near = [m for m in homes if statement.report in m.reports] or [
            m for m in homes if any(one_story(statement, s, reports) for s in m.statements)
        ]
        if len(near) == 1:
            near[0].take([statement], "open-recipient", "the only deal of its kind in the report or the story")
        else:
            left.append(statement)
    groups = grouped(left, lambda s: (s.family, s.supplier, manner(s)))
    reason = Reason(rule="open-recipient", detail="nobody names the recipient")
    return [Meeting(kind="deal", statements=group, reasons=[reason]) for group in groups.values()]


def _fits(statement: Statement, meeting: Meeting) -> bool:
    first = meeting.statements[0]
    suppliers = {s.supplier for s in meeting.statements if s.supplier}
    return (
        manner(first) == manner(statement)
        and (not suppliers or statement.supplier is None or statement.supplier in suppliers)
        and statement.supplier != first.recipient
    )


def _generic(statements: Sequence[Statement], reports: Mapping[str, Report], kinds: Kinds) -> list[Meeting]:
    """Deals of things without a designation: the same parties, the same words or kinds, one story."""
    made = []
    reason = Reason(rule="same-words", detail="the same words or kind of item, the same parties, one story")
    for whole in grouped(statements, lambda s: (s.supplier, s.recipient, manner(s))).values():
        for alike in _alike(whole, kinds):
            made += [Meeting(kind="deal", statements=run, reasons=[reason]) for run in stories(alike, reports)]
    return made


def _alike(statements: Sequence[Statement], kinds: Kinds) -> list[list[Statement]]:
    """Statements whose items are one: the same kinds, or the words of one among those of the other."""
    signatures = grouped(statements, lambda s: (kinds.of(s), words(s.item or "")))
    clusters: list[list[tuple[frozenset[str], frozenset[str]]]] = []
    for signature in sorted(signatures, key=lambda x: (sorted(x[1]), sorted(x[0]))):  # type: ignore[index]
        near = [c for c in clusters if any(_one_thing(signature, other) for other in c)]  # type: ignore[arg-type]
        joined = [signature, *(x for c in near for x in c)]
        clusters = [c for c in clusters if c not in near] + [joined]  # type: ignore[list-item]
    return [[s for signature in cluster for s in signatures[signature]] for cluster in clusters]


def _one_thing(one: tuple[frozenset[str], frozenset[str]], other: tuple[frozenset[str], frozenset[str]]) -> bool:
    if one[0] and one[0] == other[0]:
        return True
    return bool(one[1] and other[1]) and (one[1] <= other[1] or other[1] <= one[1])


def _joins(meeting: Meeting, made: Sequence[Meeting], reports: Mapping[str, Report], kinds: Kinds) -> bool:
    """Put a deal of common nouns into the one designated deal it can be, and say whether there was one."""
    homes = [m for m in made if _can_be(meeting, m, kinds)]
    near = [m for m in homes if meeting.reports & m.reports] or [
        m for m in homes if _told_together(meeting, m, reports)
    ]
    if len(near) != 1:
        return False
    near[0].take(
        meeting.statements, "common-noun", "the only deal of these parties and this kind of thing in its story"
    )
    return True


def _can_be(meeting: Meeting, designated: Meeting, kinds: Kinds) -> bool:
    first, other = meeting.statements[0], designated.statements[0]
    suppliers = {s.supplier for s in designated.statements if s.supplier}
    if first.recipient is None or first.supplier not in suppliers:
        return False
    if manner(first) != manner(other):
        return False
    wanted = kinds.of(other)
    return any(wanted & kinds.of(s) for s in meeting.statements)


def _told_together(meeting: Meeting, designated: Meeting, reports: Mapping[str, Report]) -> bool:
    return any(one_story(a, b, reports) for a in meeting.statements for b in designated.statements)
