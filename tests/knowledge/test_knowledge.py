from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from secondsource.knowledge import Knowledge, Mention, load, search
from secondsource.knowledge.entries import KINDS, Fact, Maker, Outlet, Weapon, kind_of
from secondsource.knowledge.lexicon import TEXTS_KEPT

from .factory import UNVERIFIED, country, knowledge, maker, outlet, weapon

POST = outlet("post", "Hallam Post", hosts=("hallampost.vs", "post.example"))


def test_the_digest_changes_with_the_content_and_not_with_the_order() -> None:
    one, two = weapon("petrel", "T-9"), weapon("heron", "MQ-90")
    assert knowledge(one, two).digest == knowledge(one, two).digest
    assert knowledge(one, two).digest != knowledge(one).digest
    assert knowledge(one).digest != knowledge(weapon("petrel", "T-9", "T-9B")).digest


def test_an_overlay_changes_the_digest(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(
        '[[maker]]\nid = "hw"\nname = "Hallam Works"\n'
        'aliases = ["Hallam Works"]\ncountry = "France"\nsource = "unverified"\n',
        encoding="utf-8",
    )
    assert load(tmp_path).digest != load().digest


@pytest.mark.parametrize(
    ("host", "found"),
    [
        ("hallampost.vs", True),
        ("www.hallampost.vs", True),
        ("NEWS.EU.HallamPost.VS", True),
        ("hallampost.vs.evil.example", False),
        ("myhallampost.vs", False),
        ("vs", False),
        ("", False),
    ],
)
def test_the_outlet_of_a_host(host: str, found: bool) -> None:
    assert (knowledge(POST).outlet_of_host(host) is not None) == found


def test_entries_by_kind_and_id() -> None:
    known = knowledge(POST, weapon("petrel", "T-9"))
    assert known.get("outlet", "post", Outlet) is POST
    assert [e.id for e in known] == ["post", "petrel"]
    assert known.counts() == {"outlet": 1, "weapon": 1}
    assert known.all("maker", Maker) == ()


@pytest.mark.parametrize(("kind", "ident"), [("weapon", "none"), ("none", "petrel"), ("outlet", "post")])
def test_an_entry_that_is_not_there(kind: str, ident: str) -> None:
    with pytest.raises(KeyError):
        knowledge(POST, weapon("petrel", "T-9")).get(kind, ident, Weapon)


def test_asking_for_what_is_not_there_changes_no_count() -> None:
    known = knowledge(POST)
    known.all("maker", Maker)
    assert known.counts() == {"outlet": 1}


def test_every_kind_knows_its_name() -> None:
    assert all(KINDS[kind_of(entry)] is type(entry) for entry in load())
    assert {kind_of(entry) for entry in load()} == set(KINDS)


def texts_asked(known: Knowledge, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Fills with the texts that the matcher works through."""
    asked, find = [], known.matcher.find

    def count(text: str) -> tuple[Mention, ...]:
        asked.append(text)
        return find(text)

    monkeypatch.setattr(known.matcher, "find", count)
    return asked


def test_mentions_of_a_text_are_found_once(monkeypatch: pytest.MonkeyPatch) -> None:
    known = knowledge(weapon("petrel", "T-9"))
    asked = texts_asked(known, monkeypatch)
    first = known.find("A T-9.")
    first.clear()
    assert [m.id for m in known.find("A T-9.")] == ["petrel"]
    assert asked == ["A T-9."]


def test_only_so_many_texts_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    known = knowledge(weapon("petrel", "T-9"))
    asked = texts_asked(known, monkeypatch)
    for number in range(TEXTS_KEPT + 1):
        known.find(f"text {number}")
    known.find("text 0")
    assert asked.count("text 0") == 2


def test_mentions_cannot_be_changed() -> None:
    (mention,) = knowledge(weapon("petrel", "T-9")).find("A T-9.")
    with pytest.raises(FrozenInstanceError):
        mention.start = 0  # type: ignore[misc]


@pytest.mark.parametrize(
    ("term", "found"),
    [
        ("petrel", ["petrel"]),
        ("PETR", ["petrel"]),
        ("t9", ["petrel"]),
        ("vestrian", ["vestria"]),
        ("hallam", ["vestria", "hallam-defence", "post"]),
        ("Defense", ["hallam-defence"]),
        ("hallampost.vs", ["post"]),
        ("nothing", []),
        ("", []),
        (" - ", []),
    ],
)
def test_search_looks_through_names_and_aliases(term: str, found: list[str]) -> None:
    known: Knowledge = knowledge(
        POST,
        weapon("petrel", "T-9 Petrel", weak=("Petrel",)),
        country("Vestria", "Vestrian", "Hallam"),
        maker("hallam-defence", "Hallam Defence"),
    )
    assert [e.id for e in known.search(term)] == found


def test_search_looks_through_dated_facts_and_persons() -> None:
    fact = Fact(
        id="office",
        source=UNVERIFIED,
        kind="office",
        name="O",
        start="2024",
        person="Ada Holm",
        generic=("the regent",),
    )
    known = knowledge(fact)
    assert known.search("ada holm") == known.search("regent") == [fact]


def test_search_in_all_that_is_known() -> None:
    assert "s-400" in [e.id for e in search("S-400")]
    assert search("no such thing at all") == []
