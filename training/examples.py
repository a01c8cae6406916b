"""The corpus as what the network sees: stretches of tokens with the answers for each layer, class and role."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from secondsource.extractor import Offer, Place
from secondsource.extractor.labels import BASES, CLASSES, LAYERS, ROLES
from secondsource.knowledge import Knowledge
from secondsource.model.report import Raw, Report
from secondsource.read import read
from secondsource.understand.candidates import Candidate, candidates
from secondsource.understand.page import Line, Page
from secondsource.understand.stretches import Stretch, Tokenizer, stretches
from training.corpus import Annotated, Laid, Mention, States, laid

_READ_ON = datetime.date(2026, 12, 1)
"""The day on which the corpus is read: the same always, so that training gives one network on every day."""
UNASKED = -100
"""The answer of a question that must not be asked: the words are there, and no candidate stands for them."""


@dataclass(kw_only=True)
class Trigger:
    """One trigger with its answers. `roles` holds for each role the offers that are right; none of them, if empty."""

    place: Place
    classes: dict[str, int]
    roles: dict[str, list[int] | None] = field(default_factory=dict)
    bases: list[tuple[int, int]] = field(default_factory=list)


@dataclass(kw_only=True)
class Example:
    """One stretch of a report of the corpus."""

    report: str
    style: str
    story: str
    stretch: Stretch
    tags: np.ndarray
    offers: list[Offer]
    triggers: list[Trigger]
    speakers: list[tuple[Place, int]]


def as_report(annotated: Annotated, knowledge: Knowledge) -> tuple[Report, Laid]:
    """The report as the reader would have read it from a file."""
    page = laid(annotated.text)
    front = f"---\npublished: {annotated.published}\n---\n" if annotated.published else ""
    raw = Raw(source=f"{annotated.id}.md", data=(front + page.text + "\n").encode())
    report = read(raw, knowledge, _READ_ON)
    assert isinstance(report, Report), report
    assert page.text in report.text
    return report, page


def examples(reports: Iterable[Annotated], knowledge: Knowledge, tokenize: Tokenizer) -> Iterator[Example]:
    """Every stretch of every report with its answers."""
    for annotated in reports:
        report, text = as_report(annotated, knowledge)
        page = Page(report, (), knowledge)
        gold = Gold(annotated, text, report.text.index(text.text))
        for stretch in stretches(page, tokenize):
            yield _example(annotated, page, stretch, gold)


class Gold:
    """The annotations of a report with offsets into the report as read."""

    def __init__(self, annotated: Annotated, text: Laid, shift: int) -> None:
        self._text, self._shift = text, shift
        self.states = annotated.states
        self.says = annotated.says

    def find(self, written: str) -> Mention:
        found = self._text.find(written)
        return Mention(
            start=found.start + self._shift,
            end=found.end + self._shift,
            sentence=found.sentence,
            text=found.text,
            name=found.name,
        )


def _example(annotated: Annotated, page: Page, stretch: Stretch, gold: Gold) -> Example:
    offered = [c for line in stretch.lines for c in candidates(page, line)]
    offered += _annotated_things(page, stretch, gold, offered) + _annotated_voices(page, stretch, gold)
    placed = [(c, p) for c in offered if (p := stretch.place(c.start, c.end)) is not None]
    return Example(
        report=annotated.id,
        style=annotated.style,
        story=annotated.story,
        stretch=stretch,
        tags=_tags(stretch, gold),
        offers=[Offer(place=p, kind=c.kind) for c, p in placed],
        triggers=list(_triggers(stretch, gold, placed)),
        speakers=list(_speakers(stretch, gold)),
    )


def _line_of(page: Page, start: int) -> Line:
    return next((line for line in page.lines if line.start <= start < line.end), page.lines[0])


def _annotated_things(page: Page, stretch: Stretch, gold: Gold, offered: Sequence[Candidate]) -> list[Candidate]:
    """Items that no recogniser knows: at work, the layer of items proposes them."""
    found: dict[tuple[int, int], Candidate] = {}
    for written in {s.item for s in gold.states if s.item} | {t.item for s in gold.states for t in s.more}:
        mention = gold.find(written)
        known = any(c.kind == "thing" and c.start < mention.end and mention.start < c.end for c in offered)
        if not known and stretch.place(mention.start, mention.end):
            found[mention.start, mention.end] = Candidate(
                kind="thing",
                start=mention.start,
                end=mention.end,
                name=mention.text.lower(),
                line=_line_of(page, mention.start),
            )
    return list(found.values())


def _annotated_voices(page: Page, stretch: Stretch, gold: Gold) -> list[Candidate]:
    found = {}
    for voice in gold.says:
        if voice.speaker is not None:
            mention = gold.find(voice.speaker)
            if stretch.place(mention.start, mention.end):
                found[mention.start, mention.end] = Candidate(
                    kind="voice",
                    start=mention.start,
                    end=mention.end,
                    name=mention.name or mention.text,
                    line=_line_of(page, mention.start),
                )
    return list(found.values())


def _tags(stretch: Stretch, gold: Gold) -> np.ndarray:
    tags = np.zeros((len(stretch.starts), len(LAYERS)), dtype=np.int64)
    spans: list[tuple[str, str | None]] = []
    for states in gold.states:
        spans += [("trigger", states.trigger), ("item", states.item), ("quantity", states.quantity)]
        spans += [("item", t.item) for t in states.more] + [("quantity", t.quantity) for t in states.more]
    for voice in gold.says:
        spans += [("speaker", voice.speaker), ("cue", voice.cue), ("content", voice.content)]
    for layer, written in spans:
        if written is None:
            continue
        mention = gold.find(written)
        place = stretch.place(mention.start, mention.end)
        if place is not None:
            tags[place.start : place.end, LAYERS.index(layer)] = 2
            tags[place.start, LAYERS.index(layer)] = 1
    return tags


def _speakers(stretch: Stretch, gold: Gold) -> Iterator[tuple[Place, int]]:
    for voice in gold.says:
        if voice.speaker is not None:
            mention = gold.find(voice.speaker)
            place = stretch.place(mention.start, mention.end)
            if place is not None:
                yield place, int(voice.anonymous)


def _triggers(stretch: Stretch, gold: Gold, placed: Sequence[tuple[Candidate, Place]]) -> Iterator[Trigger]:
    """One trigger for all statements on the same words (several recipients, several items)."""
    together: dict[tuple[int, int], list[States]] = {}
    for states in gold.states:
        mention = gold.find(states.trigger)
        together.setdefault((mention.start, mention.end), []).append(states)
    for span, group in together.items():
        place = stretch.place(*span)
        if place is None:
            continue
        trigger = Trigger(place=place, classes=_classes(group[0]))
        answers = _Answers(gold, placed, stretch)
        for role in ROLES:
            trigger.roles[role] = answers.right(role, group)
        for states in group:
            for written, basis in [(states.value, states.basis), *((v.at, v.basis) for v in states.values)]:
                for n in answers.overlapping("sum", written) if written and basis else ():
                    trigger.bases.append((n, BASES.index(basis)))
        yield trigger


def _classes(states: States) -> dict[str, int]:
    given = {
        "status": f"{states.kind}:{states.status or ''}",
        "modality": states.modality,
        "polarity": states.polarity,
        "stance": states.stance,
        "side": states.side or "",
        "instrument": states.instrument or "",
        "mode": states.mode or "",
    }
    return {slot: CLASSES[slot].index(word) for slot, word in given.items()}


class _Answers:
    """Which candidates of a stretch are right for a role."""

    def __init__(self, gold: Gold, placed: Sequence[tuple[Candidate, Place]], stretch: Stretch) -> None:
        self._gold, self._placed, self._stretch = gold, placed, stretch

    def right(self, role: str, group: Sequence[States]) -> list[int] | None:
        written = [w for states in group for w in _written(role, states)]
        if role == "voice":
            written = [w for states in group for w in self._voice(states)]
        found = sorted({n for w in written for n in self._alike(role, w)})
        return found if found or not written else None

    def overlapping(self, kind: str, written: str) -> list[int]:
        mention = self._gold.find(written)
        return [
            n
            for n, (c, _) in enumerate(self._placed)
            if c.kind == kind and c.start < mention.end and mention.start < c.end
        ]

    def _alike(self, role: str, written: str) -> list[int]:
        """The candidates at the mention, and for states and things every other that means the same."""
        kind = ROLES[role]
        here = self.overlapping(kind, written)
        if role in ("quantity", "value", "date", "actor", "name") and here:
            return here
        meant = self._gold.find(written).name
        names = {self._placed[n][0].name for n in here}
        if kind == "state" and meant:
            names = {meant}
        if kind == "thing" and meant:
            names |= {c.name for c, _ in self._placed if c.kind == kind and meant.lower() in _printed(c)}
        return [n for n, (c, _) in enumerate(self._placed) if c.kind == kind and c.name in names]

    def _voice(self, states: States) -> list[str]:
        said = next((v for v in self._gold.says if v.id == states.voice), None)
        if said is None:
            return []
        return [said.speaker] if said.speaker else list(said.outlets)


def _printed(candidate: Candidate) -> str:
    what = candidate.what
    return f"{candidate.name} {getattr(what, 'printed', '')} {getattr(what, 'designation', '') or ''}".lower()


def _written(role: str, states: States) -> list[str]:
    if role == "item":
        return [w for w in (states.item, *(t.item for t in states.more)) if w]
    if role == "quantity":
        return [w for w in (states.quantity, *(t.quantity for t in states.more)) if w]
    if role == "party":
        return list(states.parties)
    if role == "voice":
        return []
    found = getattr(states, role)
    return [found] if found else []
