"""Check corpus files: `python -m training.check [FILE...]`; without files, the whole corpus. Exit code 1 on faults."""

import sys
from collections.abc import Sequence
from pathlib import Path

from training.checking import DISTINCT_SHARE, counts, distinct_share, doubled, faults, repeated_runs
from training.corpus import Annotated, BrokenCorpusError, files, laid, read


def main(arguments: Sequence[str]) -> int:
    reports: list[Annotated] = []
    found: list[str] = []
    for path in [Path(a) for a in arguments] or files():
        try:
            reports += read(path)
        except BrokenCorpusError as error:
            found.append(str(error))
    found += [f for report in reports for f in faults(report)] + doubled(reports)
    found += [f'"{run}" stands in {n} reports: write it otherwise' for run, n in repeated_runs(reports)]
    share = distinct_share(reports)
    if share < DISTINCT_SHARE:
        found.append(f"only {share:.3f} of the masked 5-word runs are distinct; {DISTINCT_SHARE} are asked for")
    print(f"{len(reports)} reports, {sum(len(laid(r.text).sentences) for r in reports)} sentences")
    print(f"distinct masked 5-word runs: {share:.3f}")
    for slot, used in counts(reports).items():
        print(f"{slot}: " + ", ".join(f"{word} {n}" for word, n in used.most_common()))
    for fault in found:
        print(f"FAULT {fault}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
