"""Datelines."""

import pytest

from secondsource.read.dateline import date_of, find_dateline

REST = "the navy will take two boats this autumn, its chief said."


@pytest.mark.parametrize(
    ("opening", "place", "tag"),
    [
        ("HALLAM -- ", "HALLAM", None),
        ("HALLAM - ", "HALLAM", None),
        ("HALLAM/BRADE, March 6 - ", "HALLAM/BRADE", None),
        ("HALLAM, March 6 (NWS) - ", "HALLAM", "NWS"),
        ("Port Hallam [Kaldoria], November 24 (NWS): ", "Port Hallam [Kaldoria]", "NWS"),
        ("By Ada Holm. Port Hallam [Kaldoria], November 24 (NWS): ", "Port Hallam [Kaldoria]", "NWS"),
        ("March 17 (NWS) -- ", None, "NWS"),
        ("(NWS) -- ", None, "NWS"),
        ("HALLAM, AUGUST 25, NORWIRE. ", "HALLAM", "NORWIRE"),
        ("HALLAM (NWS) - ", "HALLAM", "NWS"),
        ("Hallam: ", "Hallam", None),
        ("HALLAM (Post News / NWS - 8th September, 2022) ", "HALLAM", "Post News / NWS - 8th September, 2022"),
    ],
)
def test_a_dateline_gives_its_place_and_tag(opening: str, place: str | None, tag: str | None) -> None:
    found = find_dateline(opening + REST.capitalize())
    assert found is not None
    assert (found.place, found.tag) == (place, tag)


@pytest.mark.parametrize(
    "line",
    [
        "Analysis: the navy will take two boats this autumn, its chief said.",
        "The F-16 - a fighter of the last century - will be kept for ten more years.",
        "Vestria's navy - once the largest of the region - has sold two more ships.",
        "May 24 boats were confirmed as sold to Vestria for a large sum of money.",
        "On Monday the navy took two boats, its chief said in Hallam.",
        "US: Boats.",
    ],
)
def test_prose_has_no_dateline(line: str) -> None:
    assert find_dateline(line) is None


def test_the_day_of_a_dateline_may_lack_its_year() -> None:
    with_year = find_dateline("HALLAM (Post / NWS - 8th September, 2022) " + REST.capitalize())
    without = find_dateline("HALLAM, March 6 (NWS) - " + REST.capitalize())
    assert with_year is not None
    assert without is not None
    assert date_of(with_year) == (2022, 9, 8)
    assert date_of(without) == (None, 3, 6)
