"""Recall and precision of pairs, as a decision and as a ranking."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

Pair = tuple[str, str]
Ranked = tuple[str, str, float]

WANTED_PRECISION = 0.99


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Of `wanted` pairs, `right` were found; `wrong` were found and not wanted."""

    wanted: int
    right: int
    wrong: int

    @property
    def recall(self) -> float:
        return self.right / max(1, self.wanted)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    def __str__(self) -> str:
        return f"{shown(self.recall)}/{shown(self.precision) if self.right + self.wrong else '-'}"


def score(found: Iterable[Pair], wanted: Collection[Pair]) -> Score:
    """Pairs as a decision."""
    pairs, truth = set(found), set(wanted)
    return Score(wanted=len(truth), right=len(pairs & truth), wrong=len(pairs - truth))


def recall_at(ranked: Iterable[Ranked], wanted: Collection[Pair], precision: float = WANTED_PRECISION) -> float:
    """The highest recall that a threshold on the score reaches while the precision stays at or above `precision`."""
    truth = set(wanted)
    best = right = total = 0
    for _, tied in groupby(sorted(_best(ranked), key=lambda r: -r[2]), key=lambda r: r[2]):
        pairs = [(a, b) for a, b, _ in tied]
        total += len(pairs)
        right += sum(pair in truth for pair in pairs)
        if right >= precision * total:
            best = right
    return best / max(1, len(truth))


def _best(ranked: Iterable[Ranked]) -> list[Ranked]:
    kept: dict[Pair, float] = {}
    for a, b, value in ranked:
        kept[a, b] = max(value, kept.get((a, b), value))
    return [(a, b, value) for (a, b), value in kept.items()]


def shown(value: float) -> str:
    """A share with as many places as it bears; only a full share is shown as 1."""
    if value == 1:
        return "1"
    return f"{min(value, 0.999):.3f}".removeprefix("0") if value > 0.98 else f"{value:.2f}".removeprefix("0")


def share(part: int, whole: int) -> str:
    return shown(part / whole) if whole else "-"


def table(heads: Sequence[str], rows: Iterable[Sequence[object]], title: str = "") -> str:
    """A Markdown table."""
    lines = [f"\n**{title}**\n"] if title else []
    lines += [f"| {' | '.join(heads)} |", f"|{'|'.join('---' for _ in heads)}|"]
    lines += [f"| {' | '.join(str(cell) for cell in row)} |" for row in rows]
    return "\n".join(lines)


def pairs_of(made: Mapping[str, str]) -> list[Pair]:
    """Each made text with its source."""
    return sorted(made.items())
