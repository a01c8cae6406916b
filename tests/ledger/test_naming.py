"""A quotation that stands under several names, or under none."""

import pytest

from secondsource.model.statement import Attribution
from tests.factory import Press, entries, said, unnamed
from tests.ledger.saying import FULL, SPEAKER, act_of, label, prints

MINISTRY = said("Norwegian Defence Ministry")
RARE = '"Frigates rust, admirals retire, invoices linger"'


@pytest.mark.parametrize(
    "other",
    [unnamed("an official"), unnamed("the minister", "Reuters"), said(None), MINISTRY],
    ids=["official", "minister", "nobody", "ministry"],
)
@pytest.mark.parametrize("words", [FULL, RARE], ids=["long", "rare"])
def test_the_better_named_speaker_stands(other: Attribution, words: str) -> None:
    press = Press()
    prints(press, "A", words, said(SPEAKER, role="defence minister", country="Norway"))
    prints(press, "B", words, other)
    ledger = press.ledger()
    act = act_of(ledger, "A")
    assert (label(ledger, act), len(act.wordings)) == (SPEAKER, 2)
    assert "better-named" in {r.rule for r in act.reasons}
    assert {q.utterance for q in ledger.quotes} == {act.id}


def test_few_common_words_name_nobody() -> None:
    press = Press()
    prints(press, "A", '"This is a good day for us"')
    prints(press, "B", '"This is a good day for us"', unnamed("an official"))
    assert len(press.ledger().utterances) == 2


def test_two_persons_are_kept_apart_and_named_as_a_misattribution() -> None:
    press = Press()
    prints(press, "A", FULL)
    prints(press, "B", FULL, said("Lars Holmberg"))
    ledger = press.ledger()
    assert {label(ledger, u) for u in ledger.utterances} == {SPEAKER, "Lars Holmberg"}
    notes = {(r.rule, r.detail) for u in ledger.utterances for r in u.reasons}
    told = "the same words under two names: A gives them to Ingrid Solberg, B gives them to Lars Holmberg"
    assert notes == {("misattributed", told)}
    assert all(u.reasons for u in ledger.utterances)


def test_an_unnamed_voice_that_two_persons_fit_stays_unnamed() -> None:
    press = Press()
    prints(press, "A", FULL)
    prints(press, "B", FULL, said("Lars Holmberg"))
    prints(press, "C", FULL, unnamed("an official"))
    ledger = press.ledger()
    assert label(ledger, act_of(ledger, "C")) == "unnamed officials and sources (to C)"


def test_an_official_of_another_state_is_not_given_the_name() -> None:
    press = Press()
    minister = said(SPEAKER, role="defence minister", country="Norway")
    prints(press, "A", f"{FULL}, she said.", minister, status="ordered")
    prints(press, "B", FULL, unnamed("a Turkish official"))
    ledger = press.ledger()
    assert len(ledger.utterances) == 2
    assert {r.rule for u in ledger.utterances for r in u.reasons} == {"misattributed"}


def test_a_joint_quotation_of_two_persons_is_no_misattribution() -> None:
    press = Press()
    prints(press, "A", FULL, said(f"{SPEAKER} and Lars Holmberg"))
    prints(press, "B", FULL)
    assert "misattributed" not in {r.rule for u in press.ledger().utterances for r in u.reasons}


def informants(press: Press) -> int:
    (deal,) = entries(press.ledger(), "deal")
    support = deal.history[0].support
    assert support is not None
    return support.informants


def test_one_act_quoted_under_a_name_and_under_none_is_one_informant() -> None:
    press = Press()
    prints(press, "A", f"{FULL}, she said of the order.", status="ordered")
    prints(press, "B", f"{FULL}, an official said of the order.", unnamed("an official"), status="ordered")
    assert informants(press) == 1


def test_a_name_found_elsewhere_adds_nobody_to_a_step() -> None:
    counts = []
    for named in ((), ("A",)):
        press = Press()
        for name in named:
            prints(press, name, FULL)
        sentence = f"{FULL}, an official said of the order."
        prints(press, "B", sentence, unnamed("an official"), established=False, status="ordered")
        prints(press, "C", "It is ordered, a diplomat said.", unnamed("a diplomat"), status="ordered")
        counts.append(informants(press))
    assert counts == [1, 1]


@pytest.mark.parametrize("k", [10, 300])
def test_a_thousand_papers_that_leave_the_speaker_unnamed_add_nobody(k: int) -> None:
    press = Press()
    prints(press, "A", f"{FULL}, she said of the order.", status="ordered")
    for n in range(k):
        prints(press, f"P{n}", f"{FULL}, an official said.", unnamed("an official"), status="ordered")
    assert (informants(press), len(press.ledger().utterances)) == (1, 1)
