"""The one place where the benchmarks call the project."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from secondsource import trace

TEXT_RELATIONS = frozenset({"copy", "excerpt", "reworded", "translated", "summary", "stitched", "version"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A link that the project reports; `report` took from `of`, None where the donor is not among the texts.

    A passage is (start, end, of_start, of_end); a change is the same after its kind.
    """

    report: str
    of: str | None
    relation: str
    direction: str
    coverage: float
    confidence: float
    reasons: tuple[str, ...]
    passages: tuple[tuple[int, int, int | None, int | None], ...]
    changes: tuple[tuple[str, int, int, int, int], ...]

    @property
    def score(self) -> float:
        """What ranks links: the confidence, then the coverage."""
        return self.confidence + self.coverage / 1000


def warm_up() -> None:
    """Load what is loaded once, so that it is not counted as time for texts."""
    text = "The ministry said on Monday that it had signed a contract for twenty armoured vehicles with the company."
    links({"a": text, "b": text + " Deliveries begin next year."})


def links(texts: Mapping[str, str]) -> list[Found]:
    """Who took text from whom among `texts`, whose keys are names."""
    return [
        Found(
            report=link.report,
            of=link.of,
            relation=link.relation,
            direction=link.direction,
            coverage=link.coverage,
            confidence=link.confidence,
            reasons=tuple(f"{r.rule}: {r.detail}" if hasattr(r, "rule") else str(r) for r in link.reasons),
            passages=tuple((p.start, p.end, p.of_start, p.of_end) for p in link.passages),
            changes=tuple((c.kind, c.start, c.end, c.of_start, c.of_end) for c in link.changes),
        )
        for link in trace(texts)
        if link.relation in TEXT_RELATIONS
    ]


def between(found: Iterable[Found], copies: Container[str], articles: Container[str]) -> list[tuple[str, str, Found]]:
    """The links between a copy and an article, in whichever direction, each with the copy and the article."""
    made = []
    for link in found:
        if link.of is not None and link.report in copies and link.of in articles:
            made.append((link.report, link.of, link))
        elif link.of is not None and link.of in copies and link.report in articles:
            made.append((link.of, link.report, link))
    return made
