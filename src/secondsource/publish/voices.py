"""The figure of who knows, who said and who carried it: names in columns, and the lines between them."""

from collections.abc import Iterable, Sequence

from secondsource.model.ledger import Support
from secondsource.model.lineage import Origin
from secondsource.model.statement import Statement
from secondsource.publish.catalogue import Catalogue
from secondsource.publish.citing import report_name
from secondsource.publish.views import SupportChip, VoiceColumn, VoiceLine, VoiceNode, Voices
from secondsource.publish.wording import counted

# Names a column shows before it says how many more there are.
COLUMN_LIMIT = 8
# The same for the figure of a whole library; the list below it has them all.
FLOW_LIMIT = 60

_NOBODY = "nobody named"
_NOWHERE = "origin unknown"


def support_chip(support: Support | None, statements: Sequence[Statement], library: Catalogue) -> SupportChip | None:
    """The counts of one value in words, with the figure of the voices behind it; None where nothing was counted."""
    if support is None:
        return None
    finer = ", ".join(
        (
            counted(support.attestations, "attestation"),
            f"{support.on_record} on the record",
            f"{support.anonymous} unnamed",
            f"{support.unsourced} unsourced",
        )
    )
    return SupportChip(words=support_words(support), finer=finer, voices=voices(statements, library))


def support_words(support: Support) -> str:
    """`2 reports, 1 informant, 1 established origin`."""
    return ", ".join(
        (
            counted(support.reports, "report"),
            counted(support.informants, "informant"),
            counted(support.established, "established origin"),
        )
    )


def voices(statements: Sequence[Statement], library: Catalogue) -> Voices | None:
    """Who knows, through whose reporting it came, and in which reports it stands; denials stand behind nothing."""
    backing = [one for one in statements if one.stance in ("asserts", "confirms")]
    if not backing:
        return None
    known = [(who, where) for one in backing for who in _informants(one) for where in _origins(one)]
    carried = [(where, one.report) for one in backing for where in _origins(one)]
    columns = (
        _ordered(who for who, _ in known),
        _ordered(where for _, where in known),
        _ordered(r for _, r in carried),
    )
    return _figure(
        (
            ("Who knows", columns[0], [_informant_node(one, library) for one in columns[0]]),
            ("Who reported", columns[1], [_origin_node(one, library) for one in columns[1]]),
            ("Who carried it", columns[2], [_report_node(one, library) for one in columns[2]]),
        ),
        (known, carried),
    )


def origin_order(library: Catalogue) -> list[Origin]:
    """The origins of a library, established ones first."""
    return sorted(library.origins.values(), key=lambda one: (not one.established, one.label, one.id))


def lineage_flow(library: Catalogue) -> Voices | None:
    """Every origin of the library and the reports that rest on it."""
    carried = [(one.id, report) for one in origin_order(library) for report in one.reports]
    if not carried:
        return None
    origins, reports = _ordered(origin for origin, _ in carried), _ordered(report for _, report in carried)
    return _figure(
        (
            ("Origins", origins, [_origin_node(one, library) for one in origins]),
            ("Reports", reports, [_report_node(one, library) for one in reports]),
        ),
        (carried,),
        limit=FLOW_LIMIT,
    )


_Column = tuple[str, list[str], list[VoiceNode]]


def _figure(columns: Sequence[_Column], ties: Sequence[Sequence[tuple[str, str]]], limit: int = COLUMN_LIMIT) -> Voices:
    places = [{one: min(row, limit) for row, one in enumerate(ids)} for _, ids, _ in columns]
    gutters = tuple(
        tuple(
            VoiceLine(start=start, end=end)
            for start, end in sorted({(places[n][left], places[n + 1][right]) for left, right in pairs})
        )
        for n, pairs in enumerate(ties)
    )
    shown = tuple(
        VoiceColumn(heading=heading, nodes=tuple(nodes[:limit]), count=_count(ids), more=max(0, len(nodes) - limit))
        for heading, ids, nodes in columns
    )
    return Voices(
        columns=shown,
        gutters=gutters,
        rows=max(len(one.nodes) + bool(one.more) for one in shown),
        description="; ".join(f"{one.heading.lower()}: {one.count}" for one in shown),
    )


def _count(ids: Sequence[str]) -> int:
    return sum(one not in (_NOBODY, _NOWHERE) for one in ids)


def _ordered(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(ids))


def _informants(statement: Statement) -> tuple[str, ...]:
    return statement.informants or (_NOBODY,)


def _origins(statement: Statement) -> tuple[str, ...]:
    return statement.origins or (_NOWHERE,)


def _informant_node(informant_id: str, library: Catalogue) -> VoiceNode:
    informant = library.informants.get(informant_id)
    if informant is None:
        return VoiceNode(label=informant_id, filled=False, note="not counted")
    return VoiceNode(
        label=informant.label, filled=not informant.anonymous, note="unnamed" if informant.anonymous else "named"
    )


def _origin_node(origin_id: str, library: Catalogue) -> VoiceNode:
    origin = library.origins.get(origin_id)
    if origin is None:
        return VoiceNode(label=_NOWHERE, filled=False, note="not counted")
    standing = "established" if origin.established else "not established"
    return VoiceNode(
        label=origin.label, filled=origin.seen, note=standing if origin.seen else f"not in the library, {standing}"
    )


def _report_node(report_id: str, library: Catalogue) -> VoiceNode:
    name = report_name(library.report(report_id))
    return VoiceNode(label=name.outlet or name.title, filled=True, note=name.when)
