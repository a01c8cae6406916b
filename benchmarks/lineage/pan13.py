"""Passages of PAN 2013 (text alignment): what the finder in any order finds alone, and what the project reports.

Usage: python -m benchmarks.lineage.pan13 [ARCHIVE] [--part heldout|tune] [--limit N]

ARCHIVE is the training corpus as a tar file: 5,185 pairs of a suspicious text and a source, in five classes. Thresholds
were tuned on the part `tune`; `heldout` (three of ten suspicious texts, by the md5 of the file's name) shows what they
are worth. The measure is the official one, in characters, averaged over passages. A passage of the project counts
whichever text its link says is the taker. Rates are from the plain texts, each pair by itself.
"""

import argparse
import hashlib
import sys
import tarfile
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from benchmarks.lineage import ours, resources, scoring
from benchmarks.lineage.chance import name_of
from benchmarks.lineage.plagdet import Passage, Tally
from benchmarks.lineage.timing import Spent, timed
from lxml import etree

from secondsource.knowledge.words import load_words
from secondsource.lineage.any_order import Drawn, drawn, passages
from secondsource.text.sentences import sentences
from secondsource.text.tokens import Token, words

SEED = 20261128
ARCHIVE = resources.ROOT.parent / "shared" / "bench" / "pan13-train.tar.xz"
CLASSES = {
    "01-no-plagiarism": "nothing taken",
    "02-no-obfuscation": "verbatim",
    "03-random-obfuscation": "words shuffled and swapped",
    "04-translation-obfuscation": "translated there and back",
    "05-summary-obfuscation": "summary",
}
HELD_OUT = 3  # of ten
HEADS = ("class", "pairs", "passages", "found", "precision", "recall", "granularity", "plagdet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A suspicious text and a source by file name, and the passages that one took from the other."""

    suspicious: str
    source: str
    wanted: tuple[Passage, ...]

    @property
    def part(self) -> str:
        digest = hashlib.md5(self.suspicious.encode(), usedforsecurity=False).hexdigest()
        return "heldout" if int(digest, 16) % 10 < HELD_OUT else "tune"


@dataclass(frozen=True, slots=True)
class Corpus:
    """The texts by file name and the pairs by class, in order."""

    texts: dict[str, str] = field(default_factory=dict)
    pairs: dict[str, list[Pair]] = field(default_factory=lambda: defaultdict(list))

    def part(self, part: str, limit: int | None) -> dict[str, list[Pair]]:
        """The pairs of a part by class, so many of each at the most."""
        return {kind: [p for p in self.pairs[kind] if p.part == part][:limit] for kind in CLASSES}


def read(archive: Path) -> Corpus:
    """The corpus, in one pass over its tar file."""
    corpus = Corpus()
    with tarfile.open(archive, "r|*") as tar:
        for member in tar:
            place = PurePosixPath(member.name)
            opened = tar.extractfile(member) if place.suffix in {".txt", ".xml"} else None
            if opened is None:
                continue
            if place.suffix == ".txt":
                corpus.texts[place.name] = opened.read().decode("utf-8")
            elif place.parent.name in CLASSES:
                corpus.pairs[place.parent.name].append(_pair(opened.read(), place.stem))
    for pairs in corpus.pairs.values():
        pairs.sort(key=lambda p: (p.suspicious, p.source))
    return corpus


def _pair(xml: bytes, name: str) -> Pair:
    suspicious, _, source = name.partition("-source-")
    wanted = []
    for feature in etree.fromstring(xml).iter("feature"):
        if feature.get("name") == "plagiarism":
            start, of_start = int(feature.get("this_offset", "0")), int(feature.get("source_offset", "0"))
            end, of_end = int(feature.get("this_length", "0")), int(feature.get("source_length", "0"))
            wanted.append(Passage(start, start + end, of_start, of_start + of_end))
    return Pair(suspicious=f"{suspicious}.txt", source=f"source-{source}.txt", wanted=tuple(wanted))


@dataclass(frozen=True, slots=True)
class Finder:
    """The finder in any order by itself; what it works on prepared texts is added to `spent`."""

    spent: Spent

    def __call__(self, suspicious: str, source: str) -> list[Passage]:
        (near, left), (far, right) = _drawn(suspicious), _drawn(source)
        with timed(self.spent):
            found = passages(left, right)
        return [
            Passage(near[p.start].start, near[p.end - 1].end, far[p.of_start].start, far[p.of_end - 1].end)
            for p in found
        ]


def _drawn(text: str) -> tuple[list[Token], Drawn]:
    tokens = words(text)
    places = [token.start for token in tokens]
    starts = [bisect_left(places, sentence.start) for sentence in sentences(text)]
    return tokens, drawn([token.low for token in tokens], starts, load_words())


def by_project(suspicious: str, source: str) -> list[Passage]:
    """The passages of every link between the two texts, with the suspicious text first."""
    left, right = name_of(SEED, "suspicious", suspicious), name_of(SEED, "source", source)
    found = []
    for link in ours.links({left: suspicious, right: source}):
        for start, end, of_start, of_end in link.passages:
            if link.of is not None and of_start is not None and of_end is not None:
                passage = Passage(start, end, of_start, of_end)
                found.append(passage if link.report == left else passage.turned())
    return found


def lines(
    corpus: Corpus, chosen: dict[str, list[Pair]], find: Callable[[str, str], list[Passage]], spent: Spent
) -> Iterable[list[str]]:
    """A line for each class and one for all of them."""
    every = Tally()
    for kind, pairs in chosen.items():
        tally = Tally()
        for pair in pairs:
            with timed(spent):
                found = find(corpus.texts[pair.suspicious], corpus.texts[pair.source])
            tally.add(pair.wanted, found)
            every.add(pair.wanted, found)
        print(f"{CLASSES[kind]}: {len(pairs)} pairs, {spent.cpu:.0f} s so far", file=sys.stderr)
        yield _line(CLASSES[kind], len(pairs), tally)
    yield _line("all", sum(map(len, chosen.values())), every)


def _line(name: str, pairs: int, tally: Tally) -> list[str]:
    shares = (tally.precision, tally.recall, tally.granularity, tally.plagdet)
    shown = [f"{share:.3f}" for share in shares] if tally.wanted else ["-"] * len(shares)
    return [name, str(pairs), str(tally.wanted), str(tally.found), *shown]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path, nargs="?", default=ARCHIVE)
    parser.add_argument("--part", choices=("heldout", "tune"), default="heldout")
    parser.add_argument("--limit", type=int, help="pairs of each class at the most")
    options = parser.parse_args(arguments)
    corpus = read(options.archive)
    chosen = corpus.part(options.part, options.limit)
    pairs = sum(map(len, chosen.values()))
    ours.warm_up()
    finder = Finder(Spent())
    finder("A word", "Another word")  # loads what is loaded once
    for name, find in (("the finder in any order alone", finder), ("the project, end to end", by_project)):
        spent = Spent()
        title = f"PAN 2013, {options.part}: {name}"
        print(scoring.table(HEADS, lines(corpus, chosen, find, spent), title))
        print(f"\n{_rate(pairs, spent)} pairs per second of one core", flush=True)
    print(f"\nThe finder on prepared texts: {_rate(pairs, finder.spent)} pairs per second of one core")


def _rate(pairs: int, spent: Spent) -> str:
    return f"{pairs / max(spent.cpu, 1e-9):.0f}"


if __name__ == "__main__":
    main()
