"""Positive evidence that a report has access of its own: somebody told it, or showed it a document."""

import re
from collections.abc import Sequence

from secondsource.lineage.crediting import Credit
from secondsource.lineage.page import Page
from secondsource.text.folding import fold

_QUOTED = re.compile(r"\"[^\"\n]*\"")
_RELEASE = re.compile(r"(?i)^\W*(?:(?:press|media|news) release\b|for immediate release\b)")
_BODY = re.compile(
    r"\b(?:ministry|department|government|armed forces|army|navy|air force|command|agency|parliament|embassy|"
    r"commission|office|bureau)\b",
    re.IGNORECASE,
)
_RELEASE_LINES = 4


def own_access(page: Page, credited: Sequence[Credit]) -> bool:
    """Whether the report says so of itself: "told this newspaper", or "told X" and "seen by X" where X published it."""
    plain = _QUOTED.sub(lambda m: " " * len(m.group()), page.folded)
    told = (m for pattern, _ in page.knowledge.phrases_of("own-access") for m in pattern.finditer(plain))
    if any(not page.is_hidden(match.start()) for match in told):
        return True
    outlet = page.report.outlet
    if any(c.kind == "access" and c.label == outlet for c in credited):
        return True
    return bool(outlet) and _has_learned(outlet or "", plain)


def _has_learned(outlet: str, text: str) -> bool:
    return bool(
        re.search(
            rf"(?<!\w){re.escape(fold(outlet))}\s(?:has|had)\s(?:learn(?:ed|t)|seen|obtained|reviewed|been told)\b",
            text,
        )
    )


def is_release(page: Page) -> bool:
    """Whether the report is an authority's own release: headed so, and published by a body of state."""
    lines = [line for line in page.folded.split("\n") if line.strip()][:_RELEASE_LINES]
    return any(_RELEASE.match(line) for line in lines) and bool(_BODY.search(page.report.outlet or ""))
