"""`secondsource show`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

import click

from secondsource import pipeline
from secondsource.cli import words
from secondsource.cli.exported import document
from secondsource.cli.naming import one_named
from secondsource.cli.output import print_json, print_lines
from secondsource.cli.places import Places, place_options
from secondsource.errors import UsageError
from secondsource.knowledge import Knowledge
from secondsource.model.ledger import Entry
from secondsource.model.report import Report
from secondsource.model.statement import Silence, Statement
from secondsource.store import Library, Snapshot


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The records of a library by id."""

    snapshot: Snapshot
    reports: Mapping[str, Report]
    statements: Mapping[str, Statement]
    entries: Mapping[str, Entry]


@click.command("show")
@click.argument("name", metavar="ENTRY|REPORT")
@click.option("--json", "as_json", is_flag=True, help="Print the entry or report with its statements as JSON.")
@click.option("--why-not", is_flag=True, help="List a report's sentences that speak of a deal and gave no statement.")
@place_options
@click.pass_obj
def command(places: Places, name: str, as_json: bool, why_not: bool) -> None:
    """Show an entry with its steps, or a report with what it says.

    Each step comes with the words it rests on, the slots they fill, and whose they are. A report may be named by its
    file too, and each name may be cut short where what is left fits one thing only. With `--why-not`, the sentences of
    a report that speak of a deal and gave no statement come instead, each with the reason.
    """
    with places.read() as library:
        shelf = _shelf(library)
        found = _named(name, shelf)
        if why_not:
            if isinstance(found, Entry):
                raise UsageError("--why-not explains a report; name one, by its id or file, instead of an entry")
            silences = _silences(found, shelf, places.lexicon())
            if as_json:
                print_json([asdict(silence) for silence in silences])
            else:
                print_lines(_left_out(found, silences))
            return
        if as_json:
            print_json(_part(document(library), found))
            return
    print_lines(_entry(found, shelf) if isinstance(found, Entry) else _report(found, shelf))


def _shelf(library: Library) -> _Shelf:
    snapshot = library.snapshot()
    return _Shelf(
        snapshot=snapshot,
        reports={one.id: one for one in library.reports()},
        statements={one.id: one for one in snapshot.ledger.statements},
        entries={one.id: one for one in snapshot.ledger.entries},
    )


def _named(name: str, shelf: _Shelf) -> Entry | Report:
    sources = {**{one.id: one.source for one in shelf.reports.values()}, **dict.fromkeys(shelf.entries)}
    ident = one_named(name, sources, "entry or report")
    return shelf.entries.get(ident) or shelf.reports[ident]


def _part(whole: Mapping[str, list[dict[str, object]]], found: Entry | Report) -> dict[str, object]:
    if isinstance(found, Entry):
        entry = next(one for one in whole["ledger"] if one["id"] == found.id)
        ours = [one for one in whole["statements"] if one["id"] in found.statements]
        return {"entry": entry, "statements": ours}
    report = next(one for one in whole["reports"] if one["id"] == found.id)
    parts: dict[str, object] = {
        name: [one for one in whole[name] if one["report"] == found.id] for name in ("links", "statements", "quotes")
    }
    return {"report": report, **parts}


def _entry(entry: Entry, shelf: _Shelf) -> Iterator[str]:
    yield f"{words.who(entry)}: {words.what(entry)}".removeprefix(": ")
    about = [entry.id, f"{entry.kind}, {entry.band}", words.status(entry), words.when(entry.first, entry.last)]
    yield "  ".join(filter(None, about))
    if entry.maker:
        yield f"maker: {entry.maker}"
    if entry.inferred:
        yield f"inferred, said by nobody: {', '.join(entry.inferred)}"
    if entry.grade:
        yield f"grade {entry.grade}: {'; '.join(reason.detail for reason in entry.grade_reasons)}"
    yield from _steps(entry, shelf)
    yield from _figures(entry, shelf)
    yield from _disputes(entry)
    yield from _exposure(entry)
    for related in entry.related:
        yield f"\n{related.relation} {related.to}"


def _steps(entry: Entry, shelf: _Shelf) -> Iterator[str]:
    for number, step in enumerate(entry.history, start=1):
        yield f"\n{number}. {words.step_line(step)}"
        yield from _evidence(step.statements, shelf)


def _figures(entry: Entry, shelf: _Shelf) -> Iterator[str]:
    for figure in entry.figures:
        as_of = f"as of {figure.as_of}" if figure.as_of else ""
        yield "\n" + "  ".join(filter(None, [words.amount(figure), as_of, words.voices(figure.support)]))
        yield from _evidence(figure.statements, shelf)


def _evidence(statements: Sequence[str], shelf: _Shelf) -> Iterator[str]:
    for ident in statements:
        statement = shelf.statements[ident]
        report = shelf.reports[statement.report]
        marks = [words.speaker(statement.attribution), report.source]
        marks += [statement.stance] if statement.stance != "asserts" else []
        marks += ["from a reworded text"] if statement.reworded else []
        for span in statement.evidence:
            quoted = " ".join(shelf.reports[span.report].text[span.start : span.end].split())
            yield f"   “{quoted}”"
            yield f"      gives {', '.join(span.slots)}"
        marks += [words.reader(statement)]
        marks += [f"said by nobody: {', '.join(statement.inferred)}"] if statement.inferred else []
        yield f"      {'; '.join(marks)}"


def _disputes(entry: Entry) -> Iterator[str]:
    for conflict in entry.conflicts:
        yield f"\ndisputed, {conflict.field}: {' against '.join(value.value for value in conflict.values)}"


def _exposure(entry: Entry) -> Iterator[str]:
    if entry.exposure is None:
        return
    yield f"\n{entry.exposure.regime} on {entry.exposure.person}: {entry.exposure.level} (not legal advice)"
    for step in entry.exposure.steps:
        yield f"   {step.status}  {words.when(step.start, step.end)}  {step.reason}"
    for claim in entry.exposure.claims:
        yield f"   claimed: {claim.claim}"
    for reason in entry.exposure.reasons:
        yield f"   {reason.detail}"


def _report(report: Report, shelf: _Shelf) -> Iterator[str]:
    yield from words.about_report(report)
    if not report.understood:
        yield "not in a language that is understood: traced, and nothing taken from it"
    for link in (one for one in shelf.snapshot.lineage.links if one.report == report.id):
        donor = shelf.reports[link.of].source if link.of else link.outlet or link.document
        yield f"\n{words.relation(link, donor or 'unknown donors')}, {link.coverage:.0%}"
        yield from (f"   {reason.detail}" for reason in link.reasons)
    for one in (one for one in shelf.snapshot.ledger.statements if one.report == report.id):
        yield f"\n{one.kind}: {_said(one)}"
        yield from _evidence([one.id], shelf)


def _silences(report: Report, shelf: _Shelf, knowledge: Knowledge) -> list[Silence]:
    given = [one for one in shelf.statements.values() if one.report == report.id]
    return pipeline.why_not(report, shelf.snapshot.lineage, given, knowledge)


def _left_out(report: Report, silences: Sequence[Silence]) -> Iterator[str]:
    for silence in silences:
        yield f"“{' '.join(report.text[silence.start : silence.end].split())}”\n   {silence.reason}"


def _said(one: Statement) -> str:
    parties = f"{one.supplier or '?'} → {one.recipient or '?'}" if one.supplier or one.recipient else ""
    thing = one.designation or one.item or one.name or (one.claim.measure if one.claim else "")
    status = words.qualified(one.status, one.modality)
    return "  ".join(filter(None, [parties, thing, status, *(words.money(value) for value in one.values)]))
