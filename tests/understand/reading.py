"""Reads sentences as a report of one day, for the tests of this folder."""

from collections.abc import Sequence

from secondsource.extractor import load as extractor
from secondsource.knowledge import load
from secondsource.model.report import Bounds, Region, Report, Stretch
from secondsource.model.statement import Reading, Statement
from secondsource.understand import understand

DAY = "2022-05-05"


def report(text: str, published: str | None = DAY, **fields: object) -> Report:
    """A report of one text, dated unless told otherwise."""
    bounds = None if published else Bounds(low="2022-01-01", high="2022-12-31", reasons=("the test says so",))
    return Report(
        id="rep-test",
        source="test.txt",
        url=None,
        text=text,
        sha256="",
        reader="test",
        published=published,
        bounds=bounds,
        **fields,  # type: ignore[arg-type]
    )


def ruled(one: Report, skip: Sequence[tuple[int, int]] = ()) -> Reading:
    """What the rules alone read."""
    return understand(one, skip, load(), extractor(), method="rules")


def reading(text: str, published: str | None = DAY) -> Reading:
    return ruled(report(text, published))


def statements(text: str, kind: str | None = None) -> list[Statement]:
    return [s for s in reading(text).statements if kind in (None, s.kind)]


def only(text: str, kind: str | None = None) -> Statement:
    """The one statement of a text."""
    found = statements(text, kind)
    assert len(found) == 1, [(s.kind, s.status, s.supplier, s.recipient, s.item) for s in found]
    return found[0]


def gist(found: Sequence[Statement]) -> set[tuple[str | None, str | None, str | None, str | None]]:
    return {(s.status, s.supplier, s.recipient, s.designation or s.item) for s in found}


__all__ = ["Region", "Stretch", "gist", "only", "reading", "report", "ruled", "statements"]
