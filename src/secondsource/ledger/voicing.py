"""Gives every statement its origins, informants and utterance: who really knows, and through whom we heard.

An informant is a person, a body or a document. Unnamed voices of one kind to one origin are one informant, since they
cannot be told apart; a voice nobody names is no informant at all.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from secondsource.knowledge import Knowledge
from secondsource.knowledge.entries import Country
from secondsource.model.evidence import Span, content_id
from secondsource.model.lineage import Lineage, Link, Origin
from secondsource.model.report import Report
from secondsource.model.statement import Form, Informant, Interest, Quote, Reading, Statement, Utterance

_ONE_CROWD = re.compile(r"\b(?:officials?|sources?|persons?|people|insiders?|bureaucrats?)\b", re.IGNORECASE)
_LAST_WORD = re.compile(r"(\w+)\W*$")
_SAME_ACT_DAYS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Voiced:
    """Statements and quotations with their voices resolved."""

    statements: tuple[Statement, ...]
    quotes: tuple[Quote, ...]
    informants: tuple[Informant, ...]
    utterances: tuple[Utterance, ...]


def voiced(
    readings: Sequence[Reading], reports: Mapping[str, Report], lineage: Lineage, knowledge: Knowledge
) -> Voiced:
    """Resolve the voices of all readings."""
    return _Voicing(reports, lineage, knowledge).run(readings)


class _Voicing:
    def __init__(self, reports: Mapping[str, Report], lineage: Lineage, knowledge: Knowledge) -> None:
        self.reports, self.knowledge = reports, knowledge
        self.origins: dict[str, list[tuple[int, int, Origin]]] = defaultdict(list)
        for origin in lineage.origins:
            for passage in origin.passages:
                self.origins[passage.report].append((passage.start, passage.end, origin))
        self.links: dict[str, list[Link]] = defaultdict(list)
        for link in lineage.links:
            self.links[link.report].append(link)
        self.informants: dict[str, Informant] = {}

    def run(self, readings: Sequence[Reading]) -> Voiced:
        statements = [self._voice(s) for reading in readings for s in reading.statements]
        acts = _acts(statements, self.reports, self.knowledge)
        by_statement = {ident: act.id for act, idents in acts for ident in idents}
        statements = [replace(s, utterance=by_statement.get(s.id)) for s in statements]
        return Voiced(
            statements=tuple(sorted(statements, key=lambda s: s.id)),
            quotes=tuple(q for reading in readings for q in reading.quotes),
            informants=tuple(sorted(self.informants.values(), key=lambda i: i.id)),
            utterances=tuple(sorted((act for act, _ in acts), key=lambda u: u.id)),
        )

    def _voice(self, statement: Statement) -> Statement:
        place = statement.evidence[0]
        origin = self._origin(statement, place)
        informant = self._informant(statement, origin)
        link = next(
            (x for x in self.links[statement.report] if x.of and any(_inside(place, p.start, p.end) for p in x.passages)),
            None,
        )
        return replace(
            statement,
            origins=(origin.id,) if origin else (),
            informants=(informant.id,) if informant else (),
            via=link.id if link else None,
            reworded=bool(link and link.relation == "reworded"),
        )

    def _origin(self, statement: Statement, place: Span) -> Origin | None:
        """The origin credited in the sentence, else the one whose passage holds it most closely."""
        holding = [(e - s, o) for s, e, o in self.origins[statement.report] if _inside(place, s, e)]
        credited = statement.attribution.outlets if statement.attribution else ()
        named = [(size, o) for size, o in holding if o.label in credited]
        best = min(named or holding, key=lambda h: (h[0], h[1].id), default=None)
        return best[1] if best else None

    def _informant(self, statement: Statement, origin: Origin | None) -> Informant | None:
        said = statement.attribution
        if said is None or (said.speaker is None and not said.anonymous):
            return None
        if said.document:
            key: tuple[str, ...] = ("document", said.speaker or "")
            return self._known(key, said.speaker or "a document", "document", False, "unknown")
        interest = _interest(said.country, statement)
        if said.anonymous:
            group = _group(said.role or said.speaker or "source")
            through = said.outlets[0] if said.outlets else origin.label if origin else statement.report
            label = f"unnamed {group} (to {through})"
            return self._known(("anonymous", group, through), label, "person", True, interest)
        speaker = said.speaker or ""
        body = self._body_key(speaker)
        if body is not None:
            return self._known(body, speaker, "body", False, interest)
        return self._known(("person", speaker), speaker, "person", False, interest)

    def _body_key(self, speaker: str) -> tuple[str, ...] | None:
        """One key for all the ways a government or body is named; a spokesman speaks for his body."""
        named = [m for m in self.knowledge.find(speaker) if m.kind in ("body", "country", "maker") and m.strong]
        if not named:
            return None
        first = named[0]
        if first.kind == "country":
            rest = speaker[first.end :].strip().lower()
            rest = re.sub(r"\b(?:government|authorities|administration|spokes\w+|officials?)\b", "", rest).strip()
            return ("body", self.knowledge.get("country", first.id, Country).name, rest.replace("defense", "defence"))
        return ("body", first.kind, first.id)

    def _known(
        self, key: tuple[str, ...], label: str, kind: str, anonymous: bool, interest: Interest
    ) -> Informant:
        ident = content_id("inf", *key)
        return self.informants.setdefault(
            ident,
            Informant(id=ident, label=label, kind=kind, anonymous=anonymous, interest=interest),  # type: ignore[arg-type]
        )


def _inside(place: Span, start: int, end: int) -> bool:
    middle = (place.start + place.end) // 2
    return start <= middle < end


def _group(role: str) -> str:
    """The kind of unnamed voice: officials and sources cannot be told apart, a diplomat or an officer can."""
    if _ONE_CROWD.search(role):
        return "officials and sources"
    last = _LAST_WORD.search(role)
    return last.group(1).lower().rstrip("s") if last else "source"


def _interest(country: str | None, statement: Statement) -> Interest:
    if country is None:
        return "unknown"
    if country == statement.supplier:
        return "supplier"
    return "recipient" if country == statement.recipient else "third"


def _acts(
    statements: Sequence[Statement], reports: Mapping[str, Report], knowledge: Knowledge
) -> list[tuple[Utterance, list[str]]]:
    """One act of saying for each informant and few days; the statements that word it."""
    by_informant: dict[str, list[tuple[str, Statement]]] = defaultdict(list)
    for statement in statements:
        for informant in statement.informants:
            by_informant[informant].append((_said_on(statement, reports), statement))
    acts = []
    for informant, said in sorted(by_informant.items()):
        for group in _by_days(sorted(said, key=lambda x: (x[0], x[1].id))):
            acts.append(_act(informant, group, reports, knowledge))
    return acts


def _said_on(statement: Statement, reports: Mapping[str, Report]) -> str:
    report = reports[statement.report]
    return report.published or (report.bounds.low if report.bounds else "")


def _by_days(said: list[tuple[str, Statement]]) -> list[list[tuple[str, Statement]]]:
    groups: list[list[tuple[str, Statement]]] = []
    for day, statement in said:
        last = groups[-1][-1][0] if groups else None
        if last and day and (date.fromisoformat(day[:10]) - date.fromisoformat(last[:10])).days <= _SAME_ACT_DAYS:
            groups[-1].append((day, statement))
        elif last == day and groups:
            groups[-1].append((day, statement))
        else:
            groups.append([(day, statement)])
    return groups


def _act(
    informant: str, group: list[tuple[str, Statement]], reports: Mapping[str, Report], knowledge: Knowledge
) -> tuple[Utterance, list[str]]:
    days = sorted(day for day, _ in group if day)
    spans = sorted({(s.report, s.evidence[0].start, s.evidence[0].end) for _, s in group})
    forms = [_form(reports[r].text[start:end], knowledge) for r, start, end in spans]
    form: Form = next((f for f in forms if f != "unknown"), "unknown")
    utterance = Utterance(
        id=content_id("utt", informant, days[0] if days else None, spans[0]),
        informant=informant,
        form=form,
        start=days[0] if days else None,
        end=days[-1] if days else None,
        wordings=tuple(Span(report=r, start=start, end=end) for r, start, end in spans),
    )
    return utterance, [s.id for _, s in group]


def _form(text: str, knowledge: Knowledge) -> Form:
    for pattern, phrase in knowledge.phrases_of("form"):
        if pattern.search(text):
            return phrase.value  # type: ignore[return-value]
    return "unknown"
