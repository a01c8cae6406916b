"""Passages that two texts share: where they stand on both sides, however they were moved, merged, split or reworded."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.knowledge.words import load_words
from secondsource.lineage.alignment import Aligned
from secondsource.lineage.chains import chains
from secondsource.lineage.fingerprints import grams
from secondsource.lineage.vocabulary import Vocabulary
from secondsource.text.tokens import low_words
from tests.lineage.copying import both_sides, laid, paragraphs, spun, stitched
from tests.lineage.invented import (
    EVERY,
    FRIGATES,
    HONEST,
    HOWITZERS,
    RIFLES,
    SHELLS,
    SUBMARINE,
    TANKS,
    TRAINERS,
    Invented,
)

ONE, TWO, THREE, FOUR, FIVE = paragraphs(TANKS.text)
OTHER = paragraphs(SHELLS.text)
PARTS = [part for one in HONEST for part in paragraphs(one.text) if len(part.split()) >= 30]


def same(left: str, right: str) -> bool:
    """Whether two stretches have the same words; marks at their edges belong to no word."""
    return low_words(left) == low_words(right)


def stands_in(stretch: str, text: str) -> bool:
    return " ".join(low_words(stretch)) in " ".join(low_words(text))


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.name)
def test_a_copy_is_one_passage_from_the_first_word_to_the_last(one: Invented) -> None:
    text = one.text
    [(ours, theirs)] = both_sides(text, text)
    assert ours == theirs
    assert same(ours, text)


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.name)
@pytest.mark.parametrize("boldly", [False, True], ids=["spun", "boldly spun"])
def test_a_rewording_is_laid_out_whole(one: Invented, boldly: bool) -> None:
    text = one.text
    passages = laid(spun(text, boldly=boldly), text)
    words = len(low_words(text))
    assert sum(p.of_end - p.of_start for p in passages) >= 0.9 * words


def test_unrelated_stories_share_no_passage() -> None:
    for number, one in enumerate(HONEST):
        for other in HONEST[number + 1 :]:
            assert laid(one.text, other.text) == []


def test_moved_paragraphs_are_found_where_they_stand() -> None:
    moved = "\n\n".join([FOUR, OTHER[0], ONE, OTHER[1], THREE])
    found = both_sides(moved, TANKS.text)
    assert len(found) == 3
    for (ours, theirs), wanted in zip(found, [FOUR, ONE, THREE], strict=True):
        assert same(ours, wanted)
        assert same(theirs, wanted)


def test_two_paragraphs_swapped_are_two_passages() -> None:
    found = both_sides(f"{THREE}\n\n{ONE}", f"{ONE}\n\n{THREE}")
    assert [ours for ours, _ in found] == [theirs for _, theirs in found]
    assert [stands_in(ours, wanted) for (ours, _), wanted in zip(found, [THREE, ONE], strict=True)] == [True, True]


def test_passages_that_come_together_in_the_taker_are_apart_in_the_donor() -> None:
    merged = f"{ONE}\n\n{FIVE}"
    found = both_sides(merged, TANKS.text)
    assert len(found) == 2
    for (ours, theirs), wanted in zip(found, [ONE, FIVE], strict=True):
        assert same(ours, wanted)
        assert same(theirs, wanted)


def test_an_inserted_stretch_splits_a_passage() -> None:
    split = "\n\n".join([ONE, TWO, OTHER[0], OTHER[1], THREE, FOUR])
    found = both_sides(split, f"{ONE}\n\n{TWO}\n\n{THREE}\n\n{FOUR}")
    assert len(found) == 2
    for (ours, theirs), wanted in zip(found, [f"{ONE} {TWO}", f"{THREE} {FOUR}"], strict=True):
        assert same(ours, wanted)
        assert same(theirs, wanted)


def test_another_text_put_in_the_place_of_a_paragraph_is_no_part_of_a_passage() -> None:
    replaced = TANKS.text.replace(THREE, OTHER[3])
    assert OTHER[3] in replaced
    for ours, theirs in both_sides(replaced, TANKS.text):
        assert not stands_in(OTHER[3][40:120], ours)
        assert not stands_in(THREE[40:120], theirs)


def test_a_few_words_put_in_split_nothing() -> None:
    [(ours, _)] = both_sides(
        TANKS.text.replace("a letter is not a tank", "a letter, alas, is not yet a tank"), TANKS.text
    )
    assert "alas" in ours


def test_a_page_that_changes_between_two_shares_its_own_parts_with_each() -> None:
    page = stitched(TANKS.text, SHELLS.text)
    for donor in (TANKS, SHELLS):
        found = both_sides(page, donor.text)
        for (ours, theirs), wanted in zip(found, paragraphs(donor.text), strict=True):
            assert same(ours, theirs)
            assert stands_in(wanted, ours)
            assert len(low_words(ours)) <= len(low_words(wanted)) + 1, "a word that follows on both sides by chance"


def test_synonyms_are_akin_and_others_are_not() -> None:
    text = "The ministry in Lomaiviti will buy nine longliners and begin talks with a loudhailer about turbot. "
    other = text.replace("buy", "purchase").replace("begin", "commence").replace("turbot", "doorstops")
    [passage] = laid(text + TWO, other + TWO)
    words = low_words(text)
    kinds = {words[b.start]: (b.same, b.akin) for b in passage.blocks if b.end - b.start == 1 and b.start < len(words)}
    assert kinds["buy"] == (False, True)
    assert kinds["begin"] == (False, True)
    assert kinds["turbot"] == (False, False)
    assert passage.akin == 2


def test_british_and_american_spelling_is_the_same() -> None:
    text = "The armoured programme was honoured at the centre, and the defence licence was analysed in grey colours. "
    spelt = "The armored program was honored at the center, and the defense license was analyzed in gray colors. "
    [passage] = laid(text + TWO, spelt + TWO)
    assert all(b.same for b in passage.blocks)


@pytest.mark.parametrize("left", ["", "tank", "a tank", "\n\n"])
def test_texts_too_short_to_share_share_nothing(left: str) -> None:
    assert laid(left, TANKS.text) == laid(TANKS.text, left) == laid(left, left) == []


def shuffled(data: st.DataObject) -> tuple[str, str]:
    """Two texts of some paragraphs in common, the left reworded now and then, each with some of its own."""
    picks = data.draw(st.lists(st.sampled_from(range(len(PARTS))), min_size=1, max_size=8, unique=True))
    left = data.draw(st.lists(st.sampled_from(picks), max_size=6, unique=True))
    right = data.draw(st.lists(st.sampled_from(picks), max_size=6, unique=True))
    worded = [spun(PARTS[n]) if data.draw(st.booleans()) else PARTS[n] for n in left]
    return "\n\n".join(worded), "\n\n".join(PARTS[n] for n in right)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_blocks_cover_a_passage_on_both_sides_without_gap_or_overlap(data: st.DataObject) -> None:
    left, right = shuffled(data)
    passages = laid(left, right)
    words, of_words = len(low_words(left)), len(low_words(right))
    for p in passages:
        assert 0 <= p.start < p.end <= words
        assert 0 <= p.of_start < p.of_end <= of_words
        assert (p.blocks[0].start, p.blocks[0].of_start) == (p.start, p.of_start)
        assert (p.blocks[-1].end, p.blocks[-1].of_end) == (p.end, p.of_end)
        assert all((a.end, a.of_end) == (b.start, b.of_start) for a, b in pairwise(p.blocks))
    for before, after in pairwise(passages):
        assert before.start <= after.start


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_blocks_that_are_the_same_are_the_same_words(data: st.DataObject) -> None:
    left, right = shuffled(data)
    ours, theirs = low_words(left), low_words(right)
    for p in laid(left, right):
        for b in p.blocks:
            if b.same and not any("s" in w or "z" in w for w in ours[b.start : b.end]):
                assert ours[b.start : b.end] == theirs[b.of_start : b.of_end]
            if b.same or b.akin:
                assert b.end - b.start == b.of_end - b.of_start
            assert not (b.same and b.akin)


def test_paragraphs_that_moved_are_each_found() -> None:
    left = "\n\n".join(PARTS[n] for n in (5, 0, 26, 25, 24, 1))
    right = "\n\n".join(PARTS[n] for n in (25, 5, 0, 1))
    found = laid(left, right)
    assert spans(found) == spans([p.turned() for p in laid(right, left)])
    assert sum(p.exact for p in found) >= len(low_words(right)) - 4


@pytest.mark.xfail(
    strict=True,
    reason="of several longest common subsequences LCSseq takes one that depends on which text stands on the left",
)
def test_either_text_may_stand_on_the_left_for_blocks_too() -> None:
    other = spun(RIFLES.text, boldly=True)
    assert laid(other, RIFLES.text) == [p.turned() for p in laid(RIFLES.text, other)]


def spans(passages: list[Aligned]) -> list[tuple[int, int, int, int]]:
    return sorted((p.start, p.end, p.of_start, p.of_end) for p in passages)


def test_turning_twice_gives_the_same() -> None:
    for passage in laid(spun(TANKS.text), TANKS.text):
        assert passage.turned().turned() == passage
        assert passage.turned().longer == passage.longer
        assert passage.turned().replaced == passage.replaced


class TestLongTexts:
    """Work is bounded: what would take hours, were it not, is done."""

    @staticmethod
    def book(first: int) -> str:
        return "\n\n".join(f"Chapter {n} of {first}. {part}" for n, part in enumerate(PARTS * 9, first))

    def test_a_book_of_20000_words_is_laid_beside_itself(self) -> None:
        text = self.numbered(20_000)
        [passage] = laid(text, text)
        assert (passage.start, passage.end) == (passage.of_start, passage.of_end) == (0, len(low_words(text)))

    def test_a_reworded_book_is_laid_beside_the_book(self) -> None:
        text = self.numbered(20_000)
        found = laid(spun(text, boldly=True), text)
        assert sum(p.of_end - p.of_start for p in found) > 0.8 * len(low_words(text))

    def test_a_text_that_repeats_itself_is_laid_beside_itself(self) -> None:
        text = f"{TANKS.text} " * 80
        assert len(low_words(text)) > 18_000
        for passage in laid(text, text):
            assert passage.start < passage.end

    def test_two_books_of_one_paragraph_each_again_and_again_are_laid_side_by_side(self) -> None:
        left, right = self.book(1), self.book(5000)
        assert len(low_words(left)) > 20_000
        for passage in laid(left, right):
            assert passage.of_start < passage.of_end

    @staticmethod
    def numbered(words: int) -> str:
        """Paragraphs of the invented reports, with words that make each sentence another."""
        made: list[str] = []
        count = 0
        while count < words:
            part = PARTS[len(made) % len(PARTS)]
            round_ = len(made) // len(PARTS)
            tagged = [f"{w} unit{len(made)}x{n}" if n % 3 == round_ % 3 else w for n, w in enumerate(part.split())]
            made.append(" ".join(tagged))
            count += len(tagged)
        return "\n\n".join(made)


class TestChains:
    @staticmethod
    def of(left: str, right: str) -> list[tuple[int, int, float]]:
        known = Vocabulary(load_words())
        ours, theirs = (grams(low_words(text), known) for text in (left, right))
        return [(c.runs[0].start, c.runs[-1].end, c.bits) for c in chains(ours, theirs)]

    def test_a_copy_is_one_chain_of_one_run(self) -> None:
        known = Vocabulary(load_words())
        made = grams(low_words(FRIGATES.text), known)
        heaviest = chains(made, made)[0]
        assert len(heaviest.runs) == 1
        assert heaviest.runs[0].length == len(low_words(FRIGATES.text))

    def test_the_heaviest_comes_first_and_no_run_is_in_two(self) -> None:
        known = Vocabulary(load_words())
        page = "\n\n".join([THREE, ONE, FIVE, OTHER[0], TWO])
        found = chains(grams(low_words(page), known), grams(low_words(TANKS.text), known))
        assert len(found) >= 2
        assert [c.bits for c in found] == sorted((c.bits for c in found), reverse=True)
        runs = [run for chain in found for run in chain.runs]
        assert len(runs) == len(set(runs))

    def test_runs_of_a_chain_go_forward_on_both_sides(self) -> None:
        known = Vocabulary(load_words())
        for one in HONEST:
            left, right = (grams(low_words(t), known) for t in (spun(one.text, boldly=True), one.text))
            for chain in chains(left, right):
                for before, after in pairwise(chain.runs):
                    assert before.start < after.start
                    assert before.of_start < after.of_start

    def test_more_shared_words_weigh_more(self) -> None:
        whole, half = self.of(HOWITZERS.text, HOWITZERS.text), self.of(ONE, TANKS.text)
        assert whole[0][2] > half[0][2] > 0

    def test_one_rare_phrase_is_chance(self) -> None:
        assert self.of(f"{SUBMARINE.text} with a loudhailer and", f"{TRAINERS.text} with a loudhailer and") == []

    def test_texts_without_grams_have_no_chain(self) -> None:
        assert self.of("", "") == self.of("tank", TANKS.text) == []
