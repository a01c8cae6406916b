"""Links and origins on annotated stories: the time they take, and the share that is right.

Usage: python benchmarks/lineage_gold.py REPORTS SCORE GOLD

REPORTS is a folder of report files, SCORE the script that scores an export against the annotated stories GOLD. Only the
figures on reports, origins and relations are of this stage; its export holds no statements.
"""

import argparse
import datetime
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from secondsource import __version__
from secondsource.knowledge import load
from secondsource.lineage import compare, trace
from secondsource.model.ledger import Ledger
from secondsource.model.report import Raw, Report
from secondsource.publish import export_json
from secondsource.read import read

TODAY = datetime.date(2026, 11, 22)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("reports", "score", "gold"):
        parser.add_argument(name, type=Path)
    options = parser.parse_args()
    knowledge = load()
    raws = [Raw(source=str(place), data=place.read_bytes()) for place in sorted(options.reports.iterdir())]
    reports = [report for raw in raws if isinstance(report := read(raw, knowledge, TODAY), Report)]
    begun = time.perf_counter()
    derivations = compare(reports, knowledge)
    compared = time.perf_counter()
    lineage = trace(reports, derivations, knowledge)
    traced = time.perf_counter()
    print(f"reports {len(reports)}, compare {compared - begun:.2f} s, trace {traced - compared:.2f} s")
    ledger = Ledger(entries=(), statements=(), quotes=(), informants=(), utterances=())
    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder) / "export.json"
        export.write_bytes(export_json(reports, lineage, ledger, [], __version__))
        command = [sys.executable, str(options.score), str(export), str(options.gold)]
        scored = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603
    print("\n".join(line for line in scored.splitlines() if line.split()[0] in ("reports", "same", "relation")))


if __name__ == "__main__":
    main()
