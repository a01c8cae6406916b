"""Suspicion of a machine's rewording from one text alone: what raises it, what does not, and what it says."""

from itertools import pairwise

import pytest

from secondsource.knowledge import load
from secondsource.knowledge.inflecting import inflected
from secondsource.knowledge.tortured import load_set_phrases
from secondsource.knowledge.words import load_words
from secondsource.lineage.page import Page
from secondsource.lineage.tortured import FALSE_RATES, THRESHOLD, Suspicion, signs, suspicion, suspicion_link
from tests.lineage.press import report, samples

PLAIN = """The prime minister of Norway said on Monday that the country would buy six patrol boats for its coast \
guard. The defence ministry had asked three yards for offers, and the lowest offer came from a yard on the west \
coast. The finance minister warned that the money had not been set aside, and that the price could rise before \
the contract is signed. A senior official said the first boat would arrive early next year and the last at the \
end of the decade. The navy has waited for new ships since the old ones were taken out of service after a series \
of accidents. Opposition leaders called for a public inquiry into the way the deal was made, but the government \
said that it had followed the rules. The head of the yard told reporters that the order would keep two hundred \
people in work. Talks about spare parts and training are expected to begin in the coming weeks, the ministry \
said."""
SWAPPED = """The prime rector of Norway stated on Monday that the state would purchase sextet patrol vessels for \
its seashore guard. The defence ministry had inquired three pounds for offerings, and the humblest offering \
arrived from a pound on the westward seashore. The finance pastor cautioned that the cash had not been fixed \
apart, and that the cost could ascend ahead the contract is signalled. An elder functionary articulated the \
inaugural boat would get betimes adjacent twelvemonth and the final at the terminate of the decennary. The navy \
has expected for novel vessels since the older ones were accepted out of serving subsequently a serial of \
fortuities. Resistance leadership yelled for a populace enquiry into the manner the trade was formed, but the \
regime stated that it had pursued the regulations. The mind of the pound recounted newsmen that the decree would \
preserve two hundred folk in employment. Speeches nigh surplus components and preparing are anticipated to \
commence in the arriving workweeks, the ministry articulated."""


def page(text: str) -> Page:
    return Page(report(text), load())


@pytest.fixture(scope="module")
def found() -> Suspicion:
    made = suspicion(page(SWAPPED), load_words())
    assert made is not None
    return made


def test_plain_press_english_raises_no_suspicion() -> None:
    assert suspicion(page(PLAIN), load_words()) is None
    assert suspicion_link(page(PLAIN), load_words()) is None


def test_swapped_words_raise_it_by_themselves(found: Suspicion) -> None:
    seen = signs(page(SWAPPED), load_words())
    assert seen is not None
    assert not seen.articles
    assert not seen.braces
    assert seen.words_alone > THRESHOLD
    assert found.score > THRESHOLD


def test_the_false_rate_is_the_one_of_the_score(found: Suspicion) -> None:
    assert found.false_rate == min(rate for score, rate in FALSE_RATES if found.score >= score)
    assert max(rate for _, rate in FALSE_RATES) <= 0.01
    assert [rate for _, rate in sorted(FALSE_RATES)] == sorted((rate for _, rate in FALSE_RATES), reverse=True)


def test_examples_are_the_words_as_printed(found: Suspicion) -> None:
    text = page(SWAPPED).report.text
    assert found.examples
    assert all(text[e.start : e.end] == e.printed for e in found.examples)
    assert all(a.end <= b.start for a, b in pairwise(found.examples))
    assert {"prime rector": "prime minister", "finance pastor": "finance minister"}.items() <= {
        e.printed: e.meant for e in found.examples
    }.items()


def test_the_reasons_say_it_in_words(found: Suspicion) -> None:
    assert [reason.rule for reason in found.reasons] == ["reads-reworded", "tortured-phrases"]
    assert "as if a machine had swapped its words" in found.reasons[0].detail
    assert "'prime rector', perhaps for 'prime minister'" in found.reasons[1].detail


def test_a_short_text_is_not_judged() -> None:
    short = SWAPPED[: len(SWAPPED) // 4]
    assert signs(page(short), load_words()) is None
    assert suspicion(page(short), load_words()) is None
    assert signs(page("Nothing to report today."), load_words()) is None


def test_the_link_is_a_caution_without_a_donor() -> None:
    made = page(SWAPPED)
    link = suspicion_link(made, load_words())
    assert link is not None
    assert (link.report, link.of, link.relation) == (made.report.id, None, "reworded")
    assert link.confidence <= 0.5
    sentences = {(s.start, s.end) for s in made.sentences}
    assert {(p.start, p.end) for p in link.passages} <= sentences
    assert all(p.of_start is None for p in link.passages)
    assert link == suspicion_link(page(SWAPPED), load_words())


def test_a_report_that_is_not_understood_is_not_judged() -> None:
    german = "Der Minister sagte am Montag, dass das Land sechs neue Boote kaufen werde und die Werft sie baut. " * 12
    made = page(german)
    assert not made.report.understood
    assert suspicion_link(made, load_words()) is None


@pytest.mark.parametrize(
    "damage", ["It was a aim, a effort and a order.", "{Subscribe|Sign up} for a {free|gratis} copy."]
)
def test_damage_alone_raises_no_suspicion(damage: str) -> None:
    assert suspicion(page(f"{PLAIN} {damage}"), load_words()) is None


def test_damage_adds_to_the_score() -> None:
    plain, hurt = (signs(page(t), load_words()) for t in (SWAPPED, f"{SWAPPED} It was a aim. {{Subscribe|Sign up}}."))
    assert plain is not None
    assert hurt is not None
    assert hurt.articles == ("a aim",)
    assert hurt.braces == ("{Subscribe|Sign up}",)
    assert hurt.score - hurt.words_alone > plain.score - plain.words_alone


@pytest.mark.parametrize("right", ["a unit", "a European", "a one", "a useful", "an hour", "an historic", "a uniform"])
def test_articles_by_sound_are_right(right: str) -> None:
    seen = signs(page(f"{PLAIN} It was {right} thing."), load_words())
    assert seen is not None
    assert seen.articles == ()


def test_our_own_samples_are_told_apart() -> None:
    suspicious = {made.source for made in samples() if suspicion_link(Page(made, load()), load_words())}
    assert suspicious == {"03-spun-patriot.md"}


def test_a_set_phrase_is_known_by_what_is_put_into_it() -> None:
    table = load_set_phrases()
    assert len(table) > 200
    assert ("prime", "minister") in table.meant_by("prime", "rector")
    assert table.meant_by("prime", "minister") == []
    assert table.meant_by("new", "boats") == []


@pytest.mark.parametrize(
    ("lemma", "like", "form"),
    [
        ("authorize", "licensed", "authorized"),
        ("carry", "brings", "carries"),
        ("give", "handed", "gave"),
        ("stop", "ending", "stopping"),
        ("purchase", "buy", "purchase"),
        ("watch", "sees", "watches"),
    ],
)
def test_a_word_takes_the_form_of_another(lemma: str, like: str, form: str) -> None:
    assert form in inflected(lemma, like, load_words())


def test_fellows_share_a_sense() -> None:
    assert "purchase" in load_words().fellows("bought")
    assert "buy" not in load_words().fellows("bought")
    assert load_words().fellows("zzyzx") == ()
