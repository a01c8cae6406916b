"""What the reports of the invented library say."""

from typing import Any

from secondsource.model.statement import (
    Actor,
    Attribution,
    Claim,
    Item,
    Moment,
    Party,
    Quantity,
)

from .factory import money, span, statement
from .sample_reports import (
    COURIER_REPORT,
    DIGEST_REPORT,
    MINISTRY_REPORT,
    STAR_REPORT,
    WIRE_REPORT,
)

OFFICIALS = Attribution(
    speaker=None, role="current officials", anonymous=True, outlets=("Meridian Courier",), country="Arlandia"
)


KITE: dict[str, Any] = {
    "supplier": "Arlandia",
    "recipient": "Kestia",
    "item": "Kite H-9 drones",
    "designation": "Kite H-9",
    "family": "kite",
    "part": "platform",
    "mode": "sale",
    "maker": "Arlan Aircraft",
}
S77: dict[str, Any] = {
    "supplier": "Sorvia",
    "recipient": "Kestia",
    "item": "S-77 air-defence systems",
    "designation": "S-77",
    "family": "s-77",
    "part": "platform",
    "mode": "sale",
}
WEEK = Moment(text="this week", start="2020-10-26", end="2020-10-30")
STATEMENTS = (
    statement(
        "cleared",
        COURIER_REPORT,
        "transfer",
        [
            span(
                COURIER_REPORT,
                "The Foreign Ministry has already cleared the way for Kestia to buy 30 Kite H-9 drones",
                "status",
                "recipient",
                "item",
                "quantity",
            ),
            span(COURIER_REPORT, "at most $480 million", "value"),
        ],
        **KITE,
        status="cleared",
        quantity=Quantity(number=30, role="ceiling", bound="up-to"),
        values=(money(COURIER_REPORT, "at most $480 million", 480e6, "ceiling", bound="up-to"),),
        items=(
            Item(
                item="Kite H-9 drones",
                designation="Kite H-9",
                quantities=(Quantity(number=30, role="ceiling", bound="up-to"),),
            ),
        ),
        actor=Actor(name="Foreign Ministry", side="supplier"),
        instrument="notification",
        inferred=("maker", "supplier"),
    ),
    statement(
        "pressed",
        COURIER_REPORT,
        "transfer",
        [span(COURIER_REPORT, "pressed Kestia to buy armed drones at a meeting of ministers this week")],
        **KITE,
        status="pressed",
        date=WEEK,
        attribution=OFFICIALS,
        informants=("inf-officials",),
        utterance="utt-officials",
    ),
    statement(
        "refused",
        COURIER_REPORT,
        "transfer",
        [span(COURIER_REPORT, "Kestia said no, for the time being.", "recipient", "status")],
        **KITE,
        status="refused",
        date=WEEK,
        attribution=OFFICIALS,
        informants=("inf-officials",),
        utterance="utt-officials",
        actor=Actor(name="Kestia", side="recipient"),
    ),
    statement(
        "price",
        COURIER_REPORT,
        "transfer",
        [span(COURIER_REPORT, "roughly $16 million each", "value")],
        **KITE,
        status="pressed",
        values=(money(COURIER_REPORT, "roughly $16 million each", 16e6, "each", bound="about", as_of="2019"),),
        attribution=Attribution(
            speaker=None, role="people familiar with the talks", anonymous=True, outlets=("Meridian Courier",)
        ),
        informants=("inf-familiar",),
    ),
    statement(
        "refused-digest",
        DIGEST_REPORT,
        "transfer",
        [span(DIGEST_REPORT, "Kestia said no, for the time being.", "status")],
        **{**KITE, "supplier": None, "item": None, "designation": None},
        status="refused",
        origins=("org-courier",),
        via="lnk-digest-courier",
    ),
    statement(
        "denial",
        MINISTRY_REPORT,
        "transfer",
        [
            span(
                MINISTRY_REPORT,
                "The Ministry denies the report of the Meridian Courier that Kestia has refused the Kite H-9 drones.",
                "status",
                "stance",
            )
        ],
        **KITE,
        status="refused",
        stance="denies",
        answers="Meridian Courier",
        date=Moment(text="31 October 2020", start="2020-10-31", end="2020-10-31"),
        attribution=Attribution(speaker="Ministry of Defence of Kestia", role=None, anonymous=False),
        informants=("inf-ministry",),
    ),
    statement(
        "bdea",
        COURIER_REPORT,
        "agreement",
        [span(COURIER_REPORT, "the four ministers signed the Basic Data Exchange Agreement", "name", "status")],
        name="Basic Data Exchange Agreement",
        parties=(Party(name="Arlandia", role="party"), Party(name="Kestia", role="party")),
        status="signed",
        instrument="agreement",
        date=WEEK,
    ),
    statement(
        "authorised",
        COURIER_REPORT,
        "claim",
        [
            span(
                COURIER_REPORT,
                "Arlandia has allowed arms sales of more than $20 billion to Kestia",
                "claim",
                "value",
            )
        ],
        supplier="Arlandia",
        recipient="Kestia",
        claim=Claim(
            measure="arms sales authorised", subject="Kestia", amount=20e9, unit="USD", period="to 2020", bound="over"
        ),
        values=(money(COURIER_REPORT, "more than $20 billion", 20e9, "cumulative", bound="over", as_of="2020"),),
        attribution=Attribution(
            speaker=None, role="spokesperson", anonymous=True, outlets=("Meridian Courier",), country="Arlandia"
        ),
        informants=("inf-spokesperson",),
    ),
    statement(
        "agreed",
        STAR_REPORT,
        "transfer",
        [span(STAR_REPORT, "The agreement on the systems was reached in October 2016", "status", "date")],
        **S77,
        status="agreed",
        date=Moment(text="October 2016", start="2016-10-01", end="2016-10-31"),
        origins=("org-vesti",),
        via="lnk-star-vesti",
    ),
    statement(
        "signed-star",
        STAR_REPORT,
        "transfer",
        [span(STAR_REPORT, "the $5 billion contract was signed on 5 October 2018", "value", "status", "date")],
        **S77,
        status="signed",
        instrument="contract",
        date=Moment(text="5 October 2018", start="2018-10-05", end="2018-10-05"),
        values=(money(STAR_REPORT, "$5 billion", 5e9, "contract"),),
        origins=("org-vesti",),
        via="lnk-star-vesti",
    ),
    statement(
        "signed-wire",
        WIRE_REPORT,
        "transfer",
        [span(WIRE_REPORT, "signed a contract worth $5.43 billion for five regiments of S-77 air-defence systems")],
        **S77,
        status="signed",
        instrument="contract",
        date=Moment(text="Friday", start="2018-10-05", end="2018-10-05"),
        quantity=Quantity(number=5, role="ordered", unit="regiments"),
        values=(money(WIRE_REPORT, "$5.43 billion", 5.43e9, "contract"),),
        attribution=Attribution(
            speaker="Ilya Rem", role="Deputy Prime Minister", anonymous=False, outlets=("Northern Wire",)
        ),
        informants=("inf-rem",),
    ),
    statement(
        "deliveries",
        STAR_REPORT,
        "transfer",
        [span(STAR_REPORT, "Deliveries will begin by the end of 2021", "status", "expected")],
        **S77,
        status="delivering",
        modality="planned",
        expected=Moment(text="by the end of 2021", start="2021-01-01", end="2021-12-31"),
        attribution=Attribution(speaker=None, role="source in military circles", anonymous=True, outlets=("Vesti",)),
        informants=("inf-vesti-sources",),
        origins=("org-vesti",),
    ),
    statement(
        "exempted",
        STAR_REPORT,
        "sanction",
        [span(STAR_REPORT, "An exception from sanctions was made for Kestia", "status", "recipient")],
        supplier="Arlandia",
        recipient="Kestia",
        item="S-77",
        regime="CAATSA",
        status="exempted",
        attribution=Attribution(speaker=None, role="source in military circles", anonymous=True, outlets=("Vesti",)),
        informants=("inf-vesti-sources",),
        origins=("org-vesti",),
    ),
    statement(
        "no-waiver",
        WIRE_REPORT,
        "control",
        [span(WIRE_REPORT, "Arlandia has not granted any waiver", "status", "polarity")],
        actor=Actor(name="Arlandia", side="third"),
        recipient="Kestia",
        name="waiver",
        status="granted",
        polarity="negated",
        attribution=Attribution(speaker=None, role="Arlandian diplomat", anonymous=True, outlets=("Northern Wire",)),
        informants=("inf-diplomat",),
    ),
)
