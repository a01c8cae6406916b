"""Between which days an undated report must have appeared. Countries, persons and events are invented."""

import pytest

from tests.read.factory import report

READ = "2026-11-22"
CLOSING = " No contract has been signed, the Kaldorian ministry said in Hallam on the matter of the boats."


def bounds(text: str) -> tuple[str, str] | None:
    found = report(text + CLOSING)
    assert found.published is None
    return (found.bounds.low, found.bounds.high) if found.bounds else None


@pytest.mark.parametrize(
    ("sentence", "low"),
    [
        ("As of 2020 the navy has four boats.", "2020-01-01"),
        ("The deal was reached in October 2016 during talks.", "2016-10-01"),
        ("The boats were handed over on 22 July 2021 in Brade.", "2021-07-21"),
        ("It has sailed them since 2014.", "2014-01-01"),
        ("The yard delivered six of them in 2019, and closed.", "2019-01-01"),
        ("The fleet lost a ship (16 were retired in 2017).", "2017-01-01"),
        ("The sale falls under the Sea Arms Act.", "2017-08-02"),
        ("The pact, the Harbour Access Agreement, was signed in Brade.", "2018-09-05"),
        ("Defence Minister Ada Holm spoke in the chamber.", "2017-09-03"),
        ("Ada Holm, the defence minister, spoke in the chamber.", "2017-09-03"),
        ("The Kaldorian prime minister spoke. Prime Minister Vane was brief.", "2015-03-02"),
        ("The Vane government has asked for a price.", "2015-03-02"),
        ("Former Prime Minister Osric Vane opposed it.", "2019-05-20"),
        ("It looked back at the Brade summit of 2018.", "2018-10-03"),
    ],
)
def test_what_a_report_knows_of_sets_its_earliest_day(sentence: str, low: str) -> None:
    found = bounds(sentence)
    assert found is not None
    assert found[0] == low


@pytest.mark.parametrize(
    "sentence",
    [
        "The boats will be delivered by 2027.",
        "The first will be handed over in 2024, the yard said.",
        "They are expected in March 2023, the yard said.",
        "The yard was looking to float it in 2019.",
        "Delivery of the boats is planned from 2021 to 2023.",
        "The offer is valid until 3 May 2022.",
        "The work runs through March 2023, the yard said.",
        "He spoke at Sea Expo 2022 in Brade.",
        "The Army 2030 programme was cut.",
        "The price was 2019 crowns.",
        "The proposed Sea Arms Act was debated in the chamber.",
        "Both want to sign the Harbour Access Agreement at last.",
        "Deputy Prime Minister Osric Vane spoke.",
        "He would be a prime minister Osric Vane could respect.",
        "Ada Holm spoke in the chamber.",
    ],
)
def test_what_may_lie_ahead_or_is_no_office_sets_no_earliest_day(sentence: str) -> None:
    found = bounds(sentence)
    assert found is None or found[0] == "1900-01-01"


KNOWN = "As of 2018 the navy has four boats. "


@pytest.mark.parametrize(
    ("sentence", "high"),
    [
        ("The price could be agreed during Vane's October visit, sources said.", "2018-10-05"),
        ("Parliament rose ahead of the Kaldorian general election.", "2018-11-06"),
        ("Both are keen to sign the Harbour Access Agreement.", "2018-09-06"),
        ("Defence Minister Ada Holm said on Thursday that the price was fair.", "2018-12-31"),
        ("The talks joined Prime Minister Osric Vane and Defence Minister Ada Holm.", "2018-12-31"),
        ("The Vane government has asked for a price.", "2019-05-20"),
    ],
)
def test_what_a_report_does_not_know_yet_sets_its_latest_day(sentence: str, high: str) -> None:
    found = bounds(KNOWN + sentence)
    assert found is not None
    assert found[1] == high


@pytest.mark.parametrize(
    "sentence",
    [
        "The price was agreed during Vane's visit, sources said.",
        "Defence Minister Ada Holm said in 2018 that the price was fair, it emerged on Thursday.",
        "When Defence Minister Ada Holm spoke on Thursday, none of this was known.",
        "After the general election the price was agreed.",
        "The Harbour Access Agreement lets ships refuel.",
        "Former Defence Minister Ada Holm said on Thursday that the price was fair.",
    ],
)
def test_what_is_told_of_the_past_sets_no_latest_day(sentence: str) -> None:
    found = bounds(KNOWN + sentence)
    assert found is not None
    assert found[1] == READ


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [
        ("before Polling Day next week", "2018-10-29", "2018-11-04"),
        ("before Polling Day this week", "2018-11-05", "2018-11-11"),
        ("before Polling Day next month", "2018-10-01", "2018-10-31"),
        ("before Polling Day tomorrow", "2018-11-05", "2018-11-05"),
        ("on the eve of next week's general election", "2018-10-29", "2018-11-04"),
    ],
)
def test_an_event_placed_by_the_week_narrows_the_bounds_to_it(phrase: str, low: str, high: str) -> None:
    assert bounds(f"{KNOWN}Nothing will be signed in Kaldoria {phrase}.") == (low, high)


def test_the_edition_of_an_event_is_the_first_that_can_still_come() -> None:
    known = "As of 2020 the navy has four boats. Nothing will be signed in Kaldoria before Polling Day next week."
    assert bounds(known) == ("2022-10-31", "2022-11-06")


def test_an_event_of_one_of_two_countries_is_not_guessed() -> None:
    found = bounds(f"{KNOWN}Vestria has offered them. Nothing will be signed before the general election next week.")
    assert found == ("2018-01-01", READ)


def test_an_election_that_several_countries_call_alike_needs_its_country_beside_it() -> None:
    assert bounds(f"{KNOWN}Parliament rose ahead of the general election.") == ("2018-01-01", READ)


def test_an_agreement_still_wanted_on_a_page_that_has_a_pact_signed_sets_no_latest_day() -> None:
    found = bounds(
        f"{KNOWN}The long-awaited pact was signed in Brade. Both are keen to sign the Harbour Access Agreement."
    )
    assert found == ("2018-01-01", READ)


def test_a_dateline_without_its_year_raises_the_earliest_day() -> None:
    assert bounds("HALLAM, March 6 (NWS) - The boats were handed over in 2018, the navy said on the quay.") == (
        "2018-03-06",
        READ,
    )


def test_furniture_is_no_evidence() -> None:
    found = report(
        "The navy will take two boats from Vestria this autumn, its chief said on Monday in the port.\n\n"
        "Also read: Prime Minister Osric Vane opened the Brade summit of 2018\n\n"
        "The boats cost $14 million with spares, and crews will be trained at the naval school of the port.\n"
    )
    assert found.bounds is None


def test_every_bound_has_its_reason() -> None:
    found = report(f"{KNOWN}Nothing will be signed in Kaldoria before Polling Day next week.{CLOSING}").bounds
    assert found is not None
    assert found.reasons[0] == '"Polling Day" next week: Kaldorian general election, 2018 was on 2018-11-06'
    assert 'speaks of "As of 2018" as past or present' in found.reasons
    assert found.reasons[-1] == "read on 2026-11-22"
