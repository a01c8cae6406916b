"""How the command line words the records."""

from collections import Counter
from collections.abc import Iterable, Iterator

from secondsource.cli.output import one_line
from secondsource.model.ledger import Entry, Figure, Step, Support
from secondsource.model.lineage import TEXT_RELATIONS, Link, Origin
from secondsource.model.report import Report
from secondsource.model.statement import Attribution, Statement, Value
from secondsource.publish.aligned import SERIOUS


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 origin", "2 reports"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def voices(support: Support | None) -> str:
    """Who stands behind a value: "2 informants, 1 established origin, 3 reports"."""
    if support is None:
        return ""
    parts = [
        counted(support.informants, "informant"),
        counted(support.established, "established origin"),
        counted(support.reports, "report"),
    ]
    return ", ".join(parts)


def what(entry: Entry) -> str:
    """The thing that an entry is about."""
    thing = entry.designation or entry.item or entry.name
    if entry.exposure:
        return f"{entry.exposure.regime}: {entry.exposure.person}"
    if entry.kind == "agreement":
        return entry.name or thing or ""
    return thing or entry.name or ""


def who(entry: Entry) -> str:
    """Between whom: "Russia → India", or the parties."""
    if entry.supplier or entry.recipient:
        return f"{entry.supplier or '?'} → {entry.recipient or '?'}"
    return ", ".join(entry.parties)


def when(start: str | None, end: str | None) -> str:
    """A day, or the days between which a thing lies; blank where they are unknown."""
    if start == end or end is None:
        return start or ""
    return f"{start or '…'} to {end}"


def status(entry: Entry) -> str:
    """The present status, with how far it is only planned or possible."""
    if entry.exposure:
        return entry.exposure.level
    if entry.kind == "figure" and entry.figures:
        return "; ".join(amount(figure) for figure in entry.figures)
    return qualified(entry.status, entry.modality)


def qualified(name: str | None, modality: str | None) -> str:
    """A status with the modality that is not plain assertion."""
    if not name:
        return ""
    return name if modality in (None, "asserted") else f"{name} ({modality})"


def amount(figure: Figure) -> str:
    """A figure's number with its basis: "cumulative over 20,000,000,000 USD"."""
    number = amounts(figure.amount, figure.high)
    return " ".join(filter(None, [figure.basis, figure.bound, number, figure.currency or figure.unit]))


def step_line(step: Step) -> str:
    """One step in a line: status, mover, instrument, days, standing, voices."""
    parts = [qualified(step.status, step.modality)]
    parts += ["not"] if step.polarity == "negated" else []
    parts += [f"by {step.actor.name}"] if step.actor else []
    parts += [f"({step.instrument})"] if step.instrument else []
    parts += [when(step.start, step.end)]
    parts += [step.standing] if step.standing != "uncontested" else []
    return "  ".join(filter(None, [*parts, voices(step.support)]))


def speaker(attribution: Attribution | None) -> str:
    """On whose word, through which outlets."""
    if attribution is None:
        return "the report's own voice"
    name = attribution.speaker or attribution.role or ("unnamed" if attribution.anonymous else "")
    return _joined([name, *(f"via {outlet}" for outlet in attribution.outlets)]) or "the report's own voice"


def reader(statement: Statement) -> str:
    """Who read the statement out of the text, and how sure of it."""
    who = {"model": "read by the extractor", "rules": "read by the rules"}.get(statement.method, statement.method)
    return f"{who}, {statement.confidence:.0%} sure"


def money(value: Value | None) -> str:
    """A sum with its currency, bound and basis."""
    if value is None:
        return ""
    amount = amounts(value.amount, value.high)
    return " ".join(filter(None, [value.bound, amount, value.currency or "", f"({value.basis})"]))


def amounts(amount: float, high: float | None) -> str:
    """A number, or a range of two."""
    return _number(amount) if high is None else f"{_number(amount)} to {_number(high)}"


def relation(link: Link, other: str) -> str:
    """A link in words: "reworded from a.txt", "denies the Courier"."""
    name = {"reworded": "reworded from", "translated": "translated from", "stitched": "stitched from"}.get(
        link.relation
    )
    plain = "of" if link.relation in TEXT_RELATIONS else ""
    return " ".join(filter(None, [name or f"{link.relation} {plain}".strip(), other]))


def standing(origin: Origin) -> str:
    """What an origin is, and whether and why it is established: "outlet, in library, established: was told …"."""
    seen = "in library" if origin.seen else "unseen"
    known = "established" if origin.established else "not established"
    why = "; ".join(dict.fromkeys(reason.detail for reason in origin.reasons))
    return f"{origin.kind}, {seen}, {known}" + (f": {why}" if why else "")


def serious(link: Link) -> str:
    """The changes after which a reader believes something else: "3 serious changes (2 number, 1 quote)"."""
    kinds = Counter(change.kind for change in link.changes if change.kind in SERIOUS)
    each = ", ".join(f"{number:,} {kind}" for kind, number in sorted(kinds.items(), key=lambda one: (-one[1], one[0])))
    return f"{counted(kinds.total(), 'serious change')} ({each})" if each else "no serious change"


def about_report(report: Report) -> Iterator[str]:
    """A report in lines: its title, where it is and whose, and when it appeared."""
    yield one_line(report.title or report.source)
    about = [report.outlet, report.byline, report.published, report.language]
    yield one_line("  ".join(filter(None, [report.id, report.source, *about])))
    if report.bounds:
        yield f"no date printed; between {report.bounds.low} and {report.bounds.high}:"
        yield from (f"   {reason}" for reason in report.bounds.reasons)


def _number(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)
