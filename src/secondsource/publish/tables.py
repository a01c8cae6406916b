"""The ledger as a table that opens in any spreadsheet, and that no cell of can run there."""

import csv
import io
import re
from collections.abc import Sequence

from secondsource.model.ledger import Conflict, Entry, Ledger, Support
from secondsource.model.lineage import Lineage
from secondsource.model.report import Report
from secondsource.publish.catalogue import Catalogue, catalogue
from secondsource.publish.numbers import plain_number

COLUMNS = (
    "id",
    "kind",
    "band",
    "supplier",
    "recipient",
    "parties",
    "name",
    "item",
    "designation",
    "maker",
    "quantity",
    "quantity_high",
    "quantity_bound",
    "quantity_unit",
    "status",
    "modality",
    "value_amount",
    "value_high",
    "value_currency",
    "value_basis",
    "value_bound",
    "first",
    "last",
    "informants",
    "established",
    "reports",
    "grade",
    "conflicts",
    "reviewed",
    "evidence",
)

# Spreadsheets take a cell that begins so for a formula (OWASP, CSV injection); the full-width forms count too.
FORMULA_STARTS = tuple("=+-@\t\r\n\0＝＋－＠")

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")

Cell = str | int | float | None


def ledger_csv(ledger: Ledger, reports: Sequence[Report]) -> str:
    """The ledger as RFC 4180 text, one row an entry, with a header.

    A text cell that a spreadsheet would take for a formula gets a leading apostrophe. Numbers stay numbers, blanks
    mean unknown, and the evidence column holds each statement's first words with the source of its report.

    Args:
        ledger: the entries and the statements they rest on.
        reports: every report that the statements point at.

    Raises:
        UsageError: a statement's evidence lies in a report that was not given.
    """
    library = catalogue(reports, Lineage(links=(), origins=()), ledger)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_safe(cell) for cell in _row(entry, library)] for entry in library.entries.values())
    return text.getvalue()


def _safe(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    text = _LONE_SURROGATE.sub("\ufffd", cell)
    return "'" + text if text.startswith(FORMULA_STARTS) else text


def _row(entry: Entry, library: Catalogue) -> list[Cell]:
    return [
        entry.id,
        entry.kind,
        entry.band,
        entry.supplier,
        entry.recipient,
        ", ".join(entry.parties) or None,
        entry.name,
        entry.item,
        entry.designation,
        entry.maker,
        *_quantity(entry, library),
        entry.status,
        entry.modality,
        *_money(entry),
        entry.first,
        entry.last,
        *_counts(entry.support),
        entry.grade,
        "; ".join(_dispute(one) for one in entry.conflicts),
        "yes" if entry.reviewed else "no",
        _evidence(entry, library),
    ]


def _quantity(entry: Entry, library: Catalogue) -> list[Cell]:
    quantity = library.quantity_of(entry)
    if quantity is None:
        return [None] * 4
    return [plain_number(quantity.number), plain_number(quantity.high), quantity.bound, quantity.unit]


def _money(entry: Entry) -> list[Cell]:
    value = entry.value
    if value is None:
        return [None] * 5
    return [plain_number(value.amount), plain_number(value.high), value.currency, value.basis, value.bound]


def _counts(support: Support | None) -> list[Cell]:
    return [support.informants, support.established, support.reports] if support else [None] * 3


def _dispute(conflict: Conflict) -> str:
    return f"{conflict.field}: {' / '.join(one.value for one in conflict.values)}"


def _evidence(entry: Entry, library: Catalogue) -> str:
    said = library.statements_of(entry.statements)
    first = [(library.words(one.evidence[0]), library.report(one.report).source) for one in said if one.evidence]
    return " | ".join(dict.fromkeys(f"“{words}” ({source})" for words, source in first))
