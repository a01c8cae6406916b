"""Who took text or information from whom."""

from dataclasses import dataclass
from typing import Literal

from secondsource.model.evidence import Reason

Relation = Literal[
    "copy",
    "excerpt",
    "reworded",
    "translated",
    "summary",
    "stitched",
    "version",
    "cites",
    "confirms",
    "denies",
    "unverified",
    "no-comment",
]
Direction = Literal["determined", "undetermined"]
ChangeKind = Literal["number", "name", "quote", "negation", "hedge", "phrase"]
OriginKind = Literal["outlet", "agency", "release", "record", "interview", "unknown"]

TEXT_RELATIONS: frozenset[str] = frozenset(
    {"copy", "excerpt", "reworded", "translated", "summary", "stitched", "version"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Text of a report that stands, alike or reworded, in another. `of_start` and `of_end` are None with no donor."""

    start: int
    end: int
    of_start: int | None = None
    of_end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What the taking text changed: spans on both sides; an empty span is an insertion or a deletion."""

    kind: ChangeKind
    start: int
    end: int
    of_start: int
    of_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One directed tie: `report` took passages from `of`, or credits `outlet` or `document`.

    `coverage` is the share (0..1) of the report's words outside furniture that rests on the link, `confidence` 0..1.
    """

    id: str
    report: str
    relation: Relation
    direction: Direction
    coverage: float
    confidence: float
    of: str | None = None
    outlet: str | None = None
    document: str | None = None
    reasons: tuple[Reason, ...] = ()
    passages: tuple[Passage, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginPassage:
    """A stretch of a report whose reporting comes from an origin."""

    report: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One piece of reporting: an article, an agency's story, a release. `seen` when it is in the library."""

    id: str
    label: str
    kind: OriginKind
    seen: bool
    established: bool
    reasons: tuple[Reason, ...]
    reports: tuple[str, ...]
    passages: tuple[OriginPassage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """Every link and origin of a library."""

    links: tuple[Link, ...]
    origins: tuple[Origin, ...]
