"""One pass over the examples: what is asked of the network, and how far its answers are off."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from secondsource.extractor import Place
from secondsource.extractor.labels import CANDIDATES, CLASSES, LAYERS, MARKS, ROLES, gap_class, sentence_class
from secondsource.extractor.network import distance
from training.examples import UNASKED, Example
from training.network import Encoder, Heads

_MASK = 103
_NAMES = [MARKS.index(m) for m in ("country", "demonym", "maker", "outlet", "weapon", "person", "body")]
_NAME_DROPPED = 0.35
_WORD_DROPPED = 0.06
_WEIGHTS = {"status": 1.5, "modality": 1.0, "polarity": 0.7, "stance": 0.7, "side": 0.4, "instrument": 0.5, "mode": 0.4}
_TAGS_WEIGHT = 8.0
"""Most tokens are outside every span, so that the mean over tokens is small beside the sums over triggers."""
_SMOOTHED = 0.03
_KINDS = torch.tensor([CANDIDATES.index(kind) for kind in ROLES.values()])


@dataclass(kw_only=True)
class Batch:
    ids: Tensor
    mask: Tensor
    marks: Tensor
    tags: Tensor


def batched(examples: Sequence[Example], chance: random.Random | None) -> Batch:
    """Pad examples to one length. With `chance`, names and words are hidden, so that none is learned by heart."""
    longest = max(len(e.stretch.window.ids) for e in examples)
    ids = np.zeros((len(examples), longest), dtype=np.int64)
    mask = np.zeros_like(ids)
    marks = np.zeros((len(examples), longest, len(MARKS)), dtype=np.float32)
    tags = np.full((len(examples), longest, len(LAYERS)), UNASKED, dtype=np.int64)
    for n, example in enumerate(examples):
        size = len(example.stretch.window.ids)
        ids[n, :size] = _hidden(example, chance) if chance else example.stretch.window.ids
        mask[n, :size] = 1
        marks[n, :size] = example.stretch.window.marks
        tags[n, :size] = example.tags
        tags[n, [i for i in range(size) if example.stretch.numbers[i] < 0]] = UNASKED
    return Batch(
        ids=torch.from_numpy(ids),
        mask=torch.from_numpy(mask),
        marks=torch.from_numpy(marks),
        tags=torch.from_numpy(tags),
    )


def _hidden(example: Example, chance: random.Random) -> list[int]:
    ids = list(example.stretch.window.ids)
    named = example.stretch.window.marks[:, _NAMES].any(axis=1)
    share = _NAME_DROPPED if chance.random() < 0.6 else 0.0
    for n in range(1, len(ids)):
        if example.stretch.numbers[n] >= 0 and chance.random() < (share if named[n] else _WORD_DROPPED):
            ids[n] = _MASK
    return ids


def loss(encoder: Encoder, heads: Heads, examples: Sequence[Example], chance: random.Random | None) -> Tensor:
    """The sum of what each head is off, each as a mean over what it was asked."""
    batch = batched(examples, chance)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden, tags = encoder(batch.ids, batch.mask, batch.marks)
    hidden, tags = hidden.float(), tags.float()
    off = functional.cross_entropy(tags.reshape(-1, 3), batch.tags.reshape(-1), ignore_index=UNASKED)
    total = off * len(LAYERS) * _TAGS_WEIGHT
    parts = [_example_loss(heads, hidden[n], example) for n, example in enumerate(examples)]
    asked = [p for part in parts for p in part]
    return total + sum(asked, torch.zeros(())) / max(1, sum(len(e.triggers) for e in examples))


def _example_loss(heads: Heads, hidden: Tensor, example: Example) -> list[Tensor]:
    found = []
    if example.speakers:
        states = torch.stack([_mean(hidden, place) for place, _ in example.speakers])
        answers = torch.tensor([unnamed for _, unnamed in example.speakers])
        found.append(0.5 * functional.cross_entropy(heads.unnamed(states), answers, reduction="sum"))
    if not example.triggers:
        return found
    triggers = torch.stack([_mean(hidden, t.place) for t in example.triggers])
    for slot, scores in heads.classify(triggers).items():
        answers = torch.tensor([t.classes[slot] for t in example.triggers])
        off = functional.cross_entropy(scores, answers, reduction="sum", label_smoothing=_SMOOTHED)
        found.append(_WEIGHTS[slot] * off)
    if example.offers:
        found += _role_losses(heads, hidden, example, triggers)
    return found


def _role_losses(heads: Heads, hidden: Tensor, example: Example, triggers: Tensor) -> list[Tensor]:
    inner = inner_states(heads, hidden, example, triggers)
    scores = heads.role(inner)
    kinds = torch.tensor([CANDIDATES.index(o.kind) for o in example.offers])
    scores = scores.masked_fill(kinds[None, :, None] != _KINDS[None, None, :], -1e9)
    chances = torch.cat([scores, heads.nothing(triggers)[:, None, :]], 1).log_softmax(1)
    found = []
    for n, trigger in enumerate(example.triggers):
        for k, role in enumerate(ROLES):
            right = trigger.roles[role]
            if right is not None:
                places = right or [len(example.offers)]
                found.append(-chances[n, places, k].logsumexp(0))
        for offer, basis in trigger.bases:
            off = functional.cross_entropy(heads.basis(inner[n, offer])[None], torch.tensor([basis]))
            found.append(0.7 * off)
    return found


def inner_states(heads: Heads, hidden: Tensor, example: Example, triggers: Tensor) -> Tensor:
    """The states of each trigger with each offer of an example."""
    offers = torch.stack([_mean(hidden, o.place) for o in example.offers])
    gap = torch.tensor([[gap_class(distance(t.place, o.place)) for o in example.offers] for t in example.triggers])
    apart = torch.tensor(
        [[sentence_class(o.place.sentence - t.place.sentence) for o in example.offers] for t in example.triggers]
    )
    kind = torch.tensor([CANDIDATES.index(o.kind) for o in example.offers])
    return heads.pairs(triggers, offers, gap, apart, kind)


def _mean(hidden: Tensor, place: Place) -> Tensor:
    return hidden[place.start : max(place.end, place.start + 1)].mean(0)


assert set(_WEIGHTS) == set(CLASSES)
