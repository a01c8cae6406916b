"""The words of a saying, and two of them side by side."""

from secondsource.text.quotations import content_words, longest_run, side_by_side, spoken


def test_words_keep_their_places_and_brackets_are_left_out() -> None:
    text = "We [the ministry] sail"
    assert [(text[t.start : t.end], t.text) for t in spoken(text)] == [("We", "We"), ("sail", "sail")]


def test_a_number_with_separators_and_a_designation_are_one_word() -> None:
    assert [t.text for t in spoken("1.2 billion, 4,500 men, an F-16C and a well-known K9.")] == [
        *("1.2", "billion", "4,500", "men", "an", "F-16C", "and", "a", "well", "known", "K9"),
    ]


def test_small_words_are_no_content() -> None:
    assert content_words("We will not have sold the ships") == ("sold", "ships")


def test_the_longest_run_is_found_in_both() -> None:
    assert longest_run("a b c d".split(), "x b c y".split()) == (1, 2)


def test_what_differs_between_alike_words_is_one_stretch() -> None:
    runs = side_by_side("We sail two ships home".split(), "we send three ships".split())
    assert [(r.start, r.end, r.of_start, r.of_end, r.same) for r in runs] == [
        (0, 1, 0, 1, True),
        (1, 3, 1, 3, False),
        (3, 4, 3, 4, True),
        (4, 5, 4, 4, False),
    ]
