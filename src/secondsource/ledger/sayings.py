"""What each informant says, place by place: when it was told, where the report says so, and of what matter."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from secondsource.knowledge import Knowledge
from secondsource.ledger.acts import Saying
from secondsource.ledger.naming import Quoted
from secondsource.ledger.places import Places
from secondsource.ledger.speaker import Speaker
from secondsource.ledger.when_said import around, stated_day, venue
from secondsource.model.evidence import Span, content_id
from secondsource.model.statement import Statement


def sayings(
    matters: Iterable[Sequence[Statement]],
    quoted: Iterable[Quoted],
    voices: Mapping[str, tuple[Speaker, ...]],
    places: Places,
    knowledge: Knowledge,
) -> list[Saying]:
    """Every statement and quotation that somebody is known to say.

    Args:
        matters: the statements that meet in one entry, for each entry.
        quoted: the quotations of a library.
        voices: the voices of each statement and quotation, by id.
        places: when the words of a place were told.
        knowledge: the words that name an occasion.
    """
    found = list(_of_statements(matters, voices, places))
    quotations = ((q.id, Span(report=q.quote.report, start=q.quote.start, end=q.quote.end)) for q in quoted)
    about: dict[tuple[str, str], set[str]] = defaultdict(set)
    for saying in found:
        about[saying.place.report, saying.informant] |= saying.about
    for ident, place in quotations:
        if voices[ident]:
            informant = _informant(voices[ident])
            told_there = frozenset(about.get((place.report, informant), ()))
            text = places.reports[place.report].text[place.start : place.end]
            found.append(Saying(of=ident, informant=informant, place=place, text=text, quoted=True, about=told_there))
    return [_told(saying, places, knowledge) for saying in found]


def _of_statements(
    matters: Iterable[Sequence[Statement]], voices: Mapping[str, tuple[Speaker, ...]], places: Places
) -> Iterator[Saying]:
    for matter in matters:
        entry = min((s.id for s in matter), default="")
        for statement in matter:
            if voices[statement.id]:
                place = statement.evidence[0]
                denied = statement.stance in ("denies", "no-comment")
                yield Saying(
                    of=statement.id,
                    informant=_informant(voices[statement.id]),
                    place=place,
                    text=places.reports[place.report].text[place.start : place.end],
                    matter=f"{entry} denied" if denied else entry,
                    about=frozenset(x for x in (statement.family or statement.item, statement.recipient) if x),
                )


def _told(saying: Saying, places: Places, knowledge: Knowledge) -> Saying:
    told = places.told(saying.place)
    sentence = around(places.reports[saying.place.report].text, saying.place)
    low, high = told
    stated, weekday = stated_day(sentence, low if low == high else None)
    return replace(saying, told=told, stated=stated, weekday=weekday, form=venue(sentence, knowledge))


def _informant(voices: Sequence[Speaker]) -> str:
    return content_id("inf", *voices[0].key)
