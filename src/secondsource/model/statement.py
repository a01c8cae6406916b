"""What one report says of a deal, an agreement, a sanction, a control or a figure."""

from dataclasses import dataclass
from typing import Literal

from secondsource.model.evidence import Reason, Span

StatementKind = Literal["transfer", "agreement", "sanction", "control", "claim"]
Modality = Literal["asserted", "planned", "possible"]
Polarity = Literal["affirmed", "negated"]
Stance = Literal["asserts", "confirms", "denies", "no-comment"]
Bound = Literal["over", "at-least", "up-to", "under", "about", "nearly", "range"]
Basis = Literal[
    "each",
    "total",
    "ceiling",
    "not-to-exceed",
    "contract",
    "estimate",
    "budget",
    "cumulative",
    "increment",
    "offset",
    "advance",
    "stock",
    "unstated",
]
Side = Literal["supplier", "recipient", "third", "legislature", "court"]
Instrument = Literal[
    "request",
    "notification",
    "licence",
    "memorandum",
    "letter-of-intent",
    "framework",
    "intergovernmental-agreement",
    "contract",
    "loa",
    "option",
    "amendment",
]
Mode = Literal["sale", "grant", "stock-transfer", "lease", "swap", "licensed-production", "upgrade"]
CountRole = Literal["requested", "ceiling", "ordered", "option", "batch", "delivered", "fleet"]
Form = Literal["release", "press-conference", "interview", "post", "testimony", "leak", "record", "unknown"]
Interest = Literal["supplier", "recipient", "third", "rival", "unknown"]
DifferenceKind = Literal["number", "name", "negation", "hedge", "phrase", "cut", "addition"]

TRANSFER_STATUSES = (
    "requested offered pressed pledged cleared approved selected negotiating agreed signed effective ordered "
    "delivering delivered refused deferred suspended resumed reduced lapsed cancelled"
).split()
AGREEMENT_STATUSES = (
    "negotiating agreed signed ratified in-force renewed suspended terminated expired withdrawn".split()
)
SANCTION_STATUSES = "threatened urged-waiver enabled-waiver exempted waived imposed lifted".split()
CONTROL_STATUSES = "requested granted refused suspended resumed imposed lifted blocked".split()
STATUSES: dict[str, tuple[str, ...]] = {
    "transfer": tuple(TRANSFER_STATUSES),
    "agreement": tuple(AGREEMENT_STATUSES),
    "sanction": tuple(SANCTION_STATUSES),
    "control": tuple(CONTROL_STATUSES),
    "claim": (),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A date as printed and the days it can mean (ISO 8601, inclusive); None where it cannot be placed."""

    text: str
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A sum of money: a plain number in an ISO 4217 currency, on one basis. `high` closes a range."""

    amount: float
    currency: str | None
    basis: Basis
    start: int
    end: int
    high: float | None = None
    bound: Bound | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A counted number of items and the role the count plays."""

    number: float
    role: CountRole
    high: float | None = None
    bound: Bound | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing of a deal: as printed, and its designation where the knowledge knows it."""

    item: str
    designation: str | None = None
    part: str | None = None
    condition: str | None = None
    quantities: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    name: str
    role: Literal[
        "supplier",
        "recipient",
        "maker",
        "licensor",
        "beneficiary",
        "agent",
        "payer",
        "consenting",
        "party",
        "target",
        "authority",
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who moved the thing, and on which side of it they stand."""

    name: str
    side: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A figure that is no single deal: what is measured, of what, how much."""

    measure: str
    subject: str | None = None
    amount: float | None = None
    high: float | None = None
    unit: str | None = None
    period: str | None = None
    bound: Bound | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """On whose word: the speaker as named, and the outlets through which it came, the nearest first."""

    speaker: str | None
    role: str | None
    anonymous: bool
    outlets: tuple[str, ...] = ()
    country: str | None = None
    document: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words in quotation marks. An unresolved speaker is None and stays None."""

    report: str
    start: int
    end: int
    text: str
    speaker: str | None
    anonymous: bool
    cue: str | None
    utterance: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One assertion of one report in the vocabulary of the ledger. Every filled slot is named by a span or inferred."""

    id: str
    report: str
    kind: StatementKind
    evidence: tuple[Span, ...]
    supplier: str | None = None
    recipient: str | None = None
    item: str | None = None
    designation: str | None = None
    family: str | None = None
    part: str | None = None
    maker: str | None = None
    name: str | None = None
    parties: tuple[Party, ...] = ()
    quantity: Quantity | None = None
    values: tuple[Value, ...] = ()
    items: tuple[Item, ...] = ()
    mode: str | None = None
    instrument: str | None = None
    actor: Actor | None = None
    scope: Literal["international", "domestic", "mixed", "unknown"] = "unknown"
    claim: Claim | None = None
    regime: str | None = None
    status: str | None = None
    modality: Modality = "asserted"
    polarity: Polarity = "affirmed"
    stance: Stance = "asserts"
    answers: str | None = None
    date: Moment | None = None
    expected: Moment | None = None
    attribution: Attribution | None = None
    inferred: tuple[str, ...] = ()
    reworded: bool = False
    via: str | None = None
    method: str = "rules"
    confidence: float = 0.5
    origins: tuple[str, ...] = ()
    informants: tuple[str, ...] = ()
    utterance: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A sentence that speaks of a deal and gave no statement, and why: offsets into the report's text."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that `understand` took from one report."""

    report: str
    statements: tuple[Statement, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Informant:
    """The person, body or document that knows. An unnamed group that spoke to one outlet is one informant."""

    id: str
    label: str
    kind: Literal["person", "body", "document"]
    anonymous: bool
    interest: Interest


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Where a wording departs from the fullest one: spans in the reports of both; an empty one where words are not."""

    kind: DifferenceKind
    start: int
    end: int
    of_start: int
    of_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A wording laid beside the fullest wording of the same words, both by their place among the wordings."""

    wording: int
    of: int
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One act of saying, and every wording of it in the library.

    `start` and `end` are the days on which it can have happened. A wording that nothing fuller repeats is in no
    comparison. `reasons` say why the wordings are of one act, and whether its words stand under another name.
    """

    id: str
    informant: str
    form: Form
    start: str | None
    end: str | None
    wordings: tuple[Span, ...]
    comparisons: tuple[Comparison, ...] = ()
    reasons: tuple[Reason, ...] = ()
