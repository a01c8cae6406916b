r"""The first stage: bytes to a report.

`read(raw, knowledge, today)` gives a `Report`, or a `Discard` that says why there is none; it raises nothing on any
input. It is pure: no file, no network, no clock (`today` is the day of reading).

- What is read: `.txt`, `.md` and `.markdown` with YAML front matter, `.html`, `.htm` and `.xhtml`; a source without
  one of these endings is read as what its first bytes look like when it is an address, and is discarded as
  `unknown-format` when it is a file.
- The canonical text of `.txt` and `.md` is the decoded body, line ends normalised to `\n` and nothing else changed;
  that of a page is its report's paragraphs with a blank line between them. Text that the page hides is never in it.
- Every line is of one region (headline, dek, caption, body) or is furniture. Furniture stays in the text, marked.
- `published` is a day that the report itself, its page, its dateline or its address states. Where there is none,
  `bounds` says between which days it must have appeared, with the reasons.
- `understood` is whether the later stages read its language, which today is English only.
"""

import datetime
from dataclasses import replace
from hashlib import sha256
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from secondsource.knowledge import Knowledge
from secondsource.model.evidence import content_id
from secondsource.model.report import Discard, Raw, Report
from secondsource.read.dateline import Dateline, find_dateline
from secondsource.read.dating import bounds_of
from secondsource.read.decoding import decode, discard, length_fault, words_fault
from secondsource.read.html import extract
from secondsource.read.language import language_of
from secondsource.read.lines import Line, lines
from secondsource.read.markdown import BrokenFrontMatter, FrontMatter, split
from secondsource.read.markup import BrokenMarkup
from secondsource.read.newsroom import agency_of, byline_of, outlet_of
from secondsource.read.page import Layout, lay_out
from secondsource.read.published import appearance
from secondsource.read.segments import is_complete, segments

__all__ = ["FORMATS", "READER", "read"]

READER = "read-1"
"""The version of the reader. A change that can change a canonical text changes it."""
FORMATS = {".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown"} | dict.fromkeys(
    (".html", ".htm", ".xhtml", ".shtml"), "html"
)
_UNDERSTOOD = "en"


def read(raw: Raw, knowledge: Knowledge, today: datetime.date) -> Report | Discard:
    """The report in `raw`, read on the day `today`, or why there is none."""
    text = decode(raw)
    if isinstance(text, Discard):
        return text
    form = _format(raw.source, text)
    if form is None:
        known = ", ".join(FORMATS)
        return discard(raw, "unknown-format", f"its name does not end in one of {known}")
    try:
        about, body = _opened(form, text)
    except BrokenFrontMatter as fault:
        return discard(raw, "broken-front-matter", str(fault))
    except BrokenMarkup as fault:
        return discard(raw, "broken-markup", str(fault))
    if form == "html" and not body:
        return discard(raw, "no-article", "no report was found on the page; it may be a list, a form or a picture")
    unfit = length_fault(raw, body) or words_fault(raw, body)
    return unfit or _report(raw, about, body, knowledge, today)


def _format(source: str, text: str) -> str | None:
    address = urlsplit(source) if source.startswith(("https://", "http://")) else None
    suffix = PurePosixPath(address.path if address else source.replace("\\", "/")).suffix.lower()
    if suffix in FORMATS:
        return FORMATS[suffix]
    if address is None:
        return None
    return "html" if "<" in text[:1000] and ("<html" in text[:5000].lower() or "<body" in text.lower()) else "text"


def _opened(form: str, text: str) -> tuple[FrontMatter, str]:
    if form == "markdown":
        return split(text)
    return extract(text) if form == "html" else (FrontMatter(), text)


def _report(raw: Raw, about: FrontMatter, text: str, knowledge: Knowledge, today: datetime.date) -> Report:
    url = about.url or (raw.source if raw.source.startswith(("https://", "http://")) else None)
    found = lines(text, knowledge)
    layout = lay_out(text, found, knowledge, about.title)
    dateline = _dateline(found)
    when = appearance(about.published, about.updated, url, found, dateline)
    language = language_of(_prose(text, layout), about.language)
    bounds = None if when.day else bounds_of(text, layout.furniture, replace(when, url=url), dateline, knowledge, today)
    digest = sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()
    return Report(
        id=content_id("rep", url or _file_name(raw.source), digest),
        source=raw.source,
        url=url,
        text=text,
        sha256=digest,
        reader=READER,
        title=about.title or layout.headline,
        outlet=outlet_of(about.outlet, url, found, knowledge),
        byline=byline_of(about.byline, found),
        dateline=dateline.place if dateline else None,
        agency=agency_of(found, dateline, knowledge),
        language=language,
        understood=language == _UNDERSTOOD,
        complete=is_complete(text, layout.regions, found),
        published=when.day.isoformat() if when.day else None,
        published_basis=when.basis or ("bounds" if bounds else None),
        updated=when.updated.isoformat() if when.updated else None,
        bounds=bounds,
        furniture=layout.furniture,
        regions=layout.regions,
        segments=segments(found, when.day.isoformat() if when.day else None, knowledge),
    )


def _file_name(source: str) -> str:
    """The name without its folder: the same file is the same report wherever the folder stands."""
    return PurePosixPath(source.replace("\\", "/")).name


def _dateline(found: list[Line]) -> Dateline | None:
    opening = next((line for line in found if line.is_paragraph), None)
    return find_dateline(opening.folded) if opening else None


def _prose(text: str, layout: Layout) -> str:
    body = "\n".join(text[r.start : r.end] for r in layout.regions if r.kind == "body")
    return body or text
