"""The packed network: what it is given and what it gives back."""

import numpy as np
import pytest

from secondsource.extractor import Extractor, Offer, Place, Window, load
from secondsource.extractor.labels import (
    BASES,
    CLASSES,
    GAP_CLASSES,
    LAYERS,
    MARKS,
    ROLES,
    SENTENCE_CLASSES,
    gap_class,
    sentence_class,
)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return load()


def window(extractor: Extractor, text: str) -> Window:
    ids, _ = extractor.tokens(text)
    return Window(ids=tuple(ids), marks=np.zeros((len(ids), len(MARKS)), dtype=np.float32))


def test_tokens_stand_where_they_are_in_the_text(extractor: Extractor) -> None:
    text = "Chile's K9 howitzers"
    _, spots = extractor.tokens(text)
    assert "".join(text[a:b] for a, b in spots) == text.replace(" ", "")


def test_every_tag_is_a_share_of_one(extractor: Extractor) -> None:
    states = extractor.encode(window(extractor, "Chile ordered nine howitzers."))
    assert states.tags.shape[1:] == (len(LAYERS), 3)
    assert np.allclose(states.tags.sum(axis=-1), 1.0, atol=1e-5)


def test_reading_twice_gives_the_same(extractor: Extractor) -> None:
    one, other = (extractor.encode(window(extractor, "Chile ordered nine howitzers.")) for _ in range(2))
    assert (one.hidden == other.hidden).all()


def test_a_judgement_has_a_row_for_each_trigger_and_a_share_for_none(extractor: Extractor) -> None:
    states = extractor.encode(window(extractor, "Chile ordered nine howitzers."))
    triggers = [Place(start=1, end=2, sentence=0), Place(start=2, end=3, sentence=0)]
    offers = [Offer(place=Place(start=0, end=1, sentence=0), kind="state")]
    judged = extractor.judge(states, triggers, offers)
    assert {slot: rows.shape for slot, rows in judged.classes.items()} == {
        slot: (2, len(words)) for slot, words in CLASSES.items()
    }
    assert {role: rows.shape for role, rows in judged.roles.items()} == dict.fromkeys(ROLES, (2, 2))
    assert judged.bases.shape == (2, 1, len(BASES))
    assert judged.unnamed.shape == (1,)


def test_a_candidate_of_another_kind_is_never_chosen(extractor: Extractor) -> None:
    states = extractor.encode(window(extractor, "Chile ordered nine howitzers."))
    offers = [Offer(place=Place(start=2, end=3, sentence=0), kind="count")]
    judged = extractor.judge(states, [Place(start=1, end=2, sentence=0)], offers)
    assert judged.roles["supplier"][0, 0] < 1e-6
    assert judged.roles["supplier"][0, 1] > 0.999


def test_without_candidates_every_role_is_none(extractor: Extractor) -> None:
    states = extractor.encode(window(extractor, "Chile ordered nine howitzers."))
    judged = extractor.judge(states, [Place(start=1, end=2, sentence=0)], [])
    assert all(rows.shape == (1, 1) for rows in judged.roles.values())


def test_distances_fall_into_known_classes() -> None:
    assert {gap_class(n) for n in range(-300, 300)} <= set(range(GAP_CLASSES))
    assert gap_class(-5) != gap_class(5)
    assert {sentence_class(n) for n in range(-9, 9)} == set(range(SENTENCE_CLASSES))


def test_the_card_says_what_it_was_made_from(extractor: Extractor) -> None:
    assert extractor.card["corpus"]["sentences"] > 2500
    assert extractor.digest
