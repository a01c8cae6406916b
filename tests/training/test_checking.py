"""What the check of the corpus finds wrong."""

import pytest
from training.checking import distinct_share, doubled, faults, repeated_runs
from training.corpus import Annotated, States, Voice

TEXT = "Chile ordered six Orkan launchers from Norway on Monday.\nNobody in Santiago named a price."


def report(name: str = "a-1", text: str = TEXT, **slots: object) -> Annotated:
    return Annotated(id=name, style="wire", story="chile-orkan", text=text, **slots)  # type: ignore[arg-type]


def states(**slots: object) -> States:
    given = {"kind": "transfer", "trigger": "1|ordered", "status": "ordered", "recipient": "1|Chile"} | slots
    return States(**given)  # type: ignore[arg-type]


def test_a_sound_report_has_no_faults() -> None:
    voice = Voice(id="v", speaker="2|Nobody in Santiago", cue="2|named")
    assert list(faults(report(says=(voice,), states=(states(voice="v"),)))) == []


@pytest.mark.parametrize(
    ("slots", "word"),
    [
        ({"item": "1|Patriot launchers"}, "Patriot"),
        ({"status": "bought"}, "bought"),
        ({"voice": "w"}, "voice"),
        ({"value": "2|price"}, "basis"),
        ({"quantity": "1|six"}, "item"),
        ({"actor": "1|Chile"}, "side"),
        ({"kind": "claim", "status": "ordered"}, "claim"),
        ({"kind": "agreement", "status": "signed"}, "name or two parties"),
    ],
)
def test_a_fault_of_a_statement_is_named(slots: dict[str, str], word: str) -> None:
    found = list(faults(report(states=(states(**slots),))))
    assert len(found) == 1
    assert word in found[0]
    assert found[0].startswith("a-1")


def test_a_voice_without_speaker_or_outlet_is_a_fault() -> None:
    assert "neither speaker nor outlets" in next(iter(faults(report(says=(Voice(id="v", cue="2|named"),)))))


def test_ids_stand_once() -> None:
    assert doubled([report(), report()]) == ["the id a-1 stands 2 times"]


def test_a_template_is_seen_through_its_names_and_numbers() -> None:
    made = [
        report(f"a-{n}", f"The defence ministry of {name} said in a note that {n} tanks had arrived.")
        for n, name in enumerate(["Chile", "Peru", "Ghana", "Oman"], start=3)
    ]
    runs = [run for run, _ in repeated_runs(made)]
    assert "said in a note that #" in runs
    assert distinct_share(made) < 0.5


def test_three_reports_may_share_a_run() -> None:
    made = [report(f"a-{n}", "The ministry said in a short note that more had come.") for n in range(3)]
    assert repeated_runs(made) == []
