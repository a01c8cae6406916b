"""Gives every statement its origins, informants and utterance: who really knows, and through whom we heard.

An informant is a person, a body or a document. Unnamed voices of one kind to one outlet are one informant, since they
cannot be told apart; a voice nobody names is no informant at all. What one government tells of one act within few
days, through whichever of its offices, is told by one informant.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from secondsource.knowledge import Knowledge
from secondsource.ledger.days import said_by
from secondsource.ledger.kinds import Kinds
from secondsource.ledger.naming import Quoted, better_told, names
from secondsource.ledger.places import Places
from secondsource.ledger.sayings import sayings
from secondsource.ledger.sides import Sides
from secondsource.ledger.speaker import Key, Speaker
from secondsource.ledger.speakers import Speakers
from secondsource.ledger.told_once import told_once
from secondsource.ledger.utterances import utterances
from secondsource.model.evidence import Span, content_id
from secondsource.model.report import Report
from secondsource.model.statement import Attribution, Informant, Quote, Statement, Utterance

_JOINT = re.compile(r"\b(?:letter|joint statement|communiqu[eé]|memo)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voiced:
    """Statements and quotations with their voices resolved."""

    statements: tuple[Statement, ...]
    quotes: tuple[Quote, ...]
    informants: tuple[Informant, ...]
    utterances: tuple[Utterance, ...]


def voiced(
    matters: Sequence[Sequence[Statement]],
    quotes: Sequence[Quote],
    places: Places,
    knowledge: Knowledge,
) -> Voiced:
    """Resolve the voices of a library.

    Args:
        matters: all statements with their origins, those of one entry together.
        quotes: the quotations of all reports.
        places: where origins and links stand.
        knowledge: names of bodies, offices and outlets.
    """
    reports = places.reports
    statements = [s for matter in matters for s in matter]
    said = {(s.report, s.attribution.speaker): s.attribution for s in statements if s.attribution}
    heard = {_quote_id(q): said.get((q.report, q.speaker)) or _quoted(q) for q in quotes}
    speakers = Speakers(knowledge, [*(s.attribution for s in statements if s.attribution), *heard.values()])
    printed = {s.id: _speakers_of(s, places, speakers) for s in statements}
    through = {s.id: s.attribution.outlets[-1] for s in statements if s.attribution and s.attribution.outlets}
    heard_by = {ident: speakers.bodies.outlet(outlet) for ident, outlet in through.items()}
    voices = told_once(matters, printed, heard_by, reports)
    quoted = _quoted_voices(quotes, heard, places, speakers)
    quoted = _told_alike(quoted, statements, printed, voices)
    found = names(quoted, reports)
    voices = better_told(matters, voices, quoted, found.better)
    voices |= {q.id: (found.better[q.id],) if q.id in found.better else q.speakers for q in quoted}
    acts = utterances(sayings(matters, quoted, voices, places, knowledge), found.notes, reports, knowledge)
    return Voiced(
        statements=tuple(sorted((_finished(s, voices, acts) for s in statements), key=lambda s: s.id)),
        quotes=tuple(replace(q, utterance=_act_of(_quote_id(q), acts)) for q in quotes),
        informants=_informants(statements, voices, Kinds(knowledge)),
        utterances=tuple(sorted({a.id: a for a in acts.values()}.values(), key=lambda a: a.id)),
    )


def _speakers_of(statement: Statement, places: Places, speakers: Speakers) -> tuple[Speaker, ...]:
    """Who says it; in a release or record that names no other voice, the authority itself."""
    said = statement.attribution
    if said is not None and (said.speaker is not None or said.anonymous or said.outlets):
        through = places.through(statement.evidence[0])
        found = speakers.of(said, said_by(places.reports[statement.report]), through)
        joint = len(found) > 1 and _JOINT.search(_words(statement, places.reports))
        return (_joint(found),) if joint else found
    record = places.record(statement)
    if record is None:
        return ()
    issuer = speakers.bodies.issuer(record.label)
    return (issuer or Speaker(key=("document", record.label), label=record.label, kind="document"),)


def _joint(several: Sequence[Speaker]) -> Speaker:
    """Persons who sign one letter or statement are one document, not so many informants."""
    labels = " and ".join(sorted(s.label for s in several))
    key = ("document", *sorted(word for s in several for word in s.key[1:]))
    return Speaker(key=key, label=f"a letter or statement by {labels}", kind="document")


def _words(statement: Statement, reports: Mapping[str, Report]) -> str:
    return " ".join(reports[e.report].text[e.start : e.end] for e in statement.evidence)


def _informants(
    statements: Sequence[Statement], voices: Mapping[str, tuple[Speaker, ...]], kinds: Kinds
) -> tuple[Informant, ...]:
    sides = Sides(statements, kinds)
    spoken: dict[Key, list[Statement]] = defaultdict(list)
    named: dict[Key, list[Speaker]] = defaultdict(list)
    by_id = {s.id: s for s in statements}
    for ident, heard in voices.items():
        for voice in heard:
            named[voice.key].append(voice)
            if ident in by_id:
                spoken[voice.key].append(by_id[ident])
    made = (_informant(key, several, spoken[key], sides) for key, several in named.items())
    return tuple(sorted(made, key=lambda i: i.id))


def _informant(key: Key, named: Sequence[Speaker], spoken: Iterable[Statement], sides: Sides) -> Informant:
    """One record for all the ways a voice is printed; the fullest name of a person, the commonest of a body."""
    counted = Counter(v.label for v in named)
    persons = named[0].kind == "person" and not named[0].anonymous
    label = min(counted, key=lambda n: (-len(n.split()) if persons else 0, -counted[n], n))
    country = min((v.country for v in named if v.country), default=None)
    return Informant(
        id=content_id("inf", *key),
        label=label,
        kind=min(v.kind for v in named),
        anonymous=named[0].anonymous,
        interest=sides.of(country, spoken),
    )


def _quoted_voices(
    quotes: Iterable[Quote], heard: Mapping[str, Attribution], places: Places, speakers: Speakers
) -> list[Quoted]:
    """The quotations with those whom their reports give as the speakers."""
    found = []
    for quote in quotes:
        told = places.through(Span(report=quote.report, start=quote.start, end=quote.end))
        ident = _quote_id(quote)
        who = speakers.of(heard[ident], said_by(places.reports[quote.report]), told)
        found.append(Quoted(id=ident, quote=quote, speakers=who))
    return found


def _told_alike(
    quoted: Iterable[Quoted],
    statements: Iterable[Statement],
    printed: Mapping[str, tuple[Speaker, ...]],
    voices: Mapping[str, tuple[Speaker, ...]],
) -> list[Quoted]:
    """The quotations, in the voice that stands for their speaker in the statements of their report."""
    stands: dict[tuple[str, Key], Speaker] = {}
    for statement in sorted(statements, key=lambda s: s.id):
        before, after = printed[statement.id], voices[statement.id]
        if len(before) == len(after) == 1:
            stands.setdefault((statement.report, before[0].key), after[0])
    return [
        replace(
            q, speakers=tuple({v.key: v for v in (stands.get((q.quote.report, v.key), v) for v in q.speakers)}.values())
        )
        for q in quoted
    ]


def _finished(
    statement: Statement, voices: Mapping[str, tuple[Speaker, ...]], acts: Mapping[str, Utterance]
) -> Statement:
    known = tuple(sorted(content_id("inf", *v.key) for v in voices[statement.id]))
    return replace(statement, informants=known, utterance=_act_of(statement.id, acts))


def _act_of(ident: str, acts: Mapping[str, Utterance]) -> str | None:
    return acts[ident].id if ident in acts else None


def _quoted(quote: Quote) -> Attribution:
    return Attribution(speaker=quote.speaker, role=None, anonymous=quote.anonymous)


def _quote_id(quote: Quote) -> str:
    return content_id("quo", quote.report, quote.start, quote.end)
