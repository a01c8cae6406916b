"""Regions and furniture."""

import pytest

from secondsource.knowledge.entries import Phrase
from secondsource.read.lines import PAGE_KINDS
from secondsource.text.folding import fold
from tests.read.factory import furniture, knowledge, parts, report

FIRST = "The Kaldorian navy will take two patrol boats from Vestria this autumn, its chief said on Monday in Hallam."
SECOND = "The boats cost $14 million with spares, and crews will be trained at the naval school of Port Hallam."
BODY = [("body", FIRST), ("body", SECOND)]


def page(*lines: str) -> str:
    return "\n\n".join(lines) + "\n"


def page_phrases() -> list[Phrase]:
    return [phrase for kind in PAGE_KINDS for _, phrase in knowledge().phrases_of(kind)]


@pytest.mark.parametrize("phrase", page_phrases(), ids=lambda p: p.id)
def test_a_page_phrase_matches_its_examples_and_not_its_counter_examples(phrase: Phrase) -> None:
    patterns = {p.id: pattern for kind in PAGE_KINDS for pattern, p in knowledge().phrases_of(kind)}
    assert phrase.yes
    assert phrase.no
    assert [line for line in phrase.yes if not patterns[phrase.id].search(fold(line))] == []
    assert [line for line in phrase.no if patterns[phrase.id].search(fold(line))] == []


def test_a_short_report_of_one_paragraph_is_all_body() -> None:
    found = report(FIRST + " " + SECOND)
    assert parts(found) == [("body", FIRST + " " + SECOND)]
    assert furniture(found) == []


def test_a_headline_and_its_dek_stand_before_the_report() -> None:
    found = report(
        page("Kaldoria buys two Vestrian boats", "Navy chief says crews will train in Hallam", FIRST, SECOND)
    )
    assert parts(found)[:2] == [
        ("headline", "Kaldoria buys two Vestrian boats"),
        ("dek", "Navy chief says crews will train in Hallam"),
    ]
    assert found.title == "Kaldoria buys two Vestrian boats"


def test_a_scene_before_the_report_is_a_caption_and_a_long_line_after_it_the_dek() -> None:
    dek = (
        "Osric Vane and Ada Holm offered four more boats and a training ship at a summit in Hallam this week as the "
        "navy enters the last year of its ten-year plan"
    )
    found = report(page("A Petrel patrol boat sails by at Port Hallam naval station", dek, FIRST, SECOND))
    assert [kind for kind, _ in parts(found)] == ["caption", "dek", "body", "body"]
    assert found.title is None


def test_a_named_thing_under_a_picture_is_a_caption() -> None:
    found = report(
        page("Kaldoria, Vestria seal boat pact", "T-9 launcher dubbed Grey Heron by the allies", FIRST, SECOND)
    )
    assert [kind for kind, _ in parts(found)] == ["headline", "caption", "body", "body"]


def test_a_breadcrumb_is_furniture_and_the_headline_after_it_is_not() -> None:
    found = report(page("Home » Kaldoria Buys Boats", "Kaldoria Buys Boats", FIRST, SECOND))
    assert furniture(found) == ["Home » Kaldoria Buys Boats"]
    assert parts(found)[0] == ("headline", "Kaldoria Buys Boats")


def test_the_second_of_two_equal_captions_is_furniture_and_the_credit_of_the_first() -> None:
    caption = "Ministers meet on the quay at Port Hallam. (Photo by Ada Lund/Hallam Pictures)"
    found = report(
        page(
            "Kaldoria buys boats",
            "Tidewater Staff",
            "Jan 8, 2021, 10:43 AM | Updated 11:43 AM",
            caption,
            caption,
            FIRST,
            SECOND,
        )
    )
    assert [kind for kind, _ in parts(found)] == ["headline", "caption", "body", "body"]
    assert furniture(found) == [
        "Tidewater Staff",
        "Jan 8, 2021, 10:43 AM | Updated 11:43 AM",
        "(Photo by Ada Lund/Hallam Pictures)",
        caption,
    ]
    assert (found.published, found.outlet) == ("2021-01-08", "Tidewater Post")


def test_words_of_a_menu_at_head_and_tail_are_furniture() -> None:
    found = report(
        page(
            "Insta", "Kaldoria buys boats", FIRST, SECOND, "Get the Post in your inbox.", "Magazine", "image", "Regions"
        )
    )
    assert furniture(found) == ["Insta", "Get the Post in your inbox.", "Magazine", "image", "Regions"]
    assert parts(found) == [("headline", "Kaldoria buys boats"), *BODY]


def test_headlines_of_other_stories_at_the_tail_are_furniture() -> None:
    tail = ("Latest News", "Ferry strike enters its second week", "Council votes for cheaper fares")
    assert furniture(report(page(FIRST, SECOND, *tail))) == list(tail)


def test_after_a_list_head_at_the_tail_whole_sentences_are_furniture_too() -> None:
    tail = ("Related stories:", "Why the ferries stopped.", "Who pays for the buses?")
    assert furniture(report(page(FIRST, SECOND, *tail))) == list(tail)


def test_a_headline_of_another_story_at_the_head_is_furniture() -> None:
    found = report(page("Ferry strike enters second week", "Kaldoria buys two boats", FIRST, SECOND))
    assert furniture(found) == ["Ferry strike enters second week"]
    assert found.title == "Kaldoria buys two boats"


def test_a_headline_glued_before_the_dateline_is_no_part_of_the_body() -> None:
    found = report(f"Kaldorian navy takes boats from Vestria HALLAM - {FIRST} {SECOND}")
    assert parts(found)[0] == ("headline", "Kaldorian navy takes boats from Vestria")
    assert parts(found)[1][1].startswith("HALLAM - The Kaldorian")


def test_another_storys_headline_glued_before_the_dateline_is_furniture() -> None:
    found = report(f"Ferry strike enters second week HALLAM - {FIRST} {SECOND}")
    assert furniture(found) == ["Ferry strike enters second week"]


def test_an_advertisement_between_paragraphs_is_furniture() -> None:
    found = report(page(FIRST, "Advertisement", "Also read: Five frigates that never sailed", SECOND))
    assert furniture(found) == ["Advertisement", "Also read: Five frigates that never sailed"]
    assert parts(found) == BODY


def test_a_link_as_the_last_sentence_is_furniture() -> None:
    assert furniture(report(f"{FIRST} {SECOND} Read more: Ferry strike enters second week")) == [
        "Read more: Ferry strike enters second week"
    ]


def test_short_sentences_and_items_between_paragraphs_stay_body() -> None:
    found = report(page(FIRST, "Kaldoria, for now, refused.", "- 6 boats in the first lot;", "2. Value", SECOND))
    assert [kind for kind, _ in parts(found)] == ["body"] * 5


def test_regions_and_whole_lines_of_furniture_do_not_overlap_and_cover_every_line() -> None:
    text = page("Home > World", "Kaldoria buys boats", FIRST, "Advertisement", SECOND, "Magazine")
    found = report(text)
    covered = sorted([(r.start, r.end) for r in found.regions] + [(f.start, f.end) for f in found.furniture])
    assert [text[a:b] for a, b in covered] == [line for line in text.split("\n") if line]
