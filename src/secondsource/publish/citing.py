"""How reports, speakers and statements are cited."""

import re
from collections.abc import Sequence

from secondsource.model.report import Report
from secondsource.model.statement import Attribution, Statement
from secondsource.publish.catalogue import Catalogue
from secondsource.publish.views import ReportName
from secondsource.publish.wording import date_words

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")


def report_name(report: Report) -> ReportName:
    """A report's title, outlet and date, or the days between which it must have appeared."""
    bounds = report.bounds if report.published is None else None
    if report.published:
        when = date_words(report.published, report.published)
    else:
        when = (
            f"between {date_words(bounds.low, bounds.low)} and {date_words(bounds.high, bounds.high)}" if bounds else ""
        )
    return ReportName(
        anchor=f"report-{report.id}",
        title=report.title or report.source,
        outlet=report.outlet or "",
        when=when or "date unknown",
        bounded=bounds is not None,
        language=language_tag(report.language),
    )


def language_tag(language: str | None) -> str | None:
    """The language where it is a tag that a browser understands, else None."""
    return language if language and _LANGUAGE_TAG.match(language) else None


def citation(name: ReportName) -> str:
    """A report in one line: `“Kestia turns down armed drones”, Meridian Courier, 30 October 2020`."""
    return ", ".join(filter(None, (f"“{name.title}”", name.outlet, name.when)))


def voice_words(statement: Statement) -> str:
    """On whose word a statement stands; never a guess."""
    attribution = statement.attribution
    if attribution is None or not (attribution.speaker or attribution.role or attribution.anonymous):
        return "The report itself"
    who = attribution.speaker or attribution.role or "a source"
    role = f", {attribution.role}" if attribution.speaker and attribution.role else ""
    kind = " (document)" if attribution.document else ""
    return f"{who}{role}{kind}" + (" (not named)" if attribution.anonymous else "")


def chain_words(attribution: Attribution | None, report: Report) -> tuple[str, ...]:
    """The outlets through which the words came, from the one nearest the speaker to this report; empty where direct."""
    heard = [one for one in reversed(attribution.outlets) if one != report.outlet] if attribution else []
    return (*heard, report.outlet or "this report") if heard else ()


def said_by(ids: Sequence[str], library: Catalogue) -> tuple[str, ...]:
    """Who says so, one line a statement: the voice and the report."""
    lines = (
        f"{voice_words(one)}: {citation(report_name(library.report(one.report)))}" for one in library.statements_of(ids)
    )
    return tuple(dict.fromkeys(lines))
