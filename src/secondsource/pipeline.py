"""The order of the journey: read, trace, understand, enter, weigh. It holds the order and never data.

What a stage gives for one report, or one pair, is kept in the library under a key of all it depends on, so that a new
report costs its own work only, a killed run goes on where it stopped, and the result equals a rebuild.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from secondsource import __version__
from secondsource.corroborate import weigh
from secondsource.extractor import load as load_extractor
from secondsource.files import collect, open_raw
from secondsource.knowledge import Knowledge
from secondsource.ledger import enter
from secondsource.lineage import Derivation, compare, trace
from secondsource.model.evidence import content_id
from secondsource.model.lineage import Lineage
from secondsource.model.report import Discard, Raw, Report
from secondsource.model.statement import Reading, Silence, Statement
from secondsource.read import read
from secondsource.store import Kept, Library, Snapshot, State, storable
from secondsource.understand import silences, understand

Progress = Callable[[str, int, int], None]
"""Told the stage, how much of it is done, and of how much."""

BATCH_FILES = 32
BATCH_BYTES = 32_000_000
BATCH_READINGS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of the inputs of one run: each is new, known already, or discarded."""

    inputs: int
    kept: int
    known: int
    discards: tuple[Discard, ...]


def add(
    library: Library, sources: Iterable[str], knowledge: Knowledge, today: datetime.date, progress: Progress
) -> Added:
    """Take in the files and folders that `sources` name, and do the whole journey for what is new."""
    places = list(collect(sources))
    kept = known = done = 0
    discards: list[Discard] = []
    for batch in _batches(places):
        found = [(raw, raw if isinstance(raw, Discard) else _read(raw, knowledge, today)) for raw in batch]
        reports = [
            Kept(report=report, raw=raw, read_on=today.isoformat(), knowledge=knowledge.digest)
            for raw, report in found
            if isinstance(report, Report) and isinstance(raw, Raw)
        ]
        refused = [outcome for _, outcome in found if isinstance(outcome, Discard)]
        kept += (new := library.keep(reports, refused))
        known += len(reports) - new
        discards += refused
        progress("read", done := done + len(batch), len(places))
    derive(library, knowledge, today, progress)
    assert len(places) == kept + known + len(discards), "an input is kept, known or discarded, and one of these"
    return Added(inputs=len(places), kept=kept, known=known, discards=tuple(discards))


def derive(library: Library, knowledge: Knowledge, today: datetime.date, progress: Progress) -> None:
    """Work out what the reports of the library give together; what is known already is not worked out again."""
    while True:
        key, reports = library.reports_key(), library.reports()
        lineage = _trace(library, reports, knowledge, progress)
        readings = _understand(library, reports, lineage, knowledge, progress)
        progress("enter", 0, 1)
        entered = enter(reports, readings, lineage, knowledge, today)
        ledger = weigh(entered, reports, lineage, knowledge)
        state = State(reports=key, knowledge=knowledge.digest, version=__version__, today=today.isoformat())
        library.replace_snapshot(Snapshot(lineage=lineage, ledger=ledger, state=state))
        progress("enter", 1, 1)
        if not library.unfinished():  # another process may have added reports meanwhile
            return


def rebuild(library: Library, knowledge: Knowledge, today: datetime.date, progress: Progress) -> None:
    """Work everything out again from the reports."""
    library.forget()
    derive(library, knowledge, today, progress)


def remove(
    library: Library, names: Sequence[str], knowledge: Knowledge, today: datetime.date, progress: Progress
) -> int:
    """Take out the reports and discards that `names` give by id or source, with all that hangs on them; how many."""
    going = {one.id for one in library.reports() if one.id in names or one.source in names}
    gone = library.remove(going, names)
    derive(library, knowledge, today, progress)
    return gone


def unknown(library: Library, names: Sequence[str]) -> list[str]:
    """The names that are no report's id or source, nor the source of a discard."""
    known = {name for one in library.reports() for name in (one.id, one.source)}
    known |= {one.source for one in library.discards()}
    return [name for name in names if name not in known]


def skipped(report: str, lineage: Lineage) -> tuple[tuple[int, int], ...]:
    """The passages of a report that are reworded from a donor in the library: they supply lineage, never facts."""
    spans = sorted(
        (passage.start, passage.end)
        for link in lineage.links
        if link.report == report and link.relation == "reworded" and link.direction == "determined" and link.of
        for passage in link.passages
    )
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def why_not(report: Report, lineage: Lineage, given: Sequence[Statement], knowledge: Knowledge) -> list[Silence]:
    """Why sentences of a report that speak of a deal are in none of the statements `given` of it."""
    return silences(report, skipped(report.id, lineage), given, knowledge, load_extractor())


def _trace(library: Library, reports: Sequence[Report], knowledge: Knowledge, progress: Progress) -> Lineage:
    key = content_id("cmp", knowledge.digest, __version__)
    fresh = library.uncompared(key)
    progress("trace", 0, len(fresh))
    if fresh:
        found = compare(reports, knowledge, only=fresh)
        library.keep_derivations(fresh, ((one.link, one.exact) for one in found), key)
    progress("trace", len(fresh), len(fresh))
    return trace(reports, [Derivation(link=link, exact=exact) for link, exact in library.derivations()], knowledge)


def _understand(
    library: Library, reports: Sequence[Report], lineage: Lineage, knowledge: Knowledge, progress: Progress
) -> list[Reading]:
    skips = {report.id: skipped(report.id, lineage) for report in reports}
    ours = [report for report in reports if report.understood]
    extractor = load_extractor()
    made_by = (knowledge.digest, extractor.digest, __version__)
    keys = {r.id: content_id("key", skips[r.id], r.reader, *made_by) for r in ours}
    known = library.readings(keys)
    missing = [report for report in ours if report.id not in known]
    for start in range(0, len(missing), BATCH_READINGS):
        batch = [understand(r, skips[r.id], knowledge, extractor) for r in missing[start : start + BATCH_READINGS]]
        library.keep_readings([(reading, keys[reading.report]) for reading in batch])
        known |= {reading.report: reading for reading in batch}
        progress("understand", start + len(batch), len(missing))
    return [known[report.id] for report in ours]


def _read(raw: Raw, knowledge: Knowledge, today: datetime.date) -> Report | Discard:
    """`read`, with a net under it: one input that trips the reader must not take the others with it."""
    try:
        report = read(raw, knowledge, today)
    except Exception as fault:  # noqa: BLE001
        return Discard(source=raw.source, reason="reader-failed", detail=f"{type(fault).__name__} while reading it")
    if not storable(report) or (isinstance(report, Report) and not storable(report.text)):
        return Discard(source=raw.source, reason="not-text", detail="holds code points that are no characters")
    return report


def _batches(places: Iterable[Path | Discard]) -> Iterator[list[Raw | Discard]]:
    batch: list[Raw | Discard] = []
    size = 0
    for place in places:
        opened = place if isinstance(place, Discard) else open_raw(place)
        batch.append(opened)
        size += len(opened.data) if isinstance(opened, Raw) else 0
        if len(batch) >= BATCH_FILES or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
