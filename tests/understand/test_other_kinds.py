"""Agreements, sanctions, controls and claims."""

from tests.understand.reading import only, report, ruled, statements


def test_a_named_agreement_is_signed_by_the_parties_of_the_sentence() -> None:
    found = only("Japan and the Philippines signed the Reciprocal Access Agreement on Monday.", "agreement")
    assert (found.status, found.modality) == ("signed", "asserted")
    assert {p.name for p in found.parties} == {"Japan", "Philippines"}


def test_keen_to_sign_is_negotiating_and_not_signed() -> None:
    found = statements("Seoul and Tokyo are keen to sign a military intelligence pact.", "agreement")
    assert [s.status for s in found] == ["negotiating"]


def test_a_pact_takes_the_name_of_the_one_agreement_the_report_names() -> None:
    text = "The long-pending pact was signed in Delhi by India and the US. Both had been keen to sign COMCASA."
    found = statements(text, "agreement")
    assert {s.name for s in found} == {"Communications Compatibility and Security Agreement"}
    assert {s.status for s in found} == {"signed", "negotiating"}


def test_who_leaves_a_treaty_is_its_one_party() -> None:
    found = only("In April 2019, Turkey withdrew from an international weapons treaty.", "agreement")
    assert (found.status, found.name) == ("withdrawn", "international weapons treaty")
    assert [p.name for p in found.parties] == ["Turkey"]


def test_an_exception_is_exempted_and_never_waived() -> None:
    text = "In 2017 Washington passed CAATSA. However, an exception was made for Vietnam over the S-400 deal."
    found = statements(text, "sanction")
    assert [(s.status, s.recipient, s.regime) for s in found] == [("exempted", "Vietnam", "CAATSA")]


def test_sanctions_in_a_relative_clause_are_on_whom_it_follows() -> None:
    found = statements("Peru trades with Iran, which is now facing American sanctions.", "sanction")
    assert [(s.status, s.recipient, s.supplier) for s in found] == [("imposed", "Iran", "United States")]


def test_a_freeze_that_is_lifted_is_lifted() -> None:
    found = only("Canada lifted its freeze on arms exports to Saudi Arabia.", "control")
    assert (found.status, found.supplier, found.recipient) == ("lifted", "Canada", "Saudi Arabia")


def test_the_price_of_a_piece_is_a_claim_on_the_item() -> None:
    found = only("The Rafale jets cost $90 million apiece, analysts say.", "claim")
    assert found.claim is not None
    assert (found.claim.measure, found.claim.amount, found.designation) == ("unit price", 90e6, "Rafale")


def test_a_total_of_sales_is_a_claim_and_no_transfer() -> None:
    found = statements("Since 2010 France has approved over $8 billion in arms sales to India.")
    assert [(s.kind, s.recipient, s.values[0].basis) for s in found] == [("claim", "India", "cumulative")]


def test_two_counts_of_one_measure_share_their_subject() -> None:
    text = (
        "Over a million jobs were created by arms sales to Qatar, the president said. "
        "Reuters reported that the number of new jobs was between 20,000 and 40,000."
    )
    found = [s.claim for s in statements(text, "claim") if s.claim]
    assert {(c.measure, c.subject) for c in found} == {("jobs", "Qatar")}
    assert {(c.amount, c.high) for c in found} == {(1_000_000, None), (20_000, 40_000)}


def test_a_report_in_another_language_gives_nothing() -> None:
    found = ruled(report("Perù ha acquistato 24 Rafale dalla Francia.", understood=False))
    assert (found.statements, found.quotes) == ((), ())
