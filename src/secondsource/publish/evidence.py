"""Evidence cards: the words of a statement in context, on whose word, and what a reader must be careful of."""

import re

from secondsource.model.statement import Claim, Statement
from secondsource.publish.catalogue import Catalogue
from secondsource.publish.citing import chain_words, citation, report_name, voice_words
from secondsource.publish.excerpts import excerpts
from secondsource.publish.views import Card
from secondsource.publish.wording import date_words, listed, money_words, plainly, range_words

_CURRENCY = re.compile(r"[A-Z]{3}\Z")

STANCES = {"asserts": "said", "confirms": "confirmed", "denies": "denied", "no-comment": "had no comment on"}


def evidence_card(statement: Statement, library: Catalogue) -> Card:
    """The card of one statement.

    Raises:
        UsageError: the statement's report was not given.
    """
    report = library.report(statement.report)
    return Card(
        excerpts=excerpts(report.text, [(one.start, one.end) for one in statement.evidence]),
        report=report_name(report),
        voice=voice_words(statement),
        chain=chain_words(statement.attribution, report),
        told=_told(statement),
        cautions=tuple(_cautions(statement, library)),
        denies=statement.stance == "denies",
    )


def _told(statement: Statement) -> str:
    when = statement.date or statement.expected
    dated = _dated(when.text, date_words(when.start, when.end)) if when else ""
    answers = f", in answer to {statement.answers}" if statement.answers else ""
    return f"{STANCES[statement.stance]}: {_said(statement)}{dated}{answers}"


def _said(statement: Statement) -> str:
    claim = statement.claim
    if statement.status is None and claim:
        return ", ".join(filter(None, (claim.measure, _claimed(claim), claim.period)))
    if statement.status is None:
        return "a figure"
    negated = "not " if statement.polarity == "negated" else ""
    modality = "" if statement.modality == "asserted" else f" ({statement.modality})"
    return f"{negated}{plainly(statement.status)}{modality}"


def _claimed(claim: Claim) -> str:
    if claim.amount is None:
        return ""
    unit = claim.unit or ""
    if _CURRENCY.match(unit):
        return money_words(claim.amount, claim.high, claim.bound, unit)
    return f"{range_words(claim.amount, claim.high, claim.bound)} {unit}".strip()


def _dated(printed: str, placed: str) -> str:
    if not placed or placed == printed:
        return f", “{printed}”" if printed else ""
    return f", “{printed}”: {placed}" if printed else f", {placed}"


def _cautions(statement: Statement, library: Catalogue) -> list[str]:
    cautions = []
    if statement.reworded:
        cautions.append("From a reworded text: these need not be the words of the one who spoke. Graded down.")
    if statement.inferred:
        cautions.append(f"Inferred, not in the words: {listed(statement.inferred)}.")
    link = library.links.get(statement.via) if statement.via else None
    donor = library.reports.get(link.of) if link and link.of else None
    if donor:
        cautions.append(f"Taken from {citation(report_name(donor))}.")
    elif link and (link.outlet or link.document):
        cautions.append(f"On the word of {link.outlet or link.document}.")
    return cautions
