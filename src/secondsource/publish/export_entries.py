"""The ledger's entries as the export writes them."""

from secondsource.model.ledger import Conflict, Entry, Exposure, Figure, Step, Support
from secondsource.publish.export_lineage import reason_objects
from secondsource.publish.export_statements import actor_object, moment_object, value_object
from secondsource.publish.numbers import plain_number


def entry_object(entry: Entry) -> dict[str, object]:
    """One entry: what it is, every step of it, its figures, and who stands behind it."""
    return {
        "id": entry.id,
        "kind": entry.kind,
        "replaced_by": entry.replaced_by,
        "band": entry.band,
        **_subject(entry),
        "history": [_step(one) for one in entry.history],
        "figures": [_figure(one) for one in entry.figures],
        "support": _support(entry.support),
        "grade": entry.grade,
        "grade_reasons": reason_objects(entry.grade_reasons),
        "conflicts": [_conflict(one) for one in entry.conflicts],
        "related": [{"to": one.to, "relation": one.relation} for one in entry.related],
        "next": _next(entry),
        "overdue": entry.overdue,
        "exposure": _exposure(entry.exposure),
        "inferred": list(entry.inferred),
        "reviewed": entry.reviewed,
    }


def _subject(entry: Entry) -> dict[str, object]:
    return {
        "supplier": entry.supplier,
        "recipient": entry.recipient,
        "parties": list(entry.parties),
        "name": entry.name,
        "item": entry.item,
        "designation": entry.designation,
        "maker": entry.maker,
        "mode": entry.mode,
        "scope": entry.scope,
        "status": entry.status,
        "quantity": plain_number(entry.quantity),
        "value": value_object(entry.value),
        "first": entry.first,
        "last": entry.last,
    }


def _step(step: Step) -> dict[str, object]:
    return {
        "status": step.status,
        "actor": actor_object(step.actor),
        "instrument": step.instrument,
        "modality": step.modality,
        "polarity": step.polarity,
        "standing": step.standing,
        "start": step.start,
        "end": step.end,
        "statements": list(step.statements),
        "support": _support(step.support),
    }


def _figure(figure: Figure) -> dict[str, object]:
    return {
        "basis": figure.basis,
        "unit": figure.unit,
        "currency": figure.currency,
        "amount": plain_number(figure.amount),
        "high": plain_number(figure.high),
        "bound": figure.bound,
        "statements": list(figure.statements),
        "support": _support(figure.support),
    }


def _support(support: Support | None) -> dict[str, object] | None:
    if support is None:
        return None
    return {
        "informants": support.informants,
        "established": support.established,
        "attestations": support.attestations,
        "reports": support.reports,
        "on_record": support.on_record,
        "anonymous": support.anonymous,
        "unsourced": support.unsourced,
        "origins": list(support.origins),
    }


def _conflict(conflict: Conflict) -> dict[str, object]:
    values = [{"value": one.value, "statements": list(one.statements)} for one in conflict.values]
    return {"field": conflict.field, "values": values}


def _next(entry: Entry) -> dict[str, object] | None:
    if entry.next_status is None and entry.next is None:
        return None
    return {"status": entry.next_status, "expected": moment_object(entry.next)}


def _exposure(exposure: Exposure | None) -> dict[str, object] | None:
    if exposure is None:
        return None
    return {
        "regime": exposure.regime,
        "person": exposure.person,
        "level": exposure.level,
        "steps": [
            {
                "status": one.status,
                "start": one.start,
                "end": one.end,
                "statements": list(one.statements),
                "reason": one.reason,
            }
            for one in exposure.steps
        ],
        "claims": [{"claim": one.claim, "statements": list(one.statements)} for one in exposure.claims],
        "reasons": reason_objects(exposure.reasons),
    }
