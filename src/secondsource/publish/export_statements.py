"""Statements, quotes and the voices behind them as the export writes them."""

from secondsource.model.statement import (
    Actor,
    Attribution,
    Claim,
    Comparison,
    Informant,
    Item,
    Moment,
    Quote,
    Statement,
    Utterance,
    Value,
)
from secondsource.publish.catalogue import Catalogue
from secondsource.publish.export_lineage import reason_objects
from secondsource.publish.numbers import plain_number


def statement_object(statement: Statement, library: Catalogue) -> dict[str, object]:
    """One statement: what is said, how far it has come, on whose word, and the exact words.

    Raises:
        UsageError: the evidence lies in a report that was not given.
    """
    return {
        "id": statement.id,
        "report": statement.report,
        "kind": statement.kind,
        "origins": list(statement.origins),
        "informants": list(statement.informants),
        "utterance": statement.utterance,
        **_slots(statement),
        **_standing(statement),
        "evidence": [
            {"start": span.start, "end": span.end, "text": library.words(span), "slots": list(span.slots)}
            for span in statement.evidence
        ],
    }


def _slots(statement: Statement) -> dict[str, object]:
    quantity = statement.quantity
    return {
        "supplier": statement.supplier,
        "recipient": statement.recipient,
        "item": statement.item,
        "designation": statement.designation,
        "maker": statement.maker,
        "name": statement.name,
        "quantity": plain_number(quantity.number) if quantity else None,
        "quantity_high": plain_number(quantity.high) if quantity else None,
        "quantity_bound": quantity.bound if quantity else None,
        "quantity_unit": quantity.unit if quantity else None,
        "value": value_object(statement.values[0]) if statement.values else None,
        "items": [_item(one) for one in statement.items],
        "values": [value_object(one) for one in statement.values[1:]],
        "parties": [{"name": one.name, "role": one.role} for one in statement.parties],
        "mode": statement.mode,
        "instrument": statement.instrument,
        "actor": actor_object(statement.actor),
        "scope": statement.scope,
        "claim": _claim(statement.claim),
        "regime": statement.regime,
    }


def _standing(statement: Statement) -> dict[str, object]:
    return {
        "status": statement.status,
        "modality": statement.modality,
        "polarity": statement.polarity,
        "stance": statement.stance,
        "answers": statement.answers,
        "date": moment_object(statement.date or statement.expected),
        "expected": moment_object(statement.expected),
        "attribution": _attribution(statement.attribution),
        "inferred": list(statement.inferred),
        "reworded": statement.reworded,
        "via": statement.via,
        "method": statement.method,
        "confidence": plain_number(statement.confidence),
    }


def value_object(value: Value | None) -> dict[str, object] | None:
    """A sum of money with the span of its words, or None."""
    if value is None:
        return None
    return {
        "amount": plain_number(value.amount),
        "high": plain_number(value.high),
        "currency": value.currency,
        "basis": value.basis,
        "bound": value.bound,
        "as_of": value.as_of,
        "span": [value.start, value.end],
    }


def moment_object(moment: Moment | None) -> dict[str, object] | None:
    """A date as printed and the days it can mean, or None."""
    return {"text": moment.text, "start": moment.start, "end": moment.end} if moment else None


def actor_object(actor: Actor | None) -> dict[str, object] | None:
    """Who moved the thing, or None."""
    return {"name": actor.name, "side": actor.side} if actor else None


def _item(item: Item) -> dict[str, object]:
    return {
        "item": item.item,
        "designation": item.designation,
        "part": item.part,
        "condition": item.condition,
        "quantities": [
            {
                "role": one.role,
                "number": plain_number(one.number),
                "high": plain_number(one.high),
                "bound": one.bound,
                "unit": one.unit,
            }
            for one in item.quantities
        ],
    }


def _claim(claim: Claim | None) -> dict[str, object] | None:
    if claim is None:
        return None
    return {
        "measure": claim.measure,
        "subject": claim.subject,
        "amount": plain_number(claim.amount),
        "high": plain_number(claim.high),
        "bound": claim.bound,
        "unit": claim.unit,
        "period": claim.period,
    }


def _attribution(attribution: Attribution | None) -> dict[str, object] | None:
    if attribution is None:
        return None
    return {
        "speaker": attribution.speaker,
        "role": attribution.role,
        "anonymous": attribution.anonymous,
        "outlets": list(attribution.outlets),
    }


def informant_object(informant: Informant) -> dict[str, object]:
    """One person, body or document that knows."""
    return {
        "id": informant.id,
        "label": informant.label,
        "kind": informant.kind,
        "anonymous": informant.anonymous,
        "interest": informant.interest,
    }


def utterance_object(utterance: Utterance) -> dict[str, object]:
    """One act of saying, with each of its wordings and what these have other than the fullest of the same words."""
    compared = {one.wording: one for one in utterance.comparisons}
    return {
        "id": utterance.id,
        "informant": utterance.informant,
        "form": utterance.form,
        "start": utterance.start,
        "end": utterance.end,
        "wordings": [
            {"report": one.report, "start": one.start, "end": one.end, **_comparison(compared.get(place))}
            for place, one in enumerate(utterance.wordings)
        ],
        "reasons": reason_objects(utterance.reasons),
    }


def _comparison(comparison: Comparison | None) -> dict[str, object]:
    if comparison is None:
        return {"of": None, "differences": []}
    return {
        "of": comparison.of,
        "differences": [
            {"kind": one.kind, "start": one.start, "end": one.end, "of_start": one.of_start, "of_end": one.of_end}
            for one in comparison.differences
        ],
    }


def quote_object(quote: Quote) -> dict[str, object]:
    """Words in quotation marks, and who said them where that is known."""
    return {
        "report": quote.report,
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "speaker": quote.speaker,
        "anonymous": quote.anonymous,
        "cue": quote.cue,
        "utterance": quote.utterance,
    }
