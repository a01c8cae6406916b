"""Records to rows and back: the one place that knows how a record is written down."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import msgspec

from secondsource.errors import StoreError
from secondsource.model.ledger import Entry, Ledger
from secondsource.model.lineage import Lineage, Link, Origin
from secondsource.model.report import Report
from secondsource.model.statement import Informant, Quote, Statement, Utterance

R = TypeVar("R")

_encoder = msgspec.json.Encoder(order="deterministic")


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What a derived snapshot was made from: the set of reports, the knowledge, the version and the day (ISO 8601)."""

    reports: str
    knowledge: str
    version: str
    today: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """All that is derived from the reports of a library, and what it was derived from (None: nothing yet)."""

    lineage: Lineage
    ledger: Ledger
    state: State | None = None


def encode(record: object) -> str:
    """A record as JSON."""
    return _encoder.encode(record).decode("utf-8")


def storable(record: object) -> bool:
    """Whether a record can be written down: half a surrogate pair, which some pages hold, is no character."""
    try:
        encode(record)
    except UnicodeEncodeError:
        return False
    return True


def decode(record: str, type_: type[R], where: str) -> R:
    """The record of `type_` that `encode` wrote down.

    Raises:
        StoreError: it is not one; `where` names the row.
    """
    try:
        return msgspec.json.decode(record, type=type_)
    except (msgspec.DecodeError, UnicodeError, TypeError) as fault:
        raise StoreError(f"the library is damaged: {where} cannot be read ({fault})") from None


def report_row(report: Report) -> dict[str, str]:
    """A report, its text in a column of its own."""
    bare = replace(report, text="")
    return {"id": report.id, "source": report.source, "text": report.text, "record": encode(bare)}


def report_of(row: Any) -> Report:
    """The report that a row of `reports` holds."""
    return replace(decode(row.record, Report, f"report {row.id}"), text=row.text)


def snapshot_rows(snapshot: Snapshot) -> list[dict[str, object]]:
    """Every derived record as a row, in the order in which the stages gave them."""
    return [
        {"kind": kind.name, "place": place, "id": getattr(record, "id", None), "record": encode(record)}
        for kind in _KINDS
        for place, record in enumerate(kind.of(snapshot))
    ]


def snapshot_of(rows: Iterable[Any], state: State | None) -> Snapshot:
    """The snapshot that rows of `derived`, in the order of their places, hold."""
    found: dict[str, list[Any]] = {kind.name: [] for kind in _KINDS}
    types = {kind.name: kind.type for kind in _KINDS}
    for row in rows:
        if row.kind not in types:
            raise StoreError(f"the library is damaged: {row.kind!r} is no kind of record")
        found[row.kind].append(decode(row.record, types[row.kind], f"{row.kind} {row.id or row.place}"))
    return Snapshot(
        lineage=Lineage(links=tuple(found["link"]), origins=tuple(found["origin"])),
        ledger=Ledger(
            entries=tuple(found["entry"]),
            statements=tuple(found["statement"]),
            quotes=tuple(found["quote"]),
            informants=tuple(found["informant"]),
            utterances=tuple(found["utterance"]),
        ),
        state=state,
    )


@dataclass(frozen=True, slots=True)
class _Kind:
    name: str
    type: type[Any]
    of: Callable[[Snapshot], Iterable[object]]


def _kinds() -> Iterator[_Kind]:
    yield _Kind("link", Link, lambda s: s.lineage.links)
    yield _Kind("origin", Origin, lambda s: s.lineage.origins)
    yield _Kind("entry", Entry, lambda s: s.ledger.entries)
    yield _Kind("statement", Statement, lambda s: s.ledger.statements)
    yield _Kind("quote", Quote, lambda s: s.ledger.quotes)
    yield _Kind("informant", Informant, lambda s: s.ledger.informants)
    yield _Kind("utterance", Utterance, lambda s: s.ledger.utterances)


_KINDS = tuple(_kinds())
