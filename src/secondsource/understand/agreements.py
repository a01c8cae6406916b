"""Statements of defence agreements: a pact by name or by its common noun, and how far it has come."""

import re
from collections.abc import Sequence

from secondsource.knowledge.entries import Agreement
from secondsource.model.statement import Actor, Party
from secondsource.understand.drafts import Draft
from secondsource.understand.manner import cues, modality, moment, polarity
from secondsource.understand.page import Line, Page
from secondsource.understand.parties import Standing, standings

_REACH = 120
_PACT_WORDS = frozenset(
    "pact accord the a an vital key military bilateral defence defense intelligence sharing".split()
)
_ONE_SIDED = {"withdrawn", "suspended", "terminated"}
_ARTICLE = re.compile(r"^(?:an?|the|long-pending|much-anticipated|landmark|new|potential|possible)\s+", re.IGNORECASE)
_ADJECTIVE = re.compile(
    r"\b(?:international|global|bilateral|trilateral|multilateral|mutual)\s+(?:\w+\s+)?$", re.IGNORECASE
)


def agreements(page: Page, line: Line) -> list[Draft]:
    """The agreements that one sentence speaks of, each with the cue nearest to its name."""
    found: list[Draft] = []
    available = cues(page, line, "agreement-cue")
    for start, end, name, parties in _pacts(page, line):
        near = [c for c in available if max(c[0][0] - end, start - c[0][1], 0) <= _REACH]
        if not near:
            continue
        span, phrase = min(near, key=lambda c: (max(c[0][0] - end, start - c[0][1], 0), c[0]))
        draft = Draft(
            kind="agreement",
            line=line,
            cue=span,
            phrase=phrase,
            status=phrase.value,
            name=name,
            modality=modality(page, line, span, phrase) if phrase.value != "negotiating" else "asserted",
            polarity=polarity(page, line, span),
        )
        _date(page, draft)
        _parties(page, draft, parties, standings(page, line))
        found.append(draft)
    return _distinct(found)


def _pacts(page: Page, line: Line) -> list[tuple[int, int, str, tuple[str, ...]]]:
    """Where a pact is named, its name, and the parties that the knowledge gives it."""
    found = []
    for mention in page.names(line.start, line.end, "agreement"):
        if mention.strong:
            entry = page.knowledge.get("agreement", mention.id, Agreement)
            found.append((mention.start, mention.end, entry.name, entry.parties))
    for kind in ("pact-thing", "cooperation-thing"):
        for pattern, _ in page.knowledge.phrases_of(kind):
            for match in pattern.finditer(page.text, line.start, line.end):
                if not any(s - 60 < match.end() and match.start() < e + 60 for s, e, _, _ in found):
                    start = _adjective(page, line, match.start())
                    name = _ARTICLE.sub("", page.report.text[start : match.end()])
                    found.append((match.start(), match.end(), _ARTICLE.sub("", name), ()))
    return found


def _adjective(page: Page, line: Line, start: int) -> int:
    """As in "international weapons pact": an adjective before the noun belongs to the name."""
    match = _ADJECTIVE.search(page.text[line.start : start])
    return line.start + match.start() if match else start


def _date(page: Page, draft: Draft) -> None:
    found = moment(page, draft.line, draft.cue)
    if found is not None:
        if draft.modality == "asserted":
            draft.date = found[0]
        else:
            draft.expected = found[0]


def _parties(page: Page, draft: Draft, known: tuple[str, ...], states: Sequence[Standing]) -> None:
    """Parties as the sentence names them; those of a known agreement where the report names them elsewhere."""
    named = list(dict.fromkeys(s.country for s in states if s.preposition not in ("from", "against") and not s.maker))
    if draft.status in _ONE_SIDED:
        subject = next((s for s in states if s.end <= draft.cue[0] and s.preposition is None), None)
        named = [subject.country] if subject else named
        draft.actor = Actor(name=subject.label, side="third") if subject else None
    shared = [c for c in known if c in named]
    chosen = shared if len(shared) >= len(named[:2]) else named
    chosen += [c for c in known if c not in chosen and _mention_line(page, c) is not None]
    for country in chosen:
        line = draft.line if country in named else _mention_line(page, country)
        if line is not None:
            draft.rest_on(line, "parties")
    draft.parties = tuple(Party(name=c, role="party") for c in chosen)


def _mention_line(page: Page, country: str) -> Line | None:
    entry = page.knowledge.countries.get(country)
    if entry is None:
        return None
    return next(
        (
            line
            for line in sorted(page.lines, key=lambda one: one.headline)
            if any(m.id == entry.id and m.strong for m in page.names(line.start, line.end, "country"))
        ),
        None,
    )


def settled(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Give a pact that is only called a pact the name of the one known agreement of the report, and open parties."""
    pacts = [d for d in drafts if d.kind == "agreement"]
    known = {e.name: e for e in page.knowledge.all("agreement", Agreement)}
    named = [d for d in pacts if d.name in known]
    names = {d.name for d in named}
    for draft in pacts:
        if draft.name in known or not re.search(r"\b(?:pact|accord)\b", draft.name or "") or len(names) != 1:
            continue
        if draft.status not in _ONE_SIDED or _told_by(draft.name or "", known[named[0].name or ""]):
            draft.name = named[0].name
            draft.rest_on(named[0].line, "name")
            if not draft.parties:
                draft.parties = named[0].parties
                draft.rest_on(named[0].line, "parties")
    return [d for d in drafts if d.kind != "agreement" or d.parties or d.name in known]


def _told_by(words: str, agreement: Agreement) -> bool:
    """Whether everything a pact is called fits what the agreement is ("military intelligence pact")."""
    plain = set(re.findall(r"[a-z]+", words.lower())) - _PACT_WORDS
    return plain <= set(re.findall(r"[a-z]+", f"{agreement.name} {agreement.kind}".lower()))


def _distinct(found: list[Draft]) -> list[Draft]:
    kept: dict[tuple[object, ...], Draft] = {}
    for draft in found:
        kept.setdefault((draft.name, draft.status, draft.modality), draft)
    return list(kept.values())
