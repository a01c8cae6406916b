"""What two texts that share something are to one another: a copy, an excerpt, a rewording, a summary, or nothing."""

import pytest

from secondsource.knowledge import load
from secondsource.lineage import Derivation, compare
from secondsource.model.report import Report
from secondsource.text.tokens import low_words
from tests.lineage.copying import edited, excerpt, paragraphs, plain, spun, stitched
from tests.lineage.invented import (
    EVERY,
    FRIGATES,
    HELICOPTERS,
    HONEST,
    HOWITZERS,
    NOTICE,
    PATROL,
    RELEASE,
    SHELLS,
    SIGNING,
    SUBMARINE,
    TANKS,
    UPGRADE,
    Invented,
)  # fmt: skip
from tests.lineage.press import report, traced

QUOTE = (
    '"Our gunners fired the thing for two winters on the range at Tapa and brought back a list of eleven complaints, '
    "and the factory has answered ten of them, and I would rather have an honest list than a silver medal in a velvet "
    'box,"'
)
LINE_UP = (
    "Present were Admiral Sir Hector Pellew, General Anneliese Strobl, Rear Admiral Tomás Quiroga, Air Marshal Nazir "
    "Haidari, Brigadier Moses Tembo, Colonel Ingrid Aasen, Commodore Luc Vanderpoel, Captain Rosa Etxeberria, Major "
    "Piotr Zaremba, Dame Olive Trench, Doctor Kenji Morimoto and Professor Ada Obuya."
)


def tie(left: str, right: str) -> Derivation | None:
    found = compare([plain(left, "left"), plain(right, "right")], load())
    assert len(found) <= 1
    return found[0] if found and not found[0].is_hint else None


def relation(left: str, right: str) -> str | None:
    found = tie(left, right)
    return found.link.relation if found else None


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.name)
def test_a_print_of_the_whole_is_a_copy(one: Invented) -> None:
    found = tie(one.text, one.text)
    assert found is not None
    assert (found.link.relation, found.link.coverage, found.exact, found.link.changes) == ("copy", 1.0, 1.0, ())


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.name)
def test_a_light_edit_is_a_copy(one: Invented) -> None:
    assert relation(edited(one.text), one.text) == "copy"


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.name)
def test_a_bold_rewording_is_reworded(one: Invented) -> None:
    assert relation(spun(one.text, boldly=True), one.text) in ("reworded", "copy")


def test_most_bold_rewordings_are_no_copies() -> None:
    found = [relation(spun(one.text, boldly=True), one.text) for one in HONEST]
    assert found.count("reworded") >= 0.9 * len(found)


@pytest.mark.parametrize("one", HONEST, ids=lambda one: one.name)
def test_a_paragraph_used_again_in_another_report_is_an_excerpt(one: Invented) -> None:
    used = max(paragraphs(one.text), key=len)
    other = next(r for r in HONEST if r is not one)
    found = tie(f"{other.text}\n\n{used}", one.text)
    assert found is not None
    assert found.link.relation == "excerpt"
    assert found.link.coverage < 0.5


def test_the_first_half_is_an_excerpt() -> None:
    found = [relation(excerpt(one.text), one.text) for one in HONEST]
    assert set(found) <= {"excerpt", "copy"}
    assert found.count("excerpt") >= 0.7 * len(found)


@pytest.mark.parametrize("one", HONEST, ids=lambda one: one.name)
def test_a_short_note_that_stands_in_another_text_is_a_link(one: Invented) -> None:
    note = max(paragraphs(one.text), key=len)
    assert tie(note, one.text) is not None


def test_one_sentence_in_passing_is_no_link() -> None:
    sentence = "Its shares closed up 2.4 percent in Seoul."
    assert sentence in HOWITZERS.text
    assert tie(f"{SHELLS.text}\n\n{sentence}", HOWITZERS.text) is None


def test_shared_quotations_alone_are_no_link() -> None:
    left = SHELLS.text.replace("Not everybody is glad.", f"{QUOTE} a major said. Not all are glad.")
    right = PATROL.text.replace("A third, which", f"{QUOTE} an instructor was heard to tell his class. A third, which")
    assert QUOTE in left
    assert QUOTE in right
    assert tie(left, right) is None


def test_the_same_words_without_quotation_marks_are_one() -> None:
    words = QUOTE.replace('"', "")
    found = tie(f"{SHELLS.text}\n\n{words} he knew.", f"{PATROL.text}\n\n{words} she knew.")
    assert found is not None
    assert found.link.relation == "excerpt"


@pytest.mark.parametrize(("left", "right"), [(SIGNING, NOTICE), (RELEASE, SIGNING), (RELEASE, NOTICE)])
def test_reporters_who_quote_one_minister_took_no_text_from_one_another(left: Invented, right: Invented) -> None:
    assert tie(left.text, right.text) is None


def test_a_quotation_counts_where_what_stands_around_it_is_taken_too() -> None:
    found = tie(f"{SHELLS.text}\n\n{QUOTE} he said.\n\n{HOWITZERS.text}", HOWITZERS.text)
    assert found is not None
    assert found.link.report == "right", "the greater id, as the direction is open"
    assert any('"' in HOWITZERS.text[p.start : p.end] for p in found.link.passages)


def test_a_line_up_of_names_is_no_link() -> None:
    assert tie(f"{FRIGATES.text}\n\n{LINE_UP}", f"{HELICOPTERS.text}\n\n{LINE_UP}") is None


def test_a_line_up_counts_where_what_stands_around_it_is_taken_too() -> None:
    found = tie(f"{FRIGATES.text}\n\n{LINE_UP}", f"{LINE_UP}\n\n{FRIGATES.text}")
    assert found is not None
    assert any("Pellew" in f"{FRIGATES.text}\n\n{LINE_UP}"[p.start : p.end] for p in found.link.passages)


def test_unrelated_stories_have_no_link() -> None:
    assert compare([r.report() for r in HONEST], load()) == []


def test_the_relation_is_the_same_from_either_side() -> None:
    for one in HONEST:
        for other in (edited(one.text), spun(one.text), excerpt(one.text)):
            assert relation(other, one.text) == relation(one.text, other)


def test_spans_of_a_link_index_both_texts() -> None:
    for one in HONEST:
        text = spun(one.text)
        found = tie(text, one.text)
        assert found is not None
        assert (found.link.report, found.link.of) == ("left", "right")
        for p in found.link.passages:
            assert p.of_start is not None
            assert p.of_end is not None
            assert 0 <= p.start < p.end <= len(text)
            assert 0 <= p.of_start < p.of_end <= len(one.text)
        for c in found.link.changes:
            assert text[c.start : c.end] != one.text[c.of_start : c.of_end]


def test_an_outlet_cut_at_its_hyphen_is_no_second_source() -> None:
    """The Hallam Tribune-Record is one outlet, and so is the St. Louis Post-Dispatch."""
    told = report(
        "Norway will buy Leopard 2 tanks from Germany, an officer told the Hallam Tribune-Record on Monday. "
        "The first of them is to come within two years, and the price was not made known.",
        "told",
        outlet="Hallam Tribune-Record",
    )
    assert traced([told]).established("told") == {"Hallam Tribune-Record"}


def test_undated_texts_of_one_address_are_versions() -> None:
    url = "https://hallam-packet.example/frigates"
    early, late = (
        Report(id=name, source=name, url=url, text=text, sha256="", reader="plain-text")
        for name, text in (("early", UPGRADE.text), ("late", UPGRADE.text + SUBMARINE.text))
    )
    [found] = compare([early, late], load())
    assert (found.link.relation, found.link.direction) == ("version", "undetermined")


def test_a_long_text_taken_into_a_short_note_is_no_copy_of_the_whole() -> None:
    note = "\n\n".join([TANKS.text.split("\n\n")[1], TANKS.text.split("\n\n")[4]])
    found = tie(note, TANKS.text)
    assert found is not None
    assert found.link.relation == "excerpt"


def taken(taker: str, donor: str) -> list[tuple[str, str]]:
    """The words of the passages of a link, as they stand in the taker and in the donor."""
    found = tie(taker, donor)
    assert found is not None
    turned = found.link.report == "right"
    ours, theirs = (donor, taker) if turned else (taker, donor)
    pairs = [
        (" ".join(low_words(ours[p.start : p.end])), " ".join(low_words(theirs[p.of_start : p.of_end])))
        for p in found.link.passages
    ]
    return [(b, a) for a, b in pairs] if turned else pairs


def joined(*parts: str) -> str:
    return " ".join(low_words(" ".join(parts)))


@pytest.mark.parametrize("one", [SHELLS, TANKS, UPGRADE], ids=lambda one: one.name)
def test_moved_paragraphs_are_passages_of_their_own(one: Invented) -> None:
    parts = paragraphs(one.text)
    found = taken("\n\n".join(reversed(parts)), one.text)
    assert all(ours == theirs for ours, theirs in found)
    assert sum(len(ours.split()) for ours, _ in found) >= 0.95 * len(joined(*parts).split())


def test_an_inserted_stretch_is_in_no_passage() -> None:
    one, two, three, four, *_ = paragraphs(TANKS.text)
    other = paragraphs(SHELLS.text)
    found = taken("\n\n".join([one, two, other[3], other[4], three, four]), TANKS.text)
    assert sorted(ours for ours, _ in found) == sorted([joined(one, two), joined(three, four)])
    assert all(ours == theirs for ours, theirs in found)


def test_passages_brought_together_stand_apart_in_the_donor() -> None:
    one, *_, last = paragraphs(TANKS.text)
    found = taken(f"{one}\n\n{last}", TANKS.text)
    assert sorted(found) == sorted([(joined(one), joined(one)), (joined(last), joined(last))])


@pytest.mark.parametrize("donor", [TANKS, SHELLS], ids=lambda one: one.name)
def test_a_page_that_changes_between_two_shares_with_each_its_own(donor: Invented) -> None:
    found = taken(stitched(TANKS.text, SHELLS.text), donor.text)
    assert all(ours == theirs for ours, theirs in found)
    assert len(joined(*(ours for ours, _ in found)).split()) <= len(joined(donor.text).split()) + 3
    assert all(joined(part) in joined(*(ours for ours, _ in found)) for part in paragraphs(donor.text))
