"""How many spun copies are found among all articles: the project and its peers in one run.

Usage: python -m benchmarks.lineage.retrieval ARCHIVE [--sources N] [--lexicons NAME ...] [--peers NAME ...] [--seed N]

Each set is a library of its own: all distinct articles and a spun copy of each source at one strength, by one lexicon;
lightly edited copies come first, to show that every method works.
A cell is recall/precision of what the method reports, and the recall of its score at a precision of .99, over all pairs
of a copy and an article. Documents per second are those of one core, from scratch, for the whole library. MiniLM and
difflib are too slow for that and are measured on smaller sets, and the project once more on the same.
"""

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from benchmarks.lineage import comparing, corpus, editor, lexicons, lookalikes, ours, resources, scoring, words
from benchmarks.lineage.chance import chance, name_of
from benchmarks.lineage.corpus import Library
from benchmarks.lineage.spinner import STRENGTHS
from benchmarks.lineage.timing import Spent, timed

SEED = 20261122
SOURCES = 240
# Sources of a set, and articles, of the slow methods.
MINILM = (40, 300)
DIFFLIB = (20, 60)
DISGUISED = ("wordnet", 0.20)


def libraries(options: argparse.Namespace) -> dict[str, Library]:
    """One library for each lexicon and strength, for each rate of look-alikes, and of copies that any method finds."""
    articles = corpus.prepared(options.archive, options.seed)
    chosen = corpus.drawn(articles, options.sources, options.seed)
    print(f"{len(articles)} distinct articles, {len(chosen)} sources", file=sys.stderr)
    originals = {name: article.text for name, article in articles.items()}
    light = {name_of(options.seed, "light", s): s for s in chosen}
    edited = {name: editor.light(originals[source], f"{options.seed}:{source}") for name, source in light.items()}
    made = {"light edits": Library(articles=originals, copies=edited, made=light)}
    for name in options.lexicons:
        lexicon = lexicons.load(name, options.cache)
        for strength in STRENGTHS:
            made[f"{name} {strength:.2f}"] = corpus.spun_library(articles, chosen, lexicon, strength, options.seed)
    spun = made.get(f"{DISGUISED[0]} {DISGUISED[1]:.2f}")
    for rate in lookalikes.RATES if spun else ():
        assert spun is not None
        copies = {name: lookalikes.disguise(text, rate, f"{options.seed}:{name}") for name, text in spun.copies.items()}
        made[f"look-alikes {rate:.2f}"] = Library(articles=spun.articles, copies=copies, made=spun.made)
    return made


def smaller(sets: Mapping[str, Library], size: tuple[int, int]) -> dict[str, Library]:
    """Fewer copies among fewer articles, the same sources in every set."""
    some = next(iter(sets.values()))
    chosen = sorted(set(some.made.values()))[: size[0]]
    others = [n for n in some.articles if n not in set(chosen)]
    kept = {*chosen, *chance("smaller", SEED).sample(others, max(0, min(size[1], len(some.articles)) - len(chosen)))}
    return {
        name: Library(
            articles={n: t for n, t in library.articles.items() if n in kept},
            copies={n: t for n, t in library.copies.items() if library.made[n] in chosen},
            made={n: s for n, s in library.made.items() if s in chosen},
        )
        for name, library in sets.items()
    }


def measure_ours(sets: Mapping[str, Library]) -> tuple[dict[str, comparing.Result], int]:
    """Our links between copies and articles in each set, and the most links among articles themselves."""
    found, among = {}, 0
    for name, library in sets.items():
        spent = Spent()
        with timed(spent):
            links = ours.links(library.texts)
        between = ours.between(links, library.copies, library.articles)
        among = max(among, sum(x.report in library.articles and x.of in library.articles for x in links))
        pairs = tuple((copy, article, link.score) for copy, article, link in between)
        found[name] = comparing.Result(pairs=pairs, cpu=spent.cpu)
        print(f"  ours, {name}: {spent.cpu:.1f} s", file=sys.stderr)
    return found, among


def rows(
    label: str, results: Mapping[str, comparing.Result], sets: Mapping[str, Library], our_rate: float
) -> Iterable[list[str]]:
    """Its decision, where it makes one, and its score at the wanted precision."""
    wanted = {name: scoring.pairs_of(library.made) for name, library in sets.items()}
    decided = [str(scoring.score([(a, b) for a, b, _ in results[n].pairs], wanted[n])) for n in sets]
    ranked = [scoring.shown(scoring.recall_at(results[n].pairs, wanted[n])) for n in sets]
    rate = rate_of(results, sets)
    speed = [f"{rate:.0f}" if rate >= 10 else f"{rate:.1f}", f"{rate / our_rate:.2f}"]
    if label.startswith(comparing.RANKING):
        yield [label, "R at P .99", *ranked, *speed]
    else:
        yield [label, "R/P", *decided, *speed]
        if any(cell.split("/")[0] != at for cell, at in zip(decided, ranked, strict=True)):
            yield ["", "R at P .99", *ranked, "", ""]


def reached(library: Library) -> str:
    """How near the copies of a library come to their sources."""
    near = [words.jaccard(text, library.articles[library.made[name]]) for name, text in library.copies.items()]
    return f"{sum(near) / max(1, len(near)):.3f}".removeprefix("0")


def rate_of(results: Mapping[str, comparing.Result], sets: Mapping[str, Library]) -> float:
    """Texts for each second of one core, over all sets."""
    texts = sum(len(library.articles) + len(library.copies) for library in sets.values())
    return texts / max(1e-9, sum(results[name].cpu for name in sets))


def report(sets: Mapping[str, Library], methods: Sequence[str], cache: Path, title: str) -> None:
    """One table: ours first, then the peers."""
    print(f"measuring: {title}", file=sys.stderr)
    mine, among = measure_ours(sets)
    speed = rate_of(mine, sets)
    lines = [["mean word-3 jaccard", "reached", *map(reached, sets.values()), "", ""]]
    lines += rows("secondsource", mine, sets, speed)
    articles = next(iter(sets.values())).articles
    if methods:
        found = comparing.compare(cache, methods, articles, {name: dict(s.copies) for name, s in sets.items()})
        for label, results in found.items():
            lines += rows(label, results, sets, speed)
    print(scoring.table(["method", "measure", *sets, "texts/s", "to ours"], lines, title))
    print(f"\nOur links among the {len(articles)} articles themselves: at most {among} in a set.", flush=True)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--seed", type=int, default=SEED, help="another seed draws other sources and words")
    parser.add_argument("--sources", type=int, default=SOURCES)
    parser.add_argument("--lexicons", nargs="+", choices=lexicons.NAMES, default=lexicons.NAMES)
    groups = ("fast", "minilm", "difflib")
    parser.add_argument("--peers", nargs="*", choices=groups, default=groups, help="groups of peers (%(default)s)")
    resources.add_cache(parser)
    options = parser.parse_args(arguments)
    ours.warm_up()
    sets = libraries(options)
    fast = (comparing.EXACT, *comparing.BANDED, *comparing.PASSIM) if "fast" in options.peers else ()
    report(sets, fast, options.cache, f"Spun copies, {options.sources} sources among all distinct articles")
    for name, method, size in (("minilm", "minilm", MINILM), ("difflib", "difflib ratio", DIFFLIB)):
        if name in options.peers:
            title = f"The same, {size[0]} sources among {size[1]} articles"
            report(smaller(sets, size), [method], options.cache, title)


if __name__ == "__main__":
    main()
