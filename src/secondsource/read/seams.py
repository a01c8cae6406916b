"""What a lost line break glued to a paragraph: a headline before the dateline, a link after the last word."""

from collections.abc import Iterator

from secondsource.knowledge import Knowledge
from secondsource.model.report import Region, Stretch
from secondsource.read.dateline import find_dateline
from secondsource.read.lines import Line, page_phrase
from secondsource.text.sentences import sentences

FEWEST_GLUED_WORDS = 4
_NOISE = frozenset(
    "the a an of in on to for and with by at as from is are was be its it this that over after us".split()
)
_EDGE_VALUES = ("also-read", "newsletter", "consent", "share", "advertisement", "copyright")


def words_of(report: list[Line]) -> set[str]:
    """The words of the report's lines, without their plural and possessive endings."""
    return {_stem(word) for paragraph in report for word in paragraph.words}


def shares(words: tuple[str, ...], told: set[str]) -> bool:
    """Whether a line with these words speaks of what the report (its `words_of`) speaks of."""
    return any(_stem(word) in told for word in words if word not in _NOISE and len(word) > 2)


def split_glued(regions: tuple[Region, ...], report: list[Line]) -> tuple[tuple[Region, ...], list[Stretch]]:
    """The regions with a headline that stands before the dateline cut off; one of another story is furniture."""
    opening = report[0] if report else None
    dateline = find_dateline(opening.folded) if opening else None
    if opening is None or dateline is None:
        return regions, []
    before = opening.folded[: dateline.start].rstrip()
    if len(before.split()) < FEWEST_GLUED_WORDS or before.startswith("By "):
        return regions, []
    seam = opening.start + dateline.start
    glued = len(before.split())
    rest = {_stem(word) for word in opening.words[glued:]} | words_of(report[1:])
    own = shares(opening.words[:glued], rest) and not before.endswith(".")
    changed: list[Region] = []
    for region in regions:
        if region.start != opening.start:
            changed.append(region)
            continue
        if own:
            changed.append(Region(start=region.start, end=region.start + len(before), kind="headline"))
        changed.append(Region(start=seam, end=region.end, kind=region.kind))
    return tuple(changed), [] if own else [Stretch(start=opening.start, end=opening.start + len(before))]


def edge_sentences(text: str, report: list[Line], knowledge: Knowledge) -> Iterator[Stretch]:
    """Page phrases that stand as the first sentence of the first paragraph or the last of the last."""
    if not report:
        return
    for line, number in ((report[0], 0), (report[-1], -1)):
        parts = sentences(text[line.start : line.end])
        if len(parts) < 2:
            continue
        part = parts[number]
        if page_phrase(line.folded[part.start : part.end], knowledge)[1] in _EDGE_VALUES:
            yield Stretch(start=line.start + part.start, end=line.start + part.end)


def _stem(word: str) -> str:
    return word.removesuffix("'s").removesuffix("s")
