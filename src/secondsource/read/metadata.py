"""What a page says of itself in its head: title, site, author, dates, address, language."""

import json
from collections.abc import Iterator
from typing import Any

from lxml import html

from secondsource.read.markdown import FrontMatter

_LARGEST_JSON = 500_000
_TITLES = ("og:title", "twitter:title", "dc.title", "headline", "title")
_SITES = ("og:site_name", "application-name", "publisher", "dc.publisher")
_AUTHORS = ("author", "article:author", "byl", "parsely-author", "dc.creator", "sailthru.author")
_PUBLISHED = (
    "article:published_time", "datepublished", "parsely-pub-date", "dc.date.issued", "pubdate", "publishdate",
    "publish-date", "sailthru.date", "date", "dc.date", "og:published_time",
)  # fmt: skip
_UPDATED = ("article:modified_time", "datemodified", "og:updated_time", "lastmod", "last-modified")
_STORY_TYPES = ("article", "report", "blogposting", "pressrelease", "story")


def metadata(tree: html.HtmlElement) -> FrontMatter:
    """The fields that the page's meta tags, JSON-LD and link tags give."""
    tags = _meta_tags(tree)
    story = next(_stories(tree), {})

    def first(names: tuple[str, ...]) -> str | None:
        return next((tags[name] for name in names if tags.get(name)), None)

    return FrontMatter(
        title=_line(story.get("headline")) or first(_TITLES) or _line(tree.findtext(".//title")),
        url=_canonical(tree) or tags.get("og:url") or _address(story),
        published=_line(story.get("datePublished")) or first(_PUBLISHED) or _time(tree),
        updated=_line(story.get("dateModified")) or first(_UPDATED),
        outlet=first(_SITES[:1]) or _name(story.get("publisher")) or first(_SITES[1:]),
        byline=_name(story.get("author")) or _person(first(_AUTHORS)),
        language=_line(tree.get("lang")) or _line(story.get("inLanguage")),
    )


def _meta_tags(tree: html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = _line(meta.get("content"))
        if name and content:
            found.setdefault(name, content)
    return found


def _canonical(tree: html.HtmlElement) -> str | None:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            address = (link.get("href") or "").strip()
            if address.startswith(("https://", "http://")):
                return address
    return None


def _time(tree: html.HtmlElement) -> str | None:
    """The day of the one time tag of the article; several may belong to other stories."""
    places = tree.findall(".//article") or [tree]
    times = {(t.get("datetime") or "")[:10] for place in places[:1] for t in place.iter("time") if t.get("datetime")}
    return times.pop() if len(times) == 1 else None


def _stories(tree: html.HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        text = script.text or ""
        if len(text) > _LARGEST_JSON:
            continue
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            continue
        yield from _articles(data)


def _articles(data: object) -> Iterator[dict[str, Any]]:
    for item in data if isinstance(data, list) else [data]:
        if not isinstance(item, dict):
            continue
        for entry in [item, *(item["@graph"] if isinstance(item.get("@graph"), list) else [])]:
            kinds = entry.get("@type") if isinstance(entry, dict) else None
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(n, str) and n.lower().endswith(_STORY_TYPES) for n in names):
                yield entry


def _address(story: dict[str, Any]) -> str | None:
    address = story.get("url") or story.get("mainEntityOfPage")
    if isinstance(address, dict):
        address = address.get("@id")
    return address if isinstance(address, str) and address.startswith(("https://", "http://")) else None


def _name(value: object) -> str | None:
    """The name in a JSON-LD value: a string, an object with a name, or a list of them."""
    if isinstance(value, list):
        return ", ".join(name for name in map(_name, value[:20]) if name) or None
    if isinstance(value, dict):
        value = value.get("name")
    return _person(_line(value))


def _person(value: str | None) -> str | None:
    return None if value is None or value.startswith(("http://", "https://")) else value


def _line(value: object) -> str | None:
    return " ".join(value[:2000].split()) or None if isinstance(value, str) else None
