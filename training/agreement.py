"""How far two annotators agree: `python -m training.agreement`. The second saw only texts and guidelines.

Statements are paired where their triggers overlap, or else stand in one sentence with one status. Found is the F1 of
that pairing; of the paired, each slot gives the share on which both agree and, for words of the vocabulary, Cohen's
kappa (Cohen 1960).
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from training.corpus import FOLDER, Annotated, Laid, Mention, States, files, laid, read_all

_WORDS = ("kind", "status", "modality", "polarity", "stance", "side", "instrument", "mode", "basis")
_MENTIONS = ("supplier", "recipient", "item", "quantity", "value", "date")


@dataclass(kw_only=True)
class Agreement:
    """Pairs of answers per slot, and how many statements and voices each annotator gave and shares."""

    answers: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    given: Counter[str] = field(default_factory=Counter)

    def share(self, slot: str) -> float:
        """The share of paired statements on which both agree."""
        pairs = self.answers[slot]
        return sum(a == b for a, b in pairs) / max(1, len(pairs))

    def kappa(self, slot: str) -> float:
        """Cohen's kappa: agreement beyond what chance gives."""
        pairs = self.answers[slot]
        first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
        chance = sum(first[w] * second[w] for w in first) / max(1, len(pairs) ** 2)
        return (self.share(slot) - chance) / (1 - chance) if chance < 1 else 1.0

    def f1(self, what: str) -> float:
        """Shared ones of both annotators' statements or voices."""
        return 2 * self.given[f"{what} shared"] / max(1, self.given[f"{what} first"] + self.given[f"{what} second"])


def second(folder: str = "second") -> list[Annotated]:
    return read_all(sorted((FOLDER / folder).glob("*.toml")))


def compared(first: Sequence[Annotated], again: Sequence[Annotated]) -> Agreement:
    """The agreement over the reports that both annotated."""
    by_id = {r.id: r for r in first}
    found = Agreement()
    for other in again:
        one = by_id[other.id]
        page = laid(one.text)
        assert page.text == laid(other.text).text, f"{one.id}: the two annotators read different texts"
        _statements(found, page, one, other)
        _voices(found, page, one, other)
    return found


def _statements(found: Agreement, page: Laid, one: Annotated, other: Annotated) -> None:
    found.given["statements first"] += len(one.states)
    found.given["statements second"] += len(other.states)
    free = list(other.states)
    for a in one.states:
        near = sorted((n for n in free if _one_step(page, a, n)), key=lambda n: -_likeness(page, a, n))
        if not near:
            continue
        b = near[0]
        free.remove(b)
        found.given["statements shared"] += 1
        for slot in _WORDS:
            found.answers.setdefault(slot, []).append((str(getattr(a, slot)), str(getattr(b, slot))))
        for slot in _MENTIONS:
            left, right = getattr(a, slot), getattr(b, slot)
            same = left is right is None or (left and right and _same(page.find(left), page.find(right)))
            found.answers.setdefault(slot, []).append(("same", "same" if same else "other"))
        found.answers.setdefault("voice", []).append((_speaker(page, one, a), _speaker(page, other, b)))


def _one_step(page: Laid, a: States, b: States) -> bool:
    first, again = page.find(a.trigger), page.find(b.trigger)
    touching = first.start < again.end and again.start < first.end
    return touching or (first.sentence == again.sentence and (a.kind, a.status) == (b.kind, b.status))


def _likeness(page: Laid, a: States, b: States) -> int:
    slots = sum(getattr(a, slot) == getattr(b, slot) for slot in _WORDS)
    names = sum(
        bool(x and y and _same(page.find(x), page.find(y)))
        for x, y in ((getattr(a, s), getattr(b, s)) for s in _MENTIONS)
    )
    return slots + 2 * names


def _same(a: Mention, b: Mention) -> bool:
    """Overlapping words, or one name, or the same words elsewhere in the report."""
    if a.start < b.end and b.start < a.end:
        return True
    if (a.name or a.text).lower() == (b.name or b.text).lower():
        return True
    words = [set((m.name or m.text).lower().split()) for m in (a, b)]
    return bool(words[0] & words[1]) and min(len(w) for w in words) > 0


def _speaker(page: Laid, report: Annotated, states: States) -> str:
    voice = next((v for v in report.says if v.id == states.voice), None)
    if voice is None:
        return ""
    if voice.speaker is None:
        return "outlet"
    mention = page.find(voice.speaker)
    return (mention.name or mention.text).split()[-1].lower()


def _voices(found: Agreement, page: Laid, one: Annotated, other: Annotated) -> None:
    found.given["voices first"] += len(one.says)
    found.given["voices second"] += len(other.says)
    free = [(v, page.find(v.speaker)) for v in other.says if v.speaker]
    for voice in one.says:
        if voice.speaker is None:
            continue
        mention = page.find(voice.speaker)
        same = next((n for n in free if n[1].start < mention.end and mention.start < n[1].end), None)
        if same is not None:
            free.remove(same)
            found.given["voices shared"] += 1
            for slot in ("anonymous", "form"):
                pair = (str(getattr(voice, slot)), str(getattr(same[0], slot)))
                found.answers.setdefault(slot, []).append(pair)


def table(found: Agreement) -> Iterator[str]:
    """The agreement as a table in Markdown."""
    yield "| slot | pairs | agree | kappa |"
    yield "|---|---|---|---|"
    for what in ("statements", "voices"):
        given = f"{found.given[f'{what} first']} / {found.given[f'{what} second']}"
        yield f"| {what} found (F1) | {given} | {found.f1(what):.2f} | |"
    for slot, pairs in found.answers.items():
        kappa = "" if slot in _MENTIONS else f"{found.kappa(slot):.2f}"
        yield f"| {slot} | {len(pairs)} | {found.share(slot):.2f} | {kappa} |"


def main() -> int:
    for line in table(compared(read_all(files()), second())):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
