"""How the words around a verb of saying are cut: where a noun phrase ends, an apposition, the end of a sentence."""

import re
from collections.abc import Sequence

_ANYONE = re.compile(
    r"\b(?:countries|nations|states|buyers|anyone|others|customers|whoever)\s+(?:that\s+|who\s+|which\s+)?$",
    re.IGNORECASE,
)


def speaks_of_anyone(before: str) -> bool:
    """Whether the words before a verb name no one in particular, as in "countries that buy Russian arms"."""
    return bool(_ANYONE.search(before))


def noun_phrase_end(after: str, start: int) -> int:
    """Where the noun phrase that opens `after` ends, `start` being the place of `after` in the text."""
    stop = re.search(
        r"[.;:\"]|,\s+(?!a |an |the |who |which )|\s(?:to|that|saying|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b",
        after,
    )
    return start + (stop.start() if stop else len(after))


def last_word(role: str | None) -> str:
    """The last word of a role in the singular ("two sources": source)."""
    return role.split()[-1].lower().rstrip("s") if role else ""


def titled(papers: Sequence[str]) -> str:
    """Of the ways a page names one document, its title before "X report"."""
    return next((p for p in papers if p.split()[-1][0].isupper()), papers[0])


def closes(text: str, verb: re.Match[str]) -> bool:
    """Whether an attribution ends its sentence, as in ", two sources told the paper"."""
    before = text[: verb.start()]
    comma = max(before.rfind(","), before.rfind('"'))
    return comma > 0 and verb.start() - comma < 90 and len(text) - verb.end() < 70


def phrase_start(before: str) -> int:
    """Where the noun phrase begins whose last words end `before`."""
    found = list(re.finditer(r"(?:^|[,;:\"]\s*|\band\s|\bthat\s)", before))
    return found[-1].end() if found else 0


def apposition(after: str) -> str | None:
    """What a name is said to be right after it (", a professor at the academy")."""
    match = re.match(r"\s*,\s+((?:an?|the)\s[^,.;]{3,80})", after)
    return match.group(1) if match else None
