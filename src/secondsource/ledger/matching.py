"""Joins the sayings of one speaker into acts, the surest ground first: words, then matters, then the one report."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from secondsource.ledger.acts import Act, Acts, Ground, Saying, may_join
from secondsource.ledger.sameness import (
    VERBATIM_FEWEST,
    Wording,
    candidates,
    is_edited,
    is_same,
    is_verbatim,
    overlap,
    wording,
)
from secondsource.model.report import Report

# What stands between two parts of one quotation: "... before the summer," said the minister, "and not later."
_BETWEEN = re.compile(r"[^\"“”\n]{0,60}")
# The words of a saying, and whether they stand in quotation marks.
_Text = tuple[Wording, bool]


def acts_of(sayings: Sequence[Saying], reports: Mapping[str, Report]) -> list[Act]:
    """The acts of one speaker, from all of his sayings.

    Args:
        sayings: everything on the speaker's word.
        reports: the reports that it stands in, by id.
    """
    ordered = sorted(sayings, key=lambda s: (s.place.report, s.place.start, s.place.end, s.of))
    acts = Acts(ordered)
    texts = _texts(acts, ordered, reports)
    _join_words(acts, texts)
    _join_matters(acts, ordered)
    for _, told in sorted(_grouped((s.place.report, s) for s in ordered).items()):
        acts.sweep(acts.among(told), "one-report")
    return acts.among(ordered)


def _texts(acts: Acts, sayings: Sequence[Saying], reports: Mapping[str, Report]) -> dict[_Text, list[Saying]]:
    """The wordings of all sayings; what one report prints as one saying is made one act first."""
    found: dict[_Text, list[Saying]] = defaultdict(list)
    for saying in sayings:
        found[wording(saying.text), saying.quoted].append(saying)
    for _, told in sorted(_grouped((s.place.report, s) for s in sayings).items()):
        for one, other in _overlapping(told):
            acts.unite(acts.of[one.of], acts.of[other.of])
        text = reports[told[0].place.report].text
        for parts in _quotations(acts, [s for s in told if s.quoted], text):
            whole = " ".join(s.text for s in parts)
            found[wording(whole), True].append(parts[0])
    return found


def _overlapping(told: Sequence[Saying]) -> Iterator[tuple[Saying, Saying]]:
    """Sayings of one report, in order of place, that share text."""
    furthest = told[0]
    for saying in told[1:]:
        if saying.place.start < furthest.place.end:
            yield furthest, saying
        furthest = max(furthest, saying, key=lambda s: s.place.end)


def _quotations(acts: Acts, quoted: Sequence[Saying], text: str) -> Iterator[list[Saying]]:
    """The quotations of one report that were split around "he said", each with its parts."""
    parts = list(quoted[:1])
    for one, other in pairwise(quoted):
        between = text[one.place.end : other.place.start]
        goes_on = bool(_BETWEEN.fullmatch(between)) and other.place.start >= one.place.end
        if goes_on and acts.join(acts.of[parts[0].of], acts.of[other.of], "one-report"):
            parts.append(other)
            continue
        if len(parts) > 1:
            yield parts
        parts = [other]
    if len(parts) > 1:
        yield parts


def _join_words(acts: Acts, texts: Mapping[_Text, Sequence[Saying]]) -> None:
    """Join what has the same words, the surest first; sentences that only report are held against quotations."""
    several = sorted(texts, key=lambda text: (text[0].words, text[1]))
    for words, quoted in several:
        if quoted and is_same(words, words):
            ground: Ground = "same-words" if len(words.words) >= VERBATIM_FEWEST else "edited-words"
            acts.sweep(acts.among(texts[words, quoted]), ground)
    for ground, one, other in _alike(several):
        for act in acts.among(texts[several[one]]):
            for like in acts.among(texts[several[other]]):
                acts.join(acts.of[act.first], acts.of[like.first], ground)


def _alike(texts: Sequence[_Text]) -> list[tuple[Ground, int, int]]:
    """The pairs of wordings that are of the same words, word for word first, then by how much they share."""
    found: list[tuple[int, float, int, int]] = []
    for one, other in candidates([words for words, _ in texts]):
        (ours, quoted), (theirs, also) = texts[one], texts[other]
        if quoted and also and is_verbatim(ours, theirs):
            found.append((0, 0.0, one, other))
        elif (quoted and also and is_same(ours, theirs)) or (quoted != also and is_edited(ours, theirs)):
            found.append((1, -overlap(ours, theirs)[0], one, other))
    return [("edited-words" if rank else "same-words", one, other) for rank, _, one, other in sorted(found)]


def _join_matters(acts: Acts, sayings: Sequence[Saying]) -> None:
    """Join what tells one matter within the days; what bears no day goes with the only act it can be of, or with none.

    Several undated sayings of a matter are one act at most, so that none of them picks among acts by itself.
    """
    for _, told in sorted(_grouped((s.matter, s) for s in sayings if s.matter).items()):
        several = acts.among(told)
        placed = acts.sweep((act for act in several if act.is_placed), "same-matter")
        for act in acts.sweep((act for act in several if not act.is_placed), "same-matter"):
            hosts = [host for host in placed if may_join(host, act, "same-matter")]
            if len(hosts) == 1:
                acts.join(hosts[0], act, "same-matter")


def _grouped(pairs: Iterable[tuple[str | None, Saying]]) -> dict[str, list[Saying]]:
    groups: dict[str, list[Saying]] = defaultdict(list)
    for key, saying in pairs:
        groups[key or ""].append(saying)
    return groups
