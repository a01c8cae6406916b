"""What templates print: every word chosen, every order settled, every shape placed, so that they hold no logic."""

from dataclasses import dataclass
from typing import Literal

RunKind = Literal["plain", "mark", "reworded", "altered", "furniture"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of text that looks one way; `note` says why to those who cannot see it."""

    text: str
    kind: RunKind = "plain"
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A sentence or two of a report with the evidence marked; `cut_before` and `cut_after` where a sentence is cut."""

    runs: tuple[Run, ...]
    cut_before: bool
    cut_after: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportName:
    """How a report is cited: `when` is its date or the interval in which it must have appeared."""

    anchor: str
    title: str
    outlet: str
    when: str
    bounded: bool
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One statement's evidence: the exact words in context, on whose word, in which report."""

    excerpts: tuple[Excerpt, ...]
    report: ReportName
    voice: str
    chain: tuple[str, ...]
    told: str
    cautions: tuple[str, ...]
    denies: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceNode:
    """One name in a column of the voices figure: filled when established or named, hollow otherwise."""

    label: str
    filled: bool
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceColumn:
    """`count` is how many there are, placeholders apart; `more` of them are not shown."""

    heading: str
    nodes: tuple[VoiceNode, ...]
    count: int
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceLine:
    """A line from a row of one column to a row of the next, both counted from nought."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """Who knows, who said, who carried it: three columns and the lines in the two gutters between them."""

    columns: tuple[VoiceColumn, ...]
    gutters: tuple[tuple[VoiceLine, ...], ...]
    rows: int
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportChip:
    """The counts of one value, in words."""

    words: str
    finer: str
    voices: Voices | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pill:
    """A status: a word, a shape and a tone, so that colour never stands alone."""

    word: str
    shape: str
    tone: str
    tentative: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """One status of an entry; `best` marks the step with the strongest support, `folded` the cards shown on demand."""

    pill: Pill
    when: str
    interval: bool
    detail: str
    standing: str
    support: SupportChip | None
    cards: tuple[Card, ...]
    folded: tuple[Card, ...]
    best: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """One figure of an entry on its basis."""

    amount: str
    basis: str
    as_of: str
    support: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidValue:
    """A value or claim, and who says it, one line a statement."""

    value: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictView:
    """Different values of one thing, each with who says it."""

    entry_anchor: str
    entry_title: str
    field: str
    values: tuple[SaidValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExposureStepView:
    """A step that matters to a sanctions regime, and why."""

    status: str
    when: str
    reason: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExposureView:
    """What a sanctions regime can mean for one person, with its reasons."""

    regime: str
    person: str
    level: str
    reasons: tuple[str, ...]
    steps: tuple[ExposureStepView, ...]
    claims: tuple[SaidValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedView:
    """Another entry that this one is tied to; `anchor` is None where it is not on the page."""

    relation: str
    title: str
    anchor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """One row of the ledger table; blanks are unknown."""

    anchor: str
    kind: str
    who: str
    what: str
    pill: Pill | None
    quantity: str
    value: str
    basis: str
    dates: str
    support: str
    grade: str
    grade_words: str
    reviewed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """One entry as the page prints it."""

    row: EntryRow
    lead: str
    facts: tuple[tuple[str, str], ...]
    steps: tuple[StepView, ...]
    figures: tuple[FigureView, ...]
    loose_cards: tuple[Card, ...]
    conflicts: tuple[ConflictView, ...]
    grade_reasons: tuple[str, ...]
    reasons: tuple[str, ...]
    exposure: ExposureView | None
    related: tuple[RelatedView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BandView:
    """The rows of one band of the ledger."""

    caption: str
    rows: tuple[EntryRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginView:
    """One piece of reporting and the reports that rest on it."""

    label: str
    kind: str
    seen: bool
    standing: str
    reasons: tuple[str, ...]
    reports: tuple[ReportName, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedRow:
    """A passage on both sides; `donor` is empty where the text it came from is not in the library."""

    taking: tuple[Run, ...]
    donor: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCount:
    """What was changed into what, and how often."""

    kind: str
    was: str
    now: str
    times: int
    serious: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """One link, with the texts side by side where it carries text."""

    anchor: str
    report: ReportName
    relation: str
    donor: ReportName | None
    donor_words: str
    standing: str
    reasons: tuple[str, ...]
    rows: tuple[AlignedRow, ...]
    changes: tuple[ChangeCount, ...]
    serious: int
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """One report with its text as it was read."""

    name: ReportName
    source: str
    url: str | None
    facts: tuple[tuple[str, str], ...]
    when_reasons: tuple[str, ...]
    cautions: tuple[str, ...]
    links: tuple[str, ...]
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscardView:
    """One input that gave no report."""

    source: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierView:
    """The whole page."""

    headline: str
    summary: str
    version: str
    bands: tuple[BandView, ...]
    entries: tuple[EntryView, ...]
    flow: Voices | None
    origins: tuple[OriginView, ...]
    texts: tuple[LinkView, ...]
    credits: tuple[LinkView, ...]
    conflicts: tuple[ConflictView, ...]
    reports: tuple[ReportView, ...]
    discards: tuple[DiscardView, ...]
