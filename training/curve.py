"""The learning curve: `python -m training.curve`. Trains on more and more of the corpus, and on templates as a control.

Every network is measured by the extractor alone on the `test` part: unseen stories in unseen styles.
"""

import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.understanding.templates import templates

from secondsource.extractor import load as load_extractor
from secondsource.knowledge import load
from secondsource.understand import understand
from training.corpus import Annotated, files, laid, read_all
from training.export import export
from training.measure import measured
from training.splits import parts
from training.train import SEED, fitted, prepared

SIZES = (300, 600, 1200, 2500)
_SHOWN = ("found precision", "found recall", "full recall", "status", "modality", "voice", "quantity", "value")


def main() -> int:
    split = parts(read_all(files()))
    print("| trained on | " + " | ".join(_SHOWN) + " |\n|---|" + "---|" * len(_SHOWN), flush=True)
    for size in SIZES:
        _row(f"{size} sentences", _some(split["train"], size), split["test"])
    _row(f"{SIZES[-1]} sentences of templates", templates(SIZES[-1]), split["test"])
    _row("the whole train part", split["train"], split["test"])
    return 0


def _row(name: str, given: Sequence[Annotated], test: Sequence[Annotated]) -> None:
    knowledge = load()
    encoder, heads = fitted(prepared(given))
    with tempfile.TemporaryDirectory() as folder:
        export(encoder, heads, Path(folder), {})
        extractor = load_extractor(Path(folder))
        figures = measured(test, knowledge, lambda r: understand(r, (), knowledge, extractor, "model")).figures()
    print(f"| {name} | " + " | ".join(f"{figures.get(slot, 0.0):.3f}" for slot in _SHOWN) + " |", flush=True)


def _some(reports: Sequence[Annotated], sentences: int) -> list[Annotated]:
    """Reports in a seeded order until they hold so many sentences."""
    order = list(reports)
    random.Random(SEED).shuffle(order)
    found: list[Annotated] = []
    held = 0
    for report in order:
        if held >= sentences:
            break
        found.append(report)
        held += len(laid(report.text).sentences)
    return found


if __name__ == "__main__":
    sys.exit(main())
