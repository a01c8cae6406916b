"""Word grams of a text and their hashes.

Stop words are kept: the skeleton of small words is what survives when a machine swaps the others.
"""

from collections.abc import Sequence
from hashlib import blake2b

from secondsource.model.report import Report
from secondsource.text.tokens import Token, words

GRAM_WORDS = 3


def report_words(report: Report) -> list[Token]:
    """The words of a report outside its furniture and captions, in order."""
    hidden = sorted(
        [(f.start, f.end) for f in report.furniture] + [(r.start, r.end) for r in report.regions if r.kind == "caption"]
    )
    kept, reached, following = [], 0, 0
    for token in words(report.text):
        while following < len(hidden) and hidden[following][0] <= token.start:
            reached, following = max(reached, hidden[following][1]), following + 1
        if token.start >= reached:
            kept.append(token)
    return kept


def gram_hashes(tokens: Sequence[Token], size: int = GRAM_WORDS) -> list[int]:
    """One 64-bit hash for each run of `size` words, by position."""
    low = [t.low for t in tokens]
    return [_hash(" ".join(low[i : i + size])) for i in range(len(low) - size + 1)]


def _hash(gram: str) -> int:
    return int.from_bytes(blake2b(gram.encode("utf-8"), digest_size=8).digest(), "big")
