"""What a report says: from its text to statements and quotations, each with the words it rests on.

`understand` recognises names, sums, counts, dates and voices by rules with a grammar, finds the cues of each kind of
statement, and brings the sentences of the report together. Each kind of statement is proposed by one function over one
sentence (`PROPOSERS`), so that a trained model can take a kind over by replacing its function.
"""

from collections.abc import Callable, Sequence
from typing import Literal

from secondsource.extractor import Extractor
from secondsource.knowledge import Knowledge
from secondsource.model.report import Report
from secondsource.model.statement import Reading, Silence, Statement
from secondsource.understand.agreements import agreements, settled
from secondsource.understand.arbitration import SURE, arbitrated, standing
from secondsource.understand.claims import claims, continued
from secondsource.understand.controls import controls
from secondsource.understand.drafts import Draft, finished
from secondsource.understand.figures import valued
from secondsource.understand.gathering import gathered
from secondsource.understand.page import Line, Page
from secondsource.understand.proposing import proposed
from secondsource.understand.sanctions import sanctions
from secondsource.understand.silence import unsaid
from secondsource.understand.threads import threaded
from secondsource.understand.transfers import transfers
from secondsource.understand.voices import voices

__all__ = ["PROPOSERS", "Method", "silences", "understand"]

PROPOSERS: dict[str, Callable[[Page, Line], list[Draft]]] = {
    "transfer": transfers,
    "agreement": agreements,
    "sanction": sanctions,
    "control": controls,
    "claim": claims,
}


Method = Literal["rules", "model", "both"]


def understand(
    report: Report,
    skip: Sequence[tuple[int, int]],
    knowledge: Knowledge,
    extractor: Extractor,
    method: Method = "both",
) -> Reading:
    """Read one report.

    Args:
        report: the report; one that is not in English gives an empty reading.
        skip: stretches of its text that a donor in the library says better (reworded passages); they give nothing.
        knowledge: the names and phrases to recognise.
        extractor: says which words state a step, and what belongs to it.
        method: who reads: the rules alone, the extractor alone, or the extractor with the rules where it is silent.
    """
    page = Page(report, skip, knowledge)
    if not report.understood or not page.lines:
        return Reading(report=report.id, statements=(), quotes=())
    ruled = [] if method == "model" else _by_rules(page)
    faint = [] if method == "rules" else proposed(page, extractor)
    sure = [d for d in faint if (d.confidence or 0.0) >= SURE["statement"]]
    seen = standing(page, gathered(settled(page, threaded(page, sure))))
    drafts = ruled if method == "rules" else seen if method == "model" else arbitrated(ruled, seen)
    drafts = _body_before_headline(drafts)
    statements = {s.id: s for s in (finished(page, d) for d in drafts)}
    return Reading(report=report.id, statements=tuple(statements.values()), quotes=voices(page).quotes)


def silences(
    report: Report,
    skip: Sequence[tuple[int, int]],
    given: Sequence[Statement],
    knowledge: Knowledge,
    extractor: Extractor,
) -> list[Silence]:
    """The sentences of a report that speak of a deal and are in none of its statements, each with the reason."""
    page, whole = Page(report, skip, knowledge), Page(report, (), knowledge)
    if not report.understood or not whole.lines:
        return []
    shown = {line.start for line in page.lines}
    hidden = [line for line in whole.lines if line.start not in shown]
    return unsaid(page, hidden, given, extractor)


def _by_rules(page: Page) -> list[Draft]:
    drafts = [draft for line in page.lines for propose in PROPOSERS.values() for draft in propose(page, line)]
    return threaded(page, continued(page, settled(page, valued(page, drafts))))


def _body_before_headline(drafts: list[Draft]) -> list[Draft]:
    """A headline or dek is evidence only where the body says nothing of the same thing."""
    body = [d for d in drafts if not d.line.headline]
    kept = []
    for draft in drafts:
        if draft.line.headline and any(_same_matter(draft, other) for other in body):
            continue
        kept.append(draft)
    return kept


def _same_matter(draft: Draft, other: Draft) -> bool:
    if draft.kind != other.kind:
        return False
    if draft.thing is None or other.thing is None:
        return True
    return draft.thing.can_be(other.thing)
