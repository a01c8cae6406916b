"""What is done to a library to raise its count of sources, and what must not move then.

P1 to P8 are the rows of the threat list. Small sizes run with every test, full ones in `tests/soak`.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from secondsource.knowledge import load
from secondsource.lineage import compare
from secondsource.model.lineage import Change, Link
from secondsource.model.report import Report
from tests.lineage.copying import edited, excerpt, paragraphs, plain, spun, stitched
from tests.lineage.invented import EVERY, Invented
from tests.lineage.press import Traced, report, traced

DAYS_LATER = "2025-12-20"
LONG_BEFORE = "2024-01-01"
NO_DAY = ""

Doctored = Callable[[str, str], str]
KINDS: dict[str, Doctored] = {
    "exact": lambda text, _: text,
    "edited": lambda text, _: edited(text),
    "excerpt": lambda text, _: excerpt(text),
    "tail": lambda text, _: "\n\n".join(paragraphs(text)[len(paragraphs(text)) // 2 :]),
    "spun": lambda text, _: spun(text),
    "boldly spun": lambda text, _: spun(text, boldly=True),
    "stitched": stitched,
}


@cache
def honest() -> tuple[Report, ...]:
    """The invented reports, dated."""
    return tuple(one.report() for one in EVERY)


@dataclass(frozen=True)
class Footing:
    """What copies must not move: how many origins are established, and where the honest reports come from."""

    established: int
    honest: dict[str, frozenset[str]]

    @classmethod
    def of(cls, found: Traced) -> "Footing":
        return cls(
            sum(origin.established for origin in found.lineage.origins),
            {
                one.name: frozenset(o.id for o in found.origins(one.name) if o.label != "agency, unnamed")
                for one in EVERY
            },
        )


@cache
def before() -> Footing:
    return Footing.of(traced(honest()))


def named(text: str, number: int) -> str:
    """A text that ends otherwise than its copies, as sites do."""
    return f"{text.rstrip()}\n\nPage {number} of our pages, for readers of page {number}.\n"


def dated(day: str) -> dict[str, str]:
    return {"published": day} if day else {}


def neighbour(one: Invented) -> Invented:
    """The report with which one is stitched: five places on."""
    return EVERY[(EVERY.index(one) + 5) % len(EVERY)]


def copies(kind: str, one: Invented, count: int, day: str = DAYS_LATER) -> list[Report]:
    """Copies from as many new domains, each with a last line of its own."""
    text = KINDS[kind](one.text, neighbour(one).text)
    return [
        report(named(text, n) if count > 1 else text, f"copy-{n}", outlet=f"Newsy Hub {n}", **dated(day))
        for n in range(count)
    ]


def one_copy_each(kind: str, day: str) -> list[Report]:
    """A copy of every report, each from a new domain."""
    return [
        report(KINDS[kind](one.text, neighbour(one).text), f"copy-{one.name}", outlet=f"Newsy Hub {n}", **dated(day))
        for n, one in enumerate(EVERY)
    ]


def rises(after: Footing) -> bool:
    return after.established > before().established


def moved(after: Footing) -> set[str]:
    """The honest reports with access of their own, or that are records, whose origins are not what they were.

    Of the others nothing is established, and two papers that print one text may be taken to have it from an agency.
    """
    return {one.name for one in EVERY if one.told and after.honest[one.name] != before().honest[one.name]}


def near_copies(one: Invented, count: int, day: str = DAYS_LATER) -> list[Report]:
    """Copies from as many outlets, each with five words of its own and no two alike."""
    return [report(near(one.text, n), f"flood-{n}", outlet=f"Flood {n}", **dated(day)) for n in range(count)]


def near(text: str, number: int) -> str:
    """A text with five of its words exchanged, by the number of the copy."""
    words = text.split(" ")
    for j in range(5):
        words[(number * 7919 + j * 104729) % len(words)] = f"item{(number * 31 + j) % 997}"
    return " ".join(words)


# Independent wordings of one piece of news, for rings in which each credits another.
_RING = (
    "Norway may take Leopard 2 tanks of Germany before the winter, {0} reported. The price is not known to anybody.",
    "German Leopard 2 tanks are on their way to Norway, according to {0}. Sixty of them would be shipped from Emden.",
    "{0} writes that Norway has settled on the Leopard 2, which Germany builds. Oslo has asked for a workshop too.",
    "A sale of Leopard 2 tanks from Germany to Norway is as good as done, according to {0}. Crews leave in the autumn.",
    "The Leopard 2 of Germany has beaten its rival for Norway, {0} reported. A letter is to be signed after the thaw.",
    "After long tests in the snow Norway wants the Leopard 2 of Germany, according to {0}. Nobody would say how many.",
)


def ring(size: int) -> list[Report]:
    """Reports of as many outlets of which each credits the next, the last one the first."""
    outlets = [f"Gazette {letter}" for letter in "ABCDEF"[:size]]
    return [
        report(_RING[n].format(outlets[(n + 1) % size]), f"ring-{n}", outlet=outlet, published="2025-03-01")
        for n, outlet in enumerate(outlets)
    ]


@dataclass(frozen=True)
class Edit:
    """One thing altered in a text: its kind, where it stood, and what stood there and stands there now."""

    kind: str
    start: int
    before: str
    after: str

    def made(self, text: str) -> str:
        return text[: self.start] + self.after + text[self.start + len(self.before) :]


_NUMBER = re.compile(r"(?<![\w.,/-])\d[\d,.]*\d(?![\w-])|(?<![\w.,/-])\d(?![\w.,/-])")
_NAME = re.compile(r"(?<=[a-z] )[A-ZÉÁ][\w'-]{3,}(?: [A-Z][\w'-]{3,})?(?=[ ,.])")
_QUOTED = re.compile(r"\"[^\"\n]+\"")
_PLAIN = re.compile(r"(?<=[a-z,] )[a-z]{4,}(?=[ ,])")
# Words that are a hedge, a negation or a number themselves, so that their change is of that kind.
_OTHER_KINDS = frozenset(
    "would could might should must will never nothing without cannot have three four eleven seven nine forty thirty "
    "percent answer half first seem about some more than they than those been were".split()
)


def edits(text: str) -> list[Edit]:
    """Every number, name and quotation of a text altered, one at a time."""
    quoted = [m.span() for m in _QUOTED.finditer(text)]
    numbers = [Edit("number", m.start(), m.group(), _other_number(m.group())) for m in _NUMBER.finditer(text)]
    names = [
        Edit("name", m.start(), m.group(), " ".join(("Quillon", "Zabeltitz")[: len(m.group().split())]))
        for m in _NAME.finditer(text)
        if not any(s <= m.start() < e for s, e in quoted)
    ]
    quotes = [
        Edit("quote", m.start(), m.group(), "umbrella")
        for start, end in quoted
        for m in _PLAIN.finditer(text, start, end)
        if m.group() not in _OTHER_KINDS
    ]
    return numbers + names + quotes


def _other_number(printed: str) -> str:
    """The number with another first digit."""
    return re.sub(r"\d", lambda m: str(int(m.group()) % 9 + 1), printed, count=1)


def link_of(taker: str, donor: str) -> Link:
    """The link of a text to its donor; where the direction is open the taker has the greater id."""
    [found] = compare([plain(taker, "taker"), plain(donor, "donor")], load())
    return found.link


def reported(edit: Edit, taker: str, donor: str) -> bool:
    """Whether an edit is reported as a change of its kind, with the spans on both sides."""
    link = link_of(taker, donor)
    ours, theirs = (taker, donor) if link.report == "taker" else (donor, taker)
    printed = (edit.after, edit.before) if link.report == "taker" else (edit.before, edit.after)
    return any(
        change.kind == edit.kind and _holds(change, (ours, theirs), printed) and change_stands(change, edit, link)
        for change in link.changes
    )


def _holds(change: Change, texts: tuple[str, str], printed: tuple[str, str]) -> bool:
    """Whether the spans of a change hold what was altered, or the part of it that differs."""
    spans = texts[0][change.start : change.end], texts[1][change.of_start : change.of_end]
    return all(span and (span in wanted or wanted in span) for span, wanted in zip(spans, printed, strict=True))


def change_stands(change: Change, edit: Edit, link: Link) -> bool:
    """Whether a change stands where the edit was made in the donor, give or take the words around it."""
    place = change.of_start if link.report == "taker" else change.start
    return abs(place - edit.start) <= 40


def false_changes(taker: str, donor: str, *, put_in: bool = True) -> list[str]:
    """The kinds of the number, name and quotation changes that are reported of a text against its donor.

    With `put_in` false, what stands on one side only is no change: a short paragraph of another text belongs to the
    passage around it.
    """
    return [
        change.kind
        for change in link_of(taker, donor).changes
        if change.kind in ("number", "name", "quote")
        and (put_in or (change.start < change.end and change.of_start < change.of_end))
    ]


def every_edit(texts: Iterable[Invented], each: int | None = None) -> list[tuple[Invented, Edit]]:
    """The edits of several reports; with `each`, as many of every kind and report, spread over the text."""
    made = []
    for one in texts:
        for kind in ("number", "name", "quote"):
            found = [e for e in edits(one.text) if e.kind == kind]
            step = max(1, len(found) // each) if each else 1
            made += [(one, e) for e in (found[::step][:each] if each else found)]
    return made


def recall(cases: Sequence[tuple[Invented, Edit]]) -> tuple[float, list[tuple[str, Edit]]]:
    """The share of edits that are reported, and those that are not."""
    missed = [(one.name, e) for one, e in cases if not reported(e, e.made(one.text), one.text)]
    return 1 - len(missed) / len(cases), missed
