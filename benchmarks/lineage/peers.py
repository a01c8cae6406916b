"""Finds copies the way other programs do; runs with the peers' interpreter.

Usage: python -m benchmarks.lineage.peers JOB RESULTS

JOB is a JSON object: `articles` (text by name), `sets` (for each set of copies, text by name) and `methods`, the names
of METHODS to run. RESULTS gets, for each method and set, the pairs (copy, article, score) it reports and the seconds of
one core that it took for all the texts of the set and all articles, from scratch.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.lineage.scoring import Ranked
from benchmarks.lineage.timing import Spent, timed
from benchmarks.lineage.words import grams, words

PERMUTATIONS = 128
# rensa wants the number of bands; each is the one whose curve rises at or below the threshold.
RENSA_BANDS = {0.3: 64, 0.5: 32, 0.8: 16}
PASSIM_SHARED = 5
PASSIM_MAX_DOCUMENTS = 100

Texts = Mapping[str, str]


@dataclass(slots=True)
class Run:
    """A method's pairs for each set, and what they cost."""

    pairs: dict[str, list[Ranked]] = field(default_factory=dict)
    cpu: dict[str, float] = field(default_factory=dict)


class Features:
    """Something worked out for each text; what the articles cost is charged to every set, as if done anew."""

    def __init__(self, make: Callable[[str], Any], articles: Texts) -> None:
        self.make = make
        self.spent = Spent()
        with timed(self.spent):
            self.articles = {name: make(text) for name, text in articles.items()}

    def of(self, copies: Texts, spent: Spent) -> dict[str, Any]:
        spent.cpu += self.spent.cpu
        with timed(spent):
            return {name: self.make(text) for name, text in copies.items()}


def word_grams(size: int) -> Callable[[str], frozenset[str]]:
    def make(text: str) -> frozenset[str]:
        return frozenset(map(" ".join, grams(text, size)))

    return make


def exact(size: int) -> Callable[[Texts, Mapping[str, Texts]], Run]:
    """The true Jaccard of word grams by an inverted index, every pair that shares a gram: what hashing estimates."""

    def run(articles: Texts, sets: Mapping[str, Texts]) -> Run:
        made, features = Run(), Features(word_grams(size), articles)
        for name, copies in sets.items():
            spent = Spent()
            ours = features.of(copies, spent)
            with timed(spent):
                shared = _shared(features.articles, ours)
                theirs = features.articles
                made.pairs[name] = [(a, b, n / (len(ours[a]) + len(theirs[b]) - n)) for (a, b), n in shared.items()]
            made.cpu[name] = spent.cpu
        return made

    return run


def _shared(articles: Mapping[str, frozenset[str]], copies: Mapping[str, frozenset[str]]) -> Counter[tuple[str, str]]:
    holders: dict[str, list[str]] = defaultdict(list)
    for name, held in articles.items():
        for gram in held:
            holders[gram].append(name)
    return Counter((copy, name) for copy, held in copies.items() for gram in held for name in holders.get(gram, ()))


def datasketch(size: int, threshold: float) -> Callable[[Texts, Mapping[str, Texts]], Run]:
    """MinHashLSH of 128 permutations; every candidate is verified by its exact Jaccard."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415

    shingle = word_grams(size)

    def make(text: str) -> tuple[frozenset[str], Any]:
        found = shingle(text)
        signature = MinHash(num_perm=PERMUTATIONS)
        signature.update_batch([gram.encode() for gram in found])
        return found, signature

    def candidates(texts: Mapping[str, tuple[frozenset[str], Any]]) -> Iterable[tuple[str, list[str]]]:
        index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
        for name, (_, signature) in texts.items():
            index.insert(name, signature)
        return ((name, index.query(signature)) for name, (_, signature) in texts.items())

    return _banded(make, candidates, threshold)


def rensa(size: int, threshold: float) -> Callable[[Texts, Mapping[str, Texts]], Run]:
    """RMinHashLSH of 128 permutations; every candidate is verified by its exact Jaccard."""
    from rensa import RMinHash, RMinHashLSH  # noqa: PLC0415

    shingle = word_grams(size)

    def make(text: str) -> tuple[frozenset[str], Any]:
        found = shingle(text)
        signature = RMinHash(num_perm=PERMUTATIONS, seed=1)
        signature.update(list(found))
        return found, signature

    def candidates(texts: Mapping[str, tuple[frozenset[str], Any]]) -> Iterable[tuple[str, list[str]]]:
        index = RMinHashLSH(threshold, PERMUTATIONS, RENSA_BANDS[threshold])
        names = list(texts)
        for number, name in enumerate(names):
            index.insert(number, texts[name][1])
        return ((name, [names[i] for i in index.query(texts[name][1])]) for name in names)

    return _banded(make, candidates, threshold)


def _banded(make: Any, candidates: Any, threshold: float) -> Callable[[Texts, Mapping[str, Texts]], Run]:
    def run(articles: Texts, sets: Mapping[str, Texts]) -> Run:
        made, features = Run(), Features(make, articles)
        for name, copies in sets.items():
            spent = Spent()
            ours = features.of(copies, spent)
            with timed(spent):
                found = []
                for text, near in candidates({**features.articles, **ours}):
                    if text in ours:
                        found += [(text, other) for other in near if other in features.articles]
                verified = [(a, b, _jaccard(ours[a][0], features.articles[b][0])) for a, b in found]
                made.pairs[name] = [pair for pair in verified if pair[2] >= threshold]
            made.cpu[name] = spent.cpu
        return made

    return run


def _jaccard(left: frozenset[str], right: frozenset[str]) -> float:
    shared = len(left & right)
    return shared / max(1, len(left) + len(right) - shared)


def passim(length: int) -> Callable[[Texts, Mapping[str, Texts]], Run]:
    """Passim's first stage, written anew: runs of `length` letters that begin with a word, spaces and signs left out.

    Two texts are a pair when they share five or more that at most a hundred texts hold.
    """

    def make(text: str) -> frozenset[str]:
        held = [w for w in words(text) if w.isalpha()]
        joined = "".join(held)
        found, at = [], 0
        for word in held:
            if at + length <= len(joined):
                found.append(joined[at : at + length])
            at += len(word)
        return frozenset(found)

    def run(articles: Texts, sets: Mapping[str, Texts]) -> Run:
        made, features = Run(), Features(make, articles)
        for name, copies in sets.items():
            spent = Spent()
            ours = features.of(copies, spent)
            with timed(spent):
                every = {**features.articles, **ours}
                spread = Counter(gram for held in every.values() for gram in held)
                rare = {n: frozenset(g for g in held if spread[g] <= PASSIM_MAX_DOCUMENTS) for n, held in every.items()}
                shared = _shared({n: rare[n] for n in articles}, {n: rare[n] for n in copies})
                made.pairs[name] = [(a, b, n) for (a, b), n in shared.items() if n >= PASSIM_SHARED]
            made.cpu[name] = spent.cpu
        return made

    return run


def difflib_ratio(articles: Texts, sets: Mapping[str, Texts]) -> Run:
    """Difflib's ratio of the words of every pair: no index, so that it serves as a measure and not as a method."""
    from difflib import SequenceMatcher  # noqa: PLC0415

    made = Run()
    for name, copies in sets.items():
        spent = Spent()
        with timed(spent):
            theirs = {n: words(text) for n, text in articles.items()}
            found: list[Ranked] = []
            for copy, text in copies.items():
                matcher = SequenceMatcher(autojunk=False)
                matcher.set_seq2(words(text))
                for article, held in theirs.items():
                    matcher.set_seq1(held)
                    found.append((copy, article, matcher.ratio()))
            made.pairs[name] = found
        made.cpu[name] = spent.cpu
    return made


def minilm(*floors: float) -> Callable[[Texts, Mapping[str, Texts]], dict[str, Run]]:
    """Sentence vectors in the order that makes the most of them; the score is the share of the shorter text aligned.

    A sentence pair counts for its cosine where that is at or above a floor; the model is loaded outside the count.
    """
    from benchmarks.lineage.sentence_vectors import align, encoder  # noqa: PLC0415

    encode = encoder()

    def run(articles: Texts, sets: Mapping[str, Texts]) -> dict[str, Run]:
        made = {f"minilm cos>={floor}": Run() for floor in floors}
        features = Features(encode, articles)
        for name, copies in sets.items():
            encoding = Spent()
            ours = features.of(copies, encoding)
            for floor, result in zip(floors, made.values(), strict=True):
                spent = Spent(encoding.cpu)
                with timed(spent):
                    result.pairs[name] = align(ours, features.articles, floor)
                result.cpu[name] = spent.cpu
        return made

    return run


def _methods() -> dict[str, Callable[[], Any]]:
    found: dict[str, Callable[[], Any]] = {
        "word-3 jaccard, exact": partial(exact, 3),
        "passim n=25": partial(passim, 25),
        "passim n=15": partial(passim, 15),
        "difflib ratio": lambda: difflib_ratio,
        "minilm": partial(minilm, 0.6, 0.7),
    }
    for size in (3, 5):
        for threshold in RENSA_BANDS:
            found[f"datasketch word-{size} {threshold}"] = partial(datasketch, size, threshold)
            found[f"rensa word-{size} {threshold}"] = partial(rensa, size, threshold)
    return found


def main() -> None:
    job, results = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), {}
    methods = _methods()
    for name in job["methods"]:
        made = methods[name]()(job["articles"], job["sets"])
        for label, run in made.items() if isinstance(made, dict) else [(name, made)]:
            results[label] = {"pairs": run.pairs, "cpu": run.cpu}
        print(f"  {name} done", file=sys.stderr, flush=True)
    Path(sys.argv[2]).write_text(json.dumps(results), encoding="utf-8")


if __name__ == "__main__":
    main()
