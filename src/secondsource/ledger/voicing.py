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
from secondsource.ledger.places import Places
from secondsource.ledger.sides import Sides
from secondsource.ledger.speaker import Key, Speaker
from secondsource.ledger.speakers import Speakers
from secondsource.ledger.told_once import told_once
from secondsource.ledger.utterances import Saying, utterances
from secondsource.model.evidence import Span, content_id
from secondsource.model.report import Report
from secondsource.model.statement import Attribution, Informant, Quote, Statement, Utterance
from secondsource.text.folding import fold

_JOINT = re.compile(r"\b(?:letter|joint statement|communiqu[eé]|memo)\b", re.IGNORECASE)
_LETTERS = re.compile(r"\w+")


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
    voices = {s.id: _speakers_of(s, places, speakers) for s in statements}
    through = {s.id: s.attribution.outlets[-1] for s in statements if s.attribution and s.attribution.outlets}
    heard_by = {ident: speakers.bodies.outlet(outlet) for ident, outlet in through.items()}
    voices = told_once(matters, voices, heard_by, reports)
    for quote in quotes:
        told = places.through(Span(report=quote.report, start=quote.start, end=quote.end))
        voices[_quote_id(quote)] = speakers.of(heard[_quote_id(quote)], said_by(reports[quote.report]), told)
    acts = utterances(_sayings(statements, quotes, voices, places), reports, knowledge)
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


def _sayings(
    statements: Iterable[Statement],
    quotes: Iterable[Quote],
    voices: Mapping[str, tuple[Speaker, ...]],
    places: Places,
) -> list[Saying]:
    spans = [(s.id, s.evidence[0]) for s in statements]
    spans += [(_quote_id(q), Span(report=q.report, start=q.start, end=q.end)) for q in quotes]
    first = _first_told(quotes, voices, places)
    return [
        Saying(
            of=ident,
            informant=content_id("inf", *voices[ident][0].key),
            place=place,
            day=first.get(ident) or places.day(place),
        )
        for ident, place in spans
        if voices[ident]
    ]


def _first_told(quotes: Iterable[Quote], voices: Mapping[str, tuple[Speaker, ...]], places: Places) -> dict[str, str]:
    """The first day on which a speaker is quoted in the same words: a quotation printed again is not said again."""
    days: dict[tuple[Key, str], str] = {}
    said: dict[str, tuple[Key, str]] = {}
    for quote in quotes:
        ident = _quote_id(quote)
        if voices[ident]:
            said[ident] = (voices[ident][0].key, " ".join(_LETTERS.findall(fold(quote.text).lower())))
            day = places.day(Span(report=quote.report, start=quote.start, end=quote.end))
            days[said[ident]] = min(filter(None, (days.get(said[ident]), day)), default="")
    return {ident: days[words] for ident, words in said.items()}


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
