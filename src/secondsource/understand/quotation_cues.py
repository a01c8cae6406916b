"""The acts of saying in a sentence: the verbs outside quotations, and the noun phrases that speak."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cached_property

from secondsource.text.sentences import Sentence
from secondsource.understand.page import Page
from secondsource.understand.quotation_heard import Heard, is_name
from secondsource.understand.quotation_names import FINITE, Names, Who

_WINDOW = 500
"""How many characters before a verb its speaker may stand."""
_PIECES = 6
"""How many phrases between commas are looked at for the subject of a verb."""
_PASSIVE = re.compile(r"\b(?:be|been|being|was|were|is|are)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_UNSAID = re.compile(r"\b(?:not|never|neither|nor|nobody|no one)\b(?:\s+\w+){0,2}\s+$", re.IGNORECASE)
_NOUN = re.compile(
    r"(?:\b(?:the|an?|his|her|their|its|this|these|those|that|of|to|news|media|press|any|no|some|one|two|three|four|five|six|seven|election)|'s)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_AMBIGUOUS = re.compile(
    r"(?:claims|reports|report|estimates|states|notes|hopes|fears|read|calls|promises|pledges|feels|comments)$",
    re.IGNORECASE,
)
_AFTER_STOP = re.compile(
    r"[.;:\"]|,|\s(?:that|saying|adding|in|on|after|as|when|during|before|while|ahead|following|at a|at the|to)\s"
)
_CLAUSE = re.compile(r"[;:\"]|\s-\s")
_JOINT = re.compile(r"\s(?:and|but|while|as|that|because|when|if|which)\s+(?=\w)")
_ELLIPTIC = re.compile(r"(?:\b(?:and|but|then|before|after|by|also|or)|,)\s*(?:also\s+|then\s+)?$", re.IGNORECASE)
_RELATIVE = re.compile(r",?\s+(?:who|which|that)\s+(?:(?:has|had|have|also|later|once|\w+ly)\s+)*$")
_FRONTED = re.compile(
    r"^\W*(?:in|on|at|to|of|about|after|before|with|as|for|from|when|while|if|since|during|despite|although|though|asked|speaking|"
    r"by|under|last|earlier|meanwhile|however|\w+ing|following|because|until)\b",
    re.IGNORECASE,
)
_APPOSITION = re.compile(
    r"\s*(?:an?\s|the\s|who\s|whose\s|\d\d\b|aged\s|[a-z]|[A-Z][\w&]*['’]s?\s+[a-z]|(?:[A-Z][\w-]*\s+){1,3}(?:of|at|for)\b)"
)
_WITH = re.compile(r"\bwith\s+(?=[^,]*$)")
"""As in "with his manager Ann Lee claiming": a participle with a speaker of its own."""
_PRONOUN_LAST = re.compile(r"(?:^|\s)(?:he|she|they|it)\s*$")
_PAIR = re.compile(r"^\s+and\s+(?:\w+\s+){0,4}?[A-Z]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One act of saying in a sentence: where its words are, and who speaks."""

    start: int
    end: int
    who: Who


class Sayings:
    """The verbs of saying of a report and their speakers, sentence by sentence in the order of the text."""

    def __init__(self, page: Page, names: Names, heard: Heard, text: str) -> None:
        self._page = page
        self._names = names
        self._heard = heard
        self._text = text

    @cached_property
    def _verbs(self) -> list[re.Match[str]]:
        """The verbs of saying outside the quotations, in order, each place once."""
        found: dict[int, re.Match[str]] = {}
        for kind in ("speech", "quoting"):
            for pattern, _ in self._page.knowledge.phrases_of(kind):
                for match in pattern.finditer(self._text):
                    if self._is_saying(match):
                        found.setdefault(match.start(), match)
        return [found[place] for place in sorted(found)]

    @cached_property
    def _verb_starts(self) -> list[int]:
        return [verb.start() for verb in self._verbs]

    def _is_saying(self, verb: re.Match[str]) -> bool:
        before = self._text[max(0, verb.start() - 60) : verb.start()]
        passive = _PASSIVE.search(before) and "quoted" not in verb.group().lower() and " " not in verb.group()
        noun = _AMBIGUOUS.search(verb.group()) and _NOUN.search(before)
        return not (passive or noun or _UNSAID.search(before) or self._text[verb.end() : verb.end() + 1] == "-")

    def subject(self, sentence: Sentence) -> Who | None:
        """Whom a sentence is about: the head of its first phrase that is no adverbial."""
        start = sentence.start
        while start < sentence.end:
            comma = self._text.find(",", start, sentence.end)
            end = comma if comma >= 0 else sentence.end
            piece = self._text[start:end].partition('"XX')[0]
            if "XX" not in piece and not _FRONTED.match(piece):
                verb = FINITE.search(piece)
                who = self._names.head(start, start + (verb.start() if verb else len(piece)))
                who = who or self._names.leading_person(start, start + len(piece))
                if who is not None and who.kind == "person" and _PAIR.match(self._text[who.end : who.end + 60]):
                    who = replace(who, plural=True)
                who = self._heard.resolved(who) if who else None
                return who if who is not None and (who.kind in ("group", "pronoun") or is_name(who)) else None
            start = end + 1
        return None

    def cues(self, sentence: Sentence, subject: Who | None) -> list[Cue]:
        """The acts of saying in a sentence in order; each speaker is remembered as soon as it is known."""
        first = bisect_left(self._verb_starts, sentence.start)
        last = bisect_left(self._verb_starts, sentence.end)
        cues: list[Cue] = []
        edge = sentence.start
        for verb in self._verbs[first:last]:
            if verb.start() < edge:
                continue
            edge = max(edge, verb.start() - _WINDOW)
            elliptic = verb.group().endswith("ing") or self._is_elliptic(verb, edge)
            if verb.group().endswith("ing"):
                named = _WITH.search(self._text[edge : verb.start()])
                who = self._names.head(edge + named.end(), verb.start()) if named else None
            else:
                who = self._speaker(sentence, verb, edge)
            if who is None and elliptic:
                who = cues[-1].who if cues else self._last_clause_person(edge, verb.start()) or subject
            if who is None:
                continue
            who = self._heard.resolved(who)
            start = min(verb.start(), who.start) if who.start >= edge else verb.start()
            self._heard.remember(who)
            cues.append(Cue(start=start, end=max(verb.end(), min(who.end, sentence.end)), who=who))
            edge = verb.end()
        return cues

    def _last_clause_person(self, start: int, end: int) -> Who | None:
        """As in "The club waited, but Lee was keen to go and said": the person of the clause that goes on."""
        clause = self._text.rfind(" but ", start, end)
        return self._names.leading_person(clause, end) if clause >= 0 else None

    def _is_elliptic(self, verb: re.Match[str], edge: int) -> bool:
        return _ELLIPTIC.search(self._text[edge : verb.start()]) is not None

    def _speaker(self, sentence: Sentence, verb: re.Match[str], edge: int) -> Who | None:
        """The noun phrase that says: behind the verb where words are quoted before it, else in front of it."""
        before = self._text[edge : verb.start()].rstrip()
        if verb.group().lower() == "according to" or before.endswith(('"', ",")):
            who = self._behind(sentence, verb, free=not before.endswith(","))
            if who is not None:
                return who
        who = self._in_front(verb, edge)
        if who is None and not before.endswith((" and", " but")):
            who = self._behind(sentence, verb, free=True)
            return who if who is not None and is_name(who) else None
        return who

    def _behind(self, sentence: Sentence, verb: re.Match[str], *, free: bool) -> Who | None:
        """The noun phrase right behind a verb; behind a bare comma it must end its clause."""
        stop = _AFTER_STOP.search(self._text, verb.end() + 1, sentence.end)
        end = stop.start() if stop else sentence.end
        if verb.group().lower() in ("told", "tells"):
            return None
        if not free and (FINITE.search(self._text, verb.end(), end) or (stop and stop.group()[0] == " ")):
            return None
        who = self._names.head(verb.end(), end)
        return who if who is not None and self._text[verb.end() : end].strip() else None

    def _in_front(self, verb: re.Match[str], edge: int) -> Who | None:
        """The subject before a verb: the last phrase between commas, or the one that it is an apposition of."""
        clause = edge
        for match in _CLAUSE.finditer(self._text, edge, verb.start()):
            clause = match.end() if self._text[match.end() : verb.start()].strip() else clause
        relative = _RELATIVE.search(self._text, clause, verb.start())
        end = relative.start() if relative else verb.start()
        for _ in range(_PIECES):
            comma = self._text.rfind(",", clause, len(self._text[:end].rstrip(" ,")))
            start = comma + 1 if comma >= 0 else clause
            for joint in _JOINT.finditer(self._text, start, end):
                start = joint.end() if FINITE.search(self._text, start, joint.start()) else start
            piece = self._text[start:end].rstrip(" ,")
            who = self._names.head(start, end)
            if who is not None and not (start > clause and self._is_apposition(piece, clause, start - 1)):
                return who
            if start == clause or _ELLIPTIC.search(piece):
                return None
            end = start - 1
        return None

    def _is_apposition(self, piece: str, clause: int, comma: int) -> bool:
        """Whether words between commas only say who the one named before them is."""
        if not _APPOSITION.match(piece) or _PRONOUN_LAST.search(piece):
            return False
        start = max(clause, self._text.rfind(",", clause, comma) + 1)
        named = self._names.head(start, comma)
        known = named is not None and (named.kind == "person" or " " in (named.name or ""))
        return known and not _FRONTED.match(self._text[start:comma])
