"""Who took from whom, told by the texts; never by a date that anybody can claim."""

import pytest

from secondsource.knowledge import load
from secondsource.knowledge.words import load_words
from secondsource.lineage import Derivation, compare
from secondsource.lineage.strain import Strain, strain
from tests.lineage.copying import edited, laid, plain, side, spun
from tests.lineage.invented import HONEST, HOWITZERS, RIFLES, SUBMARINE, TANKS, UPGRADE, Invented

BASE = """\
The harbour master at Kolding counts the barges twice, once when they come in and once when they leave. For a whole \
month the count has been short by one barge. The ministry was told of it in a letter, which lay on a desk until the \
clerk came back from his holiday. Nobody has asked the crews. The barge carried crates for the navy, and on the \
crates stood the name of a maker who had closed his works ten years before. A guard remembers a lamp, a dog and a man \
who whistled. The navy has sent two divers, and they found a bicycle. The harbour master has begun to count by night."""


def between(left: str, right: str, left_day: str | None = None, right_day: str | None = None) -> Derivation:
    """The tie of two texts, whose outlets say nothing of who was first."""
    one, other = (
        plain(text, name, **({"published": day} if day else {}))
        for text, name, day in ((left, "left", left_day), (right, "right", right_day))
    )
    [found] = compare([one, other], load())
    return found


def rules(found: Derivation) -> set[str]:
    return {reason.rule for reason in found.link.reasons}


@pytest.mark.parametrize("one", HONEST, ids=lambda one: one.name)
@pytest.mark.parametrize("boldly", [False, True], ids=["spun", "boldly spun"])
def test_a_text_with_strained_words_is_the_taker_without_dates(one: Invented, boldly: bool) -> None:
    found = between(spun(one.text, boldly=boldly), one.text)
    assert (found.link.report, found.link.direction) == ("left", "determined")
    assert "strained-words" in rules(found)


@pytest.mark.parametrize("one", HONEST, ids=lambda one: one.name)
def test_it_is_the_taker_on_whichever_side_it_stands(one: Invented) -> None:
    found = between(one.text, spun(one.text))
    assert (found.link.report, found.link.of) == ("right", "left")


@pytest.mark.parametrize("one", HONEST, ids=lambda one: one.name)
def test_an_earlier_date_that_it_claims_turns_nothing(one: Invented) -> None:
    found = between(spun(one.text), one.text, "2024-12-24", "2026-10-01")
    assert found.link.report == "left" or found.link.direction == "undetermined"
    assert "dates" not in rules(found)


def test_the_strained_words_are_shown_beside_what_the_other_has() -> None:
    [reason] = [r for r in between(spun(TANKS.text), TANKS.text).link.reasons if r.rule == "strained-words"]
    assert any(f"{word}" in reason.detail for word in ("wellknown", "misplaced", "husk", "missive", "inked"))
    assert " for " in reason.detail


@pytest.mark.parametrize(
    "swaps",
    [
        "counts=tallies|whole=full|crews=bargemen|closed=shut|remembers=recalls|found=came up with|begun=started",
        "leave=go out|short=down|told=informed|lay=sat|maker=firm|guard=watchman|sent=called in|count=keep count",
    ],
    ids=["one desk", "another desk"],
)
def test_two_wordings_by_human_hands_leave_it_open(swaps: str) -> None:
    other = BASE
    for pair in swaps.split("|"):
        before, after = pair.split("=")
        assert before in other
        other = other.replace(before, after)
    assert between(BASE, other).link.direction == "undetermined"


@pytest.mark.parametrize(("left_day", "right_day"), [("2025-03-01", "2025-03-09"), ("2025-03-09", "2025-03-01")])
def test_a_date_alone_decides_nothing(left_day: str, right_day: str) -> None:
    assert between(BASE, BASE, left_day, right_day).link.direction == "undetermined"
    tallied = BASE.replace("counts", "tallies").replace("remembers", "recalls")
    assert between(BASE, tallied, left_day, right_day).link.direction == "undetermined"


def test_a_light_edit_without_other_signs_leaves_it_open() -> None:
    for one in (HOWITZERS, RIFLES, SUBMARINE, UPGRADE):
        assert between(edited(one.text), one.text).link.direction == "undetermined"


def weighed(left: str, right: str) -> Strain:
    ours, theirs = side(left), side(right)
    return strain(laid(left, right), ours.prose, theirs.prose, load_words())


def test_strain_is_the_same_seen_from_the_other_side() -> None:
    for one in HONEST:
        other = spun(one.text, boldly=True)
        passages, left, right = laid(other, one.text), side(other).prose, side(one.text).prose
        ahead = strain(passages, left, right, load_words())
        back = strain([p.turned() for p in passages], right, left, load_words())
        assert ahead.bits == pytest.approx(-back.bits)
        assert (ahead.articles, ahead.unknown, ahead.scattered) == (-back.articles, -back.unknown, -back.scattered)
        assert ahead.examples(left=True) == back.examples(left=False)


def test_a_text_beside_itself_is_under_no_strain() -> None:
    found = weighed(BASE, BASE)
    assert (found.bits, found.articles, found.unknown, found.scattered) == (0.0, 0, 0, 0)
    assert found.examples(left=True) == found.examples(left=False) == []


def test_articles_before_the_wrong_sound_are_counted() -> None:
    wrong = BASE.replace("a letter", "a epistle").replace("a lamp", "a ember").replace("a dog", "an terrier")
    assert weighed(wrong, BASE).articles == 3
    assert weighed(BASE, wrong).articles == -3
    right = BASE.replace("a letter", "an epistle").replace("a lamp", "an ember").replace("a dog", "an airedale")
    assert weighed(right, BASE).articles == 0


@pytest.mark.parametrize("printed", ["a university", "an hour", "a one-eyed man", "a European", "an MP", "a US diver"])
def test_articles_before_words_that_sound_otherwise_are_no_errors(printed: str) -> None:
    assert weighed(BASE.replace("a bicycle", printed), BASE).articles == 0


def test_words_that_no_dictionary_has_are_counted() -> None:
    assert weighed(BASE.replace("lamp", "lampsticle").replace("crates", "boxlings"), BASE).unknown == 3


def test_several_words_for_one_are_counted() -> None:
    varied = BASE.replace("count ", "reckoning ", 1).replace("to count", "to tally")
    varied = varied.replace("crates for", "boxes for").replace("the crates", "the cases")
    assert weighed(varied, BASE).scattered >= 1
    assert weighed(BASE, varied).scattered <= -1


def test_names_are_not_weighed() -> None:
    renamed = BASE.replace("Kolding", "Zwartsluis").replace("The navy", "The Xqz")
    found = weighed(renamed, BASE)
    assert (found.bits, found.unknown) == (0.0, 0)


def test_numbers_are_not_weighed() -> None:
    assert weighed(BASE.replace("two divers", "17 divers"), BASE).bits == 0.0


def test_what_was_written_anew_at_length_is_not_weighed() -> None:
    anew = BASE.replace("which lay on a desk", "mislaid perchance amidst sundry bureaucratic paraphernalia thereafter")
    assert abs(weighed(anew, BASE).bits) < 10
