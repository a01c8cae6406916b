"""Seams: signs that a page was put together from several articles whose donors are not in the library.

An article introduces whom it quotes. A page cut from several leaves speakers behind that nobody introduced, and
pronouns whose person was cut away.
"""

import re
from dataclasses import dataclass

from secondsource.knowledge import Knowledge
from secondsource.model.evidence import Reason
from secondsource.model.lineage import Passage
from secondsource.model.report import Report
from secondsource.text.folding import fold
from secondsource.text.sentences import paragraphs

MIN_SEAMS = 3
_SAYS = r"(?:said|says|added|adds|noted|notes|explained|explains|remarked|warned|told reporters|asserted|opined)"
_SURNAME = re.compile(rf"[\"'],?\s+(?P<name>[A-Z][a-z]{{2,}})\s+{_SAYS}\b")
_PRONOUN = re.compile(rf"[\"'],?\s+(?P<name>he|she)\s+{_SAYS}\b")
_SPEAKER = re.compile(
    rf"(?:\b[A-Z][\w'.-]+\s+(?:(?!{_SAYS})[\w,'.-]+\s+){{0,10}}?{_SAYS}\b)|(?:{_SAYS}\s+[A-Z]\w+)|\baccording to [A-Z]"
)
_PERSON = re.compile(r"\b(?:[A-Z][a-z]+|[A-Z]\.)\s+(?:[A-Z]\.?\s+)?[A-Z][a-z]{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seams:
    """The seams of a page, as passages, and what they are in words."""

    passages: tuple[Passage, ...]
    reasons: tuple[Reason, ...]


def seams(report: Report, knowledge: Knowledge) -> Seams | None:
    """The seams of a page, or None where there are too few to call it stitched."""
    text = fold(report.text)
    strangers = _unintroduced(text, knowledge)
    orphans = _orphans(report, text)
    if not strangers or not orphans or len(strangers) + len(orphans) < MIN_SEAMS:
        return None
    reasons = [
        Reason(rule="speaker-without-introduction", detail=f"{name} speaks and was never introduced")
        for name in sorted({text[s:e] for s, e in strangers})
    ]
    reasons.append(
        Reason(rule="orphan-pronoun", detail=f"{len(orphans)} quotations are given to a 'he' or 'she' nobody names")
    )
    places = sorted(strangers + orphans)
    return Seams(passages=tuple(Passage(start=s, end=e) for s, e in places), reasons=tuple(reasons))


def _unintroduced(text: str, knowledge: Knowledge) -> list[tuple[int, int]]:
    known = {(m.start, m.end) for m in knowledge.find(text)}
    found: dict[str, tuple[int, int]] = {}
    for match in _SURNAME.finditer(text):
        name = match.group("name")
        introduced = re.search(
            rf"(?:\b[A-Z][\w.'-]*|\b(?:al|de|von|van|bin|minister|president|official|analyst|spokes\w+|secretary))[\s,]+{name}\b"
            rf"|\b{name},? (?:a|an|the|who|from|of|[A-Z])",
            text,
        )
        if not introduced and match.span("name") not in known:
            found.setdefault(name, match.span("name"))
    return sorted(found.values())


def _orphans(report: Report, text: str) -> list[tuple[int, int]]:
    """Pronoun speakers with nobody to stand for in their own paragraph or the one before."""
    hidden = [(f.start, f.end) for f in report.furniture]
    found = []
    voiced = False
    for start, end in paragraphs(text):
        if any(s <= start < e for s, e in hidden):
            continue
        pronouns = list(_PRONOUN.finditer(text, start, end))
        orphans = [m.span("name") for m in pronouns if not voiced and not _names_someone(text[start : m.start()])]
        found += orphans
        voiced = bool(_SPEAKER.search(_unquoted(text[start:end]))) or (bool(pronouns) and not orphans)
    return found


def _names_someone(text: str) -> bool:
    plain = _unquoted(text)
    return bool(_SPEAKER.search(plain) or _PERSON.search(plain))


def _unquoted(text: str) -> str:
    return re.sub(r"\"[^\"\n]*\"", ' "" ', text)
