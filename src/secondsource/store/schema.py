"""The tables of a library file. `SCHEMA` is raised when they change, and an older program then refuses the file."""

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

SCHEMA = 1

metadata = MetaData()


def _of_report(name: str, *, key: bool = False) -> Column[str]:
    owner = ForeignKey("reports.id", ondelete="CASCADE")
    return Column(name, String, owner, nullable=False, primary_key=key, index=not key)


library = Table(
    "library",
    metadata,
    Column("schema", Integer, nullable=False),
    Column("made_by", String, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("id", String, primary_key=True),
    Column("source", String, nullable=False),
    Column("read_on", String, nullable=False),
    Column("knowledge", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("record", Text, nullable=False),
)

raws = Table(
    "raws",
    metadata,
    _of_report("report", key=True),
    Column("sha256", String, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

discards = Table(
    "discards",
    metadata,
    Column("source", String, primary_key=True),
    Column("reason", String, nullable=False),
    Column("detail", String, nullable=False),
)

compared = Table(
    "compared",
    metadata,
    _of_report("report", key=True),
    Column("key", String, nullable=False),
)

derivations = Table(
    "derivations",
    metadata,
    Column("id", String, primary_key=True),
    _of_report("report"),
    _of_report("of"),
    Column("exact", Float, nullable=False),
    Column("record", Text, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    _of_report("report", key=True),
    Column("key", String, nullable=False),
    Column("record", Text, nullable=False),
)

derived = Table(
    "derived",
    metadata,
    Column("kind", String, nullable=False),
    Column("place", Integer, nullable=False),
    Column("id", String),
    Column("record", Text, nullable=False),
    PrimaryKeyConstraint("kind", "place"),
    Index("derived_by_id", "kind", "id"),
)

state = Table(
    "state",
    metadata,
    Column("reports", String, nullable=False),
    Column("knowledge", String, nullable=False),
    Column("version", String, nullable=False),
    Column("today", String, nullable=False),
)
