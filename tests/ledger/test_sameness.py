"""Whether two wordings are of the same words."""

import pytest

from secondsource.ledger.sameness import candidates, is_edited, is_same, is_verbatim, overlap, wording

SENTENCE = "The shipyard will purchase new engines for both vessels before the harbour freezes in the winter"


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("Before winter freezes the harbour both vessels get new engines", True),
        ("The yard is to buy fresh motors for the two ships ahead of the freezing of the harbour", False),
        ("The shipyard builds vessels with engines", False),
        ("The harbour freezes every year, and the ferries stay at home until the ice breaks up in spring", False),
    ],
    ids=["turned round", "all words exchanged", "same topic", "other words"],
)
def test_edited_words_are_the_same_and_a_shared_topic_is_not(other: str, same: bool) -> None:
    assert is_edited(wording(SENTENCE), wording(other)) is same
    assert is_edited(wording(other), wording(SENTENCE)) is same


def test_a_synonym_counts_for_less_than_the_word_and_for_more_than_another() -> None:
    others = [wording(SENTENCE.replace("purchase", word)) for word in ("purchase", "buy", "paint")]
    shared = [overlap(wording(SENTENCE), other)[1] for other in others]
    assert shared[0] > shared[1] > shared[2]


def test_small_words_brackets_and_marks_are_no_words_of_a_saying() -> None:
    assert wording('"[She said that] the Engines … must be BOUGHT"').words == ("engines", "bought")


@pytest.mark.parametrize(
    ("one", "other", "verbatim"),
    [
        (SENTENCE, SENTENCE.upper(), True),
        (SENTENCE, "new engines for both vessels before the harbour freezes", True),
        (SENTENCE, "new engines for vessels before both harbour freezes", False),
        ("frigates rust, admirals retire", "frigates rust, admirals retire", True),
        ("a good day for us all here", "a good day for us all here", False),
        ("frigates rust, admirals retire, invoices linger", "where frigates rust, admirals dine", False),
    ],
)
def test_word_for_word_takes_a_long_run_or_the_whole_of_rare_words(one: str, other: str, verbatim: bool) -> None:
    assert is_verbatim(wording(one), wording(other)) is verbatim


def test_a_short_quotation_is_the_same_only_where_it_is_whole() -> None:
    assert is_same(wording("against a third party"), wording("It is not aimed against a third party, we repeat"))
    assert not is_same(wording("against a third party"), wording("The third party congress meets in the autumn"))


def test_nothing_is_the_same_as_no_words() -> None:
    assert not is_same(wording("it is so"), wording(SENTENCE))


def test_candidates_share_words_and_the_word_of_the_day_finds_none() -> None:
    several = [wording(SENTENCE), wording("new engines"), wording("no such thing")]
    assert list(candidates(several)) == [(0, 1)]
    assert list(candidates([wording("frigates sail")] * 100)) == []
