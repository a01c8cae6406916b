"""Word grams of a text, hashed by position."""

from collections.abc import Sequence
from hashlib import blake2b

from secondsource.text.tokens import Token

GRAM_WORDS = 3


def gram_hashes(tokens: Sequence[Token], size: int = GRAM_WORDS) -> list[int]:
    """One 64-bit hash for each run of `size` words, by position."""
    low = [t.low for t in tokens]
    return [_hash(" ".join(low[i : i + size])) for i in range(len(low) - size + 1)]


def _hash(gram: str) -> int:
    return int.from_bytes(blake2b(gram.encode("utf-8"), digest_size=8).digest(), "big")
