"""The dossier: one page, all of the record, nothing from outside, nothing that runs."""

import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from typing import Any

import pytest

from secondsource.publish import dossier_html

from .sample import Library, library
from .test_export import EMPTY, shuffled

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    "javascript:alert(1)",
    "{{ 7*7 }}{% raw %}",
    "</style><style>*{background:url(//evil.example)}",
    "</title><base href=//evil.example>",
    "<!--",
    "]]>",
    "\x00\u202egnp.exe",
)
TAGS = set(
    (
        "html head meta title style body a header p h1 nav ul li main section h2 table caption thead tr th td "
        "tbody span abbr article h3 h4 div ol details summary figure svg path blockquote mark strong cite "
        "aside dl dt dd footer"
    ).split()
)
ATTRIBUTES = set(
    (
        "lang charset name content http-equiv class href id aria-labelledby aria-label aria-hidden role scope "
        "data-label title open focusable height viewbox preserveaspectratio d fill stroke vector-effect rel"
    ).split()
)
VOID = {"meta"}


class Page(HTMLParser):
    """The tags, attributes and text of a page, with the tags checked to close in order."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(source)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.extend(attrs)
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.extend(attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def values(self, attribute: str) -> list[str]:
        return [value or "" for name, value in self.attributes if name == attribute]


def page_of(given: Library) -> Page:
    return Page(source_of(given))


def source_of(given: Library) -> str:
    return dossier_html(given.reports, given.lineage, given.ledger, given.discards, "0.1.0")


SOURCE = source_of(library())
PAGE = Page(SOURCE)


class TestContent:
    @pytest.mark.parametrize(
        "words",
        [
            "7 reports, 6 origins, 4 established",
            "6 entries in the ledger: 2 deals, 1 agreement, 1 control, 1 exposure and 1 figure",
            "not reviewed",
            "up to US$480 million ceiling",
            "5 regiments",
            "October 2016 to 5 October 2018",
            "2 reports, 1 informant, 1 established origin",
            "not granted",
            "delivering (planned)",
            "Denied by a party; the denial stands beside the report and does not erase it.",
            "current officials (not named) said: refused",
            "Through Vesti →, then Emeric Star",
            "Inferred, not in the words: maker and supplier.",
            "A rule explained, not legal advice and not a listing.",
            "reported as exempted",
            "reliability cannot be judged; doubtful",
            "is a reworded copy of",
            "shares text (stitched) with",
            "a text that is not in the library",
            "5 numbers, names, quotations or negations changed.",
            "97% of its words rest on it",
            "Disputed: contract value",
            "between 30 October 2020 and 19 January 2021",
            "It takes its text from a report of 30 October 2020.",
            "Its language (ru) is not understood",
            "it shows who copies whom, and gives no facts or quotes",
            "a format that cannot be read",
            "delivering, 2021 (overdue)",
        ],
    )
    def test_it_says(self, words: str) -> None:
        assert words in PAGE.text

    def test_evidence_is_marked_in_its_sentence(self) -> None:
        assert (
            "Arlandia <mark>pressed Kestia to buy armed drones at a meeting of ministers this week</mark> but" in SOURCE
        )

    def test_changed_numbers_are_set_apart_from_reworded_phrases(self) -> None:
        assert '<span class="altered" title="number changed">$60 million</span>' in SOURCE
        assert '<span class="altered" title="number changed">$16 million</span>' in SOURCE
        assert '<span class="reworded" title="reworded">carry out</span>' in SOURCE

    def test_furniture_is_set_apart(self) -> None:
        assert '<span class="furniture">Skip to content</span>' in SOURCE

    def test_an_origin_that_is_not_in_the_library_is_hollow(self) -> None:
        assert re.search(r'<li class="origin hollow">\s*<p><strong>Vesti</strong>', SOURCE)

    def test_a_step_done_by_a_day_stands_before_what_followed(self) -> None:
        kite = SOURCE[SOURCE.index('id="entry-ent-kite"') : SOURCE.index('id="entry-ent-waiver"')]
        pills = re.findall(r'class="step-heading".*?</span> ([\w ()]+)</span>', kite)
        assert pills == ["cleared", "pressed", "refused"]

    def test_an_empty_library_says_so(self) -> None:
        text = page_of(EMPTY).text
        assert "0 reports, 0 origins, 0 established" in text
        assert "The library holds no report." in text

    def test_the_order_of_the_records_does_not_matter(self) -> None:
        assert {source_of(shuffled(library(), seed)) for seed in range(3)} == {SOURCE}


class TestForm:
    def test_it_is_well_formed_and_uses_only_known_markup(self) -> None:
        assert set(PAGE.tags) <= TAGS
        assert {name for name, _ in PAGE.attributes} <= ATTRIBUTES

    def test_ids_are_unique_and_inner_links_lead_somewhere(self) -> None:
        ids = PAGE.values("id")
        assert len(ids) == len(set(ids))
        assert {one[1:] for one in PAGE.values("href") if one.startswith("#")} <= set(ids)

    def test_it_has_language_skip_link_captions_and_one_main_heading(self) -> None:
        assert SOURCE.startswith("<!DOCTYPE html>")
        assert '<html lang="en-GB">' in SOURCE
        assert 'class="skip" href="#ledger"' in SOURCE
        assert PAGE.tags.count("table") == PAGE.tags.count("caption")
        assert PAGE.tags.count("h1") == PAGE.tags.count("style") == 1

    def test_it_asks_nothing_of_the_outside(self) -> None:
        assert not re.search(r"<script|<link|<img|<iframe|@import|url\(|\bstyle=", SOURCE)
        outside = [one for one in PAGE.values("href") if not one.startswith("#")]
        assert outside == ["https://courier.example/2020/10/30/drones"]
        assert "default-src 'none'" in SOURCE


def poisoned(record: Any, payload: str) -> Any:
    """The record with the payload in every free text, ids and vocabularies left alone."""
    if isinstance(record, tuple):
        return tuple(poisoned(one, payload) for one in record)
    if not is_dataclass(record) or isinstance(record, type):
        return record
    return replace(
        record, **{one.name: _poison(one.name, getattr(record, one.name), payload) for one in fields(record)}
    )


FREE = set(
    (
        "source title outlet byline dateline agency language label detail reasons item designation maker name "
        "regime speaker role outlets measure subject unit period claim reason value field text instrument "
        "mode part answers url"
    ).split()
)


def _poison(name: str, value: Any, payload: str) -> Any:
    if name in FREE and isinstance(value, str):
        return payload + value
    if name in FREE and isinstance(value, tuple) and all(isinstance(one, str) for one in value):
        return tuple(payload + one for one in value)
    return poisoned(value, payload)


def _hostile(payload: str) -> Library:
    given = library()
    return Library(
        reports=tuple(replace(poisoned(one, payload), text=payload + one.text) for one in given.reports),
        lineage=poisoned(given.lineage, payload),
        ledger=_keep_roles(poisoned(given.ledger, payload), given),
        discards=tuple(replace(one, source=payload, detail=payload) for one in given.discards),
    )


def _keep_roles(ledger: Any, given: Library) -> Any:
    """Roles of parties and quantities are vocabulary, not free text."""
    pairs: Iterable[tuple[Any, Any]] = zip(ledger.statements, given.ledger.statements, strict=True)
    return replace(
        ledger,
        statements=tuple(
            replace(new, parties=old.parties, items=old.items, quantity=old.quantity) for new, old in pairs
        ),
    )


class TestHostileText:
    @pytest.mark.parametrize("payload", PAYLOADS)
    def test_no_text_becomes_markup(self, payload: str) -> None:
        source = source_of(_hostile(payload))
        page = Page(source)
        assert set(page.tags) <= TAGS
        assert {name for name, _ in page.attributes} <= ATTRIBUTES
        assert all(one.startswith(("#", "https://", "http://")) for one in page.values("href"))
        assert source.count("<style>") == 1

    def test_characters_that_hide_or_turn_text_are_shown(self) -> None:
        source = source_of(_hostile(PAYLOADS[-1]))
        assert not re.search("[\x00\u202e]", source)
        assert "\ufffd\ufffdgnp.exe" in source

    def test_lone_surrogates_do_not_stop_the_page(self) -> None:
        source_of(_hostile("\ud800")).encode("utf-8")
