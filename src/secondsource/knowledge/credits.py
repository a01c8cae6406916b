"""How a text credits the outlets and documents its information came through.

A credit is more than a name: it needs words that say information passed ("told X", "X reported", "according to X",
"(X)"). A name that is also a common word counts only inside such words.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from secondsource.knowledge.entries import Body, Outlet
from secondsource.knowledge.lexicon import Knowledge
from secondsource.knowledge.matching import Mention
from secondsource.text.folding import fold
from secondsource.text.sentences import Sentence, sentences

CreditKind = Literal["access", "report", "tag", "document"]

# How the adjectives of countries end, as in "the Kaldorian daily".
_OF_A_COUNTRY = r"\w+(?:ian|ish|ese|eli)"
_ACCESS_BEFORE = re.compile(
    r"(?:\b(?:told|tells|telling|informed|confirm(?:s|ed)? to|said to|says to|disclosed to|revealed to|speaking to|"
    r"spoke (?:to|with)|speaking with|exclusively to|interview (?:with|to|by|published by|in)|statement to|"
    r"comments? to|email to|remarks to|seen by|obtained by|reviewed by|shared with|approached by|contacted by)"
    r"(?:\s+(?:the|a|daily|newspaper|news|agency|magazine|website|channel|broadcaster|state|local|"
    rf"{_OF_A_COUNTRY})){{0,4}}\s*)$",
    re.IGNORECASE,
)
_REPORT_BEFORE = re.compile(
    r"(?:\b(?:according to|as per|reports?|(?:reported|disclosed|revealed|broken|cited|quoted|carried) by|citing|"
    r"quoting|published (?:by|in)|"
    r"(?:report|article|story|piece|column|dispatch|news) (?:by|in|from|of)|via|inputs from|input from|source:|"
    r"transmits|writes|relayed by|told by|recalled by|credit:?|in)"
    r"(?:\s+(?:the|a|an|daily|newspaper|news|agency|agencies|magazine|website|channel|state-run|state|report|by|in|of|"
    rf"{_OF_A_COUNTRY}|local|business)){{0,4}}\s*[\"'(]?)$",
    re.IGNORECASE,
)
_WEAK_REPORT = re.compile(r"\b(?:published in|in)(?:\s+the)?\s*$", re.IGNORECASE)
_REPORT_AFTER = re.compile(
    r"^[\"')]*(?:\s+(?:news|newspaper|agency|daily|magazine|channel|website|news agency|portal|also|has|had|have|was|"
    r"first|earlier|later|on \w+day|at the time|last \w+)){0,3}[\s,]*"
    r"\b(?:report(?:s|ed|ing)?|said|says|wrote|writes|quot(?:es|ed|ing)|cit(?:es|ed|ing)|reveal(?:s|ed)|learn(?:t|ed)|"
    r"announced|recalled|claimed|noted|related|declared|publish(?:es|ed)|argu(?:es|ed)|found|finds|understands|piece|article|story|interview|correspondent)\b",
    re.IGNORECASE,
)
_TAG = re.compile(r"\(\s*$")
_TAG_AFTER = re.compile(r"^\s*[\])]|^/[A-Z]")
_AGAIN = re.compile(
    r"\b(?:told|confirm(?:s|ed)? to|said to|spoke to|speaking to)\s+the\s+"
    r"(?P<what>paper|newspaper|agency|news agency|magazine|channel|broadcaster|daily|outlet|website|portal)\b",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"(?:[\"'](?P<title>[A-Z][^\"'\n]{6,60})[\"']\s+(?:report|review|paper|document|study)\b)"
    r"|(?:\b(?:report|review|notice|notification|study|document|audit)\s+(?:released|issued|published|filed|sent)\s+by\s+the\b)",
)
_WINDOW = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A credit to an outlet or a document. `access` credits say that the outlet itself was told or shown something."""

    kind: CreditKind
    label: str
    outlet: str | None
    start: int
    end: int
    sentence: int


def credits(  # noqa: A001  # the other `credits` is for the interactive prompt
    text: str, knowledge: Knowledge, others: Iterable[str] = ()
) -> list[Credit]:
    """Every credit in `text`, in order of place.

    Args:
        text: the canonical text of a report.
        knowledge: names the outlets and bodies.
        others: names of outlets that the knowledge does not hold, such as those of the library's own reports.
    """
    folded, parts, mentions = fold(text), sentences(text), knowledge.find(text)
    outlets = [reading for m in mentions for reading in m.readings() if reading.kind == "outlet"]
    named = outlets + _named(others, folded, outlets)
    found = [c for m in named if (c := _credit(m, folded, parts, knowledge))]
    found += _credited_again(folded, parts, found)
    found += _documents(folded, parts, mentions, knowledge)
    return sorted(found, key=lambda c: (c.start, c.end))


def _named(others: Iterable[str], text: str, outlets: list[Mention]) -> list[Mention]:
    taken = [(m.start, m.end) for m in outlets]
    return [
        Mention(kind="outlet", id="", label=name, form="name", start=match.start(), end=match.end())
        for name in sorted(set(others))
        for match in re.finditer(rf"\b{re.escape(fold(name))}\b", text)
        if not any(s < match.end() and match.start() < e for s, e in taken)
    ]


def _credit(mention: Mention, text: str, parts: list[Sentence], knowledge: Knowledge) -> Credit | None:
    number = sentence_at(parts, mention.start)
    if number is None:
        return None
    label = knowledge.get("outlet", mention.id, Outlet).short if mention.id else mention.label
    kind = _kind_of_credit(mention, text, parts[number])
    if kind is None:
        return None
    return Credit(kind=kind, label=label, outlet=label, start=mention.start, end=mention.end, sentence=number)


def _kind_of_credit(mention: Mention, text: str, sentence: Sentence) -> CreditKind | None:
    before = text[max(sentence.start, mention.start - _WINDOW) : mention.start]
    after = text[mention.end : min(sentence.end, mention.end + _WINDOW)]
    if _ACCESS_BEFORE.search(before):
        return "access"
    if _TAG.search(before) and _TAG_AFTER.match(after):
        return "tag"
    in_a_common_word = not mention.strong and _WEAK_REPORT.search(before)
    if _REPORT_AFTER.match(after) or (_REPORT_BEFORE.search(before) and not in_a_common_word):
        return "report"
    return None


def _credited_again(text: str, parts: list[Sentence], found: list[Credit]) -> list[Credit]:
    """`told the newspaper`: the outlet credited last before."""
    again = []
    for match in _AGAIN.finditer(text):
        before = [c for c in found if c.end <= match.start() and c.outlet]
        number = sentence_at(parts, match.start())
        if before and number is not None:
            last = before[-1]
            start, end = match.span("what")
            again.append(
                Credit(kind="access", label=last.label, outlet=last.outlet, start=start, end=end, sentence=number)
            )
    return again


def _documents(text: str, parts: list[Sentence], mentions: list[Mention], knowledge: Knowledge) -> list[Credit]:
    found = []
    for match in _DOCUMENT.finditer(text):
        number = sentence_at(parts, match.start())
        label = match.group("title") or _issuer(match, mentions, knowledge)
        if number is not None and label:
            found.append(
                Credit(kind="document", label=label, outlet=None, start=match.start(), end=match.end(), sentence=number)
            )
    return found


def _issuer(match: re.Match[str], mentions: list[Mention], knowledge: Knowledge) -> str | None:
    after = [m for m in mentions if m.kind == "body" and 0 <= m.start - match.end() <= 3]
    if not after:
        return None
    document = match.group().split(maxsplit=1)[0].lower()
    return f"{knowledge.get('body', after[0].id, Body).name} {document}"


def sentence_at(parts: list[Sentence], place: int) -> int | None:
    """The number of the sentence that holds the code point `place`."""
    return next((i for i, s in enumerate(parts) if s.start <= place < s.end), None)
