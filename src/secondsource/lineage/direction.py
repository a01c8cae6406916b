"""Which of two texts took from the other: evidence that points one way, counted and said.

Rewording is one-way: a machine turns "State Department" into something that is no name, and never back. A claimed
date alone never decides. Where the evidence does not reach the threshold the direction is undetermined.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from secondsource.lineage.alignment import Aligned, Block
from secondsource.lineage.debris import BRACES, GLUED
from secondsource.lineage.page import Page, outlets_by_label
from secondsource.lineage.relations import Likeness
from secondsource.lineage.sides import Side
from secondsource.lineage.strain import strain
from secondsource.model.evidence import Reason
from secondsource.model.report import Report
from secondsource.text.folding import fold

# Two independent signs, or one that a machine leaves behind. The direction of a reworded text decides whose words count
# as facts, so that more is asked for it than for a reprint, where both sides say the same.
DECIDING_WEIGHT = 2.0
DECIDING_WEIGHT_COPY = 1.25
# A side that stands almost whole in the other, which has much more: the short one was cut from the long one.
CUT_COVERAGE = 0.9
CUT_OF_COVERAGE = 0.8
# The exchanged words of two texts by human hands differ by up to 20 bits in sum, of machine and source by 30 to 400
# (docs/method/lineage.md); less than the first figure is no sign.
STRAINED_BITS = 15.0
BITS_A_POINT = 11.5
SENTENCE_WORDS = 12
NAME_WORDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One sign that a side is the taker; `weight` is positive for the left side, negative for the right."""

    weight: float
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """`taker` is `left`, `right` or None; `reasons` are those that point to it, or all where none does."""

    taker: str | None
    weight: float
    reasons: tuple[Reason, ...]


def direction(passages: Sequence[Aligned], texts: tuple[Side, Side], like: Likeness) -> Verdict:
    """Weigh every sign of who took from whom, of the left and the right text."""
    left, right = (text.page for text in texts)
    signs = [
        *_damage(left, right),
        *_strained(passages, texts),
        *([] if like.is_copy else _left_out(passages, texts)),
        *_damaged_names(passages, texts, (left.report.outlet, right.report.outlet)),
        *_dropped_head(left.report, right.report),
        *_credit(left, right, texts),
        *_cut(texts, like),
        *_dates(left.report, right.report),
    ]
    total = sum(s.weight for s in signs)
    textual = sum(s.weight for s in signs if s.reason.rule != "dates")
    needed = DECIDING_WEIGHT_COPY if like.is_copy else DECIDING_WEIGHT
    if abs(total) < needed or total * textual <= 0:
        return Verdict(taker=None, weight=abs(total), reasons=tuple(s.reason for s in signs))
    pointing = tuple(s.reason for s in signs if s.weight * total > 0)
    return Verdict(taker="left" if total > 0 else "right", weight=abs(total), reasons=pointing)


def _damage(left: Page, right: Page) -> list[Sign]:
    """Leaked template braces and sentences glued without a space are left behind by rewording machines."""
    signs = []
    for pattern, rule, what, weight in (
        (BRACES, "spintax", "leaked template braces", 2.0),
        (GLUED, "glued-sentences", "sentences glued together", 0.75),
    ):
        ours, theirs = pattern.findall(left.report.text), pattern.findall(right.report.text)
        if len(ours) != len(theirs):
            sign = 1 if len(ours) > len(theirs) else -1
            shown = (ours if sign > 0 else theirs)[0]
            signs.append(Sign(weight=sign * weight, reason=Reason(rule=rule, detail=f"{what}, such as {shown!r}")))
    return signs


def _strained(passages: Sequence[Aligned], texts: tuple[Side, Side]) -> list[Sign]:
    """Words rarer and in worse company than those of the other side: rewording machines put them there."""
    found = strain(passages, texts[0].prose, texts[1].prose, texts[0].known)
    signs = []
    for amount, least, each, most, rule, what in (
        (found.bits, STRAINED_BITS, 1 / BITS_A_POINT, 4.0, "strained-words", "words strained where the other is plain"),
        (found.articles, 1, 0.6, 1.2, "wrong-articles", "'a' and 'an' before the wrong sound"),
        (found.unknown, 1, 0.4, 1.2, "unknown-words", "words that no dictionary has, where the other has plain ones"),
        (found.scattered, 1, 0.3, 0.9, "scattered-words", "several words where the other keeps to one"),
    ):
        if abs(amount) >= least:
            sign = 1 if amount > 0 else -1
            examples = found.examples(left=sign > 0) if rule == "strained-words" else []
            shown = "; ".join(f"{ours!r} for {theirs!r}" for ours, theirs in examples)
            reason = Reason(rule=rule, detail=f"{what}: {shown}" if shown else what)
            signs.append(Sign(weight=sign * min(most, each * abs(amount)), reason=reason))
    return signs


def _left_out(passages: Sequence[Aligned], texts: tuple[Side, Side]) -> list[Sign]:
    """A text that stands wholly in the other, which has stretches of its own: a machine leaves out and adds nothing."""
    gaps = [
        _gaps([(p.start, p.end) for p in passages], len(texts[0].tokens)),
        _gaps([(p.of_start, p.of_end) for p in passages], len(texts[1].tokens)),
    ]
    more = gaps[1] - gaps[0]
    if not more or min(gaps):
        return []
    detail = "has nothing that the other lacks, and lacks what the other has"
    weight = max(-0.6, min(0.6, 0.3 * more))
    return [Sign(weight=weight, reason=Reason(rule="left-out", detail=detail))]


def _gaps(spans: list[tuple[int, int]], words: int) -> int:
    """How many stretches of a sentence's length lie outside the spans."""
    found, reached = 0, 0
    for start, end in [*sorted(spans), (words, words)]:
        found += start - reached >= SENTENCE_WORDS
        reached = max(reached, end)
    return found


def _damaged_names(
    passages: Sequence[Aligned], texts: tuple[Side, Side], outlets: tuple[str | None, str | None]
) -> list[Sign]:
    """Known names, and the names of the two outlets, that stand on the other side as something unknown."""
    left, right = (_names(text, outlets) for text in texts)
    lost: tuple[dict[str, str], dict[str, str]] = ({}, {})
    for block in (b for p in passages for b in p.blocks if _exchanges_a_name(b, texts)):
        ours, theirs = texts[0].span(block.start, block.end), texts[1].span(block.of_start, block.of_end)
        in_left, in_right = _touching(left, ours), _touching(right, theirs)
        if in_right and not in_left:
            lost[0].setdefault(texts[1].text[slice(*in_right)], texts[0].text[slice(*ours)])
        elif in_left and not in_right:
            lost[1].setdefault(texts[0].text[slice(*in_left)], texts[1].text[slice(*theirs)])
    signs = []
    for names, sign in zip(lost, (1, -1), strict=True):
        if names:
            shown = "; ".join(f"{name!r} became {other!r}" for name, other in sorted(names.items())[:3])
            detail = f"{len(names)} known name{'s were' if len(names) > 1 else ' was'} reworded: {shown}"
            weight = sign * min(4.0, 0.8 * len(names))
            signs.append(Sign(weight=weight, reason=Reason(rule="damaged-names", detail=detail)))
    return signs


def _exchanges_a_name(block: Block, texts: tuple[Side, Side]) -> bool:
    """Few words for few, with a capital on both sides: what a machine makes of a name keeps its capital."""
    ours, theirs = texts[0].tokens[block.start : block.end], texts[1].tokens[block.of_start : block.of_end]
    if block.same or not 0 < len(ours) <= NAME_WORDS or not 0 < len(theirs) <= NAME_WORDS:
        return False
    return all(any(token.text[0].isupper() for token in side) for side in (ours, theirs))


def _names(text: Side, outlets: Iterable[str | None]) -> list[tuple[int, int]]:
    found = {(m.start, m.end) for m in text.names}
    for outlet in outlets:
        if outlet:
            found |= {m.span() for m in _named(outlet, text.folded)}
    return sorted(found)


def _touching(names: list[tuple[int, int]], span: tuple[int, int]) -> tuple[int, int] | None:
    """The first of sorted names that touches `span`; one name may hold another, no more."""
    near = max(0, bisect_left(names, span) - 2)
    return next((n for n in islice(names, near, near + 4) if n[0] < span[1] and span[0] < n[1]), None)


def _dropped_head(left: Report, right: Report) -> list[Sign]:
    """A page that has neither headline, dek nor title beside one that has: scrapers leave them out."""
    heads = [bool(r.title) or any(g.kind in ("headline", "dek", "caption") for g in r.regions) for r in (left, right)]
    if heads[0] == heads[1]:
        return []
    sign = -1 if heads[0] else 1
    detail = "the headline, dek or caption of the one is missing in the other"
    return [Sign(weight=sign * 0.75, reason=Reason(rule="dropped-head", detail=detail))]


def _credit(left: Page, right: Page, texts: tuple[Side, Side]) -> list[Sign]:
    """A text that names the other's outlet, or carries its tag."""
    signs = []
    for taker, donor, text, sign in ((left, right, texts[0], 1), (right, left, texts[1], -1)):
        outlet = donor.report.outlet
        if not outlet or outlet == taker.report.outlet:
            continue
        if taker.report.agency == outlet or _names_outlet(taker, text, outlet):
            reason = Reason(rule="credit", detail=f"names {outlet}, where the other was published")
            signs.append(Sign(weight=sign * 2.0, reason=reason))
    return signs


def _names_outlet(page: Page, text: Side, outlet: str) -> bool:
    """Whether a text names an outlet; one that the knowledge knows is named by a name that can mean nothing else."""
    known = outlets_by_label(page.knowledge).get(outlet)
    if known is None:
        return any(_named(outlet, text.folded))
    return any(m.kind == "outlet" and m.strong and m.id == known.id for m in page.mentions)


def _named(outlet: str, folded: str) -> Iterable[re.Match[str]]:
    return re.finditer(rf"(?<!\w){re.escape(fold(outlet))}(?!\w)", folded)


def _cut(texts: tuple[Side, Side], like: Likeness) -> list[Sign]:
    """A text that stands almost whole in a longer one was cut from it more often than drawn out to it."""
    if not like.is_copy:
        return []
    shares = like.words / max(1, len(texts[0].tokens)), like.of_words / max(1, len(texts[1].tokens))
    if max(shares) < CUT_COVERAGE or min(shares) > CUT_OF_COVERAGE:
        return []
    detail = "stands almost whole in the other, which has more"
    return [Sign(weight=0.75 if shares[0] > shares[1] else -0.75, reason=Reason(rule="cut", detail=detail))]


def _dates(left: Report, right: Report) -> list[Sign]:
    if not left.published or not right.published or left.published == right.published:
        return []
    sign = 1 if left.published > right.published else -1
    detail = f"dated {max(left.published, right.published)}, the other {min(left.published, right.published)}"
    return [Sign(weight=sign * 0.5, reason=Reason(rule="dates", detail=detail))]
