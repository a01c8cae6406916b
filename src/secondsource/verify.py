"""Proves a library: its texts are those that were read, its evidence stands in them, its ledger follows from them."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import Any

from secondsource import __version__
from secondsource.errors import StoreError
from secondsource.knowledge import Knowledge
from secondsource.model.lineage import Link
from secondsource.model.report import Report
from secondsource.pipeline import Progress, derive
from secondsource.publish import export_json
from secondsource.read import READER, read
from secondsource.store import Kept, Library, Snapshot, scratch_library

Places = Iterator[tuple[str, str, int, int]]


def verify(library: Library, knowledge: Knowledge, progress: Progress) -> list[str]:
    """Every fault of the library, each as a sentence that names what is wrong; none where it holds."""
    try:
        faults = [*library.faults(), *_text_faults(library, knowledge)]
        if library.unfinished():
            return [*faults, "reports came in or went since the ledger was made; `secondsource add` finishes the work"]
        snapshot, reports = library.snapshot(), {report.id: report for report in library.reports()}
        faults += _place_faults(snapshot, reports)
        faults += [] if faults else _export_faults(library, snapshot, list(reports.values()))
        faults += [] if faults else _derived_faults(library, snapshot, knowledge, progress)
    except StoreError as fault:
        return [str(fault)]
    return faults


def _text_faults(library: Library, knowledge: Knowledge) -> Iterator[str]:
    for kept in library.kept():
        report = kept.report
        if sha256(report.text.encode("utf-8", errors="surrogatepass")).hexdigest() != report.sha256:
            yield f"{report.source}: the text of {report.id} is not the one that was read (its hash differs)"
        elif (report.reader, kept.knowledge) == (READER, knowledge.digest):
            yield from _reading_faults(kept, knowledge)


def _reading_faults(kept: Kept, knowledge: Knowledge) -> Iterator[str]:
    again = read(kept.raw, knowledge, date.fromisoformat(kept.read_on))
    if not isinstance(again, Report):
        yield f"{kept.report.source}: the bytes kept of {kept.report.id} give no report: {again.detail}"
    elif again != kept.report:
        names = [n for n in Report.__dataclass_fields__ if getattr(again, n) != getattr(kept.report, n)]
        odd = ", ".join(names)
        yield f"{kept.report.source}: {kept.report.id} does not follow from its bytes; they give another {odd}"


def _place_faults(snapshot: Snapshot, reports: Mapping[str, Report]) -> Iterator[str]:
    for what, report, start, end in _places(snapshot):
        if report not in reports:
            yield f"{what} points at the report {report}, which is not in the library"
        elif not 0 <= start <= end <= len(reports[report].text):
            yield f"{what} points at {start} to {end}, outside the text of {report}"
    for quote in snapshot.ledger.quotes:
        text = reports[quote.report].text if quote.report in reports else ""
        if text[quote.start : quote.end] != quote.text:
            yield f"the quote at {quote.start} of {quote.report} is not what stands there"


def _places(snapshot: Snapshot) -> Places:
    for statement in snapshot.ledger.statements:
        for span in statement.evidence:
            yield f"the evidence of {statement.id}", span.report, span.start, span.end
        for value in statement.values:
            yield f"a value of {statement.id}", statement.report, value.start, value.end
    for quote in snapshot.ledger.quotes:
        yield "a quote", quote.report, quote.start, quote.end
    for utterance in snapshot.ledger.utterances:
        for span in utterance.wordings:
            yield f"a wording of {utterance.id}", span.report, span.start, span.end
    for origin in snapshot.lineage.origins:
        for place in origin.passages:
            yield f"a passage of {origin.id}", place.report, place.start, place.end
    for link in snapshot.lineage.links:
        yield from _link_places(link)


def _link_places(link: Link) -> Places:
    for passage in link.passages:
        yield f"a passage of {link.id}", link.report, passage.start, passage.end
        if link.of and passage.of_start is not None and passage.of_end is not None:
            yield f"a passage of {link.id}", link.of, passage.of_start, passage.of_end
    for change in link.changes:
        yield f"a change of {link.id}", link.report, change.start, change.end
        if link.of:
            yield f"a change of {link.id}", link.of, change.of_start, change.of_end


def _export_faults(library: Library, snapshot: Snapshot, reports: Sequence[Report]) -> Iterator[str]:
    """Read the export as a stranger would, and hold its evidence against the texts in it."""
    exported = export_json(reports, snapshot.lineage, snapshot.ledger, library.discards(), __version__)
    document: dict[str, Any] = json.loads(exported)
    texts = {report["id"]: report["text"] for report in document["reports"]}
    for statement in document["statements"]:
        for evidence in statement["evidence"]:
            if texts[statement["report"]][evidence["start"] : evidence["end"]] != evidence["text"]:
                yield f"the exported evidence of {statement['id']} is not what stands in its report"


def _derived_faults(library: Library, snapshot: Snapshot, knowledge: Knowledge, progress: Progress) -> Iterator[str]:
    state = snapshot.state
    if state is None:
        return
    elif (state.knowledge, state.version) != (knowledge.digest, __version__):
        yield "the ledger was made with other knowledge or by another version; `secondsource add` renews it"
    else:
        yield from _differences(snapshot, _derived_again(library, state.today, knowledge, progress))


def _derived_again(library: Library, today: str, knowledge: Knowledge, progress: Progress) -> Snapshot:
    with scratch_library() as scratch:
        scratch.keep(library.kept(), ())
        derive(scratch, knowledge, date.fromisoformat(today), progress)
        return scratch.snapshot()


def _differences(kept: Snapshot, again: Snapshot) -> Iterator[str]:
    pairs: dict[str, tuple[Sequence[object], Sequence[object]]] = {
        "links": (kept.lineage.links, again.lineage.links),
        "origins": (kept.lineage.origins, again.lineage.origins),
        "entries": (kept.ledger.entries, again.ledger.entries),
        "statements": (kept.ledger.statements, again.ledger.statements),
        "quotes": (kept.ledger.quotes, again.ledger.quotes),
        "informants": (kept.ledger.informants, again.ledger.informants),
        "utterances": (kept.ledger.utterances, again.ledger.utterances),
    }
    for name, (ours, theirs) in pairs.items():
        if ours != theirs:
            odd = [one for one in ours if one not in theirs] or [one for one in theirs if one not in ours]
            which = getattr(odd[0], "id", repr(odd[0])[:80]) if odd else "their order"
            yield f"the {name} do not follow from the reports; worked out again, they differ at {which}"
