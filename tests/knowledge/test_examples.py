from pathlib import Path
from typing import Any

import msgspec
import pytest

from secondsource.knowledge import check, load
from secondsource.knowledge.entries import (
    Entry,
    Fact,
    Namesake,
    Outlet,
    Phrase,
    Regime,
    RegimeStep,
    SignificanceFactor,
    Thing,
    WaiverClaim,
)
from secondsource.knowledge.examples import failed_examples

from .factory import UNVERIFIED, country, knowledge, weapon

YES, NO = ("Vestria bought the T-9.",), ("Nobody paid.",)


def test_every_example_of_every_entry_shows_what_it_should() -> None:
    failed = failed_examples(load())
    assert failed == [], "\n" + "\n".join(failed)


def test_check_finds_nothing_wrong_with_ours() -> None:
    assert check() == []


def test_check_names_the_examples_of_a_folder_that_fail(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(
        '[[namesake]]\nid = "bay"\nname = "Bay of Delhi"\naliases = ["Bay of Delhi"]\nsource = "unverified"\n'
        'yes = ["Ships lay in the Bay of Lima."]\nno = ["Delhi has no bay."]\n',
        encoding="utf-8",
    )
    assert check(tmp_path) == ["[namesake/bay] yes: Ships lay in the Bay of Lima."]


def regime(yes: tuple[str, ...], no: tuple[str, ...]) -> Regime:
    steps = [
        RegimeStep(
            id="bought", name="Bought", status="ordered", actor="recipient", cues=("bought the",), yes=yes, no=no
        ),
        RegimeStep(id="sold", name="Sold", status="signed", actor="supplier", cues=("bought", "sold the")),
    ]
    return Regime(id="r", source=UNVERIFIED, name="R", country="Vestria", step=tuple(steps))


def entry(kind: str, yes: tuple[str, ...], no: tuple[str, ...]) -> Entry:
    shown: dict[str, Any] = {"id": "x", "source": UNVERIFIED, "name": "X", "yes": yes, "no": no}
    phrase = {k: v for k, v in shown.items() if k != "name"}
    made: dict[str, Entry] = {
        "phrase": Phrase(**phrase, pattern=r"\bBOUGHT\b", kind="transfer-cue", value="ordered"),
        "thing": Thing(**shown, pattern=r"\bt-\d"),
        "fact": Fact(**shown, kind="event", start="2024", aliases=("vestria bought",)),
        "factor": SignificanceFactor(**shown, cues=("BOUGHT THE",), effect="raises"),
        "waiver": WaiverClaim(**shown, cues=("bought the",), asserts="waived"),
        "outlet": Outlet(
            **{**shown, "name": "T-9"}, short="T-9", aliases=("Vestria",), weak=("T-9",), kind="paper", country=""
        ),
        "namesake": Namesake(**shown, aliases=("Vestria bought",)),
        "regime": regime(yes, no),
    }  # fmt: skip
    return made[kind]


@pytest.mark.parametrize("kind", ["phrase", "thing", "fact", "factor", "waiver", "namesake", "regime"])
def test_an_example_that_fails_is_named(kind: str) -> None:
    others = (weapon("t-9", "T-9"), country("Vestria", "Vestrian", "Hallam"))
    name = "regime/r/bought" if kind == "regime" else f"{kind}/x"
    assert failed_examples(knowledge(*others, entry(kind, YES, NO))) == []
    assert failed_examples(knowledge(*others, entry(kind, NO, YES))) == [
        f"[{name}] yes: {NO[0]}",
        f"[{name}] no: {YES[0]}",
    ]


def test_an_outlet_is_shown_by_a_credit_and_not_by_its_name_alone() -> None:
    credited, named, unnamed = ("He told T-9 so.",), ("Vestria has 3.",), ("Nobody has 3.",)
    assert failed_examples(knowledge(entry("outlet", credited, unnamed))) == []
    assert failed_examples(knowledge(entry("outlet", named, named))) == [
        f"[outlet/x] yes: {named[0]}",
        f"[outlet/x] no: {named[0]}",
    ]


def test_a_weak_name_is_enough_for_yes_and_allowed_in_no() -> None:
    petrel = weapon("petrel", "T-9", weak=("Petrel",))
    shown = msgspec.structs.replace(petrel, yes=("A Petrel.",), no=("A Petrel.",))
    assert failed_examples(knowledge(shown)) == []
