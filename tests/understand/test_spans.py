"""From probabilities of tags to spans of whole words."""

import numpy as np

from secondsource.extractor import States
from secondsource.extractor.labels import LAYERS
from secondsource.understand.spans import spans


def seen(*inside: float, begins: tuple[int, ...] = ()) -> States:
    """States whose trigger layer is inside with the given probabilities, token by token."""
    tags = np.zeros((len(inside), len(LAYERS), 3), dtype=np.float32)
    tags[:, :, 0] = 1.0
    layer = LAYERS.index("trigger")
    for n, p in enumerate(inside):
        tags[n, layer] = (1 - p, p, 0.0) if n in begins else (1 - p, 0.0, p)
    return States(hidden=np.zeros((len(inside), 4), dtype=np.float32), tags=tags)


def found(states: States, glued: list[bool] | None = None, least: float = 0.5) -> list[tuple[int, int]]:
    return [(s.start, s.end) for s in spans(states, glued or [False] * len(states.tags), "trigger", least)]


def test_words_beside_a_sure_one_belong_to_the_span_from_half_of_it_on() -> None:
    assert found(seen(0.0, 0.3, 0.9, 0.3, 0.1)) == [(1, 4)]


def test_words_that_none_is_sure_of_are_no_span() -> None:
    assert found(seen(0.3, 0.4, 0.3)) == []


def test_a_word_is_never_cut() -> None:
    assert found(seen(0.0, 0.9, 0.0, 0.0), [False, False, True, False]) == [(1, 3)]


def test_a_new_beginning_ends_the_span_before() -> None:
    assert found(seen(0.9, 0.9, 0.9, begins=(0, 2))) == [(0, 2), (2, 3)]


def test_a_span_is_as_sure_as_its_surest_word() -> None:
    (span,) = spans(seen(0.6, 0.8), [False, False], "trigger", 0.5)
    assert abs(span.sure - 0.8) < 1e-6
