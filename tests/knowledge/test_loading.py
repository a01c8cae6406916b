import re
from pathlib import Path

import pytest

from secondsource.errors import KnowledgeError
from secondsource.knowledge import check, load
from secondsource.knowledge.entries import Maker, Weapon

SOURCE = 'source = "https://example.org/page"\nchecked = "2026-01-02"'
COUNTRY = (
    '[[country]]\nid = "vs"\nname = "Vestria"\naliases = ["Vestria"]\ndemonyms = ["Vestrian"]\ncapital = "Hallam"\n'
    'source = "unverified"\n'
)
MAKER = COUNTRY + (
    '[[maker]]\nid = "hallam-works"\nname = "Hallam Works"\naliases = ["Hallam Works"]\ncountry = "Vestria"\n'
    f"{SOURCE}\n"
)
AGREEMENT = (
    '[[agreement]]\nid = "p"\nname = "P"\naliases = ["P Q"]\nkind = "k"\nparties = []\nstatus = "done"\n'
    'source = "unverified"\nyes = ["P Q"]\n'
)
LISTED = (
    '[[listed]]\nid = "l"\nname = "L"\naliases = ["L M"]\nregime = "none"\nsince = "2024"\nmakers = ["works"]\n'
    'source = "unverified"\n'
)
REGIME = '[[regime]]\nid = "r"\nname = "R"\ncountry = "France"\nsource = "unverified"\n'
STEP = '[[regime.step]]\nid = "s"\nname = "S"\nstatus = "done"\nactor = "court"\ncues = ["c"]\n'


def weapon(ident: str = "petrel", **fields: str) -> str:
    given = {
        "id": f'"{ident}"',
        "name": '"Q-97 Petrelling"',
        "aliases": '["Q-97 Petrelling"]',
        "kind": '"trainer"',
        "part": '"platform"',
        "category": '"Aircraft"',
        "maker": '"hallam-works"',
        "exporter": '"Vestria"',
        "source": '"https://example.org/page"',
        "checked": '"2026-01-02"',
        "yes": '["The Q-97 Petrelling flew."]',
    }
    return "[[weapon]]\n" + "".join(f"{k} = {v}\n" for k, v in {**given, **fields}.items() if v)


def fact(**fields: str) -> str:
    given = {
        "id": '"summit"',
        "kind": '"summit"',
        "name": '"Hallam summit"',
        "start": '"2024-05-01"',
        "source": '"unverified"',
    }
    return "[[fact]]\n" + "".join(f"{k} = {v}\n" for k, v in {**given, **fields}.items())


def problems(folder: Path, **files: str) -> list[str]:
    """What is wrong with a folder that holds these files."""
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    load.cache_clear()
    try:
        load(folder)
    except KnowledgeError as fault:
        return fault.problems
    return []


def test_the_packaged_knowledge_loads() -> None:
    assert load().counts()["weapon"] > 0


def test_a_folder_lies_over_ours_by_kind_and_id(tmp_path: Path) -> None:
    ours = load().counts()
    assert problems(tmp_path, own=MAKER + weapon() + weapon("s-400", aliases='["Q-98"]', yes='["A Q-98."]')) == []
    known = load(tmp_path)
    assert known.counts() == {**ours, "weapon": ours["weapon"] + 1, "maker": ours["maker"] + 1, "country": 198}
    assert known.get("weapon", "s-400", Weapon).aliases == ("Q-98",)
    assert known.get("maker", "hallam-works", Maker).country == "Vestria"
    assert [m.id for m in known.find("an S-400, a Q-98 and a Q-97 Petrelling") if m.kind == "weapon"] == [
        "s-400",
        "petrel",
    ]


def test_folders_inside_are_read_too(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "own.toml").write_text(MAKER, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not read", encoding="utf-8")
    assert load(tmp_path).get("maker", "hallam-works", Maker).name == "Hallam Works"


def test_every_problem_is_named_in_one_pass_with_file_and_entry(tmp_path: Path) -> None:
    found = problems(
        tmp_path,
        a=COUNTRY + weapon(maker='"nobody"') + '[[ship]]\nid = "x"\n',
        b=fact(start='"May 2024"', color='"red"') + fact(start='"2024-13-01"'),
        c="id = [",
    )
    assert [re.sub(r":.*", "", p) for p in found] == ["a.toml", "a.toml", "b.toml", "b.toml", "c.toml"]
    text = "\n".join(found)
    assert "a.toml: [petrel] no maker 'nobody'" in text
    assert "a.toml: [ship] is no kind of entry; kinds are weapon," in text
    assert "b.toml: [summit] Object contains unknown field `color`" in text
    assert "b.toml: [summit] `start` must be YYYY, YYYY-MM or YYYY-MM-DD, not '2024-13-01'" in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (MAKER + weapon(colour='"grey"'), "[petrel] Object contains unknown field `colour`"),
        (MAKER + weapon(exporter=""), "[petrel] Object missing required field `exporter`"),
        (MAKER + weapon(aliases='"Q-97"'), "[petrel] Expected `array`, got `str`"),
        (MAKER + weapon(part='"whole"'), "[petrel] Invalid enum value 'whole'"),
        (MAKER + weapon("Pet Rel"), "[Pet Rel] the id must be a lower-case slug"),
        (MAKER + weapon() + weapon(), "[petrel] this weapon stands twice"),
        (MAKER + weapon() + weapon("other"), "[petrel] the name 'Q 97 Petrelling' is claimed by other too"),
        (
            MAKER + weapon(aliases='["Q-97"]') + weapon("z", aliases='["Q 97"]'),
            "[z] the name 'Q 97' is claimed by petrel",
        ),
        (MAKER + weapon(aliases='["S-400"]'), "the name 'S 400' is claimed by"),
        (MAKER + weapon(weak='["Q-97 Petrelling"]', no='["x"]'), "'Q 97 Petrelling' is both weak and strong"),
        (MAKER + weapon(weak='["Petrelling"]'), "[petrel] weak aliases need a `yes` and a `no` sentence"),
        (MAKER + weapon(yes=""), "[petrel] needs at least one `yes` sentence"),
        (MAKER + weapon(checked=""), "[petrel] a source needs the day it was checked"),
        (MAKER + weapon(source='"unverified"'), "[petrel] an unverified entry carries no date of a check"),
        (MAKER + weapon(source='"the ministry"'), "[petrel] the source must be the address of a page, or `unverified`"),
        (MAKER + weapon(checked='"yesterday"'), "[petrel] a source needs the day it was checked"),
        (weapon(maker='"almaz-antey"'), "[petrel] no country 'Vestria'"),
        (fact(country='"Vestria"'), "[summit] no country 'Vestria'"),
        (fact(countries='["France", "Vestria"]'), "[summit] no country 'Vestria'"),
        (LISTED.replace("works", "almaz-antey"), "[l] no exposure-regime 'none'"),
        (LISTED.replace("none", "caatsa-231"), "[l] no maker 'works'"),
        (fact(start='"2024/05"'), "[summit] `start` must be YYYY, YYYY-MM or YYYY-MM-DD, not '2024/05'"),
        (fact(end='"2023"'), "[summit] ends before it starts"),
        (
            '[[thing]]\nid = "kite"\nname = "kite"\npattern = "(kite"\nsource = "unverified"\n',
            "[kite] the pattern does not compile: missing )",
        ),
        (
            AGREEMENT,
            "[p] 'done' is no status of an agreement",
        ),
        (
            REGIME + STEP,
            "[r] step s: 'done' is no status of a transfer",
        ),
        (REGIME + STEP.replace("done", "signed") * 2, "[r] two steps have one id"),
    ],
)
def test_a_problem_is_named(tmp_path: Path, text: str, expected: str) -> None:
    found = problems(tmp_path, own=text)
    assert len(found) == 1, found
    assert found[0].startswith("own.toml: ") or "weapons/" in found[0]
    assert expected in found[0]


def test_the_error_lists_the_problems(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text("[[weapon]]\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"own\.toml: \[\?\] Object missing required field") as fault:
        load(tmp_path)
    assert len(fault.value.problems) == 1


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert check(tmp_path / "none") == [f"{tmp_path / 'none'}: no such folder; give a folder of .toml files"]


def test_a_file_that_is_no_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_bytes(b'[[maker]]\nname = "\xff"\n')
    assert [p.partition(":")[0] for p in check(tmp_path)] == ["own.toml"]
