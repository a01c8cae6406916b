"""Finds names in text: the longest where names overlap, in the spelling, case and number that the press gives them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from secondsource.text.folding import fold
from secondsource.text.tokens import Token, atoms, split

Form = Literal["name", "variant", "demonym", "metonym", "weak"]

PRIORITY = {
    "weapon": 0, "agreement": 1, "law": 2, "body": 3, "maker": 4, "country": 5, "listed": 6, "outlet": 7, "namesake": 8,
}  # fmt: skip
"""Of two names of the same words, the one of the kind that stands first here is the mention; the other is in `also`."""

_SPELLINGS = (("efence", "efense"), ("rmour", "rmor"))
_SHORTEST_CAPITALS = 4
_WIDEST_GAP = 3
_SUFFIX = re.compile(r"[A-Za-z]{1,3}\d{0,2}(?:/[A-Z]{1,2}\b)?(?![A-Za-z0-9])")
_BLANKS = re.compile(r"[\s-]")
_PLAIN_GAPS = ("", " ", "-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of text that names an entry. `label` is the name of the entry, or of its variant.

    `also` are the other entries that bear the same name: AFP is an agency and an army.
    """

    kind: str
    id: str
    label: str
    form: Form
    start: int
    end: int
    also: tuple["Mention", ...] = ()

    @property
    def strong(self) -> bool:
        return self.form != "weak"

    def readings(self) -> tuple["Mention", ...]:
        """This mention and what else its words may name."""
        return (self, *self.also)


@dataclass(frozen=True, slots=True)
class Alias:
    """A name as the matcher compares it: its atoms, and what stands between them besides blanks and hyphens."""

    atoms: tuple[str, ...]
    marks: tuple[str, ...]
    kind: str
    entry: str
    label: str
    form: Form

    @property
    def key(self) -> str:
        """What two names share that no text can tell apart, save by their case."""
        return " ".join(self.atoms).lower()


class _Candidate(NamedTuple):
    """A match that may still lose to a longer one; the lesser `rank` wins."""

    rank: tuple[int, int, int, bool, int]
    start: int
    end: int
    alias: Alias


def alias_of(printed: str, kind: str, entry: str, label: str, form: Form) -> Alias:
    words, gaps = split(printed)
    return Alias(tuple(map(_spelled, words)), tuple(map(_marks, gaps)), kind, entry, label, form)


class Matcher:
    """The names of all entries, by their atoms."""

    def __init__(self, aliases: Iterable[Alias]) -> None:
        self._names: dict[str, list[Alias]] = defaultdict(list)
        self._longest: dict[str, int] = defaultdict(int)
        for alias in aliases:
            if alias.atoms:
                key = alias.key
                self._names[key].append(alias)
                first = key.partition(" ")[0]
                self._longest[first] = max(self._longest[first], len(alias.atoms))

    def shared(self) -> Iterator[list[Alias]]:
        """The aliases that no text can tell apart, save by their case: each group of two or more."""
        return (aliases for aliases in self._names.values() if len(aliases) > 1)

    def find(self, text: str) -> tuple[Mention, ...]:
        """Every name in `text`, in order of place; where names overlap, the longest."""
        folded = fold(text)
        candidates = sorted(self._candidates(folded), key=lambda c: c.rank)
        taken = bytearray(len(folded))
        found: list[Mention] = []
        same: dict[tuple[int, int], list[_Candidate]] = defaultdict(list)
        for candidate in candidates:
            same[candidate.start, candidate.end].append(candidate)
        for candidate in candidates:
            if not any(taken[candidate.start : candidate.end]):
                taken[candidate.start : candidate.end] = b"\x01" * (candidate.end - candidate.start)
                found.append(_mention(candidate, same[candidate.start, candidate.end]))
        return tuple(sorted(_borne_out(found), key=lambda m: m.start))

    def _candidates(self, text: str) -> Iterator[_Candidate]:
        stream = [Token(_spelled(t.text), t.start, t.end) for t in atoms(text)]
        lows = [t.text.lower() for t in stream]
        for position, low in enumerate(lows):
            longest = self._longest.get(low, 1 if low.endswith("s") else 0)
            first = stream[position].start
            if longest and not (first and text[first - 1].isalnum()):
                for alias, last in self._named(lows, position, longest, stream):
                    tokens = stream[position : last + 1]
                    end = _end_of_match(alias, tokens, text)
                    if end is not None:
                        yield _candidate(alias, first, end, text)

    def _named(self, lows: list[str], position: int, longest: int, stream: list[Token]) -> Iterator[tuple[Alias, int]]:
        """The aliases whose atoms stand at `position`, each with the number of its last atom."""
        key = ""
        for last in range(position, min(position + longest, len(lows))):
            if last > position and stream[last].start - stream[last - 1].end > _WIDEST_GAP:
                return
            key += f" {lows[last]}" if key else lows[last]
            for alias in self._names.get(key, ()):
                yield alias, last
            if key.endswith("s"):
                for alias in self._names.get(key[:-1], ()):
                    yield alias, last


def _candidate(alias: Alias, start: int, end: int, text: str) -> _Candidate:
    article = 4 if text[start : start + 4].lower() == "the " else 0
    rank = (start + article - end, -len(alias.atoms), start, alias.form == "weak", PRIORITY[alias.kind])
    return _Candidate(rank, start, end, alias)


def _mention(candidate: _Candidate, same: list[_Candidate]) -> Mention:
    also, seen = [], {(candidate.alias.kind, candidate.alias.entry)}
    for other in same:
        key = (other.alias.kind, other.alias.entry)
        if len(other.alias.atoms) == len(candidate.alias.atoms) and key not in seen and other.alias.kind != "namesake":
            seen.add(key)
            also.append(_bare(other))
    return replace(_bare(candidate), also=tuple(also))


def _bare(candidate: _Candidate) -> Mention:
    alias = candidate.alias
    return Mention(
        kind=alias.kind, id=alias.entry, label=alias.label, form=alias.form, start=candidate.start, end=candidate.end
    )


def _borne_out(found: list[Mention]) -> Iterator[Mention]:
    """A weak name counts like any other where the text also names its entry by a strong one."""
    strong = {(m.kind, m.id) for m in found if m.strong}
    for mention in found:
        known = not mention.strong and (mention.kind, mention.id) in strong
        yield replace(mention, form="name") if known else mention


def _end_of_match(alias: Alias, tokens: list[Token], text: str) -> int | None:
    """Where a match of `alias` on `tokens` ends, or None where marks, case or what follows tell against it."""
    for a, b, mark in zip(tokens, tokens[1:], alias.marks, strict=False):
        gap = text[a.end : b.start]
        if gap not in _PLAIN_GAPS and ("\n" in gap or _marks(gap) not in ("", mark)):
            return None
    start, end = tokens[0].start, tokens[-1].end
    if not _same_case(alias, tokens, text[start:end]):
        return None
    if end >= len(text) or not text[end].isalnum():
        return end
    if alias.kind != "weapon" or not alias.atoms[-1].isdigit():
        return None
    suffix = _SUFFIX.match(text, end)
    return suffix.end() if suffix else None


def _same_case(alias: Alias, tokens: list[Token], printed: str) -> bool:
    if len(printed) >= _SHORTEST_CAPITALS and printed.isupper():
        return True
    several = len(tokens) > 1
    return all(
        t.text == w or t.text == w + "s" or (several and w.islower() and t.text.lower() in (w, w + "s"))
        for t, w in zip(tokens, alias.atoms, strict=True)
    )


def _marks(gap: str) -> str:
    return _BLANKS.sub("", gap) if gap not in _PLAIN_GAPS else ""


def _spelled(word: str) -> str:
    """`word` in the one spelling that names are compared in: defense, armor."""
    for british, american in _SPELLINGS:
        if british in word:
            word = word.replace(british, american)
    return word
