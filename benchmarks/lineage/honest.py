"""What must not be linked, and what should be: pairs on one subject, independent reports, and retellings.

Usage: python -m benchmarks.lineage.honest ARCHIVE [--gold STORIES] [--same-topic FILE] [--retellings FOLDER] [--list]

The pairs on one subject were read one by one; `none`, `quote` and `boilerplate` are no derivation and should stay
unlinked (wanted: 1 % at most), the others share reporting. Independent reports are pairs of one annotated story whose
texts are original or independent and of different origins. A retelling tells one article in other words, and is sought
among all distinct articles.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.lineage import corpus, ours, resources, scoring
from benchmarks.lineage.chance import name_of

SEED = 20261125
HERE = Path(__file__).resolve().parent
GOLD = resources.ROOT.parent / "shared" / "gold" / "stories.jsonl"
UNLINKED = frozenset({"none", "quote", "boilerplate"})
OWN_HAND = frozenset({"independent", "original"})


def rows(place: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file, or of all those of a folder; none where there is nothing."""
    files = sorted(place.glob("*.jsonl")) if place.is_dir() else [place] if place.exists() else []
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines() if line]


def linked(texts: Mapping[str, str]) -> dict[frozenset[str], ours.Found]:
    """The links between two of the texts, by the pair, under names that say nothing."""
    names = {name_of(SEED, key): key for key in texts}
    found = ours.links({name: texts[key] for name, key in names.items()})
    return {frozenset((names[x.report], names[x.of])): x for x in found if x.of is not None}


def subjects(pairs: Sequence[Mapping[str, Any]], articles: Mapping[str, str]) -> dict[frozenset[str], ours.Found]:
    """The links among the articles of the pairs."""
    return linked({path: articles[path] for path in sorted({x for p in pairs for x in (p["a"], p["b"])})})


def subject_lines(
    known: Sequence[Mapping[str, Any]], found: Mapping[frozenset[str], ours.Found]
) -> Iterable[list[str]]:
    """For each label the pairs that are linked, and what the links are called."""
    by_label: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for pair in known:
        by_label[pair["label"]].append(pair)
    labels = sorted(by_label, key=lambda label: (label not in UNLINKED, label))
    for label, group in [*((x, by_label[x]) for x in labels), ("no derivation, all", _unlinked(known))]:
        hits = [x for p in group if (x := found.get(frozenset((p["a"], p["b"])))) is not None]
        calls = Counter(x.relation for x in hits)
        yield [label, str(len(group)), str(len(hits)), _percent(len(hits), len(group)), _listed(calls)]
    yield ["pairs that nobody read", "", str(len(_unread(found, known))), "", ""]


def listing(known: Iterable[Mapping[str, Any]], found: Mapping[frozenset[str], ours.Found]) -> Iterable[str]:
    """Every linked pair that is no derivation or that nobody read, by the paths of its articles."""
    labels = {frozenset((p["a"], p["b"])): p["label"] for p in known}
    for pair, link in sorted(found.items(), key=lambda item: sorted(item[0])):
        label = labels.get(pair, "unread")
        if label in UNLINKED or label == "unread":
            size = sum(end - start for start, end, *_ in link.passages)
            yield f"{label}\t{link.relation}\t{link.confidence}\t{size} characters\t" + "\t".join(sorted(pair))


def _unlinked(pairs: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [p for p in pairs if p["label"] in UNLINKED]


def _unread(found: Mapping[frozenset[str], ours.Found], read: Iterable[Mapping[str, Any]]) -> set[frozenset[str]]:
    return found.keys() - {frozenset((p["a"], p["b"])) for p in read}


def gold_lines(stories: Sequence[Mapping[str, Any]]) -> Iterable[list[str]]:
    """Pairs of independent reports that are linked; each story is a library, as a reader would have it."""
    families: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for story in stories:
        families[story["family"]].append(story)
    total = hits = 0
    calls: Counter[str] = Counter()
    for family in families.values():
        found = linked({story["doc"]: story["text"] for story in family})
        own = [s for s in family if s["relation"] in OWN_HAND]
        for a, b in combinations(own, 2):
            if a["origin"] == b["origin"]:
                continue
            total += 1
            link = found.get(frozenset((a["doc"], b["doc"])))
            if link is not None:
                hits += 1
                calls[link.relation] += 1
    yield ["independent reports of one story", str(total), str(hits), _percent(hits, total), _listed(calls)]
    family_of = {story["doc"]: story["family"] for story in stories}
    strange = {pair: x for pair, x in linked({s["doc"]: s["text"] for s in stories}).items() if _apart(pair, family_of)}
    pairs = sum(family_of[a] != family_of[b] for a, b in combinations(family_of, 2))
    listed = _listed(Counter(x.relation for x in strange.values()))
    yield ["reports of different stories", str(pairs), str(len(strange)), _percent(len(strange), pairs), listed]


def _apart(pair: Iterable[str], family_of: Mapping[str, str]) -> bool:
    return len({family_of[doc] for doc in pair}) > 1


def retelling_lines(retold: Sequence[Mapping[str, Any]], archive: Path) -> Iterable[list[str]]:
    """Retellings whose source is linked, whichever way, and wrong links of retellings."""
    held = corpus.read(archive)
    every = {a.path: a.text for a in held}
    articles = {a.path: a.text for a in corpus.distinct(held)} | {r["of"]: every[r["of"]] for r in retold}
    made = {f"retelling {number}": row for number, row in enumerate(retold)}
    found = linked({**articles, **{name: row["text"] for name, row in made.items()}})
    pairs = [(name, other) for pair in found for name in pair & made.keys() for other in pair - {name}]
    right = {(name, row["of"]) for name, row in made.items()}
    hits = [found[frozenset(pair)] for pair in pairs if pair in right]
    pointed = sum(x.direction == "determined" for x in hits)
    yield [
        "retellings",
        str(scoring.score(pairs, right)),
        str(len(made)),
        str(len(set(pairs) - right)),
        _listed(Counter(x.relation for x in hits)),
        str(pointed),
    ]


def _percent(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "-"


def _listed(calls: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(calls.items()))


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--same-topic", type=Path, default=HERE / "same_topic.jsonl")
    parser.add_argument("--retellings", type=Path, default=HERE / "retellings")
    parser.add_argument("--list", action="store_true", help="name the linked pairs that are no derivation or unread")
    options = parser.parse_args(arguments)
    heads: tuple[str, ...] = ("pairs", "read", "linked", "share", "as")
    ours.warm_up()
    pairs, stories, retold = rows(options.same_topic), rows(options.gold), rows(options.retellings)
    print(f"{len(pairs)} pairs, {len(stories)} stories, {len(retold)} retellings", file=sys.stderr)
    articles = {a.path: a.text for a in corpus.read(options.archive)}
    pairs = [p for p in pairs if p["a"] in articles and p["b"] in articles]
    if pairs:
        found = subjects(pairs, articles)
        print(scoring.table(heads, subject_lines(pairs, found), "Articles on one subject"), flush=True)
        if options.list:
            print("\n".join(listing(pairs, found)))
    if stories:
        print(scoring.table(heads, gold_lines(stories), "Annotated stories"), flush=True)
    if retold:
        heads = ("set", "R/P", "texts", "wrong links", "as", "direction determined")
        print(scoring.table(heads, retelling_lines(retold, options.archive), "Retellings"), flush=True)


if __name__ == "__main__":
    main()
