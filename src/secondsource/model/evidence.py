"""Where a value rests: spans of frozen text, and the reasons that rules give."""

import hashlib
from dataclasses import dataclass

ID_LENGTH = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of a report's canonical text.

    Offsets are Unicode code points, `end` exclusive, so that `text[start:end]` is the evidence.
    """

    report: str
    start: int
    end: int
    slots: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a rule decided as it did: the rule's name and a sentence for the reader."""

    rule: str
    detail: str


def content_id(kind: str, *fields: object) -> str:
    """The id of a record: a hash of the fields that identify it, so that a re-run writes nothing new.

    Args:
        kind: a short prefix that names the kind of record, such as `rep` or `lnk`.
        fields: the identifying values; their `repr` is hashed.
    """
    digest = hashlib.sha256("\x1f".join(repr(field) for field in fields).encode("utf-8"))
    return f"{kind}-{digest.hexdigest()[:ID_LENGTH]}"
