"""Links and origins as the export writes them."""

from collections.abc import Sequence

from secondsource.model.evidence import Reason
from secondsource.model.lineage import Link, Origin
from secondsource.publish.numbers import plain_number


def link_object(link: Link) -> dict[str, object]:
    """One link, with spans on both sides for each passage and each change."""
    return {
        "id": link.id,
        "report": link.report,
        "of": link.of,
        "outlet": link.outlet,
        "document": link.document,
        "relation": link.relation,
        "direction": link.direction,
        "coverage": plain_number(link.coverage),
        "confidence": plain_number(link.confidence),
        "reasons": reason_objects(link.reasons),
        "passages": [
            {"start": one.start, "end": one.end, "of_start": one.of_start, "of_end": one.of_end}
            for one in link.passages
        ],
        "changes": [
            {"kind": one.kind, "start": one.start, "end": one.end, "of_start": one.of_start, "of_end": one.of_end}
            for one in link.changes
        ],
    }


def origin_object(origin: Origin) -> dict[str, object]:
    """One origin and the passages whose reporting comes from it."""
    return {
        "id": origin.id,
        "label": origin.label,
        "kind": origin.kind,
        "seen": origin.seen,
        "established": origin.established,
        "reasons": reason_objects(origin.reasons),
        "reports": list(origin.reports),
        "passages": [{"report": one.report, "start": one.start, "end": one.end} for one in origin.passages],
    }


def reason_objects(reasons: Sequence[Reason]) -> list[dict[str, str]]:
    """Reasons as objects: the rule's name and the sentence it gave."""
    return [{"rule": one.rule, "detail": one.detail} for one in reasons]
