"""The credits of a report: to outlets, to media without a name, and to documents.

`knowledge.credits` knows the plain forms ("told X", "X reported", "according to X"). Here stand the forms in which the
press passes another's reporting on: chains ("X reports, citing Y"), outlets that nobody has heard of but whose name or
apposition says what they are ("the Baltic Argus, a news site"), tags in the first line, and "foreign media".
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from secondsource.knowledge.credits import credits as plain_credits
from secondsource.knowledge.credits import sentence_at
from secondsource.knowledge.entries import Outlet
from secondsource.lineage.page import Page, outlets_by_label
from secondsource.text.folding import fold
from secondsource.text.tokens import words

CreditKind = Literal["access", "report", "tag", "document", "unnamed"]

_WINDOW = 110
_HEAD = 160
_NAME = r"[A-Z][\w'-]{0,30}(?:\.[a-z]{2,3})?(?:\s(?:of\s|the\s)?[A-Z][\w'-]{0,30}){0,3}"
_NOUN = (
    r"(?:news\s?papers?|papers?|dail(?:y|ies)|news sites?|sites?|websites?|portals?|news portals?|news agenc(?:y|ies)|"
    r"magazines?|weekl(?:y|ies)|channels?|TV channels?|broadcasters?|tabloids?|news outlets?|media outlets?|"
    r"outlets?|blogs?|publications?)"
)
_TITLE = (
    r"(?:Times|Post|News|Herald|Gazette|Courier|Journal|Tribune|Telegraph|Chronicle|Observer|Argus|Newswire|Wire|Daily|"
    r"Mail|Weekly|Magazine|Broadcasting|Television|TV|Radio|News Agency|News Network|Media)"
)
_CALLED = re.compile(
    rf"\b(?P<after>{_NAME}),\s(?:an?\s(?:[\w-]{{1,30}}\s){{0,3}}?|the\s(?:[\w-]{{1,30}}\s){{1,3}}?){_NOUN}\b"
    rf"|\b{_NOUN}\s(?P<before>{_NAME})"
    rf"|\b(?P<title>(?:[A-Z][\w'-]{{0,30}}\s){{1,3}}{_TITLE}(?:-[A-Z]\w+)?)\b(?!-)"
    rf"|\bSource:\s(?P<source>{_NAME})\s*\.?\s*$",
    re.MULTILINE,
)
_VERBS = (
    r"(?:reports?|reported|reporting|wr(?:ites|ote)|refers?|transmits?|informs?|relates?|related|quot(?:es|ed)|"
    r"cit(?:es|ed)|learn(?:s|ed|t)|reveal(?:s|ed)|puts?|announced|claimed|claims|said|says|notes|noted|has it|"
    r"(?:was|were|is) (?:the )?first (?:to|with))"
)
_AFTER = re.compile(
    rf"^[\"')]*(?:,\s(?:a|an|the|which|who)\s[^,.;\"]{{3,60}},)?"
    rf"(?:\s(?:also|first|later|earlier|has|had|then|on \w+day)){{0,2}}"
    rf"\s(?:{_VERBS}|(?:from )?(?:declaring|reporting|claiming|writing))\b",
)
_FIRST = re.compile(r"^[\"')]*\s(?:(?:was|were|is) (?:the )?first (?:to|with)|first (?:reported|disclosed|broke))\b")
_FIRST_BY = re.compile(r"\bfirst (?:reported|disclosed|published) (?:by|in)\s(?:the\s)?$")
_HEADLINE = re.compile(r"^:\s")
_TO_THEM = re.compile(
    r"\b(?:gave|given|giv(?:es|ing)|provided|disclosed|explained|replied|repl(?:y|ies)|answer(?:s|ed)?|questions?|"
    r"particulars|details|respond(?:s|ed)?|wrote)\b[^.;\"]{0,40}?\b(?:to|by|from)\s(?:the\s)?$",
    re.IGNORECASE,
)
_GAVE_THEM = re.compile(r"\b(?:gave|assured|showed|sent|handed)\s(?:the\s)?$", re.IGNORECASE)
_THROUGH = re.compile(
    rf"\b(?:citing|quoting|cited by|quoted by|(?:with )?(?:a )?(?:reference|link) to|referring to|per|"
    rf"(?:site|website|pages|columns|issue|analysis|edition|first (?:reported|disclosed) (?:by|in)) (?:of|by|in)?)"
    rf"\s?(?:the\s)?(?:(?:[A-Z][\w-]+|own|local|state)\s){{0,2}}?(?:{_NOUN}\s)?[\"'(]?$",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"(?:^|[.!?\n]\s*)By\s$")
_MEDIA = re.compile(
    r"\b(?P<name>(?i:(?:foreign|local|international|national|social|state(?:-run|-owned|-controlled)?|"
    r"western|independent)\s)media(?: outlets)?|[A-Z][a-z]+(?:an|ese|ish|ic|ab|eli|aqi|tani)\s"
    r"(?:media(?: outlets)?|news agencies|agencies))\b"
)
_MEDIA_BEFORE = re.compile(
    r"(?i:\b(?:citing|quoting|quoted by|cited by|according to|reported by|told|reports (?:by|in|from))\s(?:the\s)?)$"
)
_MEDIA_AFTER = re.compile(
    r"^\s(?:widely\s|have\s|has\s|had\s|also\s)?"
    r"(?:report(?:s|ed)?|announced|said|sa(?:y|ys)|wrote|writes?|spoke of|put)\b"
)
_NO_OUTLET = re.compile(
    r"(?:Mr|Ms|Mrs|Miss|Dr|Sir|Lord|Lady|President|Minister|General|Colonel|Captain|Professor|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"\w+day)\b"
)
_SENTENCE_OPENERS = frozenset(
    "Foreign Local International National Social State State-run State-owned State-controlled Western "
    "Independent".split()
)
_GENERIC = re.compile(r"\s(?:report|review|notice|notification|study|document|audit)$")
_HOST = re.compile(
    r"(?i:full (?:story|article|text)|source|originally (?:appeared|published)[^.]{0,20})\W{1,4}(?:https?://)?"
    r"(?P<host>(?:[a-z0-9-]+\.)+[a-z]{2,})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A credit to an outlet or a document.

    `access`: the outlet itself was told or shown something. `chain`: it stands behind another that is named before it.
    `first`: it is only said to have had the news first. `sentence` numbers the sentences of the whole text.
    """

    kind: CreditKind
    label: str
    start: int
    end: int
    sentence: int
    chain: bool = False
    first: bool = False


def credits_of(page: Page, outlets: Iterable[str]) -> list[Credit]:
    """Every credit of a report outside furniture and captions, in order of place.

    Args:
        page: the report.
        outlets: the outlets of the library's reports, which may be unknown to the knowledge.
    """
    known = outlets_by_label(page.knowledge)
    vocabulary = {token.text for token in page.tokens}
    ours = {o for o in outlets if o not in known and all(token.text in vocabulary for token in words(o)[:1])}
    called = _called(page)
    found = [
        Credit(kind=c.kind, label=c.label, start=c.start, end=c.end, sentence=c.sentence)
        for c in plain_credits(page.report.text, page.knowledge, ours | called)
    ]
    found += _otherwise(page, _places(page, ours | called), {(c.start, c.end) for c in found})
    found += _unnamed(page)
    found += _hosts(page)
    kept = [c for c in found if not page.is_hidden(c.start)]
    kept = [replace(c, chain=_is_chained(page, c), first=_is_first(page, c)) for c in kept]
    return sorted(_one_document(kept), key=lambda c: (c.start, c.end, c.label))


def _called(page: Page) -> set[str]:
    """Names that the text itself calls an outlet, or that end as outlets' names do."""
    taken = [(m.start, m.end) for m in page.mentions if m.kind != "outlet" and m.form != "weak"]
    known = [(m.start, m.end) for m in page.mentions if m.kind == "outlet"]
    names = set()
    for match in _CALLED.finditer(page.folded):
        group = match.lastgroup or "title"
        start, end = match.span(group)
        name = re.sub(r"^(?:The|A|An|In|On|As|But|And)\s", "", match.group(group))
        if any(s < end and start < e for s, e in known) or any(s <= start and end <= e for s, e in taken):
            continue
        if len(name) > 2 and not _NO_OUTLET.match(name):
            names.add(name)
    return names


def _places(page: Page, others: set[str]) -> list[tuple[str, int, int]]:
    """Where outlets are named: label, start, end."""
    found = [
        (page.knowledge.get("outlet", m.id, Outlet).short, m.start, m.end) for m in page.mentions if m.kind == "outlet"
    ]
    taken = {(s, e) for _, s, e in found}
    for name in sorted(others):
        spans = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(fold(name))}(?!\w)", page.folded)]
        last = name.split()[-1]
        if spans and " " in name:
            pattern = rf"\bthe {re.escape(last)}\b(?! [A-Z])"
            spans += [
                (m.end() - len(last), m.end()) for m in re.finditer(pattern, page.folded) if m.start() > spans[0][0]
            ]
        found += [(name, s, e) for s, e in spans if not any(a < e and s < b for a, b in taken)]
    return found


def _otherwise(page: Page, places: list[tuple[str, int, int]], known: set[tuple[int, int]]) -> list[Credit]:
    made = []
    for label, start, end in places:
        number = sentence_at(page.sentences, start) if (start, end) not in known else None
        if number is None:
            continue
        begin, stop = page.sentences[number].start, page.sentences[number].end
        before = page.folded[max(begin, start - _WINDOW) : start]
        after = page.folded[end : min(stop, end + _WINDOW)]
        kind = _kind(before, after) or ("tag" if _in_head(page, start) else None)
        if kind is not None:
            made.append(Credit(kind=kind, label=label, start=start, end=end, sentence=number))
    return made


def _kind(before: str, after: str) -> CreditKind | None:
    if _TO_THEM.search(before) or _GAVE_THEM.search(before):
        return "access"
    if _AFTER.match(after) or _THROUGH.search(before) or (not before and _HEADLINE.match(after)):
        return "report"
    return "tag" if _CLOSING.search(before) and not after.strip(" .") else None


def _in_head(page: Page, place: int) -> bool:
    """Inside the brackets of a dateline: `MOSCOW (Paper / Agency - 22nd November) `."""
    first = next((n for n, ordinal in sorted(page.ordinals.items()) if ordinal == 0), None)
    if first is None:
        return False
    begin = page.sentences[first].start
    head = page.folded[begin : begin + _HEAD]
    return any(begin + m.start() < place < begin + m.end() for m in re.finditer(r"\([^()\n]{3,80}\)", head))


def _unnamed(page: Page) -> list[Credit]:
    made = []
    for match in _MEDIA.finditer(page.folded):
        number = sentence_at(page.sentences, match.start())
        before = page.folded[max(0, match.start() - _WINDOW) : match.start()]
        after = page.folded[match.end() : match.end() + _WINDOW]
        if number is not None and (_MEDIA_BEFORE.search(before) or _MEDIA_AFTER.match(after)):
            label = match.group("name")
            label = label if label.split()[0] not in _SENTENCE_OPENERS else label[0].lower() + label[1:]
            made.append(Credit(kind="unnamed", label=label, start=match.start(), end=match.end(), sentence=number))
    return made


def _hosts(page: Page) -> list[Credit]:
    made = []
    for match in _HOST.finditer(page.folded):
        outlet = page.knowledge.outlet_of_host(match.group("host"))
        number = sentence_at(page.sentences, match.start("host"))
        if outlet is not None and number is not None:
            start, end = match.span("host")
            made.append(Credit(kind="tag", label=outlet.short, start=start, end=end, sentence=number))
    return made


def _is_chained(page: Page, credit: Credit) -> bool:
    begin = page.sentences[credit.sentence].start
    return bool(_THROUGH.search(page.folded[max(begin, credit.start - _WINDOW) : credit.start])) or (
        credit.kind == "unnamed"
        and bool(_MEDIA_BEFORE.search(page.folded[max(begin, credit.start - _WINDOW) : credit.start]))
    )


def _is_first(page: Page, credit: Credit) -> bool:
    before = page.folded[max(0, credit.start - _WINDOW) : credit.start]
    return bool(_FIRST.match(page.folded[credit.end : credit.end + _WINDOW]) or _FIRST_BY.search(before))


def _one_document(found: list[Credit]) -> list[Credit]:
    """A report that names one document by its title means the same one where it says only whose it is."""
    documents = [c for c in found if c.kind == "document"]
    titled = {c.label for c in documents if not _GENERIC.search(c.label)}
    if len(titled) != 1:
        return found
    title = next(iter(titled))
    return [replace(c, label=title) if c.kind == "document" else c for c in found]
