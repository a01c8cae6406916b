import pytest

from secondsource.knowledge import load
from secondsource.knowledge.credits import Credit, credits, sentence_at  # noqa: A004
from secondsource.text.sentences import sentences

from .factory import body, knowledge, outlet

KNOWN = knowledge(
    outlet("post", "Hallam Post"),
    outlet("kna", "Kaldor News Agency", short="KNA", weak=("KNA",), kind="agency"),
    outlet("mirror", weak=("Mirror",), short="Mirror"),
    outlet("afp", weak=("AFP",), short="AFP"),
    body("army", weak=("AFP",)),
    body("ves-mod", "Vestrian Ministry of Defence"),
)


def found(text: str, others: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return [(c.kind, c.label) for c in credits(text, KNOWN, others)]


@pytest.mark.parametrize(
    "text",
    [
        "A colonel told Hallam Post that it was so.",
        "The ministry confirmed to the Hallam Post that it was so.",
        "In an interview with the newspaper Hallam Post he said so.",
        "Papers seen by Hallam Post say so.",
        "He made it known in comments to the daily Hallam Post.",
    ],
)
def test_who_was_told_has_access(text: str) -> None:
    assert found(text) == [("access", "Hallam Post")]


@pytest.mark.parametrize(
    "text",
    [
        "Hallam Post reported on Monday that it was so.",
        "Hallam Post has learned that it was so.",
        "According to Hallam Post, it was so.",
        "It was so, Hallam Post said.",
        "It was so, Hallam Post found.",
        "It was so, Hallam Post understands.",
        "It was so, Hallam Post argues.",
        "Hallam Post published the letter.",
        "It was first disclosed by the Hallam Post last autumn.",
        "It was so, as reported by the daily Hallam Post.",
        "Citing Hallam Post, the agency said so.",
        "A report in the Hallam Post says so.",
        "A HALLAM POST report says so.",
    ],
)
def test_what_an_outlet_says_is_its_report(text: str) -> None:
    assert found(text) == [("report", "Hallam Post")]


@pytest.mark.parametrize(
    "text", ["HALLAM (KNA) - It was so.", "It was so. (KNA)", "HALLAM, May 3 (KNA/Post) It was so."]
)
def test_a_tag_credits_an_agency(text: str) -> None:
    assert found(text) == [("tag", "KNA")]


@pytest.mark.parametrize(
    "text",
    [
        "The Hallam Post building was sold.",
        "A Mirror hung in the hall.",
        "The signal was seen in Mirror after Mirror.",
        "The AFP took delivery of four boats.",
        "It was so. Hallam Post",
    ],
)
def test_a_name_alone_is_no_credit(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "kind"), [("He told Mirror so.", "access"), ("Mirror reported it.", "report")])
def test_a_weak_name_counts_with_citing_words(text: str, kind: str) -> None:
    assert found(text) == [(kind, "Mirror")]


def test_the_outlet_wins_over_a_body_of_the_same_name_beside_a_citing_word() -> None:
    assert found("Two diplomats told AFP so.") == [("access", "AFP")]
    assert [(c.kind, c.outlet) for c in credits("Two diplomats told AFP that Paris froze it.", load())] == [
        ("access", "AFP")
    ]


@pytest.mark.parametrize("what", ["newspaper", "paper", "agency", "website", "outlet"])
def test_told_the_newspaper_means_the_outlet_credited_last(what: str) -> None:
    text = f"KNA reported it. Hallam Post wrote of it. He told the {what} so."
    credit = credits(text, KNOWN)[-1]
    assert (credit.kind, credit.outlet, credit.sentence) == ("access", "Hallam Post", 2)
    assert text[credit.start : credit.end] == what


def test_told_the_newspaper_means_nobody_where_nobody_was_credited() -> None:
    assert found("He told the newspaper so. Hallam Post reported it.") == [("report", "Hallam Post")]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ('The "Arms Exports 2024" report says so.', "Arms Exports 2024"),
        ("The “Arms Exports 2024” review says so.", "Arms Exports 2024"),
        ("A notice published by the Vestrian Ministry of Defence says so.", "Vestrian Ministry of Defence notice"),
    ],
)
def test_a_document_is_credited_by_its_title_or_its_issuer(text: str, label: str) -> None:
    assert found(text) == [("document", label)]


@pytest.mark.parametrize("text", ["A notice published by the harbour says so.", 'He said "It is so" of the report.'])
def test_what_names_no_document(text: str) -> None:
    assert found(text) == []


def test_names_that_the_knowledge_does_not_hold() -> None:
    text = "Ostrey Herald reported it, he told the Hallam Post."
    assert found(text) == [("access", "Hallam Post")]
    assert found(text, ("Ostrey Herald", "Hallam Post")) == [("report", "Ostrey Herald"), ("access", "Hallam Post")]


def test_other_names_are_whole_words_and_any_spelling_of_their_letters() -> None:
    assert found("Heralds reported it.", ("Herald",)) == []
    assert found("L’Héraut reported it.", ("L'Heraut",)) == [("report", "L'Heraut")]
    assert found("C++ reported it (a", ("(a",)) == []


def test_a_credit_says_where_it_stands() -> None:
    text = "“Yés.” He told Hallam Post so."
    (credit,) = credits(text, KNOWN)
    start = text.index("Hallam")
    assert credit == Credit(
        kind="access", label="Hallam Post", outlet="Hallam Post", start=start, end=start + 11, sentence=1
    )


def test_citing_words_of_another_sentence_do_not_count() -> None:
    assert found("It is what he told. Hallam Post is sold.") == []
    assert found("Here is what he told\nHallam Post") == []


def test_a_place_between_sentences_is_in_none() -> None:
    parts = sentences("One.   Two.")
    assert [sentence_at(parts, place) for place in (0, 5, 7, 99)] == [0, None, 1, None]
