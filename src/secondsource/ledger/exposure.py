"""Exposure to section 231 of CAATSA (22 USC 9525) as an explained rule over a deal and its sanctions statements.

The section sanctions the buyer in a significant transaction, on or after the day the law took effect, with a person of
the Russian defence or intelligence sector. The rule reads a dated table (knowledge `exposure-regime`, `listed`,
`factor`); it says `none`, `factors-present` or `imposed`, and what speakers claim of waivers stays their claim. It
is no listing and no legal advice.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from secondsource.knowledge import Knowledge
from secondsource.knowledge.entries import (
    ExposureRegime,
    ImposedSanction,
    Law,
    ListedPerson,
    SignificanceFactor,
    Weapon,
)
from secondsource.ledger.days import said_until
from secondsource.ledger.steps import NOT_ORDERS
from secondsource.model.evidence import Reason
from secondsource.model.ledger import Exposure, ExposureClaim, ExposureLevel, ExposureStep
from secondsource.model.report import Report
from secondsource.model.statement import Statement

_ORDERS = frozenset({"signed", "effective", "ordered"})
_DELIVERIES = frozenset({"delivering", "delivered"})
_SELLER = "Russia"
_JUDGE = "United States"
_CLAIMS = frozenset({"exempted", "waived", "urged-waiver", "enabled-waiver", "threatened", "lifted"})
_AROUND = 60


def exposure(
    deal: Sequence[Statement],
    sanctions: Sequence[Statement],
    reports: Mapping[str, Report],
    knowledge: Knowledge,
) -> Exposure | None:
    """What the regime can mean for the buyer of a deal, or None where the seller is not of the listed sector."""
    regime = knowledge.all("exposure-regime", ExposureRegime)[0]
    buyer = next((s.recipient for s in deal if s.recipient), None)
    counterparty = _counterparty(deal, knowledge)
    if buyer is None or buyer in (_SELLER, _JUDGE) or counterparty is None:
        return None
    law = bearing(deal, sanctions, regime, knowledge)
    steps = _steps(deal, regime, reports)
    imposed = [s for s in law if _is_imposed(s)]
    level, reason = _imposition(imposed, reports) or _level(steps, law, regime)
    return Exposure(
        regime=regime.name,
        person=_person(buyer, imposed, reports, knowledge),
        level=level,
        steps=steps,
        claims=_claims(law),
        reasons=(counterparty, reason, *_factors(deal, reports, knowledge)),
    )


def bearing(
    deal: Sequence[Statement], sanctions: Iterable[Statement], regime: ExposureRegime, knowledge: Knowledge
) -> list[Statement]:
    """The sanctions statements that bear on a deal: on its buyer, and under this law or over this very thing."""
    buyers, families = {s.recipient for s in deal}, {s.family for s in deal if s.family}
    told = {s.report for s in deal}
    names = _names(regime, knowledge)
    found = []
    for statement in sanctions:
        of_law = bool({statement.name, statement.regime} & names)
        other_law = bool(statement.name or statement.regime) and not of_law
        over_it = statement.family in families
        loosely = not statement.family and statement.status != "imposed" and statement.report in told
        if statement.recipient not in buyers or other_law or (statement.family and not over_it):
            continue
        if of_law or over_it or loosely:
            found.append(statement)
    return sorted(found, key=lambda s: s.id)


def _names(regime: ExposureRegime, knowledge: Knowledge) -> set[str | None]:
    law = knowledge.get("law", regime.law, Law)
    return {regime.name, regime.law, law.name, *law.aliases}


def _counterparty(deal: Sequence[Statement], knowledge: Knowledge) -> Reason | None:
    """The listed person that makes the thing, or the Russian supplier; None where Russia does not sell it."""
    if {s.supplier for s in deal if s.supplier} != {_SELLER}:
        return None
    named = _named_listed(deal, knowledge)
    family = next((s.family for s in deal if s.family), None)
    weapon = next((w for w in knowledge.all("weapon", Weapon) if w.id == family), None)
    if weapon is not None and weapon.exporter != _SELLER and not named:
        return None
    named = named or [p for p in knowledge.all("listed", ListedPerson) if weapon and weapon.maker in p.makers]
    if named:
        person = min(named, key=lambda p: (p.since, p.id))
        return Reason(
            rule="listed-person", detail=f"{person.name} is on the List of Specified Persons since {person.since}"
        )
    return Reason(rule="russian-supplier", detail="the supplier is Russian; which body contracts is not said")


def _named_listed(deal: Sequence[Statement], knowledge: Knowledge) -> list[ListedPerson]:
    """Listed persons that the statements name as parties or makers."""
    named = {p.name for s in deal for p in s.parties if p.role != "recipient"} | {s.maker for s in deal if s.maker}
    return [p for p in knowledge.all("listed", ListedPerson) if named & {p.name, *p.aliases}]


def _steps(
    deal: Sequence[Statement], regime: ExposureRegime, reports: Mapping[str, Report]
) -> tuple[ExposureStep, ...]:
    """Order, payment and delivery, done or planned, each held against the day the law took effect."""
    made: dict[tuple[str, str, str, str], list[Statement]] = defaultdict(list)
    for statement in deal:
        if statement.polarity != "affirmed" or statement.stance not in ("asserts", "confirms"):
            continue
        date = statement.date if statement.modality == "asserted" else statement.expected
        start, end = (date.start or "", date.end or "") if date else ("", "")
        for act in _acts(statement):
            made[act, statement.modality, start, end].append(statement)
    return tuple(
        ExposureStep(
            status=act if modality == "asserted" else f"{act} ({modality})",
            start=start or None,
            end=end or None,
            statements=tuple(sorted(s.id for s in group)),
            reason=_against(regime, modality, (start, end), [reports[s.report] for s in group]),
        )
        for (act, modality, start, end), group in sorted(made.items())
    )


def _acts(statement: Statement) -> list[str]:
    """What of a transaction a statement tells; a memorandum or framework orders nothing."""
    acts = []
    if statement.status in _DELIVERIES or (statement.status in _ORDERS and statement.instrument not in NOT_ORDERS):
        acts.append(statement.status or "")
    if any(v.basis == "advance" for v in statement.values):
        acts.append("payment")
    return acts


def _against(regime: ExposureRegime, modality: str, days: tuple[str, str], reports: Sequence[Report]) -> str:
    """How a step stands to the law in time. What bears no date was done before it was told."""
    start, end = days
    if modality != "asserted":
        return "not reported as done"
    if end and end < regime.since:
        return f"before {regime.since}, when the law took effect"
    if start and start >= regime.since:
        return f"on or after {regime.since}"
    if start:
        return f"the dates given allow a day on or after {regime.since}"
    told = [said_until(r) for r in reports]
    if all(told) and max(told) < regime.since:
        return f"before {regime.since}, when the law took effect: told earlier"
    return f"no date is given; the law covers transactions on or after {regime.since}"


def _imposition(imposed: Sequence[Statement], reports: Mapping[str, Report]) -> tuple[ExposureLevel, Reason] | None:
    if not imposed:
        return None
    outlets = sorted({reports[s.report].outlet or "a report" for s in imposed})
    detail = f"sanctions for such a deal are reported as imposed: {', '.join(outlets)}"
    return "imposed", Reason(rule="imposed", detail=detail)


def _level(
    steps: Sequence[ExposureStep], law: Sequence[Statement], regime: ExposureRegime
) -> tuple[ExposureLevel, Reason]:
    done = [s for s in steps if s.reason != "not reported as done"]
    covered = [s for s in done if not s.reason.startswith("before ")]
    if covered:
        acts = ", ".join(dict.fromkeys(s.status for s in covered))
        return "factors-present", Reason(
            rule="transaction", detail=f"{acts} on or after {regime.since}, or at a day not said"
        )
    planned = [s.status for s in steps if s.status.endswith("(planned)")]
    if planned and law:
        detail = f"{', '.join(dict.fromkeys(planned))}, and the law is spoken of for this deal"
        return "factors-present", Reason(rule="planned-transaction", detail=detail)
    if done:
        return "none", Reason(rule="before-the-law", detail=f"all that is reported as done came before {regime.since}")
    return "none", Reason(rule="no-transaction", detail="no order, payment or delivery is reported as done")


def _is_imposed(statement: Statement) -> bool:
    """Only what is asserted as done and affirmed; a threat, a plan or a denial imposes nothing."""
    sure = statement.modality == "asserted" and statement.polarity == "affirmed"
    return sure and statement.status == "imposed" and statement.stance in ("asserts", "confirms")


def _person(buyer: str, imposed: Sequence[Statement], reports: Mapping[str, Report], knowledge: Knowledge) -> str:
    """Whom the sanctions were imposed on where the words name a body of the buyer, else the buyer."""
    targets = sorted(p.name for s in imposed for p in s.parties if p.role == "target" and p.name != buyer)
    if targets:
        return targets[0]
    spoken = " ".join(_evidence(s, reports) for s in imposed)
    for entry in knowledge.all("imposed", ImposedSanction):
        if entry.country == buyer and any(alias in spoken for alias in entry.aliases):
            return entry.person
    return buyer


def _factors(deal: Sequence[Statement], reports: Mapping[str, Report], knowledge: Knowledge) -> list[Reason]:
    """Words of significance in the evidence of the deal, with where they stand."""
    found: dict[str, Reason] = {}
    for statement in deal:
        for span in statement.evidence:
            text = reports[span.report].text[span.start : span.end]
            for factor in knowledge.all("factor", SignificanceFactor):
                cue = next((c for c in factor.cues if c.lower() in text.lower()), None)
                if cue is not None and factor.id not in found:
                    at = text.lower().index(cue.lower())
                    around = " ".join(text[max(0, at - _AROUND) : at + len(cue) + _AROUND].split())
                    place = (
                        f"{reports[span.report].outlet or 'a report'}, {span.start + at}-{span.start + at + len(cue)}"
                    )
                    found[factor.id] = Reason(
                        rule=f"factor-{factor.effect}", detail=f'{factor.name}: "{around}" ({place})'
                    )
    return [found[ident] for ident in sorted(found)]


def _claims(law: Iterable[Statement]) -> tuple[ExposureClaim, ...]:
    """What is said of threats, waivers and exemptions, by claim; what a voice denies is no claim of it."""
    made: dict[str, list[str]] = defaultdict(list)
    for statement in law:
        if statement.status in _CLAIMS and statement.polarity == "affirmed" and statement.stance != "denies":
            made[_claim(statement)].append(statement.id)
    return tuple(ExposureClaim(claim=claim, statements=tuple(sorted(ids))) for claim, ids in sorted(made.items()))


def _claim(statement: Statement) -> str:
    """A waiver is one only on the word of those who can grant it; anybody else claims an exemption."""
    if statement.status != "waived":
        return statement.status or ""
    said = statement.attribution
    granted = said is not None and said.country == _JUDGE and not said.anonymous and said.speaker is not None
    return "waived" if granted and statement.modality == "asserted" else "exempted"


def _evidence(statement: Statement, reports: Mapping[str, Report]) -> str:
    return " ".join(reports[e.report].text[e.start : e.end] for e in statement.evidence)
