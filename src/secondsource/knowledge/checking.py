"""What makes an entry fit to be used: its id, source, dates, references, examples, and names that are its own."""

import re
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from secondsource.knowledge.entries import (
    Agreement,
    Country,
    Entry,
    ExposureRegime,
    Fact,
    ImposedSanction,
    Law,
    ListedPerson,
    Namesake,
    Phrase,
    Regime,
    Thing,
    Weapon,
)
from secondsource.knowledge.matching import Alias, Matcher
from secondsource.model.statement import AGREEMENT_STATUSES, TRANSFER_STATUSES

Entries = Mapping[tuple[str, str], tuple[str, Entry]]
"""Every entry with the file it stands in, by kind and id."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_DATES = ("start", "end", "signed", "in_force", "enacted", "since", "sanctions_from", "date")
_UNIONS = {"European Union", "United Nations"}
_MUST_SHOW = (Weapon, Agreement, Law, Namesake, Phrase)


@dataclass(frozen=True, slots=True)
class _Known:
    """What an entry may refer to."""

    entries: Container[tuple[str, str]]
    states: frozenset[str]


def problems_of(entries: Entries) -> Iterator[str]:
    """Every problem of every entry, as `file: [entry] what`."""
    states = frozenset(country.name for _, country in entries.values() if isinstance(country, Country))
    known = _Known(entries, states | _UNIONS)
    for where, entry in entries.values():
        for check in _CHECKS:
            yield from (f"{where}: [{entry.id}] {what}" for what in check(entry, known))


def _id(entry: Entry, _: _Known) -> Iterator[str]:
    if not _ID.fullmatch(entry.id):
        yield "the id must be a lower-case slug"


def _source(entry: Entry, _: _Known) -> Iterator[str]:
    if entry.source == "unverified":
        if entry.checked:
            yield "an unverified entry carries no date of a check"
    elif not entry.source.startswith(("https://", "http://")):
        yield "the source must be the address of a page, or `unverified`"
    elif not entry.checked or not _DATE.fullmatch(entry.checked):
        yield "a source needs the day it was checked"


def _examples(entry: Entry, _: _Known) -> Iterator[str]:
    if isinstance(entry, _MUST_SHOW) and not entry.yes:
        yield "needs at least one `yes` sentence"
    if getattr(entry, "weak", ()) and not (entry.yes and entry.no):
        yield "weak aliases need a `yes` and a `no` sentence"


def _dates(entry: Entry, _: _Known) -> Iterator[str]:
    for field in _DATES:
        value = getattr(entry, field, None)
        if value is not None and not _DATE.fullmatch(value):
            yield f"`{field}` must be YYYY, YYYY-MM or YYYY-MM-DD, not {value!r}"
    if isinstance(entry, Fact) and entry.end and entry.end < entry.start[: len(entry.end)]:
        yield "ends before it starts"


def _references(entry: Entry, known: _Known) -> Iterator[str]:
    yield from (f"no {kind} {ident!r}" for kind, ident in _named_entries(entry) if (kind, ident) not in known.entries)
    yield from (f"no country {name!r}" for name in _named_states(entry) if name not in known.states)


def _named_entries(entry: Entry) -> Iterator[tuple[str, str]]:
    match entry:
        case Weapon():
            yield "maker", entry.maker
        case ExposureRegime():
            yield "law", entry.law
        case ListedPerson():
            yield "exposure-regime", entry.regime
            yield from (("maker", maker) for maker in entry.makers)
        case ImposedSanction() if entry.counterparty:
            yield "listed", entry.counterparty


def _named_states(entry: Entry) -> Iterator[str]:
    for field in ("country", "exporter"):
        if name := getattr(entry, field, None):
            yield name
    for field in ("countries", "parties", "targets"):
        yield from getattr(entry, field, ())


def _statuses(entry: Entry, _: _Known) -> Iterator[str]:
    if isinstance(entry, Agreement) and entry.status not in AGREEMENT_STATUSES:
        yield f"{entry.status!r} is no status of an agreement"
    if isinstance(entry, Regime):
        if len({step.id for step in entry.step}) < len(entry.step):
            yield "two steps have one id"
        for step in entry.step:
            if step.status not in TRANSFER_STATUSES:
                yield f"step {step.id}: {step.status!r} is no status of a transfer"


def _pattern(entry: Entry, _: _Known) -> Iterator[str]:
    if isinstance(entry, Phrase | Thing):
        try:
            re.compile(entry.pattern)
        except re.error as fault:
            yield f"the pattern does not compile: {fault}"


_CHECKS: tuple[Callable[[Entry, _Known], Iterator[str]], ...] = (
    _id,
    _source,
    _examples,
    _dates,
    _references,
    _statuses,
    _pattern,
)


def doubled_names(matcher: Matcher, entries: Entries) -> Iterator[str]:
    """A strong name belongs to one entry of its kind, however it is hyphened or spelt, and is not weak as well."""
    for group in matcher.shared():
        for first, second in combinations(group, 2):
            clash = _clash(first, second)
            if clash:
                yield f"{entries[second.kind, second.entry][0]}: [{second.entry}] {clash}"


def _clash(first: Alias, second: Alias) -> str | None:
    if (first.kind, first.atoms) != (second.kind, second.atoms):
        return None
    name, weak = " ".join(second.atoms), [alias.form == "weak" for alias in (first, second)]
    if first.entry == second.entry:
        return f"the name {name!r} is both weak and strong" if weak[0] != weak[1] else None
    return None if any(weak) else f"the name {name!r} is claimed by {first.entry} too"
