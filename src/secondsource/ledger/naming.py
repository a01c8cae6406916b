"""The same quotation under several names: the better name stands, and two different persons are a misattribution."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from secondsource.ledger.meeting import grouped
from secondsource.ledger.sameness import VERBATIM_FEWEST, Wording, is_verbatim, wording
from secondsource.ledger.speaker import Key, Speaker
from secondsource.ledger.told_once import step_of
from secondsource.model.evidence import Reason
from secondsource.model.report import Report
from secondsource.model.statement import Quote, Statement

# A run of words that more quotations hold finds no partners: it is a formula.
COMMON_RUN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A quotation with its id and those whom its report gives as its speakers."""

    id: str
    quote: Quote
    speakers: tuple[Speaker, ...]

    @property
    def rank(self) -> int:
        """How well its speaker is named: a person, a body or document, somebody unnamed, nobody."""
        if not self.speakers:
            return 0
        if self.speakers[0].anonymous:
            return 1
        return 3 if self.speakers[0].kind == "person" else 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """For quotations that are better named elsewhere the speaker who stands, and the notes for a reader; by id."""

    better: Mapping[str, Speaker]
    notes: Mapping[str, Sequence[Reason]]


def names(quoted: Sequence[Quoted], reports: Mapping[str, Report]) -> Names:
    """Who said the quotations that several reports have word for word.

    Only direct partners are asked: what A shares with B and B with C is no reason to name A after C. Where partners
    name two different persons, nobody is renamed.

    Args:
        quoted: the quotations of a library.
        reports: the reports that they stand in, by id.
    """
    better: dict[str, Speaker] = {}
    notes: dict[str, set[Reason]] = defaultdict(set)
    for one, partners in _partners(quoted):
        differing = [p for p in partners if _differ(one, p)]
        for other in differing:
            notes[one.id].add(_misattributed(one, other, reports))
        best = _best(one, partners)
        if best is not None and not differing:
            better[one.id] = best.speakers[0]
            notes[one.id].add(_named_elsewhere(one, best, reports))
    ordered = {ident: sorted(found, key=lambda r: r.detail) for ident, found in notes.items()}
    return Names(better=better, notes=ordered)


def better_told(
    matters: Iterable[Sequence[Statement]],
    voices: Mapping[str, tuple[Speaker, ...]],
    quoted: Iterable[Quoted],
    better: Mapping[str, Speaker],
) -> dict[str, tuple[Speaker, ...]]:
    """The voices of statements, those of a renamed quotation's sentence with the better name where it tells the step.

    Where the better-named speaker is not known to tell the step, the voice stays as printed: a name found elsewhere
    adds nobody to what a step counts.

    Args:
        matters: the statements that meet in one entry, for each entry.
        voices: the voices of each statement.
        quoted: the quotations of a library.
        better: the better-named speakers of some of them, by id.
    """
    found = dict(voices)
    renamed: dict[str, list[Quoted]] = defaultdict(list)
    for one in quoted:
        if one.id in better and one.speakers:
            renamed[one.quote.report].append(one)
    for matter in matters:
        for group in grouped(matter, step_of).values():
            tellers = {voice.key for s in group for voice in voices[s.id]}
            for statement in group:
                own = {voice.key: voice for voice in voices[statement.id]}
                for one in renamed.get(statement.report, ()):
                    key, instead = one.speakers[0].key, better[one.id]
                    if key in own and instead.key in tellers and _holds(statement, one.quote):
                        del own[key]
                        own[instead.key] = instead
                found[statement.id] = tuple(own.values())
    return found


def _holds(statement: Statement, quote: Quote) -> bool:
    place = statement.evidence[0]
    return place.start < quote.end and quote.start < place.end


def _partners(quoted: Sequence[Quoted]) -> Iterator[tuple[Quoted, list[Quoted]]]:
    """Each quotation with those of other reports that have its words, where some name their speaker otherwise."""
    by_words: dict[Wording, list[Quoted]] = defaultdict(list)
    for one in sorted(quoted, key=lambda q: q.id):
        by_words[wording(one.quote.text)].append(one)
    texts = sorted(by_words, key=lambda w: w.words)
    near: dict[int, set[int]] = {n: {n} for n, text in enumerate(texts) if is_verbatim(text, text)}
    for first, second in sorted(_sharing(texts)):
        if is_verbatim(texts[first], texts[second]):
            near[first].add(second)
            near[second].add(first)
    for number, like in near.items():
        there = [q for n in sorted(like) for q in by_words[texts[n]]]
        told: dict[tuple[Key, ...], dict[str, Quoted]] = defaultdict(dict)
        for one in there:
            of_them = told[tuple(s.key for s in one.speakers)]
            if len(of_them) < 2:  # one of another report, whichever is asked
                of_them.setdefault(one.quote.report, one)
        if len(told) > 1:
            for one in by_words[texts[number]]:
                others = (
                    [q for q in of_them.values() if q.quote.report != one.quote.report] for of_them in told.values()
                )
                yield one, [several[0] for several in others if several]


def _sharing(texts: Sequence[Wording]) -> set[tuple[int, int]]:
    """The pairs of wordings that share a run of words."""
    holding: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, text in enumerate(texts):
        for at in range(len(text.words) - VERBATIM_FEWEST + 1):
            holding[text.words[at : at + VERBATIM_FEWEST]].add(number)
    several = (numbers for numbers in holding.values() if len(numbers) <= COMMON_RUN)
    return {pair for numbers in several for pair in combinations(sorted(numbers), 2)}


def _differ(one: Quoted, other: Quoted) -> bool:
    """Whether two quotations cannot be of one speaker as their reports name him: two persons, or of two states."""
    ours, theirs = ({s.key for s in q.speakers} for q in (one, other))
    if not ours or not theirs or ours & theirs:
        return False
    first, second = one.speakers[0], other.speakers[0]
    if first.country and second.country and first.country != second.country:
        return True
    if first.anonymous or second.anonymous:
        return False
    persons = [s.kind == "person" for s in (first, second)]
    return all(persons) or (not any(persons) and not (first.country and first.country == second.country))


def _best(one: Quoted, partners: Sequence[Quoted]) -> Quoted | None:
    """The one better-named speaker among the partners; of two bodies or two unnamed voices, the same for both."""
    several = [p for p in partners if len(p.speakers) == 1]
    most = max((p.rank for p in several), default=0)
    if len(one.speakers) > 1 or most == 0 or most < one.rank:
        return None
    keys: dict[Key, Quoted] = {p.speakers[0].key: p for p in several if p.rank == most}
    if most > one.rank:
        return next(iter(keys.values())) if len(keys) == 1 else None
    first = min(keys)
    return keys[first] if most < 3 and first < one.speakers[0].key else None


def _misattributed(one: Quoted, other: Quoted, reports: Mapping[str, Report]) -> Reason:
    told = sorted(f"{_outlet(q, reports)} gives them to {_label(q)}" for q in (one, other))
    return Reason(rule="misattributed", detail=f"the same words under two names: {told[0]}, {told[1]}")


def _named_elsewhere(one: Quoted, best: Quoted, reports: Mapping[str, Report]) -> Reason:
    detail = f"{_outlet(one, reports)} gives the words to {_label(one)}, {_outlet(best, reports)} to {_label(best)}"
    return Reason(rule="better-named", detail=detail)


def _outlet(one: Quoted, reports: Mapping[str, Report]) -> str:
    report = reports[one.quote.report]
    return report.outlet or report.source


def _label(one: Quoted) -> str:
    return " and ".join(s.label for s in one.speakers) or "nobody"
