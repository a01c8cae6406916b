"""How often a text is called machine-reworded by its words alone: reworded copies, ordinary articles, and others.

Usage: python -m benchmarks.lineage.suspicion ARCHIVE [--sources N] [--lexicons NAME ...] [--fit] [--list]

The distinct articles are cut in two halves. The constants of `secondsource.lineage.tortured` were fitted on the first,
with copies reworded by WordNet and Moby: `--fit` prints them anew. The tables are of the second half and of copies made
from it; GloVe and the chain are held out altogether. Every text is judged alone. `by words` counts the choice of words
alone, without set phrases, wrong articles and braces, which the benchmark's machine makes as often as it was told to.
Stories, samples and seeds are read where they are.
"""

import argparse
import json
import re
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import numpy as np
from benchmarks.lineage import corpus, lexicons, resources, scoring
from benchmarks.lineage.chance import Seed, chance
from benchmarks.lineage.corpus import Article
from benchmarks.lineage.spinner import STRENGTHS, spin

from secondsource.knowledge import load
from secondsource.knowledge.words import load_words
from secondsource.lineage import tortured
from secondsource.lineage.page import Page
from secondsource.lineage.tortured import Signs, signs
from secondsource.model.report import Raw, Report
from secondsource.read import read

SEED = 20261128
SOURCES = 240
# Words that short texts are cut to.
LENGTHS = (150, 250)
FEATURES = ("company", "unlisted", "shunned", "fitter", "misfit", "commoner")
RATES = (0.01, 0.005, 0.002, 0.001)
# Keeps weights of features that say the same near one another: spread evenly they carry over to other machines better.
RIDGE = 0.1
STEPS = 50
SHARED = resources.ROOT.parent / "shared"
STORIES = SHARED / "gold" / "stories.jsonl"
SEEDS = SHARED / "seeds"
SAMPLES = resources.ROOT / "src" / "secondsource" / "samples"
DAY = date(2026, 11, 28)


def halves(articles: Iterable[Article], seed: Seed) -> tuple[list[Article], list[Article]]:
    """For tuning and for measuring."""
    order = sorted(articles, key=lambda a: a.path)
    chance("halves", seed).shuffle(order)
    return order[: len(order) // 2], order[len(order) // 2 :]


def seen(text: str) -> Signs | None:
    """What a text shows; None where it is too short."""
    return signs(page(text), load_words())


def page(text: str) -> Page:
    return Page(Report(id="rep", source="", url=None, text=text, sha256="", reader=""), load())


def seen_file(path: Path) -> Signs | None:
    """What a report file shows, read as the program reads it."""
    report = read(Raw(source=path.name, data=path.read_bytes()), load(), DAY)
    return signs(Page(report, load()), load_words()) if isinstance(report, Report) else None


def cut(text: str, words: int) -> str:
    """The first words of a text."""
    found = list(re.finditer(r"\S+", text))
    return text if len(found) <= words else text[: found[words].start()]


def lengths(texts: Sequence[str]) -> dict[str, list[str]]:
    return {"whole": list(texts), **{f"{n} words": [cut(t, n) for t in texts] for n in LENGTHS}}


def spun(articles: Sequence[Article], options: argparse.Namespace, names: Iterable[str]) -> dict[str, list[str]]:
    """Copies of some of the articles, by lexicon and strength."""
    chosen = corpus.sources(articles, options.sources, options.seed)
    made = {}
    for lexicon in (lexicons.load(name, options.cache) for name in names):
        for strength in STRENGTHS:
            key = f"{lexicon.name} {strength:.2f}"
            made[key] = [spin(a.text, lexicon, strength, f"{options.seed}:{a.path}:{strength}") for a in chosen]
    return made


def row(label: str, found: Sequence[Signs | None]) -> list[str]:
    """How many texts were long enough, and how many of these are suspicious."""
    judged = [s for s in found if s is not None]
    flagged = sum(s.score >= tortured.THRESHOLD for s in judged)
    plain = sum(s.words_alone >= tortured.THRESHOLD for s in judged)
    middle = f"{np.median([s.score for s in judged]):.1f}" if judged else "-"
    return [label, str(len(found)), str(len(judged)), _share(flagged, judged), _share(plain, judged), middle]


def _share(part: int, whole: Sequence[object]) -> str:
    return f"{part / len(whole):.1%} ({part})" if whole else "-"


def ordinary_rows(texts: Sequence[str]) -> Iterator[list[str]]:
    for label, some in lengths(texts).items():
        yield row(label, [seen(text) for text in some])


def copy_rows(copies: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    for label, texts in copies.items():
        for length, some in lengths(texts).items():
            yield row(f"{label}, {length}", [seen(text) for text in some])


def other_rows() -> Iterator[list[str]]:
    """Annotated stories by their label, the sample reports and the seeds, where they are to be had."""
    labelled: dict[str, list[str]] = defaultdict(list)
    for line in STORIES.read_text(encoding="utf-8").splitlines() if STORIES.exists() else ():
        story = json.loads(line)
        labelled[story["relation"]].append(story["text"])
    for label, texts in sorted(labelled.items()):
        yield row(f"stories, {label}", [seen(text) for text in texts])
    samples = [p for p in sorted(SAMPLES.glob("[0-9]*.*")) if "spun" not in p.name]
    yield row("samples, not reworded", [seen_file(path) for path in samples])
    for path in [*sorted(SAMPLES.glob("*spun*")), *sorted(SEEDS.glob("*.txt"))]:
        yield row(path.name[:20], [seen_file(path)])


def fit(ordinary: Sequence[Signs], reworded: Sequence[Signs]) -> Iterator[str]:
    """The constants of the module, by a logistic regression that gives both kinds the same weight."""
    plain, made = (np.array([[getattr(s.choice, f) for f in FEATURES] for s in some]) for some in (ordinary, reworded))
    middle, spread = plain.mean(axis=0), plain.std(axis=0)
    rows = np.c_[(np.vstack([plain, made]) - middle) / spread, np.ones(len(plain) + len(made))]
    wanted = np.r_[np.zeros(len(plain)), np.ones(len(made))]
    share = np.r_[np.full(len(plain), 1 / len(plain)), np.full(len(made), 1 / len(made))]
    ridge = np.diag([*[RIDGE] * len(FEATURES), 0.0])
    weights = np.zeros(len(FEATURES) + 1)
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (share * (likely - wanted)) + ridge @ weights
        bend = (rows.T * (share * likely * (1 - likely))) @ rows + ridge
        weights -= np.linalg.solve(bend, slope)
    raw = plain @ (weights[:-1] / spread)
    pairs = np.array([s.choice.pairs for s in ordinary])
    wide, fixed = np.polyfit(1 / pairs, (raw - raw.mean()) ** 2, 1)
    scale = 1 / np.sqrt(fixed)
    yield f"_WEIGHTS = {dict(zip(FEATURES, (weights[:-1] / spread * scale).round(3).tolist(), strict=True))}"
    yield f"_CONSTANT = {-raw.mean() * scale:.3f}"
    yield f"_SPREAD = (1.0, {wide / fixed:.1f})"


def fitted(articles: Sequence[Article], options: argparse.Namespace) -> Iterator[str]:
    """The constants, and with those that stand in the module the scores that ordinary articles reach."""
    plain = [s for some in lengths([a.text for a in articles]).values() for t in some if (s := seen(t)) is not None]
    copies = spun(articles, options, lexicons.TUNE)
    made = [s for texts in copies.values() for t in texts if (s := seen(t)) is not None]
    yield from fit(plain, made)
    scores = np.array([s.score for s in plain])
    reached = ", ".join(f"({np.quantile(scores, 1 - rate):.2f}, {rate})" for rate in RATES)
    yield f"with the constants as they stand, FALSE_RATES = ({reached}), highest {scores.max():.2f}"
    for label, some in (("ordinary", plain), ("reworded", made)):
        shares = {"phrases": _any(s.phrases for s in some), "articles": _any(s.articles for s in some)}
        yield f"{label}: share of texts with " + ", ".join(f"{name} {share:.2%}" for name, share in shares.items())


def _any(found: Iterable[Sequence[object]]) -> float:
    return float(np.mean([bool(some) for some in found]))


def timed(texts: Sequence[str]) -> str:
    """How long it takes, the words of the texts split already and met before."""
    pages = [page(text) for text in texts]
    words = sum(len(p.tokens) for p in pages)
    begun = time.process_time()
    for one in pages:
        signs(one, load_words())
    spent = time.process_time() - begun
    return f"{1000 * spent / len(pages):.1f} ms a text of {words / len(pages):.0f} words"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--seed", type=int, default=SEED, help="another seed cuts other halves and draws other words")
    parser.add_argument("--sources", type=int, default=SOURCES)
    parser.add_argument("--lexicons", nargs="+", choices=lexicons.NAMES, default=lexicons.NAMES)
    parser.add_argument("--fit", action="store_true", help="print the constants that the tuning half gives, and stop")
    parser.add_argument("--list", action="store_true", help="name the ordinary articles that are suspicious")
    resources.add_cache(parser)
    options = parser.parse_args(arguments)
    tuning, measuring = halves(corpus.distinct(corpus.read(options.archive)), options.seed)
    if options.fit:
        print("\n".join(fitted(tuning, options)))
        return
    heads = ("texts", "number", "judged", "suspicious", "by words", "median score")
    texts = [a.text for a in measuring]
    print(scoring.table(heads, ordinary_rows(texts), "Ordinary articles (wanted: 1 % at most)"), flush=True)
    print(timed(texts))
    if options.list:
        flagged = [a.path for a in measuring if (s := seen(a.text)) is not None and s.score >= tortured.THRESHOLD]
        print("\n".join(flagged))
    copies = spun(measuring, options, options.lexicons)
    print(scoring.table(heads, copy_rows(copies), "Reworded copies of articles of the same half"), flush=True)
    print(scoring.table(heads, other_rows(), "Other texts"), flush=True)


if __name__ == "__main__":
    main()
