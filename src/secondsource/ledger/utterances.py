"""Acts of saying: one speech act, in every wording the library has of it, however many reports carry it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from secondsource.knowledge import Knowledge
from secondsource.ledger.acts import SAME_ACT_DAYS, Act, Ground, Saying
from secondsource.ledger.differences import compared
from secondsource.ledger.matching import acts_of
from secondsource.model.evidence import Reason, Span, content_id
from secondsource.model.report import Report
from secondsource.model.statement import Form, Utterance

# A sentence of which quotations fill this share is represented by them.
MOSTLY_QUOTED = 0.5
_BECAUSE: dict[Ground, str] = {
    "same-words": "have the same words of this speaker",
    "edited-words": "have the same words of this speaker, edited or reported",
    "same-matter": "tell one matter on this speaker's word, on days that can be one",
}


def utterances(
    sayings: Iterable[Saying],
    notes: Mapping[str, Sequence[Reason]],
    reports: Mapping[str, Report],
    knowledge: Knowledge,
) -> dict[str, Utterance]:
    """The acts that sayings belong to, by the id of each statement or quotation.

    Args:
        sayings: what is said on each informant's word.
        notes: what a reader must know of some sayings, by their ids.
        reports: the reports that they stand in, by id.
        knowledge: names, and the words that negate and hedge.
    """
    by_informant: dict[str, list[Saying]] = defaultdict(list)
    for saying in sayings:
        by_informant[saying.informant].append(saying)
    found = {}
    for _, said in sorted(by_informant.items()):
        for act in acts_of(said, reports):
            made = _utterance(act, notes, reports, knowledge)
            found.update({saying.of: made for saying in act.sayings})
    return found


def _utterance(
    act: Act, notes: Mapping[str, Sequence[Reason]], reports: Mapping[str, Report], knowledge: Knowledge
) -> Utterance:
    wordings = _wordings(act.sayings)
    start, end = _days(act)
    noted = sorted({note for s in act.sayings for note in notes.get(s.of, ())}, key=lambda r: (r.rule, r.detail))
    informant = act.sayings[0].informant
    first = wordings[0]
    return Utterance(
        id=content_id("utt", informant, start, (first.report, first.start, first.end)),
        informant=informant,
        form=_form(act.sayings),
        start=start,
        end=end,
        wordings=wordings,
        comparisons=compared(wordings, reports, knowledge),
        reasons=(*noted, *_reasons(act)),
    )


def _wordings(sayings: Sequence[Saying]) -> tuple[Span, ...]:
    """Where the words stand, each place once: a sentence mostly quoted is represented by what it quotes."""
    found: list[Span] = []
    by_report: dict[str, list[Saying]] = defaultdict(list)
    for saying in sayings:
        by_report[saying.place.report].append(saying)
    for report, told in by_report.items():
        quoted = {(s.place.start, s.place.end) for s in told if s.quoted}
        kept = set(quoted)
        for start, end in sorted({(s.place.start, s.place.end) for s in told} - quoted):
            inside = {(low, high) for low, high in quoted if low < end and start < high}
            filled = sum(min(end, high) - max(start, low) for low, high in inside)
            if filled < MOSTLY_QUOTED * (end - start):
                kept = (kept - inside) | {(start, end)}
        found += [Span(report=report, start=start, end=end) for start, end in kept]
    return tuple(sorted(found, key=lambda w: (w.report, w.start, w.end)))


def _days(act: Act) -> tuple[str | None, str | None]:
    """The days on which the act can have happened: those stated, else those on which it was first in print."""
    if act.stated:
        return min(act.stated).isoformat(), max(act.stated).isoformat()
    firsts = sorted(s.told[0] for s in act.sayings if s.told[0] and s.told[0] == s.told[1])
    if firsts:
        soon = [day for day in firsts if day - firsts[0] <= timedelta(days=SAME_ACT_DAYS)]
        return soon[0].isoformat(), soon[-1].isoformat()
    lows = [s.told[0] for s in act.sayings if s.told[0]]
    highs = [s.told[1] for s in act.sayings if s.told[1]]
    return max(lows).isoformat() if lows else None, min(highs).isoformat() if highs else None


def _form(sayings: Iterable[Saying]) -> Form:
    """The occasion that most sayings name, where any names one."""
    counted: Counter[Form] = Counter(s.form for s in sayings if s.form != "unknown")
    return min(counted, key=lambda form: (-counted[form], form), default="unknown")


def _reasons(act: Act) -> list[Reason]:
    return [
        Reason(rule=ground, detail=f"{len(act.grounds[ground])} reports {because}")
        for ground, because in _BECAUSE.items()
        if ground in act.grounds
    ]
