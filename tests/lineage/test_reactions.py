"""Answers to other outlets' reports are no derivation."""

import pytest

from tests.lineage.press import trace_texts

BODY = "The tanks are built in Germany. The first of them is to come to Norway in two years."


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The ministry confirmed a report by Reuters that Norway will buy Leopard 2 tanks. {body}", "confirms"),
        ("A spokesman confirmed to us yesterday the report by Reuters on the Leopard 2 tanks. {body}", "confirms"),
        ("What Reuters wrote of the Leopard 2 tanks is correct, the ministry said. {body}", "confirms"),
        ("The ministry denied a report by Reuters that Norway will buy Leopard 2 tanks. {body}", "denies"),
        (
            "The ministry dismissed a media report that talks had ended. Reuters reported that on Monday. {body}",
            "denies",
        ),
        (
            "Reuters reported that Norway will buy Leopard 2 tanks. The Sheet could not verify the report. {body}",
            "unverified",
        ),
        ("Reuters reported a sale of tanks. It could not be independently verified. {body}", "unverified"),
        ("The ministry declined to comment on the report by Reuters that Norway will buy tanks. {body}", "no-comment"),
    ],
)
def test_an_answer_to_a_report_is_a_reaction(text: str, relation: str) -> None:
    assert (relation, "Reuters") in trace_texts(paper=text.format(body=BODY)).credits("paper")


@pytest.mark.parametrize(
    "text",
    [
        "Officials confirmed to Reuters that Norway will buy Leopard 2 tanks. {body}",
        "Reuters reported that Norway will buy tanks. He did not confirm the figure of thirty. {body}",
        "Reuters reported that Norway will buy Leopard 2 tanks. The maker declined to comment. {body}",
        "Norway denied Germany the use of its ports, Reuters reported. {body}",
    ],
)
def test_what_answers_no_report_is_none(text: str) -> None:
    found = trace_texts(paper=text.format(body=BODY)).credits("paper")
    assert {relation for relation, _ in found} == {"cites"}


def test_a_confirmed_report_does_not_carry_the_one_that_confirms_it() -> None:
    found = trace_texts(
        paper=f"A spokesman confirmed to us yesterday the report by Reuters on the Leopard 2 tanks. {BODY}"
    )
    assert {o.label for o in found.origins("paper")} == {"Paper Sheet"}
    assert found.established("paper") == {"Paper Sheet"}
