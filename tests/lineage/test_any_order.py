"""Passages found in any order of their words. Texts are made of invented words, so that nothing is shared by chance."""

import random
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.knowledge.words import load_words
from secondsource.lineage import any_order, cells
from secondsource.lineage.any_order import AnyOrder, Drawn, drawn, passages
from secondsource.lineage.stems import RAREST, shares, stem
from secondsource.text.tokens import low_words

QUICK = settings(max_examples=60, deadline=None)
SMALL = ("the", "of", "and", "a", "to")
ARTICLE = """
The harbour town of Velmora will get its second ferry before the winter, the shipyard of Castrin said on Tuesday.
The vessel carries ninety cars and four hundred passengers, and burns a third less fuel than the ship that it replaces.
Its engines were tested for six weeks on the northern route, where the ice is thick and the harbours are shallow.
Fishermen had protested against the plan, because the new landing stage takes away half of the old mooring places.
The council promised them a basin of their own behind the lighthouse, to be dredged with money of the regional fund.
"""
RETOLD = """
Before winter, so the Castrin shipyard on Tuesday, a second ferry arrives in the town of Velmora and its harbour.
Four hundred passengers and ninety cars fit the vessel; it replaces a ship that was burning a third more of fuel.
For six weeks on the northern route the engines have been in tests, with thick ice there and shallow harbours.
A protest of fishermen had met the plan: half of the old places for mooring go to the new stage for landing.
Behind the lighthouse, the council is promising, money of the regional fund will dredge a basin that is their own.
"""


def invented(count: int, seed: int) -> list[str]:
    """Running text without sense: a fifth small words, else of a vocabulary of its own, as are the edges of tens."""
    rng = random.Random(seed)
    return [
        rng.choice(SMALL) if 0 < n % 10 < 9 and rng.random() < 0.25 else f"{chr(97 + seed)}{rng.randrange(10 * count)}q"
        for n in range(count)
    ]


def ready(words: list[str], *starts: int) -> Drawn:
    return drawn(words, starts, load_words())


def found(left: list[str], right: list[str]) -> list[AnyOrder]:
    return passages(ready(left), ready(right))


def spans(made: list[AnyOrder]) -> list[tuple[int, int, int, int]]:
    return [(p.start, p.end, p.of_start, p.of_end) for p in made]


@cache
def host() -> list[str]:
    return invented(400, 1)


@cache
def source() -> list[str]:
    return invented(300, 2)


def test_a_stem_is_the_same_for_the_forms_of_a_word() -> None:
    assert {stem(word) for word in ("runs", "running", "run")} == {"run"}
    assert {stem(word) for word in ("minister", "ministers", "minister's")} == {"minist"}


@pytest.mark.parametrize("word", ["red", "king", "mq9", "2004", "don't", ""])
def test_short_words_and_what_is_not_all_letters_keep_their_form(word: str) -> None:
    assert stem(word) == word


def test_shares_of_running_text_come_from_the_table_of_words() -> None:
    known = shares(load_words())
    assert known["the"] > 0.03 > known[stem("minister")] > RAREST
    assert known[stem("minister")] > 2.0 ** (-load_words().rarity("minister") / 8)
    assert all(RAREST < share < 0.1 for share in known.values())


def test_a_verbatim_copy_is_found_to_the_word() -> None:
    (made,) = found(host()[:150] + source()[100:200] + host()[150:], source())
    assert (spans([made]), made.kind) == ([(150, 250, 100, 200)], "copy")
    assert made.density > 2


def test_copies_that_moved_are_found_apart() -> None:
    made = found(host()[:100] + source()[200:260] + host()[100:300] + source()[20:80] + host()[300:], source())
    assert spans(made) == [(100, 160, 200, 260), (360, 420, 20, 80)]


def test_one_passage_may_serve_twice() -> None:
    taken = source()[100:160]
    made = found(taken + host() + taken, source())
    assert spans(made) == [(0, 60, 100, 160), (460, 520, 100, 160)]


def test_words_out_of_order_are_found() -> None:
    taken = source()[100:200]
    for start in range(0, 100, 5):
        part = taken[start : start + 5]
        random.Random(start).shuffle(part)
        taken[start : start + 5] = part
    (made,) = found(host()[:150] + taken + host()[150:], source())
    wanted = (150, 250, 100, 200)
    assert sum(abs(is_ - should) for is_, should in zip(spans([made])[0], wanted, strict=True)) <= 8


@pytest.mark.parametrize("seed", range(8))
def test_a_copy_with_two_content_words_of_five_replaced_is_found(seed: int) -> None:
    rng = random.Random(seed)
    taken = [w if w in SMALL or rng.random() < 0.6 else f"other{rng.randrange(9999)}x" for w in source()[100:220]]
    (made,) = found(host()[:150] + taken + host()[150:], source())
    assert made.kind == "copy"
    assert min(made.end, 270) - max(made.start, 150) >= 105
    assert made.end - made.start <= 125


def test_a_retold_article_is_found_though_no_sentence_keeps_its_order() -> None:
    left = host()[:120] + low_words(RETOLD) + host()[120:]
    (made,) = found(left, low_words(ARTICLE))
    assert abs(made.start - 120) <= 10
    assert abs(made.end - 120 - len(low_words(RETOLD))) <= 10


@pytest.mark.parametrize("seed", range(4))
def test_a_summary_stands_for_the_whole_of_the_other_text(seed: int) -> None:
    rng = random.Random(seed)
    long = [f"topic{rng.randrange(200)}x" if rng.random() < 0.6 else rng.choice(SMALL) for _ in range(900)]
    (made,) = found(host()[:200] + rng.sample(long, 80) + host()[200:], long)
    assert (made.kind, made.of_start, made.of_end) == ("summary", 0, 900)
    assert abs(made.start - 200) + abs(made.end - 280) <= 6


def test_a_verbatim_paragraph_of_a_long_text_is_no_summary_of_it() -> None:
    long = invented(900, 4)
    (made,) = found(host()[:200] + long[300:400] + host()[200:], long)
    assert (made.kind, made.of_start, made.of_end) == ("copy", 300, 400)


def test_ends_move_to_openings_of_sentences_near_them() -> None:
    left = host()[:150] + source()[100:200] + host()[150:]
    (made,) = passages(ready(left, 147, 254), ready(source(), 97, 212))
    assert spans([made]) == [(147, 254, 97, 200)]


@pytest.mark.parametrize("words", [20, 30])
def test_a_quotation_is_no_passage(words: int) -> None:
    assert found(host()[:150] + source()[100 : 100 + words] + host()[150:], source()) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [([], []), ([], ["one"]), (["one"], []), (["one"], ["one"]), (invented(300, 5), invented(300, 6))],
)
def test_tiny_and_unrelated_texts_share_nothing(left: list[str], right: list[str]) -> None:
    assert found(left, right) == []


def test_small_words_alone_are_nothing_in_common() -> None:
    rng = random.Random(7)
    assert found(rng.choices(SMALL, k=500), rng.choices(SMALL, k=500)) == []


@pytest.mark.parametrize("count", [40, 500, 3000])
def test_a_text_against_itself_is_one_passage(count: int) -> None:
    words = invented(count, 5)
    assert spans(found(words, words)) == [(0, count, 0, count)]


@pytest.mark.parametrize(
    ("weaker", "wanted"),
    [
        ((90, 200), [(150, 200), (100, 150)]),
        ((20, 120), [(20, 100), (100, 150)]),
        ((0, 170), [(0, 100), (100, 150)]),
        ((110, 140), [(100, 150)]),
        ((150, 200), [(150, 200), (100, 150)]),
    ],
)
def test_of_words_that_two_passages_claim_the_weaker_loses_them(
    weaker: tuple[int, int], wanted: list[tuple[int, int]]
) -> None:
    made = [
        AnyOrder(start=start, end=end, of_start=0, of_end=50, score=50.0, density=1.0, kind="copy")
        for start, end in ((100, 150), weaker)
    ]
    assert sorted((p.start, p.end) for p in any_order._apart(made)) == sorted(wanted)


def test_a_text_so_long_that_it_is_found_in_parts_has_them_side_by_side() -> None:
    rng = random.Random(3)
    words = rng.choices([f"v{n}q" for n in range(3000)], [1 / (n + 1) for n in range(3000)], k=20_000)
    made = found(words, words)
    assert len(made) > 1
    assert sum(p.end - p.start for p in made) == len(words)
    _check(made, len(words), len(words))


@pytest.mark.parametrize(("bound", "value"), [("_ROWS", 3), ("_MAX_CELLS", 150), ("_SMALL_PRODUCT", 0)])
def test_how_cells_are_worked_out_changes_no_result(monkeypatch: pytest.MonkeyPatch, bound: str, value: int) -> None:
    left = host()[:150] + source()[100:200] + host()[150:]
    expected = found(left, source())
    monkeypatch.setattr(cells, bound, value)
    assert found(left, source()) == expected


def test_a_text_that_repeats_itself_ends_soon() -> None:
    sentence = invented(60, 8)
    made = found(sentence * 150, sentence * 150)
    _check(made, 9000, 9000)


@st.composite
def mosaics(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """Two texts put together from stretches of one pool, some shuffled, some repeated."""
    pool = invented(600, 9)

    def text() -> list[str]:
        made: list[str] = []
        for start, size, seed in draw(st.lists(st.tuples(st.integers(0, 560), st.integers(0, 90), st.integers(0, 4)))):
            piece = pool[start : start + size]
            if seed:
                random.Random(seed).shuffle(piece)
            made += piece
        return made

    return text(), text()


@QUICK
@given(mosaics(), st.lists(st.integers(0, 500), max_size=6))
def test_passages_lie_in_their_texts_and_never_overlap_on_the_left(
    texts: tuple[list[str], list[str]], starts: list[int]
) -> None:
    left, right = texts
    ours = ready(left, *(s for s in starts if s <= len(left)))
    theirs = ready(right, *(s for s in starts if s <= len(right)))
    made = passages(ours, theirs)
    _check(made, len(left), len(right))
    assert passages(ours, theirs) == made
    assert passages(ready(left, *sorted(s for s in starts if s <= len(left))), theirs) == made


@QUICK
@given(st.lists(st.sampled_from(["the", "tank", "tanks", "x's", "7", "é", "_", ""]), max_size=200), st.integers(0, 3))
def test_any_words_are_taken(words: list[str], seed: int) -> None:
    other = list(words)
    random.Random(seed).shuffle(other)
    _check(found(words, other), len(words), len(other))


def _check(made: list[AnyOrder], words: int, of_words: int) -> None:
    assert all(0 <= p.start < p.end <= words and 0 <= p.of_start < p.of_end <= of_words for p in made)
    assert all(before.end <= after.start for before, after in pairwise(made))
    assert all(p.score > 0 and p.density > 0 for p in made)
