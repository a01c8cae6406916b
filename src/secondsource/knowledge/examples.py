"""Runs the `yes` and `no` sentences of the entries: knowledge that carries its own tests."""

from collections.abc import Callable, Iterator

from secondsource.knowledge.credits import credits  # noqa: A004
from secondsource.knowledge.entries import (
    Entry,
    Fact,
    Namesake,
    Outlet,
    Phrase,
    Regime,
    RegimeStep,
    SignificanceFactor,
    Thing,
    WaiverClaim,
    kind_of,
)
from secondsource.knowledge.lexicon import Knowledge, aliases_of
from secondsource.knowledge.matching import Matcher
from secondsource.knowledge.regimes import step_named
from secondsource.text.folding import fold

Shown = Callable[[str], bool]


def failed_examples(knowledge: Knowledge) -> list[str]:
    """Every example that does not show what it should, as `[kind/entry] yes: sentence`."""
    return [fault for entry in knowledge for fault in _failed(entry, knowledge)]


def _failed(entry: Entry, knowledge: Knowledge) -> Iterator[str]:
    name = f"{kind_of(entry)}/{entry.id}"
    named, not_named = _tests(entry, knowledge)
    yield from _sentences(name, entry, named, not_named)
    if isinstance(entry, Regime):
        for step in entry.step:
            shows = _shows_step(entry, step)
            yield from _sentences(f"{name}/{step.id}", step, shows, shows)


def _sentences(name: str, entry: Entry | RegimeStep, named: Shown, not_named: Shown) -> Iterator[str]:
    yield from (f"[{name}] yes: {sentence}" for sentence in entry.yes if not named(sentence))
    yield from (f"[{name}] no: {sentence}" for sentence in entry.no if not_named(sentence))


def _tests(entry: Entry, knowledge: Knowledge) -> tuple[Shown, Shown]:
    """What must hold of a `yes` sentence, and what must not hold of a `no` sentence."""
    match entry:
        case Outlet():
            return _credited(entry, knowledge), _named_or_credited(entry, knowledge)
        case Phrase() | Thing():
            return (searched := _searched(entry, knowledge)), searched
        case Fact():
            return (told := _told(entry)), told
        case Namesake():
            return (hides := _hides(entry, knowledge)), hides
        case SignificanceFactor() | WaiverClaim():
            return (cued := _cued(entry)), cued
        case _:
            return _named(entry, knowledge, strong=False), _named(entry, knowledge, strong=True)


def _named(entry: Entry, knowledge: Knowledge, *, strong: bool) -> Shown:
    """The text names the entry: at least weakly, or by a name that would count without more."""
    key = (kind_of(entry), entry.id)
    return lambda sentence: any(
        (reading.kind, reading.id) == key
        for mention in knowledge.find(sentence)
        for reading in ((mention,) if strong else mention.readings())
        if reading.strong or not strong
    )


def _credited(outlet: Outlet, knowledge: Knowledge) -> Shown:
    return lambda sentence: any(credit.outlet == outlet.short for credit in credits(sentence, knowledge))


def _named_or_credited(outlet: Outlet, knowledge: Knowledge) -> Shown:
    named, credited = _named(outlet, knowledge, strong=True), _credited(outlet, knowledge)
    return lambda sentence: named(sentence) or credited(sentence)


def _searched(entry: Phrase | Thing, knowledge: Knowledge) -> Shown:
    pattern = next(p for p, other in (*knowledge.phrases, *knowledge.things) if other is entry)
    return lambda sentence: pattern.search(fold(sentence)) is not None


def _told(fact: Fact) -> Shown:
    names = [name for name in (fact.person, *fact.aliases, *fact.generic) if name]
    return lambda sentence: any(fold(name).casefold() in fold(sentence).casefold() for name in names)


def _hides(namesake: Namesake, knowledge: Knowledge) -> Shown:
    """The words stand in the text, and nothing that is known is found in them."""
    matcher = Matcher(aliases_of("namesake", namesake))

    def hides(sentence: str) -> bool:
        names = knowledge.find(sentence)
        return any(
            all(name.end <= hidden.start or hidden.end <= name.start for name in names)
            for hidden in matcher.find(sentence)
        )

    return hides


def _cued(entry: SignificanceFactor | WaiverClaim) -> Shown:
    return lambda sentence: any(fold(cue).casefold() in fold(sentence).casefold() for cue in entry.cues)


def _shows_step(regime: Regime, step: RegimeStep) -> Shown:
    return lambda sentence: step_named(regime, sentence) == step
