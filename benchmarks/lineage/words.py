"""Words, word grams and sentences as this benchmark counts them, apart from the project's own."""

import re

WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?][\"”'’)]*(?=\s+[\"“'‘(]?[A-Z£$€0-9])")
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Sir|Prof|Gen|Lt|Col|Sgt|No|vs|[A-Z])\.[\"”'’)]*\s*$")


def words(text: str) -> list[str]:
    """The words of `text` in lower case."""
    return WORD.findall(text.lower())


def grams(text: str, size: int) -> frozenset[tuple[str, ...]]:
    """The distinct runs of `size` words."""
    found = words(text)
    return frozenset(zip(*(found[i:] for i in range(size)), strict=False))


def jaccard(left: str, right: str, size: int = 3) -> float:
    """The share of word grams that two texts have in common, of those that either has."""
    ours, theirs = grams(left, size), grams(right, size)
    return len(ours & theirs) / max(1, len(ours | theirs))


def paragraphs(text: str) -> list[str]:
    """The lines of `text` that hold words, the headline first."""
    return [line.strip() for line in text.splitlines() if WORD.search(line)]


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of every sentence; a line end always ends one."""
    found: list[tuple[int, int]] = []
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for end in (*(m.end() for m in _SENTENCE_END.finditer(line.group())), len(line.group())):
            place = line.start() + end
            if place < line.end() and _ABBREVIATION.search(text[start:place]):
                continue
            span = _trimmed(text, start, place)
            if span is not None:
                found.append(span)
            start = place
    return found


def sentences(text: str) -> list[str]:
    """The sentences of `text`, in order."""
    return [text[start:end] for start, end in sentence_spans(text)]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    held = text[start:end]
    begun = start + len(held) - len(held.lstrip())
    kept = held.strip()
    return (begun, begun + len(kept)) if WORD.search(kept) else None
