"""Pages: the report and nothing else."""

import pytest

from secondsource.read.html import extract
from secondsource.read.markup import DEEPEST, MOST_TAGS, BrokenMarkup
from tests.read.pages import STORY, Page, document, pages, paragraphs

KNOWN_DEBRIS = {"paywall_stub": 1}
"""Pages on which the extractor keeps debris: the appeal to subscribe, which page phrases mark later."""


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_every_sentence_of_the_story_is_kept(page: Page) -> None:
    text = " ".join(extract(page.markup)[1].split())
    assert [sentence for sentence in page.keep if sentence not in text] == []


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_what_is_not_the_story_is_left_out(page: Page) -> None:
    text = " ".join(extract(page.markup)[1].split())
    assert len([words for words in page.leave if words in text]) == KNOWN_DEBRIS.get(page.name, 0)


@pytest.mark.parametrize(
    "attribute",
    [
        'style="display: none"',
        'style="color:red;DISPLAY:NONE"',
        'style="visibility:hidden"',
        'style="font-size:0"',
        'style="font-size: 0px"',
        'style="opacity:0"',
        'style="height:0;overflow:hidden"',
        'style="position:absolute;left:-9999px"',
        "hidden",
        'aria-hidden="true"',
        'class="lead visually-hidden"',
        'class="unseen"',
        'id="unseen"',
    ],
)
def test_hidden_text_is_never_part_of_the_report(attribute: str) -> None:
    sheet = "<style>.unseen, #unseen { display: none } p { margin: 0 }</style>"
    secret = f"<p {attribute}>The minister ordered nine hundred tanks from Vestria without a word to anyone.</p>"
    _, text = extract(document(f"<article>{paragraphs(STORY[:2])}{secret}{paragraphs(STORY[2:])}</article>", sheet))
    assert "nine hundred tanks" not in text
    assert STORY[-1] in text


def test_what_is_hidden_on_paper_only_is_kept() -> None:
    sheet = "<style>a { color: red } @media print { nav { margin: 0 } .story { display: none } } b { top: 0 }</style>"
    _, text = extract(document(f'<article class="story">{paragraphs()}</article>', sheet))
    assert STORY[0] in text


@pytest.mark.parametrize("style", ["font-size:0.9em", "opacity:0.8", "height:10px", "width:0.5em", "margin-left:-20px"])
def test_small_but_visible_text_is_kept(style: str) -> None:
    _, text = extract(document(f'<article style="{style}">{paragraphs()}</article>'))
    assert STORY[0] in text


def test_the_page_names_itself() -> None:
    head = (
        '<link rel="canonical" href="https://a.example/b"><meta property="og:site_name" content="Tidewater Post">'
        '<meta property="og:title" content="Boats"><meta name="author" content="Ada Holm">'
        '<meta property="article:published_time" content="2024-05-06T07:08:09Z">'
        '<meta property="article:modified_time" content="2024-05-07">'
    )
    about, _ = extract(document(paragraphs(), head))
    assert (about.title, about.url, about.outlet) == ("Boats", "https://a.example/b", "Tidewater Post")
    assert (about.byline, about.published, about.updated) == ("Ada Holm", "2024-05-06T07:08:09Z", "2024-05-07")
    assert about.language == "en"


def test_linked_data_names_the_story() -> None:
    data = (
        '{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": "NewsArticle", "headline": "Boats", '
        '"datePublished": "2024-05-06", "author": [{"name": "Ada Holm"}, {"name": "Miles Ostrey"}], '
        '"publisher": {"name": "Tidewater Post"}}]}'
    )
    about, _ = extract(document(paragraphs(), f"<script type='application/ld+json'>{data}</script>"))
    assert (about.title, about.published, about.outlet) == ("Boats", "2024-05-06", "Tidewater Post")
    assert about.byline == "Ada Holm, Miles Ostrey"


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * (DEEPEST + 1) + "text",
        "<p>text</p>" * MOST_TAGS,
        f"<p title='{'x' * 200_000}'>text</p>",
        "<p>" + "word " * 2_000_000 + "</p>",
    ],
)
def test_a_page_past_the_limits_is_refused(markup: str) -> None:
    with pytest.raises(BrokenMarkup):
        extract(markup)


def test_entities_of_a_page_are_not_expanded() -> None:
    bomb = (
        '<!DOCTYPE x [<!ENTITY a "boats"><!ENTITY b "&a;&a;&a;">]><html><body><p>We saw &b; at sea.</p></body></html>'
    )
    assert "boats" not in extract(bomb)[1]
