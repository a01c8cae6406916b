"""Who supplies what to whom, and how far it has come."""

import pytest

from tests.understand.reading import gist, only, reading, report, ruled, statements

SENTENCES = [
    (
        "The State Department cleared eight AH-1Z helicopters for Kuwait.",
        ("cleared", "United States", "Kuwait", "AH-1Z Viper"),
    ),
    (
        "The Pentagon notified Congress of a possible sale of 31 MQ-9B drones to India.",
        ("cleared", "United States", "India", "MQ-9B SkyGuardian"),
    ),
    (
        "Romania's parliament approved the purchase of 32 F-16 fighters from Norway.",
        ("approved", "Norway", "Romania", "F-16 Fighting Falcon"),
    ),
    (
        "Berlin approved the export of 40 Marder infantry fighting vehicles to Ukraine.",
        ("cleared", "Germany", "Ukraine", "Marder"),
    ),
    (
        "Vietnam has been offered F-16s by Washington, two people familiar with the talks told Reuters.",
        ("offered", "United States", "Vietnam", "F-16 Fighting Falcon"),
    ),
    (
        "Washington pressed Jakarta to buy F-16 jets during the visit.",
        ("pressed", "United States", "Indonesia", "F-16 Fighting Falcon"),
    ),
    (
        "Saudi Arabia's request to buy Patriot interceptors was turned down by Washington.",
        ("refused", "United States", "Saudi Arabia", "Patriot"),
    ),
    ("Poland signed a contract for 152 more K9 howitzers.", ("signed", "South Korea", "Poland", "K9 Thunder")),
    (
        "Qatar leased two C-17 transport planes to the United Kingdom last year.",
        ("ordered", "Qatar", "United Kingdom", "C-17 Globemaster III"),
    ),
    ("Kazakhstan took delivery of four Su-30SM fighters.", ("delivered", "Russia", "Kazakhstan", "Su-30SM")),
    (
        "The delivery of the second S-400 battery to Turkey has been completed.",
        ("delivered", "Russia", "Turkey", "S-400"),
    ),
    ("Deliveries of Leopard 2 tanks to Hungary began in July.", ("delivering", "Germany", "Hungary", "Leopard 2")),
    ("Six A-29 Super Tucanos have arrived in Nigeria.", ("delivered", "Brazil", "Nigeria", "EMB 314 Super Tucano")),
    (
        "Washington agreed to sell Javelin missiles to Estonia.",
        ("agreed", "United States", "Estonia", "FGM-148 Javelin"),
    ),
    ("Norway gifts Ukraine 22 M109 howitzers.", ("pledged", "Norway", "Ukraine", "M109")),
    (
        "Spain stopped the export of 400 precision bombs to Saudi Arabia.",
        ("suspended", "Spain", "Saudi Arabia", "precision bombs"),
    ),
    ("The offer of JF-17 jets to Argentina has lapsed.", ("lapsed", "Pakistan", "Argentina", "JF-17 Thunder")),
    (
        "Washington urged Algiers to drop the purchase of 14 Su-35 fighters from Russia.",
        ("cancelled", "Russia", "Algeria", "Su-35"),
    ),
    (
        "Iran and Russia signed a first agreement on two dozen Su-35 fighters.",
        ("signed", "Russia", "Iran", "Su-35"),
    ),
    (
        "The $7 billion purchase agreement between Hanoi and Moscow for the latter to supply S-400 systems came late.",
        ("agreed", "Russia", "Vietnam", "S-400"),
    ),
]


@pytest.mark.parametrize(("sentence", "said"), SENTENCES, ids=[s[:50] for s, _ in SENTENCES])
def test_a_sentence_says_who_supplies_what_to_whom_and_how_far_it_is(
    sentence: str, said: tuple[str, str, str, str]
) -> None:
    assert said in gist(statements(sentence, "transfer"))


def test_several_buyers_joined_by_and_give_a_statement_each() -> None:
    found = statements("Mali and Togo both asked for Bayraktar TB2 drones, an envoy said.")
    assert {s.recipient for s in found} == {"Mali", "Togo"}


def test_the_loser_of_a_choice_is_not_the_thing_selected() -> None:
    found = statements("Peru has chosen 24 Gripen jets of Sweden over US-made F-16s.")
    assert ("selected", "Sweden", "Peru", "JAS 39 Gripen") in gist(found)
    assert not any(s.family == "f-16" and s.polarity == "affirmed" for s in found)


@pytest.mark.parametrize(
    ("sentence", "modality", "polarity"),
    [
        ("Turkey could buy 40 Eurofighter Typhoons from Britain.", "possible", "affirmed"),
        ("Turkey plans to buy 40 Eurofighter Typhoons from Britain.", "planned", "affirmed"),
        ("Turkey will buy 40 Eurofighter Typhoons from Britain.", "planned", "affirmed"),
        ("Turkey bought 40 Eurofighter Typhoons from Britain.", "asserted", "affirmed"),
        ("Turkey did not buy 40 Eurofighter Typhoons from Britain.", "asserted", "negated"),
        ("Turkey does not plan to buy 40 Eurofighter Typhoons from Britain.", "planned", "negated"),
    ],
)
def test_modality_and_polarity_are_part_of_the_fact(sentence: str, modality: str, polarity: str) -> None:
    found = only(sentence, "transfer")
    assert (found.modality, found.polarity) == (modality, polarity)


def test_a_denied_report_keeps_what_it_denies_with_the_stance() -> None:
    found = only("India denied a media report that it had suspended talks with Washington on buying 31 MQ-9B drones.")
    assert (found.status, found.polarity, found.stance) == ("suspended", "affirmed", "denies")
    assert found.recipient == "India"


def test_a_sale_that_was_approved_is_no_order() -> None:
    found = statements("A $90 million sale of Javelin missiles to Estonia won the approval of Washington.")
    assert {s.status for s in found} == {"cleared"}


def test_a_supplier_nobody_names_is_typed_inferred_and_a_named_one_is_not() -> None:
    assert "supplier" in only("Peru bought 24 Rafale jets.").inferred
    assert "supplier" not in only("Peru bought 24 second-hand F-16 jets from Norway.").inferred
    assert only("Peru bought 24 second-hand F-16 jets from Norway.").supplier == "Norway"


def test_a_slot_from_another_sentence_carries_that_sentence_as_evidence() -> None:
    found = reading("Washington has cleared the way for Peru to buy Reaper drones. However, Peru, for now, refused.")
    text = "Washington has cleared the way for Peru to buy Reaper drones. However, Peru, for now, refused."
    refused = next(s for s in found.statements if s.status == "refused")
    spans = {text[e.start : e.end]: set(e.slots) for e in refused.evidence}
    assert "status" in spans["However, Peru, for now, refused."]
    assert "item" in spans["Washington has cleared the way for Peru to buy Reaper drones."]


def test_every_filled_slot_is_named_by_a_span_or_inferred() -> None:
    text = (
        "Peru's cabinet approved the purchase of 24 Gripen jets from Sweden for $3.5 billion on Monday. "
        "The first will be delivered in 2026. Lima signed the contract on Tuesday, the minister, Ana Quispe, said."
    )
    for statement in reading(text).statements:
        named = {slot for span in statement.evidence for slot in span.slots} | set(statement.inferred)
        for slot in ("supplier", "recipient", "item", "status", "date", "quantity", "attribution"):
            if getattr(statement, slot):
                assert slot in named, (statement.status, slot)


@pytest.mark.parametrize(
    "sentence",
    [
        "India signed a deal to buy crude oil from Russia.",
        "The countries that buy Russian weapons were warned.",
        "The two navies held an exercise off the coast with four frigates.",
        "Considering the new deal between the two clubs, the striker left.",
    ],
)
def test_what_only_looks_like_a_transfer_gives_none(sentence: str) -> None:
    assert statements(sentence, "transfer") == []


def test_a_headline_gives_nothing_that_the_body_says_too() -> None:
    text = "Peru clinches Gripen deal\n\nPeru has signed a contract for 24 Gripen jets, the ministry said."
    from secondsource.model.report import Region  # noqa: PLC0415

    headline = Region(start=0, end=25, kind="headline")
    found = ruled(report(text, regions=(headline,)))
    assert found.statements
    assert all(s.evidence[0].start > 25 for s in found.statements)


def test_stretches_to_be_skipped_give_nothing() -> None:
    text = "Peru bought 24 Rafale jets from France. Chile bought 12 Rafale jets from France."
    found = ruled(report(text), ((0, 39),))
    assert {s.recipient for s in found.statements} == {"Chile"}


def test_the_first_of_several_to_arrive_begins_the_delivery() -> None:
    found = only("The first Rafale will arrive in Peru in 2027.", "transfer")
    assert (found.status, found.modality) == ("delivering", "planned")
