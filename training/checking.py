"""What must hold of the corpus: every mention found in its text, every word known, enough of each, and no template."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from secondsource.model.statement import STATUSES
from training.corpus import Annotated, BrokenCorpusError, Laid, States, Voice, laid

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*|[^\w\s]")
_NUMBER = set(
    "one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands "
    "million millions billion billions trillion crore lakh first second third fourth fifth half".split()
)
_MASKS = frozenset({"N", "#"})
RUN = 6
RUN_REPORTS = 3
GRAM = 5
DISTINCT_SHARE = 0.9


def faults(report: Annotated) -> Iterator[str]:
    """Everything wrong with one report, each named in full."""
    page = laid(report.text)
    if not page.sentences:
        yield f"{report.id}: has no text"
        return
    for fault in _faults(report, page):
        yield f"{report.id}: {fault}"


def _faults(report: Annotated, page: Laid) -> Iterator[str]:
    known = Counter(v.id for v in report.says)
    for name, times in known.items():
        if times > 1:
            yield f'two voices have the id "{name}"'
    for written in mentions(report):
        try:
            page.find(written)
        except BrokenCorpusError as error:
            yield str(error)
    for voice in report.says:
        yield from _voice_faults(voice)
    for n, states in enumerate(report.states, start=1):
        for fault in _statement_faults(states, known):
            yield f"statement {n} ({states.kind} {states.trigger}): {fault}"


def _voice_faults(voice: Voice) -> Iterator[str]:
    if voice.speaker is None and not voice.outlets and voice.form != "floating":
        yield f'voice "{voice.id}": names neither speaker nor outlets; words without a speaker are form="floating"'


def _statement_faults(states: States, voices: Counter[str]) -> Iterator[str]:
    allowed = STATUSES[states.kind]
    if allowed and states.status not in allowed:
        yield f'status "{states.status}" is none of {" ".join(allowed)}'
    if not allowed and states.status is not None:
        yield "a claim has no status"
    if states.voice is not None and states.voice not in voices:
        yield f'there is no voice "{states.voice}"'
    if states.value is not None and states.basis is None:
        yield "value without basis"
    if states.quantity is not None and states.item is None:
        yield "quantity without item"
    if states.kind == "transfer" and not (states.item or states.supplier or states.recipient):
        yield "a transfer needs an item or a party"
    if states.kind == "agreement" and not (states.name or len(states.parties) > 1):
        yield "an agreement needs its name or two parties"
    if (states.side is None) != (states.actor is None):
        yield "actor and side come together"


def mentions(report: Annotated) -> Iterator[str]:
    """Every mention of a report as written."""
    for voice in report.says:
        yield from (m for m in (voice.speaker, voice.cue, voice.content, *voice.outlets) if m)
    for states in report.states:
        yield from filled(states)


def filled(states: States) -> Iterator[str]:
    single = (states.trigger, states.supplier, states.recipient, states.maker, states.item, states.quantity)
    for mention in (*single, states.value, states.actor, states.date, states.name, *states.parties):
        if mention is not None:
            yield mention
    for thing in states.more:
        yield thing.item
        if thing.quantity:
            yield thing.quantity
    for amount in states.values:
        yield amount.at


def masked(report: Annotated) -> list[list[str]]:
    """The words of each sentence with names as N and numbers as #, lower-cased; marks left out."""
    page = laid(report.text)
    out = []
    for start, end in page.sentences:
        sentence: list[str] = []
        for n, match in enumerate(_WORD.finditer(page.text, start, end)):
            word = match.group()
            if not word[0].isalnum():
                continue
            if word[0].isdigit() or word.lower() in _NUMBER:
                sentence.append("#")
            elif word[0].isupper() and (n or _is_name(page.text, match.end())):
                sentence.append("N")
            else:
                sentence.append(word.lower())
        out.append(sentence)
    return out


def _is_name(text: str, end: int) -> bool:
    """Whether the first word of a sentence goes on as a name does ("Northrop Grumman", "F-16")."""
    return bool(re.match(r"[- ][A-Z\d]", text[end : end + 2]))


def repeated_runs(reports: Iterable[Annotated]) -> list[tuple[str, int]]:
    """The masked runs of six words that stand in more than three reports, with the number of reports.

    A run of which more than half is names and numbers says nothing of how the report is written, and is left out.
    """
    where: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for report in reports:
        for words in masked(report):
            for n in range(len(words) - RUN + 1):
                where[tuple(words[n : n + RUN])].add(report.id)
    many = [
        (" ".join(run), len(ids))
        for run, ids in where.items()
        if len(ids) > RUN_REPORTS and sum(word not in _MASKS for word in run) >= RUN // 2
    ]
    return sorted(many, key=lambda item: (-item[1], item[0]))


def distinct_share(reports: Iterable[Annotated]) -> float:
    """The share of masked runs of five words that are distinct."""
    grams = Counter(
        tuple(words[n : n + GRAM]) for r in reports for words in masked(r) for n in range(len(words) - GRAM + 1)
    )
    return len(grams) / max(1, grams.total())


def doubled(reports: Sequence[Annotated]) -> list[str]:
    return [f"the id {name} stands {n} times" for name, n in Counter(r.id for r in reports).items() if n > 1]


def counts(reports: Sequence[Annotated]) -> dict[str, Counter[str]]:
    """How often each word of the vocabulary is used, slot by slot."""
    out: dict[str, Counter[str]] = defaultdict(Counter)
    for report in reports:
        out["style"][report.style] += 1
        out["shows"].update(report.shows)
        for voice in report.says:
            out["form"][voice.form] += 1
            out["interest"][voice.interest] += 1
            out["anonymous"][str(voice.anonymous)] += 1
        for states in report.states:
            out["kind"][states.kind] += 1
            out[f"{states.kind} status"][str(states.status)] += 1
            for slot in ("modality", "polarity", "stance", "side", "instrument", "mode", "role", "basis"):
                out[slot][str(getattr(states, slot))] += 1
            out["basis"].update(v.basis for v in states.values)
    return out
