"""Reactions to another outlet's report: it was confirmed, denied, could not be verified, or drew no comment.

A reaction is no derivation. Who confirms a report to this paper knows it himself; who denies it contests it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.lineage.crediting import Credit
from secondsource.lineage.page import Page
from secondsource.model.lineage import Relation

_REPORT = r"(?:reports?|story|stories|article|account|claims?|allegations?)"
_WHOSE = r"(?:(?:the|a|an|this|that|those|these|media|press|news|earlier|recent|\w+'s?|[A-Z][\w.]+)\s+){0,5}"
_FALSE = r"(?:false|untrue|baseless|wrong|fabricated|fake|not true|not correct|not so)"
_UNABLE = r"(?:could not|cannot|couldn't|not able to|unable to|not been able to)"
_HOW = r"(?:immediately\s+|independently\s+|yet\s+)*"
_PATTERNS: tuple[tuple[Relation, re.Pattern[str]], ...] = (
    (
        "unverified",
        re.compile(
            rf"(?i:\b{_UNABLE}\s+{_HOW}(?:verify|confirm|authenticate|corroborate)\s+{_HOW}){_WHOSE}{_REPORT}\b"
            rf"|(?i:\b(?:could not|cannot)\s+{_HOW}be\s+{_HOW}(?:verified|confirmed))\b"
        ),
    ),
    (
        "denies",
        re.compile(
            rf"(?i:\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing)?|reject(?:s|ed|ing)?|"
            rf"rubbish(?:es|ed)|contradict(?:s|ed|ing)?)\s+)(?:as\s+\w+\s+)?{_WHOSE}{_REPORT}\b"
            rf"|(?i:\bcall(?:s|ed)\s+){_WHOSE}{_REPORT}(?:\s\w+){{0,6}}?\s{_FALSE}\b"
            rf"|(?i:\b{_REPORT}\b[^.;\"]{{0,60}}\b(?:is|are|was|were)\s+(?:\w+\s+)?{_FALSE})\b"
            rf"|(?i:^(?:it|that|this) is {_FALSE})\b"
        ),
    ),
    (
        "no-comment",
        re.compile(
            rf"(?i:\b(?:declin(?:es|ed)|refus(?:es|ed)) to comment on|\b(?:had )?no comment on|did not comment on|"
            rf"would not comment on|neither confirm\w* nor den\w+)\s+{_WHOSE}{_REPORT}\b"
        ),
    ),
    (
        "confirms",
        re.compile(
            rf"(?i:\bconfirm(?:s|ed|ing)?\s+(?:to\s+\S+(?:\s+\S+){{0,3}}?\s+)?(?:yesterday\s+|today\s+|on \w+day\s+)?)"
            rf"{_WHOSE}{_REPORT}\b"
            rf"|(?i:\bwhat\s[^.;\"]{{3,60}}(?:wrote|reported|published)[^.;\"]{{0,60}}\bis (?:correct|true|accurate))"
        ),
    ),
)
_NEGATED = re.compile(r"(?i)\b(?:not|never|n't|neither|cannot|declined to|refused to|without)\s+(?:\w+\s+){0,2}$")
# What a paper publishes is a report; a claim may be anybody's.
_PUBLISHED = re.compile(r"(?i)\b(?:reports?|story|stories|article|account)\b")
_POINTS_BACK = re.compile(rf"(?i)\b(?:the|this|that|these|those)\s(?:\w+\s){{0,2}}{_REPORT}\b")
_BY = re.compile(r"\s*(?:by|in|of|from|on)\s(?:the\s)?[\w\s]{0,12}$")
# A report that is answered may be named in the sentence after ("denied a report ... The Argus had reported ...").
REACH = 1
WORDS: dict[Relation, str] = {
    "confirms": "somebody confirms the report by {0} to this report",
    "denies": "somebody denies the report by {0}",
    "unverified": "says that it could not verify the report by {0}",
    "no-comment": "somebody was asked about the report by {0} and did not comment",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """One sentence that answers the report of an outlet. `sentence` numbers the sentences of the whole text."""

    relation: Relation
    label: str
    sentence: int


def reactions(page: Page, credited: Sequence[Credit]) -> list[Reaction]:
    """The reactions of a report to other outlets' reports, in order of place.

    Args:
        page: the report.
        credited: the credits of the report to others than its own outlet.
    """
    named = [credit for credit in credited if credit.kind != "document"]
    found = []
    for number in page.ordinals:
        sentence = page.sentences[number]
        text = _unquoted(page.folded[sentence.start : sentence.end])
        answer = _answer(text)
        label = _answered(answer[1], number, named, page) if answer else None
        if answer and label:
            found.append(Reaction(relation=answer[0], label=label, sentence=number))
    return found


def _answer(sentence: str) -> tuple[Relation, re.Match[str]] | None:
    for relation, pattern in _PATTERNS:
        match = pattern.search(sentence)
        if match and not (relation == "confirms" and _NEGATED.search(sentence[: match.start()])):
            return relation, match
    return None


def _answered(match: re.Match[str], number: int, named: Sequence[Credit], page: Page) -> str | None:
    """The outlet whose report it is: named with it, in the sentence after, or alone before it."""
    begin = page.sentences[number].start
    for credit in named:
        between = match.string[match.end() : max(0, credit.start - begin)]
        inside = begin + match.start() <= credit.start < begin + match.end()
        if credit.sentence == number and (inside or _BY.fullmatch(between)):
            return credit.label
    here = page.ordinals[number]
    after = [c.label for c in named if here < page.ordinals.get(c.sentence, -1) <= here + REACH]
    if after and _PUBLISHED.search(match.group()):
        return after[0]
    points_back = _POINTS_BACK.search(match.group()) or not re.search(_REPORT, match.group())
    before = {c.label for c in named if c.sentence < number}
    return next(iter(before)) if points_back and len(before) == 1 else None


def _unquoted(text: str) -> str:
    """The text without long quotations; a word or two in quotation marks is the writer's own sentence."""
    return re.sub(r"\"[^\"\n]{60,}\"", lambda m: " " * len(m.group()), text)
