"""One small library in which every part of an export and a dossier is seen."""

from dataclasses import dataclass

from secondsource.model.ledger import (
    Ledger,
)
from secondsource.model.lineage import Lineage
from secondsource.model.report import Discard, Report
from secondsource.model.statement import (
    Informant,
    Quote,
    Utterance,
)

from .factory import span, stretch
from .press import COURIER
from .sample_entries import BDEA_ENTRY, CONTROL_ENTRY, EXPOSURE_ENTRY, FIGURE_ENTRY, KITE_ENTRY, S77_ENTRY
from .sample_lineage import LINEAGE
from .sample_reports import (
    COURIER_REPORT,
    DISCARDS,
    REPORTS,
)
from .sample_statements import STATEMENTS


@dataclass(frozen=True)
class Library:
    """What the publishing functions take."""

    reports: tuple[Report, ...]
    lineage: Lineage
    ledger: Ledger
    discards: tuple[Discard, ...]


LEDGER = Ledger(
    entries=(KITE_ENTRY, S77_ENTRY, EXPOSURE_ENTRY, BDEA_ENTRY, CONTROL_ENTRY, FIGURE_ENTRY),
    statements=STATEMENTS,
    quotes=(
        Quote(
            report="rep-courier",
            start=stretch(COURIER, '"With a buyer').start,
            end=stretch(COURIER, 'at once,"').end,
            text='"With a buyer like Kestia we gain an ally and a customer at once,"',
            speaker="Tomas Varga",
            anonymous=False,
            cue="says",
        ),
    ),
    informants=(
        Informant(
            id="inf-officials",
            label="current officials of Arlandia",
            kind="person",
            anonymous=True,
            interest="supplier",
        ),
        Informant(
            id="inf-familiar", label="people familiar with the talks", kind="person", anonymous=True, interest="unknown"
        ),
        Informant(
            id="inf-ministry",
            label="Ministry of Defence of Kestia",
            kind="body",
            anonymous=False,
            interest="recipient",
        ),
        Informant(
            id="inf-spokesperson", label="spokesperson of Arlandia", kind="person", anonymous=True, interest="supplier"
        ),
        Informant(id="inf-rem", label="Ilya Rem", kind="person", anonymous=False, interest="supplier"),
        Informant(
            id="inf-vesti-sources",
            label="sources in military circles",
            kind="person",
            anonymous=True,
            interest="recipient",
        ),
        Informant(id="inf-diplomat", label="Arlandian diplomat", kind="person", anonymous=True, interest="rival"),
    ),
    utterances=(
        Utterance(
            id="utt-officials",
            informant="inf-officials",
            form="interview",
            start="2020-10-26",
            end="2020-10-30",
            wordings=(span(COURIER_REPORT, "officials confirm to the Meridian Courier"),),
        ),
    ),
)


def library() -> Library:
    """The whole invented library."""
    return Library(reports=REPORTS, lineage=LINEAGE, ledger=LEDGER, discards=DISCARDS)
