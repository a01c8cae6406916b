"""Governments called by the name of their head: the Osric government, the administration of Ada Holm."""

import re
from collections.abc import Iterator

from secondsource.knowledge import Knowledge
from secondsource.knowledge.entries import Fact
from secondsource.read.dating.offices import Titled
from secondsource.read.dating.telling import Told
from secondsource.text.folding import fold

_HEADS = ("head of state", "head of government")
_NAME = r"[A-Z][\w'-]+(?:\s[A-Z][\w'-]+){0,2}"
_GOVERNMENT = re.compile(
    rf"(?:\bThe\s)?(?P<name>{_NAME})(?:'s?)?\s+(?:administration|government|presidency)\b(?P<after>.{{0,12}})"
    rf"|\b(?:administration|government)\s+of\s+(?:President\s|Prime Minister\s)?(?P<name2>{_NAME})(?P<after2>.{{0,12}})"
)
_NOW = re.compile(r"^\s(?:has|have|is|are)\b")
_NOT_NOW = re.compile(
    r"\b(?:former|then|previous|past|late|ex|next|future|incoming|second)[\s-]+(?:\w+\s+)?$", re.IGNORECASE
)


def governments(passages: list[Told], places: set[str], knowledge: Knowledge) -> Iterator[Titled]:
    """Every head of state or government whose government the passages name; none where two share the name."""
    heads: dict[str, list[Fact]] = {}
    for fact in knowledge.facts:
        if fact.office in _HEADS and fact.surname:
            heads.setdefault(fold(fact.surname), []).append(fact)
    for passage in passages:
        for match in _GOVERNMENT.finditer(passage.text):
            name = (match.group("name") or match.group("name2")).removesuffix("'s").removesuffix("'")
            terms = _terms(name, heads, places)
            if not terms or _NOT_NOW.search(passage.text[: match.start()]):
                continue
            yield Titled(
                person=terms[0].person or name,
                title="Head of government",
                terms=terms,
                former=False,
                passage=passage,
                now=bool(_NOW.match(match.group("after") or match.group("after2") or "")),
            )


def _terms(name: str, heads: dict[str, list[Fact]], places: set[str]) -> tuple[Fact, ...]:
    known = heads.get(name.rsplit(maxsplit=1)[-1], []) or heads.get(name, [])
    in_full = [f for f in known if name in [fold(n) for n in (f.person or "", *f.aliases)]]
    found = in_full or [f for f in known if " " not in name and f.country in places]
    return tuple(found) if len({f.person for f in found}) == 1 else ()
