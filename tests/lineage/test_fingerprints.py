"""Fingerprints: what a text shares with another, whichever is asked, on whatever machine."""

import subprocess
import sys
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.knowledge.words import load_words
from secondsource.lineage import vocabulary as vocabulary_module
from secondsource.lineage.fingerprints import LIGHTEST, Fingerprint, fingerprint, grams
from secondsource.lineage.vocabulary import Vocabulary
from secondsource.text.tokens import low_words
from tests.lineage.copying import grams_of, spun
from tests.lineage.invented import EVERY, FRIGATES, HOWITZERS, TANKS
from tests.source import ROOT

POOL = sorted({word for one in EVERY[:4] for word in low_words(one.text)})
SOME_WORDS = st.lists(st.sampled_from(POOL), max_size=60)


def shared(left: Fingerprint, right: Fingerprint) -> int:
    """What `shared_weight` says, worked out gram by gram."""
    ours, theirs = (dict(zip(x.grams.tolist(), x.weights.tolist(), strict=True)) for x in (left, right))
    return sum(min(ours[gram], theirs[gram]) for gram in ours.keys() & theirs.keys())


@given(SOME_WORDS, SOME_WORDS)
def test_the_shared_weight_is_the_same_from_either_side(left: list[str], right: list[str]) -> None:
    known = Vocabulary(load_words())
    ours, theirs = fingerprint(left + right[:9], known), fingerprint(right, known)
    assert ours.shared_weight(theirs) == theirs.shared_weight(ours) == shared(ours, theirs)


@given(SOME_WORDS)
def test_a_text_shares_all_that_it_weighs_with_itself(words: list[str]) -> None:
    made = fingerprint(words, Vocabulary(load_words()))
    assert made.shared_weight(made) == made.weight


@given(SOME_WORDS)
def test_grams_are_distinct_and_rising_and_none_is_light(words: list[str]) -> None:
    made = fingerprint(words, Vocabulary(load_words()))
    assert (np.diff(made.grams.astype(np.int64)) > 0).all()
    assert len(made.grams) == len(made.weights)
    assert (made.weights >= LIGHTEST).all()


@pytest.mark.parametrize(
    "words", [[], ["tank"], ["the", "tank"], ["\ud800", "tank"]], ids=["empty", "one", "two", "broken"]
)
def test_a_text_shorter_than_a_gram_has_none(words: list[str]) -> None:
    made = fingerprint(words, Vocabulary(load_words()))
    assert made.weight == 0
    assert made.shared_weight(grams_of(FRIGATES.text)) == 0
    assert grams_of(FRIGATES.text).shared_weight(made) == 0


def test_three_words_are_one_gram_as_printed_and_one_by_class() -> None:
    known = Vocabulary(load_words())
    assert len(fingerprint(["zorble", "blarg", "frobnik"], known).grams) == 1, "words that stand for themselves"
    assert len(fingerprint(["licensed", "brokers", "quarrel"], known).grams) == 2


@pytest.mark.parametrize("phrase", ["one of the", "as well as", "be able to"])
def test_what_every_article_says_is_left_out(phrase: str) -> None:
    assert grams_of(phrase).weight == 0


def test_the_rarer_phrase_weighs_more() -> None:
    rising = [grams_of(text).weight for text in ("would have been", "a new ship", "torpedo tubes greased")]
    assert rising == sorted(rising)
    assert len(set(rising)) == len(rising)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("howitzers were purchased quietly", "howitzers were bought quietly"),
        ("brokers paused the shipment", "brokers pause the shipments"),
        ("the frigates sailed", "the frigate sails"),
        ("talks commenced in Valga", "talks began in Valga"),
    ],
)
def test_synonyms_and_inflections_share_a_gram_by_class(one: str, other: str) -> None:
    assert grams_of(one).shared_weight(grams_of(other)) > 0


def test_words_that_do_not_stand_for_one_another_share_none() -> None:
    assert grams_of("howitzers were sold quietly").shared_weight(grams_of("howitzers were bought loudly")) == 0


def test_a_gram_by_class_weighs_less_than_as_printed() -> None:
    text, other = "howitzers were purchased quietly", "howitzers were bought quietly"
    assert grams_of(text).shared_weight(grams_of(other)) < grams_of(text).shared_weight(grams_of(text)) / 2


def test_a_rewording_shares_a_tenth_and_another_story_next_to_nothing() -> None:
    whole = grams_of(TANKS.text)
    assert grams_of(spun(TANKS.text, boldly=True)).shared_weight(whole) > 0.1 * whole.weight
    for other in EVERY:
        if other is not TANKS:
            assert grams_of(other.text).shared_weight(whole) < 0.02 * whole.weight


def test_case_and_punctuation_play_no_part() -> None:
    loud = grams_of(HOWITZERS.text.upper().replace(",", ";"))
    assert np.array_equal(loud.grams, grams_of(HOWITZERS.text).grams)


def test_a_fingerprint_is_the_same_in_every_process() -> None:
    script = (
        "from tests.lineage.copying import grams_of; from tests.lineage.invented import EVERY; import zlib;"
        "print([zlib.crc32(x.grams.tobytes() + x.weights.tobytes()) for x in (grams_of(r.text) for r in EVERY)])"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("0", "4711")
    }
    assert len(answers) == 1


def test_a_text_met_before_others_has_the_same_fingerprint_as_after_them() -> None:
    first, last = Vocabulary(load_words()), Vocabulary(load_words())
    made = fingerprint(low_words(TANKS.text), first)
    for one in EVERY:
        fingerprint(low_words(one.text), last)
    after = fingerprint(low_words(TANKS.text), last)
    assert np.array_equal(made.grams, after.grams)
    assert np.array_equal(made.weights, after.weights)


class TestVocabulary:
    def test_it_grows_past_what_it_has_room_for(self) -> None:
        known = Vocabulary(load_words())
        words = [f"word{n}" for n in range(10_000)]
        places = known.places(words)
        assert len(set(places.tolist())) == len(words)
        fresh = Vocabulary(load_words())
        again = fresh.places(words[-5:])
        assert known.hashes[places[-5:]].tolist() == fresh.hashes[again].tolist()
        assert known.rarity[places[-5:]].tolist() == fresh.rarity[again].tolist()

    def test_a_word_keeps_its_place_while_it_grows(self) -> None:
        known = Vocabulary(load_words())
        [place] = known.places(["torpedo"]).tolist()
        before = int(known.hashes[place]), int(known.classes[place]), int(known.rarity[place])
        known.places([f"word{n}" for n in range(9_000)])
        assert known.places(["torpedo"]).tolist() == [place]
        assert (int(known.hashes[place]), int(known.classes[place]), int(known.rarity[place])) == before

    @pytest.mark.parametrize("kept", [0, 1, 40, 300])
    def test_what_it_forgets_changes_no_result(self, kept: int, monkeypatch: pytest.MonkeyPatch) -> None:
        plain = [fingerprint(low_words(one.text), Vocabulary(load_words())) for one in EVERY]
        monkeypatch.setattr(vocabulary_module, "KEPT", kept)
        known = Vocabulary(load_words())
        for one, wanted in zip(EVERY, plain, strict=True):
            made = fingerprint(low_words(one.text), known)
            assert np.array_equal(made.grams, wanted.grams)
            assert np.array_equal(made.weights, wanted.weights)

    def test_it_forgets(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(vocabulary_module, "KEPT", 100)
        known = Vocabulary(load_words())
        for n in range(30):
            known.places([f"word{n}-{k}" for k in range(20)])
            assert len(known) <= 120

    def test_common_words_stand_for_themselves(self) -> None:
        assert self.classes(["in", "inch"])[0] != self.classes(["in", "inch"])[1]
        for common in ("the", "of", "and", "in", "as"):
            known = Vocabulary(load_words())
            [place] = known.places([common])
            assert known.classes[place] == known.hashes[place]

    def test_words_with_digits_stand_for_themselves(self) -> None:
        assert len(set(self.classes(["f35", "f16", "155mm", "2025"]))) == 4

    def test_words_that_stand_for_one_another_have_one_class(self) -> None:
        for group in (["purchase", "bought", "buys"], ["frigate", "frigates"], ["began", "commenced", "begins"]):
            assert len(set(self.classes(group))) == 1

    @staticmethod
    def classes(words: Sequence[str]) -> list[int]:
        known = Vocabulary(load_words())
        places = known.places(words)
        return [int(c) for c in known.classes[places]]


def test_grams_by_position_are_those_of_the_fingerprint() -> None:
    known = Vocabulary(load_words())
    words = low_words(FRIGATES.text)
    every, made = grams(words, known), fingerprint(words, known)
    assert len(every.exact) == len(every.by_class) == len(every.weights) == len(words) - 2
    assert set(made.grams.tolist()) <= set(every.exact.tolist()) | set(every.by_class.tolist())
    assert set(every.exact[every.weights >= LIGHTEST].tolist()) <= set(made.grams.tolist())
