"""What a link is called, which way it points, and which changes it names, on copies whose making is known.

Usage: python -m benchmarks.lineage.relations ARCHIVE [--sources N] [--lexicons NAME ...] [--edits K] [--seed N]

No text has a date or an outlet, and names say nothing, so that the direction rests on the texts alone. Of a copy or an
excerpt it may stay open; of a reworded text it should be determined. The second table has K numbers, names and quoted
words changed in each copy, among edits that do no harm.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.lineage import corpus, editor, lexicons, ours, resources, scoring
from benchmarks.lineage.chance import chance, name_of
from benchmarks.lineage.corpus import Article
from benchmarks.lineage.editor import INJECTED, Edited, Kind
from benchmarks.lineage.ours import Found
from benchmarks.lineage.spinner import STRENGTHS, spin
from benchmarks.lineage.stitcher import pages
from benchmarks.lineage.words import sentence_spans, words

SEED = 20261124
SOURCES = 120
EDITS = 2
# Ordinary articles beside the sources and their copies.
OTHERS = 300
# Characters of a change, on either side, that still shows a reader what was changed.
LONGEST_CHANGE = 60
EXCERPT = (0.25, 0.45)
HEADS = ("copies", "expected", "found", "relation right", "as", "direction right", "wrong way round", "undetermined")


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """Made texts, the relation each should have, and the donors of each."""

    relation: str
    texts: Mapping[str, str]
    donors: Mapping[str, frozenset[str]]


def excerpt(text: str, seed: str) -> str:
    """Consecutive sentences, a quarter to less than half of all, without the headline."""
    draw = chance("excerpt", seed)
    held = sentence_spans(text)[1:]
    count = max(3, int(draw.uniform(*EXCERPT) * len(held)))
    first = draw.randrange(max(1, len(held) - count + 1))
    return text[held[first][0] : held[min(first + count, len(held)) - 1][1]]


def sets(
    articles: Mapping[str, Article], chosen: Sequence[str], names: Iterable[str], cache: Path, seed: int
) -> dict[str, Set]:
    """Every set by its label."""
    make = _Maker(articles, chosen, seed)
    found = {
        "verbatim": make.each("copy", "verbatim", lambda text, _: text),
        "lightly edited": make.each("copy", "light", editor.light),
        "excerpts": make.each("excerpt", "excerpt", excerpt),
    }
    for name in names:
        lexicon = lexicons.load(name, cache)
        for strength in STRENGTHS:
            label = f"spun, {name} {strength:.2f}"

            def spun(text: str, draw: str, lexicon: lexicons.Lexicon = lexicon, strength: float = strength) -> str:
                return spin(text, lexicon, strength, draw)

            found[label] = make.each("reworded", label, spun)
        found[f"stitched, {name}"] = make.stitched(lexicon)
    found["stitched, plain"] = make.stitched(None)
    return found


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes sets of copies of the same sources."""

    articles: Mapping[str, Article]
    chosen: Sequence[str]
    seed: int

    def each(self, relation: str, label: str, make: Callable[[str, str], str]) -> Set:
        """One copy of each source; `make` gets its text and a seed."""
        made = {name_of(self.seed, label, source): source for source in self.chosen}
        return Set(
            relation=relation,
            texts={n: make(self.articles[s].text, f"{self.seed}:{label}:{s}") for n, s in made.items()},
            donors={name: frozenset((source,)) for name, source in made.items()},
        )

    def stitched(self, lexicon: lexicons.Lexicon | None) -> Set:
        """Half as many pages as there are sources."""
        found = pages(self.articles, len(self.chosen) // 2, self.seed, lexicon)
        named = {name_of(self.seed, "stitched", lexicon.name if lexicon else "", i): p for i, p in enumerate(found)}
        return Set(
            relation="stitched",
            texts={name: page.text for name, page in named.items()},
            donors={name: page.donors for name, page in named.items()},
        )


def line(one: Set, articles: Mapping[str, Article], others: Iterable[str]) -> list[str]:
    """A line of the table: one library of the made texts, their donors and other articles."""
    held = {*others, *(donor for donors in one.donors.values() for donor in donors)}
    found = ours.links({**{name: articles[name].text for name in sorted(held)}, **one.texts})
    wanted = {(made, donor) for made, donors in one.donors.items() for donor in donors}
    tied = [(made, donor, x) for made, donor, x in ours.between(found, one.texts, held) if (made, donor) in wanted]
    links = [x for _, _, x in tied]
    settled = [(made, x) for made, _, x in tied if x.direction == "determined"]
    right = sum(x.report == made for made, x in settled)
    wrong = len(settled) - right
    calls = Counter(x.relation for x in links)
    pairs = len({(made, donor) for made, donor, _ in tied})
    return [
        one.relation,
        scoring.share(pairs, len(wanted)),
        scoring.share(calls[one.relation], len(links)),
        ", ".join(f"{name} {count}" for name, count in calls.most_common()),
        scoring.share(right, len(links)),
        scoring.share(wrong, len(links)),
        scoring.share(len(links) - right - wrong, len(links)),
    ]


def edited(
    articles: Mapping[str, Article], chosen: Iterable[str], count: int, seed: int
) -> dict[str, tuple[str, Edited]]:
    """For each made name its source and the edited copy."""
    return {
        name_of(seed, "edited", source): (source, editor.edit(articles[source].text, count, f"{seed}:{source}"))
        for source in chosen
    }


def change_lines(articles: Mapping[str, Article], made: Mapping[str, tuple[str, Edited]]) -> Iterable[list[str]]:
    """For each kind: edits that a change of this kind meets, those that any meets, and changes that meet none.

    A sentence that was left out takes its numbers and names with it: a change there is counted apart.
    """
    texts = {name: copied.text for name, (_, copied) in made.items()}
    found = ours.links({**{source: articles[source].text for source, _ in made.values()}, **texts})
    # every change with its span in the copy and in the source, whichever way the link points
    said: dict[str, list[tuple[str, int, int, int, int]]] = {name: [] for name in made}
    for copy, source, link in ours.between(found, made, articles):
        if source == made[copy][0]:
            said[copy] += link.changes if link.report == copy else _turned(link)
    total = sum(len(words(text)) for text in texts.values())
    for kind in INJECTED:
        edits = [(name, e) for name, (_, copied) in made.items() for e in copied.of_kind(kind)]
        named = sum(any(c[0] == kind and _names(c, e) for c in said[name]) for name, e in edits)
        seen = sum(any(_names(c, e) for c in said[name]) for name, e in edits)
        spare = [(name, c) for name, changes in said.items() for c in changes if c[0] == kind]
        spare = [(n, c) for n, c in spare if not any(_meets(c, e) for e in made[n][1].of_kind(*INJECTED))]
        cut = sum(any(_meets(c, e) for e in made[n][1].of_kind("cut")) for n, c in spare)
        harmless = sum(_only_harmless(c, made[n][1]) for n, c in spare)
        rate = (len(spare) - cut) / max(1, total) * 100_000
        yield [
            kind,
            str(len(edits)),
            scoring.share(named, len(edits)),
            scoring.share(seen, len(edits)),
            f"{rate:.1f}",
            str(len(spare) - cut),
            str(harmless),
            str(cut),
        ]


def _only_harmless(change: tuple[str, int, int, int, int], copy: Edited) -> bool:
    kinds: set[Kind] = {e.kind for e in copy.edits if _meets(change, e)}
    return kinds == {"harmless"}


def _turned(link: Found) -> list[tuple[str, int, int, int, int]]:
    return [(kind, of_start, of_end, start, end) for kind, start, end, of_start, of_end in link.changes]


def _names(change: tuple[str, int, int, int, int], edit: editor.Edit) -> bool:
    """Whether a change meets an edit and is short enough to show it."""
    _, start, end, of_start, of_end = change
    return _meets(change, edit) and max(end - start, of_end - of_start) <= LONGEST_CHANGE


def _meets(change: tuple[str, int, int, int, int], edit: editor.Edit) -> bool:
    """Whether a change and an edit touch, in the copy or in the source."""
    _, start, end, of_start, of_end = change
    return (start < edit.end and edit.start < end) or (of_start < edit.of_end and edit.of_start < of_end)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--seed", type=int, default=SEED, help="another seed draws other sources and words")
    parser.add_argument("--sources", type=int, default=SOURCES)
    parser.add_argument("--lexicons", nargs="*", choices=lexicons.NAMES, default=lexicons.NAMES)
    parser.add_argument("--edits", type=int, default=EDITS)
    resources.add_cache(parser)
    options = parser.parse_args(arguments)
    articles = corpus.prepared(options.archive, options.seed)
    chosen = corpus.drawn(articles, options.sources, options.seed)
    others = chance("others", options.seed).sample(sorted(articles), OTHERS)
    print(f"{len(chosen)} sources among {OTHERS} other articles", file=sys.stderr)
    made = sets(articles, chosen, options.lexicons, options.cache, options.seed)
    lines = [[label, *line(one, articles, others)] for label, one in made.items()]
    print(scoring.table(HEADS, lines, "Relation and direction, no dates"), flush=True)
    heads = ("kind", "edits", "named so", "named at all", "false per 100k words", "false", "on harmless", "on cuts")
    copies = edited(articles, chosen, options.edits, options.seed)
    title = f"Changes named in edited copies, {options.edits} of each kind a copy"
    print(scoring.table(heads, change_lines(articles, copies), title), flush=True)


if __name__ == "__main__":
    main()
