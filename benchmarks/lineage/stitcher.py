"""Pages cut together from several articles, as they were printed or reworded part by part."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.lineage.chance import Seed, chance
from benchmarks.lineage.corpus import Article
from benchmarks.lineage.lexicons import Lexicon
from benchmarks.lineage.spinner import reword
from benchmarks.lineage.words import sentence_spans

DONORS = 4
SENTENCES = 4
# Sentences of one donor that follow one another in one paragraph of the page.
IN_PARAGRAPH = 2
JACCARD = 0.20
# The headline is never taken.
HEAD = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A paragraph of a page: its span there, its donor and the span it was taken from."""

    donor: str
    start: int
    end: int
    of_start: int
    of_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stitched:
    """A page and where each of its paragraphs comes from."""

    text: str
    parts: tuple[Part, ...]

    @property
    def donors(self) -> frozenset[str]:
        return frozenset(part.donor for part in self.parts)


def stitch(donors: Mapping[str, str], seed: Seed, lexicon: Lexicon | None = None) -> Stitched:
    """A page of consecutive sentences of each donor, the paragraphs of different donors mixed.

    Args:
        donors: the text of each donor by its name.
        seed: what decides which sentences are taken and how they are mixed.
        lexicon: when given, each paragraph is reworded with it.
    """
    draw = chance("stitch", seed)
    queues = {name: _paragraphs(text, draw.random()) for name, text in donors.items()}
    turns = [name for name, queue in queues.items() for _ in queue]
    draw.shuffle(turns)
    parts: list[Part] = []
    page = ""
    for number, name in enumerate(turns):
        of_start, of_end = queues[name].pop(0)
        printed = " ".join(donors[name][of_start:of_end].split())
        if lexicon is not None:
            printed = reword(printed, lexicon, JACCARD, f"{seed}:{number}")
        page += "\n\n" if page else ""
        parts.append(Part(donor=name, start=len(page), end=len(page) + len(printed), of_start=of_start, of_end=of_end))
        page += printed
    return Stitched(text=page, parts=tuple(parts))


def pages(articles: Mapping[str, Article], count: int, seed: Seed, lexicon: Lexicon | None = None) -> list[Stitched]:
    """Pages of donors of one section each; no article gives to two pages."""
    draw = chance("donors", seed)
    sections: dict[str, list[str]] = defaultdict(list)
    for name in sorted(articles):
        if len(sentence_spans(articles[name].text)) >= HEAD + SENTENCES + 2:
            sections[articles[name].section].append(name)
    for held in sections.values():
        draw.shuffle(held)
    made = []
    for number in range(count):
        roomy = sorted(s for s, held in sections.items() if len(held) >= DONORS)
        held = sections[draw.choice(roomy)]
        chosen = [held.pop() for _ in range(DONORS)]
        made.append(stitch({name: articles[name].text for name in chosen}, f"{seed}:{number}", lexicon))
    return made


def _paragraphs(text: str, place: float) -> list[tuple[int, int]]:
    """Spans of consecutive sentences, the first at this share of the places where they can begin."""
    held: Sequence[tuple[int, int]] = sentence_spans(text)[HEAD:]
    first = int(place * (len(held) - SENTENCES + 1))
    taken = held[first : first + SENTENCES]
    return [(taken[i][0], taken[min(i + IN_PARAGRAPH, len(taken)) - 1][1]) for i in range(0, len(taken), IN_PARAGRAPH)]
