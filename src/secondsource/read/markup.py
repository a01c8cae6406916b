"""A parsed page that is safe to look at: limits before parsing, and nothing that a visitor could not see.

The limits keep a hostile page from costing more than seconds. Real front pages of large newspapers hold under 15,000
elements and nest under 60 deep.
"""

import re
from collections.abc import Iterator

from lxml import etree, html

LARGEST_MARKUP = 6_000_000
"""Characters, with inlined pictures and scripts taken out."""
MOST_TAGS = 60_000
DEEPEST = 200
_LONGEST_TAG = 100_000
_RAW_BLOCK = re.compile(r"<(script|style|svg|template|noscript)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_DATA_ADDRESS = re.compile(r"data:[a-z]+/[a-z0-9.+-]+;base64,[A-Za-z0-9+/=\s]{200,}", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
_NEVER_CLOSED = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option "
    "optgroup colgroup rb rt rp html head body frame keygen font center".split()
)
_HIDING_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![.\d]*[1-9])"
    r"|opacity\s*:\s*0(?![.\d]*[1-9])"
    r"|(?:^|;)\s*(?:max-)?(?:height|width)\s*:\s*0(?![.\d]*[1-9])|clip\s*:\s*rect\(\s*0|text-indent\s*:\s*-\d{3,}"
    r"|(?:left|top|right)\s*:\s*-\d{4,}",
    re.IGNORECASE,
)
_HIDDEN_CLASSES = frozenset(
    "hidden hide d-none sr-only screen-reader-text screen-reader-only visually-hidden visuallyhidden is-hidden "
    "u-hidden invisible a11y-hidden".split()
)
_UNSEEN_TAGS = (
    "script",
    "style",
    "template",
    "noscript",
    "svg",
    "iframe",
    "object",
    "form",
    "button",
    "select",
    "textarea",
)
_LONGEST_SHEET = 300_000
_LONGEST_SELECTORS = 400
_BRACE = re.compile(r"[{}]")
_SIMPLE_SELECTOR = re.compile(r"\s*([.#])([A-Za-z_][\w-]*)\s*")


class BrokenMarkup(Exception):
    """The page cannot be parsed safely; the message says why."""


def parse(markup: str) -> html.HtmlElement:
    """The tree of a page.

    Raises:
        BrokenMarkup: the page is past the limits, or is no page.
    """
    lean = _DATA_ADDRESS.sub("data:,", markup)
    _refuse_bombs(lean)
    parser = html.HTMLParser(huge_tree=False, no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        tree = html.document_fromstring(lean.encode("utf-8", errors="replace"), parser=parser)
    except (etree.LxmlError, ValueError, RecursionError, MemoryError, AssertionError) as fault:
        raise BrokenMarkup(f"the page cannot be parsed: {str(fault)[:200] or type(fault).__name__}") from None
    return tree


def conceal(tree: html.HtmlElement) -> None:
    """Take out of `tree` what a visitor does not see: hidden elements, scripts, forms."""
    classes, ids = _hidden_by_style_sheet(tree)
    doomed = [
        element
        for element in tree.iter(etree.Element)
        if element.tag in _UNSEEN_TAGS or _is_hidden(element, classes, ids)
    ]
    for element in doomed:
        if element.getparent() is not None and element.tag not in ("html", "body"):
            element.drop_tree()


def _is_hidden(element: html.HtmlElement, classes: frozenset[str], ids: frozenset[str]) -> bool:
    attributes = element.attrib
    if not attributes:
        return False
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    if attributes.get("aria-hidden", "").strip().lower() == "true":
        return True
    if _HIDING_STYLE.search(attributes.get("style", "")[:2000]):
        return True
    return not classes.isdisjoint(attributes.get("class", "")[:2000].split()) or attributes.get("id", "") in ids


def _hidden_by_style_sheet(tree: html.HtmlElement) -> tuple[frozenset[str], frozenset[str]]:
    """The classes and ids that the page's own style sheets hide, with the names in common use for it."""
    names: dict[str, set[str]] = {".": set(_HIDDEN_CLASSES), "#": set()}
    for sheet in tree.iter("style"):
        for selectors, style in _rules((sheet.text or "")[:_LONGEST_SHEET]):
            if not _HIDING_STYLE.search(style):
                continue
            for selector in selectors.split(","):
                simple = _SIMPLE_SELECTOR.fullmatch(selector)
                if simple:
                    names[simple.group(1)].add(simple.group(2))
    return frozenset(names["."]), frozenset(names["#"])


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """The selectors and the style of every plain rule; what holds for some media only (`@media print`) is left out."""
    depth = start = 0
    selectors = ""
    for brace in _BRACE.finditer(sheet):
        if brace.group() == "{":
            if depth == 0:
                selectors = sheet[start : brace.start()]
            depth += 1
        else:
            depth = max(0, depth - 1)
            if depth == 0:
                yield selectors[-_LONGEST_SELECTORS:], sheet[start : brace.start()]
        start = brace.end() if depth <= 1 else start


def _refuse_bombs(markup: str) -> None:
    if len(markup) > LARGEST_MARKUP:
        raise BrokenMarkup(f"the page holds {len(markup):,} characters of markup; at most {LARGEST_MARKUP:,} are read")
    depth = deepest = tags = 0
    for match in _TAG.finditer(_RAW_BLOCK.sub("", markup) if markup.count("<script") < 2000 else markup):
        tags += 1
        if tags > MOST_TAGS:
            raise BrokenMarkup(f"the page holds more than {MOST_TAGS:,} tags")
        if match.end() - match.start() > _LONGEST_TAG:
            raise BrokenMarkup(f"one tag of the page is longer than {_LONGEST_TAG:,} characters")
        if match.group(3) or match.group(2).lower() in _NEVER_CLOSED:
            continue
        depth = max(0, depth + (-1 if match.group(1) else 1))
        deepest = max(deepest, depth)
        if deepest > DEEPEST:
            raise BrokenMarkup(f"the page nests its elements more than {DEEPEST} deep")
