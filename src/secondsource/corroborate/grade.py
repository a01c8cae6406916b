"""The Admiralty grade (STANAG 2511), computed: a letter for the source and a digit for what is said, apart.

The letter is F, cannot be judged, until a record of promises kept or a curator moves it. The digit follows from
support, and every input is said. Outlets that the knowledge does not know are unvetted: however many there are, their
origins alone never lift a digit above 3.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secondsource.model.evidence import Reason
from secondsource.model.ledger import Step, Support
from secondsource.model.lineage import Origin
from secondsource.model.statement import Informant, Statement

LETTER = "F"
_RECORD_KINDS = frozenset({"release", "record"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a grade is computed from: the best-supported step with its statements, voices and origins."""

    step: Step | None
    support: Support
    statements: Sequence[Statement]
    origins: Mapping[str, Origin]
    informants: Mapping[str, Informant]
    vetted: frozenset[str]


def grade(evidence: Evidence) -> tuple[str, tuple[Reason, ...]]:
    """The grade of an entry and its inputs in words."""
    digit, reasons = _digit(evidence)
    letter = Reason(rule="letter", detail="F: no record of this source's promises has been kept yet")
    return f"{LETTER}{digit}", (letter, *reasons)


def _digit(evidence: Evidence) -> tuple[int, list[Reason]]:
    support, step = evidence.support, evidence.step
    if support.reports == 0 or (support.informants == 0 and support.established == 0):
        return 6, [Reason(rule="no-informant", detail="nobody who knows is named, and no origin is established")]
    digit, reason = _from_support(evidence)
    reasons = [reason]
    if digit < 3 and not _vetted(evidence) and digit != 1:
        digit = 3
        reasons.append(Reason(rule="unvetted", detail="every origin is an outlet that nobody has vetted"))
    if step is not None and step.standing in ("contested", "denied") and digit < 4:
        digit = 4
        reasons.append(Reason(rule="denied", detail="somebody denies it; a denial lowers to 4 at most"))
    if step is not None and step.modality != "asserted" and digit < 3:
        digit = 3
        reasons.append(Reason(rule="not-done", detail="it is planned or possible, not reported as done"))
    return digit, reasons


def _from_support(evidence: Evidence) -> tuple[int, Reason]:
    support = evidence.support
    record = _own_record(evidence)
    if record is not None:
        return 1, Reason(rule="own-record", detail=f"the authority's own act, in its own record: {record}")
    if support.informants >= 2 and support.established >= 2 and support.on_record >= 1:
        detail = f"{support.informants} informants through {support.established} established origins, one on record"
        return 1, Reason(rule="independent-informants", detail=detail)
    if support.established >= 1 and support.on_record >= 1:
        return 2, Reason(rule="one-on-record", detail="one informant on record through an established origin")
    if support.established >= 1:
        return 3, Reason(rule="anonymous", detail="unnamed voices or none through an established origin")
    if support.informants >= 1:
        return 5 if support.on_record == 0 else 4, Reason(
            rule="second-hand", detail="somebody is quoted, and no origin is established as having heard him"
        )
    return 6, Reason(rule="no-informant", detail="nobody who knows is named")


def _own_record(evidence: Evidence) -> str | None:
    """The release or record of a body that moved the step itself."""
    for statement in evidence.statements:
        for ident in statement.origins:
            origin = evidence.origins[ident]
            if origin.established and origin.seen and origin.kind in _RECORD_KINDS:
                return origin.label
    return None


def _vetted(evidence: Evidence) -> bool:
    return any(
        evidence.origins[o].established and evidence.origins[o].label in evidence.vetted for o in evidence.support.origins
    )
