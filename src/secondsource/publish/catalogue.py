"""The records of a library, looked up by id: what every publication starts from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from secondsource.errors import UsageError
from secondsource.model.evidence import Span
from secondsource.model.ledger import Entry, Ledger
from secondsource.model.lineage import Lineage, Link, Origin
from secondsource.model.report import Discard, Report
from secondsource.model.statement import Informant, Quantity, Statement


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


_Record = TypeVar("_Record", bound=_Identified)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """A library's records by id, each in a settled order that does not depend on how they came in."""

    reports: Mapping[str, Report]
    links: Mapping[str, Link]
    origins: Mapping[str, Origin]
    entries: Mapping[str, Entry]
    statements: Mapping[str, Statement]
    informants: Mapping[str, Informant]
    discards: tuple[Discard, ...]

    def report(self, report_id: str) -> Report:
        """The report of that id.

        Raises:
            UsageError: a record points at a report that was not given.
        """
        try:
            return self.reports[report_id]
        except KeyError:
            raise UsageError(f"a record rests on report {report_id}, which is not among the reports given") from None

    def words(self, span: Span) -> str:
        """The exact words of a span, cut from the frozen text of its report."""
        return self.report(span.report).text[span.start : span.end]

    def statements_of(self, ids: Sequence[str]) -> tuple[Statement, ...]:
        """The statements with these ids that the ledger holds, in the order asked for, each once."""
        return tuple(self.statements[one] for one in dict.fromkeys(ids) if one in self.statements)

    def quantity_of(self, entry: Entry) -> Quantity | None:
        """The entry's quantity as its statements put it, with bound and unit; None where it has none."""
        if entry.quantity is None:
            return None
        said = (one.quantity for one in self.statements_of(entry.statements))
        same = (one for one in said if one and one.number == entry.quantity)
        return next(same, Quantity(number=entry.quantity, role="ordered"))


def catalogue(
    reports: Sequence[Report], lineage: Lineage, ledger: Ledger, discards: Sequence[Discard] = ()
) -> Catalogue:
    """Index the records of a library.

    Args:
        reports: every report the other records point at.
        lineage: links and origins.
        ledger: entries with their statements and informants.
        discards: the inputs that gave no report.
    """
    first_span = {one.id: min((span.start for span in one.evidence), default=0) for one in ledger.statements}
    return Catalogue(
        reports=_by_id(sorted(reports, key=lambda one: (one.source, one.id))),
        links=_by_id(sorted(lineage.links, key=lambda one: one.id)),
        origins=_by_id(sorted(lineage.origins, key=lambda one: one.id)),
        entries=_by_id(sorted(ledger.entries, key=lambda one: one.id)),
        statements=_by_id(sorted(ledger.statements, key=lambda one: (one.report, first_span[one.id], one.id))),
        informants=_by_id(sorted(ledger.informants, key=lambda one: one.id)),
        discards=tuple(sorted(discards, key=lambda one: (one.source, one.reason, one.detail))),
    )


def _by_id(records: Sequence[_Record]) -> dict[str, _Record]:
    return {record.id: record for record in records}
