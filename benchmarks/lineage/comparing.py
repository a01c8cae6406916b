"""Hands sets of copies to the peers in their own interpreter and reads what they found."""

import json
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.lineage import resources
from benchmarks.lineage.scoring import Ranked

BANDED = tuple(
    f"{name} word-{size} {thr}" for name in ("datasketch", "rensa") for size in (3, 5) for thr in (0.3, 0.5, 0.8)
)
PASSIM = ("passim n=25", "passim n=15")
EXACT = "word-3 jaccard, exact"
# Methods that rank pairs and decide nothing; the threshold that fits the set best is an oracle's.
RANKING = (EXACT, "difflib", "minilm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one method found in one set, and the seconds of one core that it took."""

    pairs: tuple[Ranked, ...]
    cpu: float


def compare(
    cache: Path, methods: Sequence[str], articles: Mapping[str, str], sets: Mapping[str, Mapping[str, str]]
) -> dict[str, dict[str, Result]]:
    """The result of each method for each set; one method may report under several labels."""
    with tempfile.TemporaryDirectory() as folder:
        job, results = Path(folder) / "job.json", Path(folder) / "results.json"
        job.write_text(json.dumps({"methods": list(methods), "articles": articles, "sets": sets}), encoding="utf-8")
        print(f"peers: {', '.join(methods)}", file=sys.stderr)
        resources.run_module(cache, "peers", str(job), str(results))
        read = json.loads(results.read_text(encoding="utf-8"))
    return {
        label: {
            name: Result(pairs=tuple(map(_ranked, pairs)), cpu=found["cpu"][name])
            for name, pairs in found["pairs"].items()
        }
        for label, found in read.items()
    }


def _ranked(row: Iterable[object]) -> Ranked:
    copy, article, score = row
    return str(copy), str(article), float(str(score))
