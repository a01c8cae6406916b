"""Fits the weights of `secondsource.lineage.cohesion` and measures what they flag.

Usage: python -m benchmarks.lineage.cohesion ARCHIVE

Half of the archive's distinct articles give pages stitched from three to six of them and ordinary articles to fit on
(logistic regression, both kinds weighing alike); the other half gives those to measure on.
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from benchmarks.lineage import corpus
from benchmarks.lineage.chance import Seed, chance
from benchmarks.lineage.corpus import Article
from benchmarks.lineage.scoring import table
from benchmarks.lineage.words import sentence_spans
from numpy.typing import NDArray

from secondsource.knowledge import load
from secondsource.knowledge.words import load_words
from secondsource.lineage.cohesion import cohesion
from secondsource.lineage.page import Page
from secondsource.model.report import Report

NAMES = ("widest", "second", "largest", "far", "words")
PAGES = 600
SAME_SECTION = 0.7
SHUFFLED = 0.7
FALSE_RATES = (0.005, 0.007, 0.01)
SEED = 20261128
_PENALTY, _STEPS = 0.1, 60

Matrix = NDArray[np.float64]


def page(articles: Mapping[str, Article], seed: Seed) -> str:
    """Three to six sentences of each of three to six articles, paragraph by paragraph mixed or one after the other."""
    draw = chance("cohesion", seed)
    long = sorted(name for name, a in articles.items() if len(sentence_spans(a.text)) >= 8)
    if draw.random() < SAME_SECTION:
        section = draw.choice(sorted({articles[name].section for name in long}))
        long = [name for name in long if articles[name].section == section]
    sentences, paragraph = draw.choice((3, 4, 4, 5, 6)), draw.choice((1, 2, 2, 4))
    queues = []
    for name in draw.sample(long, draw.choice((3, 4, 4, 5, 6))):
        text, spans = articles[name].text, sentence_spans(articles[name].text)[1:]
        first = draw.randrange(max(1, len(spans) - sentences + 1))
        taken = spans[first : first + sentences]
        parts = [taken[i : i + paragraph] for i in range(0, len(taken), paragraph)]
        queues.append([" ".join(text[part[0][0] : part[-1][1]].split()) for part in parts])
    turns = [number for number, queue in enumerate(queues) for _ in queue]
    if draw.random() < SHUFFLED:
        draw.shuffle(turns)
    return "\n\n".join(queues[turn].pop(0) for turn in turns)


def figures(texts: Sequence[str]) -> Matrix:
    """The figures of each text that is long enough to judge."""
    knowledge, known = load(), load_words()
    rows = []
    for text in texts:
        report = Report(id="text", source="text", url=None, text=text, sha256="", reader="benchmark")
        found = cohesion(Page(report, knowledge), known)
        if found is not None:
            rows.append([getattr(found, name) for name in NAMES] + [1.0])
    return np.array(rows)


def fitted(stitched: Matrix, whole: Matrix) -> NDArray[np.float64]:
    """The weights of a logistic regression, the constant last, by Newton's method."""
    rows = np.vstack((stitched, whole))
    wanted = np.repeat([1.0, 0.0], [len(stitched), len(whole)])
    weight = np.repeat([0.5 / len(stitched), 0.5 / len(whole)], [len(stitched), len(whole)]) * len(rows)
    penalty = np.diag([_PENALTY] * len(NAMES) + [0.0])
    weights = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        chances = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (weight * (wanted - chances)) - penalty @ weights
        curve = (rows.T * (weight * chances * (1 - chances))) @ rows + penalty
        weights += np.linalg.solve(curve, slope)
    return weights


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    options = parser.parse_args(arguments)
    named = corpus.named(corpus.distinct(corpus.read(options.archive)), SEED)
    halves = [{name: named[name] for name in sorted(named)[start::2]} for start in (0, 1)]
    sets = [
        (figures([page(half, f"{SEED}:{n}") for n in range(PAGES)]), figures([a.text for a in half.values()]))
        for half in halves
    ]
    weights = fitted(*sets[0])
    print("weights:", ", ".join(f"{n} {w:.2f}" for n, w in zip((*NAMES, "constant"), weights, strict=True)))
    ordinary = np.sort(np.concatenate([whole @ weights for _, whole in sets]))[::-1]
    rows = []
    for rate in FALSE_RATES:
        threshold = ordinary[int(rate * len(named))]
        shares = [f"{(stitched @ weights > threshold).sum() / PAGES:.2f}" for stitched, _ in sets]
        rows.append([f"{rate:.1%}", f"{threshold:.2f}", *shares])
    print(table(["ordinary articles flagged", "threshold", "stitched, fitted on", "stitched, held out"], rows))


if __name__ == "__main__":
    main()
