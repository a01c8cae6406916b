"""Origins never join what only a third text puts side by side, and a circle establishes nothing."""

import pytest

from tests.lineage.press import report, traced

FIRST = """Norway will buy Leopard 2 tanks from Germany under a contract signed on Friday in Oslo by both ministers. \
An officer of the procurement agency told the Fjord Post that the first tanks arrive before the winter of 2026.

The last of them is to follow two years later, once the crews have been trained on the plains of Lower Saxony. \
Opposition lawmakers asked for the papers of the deal, having complained of its price since the spring session."""
SECOND = """Brazil has taken delivery of two Gripen fighters at the port of Navegantes, as a crowd gathered at dawn. \
A colonel told the Palm Herald that both were flown to Anapolis after the rains, with Swedish pilots at the stick.

The remaining aircraft will be assembled by Embraer in the state of Sao Paulo under a licence that runs for a decade. \
Engineers who learned the trade in Linkoping have come home, and forty more of them leave for Sweden in the autumn."""


def halves() -> str:
    """A page that changes between the two, paragraph by paragraph."""
    one, other = FIRST.split("\n\n"), SECOND.split("\n\n")
    return "\n\n".join([one[0], other[0], one[1], other[1]])


def test_a_page_stitched_of_two_makes_them_no_one_thing() -> None:
    found = traced(
        [
            report(FIRST, "first", outlet="Fjord Post", published="2025-03-01"),
            report(SECOND, "second", outlet="Palm Herald", published="2025-03-02"),
            report(halves(), "page", outlet="Newsy Hub", published="2025-03-05"),
        ]
    )
    assert found.ties("page") == {("stitched", "first"), ("stitched", "second")}
    assert found.share_an_origin("page", "first")
    assert found.share_an_origin("page", "second")
    assert not found.share_an_origin("first", "second")
    assert found.established("first") == {"Fjord Post"}


def test_a_stitched_page_that_credits_an_agency_does_not_lend_it_to_both() -> None:
    credited = halves().replace("Norway will buy", "Reuters reported that Norway will buy")
    one = FIRST.replace("told the Fjord Post", "told Reuters")
    other = SECOND.replace("told the Palm Herald", "told Reuters")
    found = traced(
        [
            report(one, "first", outlet="Fjord Post"),
            report(other, "second", outlet="Palm Herald"),
            report(credited, "page", outlet="Newsy Hub"),
        ]
    )
    assert found.share_an_origin("page", "first")
    assert not found.share_an_origin("first", "second")


@pytest.mark.parametrize("size", [2, 3, 40])
def test_a_ring_of_outlets_is_one_origin_that_establishes_nothing(size: int) -> None:
    names = [f"Gazette {chr(65 + i // 26)}{chr(97 + i % 26)}" for i in range(size)]
    sights = "rain fog sleet hail frost thaw wind dust smoke haze".split()
    ring = [
        report(
            f"Norway may take {sights[i % 10]}-proof Leopard 2 tanks of Germany, according to {names[(i + 1) % size]}.",
            f"ring-{i}",
            outlet=names[i],
            published="2025-03-01",
        )
        for i in range(size)
    ]
    found = traced(ring)
    [origin] = found.lineage.origins
    assert not origin.established
    assert origin.reasons[0].rule == "ring"
    assert len(origin.reports) == size


def test_who_stands_outside_a_ring_and_rests_on_it_is_of_its_origin() -> None:
    ring = [
        report("Norway may take Leopard 2 tanks of Germany, according to Gazette B.", "a", outlet="Gazette A"),
        report("Germany may give Norway its Leopard 2 tanks, according to Gazette A.", "b", outlet="Gazette B"),
        report("Leopard 2 tanks for Norway, built by Germany, according to Gazette A.", "c", outlet="Gazette C"),
    ]
    assert len(traced(ring).lineage.origins) == 1


def test_two_reports_of_one_agency_story_share_an_origin_that_is_not_here() -> None:
    texts = {
        "a": ("2025-03-01", "OSLO (Reuters) - Norway will buy Leopard 2 tanks that Germany builds."),
        "b": ("2025-03-03", "Germany sells Leopard 2 tanks to Norway, two officials told Reuters."),
        "c": ("2025-09-03", "Germany sells Leopard 2 tanks to Norway, sources told Reuters."),
        "d": ("2025-03-02", "Germany sells Eurofighter jets to Turkey, sources told Reuters."),
    }
    found = traced([report(text, name, outlet=f"Port {name}", published=day) for name, (day, text) in texts.items()])
    assert found.share_an_origin("a", "b")
    assert not found.share_an_origin("a", "c"), "half a year later it is another story"
    assert not found.share_an_origin("a", "d"), "another deal is another story"
    [origin] = found.origins("a")
    assert (origin.label, origin.kind, origin.seen, origin.established) == ("Reuters", "agency", False, True)


def test_prints_of_one_text_take_the_origin_of_the_one_that_says_from_where() -> None:
    body = FIRST.replace(
        "An officer of the procurement agency told the Fjord Post", "An officer of the procurement agency told Reuters"
    )
    found = traced([report(body, "a", outlet="Port News"), report(FIRST.replace("told the Fjord Post", "said"), "b")])
    assert found.share_an_origin("a", "b")


def test_a_version_of_a_report_supersedes_it() -> None:
    url = "https://fjord-post.example/tanks"
    early = report(FIRST, "early", outlet="Fjord Post", published="2025-03-01", url=url)
    late = report(FIRST + " The price is known.", "late", outlet="Fjord Post", published="2025-03-02", url=url)
    assert traced([early, late]).ties("late") == {("version", "early")}
