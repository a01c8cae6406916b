"""All that is known, by kind and id, with the matcher over its names."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from hashlib import sha256
from typing import TypeVar

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
    Namesake,
    Outlet,
    Phrase,
    Thing,
    Weapon,
)
from secondsource.knowledge.matching import PRIORITY, Alias, Form, Matcher, Mention, alias_of

E = TypeVar("E", bound=Entry)
_NAMED = (Weapon, Maker, Country, Body, Agreement, Law, Outlet, ListedPerson, Namesake)
TEXTS_KEPT = 64
"""How many texts' mentions are kept, because several modules ask for the names of the same text in turn."""


class Knowledge:
    """All entries, by kind and id, with the matcher over their names. Immutable once built."""

    def __init__(self, entries: Iterable[tuple[str, Entry]]) -> None:
        self._entries: dict[str, dict[str, Entry]] = defaultdict(dict)
        for kind, entry in entries:
            self._entries[kind][entry.id] = entry
        self._found = lru_cache(maxsize=TEXTS_KEPT)(self._find)

    def __iter__(self) -> Iterator[Entry]:
        """Every entry, by kind and id."""
        return (entry for _, entries in sorted(self._entries.items()) for entry in entries.values())

    def all(self, kind: str, type_: type[E]) -> tuple[E, ...]:
        """Every entry of a kind, ordered by id."""
        return tuple(e for e in self._entries.get(kind, {}).values() if isinstance(e, type_))

    def get(self, kind: str, ident: str, type_: type[E]) -> E:
        """The entry of a kind with this id.

        Raises:
            KeyError: there is none.
        """
        entry = self._entries.get(kind, {})[ident]
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

    def phrases_of(self, kind: str) -> Sequence[tuple[re.Pattern[str], Phrase]]:
        """The phrases of one kind with their patterns, to be applied to folded text."""
        return self._phrases_by_kind.get(kind, ())

    @cached_property
    def _phrases_by_kind(self) -> dict[str, list[tuple[re.Pattern[str], Phrase]]]:
        by_kind = defaultdict(list)
        for pattern, phrase in self.phrases:
            by_kind[phrase.kind].append((pattern, phrase))
        return dict(by_kind)

    def outlet_of_host(self, host: str) -> Outlet | None:
        """The outlet that publishes at `host` or at a domain above it."""
        parts = host.lower().split(".")
        return next((self.hosts[h] for i in range(len(parts)) if (h := ".".join(parts[i:])) in self.hosts), None)

    def find(self, text: str) -> list[Mention]:
        """Every name in `text`, longest first where names overlap, in order of place."""
        return list(self._found(text))

    def search(self, term: str) -> list[Entry]:
        """The entries that bear a name which holds `term`, in any case and in either spelling, by kind and id."""
        wanted = _plain(term)
        return [e for e in self if wanted and any(wanted in _plain(name) for name in _all_names(e))]

    def _find(self, text: str) -> tuple[Mention, ...]:
        return tuple(m for m in self.matcher.find(text) if m.kind != "namesake")

    @cached_property
    def matcher(self) -> Matcher:
        return Matcher(
            alias
            for kind in PRIORITY
            for entry in self._entries.get(kind, {}).values()
            for alias in aliases_of(kind, entry)
        )


def aliases_of(kind: str, entry: Entry) -> Iterator[Alias]:
    """The names of an entry as the matcher knows them; none for a kind that is not found by name."""
    for printed, label, form in _names(entry):
        yield alias_of(printed, kind, entry.id, label, form)


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


def _all_names(entry: Entry) -> Iterator[str]:
    yield entry.id
    for field in ("name", "short", "person"):
        yield getattr(entry, field, None) or ""
    for field in ("aliases", "weak", "generic", "demonyms", "metonyms", "hosts"):
        yield from getattr(entry, field, ())
    if isinstance(entry, Weapon):
        yield from (name for variant in entry.variant for name in (variant.name, *variant.aliases))


def _plain(name: str) -> str:
    return alias_of(name, "", "", "", "name").key
