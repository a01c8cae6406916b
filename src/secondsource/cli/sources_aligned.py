"""The text of a link beside the text that it was taken from, with every change marked, and the changes counted."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import PurePath

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from secondsource.cli import words
from secondsource.cli.output import one_line, plain
from secondsource.model.lineage import Link, Passage
from secondsource.model.report import Report
from secondsource.publish.aligned import aligned_rows, change_counts
from secondsource.publish.views import AlignedRow, ChangeCount, Run

# Below this many columns the two texts stand one above the other.
NARROWEST_PAIR = 80

_LEGEND = (
    "[-words-] stand only in the first text, {+words+} only in the second; ! marks a serious change, with its kind"
)


def aligned_blocks(link: Link, reports: Mapping[str, Report], width: int) -> Iterator[RenderableType]:
    """A heading, the passages sentence by sentence, and the list of changes.

    Args:
        link: a link that carries text.
        reports: the reports at its ends, by id.
        width: the columns of the page.
    """
    report, donor = reports[link.report], reports[link.of] if link.of else None
    yield Text(f"\n{_ends(link, report, donor)}", "bold")
    if donor:
        yield Text(_LEGEND)
    for number, passage in enumerate(link.passages, start=1):
        yield Text(f"\npassage {number} of {len(link.passages)}: {_place(passage, report, donor)}\n", "bold")
        rows = aligned_rows(replace(link, passages=(passage,)), report.text, donor.text if donor else None)
        if donor and width >= NARROWEST_PAIR:
            yield _side_by_side(rows, _file(donor), _file(report))
        else:
            yield from _one_above_the_other(rows)
    if donor:
        yield from _changes(change_counts(link, report.text, donor.text))


def _ends(link: Link, report: Report, donor: Report | None) -> str:
    other = donor.source if donor else link.outlet or "unknown donors"
    known = "" if link.direction == "determined" else ", direction open"
    return f"{one_line(report.source)}  {words.relation(link, one_line(other))}{known}"


def _place(passage: Passage, report: Report, donor: Report | None) -> str:
    """Where a passage stands: characters counted from nought, the last one not included."""
    here = f"characters {passage.start}-{passage.end} of {one_line(report.source)}"
    if donor is None or passage.of_start is None:
        return here
    return f"{here} beside {passage.of_start}-{passage.of_end} of {one_line(donor.source)}"


def _file(report: Report) -> str:
    """The last part of a source, which has room at the head of a column."""
    return one_line(PurePath(report.source).name or report.source)


def _side_by_side(rows: Sequence[AlignedRow], donor: str, report: str) -> Table:
    table = Table(box=box.MINIMAL, show_edge=False, show_lines=True, expand=True, header_style="")
    for name in (donor, report):
        table.add_column(Text(name), ratio=1, overflow="fold")
    for row in rows:
        table.add_row(_first(row), _second(row))
    return table


def _one_above_the_other(rows: Sequence[AlignedRow]) -> Iterator[Text]:
    for row in rows:
        if row.donor:
            yield Text("- ").append_text(_first(row))
        yield Text("+ ").append_text(_second(row))
        yield Text()


def _first(row: AlignedRow) -> Text:
    return _marked(row.donor, "[-", "-]", "red")


def _second(row: AlignedRow) -> Text:
    return _marked(row.taking, "{+", "+}", "green")


def _marked(runs: Sequence[Run], opening: str, closing: str, colour: str) -> Text:
    """Runs in one line, with brackets around what was changed."""
    found = Text()
    for run in runs:
        shown = re.sub(r"\s+", " ", plain(run.text))
        words_alone = shown.strip()
        if run.kind == "plain":
            found.append(shown)
        else:
            found.append(" " if shown.startswith(" ") else "")
            found.append_text(marked_words(run, opening, closing, colour))
            found.append(" " if shown.endswith(" ") and words_alone else "")
    return _stripped(found)


def marked_words(run: Run, opening: str, closing: str, colour: str) -> Text:
    """The words of a run that was changed, in brackets, with the kind of the change where it is serious."""
    alone = re.sub(r"\s+", " ", plain(run.text)).strip()
    return Text(f"{opening}{_kind(run, alone)}{alone}{closing}", _style(run, colour))


def _kind(run: Run, changed: str) -> str:
    """The kind of a serious change, to stand before the words that were changed, if there are any."""
    if run.kind != "altered":
        return ""
    return f"!{run.note.removesuffix(' changed')}" + (": " if changed else "")


def _style(run: Run, colour: str) -> str:
    return f"bold reverse {colour}" if run.kind == "altered" else colour


def _stripped(text: Text) -> Text:
    end = len(text.plain.rstrip())
    return text[len(text.plain) - len(text.plain.lstrip()) : end] if end else Text()


def _changes(counts: Sequence[ChangeCount]) -> Iterator[Text]:
    """The changes by kind, the serious kinds first, each with how often it was made."""
    yield Text(f"\n{words.counted(sum(one.times for one in counts), 'change')}", "bold")
    ordered = sorted(counts, key=lambda one: (not one.serious, one.kind))
    for kind, group in groupby(ordered, key=lambda one: one.kind):
        alike = list(group)
        mark = "!" if alike[0].serious else ""
        yield Text(f"{mark}{kind}, {sum(one.times for one in alike):,}", "bold red" if mark else "bold")
        yield from (Text(f"   {_change(one)}") for one in alike)


def _change(count: ChangeCount) -> str:
    was, now = (f"“{one_line(one)}”" if one else "nothing" for one in (count.was, count.now))
    return f"{was} → {now}" + (f", {count.times:,} times" if count.times > 1 else "")
