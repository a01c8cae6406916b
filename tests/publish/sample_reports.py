"""The reports of the invented library, and what could not be read."""

from secondsource.model.report import Bounds, Discard, Region, Segment

from .factory import report, stretch
from .press import COURIER, DIGEST, FOREIGN, MINISTRY, PULSE, STAR, WIRE

COURIER_REPORT = report(
    "courier",
    COURIER,
    url="https://courier.example/2020/10/30/drones",
    title="Kestia turns down armed drones",
    outlet="Meridian Courier",
    byline="Ada Lund",
    published="2020-10-30",
    published_basis="page",
    furniture=(stretch(COURIER, "Skip to content"), stretch(COURIER, "Latest news")),
    regions=(Region(start=17, end=74, kind="caption"),),
)
PULSE_REPORT = report(
    "pulse",
    PULSE,
    title="Arlandia pressed Kestia to purchase drones",
    outlet="Daily Pulse Online",
    published_basis="bounds",
    bounds=Bounds(
        low="2020-10-30",
        high="2021-01-19",
        reasons=("It takes its text from a report of 30 October 2020.", "It calls the vote of November 2020 coming."),
    ),
    furniture=(stretch(PULSE, "Subscribe to our alerts"),),
)
STAR_REPORT = report(
    "star",
    STAR,
    title="Kestia holds to its missiles",
    outlet="Emeric Star",
    dateline="PORT EMERIC",
    published_basis="bounds",
    bounds=Bounds(low="2018-10-05", high="2021-12-31", reasons=("It says the contract of 5 October 2018 is signed.",)),
)
WIRE_REPORT = report(
    "wire",
    WIRE,
    title="Kestia, Sorvia sign for S-77",
    outlet="Northern Wire",
    agency="Northern Wire",
    dateline="KASTRA",
    published="2018-10-06",
    published_basis="dateline",
)
DIGEST_REPORT = report(
    "digest",
    DIGEST,
    title="Drones and missiles: the week in arms",
    outlet="World Digest",
    complete=False,
    segments=(Segment(start=39, end=len(DIGEST), published="2020-11-02", credit="Agencies"),),
)
MINISTRY_REPORT = report(
    "ministry",
    MINISTRY,
    title="Statement",
    outlet="Ministry of Defence of Kestia",
    published="2020-10-31",
    published_basis="page",
)
FOREIGN_REPORT = report("foreign", FOREIGN, title="Кестия ведёт переговоры", language="ru", understood=False)

REPORTS = (
    COURIER_REPORT,
    PULSE_REPORT,
    STAR_REPORT,
    WIRE_REPORT,
    DIGEST_REPORT,
    MINISTRY_REPORT,
    FOREIGN_REPORT,
)


DISCARDS = (
    Discard(source="reports/scan.pdf", reason="unknown-format", detail="PDF is read from version 0.2 on."),
    Discard(source="reports/empty.txt", reason="empty", detail="The file holds no text."),
)
