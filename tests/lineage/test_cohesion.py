"""Pages put together from stories that nobody has: no thread runs through them."""

import pytest

from secondsource.knowledge import load
from secondsource.knowledge.words import load_words
from secondsource.lineage.cohesion import MIN_SENTENCES, Cohesion, cohesion
from secondsource.lineage.page import Page
from secondsource.lineage.stitching import Seams, seams
from secondsource.text.sentences import sentences
from tests.lineage.copying import paragraphs, plain
from tests.lineage.invented import EVERY, SCRAPS, Invented
from tests.lineage.press import report, traced

WHOLE = """\
The ferry company at Skarvik is buying its first electric ferry, and the town cannot agree on the plug. The ferry \
needs a charging tower on the quay, eleven metres tall, and the quay belongs to the fishermen.

Skarvik's council voted on Monday to lend the ferry company the money for the tower. The fishermen say that the tower \
would stand where they dry their nets. The ferry company has offered them another stretch of the quay, beside the ice \
house.

"A net does not dry behind an ice house," said Torleif Brandal, who speaks for the fishermen of Skarvik. He would \
rather that the ferry took its current from a cable on the harbour wall.

Engineers of the ferry company have measured the harbour wall and found it too weak for the cable. A new wall would \
cost more than the ferry. The council will vote again in May, when the shipyard wants to know how tall the tower is \
to be, and until then the old ferry burns its oil. Brandal says that the fishermen can wait, and that nets can too.

Neither the fishermen nor the ferry company would say what a stretch of the quay is worth. In the harbour office hangs \
a drawing of 1911 on which the ferry company owns all of the quay but nine metres. Brandal keeps a copy of the drawing \
under glass, with the nine metres in red ink.

The mayor of Skarvik fishes himself and has bought shares in the ferry company, so that he leaves the room when the \
tower comes up. His deputy counts eleven votes for the tower and ten for the nets. One of the eleven is married to a \
fisherman, and the ferry company sends her a calendar each Christmas.
"""


def thread(text: str) -> Cohesion | None:
    return cohesion(Page(plain(text), load()), load_words())


def found(text: str, *, access: bool = False) -> Seams | None:
    return seams(Page(plain(text), load()), access=access)


def score(text: str) -> float:
    made = thread(text)
    assert made is not None
    return made.score


def test_a_page_of_unrelated_stories_is_flagged() -> None:
    made = found(SCRAPS)
    assert made is not None
    assert "no-thread" in {reason.rule for reason in made.reasons}
    assert made.passages


def test_one_story_of_equal_length_is_not() -> None:
    assert found(WHOLE) is None
    [count, other] = [len(sentences(text)) for text in (WHOLE, SCRAPS)]
    assert abs(count - other) <= 3


def test_a_page_with_access_of_its_own_is_not() -> None:
    assert found(SCRAPS, access=True) is None
    told = SCRAPS.replace("which she hangs", "she told this newspaper, which she hangs")
    assert {r for r, _ in traced([report(told, "page", outlet="Globe Digest")]).credits("page")} == set()


def test_the_flagged_page_has_a_link_to_unknown_donors_and_establishes_nothing() -> None:
    made = traced([report(SCRAPS, "page", outlet="Globe Digest")])
    assert ("stitched", None) in made.credits("page")
    assert not any(origin.established for origin in made.origins("page"))


def test_a_whole_story_is_an_origin_that_is_seen() -> None:
    [origin] = traced([report(WHOLE, "page", outlet="Globe Digest")]).origins("page")
    assert (origin.kind, origin.seen, origin.established) == ("outlet", True, False)


@pytest.mark.parametrize("text", ["", "A tank.", WHOLE[:400]], ids=["empty", "a word", "short"])
def test_a_page_of_few_sentences_is_too_short_to_tell(text: str) -> None:
    assert thread(text) is None
    assert found(text) is None


def test_from_so_many_sentences_on_it_can_tell() -> None:
    parts = [WHOLE[s.start : s.end] for s in sentences(WHOLE) if s.end - s.start > 20]
    assert thread(" ".join(parts[: MIN_SENTENCES - 1])) is None
    assert thread(" ".join(parts[:MIN_SENTENCES])) is not None


def test_shares_are_shares() -> None:
    for text in (WHOLE, SCRAPS, *(one.text for one in EVERY)):
        made = thread(text)
        if made is not None:
            assert all(0 <= share <= 1 for share in (made.widest, made.second, made.largest, made.far))
            assert made.second <= made.widest


def test_names_that_come_back_bind_a_page() -> None:
    bound = SCRAPS.replace("A beekeeper", "Skarvik's beekeeper").replace("Borrowers", "Skarvik's borrowers")
    for before in ("The goalkeeper", "Archaeologists", "A florist", "Her stew", "Interest", "His mother", "The secret"):
        bound = bound.replace(before, f"In Skarvik {before[0].lower()}{before[1:]}")
    assert score(bound) < score(SCRAPS) - 5


def test_the_order_of_paragraphs_matters_less_than_what_they_are_about() -> None:
    turned = "\n\n".join(reversed(paragraphs(WHOLE)))
    assert score(turned) < score(SCRAPS) - 5


@pytest.mark.parametrize("one", [r for r in EVERY if r.told], ids=lambda one: one.name)
def test_reports_that_were_told_are_never_flagged(one: Invented) -> None:
    assert ("stitched", None) not in traced([one.report()]).credits(one.name)


@pytest.mark.parametrize("one", [r for r in EVERY if not r.told], ids=lambda one: one.name)
def test_whole_reports_that_were_not_told_are_not_flagged(one: Invented) -> None:
    assert ("stitched", None) not in traced([one.report()]).credits(one.name)
