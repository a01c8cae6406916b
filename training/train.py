"""Trains the extractor: `python -m training.train [--folder FOLDER] [--part]`, seeded, on a CPU.

Without options it trains on the whole corpus and packs the result where the package looks for it. `--part` trains on
the `train` part alone, for measuring on the others.
"""

import argparse
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from secondsource.extractor import PACKED
from secondsource.knowledge import load
from training import base
from training.corpus import Annotated, files, laid, read_all
from training.examples import Example, examples
from training.export import export
from training.fitting import loss
from training.network import Encoder, Heads
from training.splits import parts

SEED = 20261201
EPOCHS = 11
_BATCH = 8
_RATE, _HEADS_RATE = 1.2e-4, 1e-3
_WARM = 0.1
_AVERAGED = 3


def fitted(given: Sequence[Example]) -> tuple[Encoder, Heads]:
    """The network fitted to examples."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    encoder, heads = Encoder(), Heads()
    encoder.take_base()
    optimiser = torch.optim.AdamW(_groups(encoder, heads), weight_decay=0.01)
    steps = EPOCHS * (len(given) // _BATCH + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda n: min(n / (_WARM * steps), max(0.0, (steps - n) / ((1 - _WARM) * steps)))
    )
    encoder.train(), heads.train()
    started = time.monotonic()
    mean = _Mean(encoder, heads)
    for epoch in range(EPOCHS):
        off = []
        for batch in _batches(given, chance):
            optimiser.zero_grad()
            value = loss(encoder, heads, batch, chance)
            value.backward()
            torch.nn.utils.clip_grad_norm_([p for g in optimiser.param_groups for p in g["params"]], 1.0)
            optimiser.step()
            schedule.step()
            off.append(value.item())
            if epoch >= EPOCHS - _AVERAGED:
                mean.add()
        print(f"epoch {epoch + 1}: off by {np.mean(off):.3f}, {time.monotonic() - started:.0f} s", flush=True)
    mean.take()
    encoder.eval(), heads.eval()
    return encoder, heads


class _Mean:
    """The mean of the weights over the last steps, which is steadier than the last ones (Izmailov et al. 2018)."""

    def __init__(self, *modules: nn.Module) -> None:
        self._parameters = [p for m in modules for p in m.parameters() if p.requires_grad]
        self._sums = [torch.zeros_like(p) for p in self._parameters]
        self._count = 0

    def add(self) -> None:
        self._count += 1
        for total, parameter in zip(self._sums, self._parameters, strict=True):
            total.add_(parameter.detach())

    def take(self) -> None:
        for total, parameter in zip(self._sums, self._parameters, strict=True):
            parameter.data = total / self._count


def _groups(encoder: Encoder, heads: Heads) -> list[dict[str, Any]]:
    """What is new learns faster; the embeddings of words and places stay as they are, for the corpus is small."""
    still = ("word", "position", "kind")
    new = ("tags", "mark")
    old = []
    fresh = list(heads.parameters())
    for name, parameter in encoder.named_parameters():
        if name.startswith(still):
            parameter.requires_grad = False
        else:
            (fresh if name.startswith(new) else old).append(parameter)
    return [{"params": old, "lr": _RATE}, {"params": fresh, "lr": _HEADS_RATE}]


def _batches(given: Sequence[Example], chance: random.Random) -> list[list[Example]]:
    """Batches of like length, in a new order each time."""
    order = sorted(given, key=lambda e: len(e.stretch.window.ids) + chance.randint(0, 24))
    found = [list(order[n : n + _BATCH]) for n in range(0, len(order), _BATCH)]
    chance.shuffle(found)
    return found


def prepared(reports: Sequence[Annotated]) -> list[Example]:
    tokenizer = base.tokenizer()

    def tokenize(text: str) -> tuple[list[int], list[tuple[int, int]]]:
        encoded = tokenizer.encode(text, add_special_tokens=False)
        return encoded.ids, encoded.offsets

    return list(examples(reports, load(), tokenize))


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=PACKED, help="where to pack the network")
    parser.add_argument("--part", action="store_true", help="train on the `train` part of the corpus alone")
    chosen = parser.parse_args(arguments)
    reports = read_all(files())
    if chosen.part:
        reports = parts(reports)["train"]
    given = prepared(reports)
    print(f"{len(reports)} reports, {len(given)} stretches", flush=True)
    started = time.monotonic()
    encoder, heads = fitted(given)
    card = {
        "base": "all-MiniLM-L6-v2 (Apache-2.0)",
        "corpus": {"reports": len(reports), "sentences": sum(len(laid(r.text).sentences) for r in reports)},
        "seed": SEED,
        "epochs": EPOCHS,
        "minutes": round((time.monotonic() - started) / 60),
    }
    export(encoder, heads, chosen.folder, card)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
