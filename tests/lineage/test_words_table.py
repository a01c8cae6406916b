"""The table of English words: forms, senses that words share, how common they and their pairs are."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.knowledge.words import PAIR_BITS, UNKNOWN, load_words, pair_address, pair_addresses, word_hash

WORDS = load_words()


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("tanks", "tank"), ("frigates", "frigate"), ("bought", "buy"), ("said", "say"), ("parties", "party"),
        ("boxes", "box"), ("tank", "tank"), ("glass", "glass"),
    ],
)  # fmt: skip
def test_a_form_has_the_lemma_of_its_word(form: str, lemma: str) -> None:
    assert WORDS.lemma(form) == lemma


@pytest.mark.parametrize(("form", "lemma"), [("planned", "plan"), ("delivering", "deliver"), ("purchases", "purchase")])
def test_a_form_shares_a_sense_with_its_word(form: str, lemma: str) -> None:
    assert set(WORDS.senses(form)) & set(WORDS.senses(lemma))


@pytest.mark.parametrize(("form", "lemma"), [("ministries", "ministry"), ("armies", "army")])
def test_a_plural_in_ies_has_the_lemma_of_its_word(form: str, lemma: str) -> None:
    assert WORDS.lemma(form) == WORDS.lemma(lemma)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("authorized", "licensed"),
        ("buy", "purchase"),
        ("bought", "purchased"),
        ("began", "commenced"),
        ("begin", "commences"),
    ],
)
def test_words_that_stand_for_one_another_share_a_sense(one: str, other: str) -> None:
    assert set(WORDS.senses(one)) & set(WORDS.senses(other))


@pytest.mark.parametrize(("one", "other"), [("buy", "sell"), ("tank", "ministry"), ("deliver", "refuse")])
def test_words_that_do_not_stand_for_one_another_share_none(one: str, other: str) -> None:
    assert not set(WORDS.senses(one)) & set(WORDS.senses(other))


def test_a_form_that_is_also_a_word_has_its_own_senses_first() -> None:
    own = WORDS.senses("licensed")
    assert set(WORDS.senses("license")) & set(own), "it is a form of 'license' as well"
    assert own[0] not in WORDS.senses("license")


@pytest.mark.parametrize("word", ["zorble", "xqz", "élan", "f-35", "", "24", "\ud800"])
def test_a_word_that_no_list_holds_has_no_sense_and_is_rarest(word: str) -> None:
    assert WORDS.senses(word) == ()
    assert WORDS.rarity(word) == UNKNOWN
    assert not WORDS.has(word)


def test_an_unknown_plural_and_its_singular_have_one_stem() -> None:
    assert WORDS.lemma("zorbles") == WORDS.lemma("zorble") == "zorble"


def test_rarer_words_weigh_more() -> None:
    rising = [WORDS.rarity(word) for word in ("the", "said", "ministry", "torpedo")]
    assert rising == sorted(rising)
    assert len(set(rising)) == len(rising)
    assert rising[0] > 0
    assert rising[-1] <= UNKNOWN


def test_an_eighth_of_a_bit_is_the_unit() -> None:
    assert 2 ** (-WORDS.rarity("the") / 8) == pytest.approx(0.05, rel=0.5), "one word in twenty is 'the'"


def test_a_pair_is_read_in_its_order() -> None:
    forwards, backwards = pair_address("of", "the"), pair_address("the", "of")
    assert forwards != backwards
    assert WORDS.pair_rarity[forwards] < WORDS.pair_rarity[backwards]


def test_a_fixed_phrase_is_known_as_a_pair_and_nonsense_is_not() -> None:
    assert WORDS.pair_rarity[pair_address("prime", "minister")] < UNKNOWN
    assert WORDS.pair_rarity[pair_address("minister", "prime")] == UNKNOWN


@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=12)), min_size=1, max_size=20))
def test_addresses_of_many_pairs_are_those_of_each(pairs: list[tuple[str, str]]) -> None:
    first, second = (np.array([word_hash(pair[k]) for pair in pairs], dtype=np.uint64) for k in (0, 1))
    together = pair_addresses(first, second).tolist()
    assert together == [pair_address(*pair) for pair in pairs]
    assert all(0 <= address < 1 << PAIR_BITS for address in together)


def test_hashes_and_addresses_are_the_same_on_every_machine() -> None:
    assert [int(word_hash(word)) for word in ("of", "tank", "été", "\ud800")] == [
        91761761655300602, 305683678742361913, 721423995711352020, 327076182590006568,
    ]  # fmt: skip
    assert pair_address("prime", "minister") == 33513
