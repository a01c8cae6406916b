"""A page to the text of its report, with what the page says of itself.

The extractor is trafilatura: benchmarks/html_extraction.py measures it against resiliparse, docs/stages/read.md
holds the figures. Hidden text is taken out before it, so that what no visitor sees is never evidence.
"""

import copy

from lxml import html

from secondsource.read.markdown import FrontMatter
from secondsource.read.markup import BrokenMarkup, conceal, parse
from secondsource.read.metadata import metadata

SHORTEST_SHARE = 0.5
"""The careful reading is used while it keeps this share of the ordinary one: it drops more debris, and on pages laid
out in tables it may drop the story."""


def extract(markup: str) -> tuple[FrontMatter, str]:
    """What the page says of itself, and its report's paragraphs with a blank line between them.

    Raises:
        BrokenMarkup: the page is past the limits of safe parsing, or cannot be parsed.
    """
    tree = parse(markup)
    about = metadata(tree)
    conceal(tree)
    try:
        text = article_text(tree)
    except (RecursionError, MemoryError, ValueError, TypeError, AttributeError, IndexError) as fault:
        raise BrokenMarkup(f"the report could not be found on the page: {type(fault).__name__}") from None
    return about, text


def article_text(tree: html.HtmlElement) -> str:
    """The paragraphs of the report on the page, with a blank line between them."""
    ordinary = _extracted(copy.deepcopy(tree), careful=False)
    careful = _extracted(copy.deepcopy(tree), careful=True)
    chosen = careful if len(careful) >= SHORTEST_SHARE * len(ordinary) else ordinary
    return "\n\n".join(line.strip() for line in chosen.split("\n") if line.strip())


def _extracted(tree: html.HtmlElement, *, careful: bool) -> str:
    import trafilatura  # noqa: PLC0415  (0.3 s to import, which only pages need)

    found = trafilatura.extract(
        tree,
        output_format="txt",
        include_comments=False,
        include_tables=False,
        favor_precision=careful,
        with_metadata=False,
    )
    return found or ""
