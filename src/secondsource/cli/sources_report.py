"""One report among the others: its origins, what it took and gave, and the answers to and fro."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from secondsource.cli import words
from secondsource.cli.output import one_line
from secondsource.cli.placing import DERIVATIONS
from secondsource.cli.sources_tree import extent, share_of
from secondsource.model.lineage import TEXT_RELATIONS, Lineage, Link
from secondsource.model.report import Report
from secondsource.publish.wording import share_words


def report_lines(report: Report, lineage: Lineage, reports: Mapping[str, Report]) -> Iterator[str]:
    """What the report is, the origins of its text, and every link with all its reasons."""
    yield from words.about_report(report)
    origins = [one for one in lineage.origins if report.id in one.reports]
    for origin in sorted(origins, key=lambda one: (-share_of(one, report), one.label, one.id)):
        share = share_words(share_of(origin, report))
        yield f"{share} of its text from {one_line(origin.label)}  ({one_line(words.standing(origin))})"
    given = [one for one in lineage.links if one.of == report.id]
    taken = [one for one in lineage.links if one.report == report.id]
    yield from _group("took", [one for one in taken if _is_taking(one)], reports)
    yield from _group("gave", [one for one in given if _is_taking(one)], reports)
    open_ties = [one for one in (*taken, *given) if one.direction == "undetermined"]
    yield from _group("shares text, and who took from whom is open", open_ties, reports)
    answers = [one for one in (*taken, *given) if one.relation not in DERIVATIONS]
    yield from _group("answers, which take nothing", answers, reports)


def text_links(lineage: Lineage, chosen: Sequence[str]) -> list[Link]:
    """The links that carry text from or to the first report chosen, to or from the second where there is one."""
    first, *second = chosen
    links = [one for one in lineage.links if one.relation in TEXT_RELATIONS and first in (one.report, one.of)]
    found = [one for one in links if _has_both(one, second)]
    return sorted(found, key=lambda one: (one.report != first, -one.coverage, one.id))


def _has_both(link: Link, second: Collection[str]) -> bool:
    return all(one in (link.report, link.of) for one in second)


def _is_taking(link: Link) -> bool:
    return link.relation in DERIVATIONS and link.direction == "determined"


def _group(heading: str, links: Sequence[Link], reports: Mapping[str, Report]) -> Iterator[str]:
    if links:
        yield f"\n{heading}"
    for link in sorted(links, key=lambda one: (-one.coverage, reports[one.report].source, one.id)):
        other = reports[link.of].source if link.of else link.outlet or link.document or "unknown donors"
        tie = words.relation(link, one_line(other))
        yield f"   {one_line(reports[link.report].source)}  {tie}"
        yield f"      {extent(link).plain}, confidence {share_words(link.confidence)}"
        yield from (f"      - {one_line(reason.detail)}" for reason in link.reasons)
