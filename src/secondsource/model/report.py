"""A report as it was read, and what could not be read."""

from dataclasses import dataclass
from typing import Literal

RegionKind = Literal["headline", "dek", "caption", "body"]
PublishedBasis = Literal["page", "dateline", "feed", "address", "bounds"]
DiscardReason = Literal[
    "empty",
    "binary",
    "too-large",
    "not-text",
    "no-article",
    "not-a-file",
    "no-permission",
    "missing",
    "unknown-format",
    "broken-front-matter",
    "broken-markup",
    "reader-failed",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """The bytes of one input and the name by which it was given (a path or an address)."""

    source: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of the report at hand: code points, `end` exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A part of the canonical text that plays one role on the page."""

    start: int
    end: int
    kind: RegionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A part of a live page or digest with its own time and credit."""

    start: int
    end: int
    published: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The earliest and latest day (ISO 8601, inclusive) on which a report can have appeared, with the reasons."""

    low: str
    high: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One published text. `text` is frozen: every offset in the library indexes it.

    `outlet` and `agency` are labels as the knowledge prints them; `published` is an ISO day or None, and where it is
    None `bounds` says between which days the report must have appeared.
    """

    id: str
    source: str
    url: str | None
    text: str
    sha256: str
    reader: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    dateline: str | None = None
    agency: str | None = None
    language: str | None = None
    understood: bool = True
    complete: bool = True
    published: str | None = None
    published_basis: PublishedBasis | None = None
    updated: str | None = None
    bounds: Bounds | None = None
    furniture: tuple[Stretch, ...] = ()
    regions: tuple[Region, ...] = ()
    segments: tuple[Segment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Discard:
    """An input that gave no report, with a closed reason and a detail for the person who gave it."""

    source: str
    reason: DiscardReason
    detail: str
