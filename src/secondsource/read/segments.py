"""The entries of a live page, each with its own time and credit, and whether a text is cut off."""

import re

from secondsource.knowledge import Knowledge
from secondsource.model.report import Region, Segment
from secondsource.read.lines import Line
from secondsource.read.newsroom import agency_tags

FEWEST_ENTRIES = 2
_TIME = re.compile(
    r"^[#*_\s]*(?:(?:(?P<h>[01]?\d|2[0-3])[:.](?P<m>[0-5]\d)\s*(?P<half>[ap]\.?m\.?)?"
    r"|(?P<h2>[01]?\d)\s*(?P<half2>[ap]\.?m\.?))"
    r"\s*(?:\(?(?:GMT|UTC|IST|BST|EST|EDT|ET|CET|CEST|PST|PDT|local(?: time)?)\)?)?"
    r"|(?P<mil>(?:[01]\d|2[0-3])[0-5]\d)\s*(?:GMT|UTC|hrs|IST|BST))"
    r"(?:\s*[-:|,]\s|\s{2,}|[\s*_]*$|[*_]*\s(?=[A-Z]))",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"[(\[](?P<tag>[A-Z][\w ]{1,24})[)\]]\s*$|-\s(?P<dash>[A-Z][\w ]{1,24})\.?\s*$")
_CUT = re.compile(
    r"(?i:\b(?:read more|continue reading|read the full (?:story|article)|\(more\)|to be continued|"
    r"\[\+?\d+ chars\])\W*$)|(?:\.{3}|…)\s*[\])]?\s*$"
)
_CLOSED = re.compile(r"[.!?][\"')\]*_]*\s*$")
_TAGGED_END = re.compile(r"(?:[.!?][\"')\]]*\s*(?:[-(\[]\s*)?[A-Z][\w ,:./&-]{1,60}[)\]]?|[)\]])\s*$")


def segments(found: list[Line], day: str | None, knowledge: Knowledge) -> tuple[Segment, ...]:
    """The entries of a live page: each starts at a line that opens with a time, and runs to the next."""
    starts = [(i, m) for i, line in enumerate(found) if (m := _TIME.match(line.folded))]
    if len(starts) < FEWEST_ENTRIES:
        return ()
    tags = agency_tags(knowledge)
    entries = []
    for number, (i, match) in enumerate(starts):
        last = starts[number + 1][0] - 1 if number + 1 < len(starts) else len(found) - 1
        entries.append(
            Segment(
                start=found[i].start,
                end=found[last].end,
                published=f"{day}T{_clock(match)}" if day else _clock(match),
                credit=_credit(found[i : last + 1], tags),
            )
        )
    return tuple(entries)


def is_complete(text: str, regions: tuple[Region, ...], found: list[Line]) -> bool:
    """Whether the report reads to its end: its last sentence is closed and nothing sends the reader elsewhere."""
    body = [region for region in regions if region.kind == "body"]
    if not body:
        return False
    last = next(line for line in found if line.start == body[-1].start or line.end == body[-1].end)
    if _CUT.search(last.folded):
        return False
    after = [line.folded for line in found if line.start >= body[-1].end]
    if any(re.match(r"(?i:read more|continue reading|read the full|full story)", line) for line in after[:1]):
        return False
    return bool(_CLOSED.search(last.folded) or _TAGGED_END.search(last.folded) or last.is_item)


def _clock(match: re.Match[str]) -> str:
    if match.group("mil"):
        return f"{match.group('mil')[:2]}:{match.group('mil')[2:]}"
    hour, half = int(match.group("h") or match.group("h2")), (match.group("half") or match.group("half2") or "").lower()
    if half.startswith("p") and hour < 12:
        hour += 12
    if half.startswith("a") and hour == 12:
        hour = 0
    return f"{hour:02d}:{match.group('m') or '00'}"


def _credit(entry: list[Line], tags: dict[str, str]) -> str | None:
    for line in reversed(entry):
        match = _CREDIT.search(line.folded)
        label = tags.get((match.group("tag") or match.group("dash")).casefold().strip()) if match else None
        if label:
            return label
    return None
