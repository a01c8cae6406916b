"""Which of two texts took from the other: evidence that points one way, counted and said.

Rewording is one-way: a machine turns "State Department" into something that is no name, and never back. A claimed
date alone never decides. Where the evidence does not reach the threshold the direction is undetermined.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.knowledge import Knowledge
from secondsource.lineage.alignment import Aligned
from secondsource.lineage.changes import Text
from secondsource.model.evidence import Reason
from secondsource.model.report import Report

DECIDING_WEIGHT = 2.0
_BRACES = re.compile(r"\{[^{}\n]{2,40}\}")
_GLUED = re.compile(r"[a-z][.!?][\"”]?[A-Z][a-z]|[A-Z]{2,}[.][A-Z][a-z]")


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


def direction(
    left: Report, right: Report, passages: Sequence[Aligned], texts: tuple[Text, Text], knowledge: Knowledge
) -> Verdict:
    """Weigh every sign of who took from whom."""
    signs = [
        *_damage(left, right),
        *_damaged_names(passages, texts),
        *_dropped_head(left, right, passages, texts),
        *_credit(left, right, knowledge),
        *_dates(left, right),
    ]
    total = sum(s.weight for s in signs)
    textual = sum(s.weight for s in signs if s.reason.rule != "dates")
    if abs(total) < DECIDING_WEIGHT or total * textual <= 0:
        return Verdict(taker=None, weight=abs(total), reasons=tuple(s.reason for s in signs))
    pointing = tuple(s.reason for s in signs if s.weight * total > 0)
    return Verdict(taker="left" if total > 0 else "right", weight=abs(total), reasons=pointing)


def _damage(left: Report, right: Report) -> list[Sign]:
    """Leaked template braces and sentences glued without a space are left behind by rewording machines."""
    signs = []
    for pattern, rule, what, weight in (
        (_BRACES, "spintax", "leaked template braces", 2.0),
        (_GLUED, "glued-sentences", "sentences glued together", 0.75),
    ):
        ours, theirs = pattern.findall(left.text), pattern.findall(right.text)
        if len(ours) != len(theirs):
            sign = 1 if len(ours) > len(theirs) else -1
            shown = (ours if sign > 0 else theirs)[0]
            signs.append(Sign(weight=sign * weight, reason=Reason(rule=rule, detail=f"{what}, such as {shown!r}")))
    return signs


def _damaged_names(passages: Sequence[Aligned], texts: tuple[Text, Text]) -> list[Sign]:
    """Known names on one side that stand as something unknown on the other."""
    left, right = texts
    lost_left: list[str] = []
    lost_right: list[str] = []
    for passage in passages:
        for block in passage.blocks:
            if block.same or block.start == block.end or block.of_start == block.of_end:
                continue
            ours, theirs = left.span(block.start, block.end), right.span(block.of_start, block.of_end)
            in_left, in_right = left.names_in(*ours), right.names_in(*theirs)
            if in_right and not in_left:
                lost_left.append(f"{_shown(right, in_right[0])} became {left.text[slice(*ours)]!r}")
            elif in_left and not in_right:
                lost_right.append(f"{_shown(left, in_left[0])} became {right.text[slice(*theirs)]!r}")
    signs = []
    for lost, sign in ((lost_left, 1), (lost_right, -1)):
        if lost:
            detail = f"{len(lost)} known names were reworded: {'; '.join(lost[:3])}"
            weight = sign * min(4.0, 0.8 * len(lost))
            signs.append(Sign(weight=weight, reason=Reason(rule="damaged-names", detail=detail)))
    return signs


def _shown(side: Text, mention: object) -> str:
    return repr(side.text[mention.start : mention.end])  # type: ignore[attr-defined]


def _dropped_head(
    left: Report, right: Report, passages: Sequence[Aligned], texts: tuple[Text, Text]
) -> list[Sign]:
    """A copy starts at the donor's body and leaves its headline, dek or caption out."""
    if not passages:
        return []
    heads = [_head_before(r, t, p) for r, t, p in ((left, texts[0], 0), (right, texts[1], 1)) for p in [_first(passages, p)]]
    if heads[0] == heads[1]:
        return []
    sign = -1 if heads[0] else 1
    side = "headline, dek or caption of the one stands before the shared text and is missing in the other"
    return [Sign(weight=sign * 0.75, reason=Reason(rule="dropped-head", detail=side))]


def _first(passages: Sequence[Aligned], side: int) -> int:
    return min(p.start if side == 0 else p.of_start for p in passages)


def _head_before(report: Report, text: Text, first_word: int) -> bool:
    place = text.tokens[first_word].start
    return any(r.kind != "body" and r.end <= place for r in report.regions)


def _credit(left: Report, right: Report, knowledge: Knowledge) -> list[Sign]:
    """A text that names the other's outlet, where the other does not name its own reporting to anyone else."""
    signs = []
    for taker, donor, sign in ((left, right, 1), (right, left, -1)):
        if donor.outlet and donor.outlet != taker.outlet:
            named = any(m.kind == "outlet" and m.label == donor.outlet for m in knowledge.find(taker.text))
            if named or (donor.outlet in taker.text):
                reason = Reason(rule="credit", detail=f"names {donor.outlet}, where the other was published")
                signs.append(Sign(weight=sign * 2.0, reason=reason))
    return signs


def _dates(left: Report, right: Report) -> list[Sign]:
    if not left.published or not right.published or left.published == right.published:
        return []
    sign = 1 if left.published > right.published else -1
    detail = f"dated {max(left.published, right.published)}, the other {min(left.published, right.published)}"
    return [Sign(weight=sign * 0.5, reason=Reason(rule="dates", detail=detail))]
