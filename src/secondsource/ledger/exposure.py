"""Exposure to section 231 of CAATSA (22 USC 9525) as an explained rule over a deal and its sanctions statements.

The section sanctions the buyer in a significant transaction, on or after the day the law took effect, with a person of
the Russian defence or intelligence sector. The rule reads a dated table (knowledge `exposure-regime`, `listed`,
`factor`); it says `none`, `factors-present` or `imposed`, and what speakers claim of waivers stays their claim. It
is no listing and no legal advice.
"""

from collections.abc import Mapping, Sequence

from secondsource.knowledge import Knowledge
from secondsource.knowledge.entries import ExposureRegime, ListedPerson, SignificanceFactor, Weapon
from secondsource.model.evidence import Reason
from secondsource.model.ledger import Exposure, ExposureClaim, ExposureLevel, ExposureStep
from secondsource.model.report import Report
from secondsource.model.statement import Statement

_STEPS = frozenset({"agreed", "signed", "effective", "ordered", "delivering", "delivered"})
_LISTED_COUNTRY = "Russia"
_CLAIMS = frozenset({"exempted", "waived", "urged-waiver", "enabled-waiver", "threatened", "lifted"})


def exposure(
    deal: Sequence[Statement],
    sanctions: Sequence[Statement],
    reports: Mapping[str, Report],
    knowledge: Knowledge,
) -> Exposure | None:
    """What the regime can mean for the recipient of a deal, or None where the supplier is not of the listed sector."""
    regime = knowledge.all("exposure-regime", ExposureRegime)[0]
    first = deal[0]
    person = next((s.recipient for s in deal if s.recipient), None)
    supplier = next((s.supplier for s in deal if s.supplier), None)
    if supplier != _LISTED_COUNTRY or person is None:
        return None
    law = [s for s in sanctions if s.recipient == person]
    steps, reasons = _steps(deal, regime), [_counterparty(first, regime, knowledge)]
    reasons += _factors(deal, reports, knowledge)
    imposed = [s for s in law if s.status == "imposed" and s.modality == "asserted" and s.polarity == "affirmed"]
    level: ExposureLevel = "none"
    if imposed:
        level = "imposed"
        reasons.append(Reason(rule="imposed", detail=f"sanctions on {person} are reported as imposed"))
    elif any(s.reason.startswith("on or after") or s.reason.startswith("no date") for s in steps):
        level = "factors-present"
    else:
        reasons.append(Reason(rule="before-the-law", detail=f"no order, payment or delivery on or after {regime.since}"))
    return Exposure(
        regime=regime.name,
        person=person,
        level=level,
        steps=steps,
        claims=_claims(law),
        reasons=tuple(reasons),
    )


def _counterparty(first: Statement, regime: ExposureRegime, knowledge: Knowledge) -> Reason:
    maker = knowledge.get("weapon", first.family, Weapon).maker if first.family else None
    listed = [p for p in knowledge.all("listed", ListedPerson) if maker and maker in p.makers]
    if listed:
        person = listed[0]
        detail = f"{person.name} is on the List of Specified Persons since {person.since}"
        return Reason(rule="listed-person", detail=detail)
    return Reason(rule="russian-supplier", detail="the supplier is Russian; which body contracts is not said")


def _steps(deal: Sequence[Statement], regime: ExposureRegime) -> tuple[ExposureStep, ...]:
    made = {}
    for statement in deal:
        if statement.status not in _STEPS or statement.polarity != "affirmed" or statement.stance == "denies":
            continue
        date = statement.date if statement.modality == "asserted" else statement.expected
        start, end = (date.start, date.end) if date else (None, None)
        made.setdefault((statement.status, statement.modality, start, end), []).append(statement.id)
    return tuple(
        ExposureStep(
            status=status if modality == "asserted" else f"{status} ({modality})",
            start=start,
            end=end,
            statements=tuple(sorted(idents)),
            reason=_against(regime, start, end),
        )
        for (status, modality, start, end), idents in sorted(made.items(), key=lambda i: repr(i[0]))
    )


def _against(regime: ExposureRegime, start: str | None, end: str | None) -> str:
    if end is None:
        return f"no date is given; the law covers transactions on or after {regime.since}"
    if end < regime.since:
        return f"before {regime.since}, when the law took effect"
    return f"on or after {regime.since}"


def _factors(deal: Sequence[Statement], reports: Mapping[str, Report], knowledge: Knowledge) -> list[Reason]:
    """Words of significance that stand in the evidence of the deal."""
    spoken = " ".join(reports[e.report].text[e.start : e.end] for s in deal for e in s.evidence).lower()
    return [
        Reason(rule=f"factor-{factor.effect}", detail=f"{factor.name}: {cue!r} is said")
        for factor in knowledge.all("factor", SignificanceFactor)
        for cue in factor.cues[:12]
        if cue.lower() in spoken
    ]


def _claims(law: Sequence[Statement]) -> tuple[ExposureClaim, ...]:
    made: dict[str, list[str]] = {}
    for statement in law:
        if statement.status in _CLAIMS:
            made.setdefault(statement.status or "", []).append(statement.id)
    return tuple(ExposureClaim(claim=c, statements=tuple(sorted(ids))) for c, ids in sorted(made.items()))
