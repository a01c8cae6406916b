"""What a sentence offers for the slots of a statement: states, things, counts, sums, dates, voices and names.

The recognisers propose; the trained extractor says which candidate belongs to which trigger.
"""

from dataclasses import dataclass
from functools import lru_cache

from secondsource.knowledge.entries import Agreement, Law
from secondsource.model.statement import Moment, Value
from secondsource.understand.counts import Count, counts
from secondsource.understand.dates import dates
from secondsource.understand.items import Thing, things
from secondsource.understand.money import money
from secondsource.understand.page import Line, Page
from secondsource.understand.parties import Standing, standings
from secondsource.understand.voices import voices


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A span that may fill a slot. `name` is whom or what it means; candidates of one name mean one thing.

    `marked` says that the extractor marked it, and no recogniser knows it.
    """

    kind: str
    start: int
    end: int
    name: str
    line: Line
    marked: bool = False
    what: Standing | Thing | Count | Value | Moment | None = None


@lru_cache(maxsize=512)
def candidates(page: Page, line: Line) -> tuple[Candidate, ...]:
    """Everything that one sentence offers, by place."""
    found = [
        Candidate(kind="state", start=s.start, end=s.end, name=s.country, line=line, what=s)
        for s in standings(page, line)
    ]
    found += [
        Candidate(kind="thing", start=t.start, end=t.end, name=t.family or t.printed.lower(), line=line, what=t)
        for t in things(page, line)
    ]
    found += [
        Candidate(kind="count", start=c.start, end=c.end, name=page.text[c.start : c.end], line=line, what=c)
        for c in counts(page, line)
    ]
    found += [
        Candidate(kind="sum", start=s.value.start, end=s.value.end, name=str(s.value.start), line=line, what=s.value)
        for s in money(page, line)
        if not s.conversion
    ]
    found += [
        Candidate(kind="date", start=start, end=end, name=moment.text, line=line, what=moment)
        for start, end, moment in dates(page.text, line.start, line.end, page.report)
    ]
    found += [
        Candidate(kind="voice", start=c.start, end=c.end, name=c.label, line=line)
        for c in voices(page).credits
        if line.start <= c.start < line.end and c.kind != "tag"
    ]
    return tuple(sorted(found + names(page, line), key=lambda c: (c.start, c.end, c.kind)))


def names(page: Page, line: Line) -> list[Candidate]:
    """Agreements and laws by name, and pacts and controls by their common nouns."""
    found = []
    for mention in page.names(line.start, line.end, "agreement", "law"):
        if mention.strong:
            entry: Agreement | Law = (
                page.knowledge.get("agreement", mention.id, Agreement)
                if mention.kind == "agreement"
                else page.knowledge.get("law", mention.id, Law)
            )
            found.append(Candidate(kind="name", start=mention.start, end=mention.end, name=entry.name, line=line))
    for kind in ("pact-thing", "cooperation-thing", "control-thing"):
        for pattern, _ in page.knowledge.phrases_of(kind):
            for match in pattern.finditer(page.text, line.start, line.end):
                if not any(f.start < match.end() and match.start() < f.end for f in found):
                    printed = page.report.text[match.start() : match.end()]
                    found.append(Candidate(kind="name", start=match.start(), end=match.end(), name=printed, line=line))
    return found
