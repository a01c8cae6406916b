"""How often the bounds of undated reports hold the day on which they appeared: measured, with floors."""

import datetime
import json
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest

from secondsource.knowledge import load
from secondsource.model.report import Raw, Report
from secondsource.read import read
from secondsource.read.days import parse_period
from tests.shared.conftest import TODAY

pytestmark = pytest.mark.shared

FLOOR_CONTAINED = 0.98
FLOOR_BOUNDED = 1.0
"""Every report that stands at a web address is bounded, if by nothing more than the age of the web."""


def undated(shared: Path) -> list[tuple[str, tuple[datetime.date, datetime.date], Report]]:
    """Every dated gold report, read without its date, with the day or month that was hidden."""
    found = []
    for line in (shared / "gold" / "stories.jsonl").read_text(encoding="utf-8").splitlines():
        story = json.loads(line)
        if not story.get("published"):
            continue
        host = story.get("outlet_host", "example.org")
        text = f"---\nurl: https://{host}/{story['doc']}\n---\n{story['text']}\n"
        report = read(Raw(source=f"{story['doc']}.md", data=text.encode()), load(), TODAY)
        true = parse_period(story["published"])
        assert isinstance(report, Report)
        assert true is not None
        found.append((story["doc"], true, report))
    return found


def days_of(report: Report) -> tuple[datetime.date, datetime.date] | None:
    if report.published:
        day = datetime.date.fromisoformat(report.published)
        return day, day
    if report.bounds is None:
        return None
    return datetime.date.fromisoformat(report.bounds.low), datetime.date.fromisoformat(report.bounds.high)


def test_the_bounds_hold_the_day_of_publication(shared: Path, record_property: Callable[[str, object], None]) -> None:
    reports = undated(shared)
    bounded = [(doc, true, days) for doc, true, report in reports if (days := days_of(report))]
    missed = [doc for doc, true, (low, high) in bounded if not (low <= true[1] and true[0] <= high)]
    widths = [(high - low).days for _, _, (low, high) in bounded]
    record_property("bounded", f"{len(bounded)} of {len(reports)}")
    record_property("median width in days", median(widths))
    print(f"bounded {len(bounded)} of {len(reports)}, missed {missed}, median width {median(widths)} days")  # noqa: T201
    assert 1 - len(missed) / len(bounded) >= FLOOR_CONTAINED, missed
    assert len(bounded) / len(reports) >= FLOOR_BOUNDED


def test_undated_reports_of_the_seeds_are_bounded_as_closely_as_they_allow(shared: Path) -> None:
    found = {}
    for file in sorted((shared / "seeds").glob("*.txt")):
        report = read(Raw(source=file.name, data=file.read_bytes()), load(), TODAY)
        assert isinstance(report, Report)
        found[file.name[:3]] = report
    first, second, third = (found[n].bounds for n in ("001", "002", "003"))
    assert first is not None
    assert second is not None
    assert third is not None
    assert (first.low, first.high) == ("2020-10-26", "2020-11-01")
    assert second.low >= "2017-08-02"
    assert second.high <= "2018-10-31"
    assert third.low >= "2018-04-26"
    assert third.high <= "2019-01-01"
    assert found["004"].published == "2019-01-18"
