"""A library: reports with their bytes, what was worked out about each, and the snapshot derived from all of them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, Engine, delete, func, or_, select
from sqlalchemy.dialects.sqlite import insert

from secondsource.model.lineage import Link
from secondsource.model.report import Discard, Raw, Report
from secondsource.model.statement import Reading
from secondsource.store import schema
from secondsource.store.opening import faults
from secondsource.store.rows import (
    Snapshot,
    State,
    decode,
    encode,
    report_of,
    report_row,
    snapshot_of,
    snapshot_rows,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A report with the bytes it was read from, the day of reading (ISO 8601) and the digest of the knowledge used."""

    report: Report
    raw: Raw
    read_on: str
    knowledge: str


class Library:
    """One library file. Every method is one transaction: it happens whole or not at all."""

    def __init__(self, engine: Engine, path: Path | None) -> None:
        self._engine = engine
        self.path = path

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def keep(self, batch: Iterable[Kept], refused: Iterable[Discard]) -> int:
        """Take in a batch of reports and of inputs that gave none; how many of the reports were new.

        A report given again, with other bytes around its text or under a plainer name, takes the place of the one
        kept, so that the library does not depend on the order in which its reports came.
        """
        with self._writing() as connection:
            new = sum(_keep(connection, kept) for kept in batch)
            for discard in refused:
                row = {"source": discard.source, "reason": discard.reason, "detail": discard.detail}
                connection.execute(insert(schema.discards).values(row).on_conflict_do_update(["source"], set_=row))
        return new

    def remove(self, reports: Collection[str], discards: Collection[str] = ()) -> int:
        """Take out reports by id, with everything that hangs on them, and discards by source; how many went."""
        with self._writing() as connection:
            gone = connection.execute(delete(schema.reports).where(schema.reports.c.id.in_(reports))).rowcount
            gone += connection.execute(delete(schema.discards).where(schema.discards.c.source.in_(discards))).rowcount
        return gone

    def reports(self) -> list[Report]:
        """Every report, ordered by id."""
        with self._reading() as connection:
            return [report_of(row) for row in connection.execute(select(schema.reports).order_by("id"))]

    def kept(self) -> Iterator[Kept]:
        """Every report with its bytes, ordered by id."""
        with self._reading() as connection:
            query = select(schema.reports, schema.raws.c.data).join(schema.raws).order_by(schema.reports.c.id)
            for row in connection.execute(query):
                raw = Raw(source=row.source, data=row.data)
                yield Kept(report=report_of(row), raw=raw, read_on=row.read_on, knowledge=row.knowledge)

    def discards(self) -> list[Discard]:
        """Every input that gave no report, ordered by source."""
        with self._reading() as connection:
            rows = connection.execute(select(schema.discards).order_by("source"))
            return [Discard(source=row.source, reason=row.reason, detail=row.detail) for row in rows]

    def uncompared(self, key: str) -> frozenset[str]:
        """The reports that have not been compared with the others under `key`."""
        done = select(schema.compared.c.report).where(schema.compared.c.key == key)
        with self._reading() as connection:
            rows = connection.execute(select(schema.reports.c.id).where(schema.reports.c.id.not_in(done)))
            return frozenset(row.id for row in rows)

    def keep_derivations(self, reports: Collection[str], found: Iterable[tuple[Link, float]], key: str) -> None:
        """Replace all that is known of where the text of `reports` comes from and went."""
        table = schema.derivations
        with self._writing() as connection:
            ours = select(schema.reports.c.id).where(schema.reports.c.id.in_(reports)).scalar_subquery()
            connection.execute(delete(table).where(or_(table.c.report.in_(ours), table.c.of.in_(ours))))
            rows = [
                {"id": link.id, "report": link.report, "of": link.of, "exact": exact, "record": encode(link)}
                for link, exact in found
            ]
            if rows:
                connection.execute(insert(table).on_conflict_do_nothing(), rows)
            done = [{"report": report, "key": key} for report in sorted(reports)]
            if done:
                adding = insert(schema.compared)
                connection.execute(adding.on_conflict_do_update(["report"], set_={"key": adding.excluded.key}), done)

    def derivations(self) -> list[tuple[Link, float]]:
        """Every link between two reports and how near their texts are, ordered by id."""
        with self._reading() as connection:
            rows = connection.execute(select(schema.derivations).order_by("id"))
            return [(decode(row.record, Link, f"link {row.id}"), row.exact) for row in rows]

    def readings(self, keys: Mapping[str, str]) -> dict[str, Reading]:
        """The readings kept under these keys, by report; those made under other keys are left out."""
        with self._reading() as connection:
            rows = connection.execute(select(schema.readings))
            return {
                row.report: decode(row.record, Reading, f"the reading of {row.report}")
                for row in rows
                if keys.get(row.report) == row.key
            }

    def keep_readings(self, batch: Sequence[tuple[Reading, str]]) -> None:
        """Keep readings, each under its key; an earlier one of the same report goes."""
        rows = [{"report": reading.report, "key": key, "record": encode(reading)} for reading, key in batch]
        with self._writing() as connection:
            connection.execute(insert(schema.readings).prefix_with("OR REPLACE"), rows)

    def snapshot(self) -> Snapshot:
        """All that was derived when the library was last worked through."""
        with self._reading() as connection:
            found = connection.execute(select(schema.state)).first()
            state = State(**found._mapping) if found else None  # noqa: SLF001  # SQLAlchemy's documented name
            rows = connection.execute(select(schema.derived).order_by("kind", "place"))
            return snapshot_of(rows, state)

    def replace_snapshot(self, snapshot: Snapshot) -> bool:
        """Put a snapshot in the place of the last; False, and nothing written, where it is the same."""
        assert snapshot.state is not None, "a snapshot to be kept says what it was made from"
        rows = snapshot_rows(snapshot)
        with self._writing() as connection:
            if _stored(connection) == (_as_tuples(rows), snapshot.state):
                return False
            connection.execute(delete(schema.derived))
            connection.execute(delete(schema.state))
            if rows:
                connection.execute(schema.derived.insert(), rows)
            row = {name: getattr(snapshot.state, name) for name in State.__slots__}
            connection.execute(schema.state.insert().values(row))
        return True

    def forget(self) -> None:
        """Drop everything derived, so that the next run works all of it out again from the reports."""
        with self._writing() as connection:
            for table in (schema.compared, schema.derivations, schema.readings, schema.derived, schema.state):
                connection.execute(delete(table))

    def unfinished(self) -> bool:
        """Whether reports came or went since the snapshot was made, as after a run that was killed."""
        with self._reading() as connection:
            state = connection.execute(select(schema.state.c.reports)).scalar()
            if state is None:
                return bool(connection.execute(select(func.count()).select_from(schema.reports)).scalar())
            return bool(state != _reports_key(connection))

    def reports_key(self) -> str:
        """A hash of the set of reports: two libraries with the same reports have the same."""
        with self._reading() as connection:
            return _reports_key(connection)

    def faults(self) -> list[str]:
        """What SQLite itself finds wrong with the file."""
        with self._reading() as connection:
            broken = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
            dangling = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
        return [*broken, *(f"a row of {table} belongs to a report that is gone" for table in dangling)]

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with faults(self.path), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        engine = self._engine.execution_options(writing=True)
        with faults(self.path), engine.begin() as connection:
            yield connection


def _keep(connection: Connection, kept: Kept) -> bool:
    table, digest = schema.reports, sha256(kept.raw.data).hexdigest()
    connection.execute(delete(schema.discards).where(schema.discards.c.source == kept.report.source))
    query = select(table.c.source, schema.raws.c.sha256).join(schema.raws).where(table.c.id == kept.report.id)
    known = connection.execute(query).first()
    if known is not None:
        if (kept.report.source, digest) == tuple(known) or _plainness(kept.report.source) > _plainness(known.source):
            return False
        connection.execute(delete(table).where(table.c.id == kept.report.id))
    row = {**report_row(kept.report), "read_on": kept.read_on, "knowledge": kept.knowledge}
    connection.execute(insert(table).values(row))
    connection.execute(insert(schema.raws).values(report=kept.report.id, sha256=digest, data=kept.raw.data))
    return known is None


def _plainness(source: str) -> tuple[int, str]:
    """Of two names for one report the shorter is kept, whichever came first."""
    return len(source), source


def _reports_key(connection: Connection) -> str:
    rows = connection.execute(select(schema.reports.c.id, schema.reports.c.record).order_by("id"))
    digest = sha256()
    for row in rows:
        digest.update(f"{row.id}\n{row.record}\n".encode())
    return digest.hexdigest()[:16]


def _stored(connection: Connection) -> tuple[list[tuple[object, ...]], State | None]:
    rows = connection.execute(select(schema.derived))
    state = connection.execute(select(schema.state)).first()
    return sorted(tuple(row) for row in rows), State(**state._mapping) if state else None  # noqa: SLF001


def _as_tuples(rows: Sequence[Mapping[str, object]]) -> list[tuple[object, ...]]:
    return sorted(tuple(row[c.name] for c in schema.derived.columns) for row in rows)
