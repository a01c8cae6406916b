"""The ledger as a table: whole, RFC 4180, and harmless in a spreadsheet."""

import csv
import io
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.ledger import Conflict, DisputedValue, Entry
from secondsource.publish import ledger_csv
from secondsource.publish.tables import COLUMNS, FORMULA_STARTS

from .sample import library

ANY_TEXT = st.text(max_size=20)
HOSTILE = st.one_of(st.none(), ANY_TEXT, st.tuples(st.sampled_from("=+-@\t\r\n\0＝＋－＠"), ANY_TEXT).map("".join))
NUMBERS = st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False), st.integers(-(10**9), 10**9))


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def table(*entries: Entry) -> list[list[str]]:
    sample = library()
    return rows(ledger_csv(replace(sample.ledger, entries=entries), sample.reports))


def as_read(text: str) -> str:
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA_STARTS) else text


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    texts: dict[str, Any] = {
        name: draw(HOSTILE) for name in ["supplier", "recipient", "item", "designation", "maker", "name", "first"]
    }
    conflict = Conflict(field=draw(ANY_TEXT), values=(DisputedValue(value=draw(ANY_TEXT), statements=()),))
    return Entry(
        id=draw(ANY_TEXT),
        kind="deal",
        band="register",
        history=(),
        statements=(),
        parties=tuple(draw(st.lists(ANY_TEXT, max_size=2))),
        quantity=draw(NUMBERS),
        conflicts=(conflict,),
        **texts,
    )


class TestLedgerCsv:
    def test_one_row_an_entry_under_a_header(self) -> None:
        sample = library()
        text = ledger_csv(sample.ledger, sample.reports)
        assert text.endswith("\r\n")
        assert rows(text)[0] == list(COLUMNS)
        assert len(rows(text)) == 1 + len(sample.ledger.entries)

    def test_a_row_holds_what_the_entry_holds(self) -> None:
        sample = library()
        found = [dict(zip(COLUMNS, row, strict=True)) for row in rows(ledger_csv(sample.ledger, sample.reports))[1:]]
        deal = next(one for one in found if one["id"] == "ent-s77")
        assert (deal["supplier"], deal["quantity"], deal["quantity_unit"]) == ("Sorvia", "5", "regiments")
        assert (deal["value_amount"], deal["value_currency"], deal["value_basis"]) == ("5430000000", "USD", "contract")
        assert (deal["informants"], deal["established"], deal["reports"]) == ("1", "1", "2")
        assert deal["conflicts"] == "contract value: USD 5 billion / USD 5.43 billion"
        assert "“the $5 billion contract was signed on 5 October 2018” (reports/star.txt)" in deal["evidence"]
        assert (deal["reviewed"], deal["maker"]) == ("yes", "")

    def test_a_negative_number_stays_a_number_and_its_text_does_not(self) -> None:
        entry = replace(library().ledger.entries[0], quantity=-5, item="-5")
        row = dict(zip(COLUMNS, table(entry)[1], strict=True))
        assert (row["quantity"], row["item"]) == ("-5", "'-5")

    def test_a_lone_surrogate_does_not_stop_the_writing(self) -> None:
        sample = library()
        entries = (replace(sample.ledger.entries[0], item="a\ud800b"),)
        assert (
            "a\ufffdb" in ledger_csv(replace(sample.ledger, entries=entries), sample.reports).encode("utf-8").decode()
        )

    @given(entries())
    def test_no_text_cell_starts_a_formula(self, entry: Entry) -> None:
        for name, cell in zip(COLUMNS, table(entry)[1], strict=True):
            if name != "quantity":
                assert not cell.startswith(FORMULA_STARTS)

    @given(st.lists(entries(), max_size=3, unique_by=lambda one: one.id))
    def test_every_cell_comes_back_as_it_went_in(self, given_entries: list[Entry]) -> None:
        header, *body = table(*given_entries)
        assert header == list(COLUMNS)
        expected = sorted((one.id, one.supplier or "", one.item or "", one.name or "") for one in given_entries)
        found = [dict(zip(COLUMNS, row, strict=True)) for row in body]
        read = [(as_read(one["id"]), *(as_read(one[name]) for name in ("supplier", "item", "name"))) for one in found]
        assert sorted(read) == expected

    @given(entries(), entries())
    def test_the_order_of_the_entries_does_not_matter(self, one: Entry, other: Entry) -> None:
        other = replace(other, id=one.id + "x")
        assert table(one, other) == table(other, one)
