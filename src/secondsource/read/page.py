"""Which lines of a text are the report, which are its headline, dek and captions, and which are furniture.

The page is read as three stretches: the head before the first paragraph, the paragraphs, and the tail after the last.
In the head and the tail a line has to look like part of the report to be taken for one; between paragraphs it is part
of the report unless it is known for furniture.
"""

import re
from dataclasses import dataclass

from secondsource.knowledge import Knowledge
from secondsource.model.report import Region, RegionKind, Stretch
from secondsource.read.lines import Line
from secondsource.read.seams import edge_sentences, shares, split_glued, words_of
from secondsource.text.folding import fold

Role = RegionKind | None
"""None is furniture."""
LONGEST_HEADLINE = 20
"""Words. Of 2,095 BBC headlines none has more; a longer line before the report is its dek."""
LONGEST_TEASER = 16
"""Words. A line at the tail without a full stop and with no more words is another story's headline or a menu."""
FEWEST_HEADLINE = 3
_SCENE = ("scene", "naming")
_STARTS_AS_CAPTION = re.compile(r"^(?:A|An|The|Two|Three|Four|Five|Six|FILE|File|\d+)\s")
_CREDIT = re.compile(
    r"[(\[][^()\[\]]*(?:(?i:photo|image|picture|pic|file|courtesy)|Getty|AFP|Reuters|AP)[^()\[\]]*[)\]]\.?$"
    r"|(?i:\b(?:photo|image|picture|photograph)s?(?: (?:by|credit|courtesy))?\s*:?\s).{2,80}$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The parts of a page. `headline` is the text of the headline region, where there is one."""

    regions: tuple[Region, ...]
    furniture: tuple[Stretch, ...]
    headline: str | None


def lay_out(text: str, found: list[Line], knowledge: Knowledge, title: str | None = None) -> Layout:
    """The regions and the furniture of `text`, whose lines are `found`; `title` is what the page is called."""
    first, last = _report(found)
    roles: list[Role] = [
        *_head(found[:first], found[first : last + 1], title),
        *(_middle(line) for line in found[first : last + 1]),
        *_tail(found[last + 1 :]),
    ]
    regions = tuple(
        Region(start=line.start, end=line.end, kind=role) for line, role in zip(found, roles, strict=True) if role
    )
    furniture = [
        Stretch(start=line.start, end=line.end) for line, role in zip(found, roles, strict=True) if role is None
    ]
    furniture += [credit for line, role in zip(found, roles, strict=True) if role and (credit := _credit(line))]
    regions, glued = split_glued(regions, found[first : last + 1])
    furniture += [*glued, *edge_sentences(text, found[first : last + 1], knowledge)]
    headline = next((text[r.start : r.end].strip("#*_ ") for r in regions if r.kind == "headline"), None)
    return Layout(regions=regions, furniture=_merged(furniture), headline=headline)


def _merged(stretches: list[Stretch]) -> tuple[Stretch, ...]:
    """In order of place, each once, none inside another."""
    kept: list[Stretch] = []
    for stretch in sorted(stretches, key=lambda s: (s.start, -s.end)):
        if not kept or stretch.end > kept[-1].end:
            kept.append(stretch)
    return tuple(kept)


def _report(found: list[Line]) -> tuple[int, int]:
    """The numbers of the first and the last paragraph; where no line reads as one, of the likeliest line."""
    numbers = [i for i, line in enumerate(found) if line.is_paragraph]
    if not numbers:
        numbers = [i for i, line in enumerate(found) if line.kind is None and line.closed]
    if not numbers and found:
        numbers = [max(range(len(found)), key=lambda i: (found[i].kind is None, len(found[i].words)))]
    return (numbers[0], numbers[-1]) if numbers else (0, -1)


def _head(head: list[Line], report: list[Line], title: str | None) -> list[Role]:
    roles: dict[int, Role] = {}
    for i, line in enumerate(head):
        if line.kind in ("furniture", "date-line", "byline"):
            roles[i] = None
        elif line.kind == "credit-line":
            roles[i] = _credited(line)
    _mark_doubles(head, roles)
    open_ = [i for i in range(len(head)) if i not in roles]
    for i in open_:
        alone = len(open_) == 1
        if head[i].kind == "caption" and (_STARTS_AS_CAPTION.match(head[i].folded) or i != open_[0]):
            roles[i] = "caption"
        elif len(head[i].words) < FEWEST_HEADLINE and not (alone and len(head[i].words) > 1):
            roles[i] = None
    _mark_headline(head, report, title, roles)
    return [roles[i] for i in range(len(head))]


def _mark_doubles(head: list[Line], roles: dict[int, Role]) -> None:
    """The second of two equal lines is there because the page shows it twice."""
    seen: set[str] = set()
    for i, line in enumerate(head):
        if line.folded.casefold() in seen:
            roles[i] = None
        seen.add(line.folded.casefold())


def _mark_headline(head: list[Line], report: list[Line], title: str | None, roles: dict[int, Role]) -> None:
    """One headline; the other lines stand under it, or belong to another story."""
    open_ = [i for i in range(len(head)) if i not in roles]
    told = words_of(report)
    about = {i: shares(head[i].words, told) for i in open_}
    some = any(about.values())
    for i in open_:
        if some and not about[i] and not head[i].closed:
            roles[i] = None
    candidates = [i for i in open_ if i not in roles and _may_be_headline(head[i])]
    if title:
        candidates = [i for i in candidates if head[i].folded.strip("# ").casefold() == fold(title).strip().casefold()]
    headline = candidates[0] if candidates else None
    for i in open_:
        if i not in roles:
            roles[i] = "headline" if i == headline else "body" if _reads_as_body(head[i], title or headline) else "dek"


def _reads_as_body(line: Line, headline: object) -> bool:
    return line.is_item or line.folded.rstrip("\"')").endswith(".") or (line.closed and headline is None)


def _may_be_headline(line: Line) -> bool:
    if line.is_item or len(line.words) > LONGEST_HEADLINE:
        return False
    return not re.search(r"[.;][\"')\]]*$", line.folded)


def _middle(line: Line) -> Role:
    if line.kind in ("furniture", "date-line", "byline"):
        return None
    if line.kind == "credit-line":
        return _credited(line)
    return "caption" if line.kind == "caption" and not line.closed else "body"


def _tail(tail: list[Line]) -> list[Role]:
    roles: list[Role] = []
    listed = False
    for line in tail:
        listed = listed or line.value in ("list-head", "also-read")
        if line.kind in ("furniture", "date-line", "byline"):
            roles.append(None)
        elif line.kind == "credit-line":
            roles.append(_credited(line))
        elif line.is_item and not listed:
            roles.append("body")
        elif listed or (not line.closed and len(line.words) <= LONGEST_TEASER):
            roles.append(None)
        else:
            roles.append("body")
    return roles


def _credited(line: Line) -> Role:
    """A photo credit with words before it is a caption; alone it is furniture."""
    credit = _credit(line)
    before = credit.start - line.start if credit else 0
    return "caption" if before > 20 else None


def _credit(line: Line) -> Stretch | None:
    match = _CREDIT.search(line.folded) if line.kind == "credit-line" else None
    return Stretch(start=line.start + match.start(), end=line.end) if match else None
