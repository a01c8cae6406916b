"""The ledger's entries, assembled from statements."""

from dataclasses import dataclass
from typing import Literal

from secondsource.model.evidence import Reason
from secondsource.model.statement import Actor, Informant, Moment, Quote, Statement, Utterance, Value

EntryKind = Literal["deal", "agreement", "exposure", "control", "figure"]
Band = Literal["register", "prospective", "contested", "excluded"]
Standing = Literal["uncontested", "contested", "denied", "corrected"]
ExposureLevel = Literal["none", "factors-present", "imposed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """Who stands behind one value: distinct informants first, and the texts that carried their word."""

    informants: int
    established: int
    attestations: int
    reports: int
    on_record: int
    anonymous: int
    unsourced: int
    origins: tuple[str, ...]
    informant_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One status of an entry with the statements that give it; append-only, never overwritten by a later one."""

    status: str
    modality: str
    polarity: str
    standing: Standing
    statements: tuple[str, ...]
    actor: Actor | None = None
    instrument: str | None = None
    start: str | None = None
    end: str | None = None
    support: Support | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number of an entry on one basis. `currency` is None for counts and measures, `unit` says what is counted."""

    basis: str
    unit: str | None
    currency: str | None
    amount: float
    statements: tuple[str, ...]
    high: float | None = None
    bound: str | None = None
    as_of: str | None = None
    support: Support | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputedValue:
    value: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Different values of the same thing on the same basis."""

    field: str
    values: tuple[DisputedValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    to: str
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExposureStep:
    status: str
    start: str | None
    end: str | None
    statements: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExposureClaim:
    """Somebody's word that the buyer is exempted, waived or threatened: a claim, never a finding."""

    claim: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """What a sanctions regime can mean for one person by one deal: an explained rule, no listing, no legal advice."""

    regime: str
    person: str
    level: ExposureLevel
    steps: tuple[ExposureStep, ...]
    claims: tuple[ExposureClaim, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A deal, agreement, exposure, control or figure with its history. `status` is derived from `history`."""

    id: str
    kind: EntryKind
    band: Band
    history: tuple[Step, ...]
    statements: tuple[str, ...]
    supplier: str | None = None
    recipient: str | None = None
    parties: tuple[str, ...] = ()
    name: str | None = None
    item: str | None = None
    designation: str | None = None
    family: str | None = None
    part: str | None = None
    maker: str | None = None
    mode: str | None = None
    scope: str = "unknown"
    status: str | None = None
    modality: str | None = None
    quantity: float | None = None
    value: Value | None = None
    first: str | None = None
    last: str | None = None
    figures: tuple[Figure, ...] = ()
    support: Support | None = None
    grade: str | None = None
    grade_reasons: tuple[Reason, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    related: tuple[Related, ...] = ()
    next: Moment | None = None
    next_status: str | None = None
    overdue: bool = False
    exposure: Exposure | None = None
    inferred: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    replaced_by: str | None = None
    reviewed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The whole record of a library: entries, and the voices and statements they rest on."""

    entries: tuple[Entry, ...]
    statements: tuple[Statement, ...]
    quotes: tuple[Quote, ...]
    informants: tuple[Informant, ...]
    utterances: tuple[Utterance, ...]
