"""The news articles that the benchmarks are made of, and the spun copies of some of them.

An archive is a tar file (compressed or not) of `.txt` files in one folder a section.
"""

import tarfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from benchmarks.lineage.chance import Seed, chance, name_of
from benchmarks.lineage.lexicons import Lexicon
from benchmarks.lineage.spinner import spin
from benchmarks.lineage.words import grams, paragraphs, words

NEAR_DUPLICATE = 0.10
NEAR_DUPLICATE_GRAM = 5
MIN_SOURCE_WORDS = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article: its path in the archive without the archive's own folder, its section and text."""

    path: str
    section: str
    text: str


def read(archive: Path) -> list[Article]:
    """Every article of the archive, ordered by path."""
    found = []
    with tarfile.open(archive) as tar:
        for member in tar:
            opened = tar.extractfile(member) if member.name.endswith(".txt") else None
            if opened is not None:
                place = PurePosixPath(member.name)
                text = opened.read().decode("utf-8", "replace")
                found.append(Article(path=str(PurePosixPath(*place.parts[-2:])), section=place.parent.name, text=text))
    return sorted(found, key=lambda a: a.path)


def distinct(articles: Iterable[Article]) -> list[Article]:
    """Articles of which none holds a tenth or more of another's word 5-grams; the first in order is kept."""
    kept: list[Article] = []
    sizes: list[int] = []
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for article in articles:
        ours = grams(article.text, NEAR_DUPLICATE_GRAM)
        shared: dict[int, int] = defaultdict(int)
        for gram in ours:
            for other in holders.get(gram, ()):
                shared[other] += 1
        if any(n >= NEAR_DUPLICATE * max(1, min(len(ours), sizes[other])) for other, n in shared.items()):
            continue
        for gram in ours:
            holders[gram].append(len(kept))
        kept.append(article)
        sizes.append(len(ours))
    return kept


def sources(articles: Sequence[Article], count: int, seed: Seed) -> list[Article]:
    """A draw of articles long enough to be copied."""
    long = [a for a in articles if len(words(a.text)) >= MIN_SOURCE_WORDS and len(paragraphs(a.text)) >= 4]
    return chance("sources", seed).sample(long, min(count, len(long)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Texts under names that say nothing; `made` maps the name of each made text to the name of its source."""

    articles: Mapping[str, str]
    copies: Mapping[str, str]
    made: Mapping[str, str]

    @property
    def texts(self) -> dict[str, str]:
        return {**self.articles, **self.copies}


def named(articles: Iterable[Article], seed: Seed) -> dict[str, Article]:
    """Each article under a name drawn from the seed and its path."""
    return {name_of(seed, a.path): a for a in articles}


def prepared(archive: Path, seed: Seed) -> dict[str, Article]:
    """The distinct articles of an archive, each under a name that says nothing."""
    return named(distinct(read(archive)), seed)


def drawn(articles: Mapping[str, Article], count: int, seed: Seed) -> list[str]:
    """The names of articles that copies are made of."""
    names = {article.path: name for name, article in articles.items()}
    return [names[article.path] for article in sources(list(articles.values()), count, seed)]


def spun_library(
    articles: Mapping[str, Article], chosen: Sequence[str], lexicon: Lexicon, jaccard: float, seed: Seed
) -> Library:
    """All `articles` and one spun copy of each of the `chosen`."""
    copies, made = {}, {}
    for source in chosen:
        name = name_of(seed, lexicon.name, jaccard, source)
        copies[name] = spin(articles[source].text, lexicon, jaccard, f"{seed}:{source}:{jaccard}")
        made[name] = source
    return Library(articles={n: a.text for n, a in articles.items()}, copies=copies, made=made)
