"""How fast and small the index, its questions and the alignment are, with many articles in the library.

Usage: taskset -c 1 python -m benchmarks.lineage.speed ARCHIVE [--articles N] [--novel SHARE] [--peers]

The library holds the distinct articles of the archive among others that a trigram model of them makes
(`trigram_texts`). All times are of one core. Fingerprints are read from files mapped into memory, never from resident
objects. With `--peers`, MinHash signatures are timed on a sample of the same texts, between two measurements of ours.
On Linux only: how much memory the process holds is read from /proc.
"""

import argparse
import gc
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TypeVar

from benchmarks.lineage import corpus, lexicons, resources, scoring, trigram_texts
from benchmarks.lineage.chance import chance
from benchmarks.lineage.print_store import Prints
from benchmarks.lineage.spinner import STRENGTHS, spin
from benchmarks.lineage.trigram_texts import report_id

from secondsource.knowledge import Knowledge, load
from secondsource.knowledge.words import load_words
from secondsource.lineage.alignment import align
from secondsource.lineage.candidates import sharing_enough
from secondsource.lineage.fingerprints import Fingerprint, fingerprint
from secondsource.lineage.index import Index
from secondsource.lineage.page import Page
from secondsource.lineage.shared import shared
from secondsource.lineage.sides import Side
from secondsource.lineage.vocabulary import Vocabulary
from secondsource.model.report import Report
from secondsource.text.tokens import low_words

SEED = 20261128
ARTICLES = 100_000
SPUN = 100
QUESTIONS = 1000
ADDED = 2000
SMALL = 10_000
FLOOD = 200_000
SAMPLE = 4000
CHUNK = 500
now = time.process_time
T = TypeVar("T")


def in_chunks(found: Iterable[T]) -> Iterator[list[T]]:
    """Some at a time, so that the clock is read between and not within."""
    left = iter(found)
    while chunk := list(islice(left, CHUNK)):
        yield chunk


class Timed(Index):
    """The index, and how long it took to merge: what an add costs is paid by another."""

    def __init__(self) -> None:
        super().__init__()
        self.merging = 0.0

    def _settle(self) -> None:
        begun = now()
        super()._settle()
        self.merging += now() - begun


@dataclass(slots=True)
class Bench:
    """What all measurements need, and the lines of the table."""

    prints: Prints
    vocabulary: Vocabulary
    lines: list[list[str]] = field(default_factory=list)

    def tell(self, what: str, value: str, target: str = "", *, met: bool | None = None) -> None:
        self.lines.append([what, value, target, "" if met is None else "yes" if met else "NO"])
        print(f"  {what.strip()}: {value}", file=sys.stderr, flush=True)

    def print_of(self, text: str) -> Fingerprint:
        return fingerprint(low_words(text), self.vocabulary)


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A spun copy, by its report id, and the article it was made from."""

    text: str
    source: str
    strength: float


def spun(articles: Mapping[str, corpus.Article], cache: Path, seed: int) -> dict[str, Copy]:
    """Copies at each strength of some of the articles, worded by the held-out lexicon."""
    lexicon = lexicons.load("glove", cache)
    return {
        report_id(seed, "spun", strength, source): Copy(
            text=spin(articles[source].text, lexicon, strength, f"{seed}:{source}:{strength}"),
            source=source,
            strength=strength,
        )
        for strength in STRENGTHS
        for source in corpus.drawn(articles, SPUN, seed)
    }


def resident() -> int:
    """The bytes that the process holds, without files mapped into memory."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return 1024 * next(int(line.split()[1]) for line in status.splitlines() if line.startswith("RssAnon"))


def fill(bench: Bench, texts: Iterable[tuple[str, str]]) -> tuple[float, float, list[str]]:
    """Put the fingerprint of every text into the store; seconds for the words and for the fingerprints."""
    cutting = printing = 0.0
    names: list[str] = []
    for chunk in in_chunks(texts):
        begun = now()
        words = [low_words(text) for _, text in chunk]
        cut = now()
        prints = [fingerprint(low, bench.vocabulary) for low in words]
        cutting, printing = cutting + cut - begun, printing + now() - cut
        for (name, _), made in zip(chunk, prints, strict=True):
            bench.prints[name] = made
            names.append(name)
    return cutting, printing, names


def index_of(prints: Prints, names: Iterable[str]) -> tuple[Timed, float]:
    """An index of stored fingerprints, and the seconds that adding them took. It holds strings of its own as names."""
    index, spent = Timed(), 0.0
    for chunk in in_chunks(names):
        held = [("".join(list(name)), prints[name]) for name in chunk]
        begun = now()
        for name, grams in held:
            index.add(name, grams)
        spent += now() - begun
    return index, spent


@dataclass(slots=True)
class Asked:
    """What asking for the donors of each of some texts gave, and took."""

    promising: dict[str, list[str]] = field(default_factory=dict)
    found: dict[str, list[str]] = field(default_factory=dict)
    looking: float = 0.0
    rescoring: float = 0.0

    @property
    def rate(self) -> float:
        return len(self.found) / (self.looking + self.rescoring)

    def __str__(self) -> str:
        share = self.looking / (self.looking + self.rescoring)
        mean = statistics.mean(map(len, self.promising.values()))
        passed = statistics.mean(map(len, self.found.values()))
        return f"{self.rate:,.0f}/s ({share:.0%} in promising; {mean:.1f} promising, {passed:.1f} after rescoring)"


def rescored(grams: Fingerprint, promising: Iterable[str], prints: Prints) -> list[str]:
    """Those of the promising that share enough with a text by their whole fingerprints."""
    return sharing_enough(grams, {other: prints[other] for other in promising})


def ask(index: Index, prints: Prints, asked: Mapping[str, Fingerprint]) -> Asked:
    """The donors of each text: the promising by the index, then those whose whole fingerprints share enough."""
    made = Asked()
    for name, grams in asked.items():
        begun = now()
        promising = index.promising(name, grams)
        looked = now()
        made.found[name] = rescored(grams, promising, prints)
        made.looking, made.rescoring = made.looking + looked - begun, made.rescoring + now() - looked
        made.promising[name] = promising
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """Milliseconds for each report added to a library; merges are those of all the adds before, per add."""

    printing: float
    asking: float
    adding: float
    merging: float
    slowest: float

    @property
    def own(self) -> float:
        """Without merges."""
        return self.printing + self.asking + self.adding

    @property
    def whole(self) -> float:
        return self.own + self.merging

    def __str__(self) -> str:
        parts = f"words and fingerprint {self.printing:.3f}, donors {self.asking:.3f}, "
        return (
            f"{self.whole:.3f} ms ({parts}add {self.adding:.3f}, merges {self.merging:.3f}; slowest {self.slowest:.0f})"
        )


def add_each(bench: Bench, index: Timed, held: int, texts: Sequence[tuple[str, str]]) -> Added:
    """Add one report after the other to an index that holds so many, each with a search for its donors."""
    merged = index.merging / held
    printing = asking = adding = slowest = 0.0
    for name, text in texts:
        before, begun = index.merging, now()
        grams = bench.print_of(text)
        printed = now()
        found = rescored(grams, index.promising(name, grams), bench.prints)
        asked = now()
        index.add(name, grams)
        ended = now()
        assert name not in found
        printing, asking = printing + printed - begun, asking + asked - printed
        adding += ended - asked - (index.merging - before)
        slowest = max(slowest, ended - begun)
        bench.prints[name] = grams
    each = 1000 / len(texts)
    return Added(
        printing=printing * each,
        asking=asking * each,
        adding=adding * each,
        merging=merged * 1000,
        slowest=slowest * 1000,
    )


def small_first(bench: Bench, names: Sequence[str], extra: Sequence[tuple[str, str]]) -> tuple[int, Added]:
    """Adding to a tenth of the library."""
    held = min(SMALL, len(names) // 2)
    index, _ = index_of(bench.prints, names[:held])
    return held, add_each(bench, index, held, extra)


def measure_questions(bench: Bench, index: Timed, fresh: Mapping[str, Fingerprint], copies: Mapping[str, Copy]) -> None:
    """Part 2: as the index stands after adds, and packed; recall of the source of each spun copy."""
    spun_prints = {name: bench.print_of(copy.text) for name, copy in copies.items()}
    for state in ("runs as they came", "packed"):
        for label, asked in (("fillers", fresh), ("spun copies", spun_prints)):
            made = ask(index, bench.prints, asked)
            bench.tell(f"(2) queries with rescoring, {label}, {state}", str(made), ">= 500/s", met=made.rate >= 500)
        if state != "packed":
            begun = now()
            index.pack()
            bench.tell("    packing the index", f"{now() - begun:.2f} s")
    for strength in STRENGTHS:
        chosen = {name: copy.source for name, copy in copies.items() if copy.strength == strength}
        first = sum(source in made.promising[name] for name, source in chosen.items())
        last = sum(source in made.found[name] for name, source in chosen.items())
        kept = f"{scoring.share(first, len(chosen))} promising, {scoring.share(last, len(chosen))} after rescoring"
        bench.tell(f"(2) true source of spun {strength:.2f}", kept)


def measure_alignment(bench: Bench, copies: Mapping[str, Copy], articles: Mapping[str, corpus.Article]) -> None:
    """Part 3: each spun copy beside its source."""
    knowledge = load()

    def pairs() -> list[tuple[Side, Side]]:
        return [
            (side(c.text, bench, knowledge), side(articles[c.source].text, bench, knowledge)) for c in copies.values()
        ]

    made = pairs()
    for left, right in made:
        assert left.written
        assert right.written
    begun = now()
    found = [align(left.written, right.written) for left, right in made]
    rate = len(made) / (now() - begun)
    some = sum(map(bool, found))
    bench.tell("(3) align, prepared", f"{rate:,.0f} pairs/s ({some} of {len(made)} aligned)", ">= 50", met=rate >= 50)
    made, begun = pairs(), now()
    for left, right in made:
        align(left.written, right.written)
    rate = len(made) / (now() - begun)
    bench.tell("(3) align, both texts prepared each time", f"{rate:,.0f} pairs/s", ">= 50", met=rate >= 50)
    made, begun = pairs(), now()
    for left, right in made:
        shared(left, right)
    rate = len(made) / (now() - begun)
    bench.tell("    the same with the finder in any order (`shared`)", f"{rate:,.0f} pairs/s")


def side(text: str, bench: Bench, knowledge: Knowledge) -> Side:
    report = Report(id="rep", source="rep", url=None, text=text, sha256="", reader="plain-text")
    return Side(Page(report, knowledge), bench.vocabulary)


def measure_flood(
    bench: Bench, index: Timed, names: list[str], text: str, honest: Mapping[str, Sequence[tuple[str, str]]]
) -> None:
    """Part 6: honest reports before and after near-copies of one text, each with one word changed."""
    asked = {name: bench.print_of(text) for name, text in honest["before"]}
    first, before = add_each(bench, index, len(names), honest["before"]), ask(index, bench.prints, asked)
    held = index.resident_bytes
    words = low_words(text)
    draw, others = chance(SEED, "flood"), sorted(bench.vocabulary)
    spent = index.merging
    begun = now()
    for number in range(FLOOD):
        changed = list(words)
        changed[number % len(words)] = draw.choice(others)
        name = report_id(SEED, "flood", number)
        grams = fingerprint(changed, bench.vocabulary)
        bench.prints[name] = grams
        index.add(name, grams)
    each = (now() - begun) / FLOOD * 1000
    merges = f"{(index.merging - spent) / FLOOD * 1000:.3f}"
    bench.tell(f"    each of {FLOOD:,} near-copies", f"{each:.3f} ms to make and add, {merges} of it merges")
    after = ask(index, bench.prints, asked)
    second = add_each(bench, index, len(names) + FLOOD, honest["after"])
    drop = 1 - after.rate / before.rate
    change = f"{before.rate:,.0f} to {after.rate:,.0f}/s: drop {drop:.0%}"
    bench.tell("(6) queries of honest reports, flooded", change, "drop <= 20 %", met=drop <= 0.2)
    drop = 1 - first.own / second.own
    bench.tell("(6) adding honest reports, before", str(first))
    bench.tell(
        "(6) adding honest reports, flooded",
        f"{second}: drop without merges {drop:.0%}",
        "drop <= 20 %",
        met=drop <= 0.2,
    )
    grown = index.resident_bytes
    bench.tell("(6) bytes of postings, flooded", f"{held:,} to {grown:,} ({(grown - held) / FLOOD:.1f} each near-copy)")
    same = sum(before.found[name] == after.found[name] for name in asked)
    bench.tell("(6) honest reports with the same donors as before", f"{same} of {len(asked)}")


def measure_index(bench: Bench, texts: Iterable[tuple[str, str]]) -> tuple[list[str], Timed]:
    """Parts 1 and 4, over the whole library."""
    cutting, printing, names = fill(bench, texts)
    gc.collect()
    before = resident()
    index, adding = index_of(bench.prints, names)
    gc.collect()
    grown, count = resident() - before, len(names)
    grams = bench.prints.size / count
    rates = [f"{count / seconds:,.0f}" for seconds in (cutting, printing, adding)]
    rate = f"{count / (cutting + printing + adding):,.0f} texts/s"
    detail = f"words {rates[0]}, fingerprints {rates[1]}, add {rates[2]}; {grams:.0f} grams a text"
    bench.tell(f"(1) index, all {count:,}", f"{rate} ({detail})")
    postings = index.resident_bytes / count
    bench.tell("(4) postings of a text", f"{postings:,.0f} bytes", "<= 2,500", met=postings <= 2500)
    bench.tell(
        "(4) growth of the process, a text", f"{grown / count:,.0f} bytes", "<= 2,500", met=grown / count <= 2500
    )
    return names, index


def measure_peers(bench: Bench, texts: Sequence[tuple[str, str]], cache: Path) -> None:
    """Part 1 on a sample: ours, the peers, ours again."""
    ours = []
    with tempfile.TemporaryDirectory() as folder:
        job, results = Path(folder) / "texts.json", Path(folder) / "results.json"
        job.write_text(json.dumps([text for _, text in texts]), encoding="utf-8")
        for turn in range(2):
            vocabulary, index = Vocabulary(load_words()), Index()
            begun = now()
            for name, text in texts:
                index.add(name, fingerprint(low_words(text), vocabulary))
            ours.append(now() - begun)
            if not turn:
                resources.run_module(cache, "speed_peers", str(job), str(results))
        spent = json.loads(results.read_text(encoding="utf-8"))
    mine = len(texts) / statistics.mean(ours)
    runs = " and ".join(f"{len(texts) / seconds:,.0f}" for seconds in ours)
    bench.tell(f"(1) index, sample of {len(texts):,}, empty vocabulary", f"{mine:,.0f} texts/s ({runs})")
    for peer, seconds in spent.items():
        ratio = mine / (len(texts) / seconds)
        value = f"{len(texts) / seconds:,.0f} texts/s, ours {ratio:.2f} times as fast"
        wanted = peer == "datasketch"
        bench.tell(f"(1) {peer}", value, ">= 4 times" if wanted else "", met=ratio >= 4 if wanted else None)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--novel", type=float, default=0.0, help="share of filler words drawn by one word alone")
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--seed", type=int, default=SEED, help="another seed draws other fillers and copies")
    resources.add_cache(parser)
    options = parser.parse_args(arguments)
    held = corpus.prepared(options.archive, options.seed)
    articles = {report_id(options.seed, name): article for name, article in held.items()}
    copies = spun(articles, options.cache, options.seed)
    print(f"{len(articles)} distinct articles, {len(copies)} spun copies", file=sys.stderr)
    real = {name: article.text for name, article in articles.items()}
    texts = list(real.values())

    def library() -> Iterator[tuple[str, str]]:
        made = trigram_texts.stream(options.cache, texts, options.articles, options.novel, options.seed)
        return trigram_texts.mixed(real, made, options.articles, options.seed)

    extra = [
        (report_id(options.seed, "extra", number), text)
        for number, text in enumerate(
            trigram_texts.stream(options.cache, texts, 2 * ADDED, options.novel, options.seed + 1)
        )
    ]
    with tempfile.TemporaryDirectory() as folder:
        prints = Prints(Path(folder), options.articles + ADDED + FLOOD)
        bench = Bench(prints=prints, vocabulary=Vocabulary(load_words()))
        if options.peers:
            measure_peers(bench, list(islice(library(), SAMPLE)), options.cache)
        names, index = measure_index(bench, library())
        small, few = small_first(bench, names, extra[:ADDED])
        measure_alignment(bench, copies, articles)
        questions = {name: bench.print_of(text) for name, text in extra[:QUESTIONS]}
        measure_questions(bench, index, questions, copies)
        index, _ = index_of(prints, names)  # as many runs as adding leaves
        many = add_each(bench, index, len(names), extra[:ADDED])
        bench.tell(f"(5) adding one report to {small:,}", str(few))
        ratio = many.whole / few.whole
        value = f"{many}: {ratio:.2f} times"
        bench.tell(f"(5) adding one report to {len(names):,}", value, "<= 1.5 times", met=ratio <= 1.5)
        index, _ = index_of(prints, names)
        honest = {"before": extra[:ADDED], "after": extra[ADDED : 2 * ADDED]}
        measure_flood(bench, index, names, next(iter(copies.values())).text, honest)
        title = f"Speed and size with {len(names):,} articles in the library, one core"
        print(scoring.table(("measured", "value", "target", "met"), bench.lines, title), flush=True)


if __name__ == "__main__":
    main()
