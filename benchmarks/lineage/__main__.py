"""Every table of this folder, one after the other.

Usage: python -m benchmarks.lineage ARCHIVE [--pan13 ARCHIVE] [--cache FOLDER] [--quick]

Fetches the resources first. `--quick` makes fewer copies, takes fewer pairs and leaves the slow peers out. The table of
PAN 2013 is left out where there is no such archive.
"""

import argparse
from pathlib import Path

from benchmarks.lineage import honest, pan13, relations, resources, retrieval, speed, stitched, suspicion

QUICK = ("--sources", "40", "--lexicons", "wordnet", "glove")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--pan13", type=Path, default=pan13.ARCHIVE)
    parser.add_argument("--quick", action="store_true")
    resources.add_cache(parser)
    options = parser.parse_args()
    resources.fetch(options.cache)
    where = [str(options.archive.resolve()), "--cache", str(options.cache)]
    retrieval.main([*where, *QUICK, "--peers", "fast"] if options.quick else where)
    stitched.main([*where, "--pages", "20"] if options.quick else where)
    relations.main([*where, *QUICK] if options.quick else where)
    honest.main(where[:1])
    suspicion.main(where)
    speed.main([*where, "--peers", *(("--articles", "20000") if options.quick else ())])
    if options.pan13.exists():
        pan13.main([str(options.pan13), *(("--limit", "50") if options.quick else ())])


if __name__ == "__main__":
    main()
