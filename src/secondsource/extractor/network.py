"""The trained network at work: an int8 encoder, and small heads over its states, both run by onnxruntime."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from secondsource.extractor.labels import CANDIDATES, CLASSES, LAYERS, ROLES, gap_class, sentence_class

Floats = npt.NDArray[np.float32]
_NEVER = np.float32(-1e9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Token ids of one stretch of text, and a row of marks for each token (`labels.MARKS`)."""

    ids: tuple[int, ...]
    marks: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """What the encoder made of a window: a state a token, and a probability of (outside, begin, inside) a layer."""

    hidden: Floats
    tags: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A span of a window in tokens, end exclusive, with the number of its sentence."""

    start: int
    end: int
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A candidate for the roles of a trigger: its place and its kind (`labels.CANDIDATES`)."""

    place: Place
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What is said of the triggers of a window, in their order, as probabilities.

    `classes` holds for each slot a row of words (`labels.CLASSES`) a trigger; `roles` for each role a row of offers a
    trigger, and last that it is none of them; `bases` a row of words (`labels.BASES`) a trigger and offer; `unnamed`
    how likely each offer, taken for a speaker, is a person without a name.
    """

    classes: dict[str, Floats]
    roles: dict[str, Floats]
    bases: Floats
    unnamed: Floats


class Extractor:
    """The packed network. Construct it with `secondsource.extractor.load`."""

    def __init__(self, encoder: Any, heads: Any, tokenizer: Any, card: dict[str, Any]) -> None:
        self._encoder = encoder
        self._heads = heads
        self._tokenizer = tokenizer
        self.card = card
        self.digest: str = card["digest"]

    def tokens(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        """The word pieces of a text, without marks of begin and end, and where each stands in it."""
        encoded = self._tokenizer.encode(text, add_special_tokens=False)
        return encoded.ids, encoded.offsets

    def encode(self, window: Window) -> States:
        """Run the encoder over a window, alone: beside a longer one it would come out a little otherwise."""
        ids = np.array([window.ids], dtype=np.int64)
        given = {"ids": ids, "mask": np.ones_like(ids), "marks": window.marks[None]}
        hidden, tags = self._encoder.run(None, given)
        return States(hidden=hidden[0], tags=_softmax(tags[0].reshape(len(window.ids), len(LAYERS), 3)))

    def judge(self, states: States, triggers: Sequence[Place], offers: Sequence[Offer]) -> Judgement:
        """What is said of triggers, given what the window offers for their slots."""
        shown = [*offers, Offer(place=Place(start=0, end=1, sentence=0), kind=CANDIDATES[0])]
        given = {
            "triggers": np.stack([_mean(states, t) for t in triggers]),
            "offers": np.stack([_mean(states, o.place) for o in shown]),
            "gap": np.array([[gap_class(distance(t, o.place)) for o in shown] for t in triggers], dtype=np.int64),
            "sentence": np.array(
                [[sentence_class(o.place.sentence - t.sentence) for o in shown] for t in triggers], dtype=np.int64
            ),
            "kind": np.array([CANDIDATES.index(o.kind) for o in shown], dtype=np.int64),
        }
        names = ["roles", "nothing", "bases", "unnamed", *CLASSES]
        scores = dict(zip(names, self._heads.run(names, given), strict=True))
        kinds = np.array([o.kind for o in shown])
        roles = {}
        for n, (role, kind) in enumerate(ROLES.items()):
            fitting = kinds == kind
            fitting[-1] = False
            column = np.where(fitting, scores["roles"][:, :, n], _NEVER)
            column[:, -1] = scores["nothing"][:, n]
            roles[role] = _softmax(column)
        return Judgement(
            classes={slot: _softmax(scores[slot]) for slot in CLASSES},
            roles=roles,
            bases=_softmax(scores["bases"])[:, :-1],
            unnamed=_softmax(scores["unnamed"])[:-1, 1],
        )


def distance(one: Place, other: Place) -> int:
    """Tokens between two spans; negative where the other stands before."""
    if other.end <= one.start:
        return other.end - one.start - 1
    return max(other.start - one.end + 1, 0)


def _mean(states: States, place: Place) -> Floats:
    found: Floats = states.hidden[place.start : max(place.end, place.start + 1)].mean(axis=0)
    return found


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    found: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return found
