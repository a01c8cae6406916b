"""What somebody said, in the wordings of all reports that carry it, with the differences marked."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from secondsource.cli import words
from secondsource.cli.output import one_line, plain
from secondsource.cli.sources_aligned import marked_words
from secondsource.model.evidence import Span
from secondsource.model.ledger import Ledger
from secondsource.model.report import Report
from secondsource.model.statement import Comparison, Difference, Utterance
from secondsource.publish.aligned import SERIOUS
from secondsource.publish.views import Run

# What a fact-checker must see first: the speaker is made to say another number, or the contrary.
FIRST = ("number", "negation")
MISATTRIBUTED = "misattributed"

_LEGEND = (
    "[-words-] stand only in the fullest wording, {+words+} only in the one shown; ! marks a serious difference, with "
    "its kind"
)
_INDENT = 3


def said_in_several(ledger: Ledger, reports: Sequence[Report], chosen: Collection[str]) -> list[Utterance]:
    """The acts of saying that stand in two reports or more, or under two names; what differs most comes first.

    Args:
        ledger: the ledger of the library.
        reports: the reports of the library; what stands in others, gone since, is left out.
        chosen: the ids of reports that a reader named: only what stands in all of them is shown.
    """
    here, label = {one.id for one in reports}, _labels(ledger)
    several = []
    for act in ledger.utterances:
        standing = {wording.report for wording in act.wordings}
        shown = len(standing) > 1 or any(reason.rule == MISATTRIBUTED for reason in act.reasons)
        if shown and standing <= here and standing >= set(chosen):
            several.append(act)
    return sorted(several, key=lambda act: (_rank(act), label[act.informant], act.start or "", act.id))


def said_part(whole: dict[str, Any], chosen: Collection[str]) -> dict[str, object]:
    """The same acts of saying, and those who said them, as the export holds them."""
    acts = []
    for act in whole["utterances"]:
        standing = {wording["report"] for wording in act["wordings"]}
        shown = len(standing) > 1 or any(reason["rule"] == MISATTRIBUTED for reason in act["reasons"])
        if shown and standing >= set(chosen):
            acts.append(act)
    speakers = {act["informant"] for act in acts}
    return {"utterances": acts, "informants": [one for one in whole["informants"] if one["id"] in speakers]}


def said_blocks(acts: Sequence[Utterance], ledger: Ledger, reports: Mapping[str, Report]) -> Iterator[RenderableType]:
    """A heading for each act with its reasons, then its wordings, each under its outlet.

    Args:
        acts: acts of saying, in the order in which they are shown.
        ledger: for the names of those who said it.
        reports: the reports of the library, by id.
    """
    label = _labels(ledger)
    counted = words.counted(len(acts), "act")
    yield Text(f"{counted} of saying that stand in two reports or more, or under two names", "bold")
    if acts:
        yield Text(_LEGEND)
    for act in acts:
        yield Text(f"\n{_heading(act, label[act.informant])}", "bold")
        for reason in act.reasons:
            mark, style = ("!", "bold red") if reason.rule == MISATTRIBUTED else ("", "")
            yield _indented(Text(f"{mark}{one_line(reason.detail)}", style), 1)
        yield from _wordings(act, reports)


def _labels(ledger: Ledger) -> dict[str, str]:
    return {one.id: one.label for one in ledger.informants}


def _rank(act: Utterance) -> tuple[int, int]:
    """Acts with differing numbers or negations first, then those with other differences."""
    kinds = [one.kind for comparison in act.comparisons for one in comparison.differences]
    return -sum(kind in FIRST for kind in kinds), -sum(kind in SERIOUS for kind in kinds)


def _heading(act: Utterance, label: str) -> str:
    several = words.counted(len({wording.report for wording in act.wordings}), "report")
    days = words.when(act.start, act.end) or "day unknown"
    occasion = "" if act.form == "unknown" else f"{act.form.replace('-', ' ')}, "
    return f"{one_line(label)}: {occasion}{days}, in {several}"


def _wordings(act: Utterance, reports: Mapping[str, Report]) -> Iterator[RenderableType]:
    """The wordings in groups of the same words, the fullest of each first, the most different after it."""
    compared = {one.wording: one for one in act.comparisons}
    heads = [place for place in range(len(act.wordings)) if place not in compared]
    for head in heads:
        yield _indented(_outlet(act.wordings[head], reports), 1)
        yield _indented(_words(act.wordings[head], reports), 2)
        beside = [one for one in act.comparisons if one.of == head]
        for comparison in sorted(beside, key=lambda one: (_first(one.differences), one.wording)):
            place, fullest = act.wordings[comparison.wording], act.wordings[head]
            yield _indented(_outlet(place, reports), 1)
            texts = reports[place.report].text, reports[fullest.report].text
            yield _indented(_marked(place, comparison, texts), 2)
            for one in sorted(comparison.differences, key=lambda d: (d.kind not in FIRST, d.kind not in SERIOUS)):
                yield _indented(_listed(one, texts), 3)


def _first(differences: Sequence[Difference]) -> int:
    return -sum(one.kind in FIRST for one in differences)


def _outlet(place: Span, reports: Mapping[str, Report]) -> Text:
    report = reports[place.report]
    return Text(one_line(f"{report.outlet}  ({report.source})" if report.outlet else report.source))


def _words(place: Span, reports: Mapping[str, Report]) -> Text:
    return Text(one_line(reports[place.report].text[place.start : place.end]))


def _marked(place: Span, comparison: Comparison, texts: tuple[str, str]) -> Text:
    """A wording in one line, with what the fullest has instead before what stands here."""
    text, fullest = texts
    found, at = Text(), place.start
    for one in comparison.differences:
        found.append(re.sub(r"\s+", " ", plain(text[at : one.start])))
        was, now = fullest[one.of_start : one.of_end], text[one.start : one.end]
        if was and not now and found and not found.plain.endswith((" ", '"', "“")):
            found.append(" ")
        if was:
            found.append_text(marked_words(_run(one, was), "[-", "-]", "red"))
        if now:
            found.append_text(marked_words(_run(one, now), "{+", "+}", "green"))
        at = one.end
    return found.append(re.sub(r"\s+", " ", plain(text[at : place.end])))


def _run(one: Difference, text: str) -> Run:
    return Run(text=text, kind="altered" if one.kind in SERIOUS else "reworded", note=one.kind)


def _listed(one: Difference, texts: tuple[str, str]) -> Text:
    text, fullest = texts
    was, now = (
        f"“{one_line(words_of)}”" if words_of else "nothing"
        for words_of in (fullest[one.of_start : one.of_end], text[one.start : one.end])
    )
    serious = one.kind in SERIOUS
    return Text(f"{'!' if serious else ''}{one.kind}: {was} → {now}", "bold red" if serious else "")


def _indented(text: Text, depth: int) -> Padding:
    return Padding(text, (0, 0, 0, _INDENT * depth))
