"""The forms in which the press says from where it has its news."""

import pytest

from tests.lineage.press import report, trace_texts, traced

LEAD = "Vestria will buy twelve frigates from Kaldoria. The ministers met on Monday at the yard in Port Hallam."
BODY = "The first of them is to sail within two years. The price was not made known."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway will buy Leopard 2 tanks, Reuters reported. {body}", ("cites", "Reuters")),
        ("Norway will buy Leopard 2 tanks, the website of the BBC relates. {body}", ("cites", "BBC")),
        (
            "Norway will buy Leopard 2 tanks, with a reference to its own sources, Reuters transmits. {body}",
            ("cites", "Reuters"),
        ),
        ("Reuters was the first to report that Norway will buy Leopard 2 tanks. {body}", ("cites", "Reuters")),
        ("La Tribune, the Paris business daily, puts the price at nine billion euros. {body}", ("cites", "La Tribune")),
        ("The Hallam Argus, a Vilnius news site, reported the sale on Monday. {body}", ("cites", "Hallam Argus")),
        (
            "The sale was declared done by the ministry, the Tidewater Gazette wrote. {body}",
            ("cites", "Tidewater Gazette"),
        ),
        ("Sources gave the particulars of the sale to Reuters on Monday. {body}", ("cites", "Reuters")),
        (
            "Norway will buy Leopard 2 tanks, Kaldoria Today reports, citing foreign media. {body}",
            ("cites", "foreign media"),
        ),
        ("The content of the letter was cited by American media on Monday. {body}", ("cites", "American media")),
        (
            "OSLO (Tidewater News / Sputnik - 8th September, 2022) Norway will buy tanks from Germany. {body}",
            ("copy", "Sputnik"),
        ),
        ("(Bloomberg) -- Norway will buy Leopard 2 tanks from Germany. {body}", ("copy", "Bloomberg")),
        ("March 17 (UPI) -- Norway will buy Leopard 2 tanks from Germany. {body}", ("copy", "UPI")),
        ("Norway will buy Leopard 2 tanks from Germany.\n\n{body}\n\nReuters", ("copy", "Reuters")),
    ],
)
def test_a_credit_gives_a_link(text: str, expected: tuple[str, str]) -> None:
    assert expected in trace_texts(paper=text.format(body=BODY)).credits("paper")


@pytest.mark.parametrize(
    "text",
    [
        "Norway will buy Leopard 2 tanks, the minister reported to parliament. {body}",
        "In January, the magazine of the rifle was changed, the colonel said. {body}",
        "The minister said, citing article five of the treaty, that Norway would wait. {body}",
        "Social life went on in the media quarter of the town, the mayor said. {body}",
    ],
)
def test_what_is_no_credit_gives_none(text: str) -> None:
    assert trace_texts(paper=text.format(body=BODY)).credits("paper") == set()


def test_of_a_chain_the_last_is_the_origin() -> None:
    found = trace_texts(paper=f"Norway will buy Leopard 2 tanks, Sputnik reported, citing Reuters. {BODY}")
    whole = max(found.origins("paper"), key=lambda o: max(p.end - p.start for p in o.passages))
    assert whole.label == "Reuters"
    assert not whole.established


def test_an_outlet_that_was_told_is_established_and_one_that_only_reported_is_not() -> None:
    told = trace_texts(paper=f"Norway will buy Leopard 2 tanks, two officials told Reuters. {BODY}")
    said = trace_texts(paper=f"Norway will buy Leopard 2 tanks, Reuters reported. {BODY}")
    assert told.established("paper") == {"Reuters"}
    assert said.established("paper") == set()


def test_the_american_government_is_not_us() -> None:
    found = traced([report(f"A colonel told US lawmakers that Norway will buy tanks. {BODY}", outlet="Hallam Sheet")])
    assert found.established("report") == set()


def test_words_that_others_heard_in_a_quotation_are_no_access() -> None:
    found = traced([report(f'"They told us nothing," the minister of Norway said. {BODY}', outlet="Hallam Sheet")])
    assert found.established("report") == set()


def test_outlets_that_only_the_library_knows_are_credited_by_name() -> None:
    first = report(
        f"OSLO - Norway will buy Leopard 2 tanks from Germany, an officer told Fjord & Fell. {BODY}",
        "first", outlet="Fjord & Fell", published="2024-03-01",
    )  # fmt: skip
    second = report(
        "Norway is to take Leopard 2 tanks, according to Fjord & Fell. Germany builds them.",
        "second", outlet="Hallam Sheet", published="2024-03-03",
    )  # fmt: skip
    later = report(
        "Norway wants still more Leopard 2 tanks of Germany, according to Fjord & Fell.",
        "later", outlet="Hallam Sheet", published="2025-01-07",
    )  # fmt: skip
    found = traced([first, second, later])
    assert ("cites", "first") in found.ties("second")
    assert ("cites", "Fjord & Fell") in found.credits("later"), "ten months on it is another story"


def test_two_descriptions_of_one_document_are_one() -> None:
    found = trace_texts(
        paper="A review that the Pentagon published says that India may be given missile defence. "
        "It is called a key partner in the long 'Missile Defense Review' report, which was long awaited."
    )
    assert found.credits("paper") == {("cites", "Missile Defense Review")}


def test_a_credit_says_how_far_down_the_page_it_reaches_and_through_how_many_hands() -> None:
    page = report(
        "Norway may take Leopard 2 tanks of Germany this year, the Fjord Post reported, citing the Palm Herald. "
        "Sixty of them would be shipped. Nobody in Oslo would say what they cost.",
        "page",
        outlet="Gazette A",
    )
    found = traced([page])
    [behind] = [x for x in found.lineage.links if x.outlet == "Palm Herald"]
    said = {reason.rule: reason.detail for reason in behind.reasons}
    assert said["reach"] == "what rests on Palm Herald goes down to sentence 3 of 3"
    assert said["chain"].startswith("at 3 removes through Fjord Post")
    [first] = [x for x in found.lineage.links if x.outlet == "Fjord Post"]
    assert {reason.rule for reason in first.reasons} >= {"reach"}
    assert "goes down to sentence 1 of 3" in {r.rule: r.detail for r in first.reasons}["reach"]


def test_media_without_a_name_are_an_empty_credit() -> None:
    page = report(
        "Norway may take Leopard 2 tanks of Germany before the winter, according to foreign media. Sixty of them would "
        "be shipped from Emden.",
        "page",
        outlet="Gazette A",
    )
    [link] = [x for x in traced([page]).lineage.links if x.relation == "cites"]
    assert "empty-credit" in {reason.rule for reason in link.reasons}
