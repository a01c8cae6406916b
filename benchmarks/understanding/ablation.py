"""Rules alone, the extractor alone, both, on unseen stories and styles; and what confidence is worth there."""

from collections.abc import Iterator, Sequence

from training.corpus import Annotated
from training.measure import Tally, measured

from secondsource.extractor import Extractor
from secondsource.knowledge import Knowledge
from secondsource.understand import Method, understand

METHODS: tuple[Method, ...] = ("rules", "model", "both")
_BINS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


def ablation(
    reports: Sequence[Annotated], knowledge: Knowledge, extractor: Extractor
) -> Iterator[tuple[Method, Tally]]:
    """The tally of each method over the same reports."""
    for method in METHODS:
        yield (
            method,
            measured(
                reports, knowledge, lambda report, method=method: understand(report, (), knowledge, extractor, method)
            ),
        )


def table(tallies: Sequence[tuple[Method, Tally]]) -> Iterator[str]:
    """The figures side by side, in Markdown."""
    figures = [tally.figures() for _, tally in tallies]
    yield "| figure | " + " | ".join(method for method, _ in tallies) + " |"
    yield "|---|" + "---|" * len(tallies)
    for name in dict.fromkeys(key for one in figures for key in one):
        yield f"| {name} | " + " | ".join(f"{one[name]:.3f}" if name in one else "" for one in figures) + " |"


def calibration(tally: Tally) -> Iterator[str]:
    """For each range of confidence, how many statements there are and the share that answer an annotation."""
    yield "| confidence | statements | mean | answer an annotation |"
    yield "|---|---|---|---|"
    low = 0.0
    for high in _BINS:
        inside = [(sure, right) for sure, right in tally.sure if low <= sure < high]
        if inside:
            mean = sum(sure for sure, _ in inside) / len(inside)
            share = sum(right for _, right in inside) / len(inside)
            yield f"| {low:.1f} to {min(high, 1.0):.1f} | {len(inside)} | {mean:.2f} | {share:.2f} |"
        low = high
