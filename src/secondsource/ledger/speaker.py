"""One voice as the ledger knows it."""

from dataclasses import dataclass
from typing import Literal

Key = tuple[str, ...]
Kind = Literal["person", "body", "document"]

# The group of a voice of which nothing is known but the outlet that has its word.
CREDITED = "credited"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody who is said to know. `official` says that he speaks for a state; `country` is the state, or his own."""

    key: Key
    label: str
    kind: Kind
    anonymous: bool = False
    official: bool = False
    country: str | None = None
    portfolio: str | None = None
