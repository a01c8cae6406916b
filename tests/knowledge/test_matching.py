from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.knowledge import Knowledge, load
from secondsource.knowledge.entries import Variant

from .factory import agreement, body, country, knowledge, namesake, outlet, weapon

KNOWN = knowledge(
    weapon("petrel", "T-9 Petrel", "T-9", weak=("Petrel",)),
    weapon("heron", "MQ-90 Heron", "MQ-90", variant=(Variant(name="MQ-90MKI", aliases=("MQ-90MKI",)),)),
    weapon("tempest-engine", "Grey Armour Kit"),
    country("Vestria", "Vestrian", "Hallam"),
    country("Kaldor", "Kaldori", "Ostrey", weak=("Kaldor",)),
    body("ves-mod", "Ministry of Defence of Vestria", "Vestrian Ministry of Defence"),
    body("ves-audit", "National Audit Court"),
    body("era", "National Era"),
    outlet("national", "The National"),
    outlet("ministry-news", "Defense Weekly"),
    agreement("hap", "Hallam Air Programme"),
    namesake("sea-of-vestria", "Sea of Vestria", "Vestrian Sea"),
)


def found(text: str, known: Knowledge = KNOWN) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.id) for m in known.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The T-9 Petrel flew.", [("T-9 Petrel", "petrel")]),
        ("Vestrian Ministry of Defence officials", [("Vestrian Ministry of Defence", "ves-mod")]),
        ("The National Audit Court asked.", [("National Audit Court", "ves-audit")]),
        ("The Hallam Air Programme", [("Hallam Air Programme", "hap")]),
        ("The National Era", [("National Era", "era")]),
    ],
)
def test_the_longest_name_wins(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("printed", ["T-9", "T 9", "T9", "T–9", "T‑9"])
def test_a_hyphen_a_blank_and_nothing_are_the_same(printed: str) -> None:
    assert found(f"Two {printed} aircraft") == [(printed, "petrel")]


@pytest.mark.parametrize("text", ["T-\n9", "T, 9", "T.9", "T      9", "XT-9", "5T-9", "T-99", "ST9", "t-9"])
def test_what_is_another_name(text: str) -> None:
    assert found(f"Two {text} aircraft") == []


@pytest.mark.parametrize(
    ("text", "printed"),
    [("Petrels", "Petrels"), ("T-9 Petrels", "T-9 Petrels"), ("T-9s", "T-9s"), ("Vestrians", "Vestrians")],
)
def test_plurals(text: str, printed: str) -> None:
    assert found(f"{text} came")[0][0] == printed


@pytest.mark.parametrize("text", ["Vestria's plan", "Vestria’s plan", "Vestria' plan"])
def test_the_possessive_stays_outside_the_name(text: str) -> None:
    assert found(text) == [("Vestria", "vestria")]


@pytest.mark.parametrize("printed", ["T-9C", "T-9C/D", "T-9BM", "T-9B2", "MQ-90B", "MQ-90MKI", "MQ 90MKI"])
def test_letters_after_a_designation_belong_to_it(printed: str) -> None:
    assert [text for text, _ in found(f"the {printed} fleet")] == [printed]


def test_a_variant_is_named_by_its_own_name() -> None:
    mentions = KNOWN.find("MQ-90MKI and MQ-90")
    assert [(m.id, m.label, m.form) for m in mentions] == [
        ("heron", "MQ-90MKI", "variant"),
        ("heron", "MQ-90 Heron", "name"),
    ]


def test_headline_capitals() -> None:
    assert found("VESTRIA BUYS PETRELS FROM KALDORI YARD") == [
        ("VESTRIA", "vestria"),
        ("PETRELS", "petrel"),
        ("KALDORI", "kaldor"),
    ]


@pytest.mark.parametrize("text", ["vestria", "the petrel, a bird", "ves Tria"])
def test_case_matters_elsewhere(text: str) -> None:
    assert found(text) == []


def test_small_words_inside_a_name_may_be_capitalised() -> None:
    assert found("The Ministry Of Defence Of Vestria") == [("Ministry Of Defence Of Vestria", "ves-mod")]


@pytest.mark.parametrize("text", ["Vestrian Ministry of Defense", "Defence Weekly", "Grey Armor Kit"])
def test_british_and_american_spelling_are_the_same(text: str) -> None:
    assert [printed for printed, _ in found(text)] == [text]


def test_demonyms_and_metonyms_name_the_country() -> None:
    mentions = KNOWN.find("Hallam told Vestrian envoys of Vestria")
    assert [(m.label, m.form) for m in mentions] == [
        ("Vestria", "metonym"),
        ("Vestria", "demonym"),
        ("Vestria", "name"),
    ]


def test_a_weak_name_is_marked() -> None:
    (mention,) = KNOWN.find("A Petrel sat on the mast.")
    assert (mention.form, mention.strong) == ("weak", False)


def test_a_weak_name_counts_where_a_strong_one_bears_it_out() -> None:
    assert all(m.strong for m in KNOWN.find("The T-9 came. A Petrel costs more."))
    assert [m.strong for m in KNOWN.find("Kaldor signed; Vestria paid.")] == [False, True]
    assert [m.strong for m in KNOWN.find("Kaldor signed; the Kaldori fleet paid.")] == [True, True]


def test_a_namesake_hides_the_name_in_it() -> None:
    assert found("In the Sea of Vestria, off Vestria") == [("Vestria", "vestria")]
    assert found("the Vestrian Sea") == []
    assert found("Vestrian sea trials") == [("Vestrian", "vestria")]


def test_a_namesake_is_never_another_reading_of_a_name() -> None:
    (mention,) = knowledge(outlet("post", "Hallam Post"), namesake("posts", "Hallam Post")).find("Hallam Post")
    assert mention.readings() == (mention,)


@pytest.mark.parametrize("text", ["Véstria", "Vestri\N{CYRILLIC SMALL LETTER A}", "VÉSTRIA"])
def test_accents_and_look_alike_letters(text: str) -> None:
    assert found(text) == [(text, "vestria")]


def test_one_name_of_two_entries_shows_both() -> None:
    known = knowledge(body("army", "Army", weak=("AFP",)), outlet("afp", weak=("AFP",)), agreement("gap", "GAP"))
    (mention,) = known.find("AFP")
    assert [m.kind for m in mention.readings()] == ["body", "outlet"]
    assert known.find("GAP")[0].readings() == (known.find("GAP")[0],)


def test_a_strong_name_comes_before_a_weak_one() -> None:
    known = knowledge(weapon("t55", "T55 engine", weak=("T55",)), weapon("z-t-55", "T-55"))
    (mention,) = known.find("a T55")
    assert [m.id for m in mention.readings()] == ["z-t-55", "t55"]


def test_offsets_index_the_original_text() -> None:
    text = "“Véstria” – T–9s – naïve Hallam"
    assert [text[m.start : m.end] for m in KNOWN.find(text)] == ["Véstria", "T–9s", "Hallam"]


@given(
    st.lists(st.sampled_from(["Vestria", "T-9", "T 9", "Petrels", "’s", " ", "\n", "é", "of", "Sea", "MQ-90", "C/D"]))
)
def test_mentions_never_overlap_and_stand_in_order(pieces: list[str]) -> None:
    mentions = KNOWN.find(" ".join(pieces))
    assert all(m.start < m.end for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))


@given(st.text(max_size=60))
def test_a_name_is_found_wherever_it_stands(around: str) -> None:
    text = f"{around} \n Vestria \n {around}"
    start = len(around) + 3
    assert any((m.start, m.end, m.id) == (start, start + 7, "vestria") for m in KNOWN.find(text))


@pytest.mark.parametrize(
    ("text", "ident", "printed"),
    [
        ("Twelve F-16C/D Block 52 jets", "f-16-fighting-falcon", "F-16C/D"),
        ("India's Su-30MKI fleet", "su-30", "Su-30MKI"),
        ("TURKEY GETS S-400s", "s-400", "S-400s"),
        ("the S–400 Triumf’s radar", "s-400", "S–400 Triumf"),
    ],
)
def test_designations_as_the_press_prints_them(text: str, ident: str, printed: str) -> None:
    weapons = [m for m in load().find(text) if m.kind == "weapon"]
    assert [(m.id, text[m.start : m.end]) for m in weapons] == [(ident, printed)]


@pytest.mark.parametrize(
    "text",
    [
        "patrols in the South China Sea and the East China Sea",
        "over the Gulf of Mexico, in Latin American navies, in New Mexico",
        "the USS George Washington at the Paris Air Show",
        "the Warsaw Pact, the Minsk agreements and the Oslo Accords",
        "Delhi-class destroyers in the Indian Ocean",
        "the Washington Post in British Columbia",
    ],
)
def test_no_country_is_found_in_a_namesake(text: str) -> None:
    assert [m for m in load().find(text) if m.kind == "country"] == []
