"""On whose word: the speaker of each sentence and quotation, named or not, and the outlets it came through.

A pronoun or short form is followed back to whom the report introduced; where nobody fits, it stays unresolved.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from secondsource.knowledge.credits import Credit
from secondsource.knowledge.credits import credits as credits_of
from secondsource.model.statement import Attribution
from secondsource.understand.page import Line, Page
from secondsource.understand.parties import standings
from secondsource.understand.people import PERSON, bearer, country_of, full_name
from secondsource.understand.quotations import quotations
from secondsource.understand.wording import apposition, closes, last_word, noun_phrase_end, phrase_start, titled

_PRONOUN = re.compile(r"(?:^|[\s,\"])(?P<p>he|she|they)\s*(?:also|then|further)?\s*$", re.IGNORECASE)
_DEFINITE = re.compile(r"\b(?:the|this)\s+(?P<role>(?:[a-z]+\s+){0,2}[a-z]+)\s*$", re.IGNORECASE)
_SURNAME = re.compile(
    r"(?:^|[\s,\"])(?P<name>(?!(?:They|This|That|These|Those|The|But|And|She|Its|His|Her|Who|Which|What|Some|Both|All|"
    r"Many|Most|Others|It|He|We|You)\b)[A-Z][\w'-]{2,})\s*(?:also|has|had|himself|herself)?\s*$"
)
_RELATIVE = re.compile(r"(?:^|[\s,])(?:which|that|who|whom|what|as)\s+(?:[\w.]+\s+){0,3}$", re.IGNORECASE)
_SPOKES = re.compile(r"\bspokes(?:man|woman|person|people)\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?:an?|another|one|two|three|four|five|six|several|multiple|some|many|other|senior|current|former|unnamed|"
    r"government|military|defen[cs]e|security|diplomatic|industry|local|media|retired|congressional|anonymous)\s+"
    r"(?:[\w'.-]+\s+){0,4}$",
    re.IGNORECASE,
)
_ONE_OF_THEM = re.compile(r"\b(?:one|another|some|most) of (?:them|the (?:sources|officials))\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:be|been|being|was|were|is|are)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_BODIES = frozenset("ministry government army navy agency company manufacturer command cabinet embassy force".split())
_OTHER_VERB = r"took|takes|received|bought|buys|ordered|signed|delivered|has|have|had|will|would|is|are|was|were"
_WHEN_SAID = re.compile(r"\s+(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s*$")
_UNSAID = re.compile(r"\b(?:not|never|neither|nor|nobody|no one)\b(?:\s+[\w']+){0,6}\s+$", re.IGNORECASE)
_OF_BODY = re.compile(
    r"\b(?P<body>(?:[A-Z][\w'-]+\s+){1,5}(?:Ministry|Agency|Department|Force|Navy|Army|Command|Office))\s+$"
)
_PAPERS = ("report", "review", "document", "notice", "study", "notification", "audit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A speaker of a sentence: the attribution, the stance of the verb, and the words that name them."""

    attribution: Attribution
    stance: str
    start: int
    end: int
    unresolved: bool = False


class Voices:
    """The voices of one report by sentence, and its quotations."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.credits = credits_of(page.report.text, page.knowledge)
        self.by_line: dict[int, Voice] = {}
        self._last: tuple[int, Voice] | None = None
        self._roles: dict[str, Voice] = {}
        for line in page.lines:
            voice = self._of(line)
            if voice is not None:
                self.by_line[line.number] = voice
                if not voice.unresolved:
                    self._last = (line.paragraph, voice)
                    if voice.attribution.role:
                        self._roles[voice.attribution.role.split()[-1].lower()] = voice
        self._share_outlets()
        self.quotes = quotations(page)

    def _share_outlets(self) -> None:
        """A source that "told X" in one sentence told X what it says in the other sentences of the paragraph."""
        for line in self.page.lines:
            voice = self.by_line.get(line.number)
            if voice is None or not voice.attribution.anonymous or voice.attribution.outlets:
                continue
            role = last_word(voice.attribution.role)
            for other in self.page.lines:
                said = self.by_line.get(other.number)
                if (
                    said is not None
                    and other.paragraph == line.paragraph
                    and said.attribution.outlets
                    and last_word(said.attribution.role) == role
                ):
                    attribution = replace(voice.attribution, outlets=said.attribution.outlets)
                    self.by_line[line.number] = replace(voice, attribution=attribution)
                    break

    def attribution(self, line: Line) -> Voice | None:
        """Who says this sentence: its own speaker, or the speaker of the quotation that it stands in."""
        own = self.by_line.get(line.number)
        if own is not None:
            return own
        middle = (line.start + line.end) // 2
        for start, end in self.page.quotes:
            if (start <= line.start and line.end <= end + 1) or start < middle < end:
                return self._quoting(start, end)
        return None

    def _of(self, line: Line) -> Voice | None:
        """The speaker of a sentence: the attribution that closes it goes before one inside it."""
        text = self._unquoted(line)
        verbs = [
            match
            for pattern, _ in self.page.knowledge.phrases_of("speech")
            for match in pattern.finditer(text)
            if not _PASSIVE.search(text[: match.start()]) and not _UNSAID.search(text[: match.start()])
        ]
        for match in sorted(verbs, key=lambda m: (not closes(text, m), m.start())):
            voice = self._at(line, text, match)
            if voice is not None:
                return voice
        outlets = [c for c in self.credits if line.start <= c.start < line.end]
        return self._through(line, outlets) if outlets else None

    def _unquoted(self, line: Line) -> str:
        """The sentence with the inside of its quotations blanked, same length."""
        return "".join(
            " " if self.page.quoted(i) and self.page.text[i] != '"' else self.page.text[i]
            for i in range(line.start, line.end)
        )

    def _at(self, line: Line, text: str, verb: re.Match[str]) -> Voice | None:
        low = verb.group().lower()
        after = text[verb.end() : verb.end() + 120]
        before = text[: verb.start()]
        if low == "according to":
            return self._who(line, line.start + verb.end(), noun_phrase_end(after, line.start + verb.end()), verb)
        if re.search(r"[\",]\s*$", before) and re.match(r"\s+(?:[A-Z]|an?\s|the\s|one\s|two\s)", after):
            found = self._who(line, line.start + verb.end(), noun_phrase_end(after, line.start + verb.end()), verb)
            if found is not None:
                return found
        clause = self.page.clause(line, line.start + verb.start())
        begin = max(clause[0], line.start)
        if closes(text, verb):
            comma = max(before.rfind(","), before.rfind('"'))
            found = self._who(line, line.start + comma + 1, line.start + verb.start(), verb)
            if found is not None:
                return found
        return self._who(line, begin, line.start + verb.start(), verb) or (
            self._who(line, line.start, line.start + verb.start(), verb) if begin > line.start else None
        )

    def _who(self, line: Line, start: int, end: int, verb: re.Match[str]) -> Voice | None:
        """The speaker named between two places, in the order of how surely words name one."""
        text = _WHEN_SAID.sub("", self._unquoted(line)[start - line.start : end - line.start])
        if _RELATIVE.search(text):
            return None
        makers = (self._anonymous, self._named, self._outlet, self._short_form, self._body, self._pronoun)
        for make in makers:
            found = make(line, start, text)
            if found is not None:
                return self._finished(line, found, verb)
        return None

    def _named(self, line: Line, start: int, text: str) -> Voice | None:
        for match in reversed(list(PERSON.finditer(text))):
            name = match.group("name")
            full = full_name(self.page, name.split()[-1])
            if full is None:
                continue
            role = (match.group("title") or "").strip() or apposition(text[match.end() :])
            return self._named_voice(full, role, (start + match.start("name"), start + match.end("name")), line)
        return None

    def _anonymous(self, line: Line, start: int, text: str) -> Voice | None:
        for pattern, _ in self.page.knowledge.phrases_of("anonymous-role"):
            for match in pattern.finditer(text):
                before = text[: match.start()]
                if PERSON.search(text[match.end() : match.end() + 30].split(",", maxsplit=1)[0]) and not before.strip():
                    continue
                veiled = self._veiled(line)
                if _SPOKES.match(match.group()) and not veiled:
                    return self._spokesperson(line, start, text, match)
                counted = _COUNTED.search(before) or before.strip() == "" or match.group().lower().endswith("s")
                again = self._again(match.group(), before)
                if again is not None:
                    return replace(again, start=start + match.start(), end=start + match.end())
                if counted or veiled:
                    role = re.sub(r"^(?:the|a|an)\s+", "", text[phrase_start(before) : match.end()].strip())
                    return self._unnamed_voice(role, (start + phrase_start(before), start + match.end()), line)
        if _ONE_OF_THEM.search(text) and self._last is not None:
            return replace(self._last[1], start=start, end=start + len(text))
        return None

    def _again(self, role: str, before: str) -> Voice | None:
        """As in "The spokesperson", "the source": the one of that role who spoke before."""
        if not re.search(r"\bthe\s+(?:\w+\s+)?$", before, re.IGNORECASE):
            return None
        return self._roles.get(role.lower())

    def _veiled(self, line: Line) -> bool:
        text = self.page.words(line)
        return any(pattern.search(text) for pattern, _ in self.page.knowledge.phrases_of("anonymity"))

    def _spokesperson(self, line: Line, start: int, text: str, match: re.Match[str]) -> Voice | None:
        name = PERSON.search(text[match.end() :])
        if name and full_name(self.page, name.group("name").split()[-1]):
            return None
        again = self._again(match.group(), text[: match.start()])
        if again is not None:
            return replace(again, start=start + match.start(), end=start + match.end())
        named = _OF_BODY.search(text[: match.start()])
        if named:
            span = (start + named.start(), start + match.end())
            return self._named_voice(f"{named.group('body')} {match.group()}", match.group(), span, line)
        whose = [s for s in standings(self.page, line) if start <= s.start < start + len(text) + 60]
        label = f"{whose[0].label} {match.group()}" if whose else match.group()
        span = (start + match.start(), start + match.end())
        if not whose:
            return self._unnamed_voice(match.group(), span, line)
        return self._named_voice(label, match.group(), span, line)

    def _short_form(self, line: Line, start: int, text: str) -> Voice | None:
        definite = _DEFINITE.search(text)
        if definite:
            paper = self._paper(definite.group("role"), start + definite.start(), start + len(text))
            if paper is not None:
                return paper
            person = bearer(self.page, definite.group("role"))
            known = self._roles.get(definite.group("role").split()[-1].lower())
            if person is not None:
                return self._named_voice(
                    person, definite.group("role"), (start + definite.start(), start + len(text)), line
                )
            if known is not None:
                return replace(known, start=start + definite.start(), end=start + len(text))
        if definite and definite.group("role").split()[-1].lower() in _BODIES:
            span = (start + definite.start(), start + len(text))
            return self._named_voice(definite.group().strip(), None, span, line)
        surname = _SURNAME.search(text)
        if surname and not self._known_name(start + surname.start("name")):
            name = surname.group("name")
            person = full_name(self.page, name) or name
            span = (start + surname.start("name"), start + surname.end("name"))
            return self._named_voice(person, None, span, line)
        return None

    def _paper(self, role: str, start: int, end: int) -> Voice | None:
        """As in "The report", "the review": the document that the page credits."""
        papers = [c.label for c in self.credits if c.kind == "document"]
        if not papers or role.rsplit(maxsplit=1)[-1].lower() not in _PAPERS:
            return None
        said = Attribution(speaker=titled(papers), role=None, anonymous=False, document=True)
        return Voice(attribution=said, stance="asserts", start=start, end=end)

    def _known_name(self, place: int) -> bool:
        return any(m.start <= place < m.end for m in self.page.mentions)

    def _body(self, line: Line, start: int, text: str) -> Voice | None:
        inside = [
            s
            for s in standings(self.page, line)
            if start <= s.start and s.end <= start + len(text) and not self.page.quoted(s.start)
        ]
        inside = [s for s in inside if s.preposition is None and not s.demonym and not s.possessive]
        if not inside:
            return None
        last = inside[-1]
        if re.search(rf"\b(?:{_OTHER_VERB})\b", text[last.end - start :]):
            return None
        said = Attribution(speaker=last.label, role=last.body_role, anonymous=False, country=last.country)
        return Voice(attribution=said, stance="asserts", start=last.start, end=last.end)

    def _outlet(self, line: Line, start: int, text: str) -> Voice | None:
        inside = [c for c in self.credits if start <= c.start < start + len(text)]
        return self._through(line, inside) if inside else None

    def _through(self, line: Line, inside: Sequence[Credit]) -> Voice:
        document = inside[-1].kind == "document"
        labels = tuple(dict.fromkeys(c.label for c in inside if c.kind != "document"))
        papers = [c.label for c in self.credits if c.kind == "document" and line.start <= c.start < line.end]
        papers = [titled([c.label for c in self.credits if c.kind == "document"])] if papers else []
        return Voice(
            attribution=Attribution(
                speaker=papers[0] if papers else None,
                role=None,
                anonymous=False,
                outlets=labels,
                document=bool(papers) or document,
            ),
            stance="asserts",
            start=inside[0].start,
            end=inside[-1].end,
        )

    def _pronoun(self, line: Line, start: int, text: str) -> Voice | None:
        match = _PRONOUN.search(text)
        if not match:
            return None
        place = (start + match.start("p"), start + match.end("p"))
        if self._last is not None and line.paragraph - self._last[0] <= 1:
            return replace(self._last[1], start=place[0], end=place[1])
        nobody = Attribution(speaker=None, role=None, anonymous=False)
        return Voice(attribution=nobody, stance="asserts", start=place[0], end=place[1], unresolved=True)

    def _named_voice(self, speaker: str, role: str | None, span: tuple[int, int], line: Line) -> Voice:
        country = country_of(self.page, speaker) or self._country_near(span, line)
        said = Attribution(speaker=speaker, role=role, anonymous=False, country=country)
        return Voice(attribution=said, stance="asserts", start=span[0], end=span[1])

    def _unnamed_voice(self, words: str, span: tuple[int, int], line: Line) -> Voice:
        said = Attribution(speaker=words, role=words, anonymous=True, country=self._country_near(span, line))
        return Voice(attribution=said, stance="asserts", start=span[0], end=span[1])

    def _country_near(self, span: tuple[int, int], line: Line) -> str | None:
        near = [s for s in standings(self.page, line) if span[0] - 40 <= s.start <= span[1] + 60]
        return near[0].country if near else None

    def _finished(self, line: Line, voice: Voice, verb: re.Match[str]) -> Voice:
        """Add the stance of the verb and the outlets that the sentence credits."""
        text = verb.group().lower()
        stance = "asserts"
        for name in ("denial", "confirmation"):
            if any(pattern.match(text) for pattern, _ in self.page.knowledge.phrases_of(name)):
                stance = "denies" if name == "denial" else "confirms"
        labels = [c.label for c in self.credits if line.start <= c.start < line.end and c.kind != "document"]
        outlets = tuple(dict.fromkeys([*labels, *voice.attribution.outlets]))
        attribution = replace(
            voice.attribution,
            outlets=outlets,
            anonymous=voice.attribution.anonymous
            or (voice.attribution.speaker is None and self._veiled(line) and not voice.unresolved),
        )
        return replace(voice, attribution=attribution, stance=stance)

    def _quoting(self, start: int, end: int) -> Voice | None:
        """The speaker of a quotation: beside it, or the one of the quotation before it in its paragraph."""
        lines = [line for line in self.page.lines if line.start < end + 2 and start - 2 < line.end]
        for line in lines:
            if line.number in self.by_line:
                return self.by_line[line.number]
        if lines:
            paragraph = lines[0].paragraph
            before = [
                x for x in self.page.lines if x.paragraph == paragraph and x.end <= start and x.number in self.by_line
            ]
            if before:
                return self.by_line[before[-1].number]
        return None


@lru_cache(maxsize=16)
def voices(page: Page) -> Voices:
    """The voices of a report, worked out once."""
    return Voices(page)
