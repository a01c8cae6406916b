"""The index: what it finds, in whatever order it is filled, and how little a flood of copies costs it."""

from collections.abc import Sequence
from functools import cache
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.lineage import index as index_module
from secondsource.lineage.fingerprints import Fingerprint
from secondsource.lineage.index import MOST_HOLDERS, MOST_PROMISING, Index
from tests.lineage.copying import edited, excerpt, grams_of, spun, stitched
from tests.lineage.invented import EVERY, HONEST, HOWITZERS, RIFLES, SHELLS, TANKS, TRAINERS

MARK_BITS = index_module._MARK_BITS


@cache
def prints() -> dict[str, Fingerprint]:
    """The invented reports, and copies of one of them of every kind."""
    texts = {one.name: one.text for one in EVERY}
    texts |= {
        "copied": TANKS.text,
        "edited": edited(TANKS.text),
        "cut": excerpt(TANKS.text),
        "spun": spun(TANKS.text),
        "boldly": spun(TANKS.text, boldly=True),
        "page": stitched(TANKS.text, RIFLES.text),
    }
    return {name: grams_of(text) for name, text in texts.items()}


def filled(names: Sequence[str], packed: frozenset[int] = frozenset()) -> Index:
    index = Index()
    for number, name in enumerate(names):
        index.add(name, prints()[name])
        if number in packed:
            index.pack()
    return index


def answers(index: Index, names: Sequence[str]) -> list[list[str]]:
    return [index.promising(name, prints()[name]) for name in names]


@pytest.mark.parametrize("name", ["copied", "edited", "cut", "spun", "boldly", "page"])
def test_it_finds_the_donor(name: str) -> None:
    assert "tanks" in filled(sorted(prints())).promising(name, prints()[name])


@pytest.mark.parametrize("name", ["copied", "edited", "cut", "spun", "boldly", "page"])
def test_it_finds_the_taker(name: str) -> None:
    assert name in filled(sorted(prints())).promising("tanks", prints()["tanks"])


def test_it_finds_a_passage_in_a_page_forty_times_as_long() -> None:
    index = filled([one.name for one in HONEST])
    long = "\n\n".join(one.text for one in HONEST if one is not TANKS) * 3
    index.add("long", grams_of(long + excerpt(TANKS.text)))
    assert "long" in index.promising("tanks", prints()["tanks"])


def test_a_report_that_is_not_in_it_may_ask() -> None:
    index = filled([one.name for one in HONEST])
    assert index.promising("stranger", grams_of(spun(SHELLS.text)))[0] == "shells"


def test_a_report_is_no_answer_to_itself() -> None:
    assert all(name not in filled([name]).promising(name, prints()[name]) for name in prints())


def test_the_nearest_comes_first() -> None:
    found = filled(sorted(prints())).promising("tanks", prints()["tanks"])
    assert found.index("copied") < found.index("boldly")


def test_unrelated_reports_are_no_answer() -> None:
    names = [one.name for one in HONEST]
    assert answers(filled(names), names) == [[] for _ in names]


def test_an_empty_index_and_an_empty_report_answer_nothing() -> None:
    empty = grams_of("")
    index = Index()
    assert index.promising("tanks", prints()["tanks"]) == []
    index.pack()
    assert index.promising("tanks", prints()["tanks"]) == []
    index.add("empty", empty)
    assert index.promising("empty", empty) == []
    assert index.resident_bytes == 0


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_order_and_packing_change_no_answer(data: st.DataObject) -> None:
    names = sorted(prints())
    order = data.draw(st.permutations(names))
    packed = data.draw(st.frozensets(st.integers(0, len(names) - 1)))
    assert answers(filled(order, packed), names) == answers(filled(names), names)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.lists(st.integers(0, 1 << 12), min_size=3, max_size=40), min_size=1, max_size=70),
    st.randoms(use_true_random=False),
    st.sampled_from([8, 64, 1 << 15]),
)
def test_order_changes_no_answer_however_many_hold_a_gram(texts: list[list[int]], chance: Random, run: int) -> None:
    made = {f"r{n}": few(grams) for n, grams in enumerate(texts)}
    straight, shuffled = Index(), Index()
    order = list(made)
    for name in order:
        straight.add(name, made[name])
    chance.shuffle(order)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index_module, "_RUN", run)
        for number, name in enumerate(order):
            shuffled.add(name, made[name])
            if number % 7 == 3:
                shuffled.promising(name, made[name])
            if number % 11 == 5:
                shuffled.pack()
    for name, grams in made.items():
        assert straight.promising(name, grams) == shuffled.promising(name, grams)


def few(grams: Sequence[int]) -> Fingerprint:
    """A text of these grams, each heavy and sampled."""
    distinct = sorted(set(grams))
    return Fingerprint(grams=np.array(distinct, np.uint32), weights=np.full(len(distinct), 160, np.uint8))


def flood(count: int, seed: int = 1) -> list[tuple[str, Fingerprint]]:
    """Near-copies of one report: each lacks a gram in ten and has some of its own."""
    chance = np.random.default_rng(seed)
    whole = prints()["tanks"]
    made = []
    for number in range(count):
        kept = chance.random(len(whole.grams)) < 0.9
        own = chance.integers(0, 1 << 32, 20, dtype=np.uint32)
        grams, first = np.unique(np.concatenate((whole.grams[kept], own)), return_index=True)
        weights = np.concatenate((whole.weights[kept], np.full(20, 150, np.uint8)))[first]
        made.append((f"flood-{number}", Fingerprint(grams=grams, weights=weights)))
    return made


def most_holders(index: Index) -> int:
    """Of the postings of an index, the most that one gram has in one run."""
    counts = [np.unique(run >> np.uint64(MARK_BITS), return_counts=True)[1] for run in index._runs]
    return max(int(c.max()) for c in counts)


def test_a_flood_keeps_the_postings_of_a_gram_bounded() -> None:
    index = filled([one.name for one in HONEST])
    for name, grams in flood(400):
        index.add(name, grams)
    index.pack()
    assert most_holders(index) == MOST_HOLDERS
    own = 400 * 20 // 4
    shared = len(prints()["tanks"].grams) // 4 * MOST_HOLDERS
    honest = sum(len(prints()[one.name].grams) for one in HONEST)
    assert index.resident_bytes < 8 * 1.3 * (own + shared + honest)


def test_a_flood_costs_each_question_a_bounded_number_of_answers() -> None:
    index = filled([one.name for one in HONEST])
    copies = flood(400)
    for name, grams in copies:
        index.add(name, grams)
    for name, grams in copies[::20]:
        assert len(index.promising(name, grams)) <= MOST_PROMISING
    assert len(index.promising("tanks", prints()["tanks"])) <= MOST_PROMISING


def test_a_flood_answers_alike_in_any_order() -> None:
    copies = flood(250)
    forwards, backwards = (filled([one.name for one in HONEST]) for _ in range(2))
    for name, grams in copies:
        forwards.add(name, grams)
    for number, (name, grams) in enumerate(reversed(copies)):
        backwards.add(name, grams)
        if number % 60 == 0:
            backwards.pack()
    for name, grams in [*copies[::25], *((one.name, prints()[one.name]) for one in HONEST)]:
        assert forwards.promising(name, grams) == backwards.promising(name, grams)


def test_a_flood_hides_no_copy_of_another_report() -> None:
    index = filled([one.name for one in HONEST])
    for name, grams in flood(400):
        index.add(name, grams)
    index.add("spun howitzers", grams_of(spun(HOWITZERS.text)))
    assert index.promising("howitzers", prints()["howitzers"]) == ["spun howitzers"]


def test_reports_whose_marks_are_equal_are_both_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_module, "_mark", lambda report: 7 if report in ("one", "two", "three") else 9)
    index = Index()
    index.add("one", grams_of(TANKS.text))
    index.add("two", grams_of(TRAINERS.text))
    index.add("three", grams_of(edited(TANKS.text)))
    found = index.promising("asking", grams_of(spun(TANKS.text)))
    assert {"one", "three"} <= set(found)
    assert "two" in index.promising("asking", grams_of(spun(TRAINERS.text)))
    assert set(index.promising("one", grams_of(TANKS.text))) == {"two", "three"}


def test_an_article_of_400_words_takes_no_more_than_2500_bytes() -> None:
    words = [word for one in EVERY for word in one.text.split()]
    chance = np.random.default_rng(3)
    index = Index()
    for number in range(200):
        index.add(f"article-{number}", grams_of(" ".join(chance.choice(words, 400))))
    index.pack()
    assert index.resident_bytes <= 2500 * 200


def test_real_reports_take_no_more_bytes_than_that_by_word() -> None:
    index = filled([one.name for one in EVERY])
    index.pack()
    assert index.resident_bytes <= 2500 / 400 * sum(len(one.text.split()) for one in EVERY)
