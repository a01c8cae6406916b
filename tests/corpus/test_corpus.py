"""The corpus keeps what it promises: sound annotations, no templates, enough of everything."""

from collections import Counter
from typing import get_args

import pytest
from training.checking import DISTINCT_SHARE, counts, distinct_share, doubled, faults, repeated_runs
from training.corpus import Annotated, Style, files, laid, read_all

from secondsource.model.statement import STATUSES, Basis, Instrument, Modality, Mode, Polarity, Side, Stance

ENOUGH = 40


@pytest.fixture(scope="module")
def corpus() -> list[Annotated]:
    return read_all(files())


def test_every_annotation_is_sound(corpus: list[Annotated]) -> None:
    assert [fault for report in corpus for fault in faults(report)] == []
    assert doubled(corpus) == []


def test_it_is_written_and_not_filled_in(corpus: list[Annotated]) -> None:
    assert repeated_runs(corpus) == []
    assert distinct_share(corpus) >= DISTINCT_SHARE


def test_it_is_large_enough(corpus: list[Annotated]) -> None:
    assert len(corpus) >= 600
    assert sum(len(laid(r.text).sentences) for r in corpus) >= 2500


def test_it_holds_many_pairs_and_systems(corpus: list[Annotated]) -> None:
    pairs, items = set(), set()
    for report in corpus:
        page = laid(report.text)
        for states in report.states:
            if states.supplier and states.recipient:
                one, other = page.find(states.supplier), page.find(states.recipient)
                pairs.add((one.name or one.text, other.name or other.text))
            if states.item:
                items.add(page.find(states.item).text.lower())
    assert len(pairs) >= 60
    assert len(items) >= 200


@pytest.mark.parametrize(
    ("slot", "words"),
    [
        ("transfer status", STATUSES["transfer"]),
        ("agreement status", STATUSES["agreement"]),
        ("sanction status", STATUSES["sanction"]),
        ("control status", STATUSES["control"]),
        ("modality", get_args(Modality)),
        ("polarity", get_args(Polarity)),
        ("stance", get_args(Stance)),
        ("side", get_args(Side)),
        ("instrument", get_args(Instrument)),
        ("mode", get_args(Mode)),
        ("basis", get_args(Basis)),
    ],
)
def test_every_word_of_the_vocabulary_is_used_often(corpus: list[Annotated], slot: str, words: tuple[str, ...]) -> None:
    used = counts(corpus)[slot]
    assert {word: used[word] for word in words if used[word] < ENOUGH} == {}


def test_every_style_is_there(corpus: list[Annotated]) -> None:
    used = Counter[str](report.style for report in corpus)
    assert min(used[style] for style in get_args(Style)) >= 20
