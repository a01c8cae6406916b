"""Finds the entries that a text names, with offsets: longest name first, weak names marked as such."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Literal, TypeVar

import msgspec

from secondsource.knowledge.entries import (
    Agreement,
    Body,
    Country,
    Entry,
    Fact,
    Law,
    ListedPerson,
    Maker,
    Outlet,
    Phrase,
    Thing,
    Weapon,
)
from secondsource.text.folding import fold
from secondsource.text.tokens import Token, atoms

Form = Literal["name", "variant", "demonym", "metonym", "weak"]
E = TypeVar("E", bound=Entry)

_NAMED = (Weapon, Maker, Country, Body, Agreement, Law, Outlet, ListedPerson)
_PRIORITY = {"weapon": 0, "agreement": 1, "law": 2, "body": 3, "maker": 4, "country": 5, "listed": 6, "outlet": 7}
_SHORTEST_CAPITALS = 4
_SUFFIX = re.compile(r"[A-Za-z]{1,3}\d{0,2}(?:/[A-Z]{1,2}\b)?(?![A-Za-z0-9])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of text that names an entry. `label` is the name of the entry, or of its variant."""

    kind: str
    id: str
    label: str
    form: Form
    start: int
    end: int

    @property
    def strong(self) -> bool:
        return self.form != "weak"


@dataclass(frozen=True, slots=True)
class _Alias:
    atoms: tuple[str, ...]
    marks: tuple[str, ...]
    printed: str
    kind: str
    entry: str
    label: str
    form: Form


class Knowledge:
    """All entries, by kind and id, with the matcher over their names. Immutable once built."""

    def __init__(self, entries: Iterable[tuple[str, Entry]]) -> None:
        self._entries: dict[str, dict[str, Entry]] = defaultdict(dict)
        for kind, entry in entries:
            self._entries[kind][entry.id] = entry

    def all(self, kind: str, type_: type[E]) -> tuple[E, ...]:
        """Every entry of a kind, ordered by id."""
        return tuple(e for e in self._entries[kind].values() if isinstance(e, type_))

    def get(self, kind: str, ident: str, type_: type[E]) -> E:
        """The entry of a kind with this id.

        Raises:
            KeyError: there is none.
        """
        entry = self._entries[kind][ident]
        if not isinstance(entry, type_):
            raise KeyError(ident)
        return entry

    def counts(self) -> dict[str, int]:
        return {kind: len(entries) for kind, entries in sorted(self._entries.items())}

    @cached_property
    def digest(self) -> str:
        """A hash of all entries: what was read with other knowledge is read again."""
        encoded = msgspec.json.encode({k: list(v.values()) for k, v in sorted(self._entries.items())})
        return sha256(encoded).hexdigest()[:16]

    @cached_property
    def countries(self) -> dict[str, Country]:
        """Countries by their short English names."""
        return {c.name: c for c in self.all("country", Country)}

    @cached_property
    def hosts(self) -> dict[str, Outlet]:
        return {host: o for o in self.all("outlet", Outlet) for host in o.hosts}

    @cached_property
    def phrases(self) -> tuple[tuple[re.Pattern[str], Phrase], ...]:
        return tuple((re.compile(p.pattern, re.IGNORECASE), p) for p in self.all("phrase", Phrase))

    @cached_property
    def things(self) -> tuple[tuple[re.Pattern[str], Thing], ...]:
        return tuple((re.compile(t.pattern, re.IGNORECASE), t) for t in self.all("thing", Thing))

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        return self.all("fact", Fact)

    def phrases_of(self, kind: str) -> list[tuple[re.Pattern[str], Phrase]]:
        return [(pattern, phrase) for pattern, phrase in self.phrases if phrase.kind == kind]

    def outlet_of_host(self, host: str) -> Outlet | None:
        """The outlet that publishes at `host` or at a domain above it."""
        parts = host.lower().split(".")
        return next((self.hosts[h] for i in range(len(parts)) if (h := ".".join(parts[i:])) in self.hosts), None)

    def find(self, text: str) -> list[Mention]:
        """Every name in `text`, longest first where names overlap, in order of place."""
        stream, folded = atoms(text), fold(text)
        found: list[Mention] = []
        position = 0
        while position < len(stream):
            best = self._best_at(stream, position, folded)
            if best is None:
                position += 1
                continue
            mention, used = best
            found.append(mention)
            position += used
        return found

    def _best_at(self, stream: list[Token], position: int, text: str) -> tuple[Mention, int] | None:
        first = stream[position]
        if first.start and text[first.start - 1].isalnum():
            return None
        best: tuple[tuple[int, int], Mention, int] | None = None
        for alias in self._starting_with(first.text.lower()):
            end = _matches(alias, stream, position, text)
            if end is None:
                continue
            used = sum(1 for t in stream[position : position + len(alias.atoms) + 4] if t.end <= end)
            rank = (len(alias.atoms), -_PRIORITY[alias.kind])
            if best is None or rank > best[0]:
                mention = Mention(
                    kind=alias.kind, id=alias.entry, label=alias.label, form=alias.form, start=first.start, end=end
                )
                best = (rank, mention, used)
        return (best[1], best[2]) if best else None

    def _starting_with(self, word: str) -> Iterator[_Alias]:
        yield from self._index.get(word, ())
        if word.endswith("s"):
            yield from (alias for alias in self._index.get(word[:-1], ()) if len(alias.atoms) == 1)

    @cached_property
    def _index(self) -> dict[str, list[_Alias]]:
        index: dict[str, list[_Alias]] = defaultdict(list)
        for kind in _PRIORITY:
            for entry in self._entries[kind].values():
                for printed, label, form in _names(entry):
                    alias = _alias(printed, kind, entry.id, label, form)
                    if alias.atoms:
                        index[alias.atoms[0]].append(alias)
        for aliases in index.values():
            aliases.sort(key=lambda a: -len(a.atoms))
        return index


def _names(entry: Entry) -> Iterator[tuple[str, str, Form]]:
    if not isinstance(entry, _NAMED):
        return
    for alias in entry.aliases:
        yield alias, entry.name, "name"
    for alias in getattr(entry, "weak", ()):
        yield alias, entry.name, "weak"
    if isinstance(entry, Weapon):
        for variant in entry.variant:
            for alias in variant.aliases:
                yield alias, variant.name, "variant"
    if isinstance(entry, Country):
        for demonym in entry.demonyms:
            yield demonym, entry.name, "demonym"
        for metonym in entry.metonyms:
            yield metonym, entry.name, "metonym"


def _alias(printed: str, kind: str, entry: str, label: str, form: Form) -> _Alias:
    tokens, text = atoms(printed), fold(printed)
    marks = tuple(_marks(text[a.end : b.start]) for a, b in zip(tokens, tokens[1:], strict=False))
    return _Alias(tuple(t.text.lower() for t in tokens), marks, text, kind, entry, label, form)


def _marks(gap: str) -> str:
    return re.sub(r"[\s-]", "", gap)


def _matches(alias: _Alias, stream: list[Token], position: int, text: str) -> int | None:
    """Where a match of `alias` at `position` ends, or None."""
    size = len(alias.atoms)
    tokens = stream[position : position + size]
    if len(tokens) < size:
        return None
    if any(t.text.lower() != a for t, a in zip(tokens[:-1], alias.atoms[:-1], strict=True)):
        return None
    for i, (a, b) in enumerate(zip(tokens, tokens[1:], strict=False)):
        gap = text[a.end : b.start]
        if len(gap) > 3 or "\n" in gap or _marks(gap) not in ("", alias.marks[i]):
            return None
    last = tokens[-1].text
    if last.lower() != alias.atoms[-1] and not (last.endswith("s") and last[:-1].lower() == alias.atoms[-1]):
        return None
    if not _same_case(alias, text[tokens[0].start : tokens[-1].end]):
        return None
    return _end_of_match(alias, tokens[-1].end, text)


def _same_case(alias: _Alias, printed: str) -> bool:
    wanted = [a.text for a in atoms(alias.printed)]
    got = [a.text for a in atoms(printed)]
    headline = printed.isupper() and len(printed) >= _SHORTEST_CAPITALS
    return headline or all(
        g == w or g == w + "s" or (w.islower() and g.lower() in (w, w + "s")) or w.isdigit()
        for g, w in zip(got, wanted, strict=True)
    )


def _end_of_match(alias: _Alias, end: int, text: str) -> int | None:
    if end >= len(text) or not text[end].isalnum():
        return end
    if alias.kind != "weapon" or not alias.atoms[-1].isdigit():
        return None
    suffix = _SUFFIX.match(text, end)
    return suffix.end() if suffix else None
