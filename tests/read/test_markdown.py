"""Front matter."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from secondsource.read.markdown import BrokenFrontMatter, FrontMatter, split

BODY = "\n\nThe boats came.\n---\nThey left. \n"
WORDS = st.text(
    alphabet=st.characters(categories=["L", "Nd"], exclude_characters="\x85\u2028\u2029"), min_size=1, max_size=20
)


def test_fields_are_read_and_the_body_is_left_as_it_is() -> None:
    head = "---\ntitle: 'Boats: two'\nurl: https://a.example/b\npublished: 2024-01-02\nlanguage: no\nodd: 1\n---\n"
    about, body = split(head + BODY)
    assert about == FrontMatter(title="Boats: two", url="https://a.example/b", published="2024-01-02", language="no")
    assert body == BODY


def test_text_without_front_matter_is_all_body() -> None:
    assert split(BODY) == (FrontMatter(), BODY)


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    text = "---\nThe boats came in the morning.\n\n---\nMore.\n"
    assert split(text) == (FrontMatter(), text)


def test_several_writers_are_one_line() -> None:
    assert split("---\nbyline: [Ada Holm, Miles Ostrey]\n---\nText")[0].byline == "Ada Holm, Miles Ostrey"


@pytest.mark.parametrize(
    "block",
    [
        "title: [open\n---\n",
        "title: a: b: c\n---\n",
        "title: &a x\nurl: *a\n---\n",
        "title: " + "[" * 9000 + "\n---\n",
        "title: " + "{a: " * 9 + "b" + "}" * 9 + "\n---\n",
        "title: boats\nno line closes it\n",
        "title: " + "x" * 40_000 + "\n---\n",
        "title: a\n\tb: c\n---\n",
        '"a scalar"\n---\n',
    ],
)
def test_broken_front_matter_is_named(block: str) -> None:
    with pytest.raises(BrokenFrontMatter):
        split("---\n" + block + "Text.")


def test_a_tag_builds_no_object() -> None:
    assert split("---\ntitle: !!python/object/apply:os.getcwd []\n---\nText")[0].title is None


@given(st.dictionaries(st.sampled_from(["title", "outlet", "byline"]), WORDS, min_size=1), st.text(max_size=60))
def test_what_is_written_as_yaml_is_read_back(fields: dict[str, str], body: str) -> None:
    about, rest = split("---\n" + yaml.safe_dump(fields, allow_unicode=True) + "---\n" + body)
    assert {name: getattr(about, name) for name in fields} == fields
    assert rest == body


@given(st.text(max_size=200))
def test_any_head_is_split_or_named(block: str) -> None:
    text = f"---\n{block}\n---\nThe body."
    try:
        _, body = split(text)
    except BrokenFrontMatter:
        return
    assert text.endswith(body)
