"""Plain texts by name in, links between the names out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import secondsource
from tests.lineage.test_origins import FIRST, SECOND

SPUN = FIRST.replace("officer", "official").replace("papers", "documents") + " {Read|See} more."


def test_links_are_between_the_names_of_the_texts() -> None:
    [link] = [x for x in secondsource.trace({"spun": SPUN, "first": FIRST, "other": SECOND}) if x.of]
    assert (link.report, link.relation, link.of) == ("spun", "copy", "first")
    assert {reason.rule for reason in link.reasons} >= {"copy", "spintax"}
    assert ("documents", "papers") in {(SPUN[c.start : c.end], FIRST[c.of_start : c.of_end]) for c in link.changes}


def test_passages_stand_in_the_texts_as_given() -> None:
    texts = {"page": "Something else first.\r\n\r\n" + FIRST, "first": FIRST}
    [link] = [x for x in secondsource.trace(texts) if x.of]
    ours, theirs = texts[link.report], texts[link.of or ""]
    for passage in link.passages:
        assert passage.of_start is not None
        assert ours[passage.start : passage.end] == theirs[passage.of_start : passage.of_end]


def test_look_alike_letters_and_unseen_characters_hide_nothing() -> None:
    masked = FIRST.replace("o", "о").replace("the", "t\u200bhe").replace(" ", "\u00a0", 9)
    [link] = [x for x in secondsource.trace({"masked": masked, "first": FIRST}) if x.of]
    assert link.relation == "copy"
    assert link.coverage > 0.95


def test_no_texts_have_no_links() -> None:
    assert secondsource.trace({}) == ()


def test_what_is_no_text_is_refused_by_name() -> None:
    with pytest.raises(TypeError, match="'a' is int"):
        secondsource.trace({"a": 1})  # type: ignore[dict-item]


def test_texts_without_names_are_refused_with_what_to_do() -> None:
    with pytest.raises(TypeError, match="give the texts by name"):
        secondsource.trace([FIRST, SECOND])  # type: ignore[arg-type]


@settings(max_examples=20, deadline=None)
@given(st.permutations(["spun", "first", "other"]))
def test_the_order_of_texts_changes_nothing(order: list[str]) -> None:
    texts = {"spun": SPUN, "first": FIRST, "other": SECOND}
    assert secondsource.trace({name: texts[name] for name in order}) == secondsource.trace(texts)
