"""Acts of saying, matched across reports."""

from tests.factory import Press, said
from tests.ledger.saying import prints


def test_three_reports_of_one_press_conference_are_one_informant_attested_three_times() -> None:
    press = Press()
    for name, when in (("A", "2025-08-05"), ("B", "2025-08-06"), ("C", "2025-08-05")):
        told = press.outlet(name, published=when)
        press.tells(told, "He told a press conference so.", attribution=said("Chalermwut Sirisap"))
    ledger = press.ledger()
    (act,) = ledger.utterances
    assert (act.form, act.start, act.end, len(act.wordings)) == ("press-conference", "2025-08-05", "2025-08-06", 3)
    (deal,) = ledger.entries
    assert deal.support is not None
    assert (deal.support.informants, deal.support.attestations, deal.support.established) == (1, 3, 3)


def test_what_is_said_a_week_later_is_said_anew() -> None:
    press = Press()
    for name, when in (("A", "2025-08-05"), ("B", "2025-08-13")):
        press.tells(press.outlet(name, published=when), attribution=said("Chalermwut Sirisap"))
    assert len(press.ledger().utterances) == 2


def test_a_quotation_belongs_to_the_act_of_its_speaker() -> None:
    press = Press()
    one, other = press.outlet("A"), press.outlet("B", published="2019-03-07")
    press.tells(
        one, "He said his staff went through every line of this contract.", attribution=said("Chalermwut Sirisap")
    )
    press.quotes_words(other, '"My staff went through every line of this contract"', "Mr Chalermwut")
    ledger = press.ledger()
    assert [q.utterance for q in ledger.quotes] == [u.id for u in ledger.utterances]


def test_a_quotation_is_of_the_act_of_the_sentence_that_it_stands_in() -> None:
    press = Press()
    words = '"The sale was notified to both houses of Congress today"'
    other = '"No American soldiers go abroad for any part of this purchase"'
    prints(press, "A", f"{words}, they said.", said("State Department"), status="cleared")
    prints(press, "B", f"{other}, they said.", said("Defense Security Cooperation Agency"), status="cleared")
    ledger = press.ledger()
    told = {s.report: s.utterance for s in ledger.statements}
    assert {q.report: q.utterance for q in ledger.quotes} == told


def test_a_quotation_printed_again_weeks_later_is_not_said_again() -> None:
    press = Press()
    for name, when in (("A", "2025-08-05"), ("B", "2025-09-20")):
        told = press.outlet(name, published=when)
        press.quotes_words(told, '"We went through every line of this,"', "Chalermwut Sirisap")
    (act,) = press.ledger().utterances
    assert (act.start, act.end, len(act.wordings)) == ("2025-08-05", "2025-08-05", 2)


def test_a_copy_was_told_when_its_donor_was() -> None:
    press = Press()
    donor = press.outlet("A", published="2025-08-05")
    taker = press.report("B", published="2025-09-20")
    press.link(taker, donor, "copy")
    press.tells(taker, attribution=said("Chalermwut Sirisap"))
    (act,) = press.ledger().utterances
    assert act.start == "2025-08-05"
