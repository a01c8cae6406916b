"""Who really knows: one informant for all the ways in which the press prints him."""

import pytest

from secondsource.ledger.speakers import Speakers
from secondsource.model.statement import Attribution
from tests.factory import Press, knowledge, said, unnamed, voices


@pytest.fixture
def press() -> Press:
    return Press()


def count(press: Press) -> int:
    (deal,) = press.deals()
    support = deal.history[0].support
    assert support is not None
    return support.informants


@pytest.mark.parametrize(
    "names",
    [
        ("Esper", "Mark Esper", "Defence Secretary Mark Esper", "US Defense Secretary Mark T. Esper", "Mr Esper"),
        ("Tomasz Kowalczyk", "Tomász Kowalczyk", "Gen. Tomasz Kowalczyk", "T. Kowalczyk"),
        ("Bharat Electronics", "Bharat Electronics Ltd", "BEL"),
        ("Zephyr Dynamics", "Zephyr Dynamics Ltd.", "the Zephyr Dynamics company"),
        ("Polish Ministry of National Defence", "Poland's Defence Ministry", "Polish Defense Ministry spokesman"),
        ("South Korean President Moon Jae-in", "President Moon Jaein", "Moon Jae-in"),
    ],
    ids=lambda names: names[0],
)
def test_one_speaker_in_all_spellings_is_one_informant(press: Press, names: tuple[str, ...]) -> None:
    for number, name in enumerate(names):
        one = press.outlet(f"Paper {number}", published="2019-10-01")
        press.tells(one, attribution=said(name, role="general" if "." in name else None))
    assert count(press) == 1


def test_a_title_means_who_held_the_office_that_day(press: Press) -> None:
    press.tells(press.outlet("A", published="2019-10-01"), attribution=said("Mark Esper"))
    press.tells(press.outlet("B", published="2019-10-20"), attribution=said("US Defense Secretary"))
    assert count(press) == 1


def test_two_persons_of_one_surname_are_two(press: Press) -> None:
    press.tells(press.outlet("A"), attribution=said("Michael Kim"))
    press.tells(press.outlet("B"), attribution=said("Jae Kim"))
    assert count(press) == 2


def test_a_spokesman_once_introduced_speaks_for_his_body_everywhere(press: Press) -> None:
    role = "spokesman for the Polish Armament Agency"
    press.tells(press.outlet("A"), attribution=said("Jan Nowak", role=role))
    press.tells(press.outlet("B"), attribution=said("Jan Nowak"))
    press.tells(press.outlet("C"), attribution=said("Polish Armament Agency"))
    assert count(press) == 1


def test_persons_named_in_one_breath_are_several_informants(press: Press) -> None:
    press.tells(press.outlet("A"), attribution=said("Luigi Bianchi and Giuseppe Verdi"))
    assert count(press) == 2


def test_the_signers_of_one_letter_are_one_document(press: Press) -> None:
    one = press.outlet("A")
    press.tells(one, "In a letter the two warned Cairo.", attribution=said("Luigi Bianchi and Giuseppe Verdi"))
    ledger = press.ledger()
    assert [(i.kind, i.label) for i in ledger.informants] == [
        ("document", "a letter or statement by Giuseppe Verdi and Luigi Bianchi")
    ]


def test_a_bare_surname_that_nobody_introduces_counts_nothing(press: Press) -> None:
    press.tells(press.outlet("A"), attribution=said("Haddad"))
    assert count(press) == 0


def test_an_unresolved_voice_counts_nothing(press: Press) -> None:
    press.tells(press.outlet("A"), attribution=said(None))
    assert count(press) == 0


def test_narrated_background_is_unsourced(press: Press) -> None:
    press.tells(press.outlet("A"))
    (deal,) = press.deals()
    assert deal.support is not None
    assert (deal.support.informants, deal.support.established, deal.support.unsourced) == (0, 0, 1)


@pytest.mark.parametrize("words", [("two officials", "officials"), ("a senior source", "people close to the talks")])
def test_unnamed_officials_and_sources_to_one_outlet_are_one(press: Press, words: tuple[str, str]) -> None:
    for name, who in zip(("A", "B"), words, strict=True):
        press.tells(press.outlet(name), attribution=unnamed(who, "Reuters"))
    assert count(press) == 1


def test_unnamed_voices_are_heard_by_the_furthest_outlet(press: Press) -> None:
    press.tells(press.outlet("A"), attribution=unnamed("officials", "Al-Monitor", "ANSA"))
    press.tells(press.outlet("B"), attribution=unnamed("officials", "ANSA"))
    assert count(press) == 1


def test_unnamed_voices_to_two_established_outlets_are_two(press: Press) -> None:
    press.tells(press.outlet("A"), attribution=unnamed("officials"))
    press.tells(press.outlet("B"), attribution=unnamed("officials"))
    assert count(press) == 2


def test_a_diplomat_and_an_official_of_another_state_in_one_report_are_two(press: Press) -> None:
    one = press.outlet("A")
    press.tells(one, attribution=unnamed("US officials"))
    press.tells(one, attribution=unnamed("a Turkish official"))
    assert count(press) == 2


def test_a_retelling_that_calls_the_voice_otherwise_adds_nobody(press: Press) -> None:
    press.tells(press.outlet("A"), attribution=unnamed("a Turkish official", "Reuters"))
    press.tells(press.outlet("B"), attribution=unnamed("a diplomat", "Reuters"))
    assert count(press) == 1


def test_what_an_outlet_is_credited_with_is_the_word_of_those_who_told_it(press: Press) -> None:
    press.tells(press.outlet("A"), attribution=unnamed("three sources", "Reuters"))
    press.tells(press.outlet("B"), attribution=said(None, outlets=("Reuters",)))
    assert count(press) == 1


def test_offices_of_one_government_tell_one_act_once(press: Press) -> None:
    press.tells(press.outlet("A"), status="cleared", attribution=said("State Department"))
    press.tells(press.outlet("B"), status="cleared", attribution=said("Defense Security Cooperation Agency"))
    press.tells(press.outlet("C"), status="cleared", attribution=said("the Pentagon"))
    assert count(press) == 1


def test_a_minister_tells_what_his_government_tells(press: Press) -> None:
    minister = said("François-Philippe Champagne", role="foreign minister", country="Canada")
    press.tells(press.outlet("A"), attribution=minister)
    press.tells(press.outlet("B"), attribution=said("Canadian government"))
    assert count(press) == 1


def test_two_ministers_are_two_informants_also_where_their_government_speaks(press: Press) -> None:
    press.tells(press.outlet("A"), attribution=said("Anna Berg", role="foreign minister", country="Sweden"))
    press.tells(press.outlet("B"), attribution=said("Lars Holm", role="defence minister", country="Sweden"))
    press.tells(press.outlet("C"), attribution=said("Swedish government"))
    assert count(press) == 2


def test_a_government_that_speaks_again_weeks_later_is_not_made_one_with_a_minister(press: Press) -> None:
    press.tells(press.outlet("A"), attribution=said("Anna Berg", role="foreign minister", country="Sweden"))
    press.tells(press.outlet("B", published="2019-06-01"), attribution=said("Swedish government"))
    assert count(press) == 2


def test_no_comment_supports_nothing(press: Press) -> None:
    press.tells(press.outlet("A"), attribution=said("State Department"), stance="no-comment")
    assert count(press) == 0


@pytest.mark.parametrize(
    ("speaker", "interest"),
    [
        ("State Department", "supplier"),
        ("Turkish Defence Ministry", "recipient"),
        ("Russian Foreign Ministry", "rival"),
        ("Norwegian government", "third"),
        ("Karen Whitlow", "unknown"),
    ],
)
def test_interest_is_the_side_a_voice_stands_on(press: Press, speaker: str, interest: str) -> None:
    press.tells(press.outlet("A"), attribution=said(speaker))
    press.tells(press.outlet("B"), supplier="Russia", item="S-400", family="s-400")
    (informant,) = press.ledger().informants
    assert informant.interest == interest


def test_an_authority_speaks_in_its_own_record(press: Press) -> None:
    release = press.report("Defence Ministry Press Service")
    press.origin(release, kind="release")
    told = press.tells(release, supplier="South Korea", recipient="Poland", item="K9", family="k9", status="signed")
    assert voices(press.ledger(), [told]) == {"Defence Ministry Press Service"}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Russian media", None),
        ("Algerian state media", ("government", "Algeria", "state media")),
        ("the US embassy spokesperson", ("government", "United States", "foreign")),
        ("declassified American intelligence", ("government", "United States", "intelligence")),
        ("Israel Katz", ("person", "israel", "katz")),
    ],
)
def test_a_name_has_one_key(name: str, key: tuple[str, ...] | None) -> None:
    said_by = Attribution(speaker=name, role=None, anonymous=False)
    found = Speakers(knowledge(), [said_by]).of(said_by, "2019-10-01", "A")
    assert [s.key for s in found] == ([key] if key else [])
