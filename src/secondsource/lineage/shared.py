"""What two texts share: passages whose words stand in step, and passages whose words stand in any order, made one.

Words in step prove a copy or a rewording by machine; words in any order find what was shuffled, translated there and
back, or told in short. Where both find the same, the words in step stand, for they say what was changed.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from secondsource.lineage.alignment import Aligned, align, lay
from secondsource.lineage.any_order import AnyOrder, passages
from secondsource.lineage.sides import Side
from secondsource.lineage.stems import stem
from secondsource.text.tokens import Token

# A passage in any order stands by itself when it is this long on its shorter side, shares so many plain words that are
# not common, and its words stand as close as this, or so many of them in one order, or less closely but evenly: in each
# third of either side so many of the plain words stand in the other. A sentence that two reports share by a common
# background thins out towards its ends. Of 318 pairs of articles on one topic that took nothing from one another, two
# that share no quotation pass (docs/method/lineage.md).
MIN_WORDS = 36
MIN_DENSITY = 1.25
MIN_IN_ORDER = 0.45
MIN_PLAIN = 7
EVEN_DENSITY, EVEN_THIRD = 0.92, 0.38
# A summary stands by itself when it weighs so many nats and shares so many plain words.
SUMMARY_NATS = 27.0
SUMMARY_PLAIN = 20
# In eighths of a bit: a word that is fewer than one of 2,000 running words, or of 1,000.
PLAIN_RARITY = 88
EVEN_RARITY = 80
# One passage in step that is so much of one in any order is that one, and so are verbatim ones that are most of it.
SAME, MOST, VERBATIM = 0.8, 0.5, 0.9
# Passages in step that hold most of one in any order, nearly word for word, with so many words of something else
# between them, stand as they are: what runs them together is the topic.
WORD_FOR_WORD, APART = 0.75, 20
# A passage in step of which less lies inside one in any order says more than that one.
INSIDE = 0.6


def shared(left: Side, right: Side) -> list[Aligned]:
    """The passages that two texts share, by their place in `left`."""
    in_step = align(left.written, right.written)
    turned = (len(left.tokens), left.report.id) > (len(right.tokens), right.report.id)
    short, long = (right, left) if turned else (left, right)
    steps = [p.turned() for p in in_step] if turned else in_step
    for found in passages(short.drawn, long.drawn):
        steps = _with(found, steps, short, long)
    made = [p.turned() for p in steps] if turned else steps
    return sorted(made, key=lambda p: (p.start, p.of_start))


def _with(found: AnyOrder, steps: Sequence[Aligned], short: Side, long: Side) -> list[Aligned]:
    """The passages in step, with one in any order in the place of those that lie inside it."""
    laid = lay((found.start, found.end), (found.of_start, found.of_end), short.written, long.written)
    proven = _proves(found, laid, short, long)
    meeting = [p for p in steps if _meets(p, found)]
    if found.kind == "summary" and not proven:
        return list(steps)
    if any(_inside(p, found) < INSIDE for p in meeting) or _are_close(meeting, found):
        return [replace(p, loose=p.loose or proven) if p in meeting else p for p in steps]
    laid = replace(laid, bits=sum(p.bits for p in meeting), loose=proven)
    return [*(p for p in steps if p not in meeting), laid]


def _inside(passage: Aligned, found: AnyOrder) -> float:
    """The share of a passage in step that lies inside one in any order."""
    return (min(passage.end, found.end) - max(passage.start, found.start)) / max(1, passage.end - passage.start)


def _meets(passage: Aligned, found: AnyOrder) -> bool:
    return (
        passage.start < found.end
        and found.start < passage.end
        and passage.of_start < found.of_end
        and found.of_start < passage.of_end
    )


def _are_close(meeting: Sequence[Aligned], found: AnyOrder) -> bool:
    """Whether passages in step explain the one in any order: one of them is it, or it runs several together."""
    share = sum(p.end - p.start for p in meeting) / max(1, found.end - found.start)
    exact = sum(p.exact for p in meeting) / max(1, sum(p.longer for p in meeting))
    if share >= MOST and exact >= VERBATIM:
        return True
    if len(meeting) == 1:
        return share >= SAME
    ordered = sorted(meeting, key=lambda p: p.start)
    apart = any(b.start - a.end > APART for a, b in pairwise(ordered))
    return share >= MOST and exact >= WORD_FOR_WORD and apart


def _proves(found: AnyOrder, laid: Aligned, short: Side, long: Side) -> bool:
    ours, theirs = short.tokens[found.start : found.end], long.tokens[found.of_start : found.of_end]
    plain = len(_plain(ours, short) & _plain(theirs, long))
    if found.kind == "summary":
        return found.score >= SUMMARY_NATS and plain >= SUMMARY_PLAIN
    if min(len(ours), len(theirs)) < MIN_WORDS or plain < MIN_PLAIN:
        return False
    if found.density >= MIN_DENSITY or laid.exact >= MIN_IN_ORDER * laid.longer:
        return True
    thirds = min(_thirds(ours, theirs, short), _thirds(theirs, ours, long))
    return found.density >= EVEN_DENSITY and thirds >= EVEN_THIRD


def _thirds(tokens: Sequence[Token], others: Sequence[Token], side: Side) -> float:
    """Of the thirds of a stretch, the least share of plain words that stand in the other."""
    held = {stem(token.low) for token in others}
    least = 1.0
    for third in range(3):
        part = tokens[third * len(tokens) // 3 : (third + 1) * len(tokens) // 3]
        plain = [t.low for t in part if not t.text[0].isupper() and side.known.rarity(t.low) >= EVEN_RARITY]
        least = min(least, sum(stem(low) in held for low in plain) / max(1, len(plain)))
    return least


def _plain(tokens: Sequence[Token], side: Side) -> set[str]:
    """The stems of words that are no names and not common."""
    return {
        stem(token.low)
        for token in tokens
        if not token.text[0].isupper() and side.known.rarity(token.low) >= PLAIN_RARITY
    }
