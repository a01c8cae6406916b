"""The whole journey on the sample reports, with a user's knowledge over ours: what a reader expects to find."""

from functools import cache
from typing import NamedTuple

import pytest

from secondsource.corroborate import weigh
from secondsource.extractor import load as extractor
from secondsource.ledger import enter
from secondsource.lineage import compare, trace
from secondsource.model.ledger import Entry, Ledger
from secondsource.model.report import Raw, Report
from secondsource.pipeline import skipped
from secondsource.read import read
from secondsource.understand import understand
from tests.factory import SAMPLES, TODAY, entries, knowledge


class Journey(NamedTuple):
    reports: list[Report]
    ledger: Ledger


@cache
def travelled() -> Journey:
    known = knowledge()
    files = sorted(SAMPLES.glob("[0-9]*"))
    found = [read(Raw(source=path.name, data=path.read_bytes()), known, TODAY) for path in files]
    reports = [one for one in found if isinstance(one, Report)]
    lineage = trace(reports, compare(reports, known), known)
    readings = [understand(one, skipped(one.id, lineage), known, extractor()) for one in reports if one.understood]
    entered = enter(reports, readings, lineage, known, TODAY)
    return Journey(reports, weigh(entered, reports, lineage, known))


@pytest.fixture
def ledger() -> Ledger:
    return travelled().ledger


def files(ledger: Ledger, entry: Entry) -> set[str]:
    """The numbers of the files that an entry rests on."""
    source = {r.id: r.source[:2] for r in travelled().reports}
    of = {s.id: source[s.report] for s in ledger.statements}
    return {of[i] for i in entry.statements}


def test_four_grades_and_two_levels_of_exposure_are_shown(ledger: Ledger) -> None:
    assert len({e.grade for e in ledger.entries}) >= 4
    assert {"imposed", "factors-present"} <= {e.exposure.level for e in ledger.entries if e.exposure}


def test_what_rests_on_debris_alone_is_not_judged(ledger: Ledger) -> None:
    debris = [e for e in ledger.entries if e.statements and files(ledger, e) == {"04"}]
    assert {e.grade for e in debris} <= {"F6"}
    assert all(e.support is not None and e.support.informants == 0 for e in debris)


def test_nothing_rests_on_the_spun_page(ledger: Ledger) -> None:
    assert [e for e in ledger.entries if "03" in files(ledger, e)] == []


def test_a_reprint_adds_no_informant(ledger: Ledger) -> None:
    source = {r.id: r.source[:2] for r in travelled().reports}
    by_id = {s.id: s for s in ledger.statements}
    heard = {
        number: {i for s in by_id.values() if source[s.report] == number for i in s.informants}
        for number in ("01", "02")
    }
    assert heard["02"] <= heard["01"]


def test_one_press_conference_in_three_reports_is_one_act(ledger: Ledger) -> None:
    minister = [i.id for i in ledger.informants if "Chalermwut" in i.label]
    assert len(minister) == 1
    source = {r.id: r.source[:2] for r in travelled().reports}
    told = {q.utterance for q in ledger.quotes if q.speaker and "Chalermwut" in q.speaker}
    acts = [u for u in ledger.utterances if u.id in told]
    assert len(acts) == 1
    assert {"08", "09"} <= {source[w.report] for w in acts[0].wordings}


def test_the_sanctioned_person_is_the_agency_and_not_the_country(ledger: Ledger) -> None:
    imposed = [e for e in entries(ledger, "exposure") if e.exposure and e.exposure.level == "imposed"]
    assert [e.exposure and e.exposure.person for e in imposed] == ["Presidency of Defence Industries"]


def test_indias_exemption_is_a_claim_and_never_a_waiver(ledger: Ledger) -> None:
    (india,) = [e for e in entries(ledger, "exposure") if e.recipient == "India"]
    assert india.exposure is not None
    assert india.exposure.level == "factors-present"
    assert "waived" not in {c.claim for c in india.exposure.claims}


def test_a_denied_suspension_is_contested_and_not_cancelled(ledger: Ledger) -> None:
    denied = [e for e in ledger.entries if any(s.standing == "denied" and s.status == "suspended" for s in e.history)]
    assert [(e.band, e.family) for e in denied] == [("contested", "k2")]
    assert all(e.grade == "F4" and e.status not in ("suspended", "cancelled") for e in denied)


def test_what_the_ministry_says_of_its_own_acts_in_its_own_record_is_confirmed(ledger: Ledger) -> None:
    own = [e for e in entries(ledger, "deal") if files(ledger, e) == {"14"} and e.modality == "asserted"]
    assert {e.grade for e in own} <= {"F1"}
