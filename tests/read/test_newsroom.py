"""Outlet, byline, agency, dates, segments, language."""

import pytest

from tests.read.factory import report

BODY = "The Kaldorian navy will take two patrol boats from Vestria this autumn, its chief said on Monday in Hallam."
MORE = "The boats cost $14 million with spares, and crews will be trained at the naval school of Port Hallam."


def md(fields: str, body: str = f"{BODY} {MORE}") -> str:
    return f"---\n{fields}\n---\n{body}\n"


@pytest.mark.parametrize(
    ("fields", "outlet"),
    [
        ("outlet: the tidewater post", "Tidewater Post"),
        ("outlet: Unheard Gazette", "Unheard Gazette"),
        ("url: https://www.tidewater.example/a", "Tidewater Post"),
        ("url: https://unknown.example/a", None),
    ],
)
def test_the_outlet_is_as_the_knowledge_prints_it(fields: str, outlet: str | None) -> None:
    assert report(md(fields), "a.md").outlet == outlet


def test_a_staff_byline_names_the_outlet() -> None:
    found = report(f"Kaldoria buys boats\n\nTidewater Staff\n\n{BODY}\n\n{MORE}")
    assert (found.outlet, found.byline) == ("Tidewater Post", "Tidewater Staff")


@pytest.mark.parametrize(
    ("head", "byline"),
    [("By Ada Holm and Miles Ostrey\n\n", "Ada Holm and Miles Ostrey"), ("By Ada Holm. ", "Ada Holm"), ("", None)],
)
def test_the_byline_stands_on_its_line_or_before_the_report(head: str, byline: str | None) -> None:
    assert report(f"{head}{BODY} {MORE}").byline == byline


@pytest.mark.parametrize(
    "text",
    [
        f"HALLAM, March 6 (NWS) - {BODY}",
        f"{BODY} {MORE} (NWS)",
        f"{BODY} {MORE} - NWS",
        f"{BODY}\n\n{MORE}\n\n(With inputs from NWS)",
        f"{BODY} {MORE} Ada Lund, Northern Wire Service",
        f"{BODY} {MORE} NWS",
    ],
)
def test_the_agency_is_read_from_its_tag(text: str) -> None:
    assert report(text).agency == "NWS"


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY} The chief told NWS so. {MORE}",
        f"{BODY} (Kaldoria) {MORE}",
        f"{BODY} The agency (NWS) was told so.",
        f"{BODY} {MORE}",
    ],
)
def test_a_report_that_only_cites_an_agency_is_not_its_own(text: str) -> None:
    assert report(text).agency is None


@pytest.mark.parametrize(
    ("text", "day", "basis"),
    [
        (md("published: 2024-05-06T23:00:00+02:00"), "2024-05-06", "page"),
        (md("published: 6 May 2024\nurl: https://a.example/2023/01/02/b"), "2024-05-06", "page"),
        (md("url: https://a.example/2024/5/6/boats"), "2024-05-06", "address"),
        (md("title: x", f"HALLAM (Post / NWS - 6th May, 2024) {BODY}"), "2024-05-06", "dateline"),
        (md("title: x", f"Published: 6 May 2024\n\n{BODY}"), "2024-05-06", "page"),
        (md("url: https://a.example/2024/15/46/boats"), None, None),
    ],
)
def test_the_day_of_publication_has_its_basis(text: str, day: str | None, basis: str | None) -> None:
    found = report(text, "a.md")
    assert (found.published, found.published_basis) == (day, basis)


def test_a_month_as_date_gives_bounds_and_no_day() -> None:
    found = report(md("published: 2024-02"), "a.md")
    assert found.published is None
    assert found.bounds is not None
    assert (found.bounds.low, found.bounds.high) == ("2024-02-01", "2024-02-29")


def test_the_day_of_an_update_is_kept_apart() -> None:
    found = report(f"Kaldoria buys boats\n\nPublished: 6 May 2024 | Updated: 8 May 2024, 10:15\n\n{BODY}\n\n{MORE}")
    assert (found.published, found.updated) == ("2024-05-06", "2024-05-08")


@pytest.mark.parametrize(
    ("text", "complete"),
    [
        (f"{BODY} {MORE}", True),
        (f"{BODY} {MORE} (NWS)", True),
        (f'{BODY} "We are glad."', True),
        (f"{BODY} The boats cost $14 million with spares, and crews will be trained at the naval sch", False),
        (f"{BODY} The boats cost...", False),
        (f"{BODY} {MORE}\n\nRead more", False),
    ],
)
def test_a_text_that_breaks_off_is_incomplete(text: str, complete: bool) -> None:
    assert report(text).complete is complete


def test_a_live_page_has_segments_with_their_times_and_credits() -> None:
    entries = (
        *("10.45am", f"{BODY} (NWS)", "1020 GMT", MORE, "2 pm - We close here, and thank you all."),
        "9:05 - Good morning from Hallam, where the talks go on.",
    )
    text = md(
        "published: 2024-05-06",
        "\n\n".join(entries),
    )
    found = report(text, "a.md")
    assert [(s.published, s.credit) for s in found.segments] == [
        ("2024-05-06T10:45", "NWS"),
        ("2024-05-06T10:20", None),
        ("2024-05-06T14:00", None),
        ("2024-05-06T09:05", None),
    ]
    assert found.text[found.segments[1].start : found.segments[1].end].endswith(MORE)


def test_a_report_that_names_one_time_has_no_segments() -> None:
    assert report(f"{BODY}\n\n10:45 was the time of the call, the chief said, and none came before it.").segments == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY + " " + MORE, "en"),
        ("Boats bought by navy. Two of them.", "en"),
        ("Rosoboronexport Su-35 Algeria. Saab Gripen, JAS 39.", "en"),
        ("Флот получит два катера осенью, сообщил начальник штаба флота в понедельник. " * 3, "ru"),
        ("Флот получит катера.", "ru"),
        (
            "La marine recevra deux vedettes cet automne, a déclaré lundi son chef à la presse réunie au port. " * 3,
            "fr",
        ),
    ],
)
def test_the_language_decides_whether_a_report_is_understood(text: str, language: str) -> None:
    found = report(text)
    assert (found.language, found.understood) == (language, language == "en")
