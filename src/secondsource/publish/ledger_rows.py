"""The ledger table prepared for the page: one row an entry, grouped by band."""

from collections.abc import Sequence

from secondsource.model.ledger import Entry, Exposure, Figure
from secondsource.publish.catalogue import Catalogue
from secondsource.publish.views import BandView, EntryRow, Pill
from secondsource.publish.voices import support_words
from secondsource.publish.wording import (
    BANDS,
    BASES,
    EXPOSURE_LEVELS,
    EXPOSURE_TONES,
    TONE_OF,
    TONE_SHAPES,
    date_words,
    grade_words,
    listed,
    money_words,
    plainly,
    range_words,
)

_KIND_ORDER = ("deal", "agreement", "control", "exposure", "figure")


def ledger_order(entry: Entry) -> tuple[int, int, str, str, str]:
    """The order of entries on the page: by band and kind, then in time."""
    band, kind = list(BANDS).index(entry.band), _KIND_ORDER.index(entry.kind)
    return (band, kind, entry.first or entry.last or "9999", entry_title(entry), entry.id)


def band_views(entries: Sequence[Entry], library: Catalogue) -> tuple[BandView, ...]:
    """The rows of the ledger under the heading of their band; bands without rows are left out."""
    ordered = sorted(entries, key=ledger_order)
    bands = (
        BandView(caption=caption, rows=tuple(entry_row(one, library) for one in ordered if one.band == band))
        for band, caption in BANDS.items()
    )
    return tuple(one for one in bands if one.rows)


def entry_row(entry: Entry, library: Catalogue) -> EntryRow:
    """The row of one entry."""
    value, basis = _value(entry)
    return EntryRow(
        anchor=entry_anchor(entry.id),
        kind=entry.kind,
        who=_who(entry),
        what=_what(entry),
        pill=_entry_pill(entry),
        quantity=quantity_words(entry, library),
        value=value,
        basis=basis,
        dates=_dates(entry),
        support=support_words(entry.support) if entry.support else "",
        grade=entry.grade or "",
        grade_words=grade_words(entry.grade) if entry.grade else "",
        reviewed=entry.reviewed,
    )


def quantity_words(entry: Entry, library: Catalogue) -> str:
    """How many, with bound and unit as its reports put it: `up to 30`, `5 regiments`; empty where unknown."""
    quantity = library.quantity_of(entry)
    if quantity is None:
        return ""
    return f"{range_words(quantity.number, quantity.high, quantity.bound)} {quantity.unit or ''}".strip()


def entry_anchor(entry_id: str) -> str:
    """The fragment under which an entry stands on the page."""
    return f"entry-{entry_id}"


def entry_title(entry: Entry, quantity: str = "") -> str:
    """An entry in a few words: `S-77 systems, Sorvia to Kestia`, with its quantity in brackets where one is given."""
    what = f"{_what(entry)} ({quantity})" if quantity else _what(entry)
    who = _who(entry).replace(" → ", " to ")
    return f"{what}, {who}" if who else what


def pill(status: str, modality: str, polarity: str) -> Pill:
    """A status as a word with its shape; planned, possible and negated are part of the word."""
    tone = TONE_OF.get(status, "talk")
    negated = polarity == "negated"
    word = ("not " if negated else "") + plainly(status) + ("" if modality == "asserted" else f" ({modality})")
    tentative = modality != "asserted"
    shape = "⊘" if negated else ("◌" if tentative else TONE_SHAPES[tone])
    return Pill(word=word, shape=shape, tone="stopped" if negated else tone, tentative=tentative)


def _entry_pill(entry: Entry) -> Pill | None:
    if entry.status is None:
        return _exposure_pill(entry.exposure) if entry.exposure else None
    same = [one for one in entry.history if one.status == entry.status]
    negated = bool(same) and all(one.polarity == "negated" for one in same)
    return pill(entry.status, entry.modality or "asserted", "negated" if negated else "affirmed")


def _value(entry: Entry) -> tuple[str, str]:
    """The leading sum and its basis; an entry that is a figure shows its figure where it has only one."""
    if entry.value:
        value = entry.value
        return money_words(value.amount, value.high, value.bound, value.currency), BASES[value.basis]
    if entry.kind == "figure" and len(entry.figures) == 1:
        return figure_amount(entry.figures[0]), plainly(entry.figures[0].basis)
    return "", ""


def figure_amount(figure: Figure) -> str:
    """A figure in words: money in its currency, anything else with its unit."""
    if figure.currency:
        return money_words(figure.amount, figure.high, figure.bound, figure.currency)
    return f"{range_words(figure.amount, figure.high, figure.bound)} {figure.unit or ''}".strip()


def _exposure_pill(exposure: Exposure) -> Pill:
    tone = EXPOSURE_TONES[exposure.level]
    return Pill(word=EXPOSURE_LEVELS[exposure.level], shape=TONE_SHAPES[tone], tone=tone, tentative=False)


def _who(entry: Entry) -> str:
    if entry.supplier and entry.recipient:
        return f"{_inferred('supplier', entry.supplier, entry)} → {_inferred('recipient', entry.recipient, entry)}"
    if entry.supplier or entry.recipient:
        return f"from {entry.supplier}" if entry.supplier else f"to {entry.recipient}"
    return listed(entry.parties)


def _inferred(slot: str, name: str, entry: Entry) -> str:
    return f"{name} (inferred)" if slot in entry.inferred else name


def _what(entry: Entry) -> str:
    if entry.kind == "exposure" and entry.exposure:
        return f"{entry.exposure.regime}: {entry.exposure.person}"
    if entry.kind in ("agreement", "control", "figure"):
        return entry.name or entry.item or entry.designation or f"unnamed {entry.kind}"
    return entry.item or entry.designation or entry.name or "item not named"


def _dates(entry: Entry) -> str:
    """The first and the last step that have happened, each no more exact than its reports; else first and last day."""
    happened = [(one.start, one.end) for one in entry.history if one.modality == "asserted" and (one.start or one.end)]
    dated = [one for one in happened if one[0]] or happened
    if not dated:
        return _span_words((entry.first, entry.first), (entry.last, entry.last))
    return _span_words(min(dated, key=_days), max(dated, key=_days))


_Interval = tuple[str | None, str | None]


def _days(interval: _Interval) -> tuple[str, str]:
    start, end = interval
    return (start or "", end or "9999")


def _span_words(first: _Interval, last: _Interval) -> str:
    return " to ".join(filter(None, dict.fromkeys((date_words(*first), date_words(*last)))))
