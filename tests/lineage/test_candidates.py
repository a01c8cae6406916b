"""Which pairs are laid side by side: the same from either side, and in any order."""

from functools import cache
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.lineage.candidates import candidates, shares_enough
from secondsource.lineage.fingerprints import Fingerprint
from tests.lineage.copying import edited, excerpt, grams_of, paragraphs, spun, stitched
from tests.lineage.invented import DRONES, EVERY, HONEST, NOTICE, RADAR, RELEASE, SIGNING, TANKS, Invented


@cache
def prints() -> dict[str, Fingerprint]:
    texts = {one.name: one.text for one in HONEST}
    texts |= {
        "a copy": TANKS.text,
        "z copy": edited(DRONES.text),
        "m cut": excerpt(RADAR.text),
        "b spun": spun(TANKS.text, boldly=True),
        "y page": stitched(TANKS.text, DRONES.text),
    }
    return {name: grams_of(text) for name, text in texts.items()}


def test_the_pairs_are_those_that_took_from_one_another() -> None:
    assert candidates(prints()) == sorted(
        [
            ("a copy", "b spun"), ("a copy", "tanks"), ("a copy", "y page"), ("b spun", "tanks"),
            ("b spun", "y page"), ("tanks", "y page"), ("drones", "z copy"), ("drones", "y page"),
            ("y page", "z copy"), ("m cut", "radar"),
        ]
    )  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(st.permutations(sorted(prints())))
def test_the_order_of_reports_changes_nothing(order: list[str]) -> None:
    assert candidates({name: prints()[name] for name in order}) == candidates(prints())


@settings(max_examples=60, deadline=None)
@given(st.frozensets(st.sampled_from(sorted(prints()))))
def test_only_gives_exactly_the_pairs_that_touch_it(only: frozenset[str]) -> None:
    assert candidates(prints(), only) == [pair for pair in candidates(prints()) if only & set(pair)]


def test_every_pair_is_asked_from_both_sides_alike() -> None:
    for left, right in combinations(prints().values(), 2):
        assert shares_enough(left, right) == shares_enough(right, left)


def test_a_pair_is_given_once_in_the_order_of_its_ids() -> None:
    pairs = candidates(prints())
    assert all(left < right for left, right in pairs)
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.name)
def test_a_paragraph_in_a_long_page_is_enough(one: Invented) -> None:
    longest = max(paragraphs(one.text), key=len)
    page = "\n\n".join([*(other.text for other in EVERY if other is not one), longest])
    assert shares_enough(grams_of(one.text), grams_of(page))


def test_two_who_quote_one_release_are_laid_side_by_side_and_other_stories_not() -> None:
    for left, right in combinations((RELEASE, SIGNING, NOTICE), 2):
        assert shares_enough(grams_of(left.text), grams_of(right.text)), "what the passages are is decided later"
    for left, right in combinations(HONEST, 2):
        assert not shares_enough(grams_of(left.text), grams_of(right.text))


def test_texts_without_grams_are_no_pair() -> None:
    assert candidates({"a": grams_of(""), "b": grams_of(""), "c": grams_of("tank")}) == []
    assert candidates({}) == []
