"""The Admiralty grade (STANAG 2511), computed: a letter for the source and a digit for what is said, apart.

The letter is F, cannot be judged, until a record of promises kept or a curator moves it. The digit follows from
support, and every input is said:

    1  the authority's own act in its own authentic record, or two independent informants, one of them on record
    2  an informant on record, heard by an established origin
    3  unnamed voices heard by an established origin, or an established origin that nobody has vetted
    4  somebody is quoted and no origin is established as having heard him, or somebody denies it
    5  the authority itself denies it in its own authentic record
    6  nobody who knows is named, or only copies and pages of unknown donors say it

Outlets that the knowledge does not know are unvetted. However many there are, they lift no digit above 3, and none
that vetted reporting has set.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secondsource.corroborate.support import RECORDS, counting, is_debris
from secondsource.model.evidence import Reason
from secondsource.model.ledger import Step
from secondsource.model.lineage import Origin
from secondsource.model.statement import Informant, Statement

LETTER = "F"
_UNDECIDED, _DENIED, _REFUTED, _UNVETTED = 6, 4, 5, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a grade is computed from: the best-supported step with its statements, voices and origins.

    `vetted` says by an outlet's name whether the knowledge vouches for it, `states` whose authority it is. `contested`
    is set where a voice denies some step of the entry, and `denials` holds what they say.
    """

    step: Step | None
    statements: Sequence[Statement]
    denials: Sequence[Statement]
    contested: bool
    origins: Mapping[str, Origin]
    informants: Mapping[str, Informant]
    vetted: frozenset[str]
    states: Mapping[str, str]


def grade(evidence: Evidence) -> tuple[str, tuple[Reason, ...]]:
    """The grade of an entry and its inputs in words."""
    digit, reason = _from_support(evidence)
    reasons = [Reason(rule="letter", detail="F: no record of this source's promises has been kept yet"), reason]
    for limit in (_denial, _not_done):
        lowered = limit(evidence)
        if lowered is not None and digit < lowered[0]:
            digit = lowered[0]
            reasons.append(lowered[1])
    return f"{LETTER}{digit}", tuple(reasons)


def _from_support(evidence: Evidence) -> tuple[int, Reason]:
    told = [s for s in evidence.statements if not s.reworded and s.stance != "no-comment"]
    if not told:
        return _UNDECIDED, Reason(rule="copies-only", detail="only reworded text says it")
    voiced = [s for s in told if s.informants and not is_debris(s, evidence.origins)]
    if not voiced:
        return _UNDECIDED, Reason(rule="no-informant", detail="nobody who knows is named, and no origin is established")
    heard = [s for s in voiced if any(evidence.origins[o].established for o in s.origins)]
    vetted = [s for s in heard if _is_vetted(s, evidence)]
    return _from_vetted(vetted, evidence) if vetted else _from_others(voiced, heard, evidence)


def _from_vetted(vetted: Sequence[Statement], evidence: Evidence) -> tuple[int, Reason]:
    """The digit that established, vetted origins earn; what others add is left out."""
    record = next((o.label for s in vetted for o in _own_records(s, evidence)), None)
    if record is not None:
        return 1, Reason(rule="own-record", detail=f"the authority's own act, in its own record: {record}")
    known = counting(vetted, evidence.origins, evidence.informants)
    origins = {o for s in vetted for o in s.origins}
    on_record = sum(not evidence.informants[i].anonymous for i in known)
    if on_record and min(len(known), len(origins)) > 1 and _independent(vetted, known):
        detail = f"{len(known)} informants through {len(origins)} established origins, {on_record} on record"
        return 1, Reason(rule="independent-informants", detail=detail)
    if on_record:
        return 2, Reason(rule="one-on-record", detail="an informant on record through an established origin")
    return 3, Reason(rule="anonymous", detail="unnamed voices through an established origin")


def _independent(vetted: Sequence[Statement], known: set[str]) -> bool:
    """Whether two origins heard different informants, not both the same."""
    heard_by: dict[str, set[str]] = defaultdict(set)
    for statement in vetted:
        for origin in statement.origins:
            heard_by[origin].update(known.intersection(statement.informants))
    several = {frozenset(voices) for voices in heard_by.values() if voices}
    return len(several) > 1 or any(len(voices) > 1 for voices in several)


def _from_others(voiced: Sequence[Statement], heard: Sequence[Statement], evidence: Evidence) -> tuple[int, Reason]:
    """The digit of unvetted or unestablished reporting: the same for one outlet and for a thousand."""
    named = any(not evidence.informants[i].anonymous for s in heard for i in s.informants)
    if named:
        return _UNVETTED, Reason(
            rule="unvetted", detail="on record, but every origin that heard it is an unvetted outlet"
        )
    if any(not evidence.informants[i].anonymous for s in voiced for i in s.informants):
        detail = "somebody is quoted, and no origin is established as having heard him"
        return _DENIED, Reason(rule="second-hand", detail=detail)
    return _UNDECIDED, Reason(rule="no-informant", detail="unnamed voices only, and no vetted origin heard them")


def _is_vetted(statement: Statement, evidence: Evidence) -> bool:
    origins = [evidence.origins[o] for o in statement.origins]
    return any(o.established and o.kind != "unknown" and o.label in evidence.vetted for o in origins)


def _own_records(statement: Statement, evidence: Evidence) -> list[Origin]:
    """The authentic records of an authority that is itself a party to what the statement tells."""
    acting = {statement.supplier, statement.recipient, *(p.name for p in statement.parties)}
    if statement.actor is not None:
        acting.add(statement.actor.name)
    origins = [evidence.origins[o] for o in statement.origins]
    records = [o for o in origins if o.established and o.seen and o.kind in RECORDS]
    return [o for o in records if evidence.states.get(o.label, "") in acting and _on_own_word(statement, evidence)]


def _on_own_word(statement: Statement, evidence: Evidence) -> bool:
    """A release that quotes somebody else records his word, not the authority's act."""
    return not any(evidence.informants[i].anonymous for i in statement.informants)


def _denial(evidence: Evidence) -> tuple[int, Reason] | None:
    """A denial lowers to 4; only an authority's own authentic record of its denial lowers further."""
    if not evidence.contested:
        return None
    if any(_own_records(s, evidence) for s in evidence.denials):
        return _REFUTED, Reason(rule="refuted", detail="the authority itself denies it in its own record")
    return _DENIED, Reason(rule="denied", detail="somebody denies it; a denial lowers to 4 at most")


def _not_done(evidence: Evidence) -> tuple[int, Reason] | None:
    if evidence.step is None or evidence.step.modality == "asserted":
        return None
    return _UNVETTED, Reason(rule="not-done", detail="it is planned or possible, not reported as done")
