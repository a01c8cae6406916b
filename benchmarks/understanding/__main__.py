"""`python -m benchmarks.understanding ARCHIVE`: every figure of the understanding stage that needs no training."""

import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.understanding.ablation import ablation, calibration, table
from benchmarks.understanding.quotations import quotations
from benchmarks.understanding.speed import speed
from training.agreement import compared, second
from training.agreement import table as agreement_table
from training.corpus import files, read_all
from training.splits import parts

from secondsource.extractor import load as load_extractor
from secondsource.knowledge import load


def main(arguments: Sequence[str]) -> int:
    if len(arguments) != 1:
        print(__doc__)
        return 2
    archive, knowledge, extractor = Path(arguments[0]), load(), load_extractor()
    corpus = read_all(files())
    print("\n## Two annotators\n", *agreement_table(compared(corpus, second())), sep="\n")
    tallies = list(ablation(parts(corpus)["test"], knowledge, extractor))
    print("\n## Unseen stories and styles (only with a network trained by `--part`)\n", *table(tallies), sep="\n")
    print("\n## Confidence\n", *calibration(dict(tallies)["model"]), sep="\n")
    print("\n## Quotations\n", *quotations(archive, knowledge, extractor).lines(), sep="\n")
    print("\n## Speed\n", *speed(archive, knowledge, extractor), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
