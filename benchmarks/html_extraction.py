"""Measures what reads a report off its page: trafilatura, resiliparse, and the reader as it stands.

    PYTHONPATH=src:. python benchmarks/html_extraction.py [FOLDER]

Two measures. On the pages of `tests/read/pages.py`: sentences of the story kept, and words of the rest left out. On
public pages, where FOLDER holds the unpacked source distribution of newspaper4k (`pip download --no-deps --no-binary
:all: newspaper4k`; its `tests/data` has pages and their texts): precision, recall and F1 over words, a page at a time.
resiliparse is only needed here.
"""

import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import trafilatura
from tests.read.pages import pages

from secondsource.read.html import extract
from secondsource.read.markup import BrokenMarkup

Extractor = Callable[[str], str]
_FEWEST_WORDS = 20


def with_trafilatura(markup: str) -> str:
    return trafilatura.extract(markup, include_comments=False, include_tables=False) or ""


def with_trafilatura_precision(markup: str) -> str:
    return trafilatura.extract(markup, include_comments=False, include_tables=False, favor_precision=True) or ""


def with_reader(markup: str) -> str:
    try:
        return extract(markup)[1]
    except BrokenMarkup:
        return ""


def extractors() -> dict[str, Extractor]:
    found: dict[str, Extractor] = {
        "trafilatura": with_trafilatura,
        "trafilatura, precision": with_trafilatura_precision,
        "the reader": with_reader,
    }
    try:
        from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415  (only measured, not needed)
    except ImportError:
        print("resiliparse is not installed; it is left out")
        return found
    found["resiliparse"] = lambda markup: str(
        extract_plain_text(markup, main_content=True, alt_texts=False, links=False, form_fields=False, noscript=False)
    )
    return found


def on_own_pages(extractor: Extractor) -> tuple[int, int, int, int]:
    """Sentences kept, sentences in all, debris let in, debris in all."""
    kept = wanted = let_in = unwanted = 0
    for page in pages():
        text = " ".join(extractor(page.markup).split())
        kept += sum(sentence in text for sentence in page.keep)
        wanted += len(page.keep)
        let_in += sum(words in text for words in page.leave)
        unwanted += len(page.leave)
    return kept, wanted, let_in, unwanted


def on_public_pages(extractor: Extractor, data: Path) -> tuple[float, float, float, int]:
    """Mean precision, recall and F1 over words, and the number of pages."""
    scores = []
    for expected in sorted((data / "txt").glob("*.txt")):
        page = data / "html" / f"{expected.stem}.html"
        wanted = words(expected.read_text(encoding="utf-8"))
        if not page.exists() or wanted.total() < _FEWEST_WORDS:
            continue
        found = words(extractor(page.read_text(encoding="utf-8", errors="replace")))
        shared = (wanted & found).total()
        precision, recall = shared / max(1, found.total()), shared / wanted.total()
        scores.append((precision, recall, 2 * precision * recall / max(1e-9, precision + recall)))
    count = max(1, len(scores))
    precision, recall, f1 = (sum(score[i] for score in scores) / count for i in range(3))
    return precision, recall, f1, len(scores)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def main(folder: Path | None) -> None:
    data = next(iter(folder.rglob("tests/data/html")), None) if folder else None
    for name, extractor in extractors().items():
        began = time.perf_counter()
        kept, wanted, let_in, unwanted = on_own_pages(extractor)
        print(f"{name:24} own pages: {kept}/{wanted} sentences kept, {let_in}/{unwanted} debris let in", end="")
        if data:
            precision, recall, f1, count = on_public_pages(extractor, data.parent)
            print(f"; {count} public pages: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}", end="")
        print(f"; {time.perf_counter() - began:.1f} s")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
