"""Whom the words beside a verb of saying name: a person, a body, a spokesman, a source, or a pronoun to follow back.

The heads of noun phrases are found by shape: capitals, the small words of grammar that cut a phrase, and the order of
attributions in news text (Quirk et al., A Comprehensive Grammar of the English Language, 14.28 and 17.65).
"""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from secondsource.understand.page import Page

_LONGEST = 90
"""How many characters a noun phrase without a name may have."""
Kind = Literal["person", "group", "source", "pronoun"]

_WORD = (
    r"(?:[A-Z]\w+s['’](?=\s[A-Z])|[A-Z]\.|(?:St|Dr|Mr|Mrs|Ms|Jr|Gen|Prof|Rev)\.|"
    r"[A-Z][\w&-]*(?:['’](?!s\b)\w+)*|[a-z][A-Z]\w+)"
)
_LINK = r"(?:al|bin|bint|von|van|de|der|den|del|della|di|da|dos|du|el|la|le|ten)"
CAPITALS = re.compile(rf"(?<![\w'’]){_WORD}(?:[ ](?:{_LINK}[ ]){{0,2}}{_WORD})*")
_BODY = re.compile(
    rf"^(?:[Tt]he\s+)?(?P<name>{_WORD}(?:[ ]{_WORD})*(?:[ ](?:of|for|and|on|&)[ ](?:the[ ])?{_WORD}(?:[ ]{_WORD})*)*)$"
)
FUNCTION = (
    r"(?:a|an|the|this|that|these|those|his|her|its|their|our|my|your|in|on|at|by|for|from|with|without|to|of|as|after|"
    r"before|when|while|if|since|during|despite|although|though|because|but|and|or|so|yet|nor|not|however|meanwhile|"
    r"also|then|now|still|only|even|both|all|some|many|most|more|one|two|three|last|next|earlier|later|another|other|"
    r"over|under|about|against|between|into|it|he|she|they|we|i|you|who|which|what|where|why|how|there|here|both|"
    r"asked|speaking|according|elsewhere|instead|every|each|no|yes|once|until|following|mon|tues|wednes|thurs|fri|satur|"
    r"sun)(?:day)?"
)
_LEADING = re.compile(rf"^(?:{FUNCTION}\s+)+(?=\S)", re.IGNORECASE)
_ALONE = re.compile(rf"^{FUNCTION}$", re.IGNORECASE)
_CONJUNCTION = re.compile(
    r"^\W*(?:(?:but|and|so|yet|however|meanwhile|or|while|although|though|as|when|because|that|if|nor|then|where|"
    r"whether|since)\s+)+(?=\S)",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\s(?:of|for|from|at|in|with|on|by|to|about|after|into|during|under|over|behind|who|which|that|as|when|before|following|"
    r"and|but)\s"
)
_AFTER_PREPOSITION = re.compile(
    r"\b(?:of|for|from|at|in|with|on|by|to|about|after|into|than|between|against|beating|under|over|behind|like|near)\s+"
    r"(?:the\s+|an?\s+)?$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:^|[\s,]+)(?:(?:has|have|had|is|was|also|then|later|further|previously|himself|herself|itself|themselves|"
    r"recently|once|just|now|still|even|already|yesterday|today|on|last|this|week|month|night|year|simply|\w+ly|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|earlier|would|will|did|does|do|reportedly|who|both|all|again|often)"
    r"[\s,]*)+$"
)
FINITE = re.compile(
    r"(?:^|\s)(?:has|have|had|is|was|are|were|will|would|can|could|may|might|must|should|did|does|do|said|says|told|won|made|"
    r"took|went|came|gave|saw|left|lost|beat|led|met|got|put|set|[a-z]{2,}ed)\b"
)
PRONOUN = re.compile(r"(?:^|\s)(?P<p>he|she|they|it|we|I)$", re.IGNORECASE)
_SPOKES = re.compile(r"\bspokes(?:man|woman|person|people|men)\b", re.IGNORECASE)
_SPOKES_FOR = re.compile(r"\bspokes\w+\s+(?:for|of|from|at)\s+(?:the\s+)?(?P<body>.+)$", re.IGNORECASE)
_DETERMINER = re.compile(r"^(?:a|an|the|this|that|his|her|its|their|one|another)\s+", re.IGNORECASE)
_DEFINITE = re.compile(r"^(?:the|this|that|its|their|his|her)\s+(?P<role>.+)$", re.IGNORECASE)
_ROLE_OF_BODY = re.compile(r"^(?:[Aa]n?|[Oo]ne|[Tt]he)\s+(?P<label>[A-Z].*[A-Z]\S*\s+(?P<role>[a-z-]+))$", re.DOTALL)
_PARTICIPLE = re.compile(r"^(?:an?|the|one|two|another|this)\s+[a-z]+ed\b", re.IGNORECASE)
_PLURAL = re.compile(r"(?:[^s]s|people|men|police)$")
_PEER = re.compile(r"\b(?:Lord|Lady|Baroness)\s+$")
_ADVERBIAL = re.compile(r"(?:in|on|at|by|for|from|with|as|after|before|to|of)\s", re.IGNORECASE)
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Dame|Baroness|Prof|Professor)\.?\s+(?:[A-Z]\w+\s+)?$")
_APPOSED = re.compile(
    r"^\s*(?:\([^)]{1,40}\)\s*)?,\s+(?:an?\b|who\b|aged\b|\d\d\b|the\s+[a-z]|[A-Z][a-z]+\s+(?:of|at)\b|(?:the\s+)?[a-z][a-z'-]+(?:\s+[\w'-]+){0,4}\s+"
    r"(?:of|at|for|from|with)\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Somebody who is named: as whom, of what kind, and the words that name them."""

    name: str | None
    kind: Kind
    start: int
    end: int
    anonymous: bool = False
    plural: bool = False


class Names:
    """The persons whom a report introduces, and the readings of its noun phrases."""

    def __init__(self, page: Page, text: str) -> None:
        self._page = page
        self._text = text
        """The report with its quotations blanked, same length."""

    @cached_property
    def persons(self) -> dict[str, str]:
        """Full names by last name, as first introduced with more than the last name."""
        found: dict[str, str] = {}
        titled: dict[str, str] = {}
        for text in (self._text, self._page.text):
            for match in CAPITALS.finditer(text):
                name = self._bare(match.group())
                last = name.split()[-1] if name else ""
                if not last or _ALONE.match(last) or self._is_thing(match.end() - len(last), match.end()):
                    continue
                if name != last and self._is_introduced(text, match, last):
                    found.setdefault(last, name)
                elif self._is_titled(text, match, last):
                    peer = _PEER.search(text[: match.end() - len(last)][-14:])
                    titled.setdefault(last, f"{peer.group()}{last}" if peer else name)
        firsts = {name.split()[0]: name for name in found.values()}
        familiar = {first: name for first, name in firsts.items() if first in self._alone - self._things}
        return familiar | {last: firsts.get(last, name) for last, name in titled.items()} | found

    @cached_property
    def _titled(self) -> frozenset[str]:
        """Last names that stand behind a form of address somewhere."""
        return frozenset(
            m.group().split()[-1] for m in CAPITALS.finditer(self._page.text) if self._is_titled("", m, m.group())
        )

    @cached_property
    def _things(self) -> frozenset[str]:
        """Last words of names that stand behind "the", or as whose manager or star somebody is named."""
        found = set()
        for match in CAPITALS.finditer(self._text):
            after = re.match(r"\s(?P<role>[a-z][\w-]+)\s+[A-Z]", self._text[match.end() : match.end() + 30])
            before = self._text[max(0, match.start() - 5) : match.start()]
            owned = after is not None and self._matches("person-noun", after["role"])
            if owned or (" " not in match.group() and re.search(r"\b[Tt]he\s$", before)):
                found.add(match.group().split()[-1])
        return frozenset(found)

    @cached_property
    def _alone(self) -> frozenset[str]:
        return frozenset(m.group() for m in CAPITALS.finditer(self._text))

    def head(self, start: int, end: int) -> Who | None:
        """Whom the noun phrase between two places names; None where it is none."""
        words = self._text[start:end]
        words = re.sub(r"\s*\([^()]*\)\s*$", "", words)
        words = words[: len(_TAIL.sub("", words.rstrip(" ,.")))].rstrip(" ,.\"'")
        lead = _CONJUNCTION.match(words) or re.match(r"[\s\"',-]*", words)
        assert lead is not None
        start, words = start + lead.end(), words[lead.end() :]
        if not words:
            return None
        readings = (
            self._pronoun,
            self._spokesman,
            self._of_body,
            self._leading,
            self._trailing,
            self._body,
            self._cut,
            self._common,
        )
        return next((who for read in readings if (who := read(words, start)) is not None), None)

    def leading_person(self, start: int, end: int) -> Who | None:
        """The first person named between two places who is in no phrase behind a preposition and owns nothing."""
        for match in CAPITALS.finditer(self._text, start, end):
            before = self._text[max(start, match.start() - 24) : match.start()]
            after = self._text[match.end() : match.end() + 2]
            last = self._last(match)
            if last in self.persons and not _AFTER_PREPOSITION.search(before) and after not in ("'s", "’s"):
                return self._person(last, match.start(), match.end())
        return None

    def _pronoun(self, words: str, start: int) -> Who | None:
        match = PRONOUN.search(words)
        if match is None:
            return None
        plural = match["p"].lower() not in ("he", "she")
        return Who(name=None, kind="pronoun", start=start + match.start("p"), end=start + len(words), plural=plural)

    def _spokesman(self, words: str, start: int) -> Who | None:
        match = _SPOKES.search(words)
        if match is None:
            return None
        whole = (start, start + len(words))
        body = _SPOKES_FOR.search(words)
        if body is not None:
            name = re.split(r",|\s(?:in|on|who|but)\s", body["body"])[0].strip()
            return self._made(f"{name} {match.group()}", "person", *whole)
        rest = words[match.end() :]
        if rest.strip() and not re.match(r"\s(?:\w+ing|who|on|in|at)\s", rest):
            return None
        tail = re.split(r",\s+", words[: match.end()])[-1]
        label = re.sub(r"'s(?=\s)", "", _DETERMINER.sub("", tail)) if _DETERMINER.match(tail) else tail
        return Who(name=label, kind="source" if label == match.group() else "person", start=whole[0], end=whole[1])

    def _trailing(self, words: str, start: int) -> Who | None:
        """A name at the end of the phrase, with what its bearer is before it ("the club's manager Ann Lee")."""
        last = next(reversed(list(CAPITALS.finditer(words))), None)
        if last is None or last.end() != len(words):
            return None
        surname = self._bare(last.group()).split()[-1:]
        before = words[: last.start()]
        behind = _AFTER_PREPOSITION.search(before)
        if surname and surname[0] in self.persons and not (behind and self._is_noun_first(before)):
            return self._person(surname[0], start + last.start(), start + last.end())
        first = CAPITALS.match(before)
        if first is not None and " " in self._bare(first.group()) and _PREPOSITION.search(before[first.end() - 1 :]):
            kind: Kind = "group" if re.match(r"The\s", before) else "person"
            end = len(words) if kind == "group" else first.end()
            name = _LEADING.sub("", words) if kind == "group" else self._bare(first.group())
            return self._made(name, kind, start, start + end)
        if behind or not surname or _ALONE.match(last.group()):
            return None
        bare = self._bare(last.group())
        if re.match(r"the\s+$", before + last.group()[:4], re.IGNORECASE) and self._is_role(bare + " "):
            label = re.sub(r"^the\s+", "", words, flags=re.IGNORECASE).lower()
            return self._made(label, "person", start, start + len(words))
        named = " " in bare and (self._is_role(before) or self._may_be_person(last.group(), bare, before))
        kind = "person" if named else "group"
        name = bare if named else _LEADING.sub("", last.group())
        return self._made(name, kind, start + last.start(), start + last.end())

    def _of_body(self, words: str, start: int) -> Who | None:
        """As in "a Department for Trade source": a role behind the name of its body."""
        match = _ROLE_OF_BODY.match(words)
        if match is None or not self._matches("anonymous-role", match["role"]) or FINITE.search(words):
            return None
        definite = words.lower().startswith("the ")
        return Who(name=match["label"], kind="source", start=start, end=start + len(words), anonymous=not definite)

    def _leading(self, words: str, start: int) -> Who | None:
        """As in "Ann Lee from the union", "Ann Lee industry specialist for the bank": a person's name comes first."""
        first = CAPITALS.match(words)
        if first is None or first.end() == len(words) or words[first.end() : first.end() + 2] in ("'s", "’s"):
            return None
        last = self._last(first)
        if last not in self.persons or self._bare(first.group()).split()[0] != self.persons[last].split()[0]:
            return None
        return self._person(last, start, start + first.end())

    def _body(self, words: str, start: int) -> Who | None:
        match = _BODY.match(words)
        if match is None or _ALONE.match(match["name"]):
            return None
        first = CAPITALS.match(match["name"])
        if first is not None and self._last(first) in self.persons:
            return self._person(self._last(first), start, start + first.end())
        return self._group(_LEADING.sub("", match["name"]), start + match.start("name"), start + match.end("name"))

    def _cut(self, words: str, start: int) -> Who | None:
        """As in "Ann Lee of the union", "an analyst at the bank": what stands before the preposition is the head."""
        cut = _PREPOSITION.search(words)
        if cut is None:
            return None
        head = words[: cut.start()]
        return (
            self._trailing(head, start) or self._common(words, start)
            if not _ALONE.match(head.split()[0]) or _DETERMINER.match(head)
            else None
        )

    def _common(self, words: str, start: int) -> Who | None:
        """A phrase without a name: a group, a role or a source."""
        skipped = _PARTICIPLE.match(words)
        if len(words) > _LONGEST or FINITE.search(words, skipped.end() if skipped else 0) or _ADVERBIAL.match(words):
            return None
        head = _PREPOSITION.split(words)[0]
        definite = _DEFINITE.match(words)
        kind: Kind = "source"
        if self._matches("group-noun", head):
            kind = "group"
        elif self._matches("person-noun", head) and (definite or not self._matches("anonymous-role", head)):
            kind = "person"
        elif (
            not definite
            and not self._matches("anonymous-role", head)
            and not re.match(r"(?:an?|one|another|some|many|\d+|[a-z]+s)\b", head)
        ):
            return None
        anonymous = kind == "source" and self._matches("anonymous-role", head)
        label = re.sub(r"^(?:the|a|an)\s+", "", words, flags=re.IGNORECASE)
        plural = _PLURAL.search(head) is not None
        return Who(name=label, kind=kind, start=start, end=start + len(words), anonymous=anonymous, plural=plural)

    def _person(self, surname: str, start: int, end: int) -> Who:
        return self._made(self.persons[surname], "person", start, end)

    def _group(self, name: str, start: int, end: int) -> Who:
        return self._made(name, "group", start, end)

    def _made(self, name: str, kind: Kind, start: int, end: int) -> Who:
        return Who(name=name, kind=kind, start=start, end=end)

    def _matches(self, kind: str, words: str) -> bool:
        return any(pattern.search(words) for pattern, _ in self._page.knowledge.phrases_of(kind))

    def _bare(self, name: str) -> str:
        """A name without the titles, offices and initials of bodies before it."""
        words = _LEADING.sub("", name).split()
        while len(words) > 2 and words[-1].isupper() and len(words[-1]) > 1:
            words.pop()
        for place in range(len(words) - 1, 0, -1):
            word = words[place - 1]
            acronym = len(word) > 1 and word.isupper() and "." not in word
            before_name = place < len(words) - 1 and (acronym or self._matches("person-noun", word))
            if before_name or self._matches("person-title", word):
                return " ".join(words[place:])
        return " ".join(words)

    def _may_be_person(self, printed: str, name: str, before: str) -> bool:
        """Two or three capitalised words that begin a phrase and never stand behind "the"."""
        words = name.split()
        article = before.strip() or printed.startswith("The ")
        return not (article or len(words) > 3 or words[-1] in self._things or name.isupper())

    def _last(self, match: re.Match[str]) -> str:
        return (self._bare(match.group()) or match.group()).split()[-1]

    def _is_introduced(self, text: str, match: re.Match[str], last: str) -> bool:
        first = self._bare(match.group()).split()[0]
        before = text[max(0, match.start() - 30) : match.start()]
        if re.search(r"\bthe\s+$", before, re.IGNORECASE) or len(self._bare(match.group()).split()) > 4:
            return False
        titled = self._bare(match.group()) != _LEADING.sub("", match.group())
        named = last in self._titled or (last not in self._things and titled)
        role = self._is_role(before) or _APPOSED.match(text[match.end() : match.end() + 90]) is not None
        return named or (last not in self._things and (role or (first not in self._alone and last in self._alone)))

    def _is_titled(self, text: str, match: re.Match[str], last: str) -> bool:
        before = (text or self._page.text)[max(0, match.start() - 14) : match.start()]
        words = match.group().split()
        return bool(_TITLED.search(before + " ".join(words[:-1]) + " ")) and not _ALONE.match(words[-1])

    def _is_role(self, before: str) -> bool:
        word = re.search(r"(?P<word>[\w-]+)\s+$", before)
        return word is not None and not _ALONE.match(word["word"]) and self._matches("person-noun", word["word"])

    def _is_noun_first(self, before: str) -> bool:
        """Whether a noun phrase stands before the preposition, so that the name behind it is not the head."""
        return re.match(r"^(?:a|an|the|his|her|one)\s+\w", before, re.IGNORECASE) is not None

    def _is_thing(self, start: int, end: int) -> bool:
        names = self._page.names(start - 40, end + 1, "country", "outlet")
        return any(m.start < end and start < m.end for m in names)
