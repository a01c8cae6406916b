"""How pages cut together from four articles are told: with their donors in the library, and without.

Usage: python -m benchmarks.lineage.stitched ARCHIVE [--pages N] [--lexicons NAME ...] [--no-peers] [--seed N]

With donors: recall and precision of the links from a page to its donors, the share of them called `stitched`, and how
well their passages cover the characters that were taken. Without: the share of pages flagged as stitched of unknown
donors, and the share of ordinary articles that are.
"""

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.lineage import comparing, corpus, lexicons, ours, resources, scoring
from benchmarks.lineage.chance import name_of
from benchmarks.lineage.corpus import Article
from benchmarks.lineage.ours import Found
from benchmarks.lineage.stitcher import Stitched, pages
from benchmarks.lineage.timing import Spent, timed

SEED = 20261123
PAGES = 60
METHODS = (comparing.EXACT, "datasketch word-3 0.3", "datasketch word-3 0.5", *comparing.PASSIM)
HEADS = ("pages", "R/P of links", "called stitched", "direction right", "spans R/P", "texts/s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """Pages under names that say nothing, and their donors."""

    pages: Mapping[str, Stitched]

    @property
    def texts(self) -> dict[str, str]:
        return {name: page.text for name, page in self.pages.items()}

    @property
    def wanted(self) -> list[scoring.Pair]:
        return [(name, donor) for name, page in self.pages.items() for donor in sorted(page.donors)]

    @property
    def donors(self) -> frozenset[str]:
        return frozenset().union(*(page.donors for page in self.pages.values()))


def sets(articles: Mapping[str, Article], count: int, names: Iterable[str], cache: Path, seed: int) -> dict[str, Set]:
    """The same draw of donors, printed as it was and reworded by each lexicon."""
    made = {"plain": Set(pages=_named(pages(articles, count, seed), seed, "plain"))}
    for name in names:
        lexicon = lexicons.load(name, cache)
        made[f"spun, {name}"] = Set(pages=_named(pages(articles, count, seed, lexicon), seed, name))
    return made


def _named(made: Iterable[Stitched], seed: int, kind: str) -> dict[str, Stitched]:
    return {name_of(seed, kind, number): page for number, page in enumerate(made)}


def with_donors(one: Set, articles: Mapping[str, str]) -> list[str]:
    """A line of the first table."""
    spent = Spent()
    with timed(spent):
        found = ours.links({**articles, **one.texts})
    links = ours.between(found, one.pages, articles)
    wanted = set(one.wanted)
    right = [link for page, donor, link in links if (page, donor) in wanted]
    called = sum(x.relation == "stitched" for x in right)
    turned = sum(x.direction == "determined" and x.report in one.pages for x in right)
    rate = (len(articles) + len(one.pages)) / max(1e-9, spent.cpu)
    return [
        str(scoring.score([(page, donor) for page, donor, _ in links], wanted)),
        scoring.share(called, len(right)),
        scoring.share(turned, len(right)),
        spans([x for x in right if x.report in one.pages], one.pages),
        f"{rate:.0f}",
    ]


def spans(links: Iterable[Found], made: Mapping[str, Stitched]) -> str:
    """Recall and precision of characters of the page, donor by donor, over links that were found."""
    taken = reported = both = 0
    for link in links:
        parts = [p for p in made[link.report].parts if p.donor == link.of]
        true = {i for p in parts for i in range(p.start, p.end)}
        said = {i for start, end, *_ in link.passages for i in range(start, end)}
        taken, reported, both = taken + len(true), reported + len(said), both + len(true & said)
    return f"{scoring.share(both, taken)}/{scoring.share(both, reported)}"


def without_donors(one: Set, articles: Mapping[str, str]) -> list[str]:
    """A line of the second table: pages flagged, and ordinary articles flagged or given donors wrongly."""
    others = {name: text for name, text in articles.items() if name not in one.donors}
    found = ours.links({**others, **one.texts})
    unseen = {x.report for x in found if x.relation == "stitched" and x.of is None}
    given = {x.report for x in found if x.relation == "stitched" and x.of is not None}
    return [
        scoring.share(len(unseen & one.pages.keys()), len(one.pages)),
        f"{len(unseen & others.keys())} of {len(others)}",
        f"{len(given & others.keys())} of {len(others)}",
        f"{len(given & one.pages.keys())} of {len(one.pages)}",
    ]


def peer_lines(made: Mapping[str, Set], articles: Mapping[str, str], cache: Path) -> Iterable[list[str]]:
    found = comparing.compare(cache, METHODS, articles, {name: one.texts for name, one in made.items()})
    for label, results in found.items():
        for name, one in made.items():
            pairs = results[name].pairs
            decided = str(scoring.score([(a, b) for a, b, _ in pairs], one.wanted))
            ranked = scoring.shown(scoring.recall_at(pairs, one.wanted))
            rate = (len(articles) + len(one.pages)) / results[name].cpu
            yield [label, name, "-" if label in comparing.RANKING else decided, ranked, f"{rate:.0f}"]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--seed", type=int, default=SEED, help="another seed draws other pages")
    parser.add_argument("--pages", type=int, default=PAGES)
    parser.add_argument("--lexicons", nargs="*", choices=lexicons.NAMES, default=("wordnet", "glove"))
    parser.add_argument("--no-peers", action="store_true")
    resources.add_cache(parser)
    options = parser.parse_args(arguments)
    held = corpus.prepared(options.archive, options.seed)
    texts = {name: article.text for name, article in held.items()}
    made = sets(held, options.pages, options.lexicons, options.cache, options.seed)
    print(f"{len(texts)} distinct articles, {options.pages} pages a set", file=sys.stderr)
    ours.warm_up()
    lines = [[name, *with_donors(one, texts)] for name, one in made.items()]
    print(scoring.table(HEADS, lines, "Stitched pages, donors in the library"), flush=True)
    heads = ("pages", "flagged", "articles flagged", "articles given donors", "pages given donors")
    lines = [[name, *without_donors(one, texts)] for name, one in made.items()]
    print(scoring.table(heads, lines, "The same, donors not in the library"), flush=True)
    if not options.no_peers:
        heads = ("method", "pages", "R/P of pairs", "R at P .99", "texts/s")
        print(scoring.table(heads, peer_lines(made, texts, options.cache), "Peers, donors in the library"), flush=True)


if __name__ == "__main__":
    main()
