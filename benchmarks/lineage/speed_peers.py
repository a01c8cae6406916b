"""How fast the peers make signatures of texts; runs with the peers' interpreter.

Usage: python -m benchmarks.lineage.speed_peers TEXTS RESULTS

TEXTS is a JSON list. RESULTS gets, for each peer, the seconds of one core for words, word 3-grams and signature of all.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.lineage.peers import PERMUTATIONS, word_grams


def main() -> None:
    from datasketch import MinHash  # noqa: PLC0415
    from rensa import RMinHash  # noqa: PLC0415

    shingle = word_grams(3)

    def datasketch(text: str) -> None:
        MinHash(num_perm=PERMUTATIONS).update_batch([gram.encode() for gram in shingle(text)])

    def rensa(text: str) -> None:
        RMinHash(num_perm=PERMUTATIONS, seed=1).update(list(shingle(text)))

    texts = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    steps: dict[str, Callable[[str], object]] = {
        "word 3-grams alone": shingle,
        "datasketch": datasketch,
        "rensa": rensa,
    }
    spent = {}
    for name, step in steps.items():
        for text in texts[:50]:
            step(text)
        begun = time.process_time()
        for text in texts:
            step(text)
        spent[name] = time.process_time() - begun
    Path(sys.argv[2]).write_text(json.dumps(spent), encoding="utf-8")


if __name__ == "__main__":
    main()
