"""Who published and who wrote a report: outlet, byline, agency."""

import re
from functools import lru_cache
from urllib.parse import urlsplit

from secondsource.knowledge import Knowledge
from secondsource.knowledge.entries import Outlet
from secondsource.read.dateline import Dateline
from secondsource.read.lines import Line

_STAFF = re.compile(r"^(?P<name>(?:[A-Z][\w.'&-]*\s){1,4})(?:Staff|Web Desk|News Desk|Desk|Bureau|Newsroom)\b")
_BY = re.compile(
    r"^(?i:(?:(?:written|reported|compiled|edited|story|report|posted|words)\s+)?by)[:\s]+(?P<name>[A-Z][^|\n]{2,100}?)"
    r"(?:\s*[|]|\s+-\s|$)"
)
_BY_IN_TEXT = re.compile(r"^By\s+(?P<name>(?:[A-Z][\w.'-]*\s+){1,4}?[A-Z][\w'-]+)\.\s")
_INPUTS = re.compile(r"(?i:with (?:agency )?inputs? from|inputs? from|\bagenc(?:y|ies)\s*:)\s+(?P<name>[^.()\n]{2,60})")
_TAG = re.compile(r"[(\[]\s*(?P<name>[A-Za-z][\w /&.-]{1,30}?)\s*[)\]]|(?:--?|-\s)\s*(?P<dash>[A-Z][\w ]{1,24})\.?\s*$")
_LAST = re.compile(r"(?:^|[.!?\"')]\s*|,\s(?:The\s)?)(?P<name>[A-Z][\w ]{1,30})\.?\s*$")
_TAIL = 120


def outlet_of(printed: str | None, url: str | None, found: list[Line], knowledge: Knowledge) -> str | None:
    """The outlet as the knowledge prints it: by the name the page gives, its address, or its staff byline."""
    if printed:
        return outlet_label(printed, knowledge)
    host = urlsplit(url).hostname if url else None
    known = knowledge.outlet_of_host(host) if host else None
    if known:
        return known.short
    staff = next((m for line in found if line.kind == "byline" and (m := _STAFF.match(line.folded))), None)
    name = staff.group("name").strip() if staff else ""
    return (
        outlet_label(name, knowledge) if name and name.split()[0].lower() not in ("our", "the", "web", "news") else None
    )


def outlet_label(printed: str, knowledge: Knowledge) -> str:
    """The label of the outlet called `printed`; a name that is not known stays as it is printed."""
    wanted = _plain(printed)
    for outlet in knowledge.all("outlet", Outlet):
        if wanted in {_plain(name) for name in (outlet.name, outlet.short, *outlet.aliases, *outlet.weak)}:
            return outlet.short
    return printed


def byline_of(printed: str | None, found: list[Line]) -> str | None:
    """Who wrote the report: as the page says, as a line of its own says, or before the dateline."""
    if printed:
        return printed
    for line in found:
        if line.kind == "byline":
            match = _BY.match(line.folded)
            return (match.group("name") if match else line.folded).strip(" ,")
    opening = next((line for line in found if line.is_paragraph), None)
    match = _BY_IN_TEXT.match(opening.folded) if opening else None
    return match.group("name") if match else None


def agency_of(found: list[Line], dateline: Dateline | None, knowledge: Knowledge) -> str | None:
    """The news agency that the report comes from: by its dateline, its closing tag, or `With inputs from`."""
    tags = agency_tags(knowledge)
    if dateline and dateline.tag:
        label = _agency_in(dateline.tag, tags)
        if label:
            return label
    prose = [line.folded for line in found if line.kind != "furniture"]
    for text in reversed(prose[-4:]):
        tail = text[-_TAIL:]
        names = [m.group("name") or m.group("dash") for m in _TAG.finditer(tail) if m.end() >= len(tail.rstrip()) - 2]
        names += [m.group("name") for m in [_LAST.search(tail)] if m]
        names += [m.group("name") for m in _INPUTS.finditer(text)]
        label = next((label for name in names if (label := _agency_in(name, tags))), None)
        if label:
            return label
    return None


@lru_cache(maxsize=4)
def agency_tags(knowledge: Knowledge) -> dict[str, str]:
    """What an agency is called at the end of its reports, and its label."""
    return {
        _plain(name): outlet.short
        for outlet in knowledge.all("outlet", Outlet)
        if outlet.kind == "agency"
        for name in (outlet.name, outlet.short, *outlet.aliases, *outlet.weak, *outlet.tags)
    }


def _agency_in(printed: str, tags: dict[str, str]) -> str | None:
    for part in (printed, *re.split(r"\s*[/,&-]\s*|\s+and\s+", printed)):
        label = tags.get(_plain(part))
        if label:
            return label
    return None


def _plain(name: str) -> str:
    return re.sub(r"^the\s+", "", re.sub(r"[^\w ]+", "", name.casefold())).strip()
