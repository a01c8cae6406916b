"""Reports of an invented library that carry what somebody says, for tests of acts of saying."""

from typing import Any

from secondsource.model.ledger import Ledger
from secondsource.model.report import Report
from secondsource.model.statement import Attribution, Quote, Utterance
from tests.factory import Press, said

SPEAKER = "Ingrid Solberg"
FULL = (
    '"We will deliver all twelve frigates before the autumn storms, and nobody in this government doubts that the '
    'shipyard keeps its word"'
)


def prints(press: Press, name: str, sentence: str, voice: Attribution | None = None, **fields: Any) -> Report:
    """A report of an outlet that prints one sentence; what stands in it in straight marks is quoted from the voice."""
    days = fields.pop("published", "2025-08-05")
    report = press.outlet(name, published=days, established=fields.pop("established", True))
    adds(press, report, sentence, voice, **fields)
    return press.reports[report.id]


def adds(press: Press, report: Report, sentence: str, voice: Attribution | None = None, **slots: Any) -> None:
    """One more line of a report: its quotations, and a statement where slots or a voice but no quotation are given."""
    voice = voice or said(SPEAKER)
    start = len(press.reports[report.id].text)
    if slots or '"' not in sentence:
        press.tells(report, sentence, attribution=voice, **slots)
    else:
        press.adds_line(report, sentence)
    marks = [start + n for n, character in enumerate(sentence) if character == '"']
    for low, high in zip(marks[::2], marks[1::2], strict=True):
        text = press.reports[report.id].text[low : high + 1]
        press.quotes.append(
            Quote(
                report=report.id,
                start=low,
                end=high + 1,
                text=text,
                speaker=voice.speaker,
                anonymous=voice.anonymous,
                cue=None,
            )
        )


def act_of(ledger: Ledger, name: str) -> Utterance:
    """The only act that the report of a name has a wording of."""
    (only,) = [u for u in ledger.utterances if f"rep-{name}" in {w.report for w in u.wordings}]
    return only


def label(ledger: Ledger, utterance: Utterance) -> str:
    """Who said it."""
    return next(i.label for i in ledger.informants if i.id == utterance.informant)
