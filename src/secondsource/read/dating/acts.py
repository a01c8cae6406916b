"""Bounds from laws and agreements: nobody invokes a law before it is enacted, or is keen to sign what is signed."""

import datetime
import re
from collections.abc import Iterator

from secondsource.knowledge import Knowledge, Mention
from secondsource.knowledge.entries import Agreement, Law
from secondsource.read.dating.constraint import ACROSS_THE_DATE_LINE, Constraint
from secondsource.read.dating.telling import Told
from secondsource.read.days import first_day, last_day

LAW_WEIGHT = 6
SIGNED_WEIGHT = 5
UNSIGNED_WEIGHT = 3
_BILL = re.compile(
    r"\b(?:bill|draft|proposed|pending|would-be|legislation that would|if passed|if enacted)\b", re.IGNORECASE
)
_SIGNED = re.compile(
    r"\b(?:signed|sealed|inked|concluded|ratified|in force|under|since|expired?|withdr\w+|pull\w* out|renew\w*|"
    r"extend\w*|scrap\w*|terminat\w*|suspend\w*|violat\w*|breach\w*|member of|party to|part of|joined|formalized|"
    r"entered|(?:after|following|since) (?:the )?(?:signing|conclusion) of|thanks to)\b",
    re.IGNORECASE,
)
_SIGNED_AFTER = re.compile(
    r"^\W{0,3}(?:was|were|has been|had been)\s+(?:finally\s+)?(?:signed|sealed|inked|concluded)\b"
)
_UNSIGNED = re.compile(
    r"\b(?:(?:keen|ready|set|due|expected|likely|plan(?:s|ned|ning)?|hop(?:e|es|ed|ing)|about|agreed|poised|willing|"
    r"looking|want(?:s|ed)?|reluctant|unwilling|refus\w+|yet|close|decid\w+|urg\w+|press\w+|persuad\w+)\s+to\s+"
    r"(?:be\s+|get\s+)?(?:sign|signing|signed|conclude|seal|ink|finali[sz]e)\w*|"
    r"(?:will|would|could|may|might|should|to)\s+(?:soon\s+|be\s+)?(?:sign|seal|ink|conclude|finali[sz]e)\w*|(?:not|yet|never)\s+(?:been\s+)?sign\w*|negotiat\w+|unsigned|"
    r"talks (?:on|for|about)|ahead of the signing|before (?:the )?signing)\b",
    re.IGNORECASE,
)
_UNNAMED_SIGNED = re.compile(
    r"\b(?:pact|agreement|deal|accord|memorandum|treaty)\b[^.]{0,40}\b(?:was|were|has been|been)\s+(?:finally\s+)?"
    r"(?:signed|sealed|inked|concluded)\b"
    r"|\b(?:signed|sealed|inked|concluded)\b[^.]{0,60}\b(?:pact|agreement|accord|treaty)\b",
    re.IGNORECASE,
)


def act_constraints(passages: list[Told], mentions: list[Mention], knowledge: Knowledge) -> Iterator[Constraint]:
    """Bounds from every law and agreement that the passages name."""
    for passage in passages:
        inside = [m for m in mentions if m.strong and passage.start <= m.start < passage.end]
        for mention in inside:
            if mention.kind == "law":
                yield from _of_law(passage, mention, knowledge.get("law", mention.id, Law))
            elif mention.kind == "agreement":
                yield from _of_agreement(passage, mention, knowledge.get("agreement", mention.id, Agreement))
    yield from _unsigned(passages, mentions, knowledge)


def _of_law(passage: Told, mention: Mention, law: Law) -> Iterator[Constraint]:
    around = passage.text[max(0, mention.start - passage.start - 40) : mention.end - passage.start + 30]
    if not _BILL.search(around):
        day = first_day(law.enacted)
        yield Constraint(low=day, weight=LAW_WEIGHT, reason=f"names {law.name}, enacted {law.enacted}")


def _of_agreement(passage: Told, mention: Mention, agreement: Agreement) -> Iterator[Constraint]:
    clause = passage.clause(mention.start, mention.end)
    after = passage.text[mention.end - passage.start :]
    signed = _SIGNED.search(clause) or _SIGNED_AFTER.match(after)
    if agreement.signed and signed and not _UNSIGNED.search(passage.text):
        day = first_day(agreement.signed)
        yield Constraint(
            low=day - ACROSS_THE_DATE_LINE,
            weight=SIGNED_WEIGHT,
            reason=f"speaks of {agreement.name} as signed, on {agreement.signed}",
        )


def _unsigned(passages: list[Told], mentions: list[Mention], knowledge: Knowledge) -> Iterator[Constraint]:
    """An agreement spoken of as not yet signed, unless the text speaks of an unnamed one as signed: it may be this."""
    for passage in passages:
        for mention in mentions:
            if mention.kind != "agreement" or not mention.strong or not passage.start <= mention.start < passage.end:
                continue
            agreement = knowledge.get("agreement", mention.id, Agreement)
            ahead = _UNSIGNED.search(passage.text[: mention.end - passage.start + 40])
            if not agreement.signed or not ahead or re.search(r"(?i:negotiat|talks)", ahead.group()):
                continue
            if not any(_signs_unnamed(p, mentions) for p in passages):
                day: datetime.date = last_day(agreement.signed)
                yield Constraint(
                    high=day,
                    weight=UNSIGNED_WEIGHT,
                    reason=f"speaks of {agreement.name}, signed {agreement.signed}, as still to be signed",
                )


def _signs_unnamed(passage: Told, mentions: list[Mention]) -> bool:
    if not _UNNAMED_SIGNED.search(passage.text):
        return False
    return not any(m.kind == "agreement" and passage.start <= m.start < passage.end for m in mentions)
