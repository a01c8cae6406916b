"""Every relation that the samples were written to show (samples/README.md)."""

import pytest

from tests.lineage.press import Traced, samples, traced

COURIER, REPRINT, SPUN = "01-harbour-courier-patriot", "02-lakeside-reprint", "03-spun-patriot"
STITCHED, DIGEST = "04-stitched-undated", "05-stitched-gripen"
BRIEF, CONFIRMING = "06-gulf-brief", "07-bosphorus-confirms"
BANGKOK, TABLOID, LIVE = "08-bangkok-gripen", "09-tabloid-gripen", "10-live-page-gripen"
BRAZIL, JOURNAL = "11-guanabara-brazil-gripen", "12-trade-journal-brazil-gripen"
DENIAL, RELEASE, INDIA = "13-denial-poland-k2", "14-ministry-release-k9", "16-india-s400-undated"


@pytest.fixture(scope="module")
def library() -> Traced:
    return traced(samples())


def test_a_reprint_is_a_copy_of_the_report_that_was_told(library: Traced) -> None:
    link = library.link(REPRINT, "copy")
    assert library.ties(REPRINT) == {("copy", COURIER)}
    assert link.direction == "determined"
    assert link.coverage > 0.95
    assert not link.changes


def test_a_spun_text_is_reworded_from_the_original_and_not_from_its_reprint(library: Traced) -> None:
    link = library.link(SPUN, "reworded")
    assert library.ties(SPUN) == {("reworded", COURIER)}
    assert link.direction == "determined"
    assert link.coverage > 0.9
    assert {"spintax", "damaged-names"} <= {reason.rule for reason in link.reasons}
    assert {"name", "quote", "phrase"} <= {change.kind for change in link.changes}


def test_reprint_rewording_and_brief_have_one_origin_which_is_established(library: Traced) -> None:
    [origin] = library.origins(COURIER)
    assert (origin.label, origin.seen, origin.established) == ("Harbour Courier", True, True)
    assert {library.names[r] for r in origin.reports} == {COURIER, REPRINT, SPUN, BRIEF}


def test_a_brief_cites_the_report_and_could_not_verify_it(library: Traced) -> None:
    assert library.ties(BRIEF) == {("cites", COURIER), ("unverified", COURIER)}


def test_a_ministry_that_confirms_a_report_makes_a_new_origin(library: Traced) -> None:
    assert library.ties(CONFIRMING) == {("confirms", COURIER)}
    assert [rule.rule for rule in library.link(CONFIRMING, "confirms").reasons] == ["answer-confirms"]
    assert library.established(CONFIRMING) == {"Bosphorus Sheet"}
    assert not library.share_an_origin(CONFIRMING, COURIER)


def test_a_page_of_debris_is_stitched_of_nothing_in_the_library(library: Traced) -> None:
    link = library.link(STITCHED, "stitched")
    assert library.credits(STITCHED) == {("stitched", None)}
    assert {reason.rule for reason in link.reasons} == {"speaker-without-introduction", "orphan-pronoun", "no-thread"}
    assert any("Okello" in reason.detail for reason in link.reasons)
    assert library.established(STITCHED) == set()


def test_a_page_of_two_donors_is_stitched_of_both_and_makes_them_no_one_thing(library: Traced) -> None:
    assert library.ties(DIGEST) == {("stitched", BANGKOK), ("stitched", JOURNAL)}
    assert library.share_an_origin(DIGEST, BANGKOK)
    assert library.share_an_origin(DIGEST, JOURNAL)
    assert not library.share_an_origin(BANGKOK, JOURNAL)


def test_three_reports_of_one_press_conference_share_no_text(library: Traced) -> None:
    for name in (BANGKOK, TABLOID, LIVE, BRAZIL):
        assert library.ties(name) == set()


def test_access_of_ones_own_establishes(library: Traced) -> None:
    assert library.established(BANGKOK) == {"Bangkok Riverside Post"}
    assert library.established(LIVE) == {"Straits Observer"}
    assert library.established(JOURNAL) == {"Aerospace Procurement Review"}
    assert library.established(TABLOID) == set()


def test_a_denied_report_is_an_origin_that_is_not_in_the_library(library: Traced) -> None:
    assert {("denies", "Baltic Argus"), ("cites", "Baltic Argus")} <= library.credits(DENIAL)
    [argus] = [o for o in library.origins(DENIAL) if o.label == "Baltic Argus"]
    assert (argus.seen, argus.established) == (False, False)
    assert "no-comment" not in {relation for relation, _ in library.credits(DENIAL)}


def test_a_release_is_a_record_and_established(library: Traced) -> None:
    [origin] = library.origins(RELEASE)
    assert (origin.kind, origin.established) == ("release", True)


def test_inputs_of_an_agency_do_not_make_a_report_its_copy(library: Traced) -> None:
    assert ("cites", "PTI") in library.credits(INDIA)
    assert ("denies", "Bharat Strategic Wire") in library.credits(INDIA)
    assert len(library.established(INDIA)) == 1
