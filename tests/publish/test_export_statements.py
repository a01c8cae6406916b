"""Acts of saying as the export writes them."""

from typing import get_args

from secondsource.model.evidence import Reason, Span
from secondsource.model.statement import Comparison, Difference, DifferenceKind, Utterance
from secondsource.publish.export_statements import utterance_object

from .test_export import SCHEMA

UTTERANCE = Utterance(
    id="utt-1",
    informant="inf-1",
    form="interview",
    start="2021-03-11",
    end=None,
    wordings=(Span(report="rep-a", start=0, end=20), Span(report="rep-b", start=5, end=15)),
    comparisons=(
        Comparison(wording=1, of=0, differences=(Difference(kind="number", start=6, end=8, of_start=1, of_end=4),)),
    ),
    reasons=(Reason(rule="same-words", detail="2 reports"),),
)


def test_each_wording_has_its_differences_and_the_place_of_the_fullest() -> None:
    assert utterance_object(UTTERANCE)["wordings"] == [
        {"report": "rep-a", "start": 0, "end": 20, "of": None, "differences": []},
        {
            "report": "rep-b",
            "start": 5,
            "end": 15,
            "of": 0,
            "differences": [{"kind": "number", "start": 6, "end": 8, "of_start": 1, "of_end": 4}],
        },
    ]


def test_an_act_has_its_reasons() -> None:
    assert utterance_object(UTTERANCE)["reasons"] == [{"rule": "same-words", "detail": "2 reports"}]


def test_the_schema_knows_every_kind_of_difference() -> None:
    wording = SCHEMA["$defs"]["utterance"]["properties"]["wordings"]["items"]
    assert wording["properties"]["differences"]["items"]["properties"]["kind"]["enum"] == list(get_args(DifferenceKind))
