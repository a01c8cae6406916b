"""How often whole articles are taken for stitched pages, and how many stitched pages are found by their seams.

Usage: python benchmarks/lineage_seams.py ARCHIVE [--stitched N]

ARCHIVE is a tar file of news articles, one `.txt` each; the figures in docs/stages/lineage.md are from the 2,095 of
the BBC. Every article is read as a report of its own, so that no donor is in the library. `--stitched N` also makes N
pages of paragraphs drawn from four articles of one section each, and counts how many show seams.
"""

import argparse
import datetime
import random
import tarfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath

from secondsource.knowledge import Knowledge, load
from secondsource.lineage.page import Page
from secondsource.lineage.stitching import seams
from secondsource.model.report import Raw, Report
from secondsource.read import read

TODAY = datetime.date(2026, 11, 22)
SEED = 20261122
ARTICLES = 4
PARAGRAPHS = 4


def articles(archive: str) -> Iterator[Raw]:
    """The articles of the archive, ordered by name."""
    with tarfile.open(archive) as tar:
        for member in sorted(tar.getmembers(), key=lambda m: m.name):
            opened = tar.extractfile(member) if member.name.endswith(".txt") else None
            if opened is not None:
                yield Raw(source=member.name, data=opened.read())


def shown(raw: Raw, knowledge: Knowledge) -> list[str] | None:
    """The seams of a text in words; empty where it shows none, None where it is no report."""
    report = read(raw, knowledge, TODAY)
    if not isinstance(report, Report):
        return None
    found = seams(Page(report, knowledge)) if report.understood else None
    return [reason.detail for reason in found.reasons] if found else []


def stitched(raws: list[Raw], count: int) -> Iterator[Raw]:
    """Pages of paragraphs from the middle of four articles of one section, shuffled: the heads are cut away."""
    chance = random.Random(SEED)  # noqa: S311  # a repeatable draw of paragraphs
    sections: dict[str, list[Raw]] = defaultdict(list)
    for raw in raws:
        sections[PurePosixPath(raw.source).parent.name].append(raw)
    for number in range(count):
        chosen = chance.sample(sections[chance.choice(sorted(sections))], ARTICLES)
        parts = []
        for raw in chosen:
            lines = [x for x in raw.data.decode("utf-8", "replace").split("\n") if x.strip()][2:]
            parts += chance.sample(lines, min(PARAGRAPHS, len(lines)))
        chance.shuffle(parts)
        yield Raw(source=f"stitched-{number}.txt", data="\n\n".join(parts).encode())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive")
    parser.add_argument("--stitched", type=int, default=0)
    options = parser.parse_args()
    knowledge, raws = load(), list(articles(options.archive))
    begun = time.perf_counter()
    verdicts = [(raw.source, verdict) for raw in raws if (verdict := shown(raw, knowledge)) is not None]
    flagged = [(source, verdict) for source, verdict in verdicts if verdict]
    for source, verdict in flagged:
        print(source, "; ".join(verdict))
    print(
        f"articles {len(verdicts)}, flagged {len(flagged)} ({len(flagged) / max(1, len(verdicts)):.2%}), "
        f"{time.perf_counter() - begun:.0f} s with reading"
    )
    if options.stitched:
        made = [verdict for raw in stitched(raws, options.stitched) if (verdict := shown(raw, knowledge)) is not None]
        found = sum(bool(verdict) for verdict in made)
        print(f"stitched {len(made)}, found {found} ({found / max(1, len(made)):.1%})")


if __name__ == "__main__":
    main()
