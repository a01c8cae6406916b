"""What a report says: from its text to statements and quotations, each with the words it rests on.

`understand` recognises names, sums, counts, dates and voices by rules with a grammar, finds the cues of each kind of
statement, and brings the sentences of the report together. Each kind of statement is proposed by one function over one
sentence (`PROPOSERS`), so that a trained model can take a kind over by replacing its function.
"""

from collections.abc import Callable, Sequence

from secondsource.knowledge import Knowledge
from secondsource.model.report import Report
from secondsource.model.statement import Reading
from secondsource.understand.agreements import agreements, settled
from secondsource.understand.claims import claims, continued
from secondsource.understand.controls import controls
from secondsource.understand.drafts import Draft, finished
from secondsource.understand.figures import valued
from secondsource.understand.page import Line, Page
from secondsource.understand.sanctions import sanctions
from secondsource.understand.threads import threaded
from secondsource.understand.transfers import transfers
from secondsource.understand.voices import voices

__all__ = ["PROPOSERS", "understand"]

PROPOSERS: dict[str, Callable[[Page, Line], list[Draft]]] = {
    "transfer": transfers,
    "agreement": agreements,
    "sanction": sanctions,
    "control": controls,
    "claim": claims,
}


def understand(report: Report, skip: Sequence[tuple[int, int]], knowledge: Knowledge) -> Reading:
    """Read one report.

    Args:
        report: the report; one that is not in English gives an empty reading.
        skip: stretches of its text that a donor in the library says better (reworded passages); they give nothing.
        knowledge: the names and phrases to recognise.
    """
    page = Page(report, skip, knowledge)
    if not report.understood or not page.lines:
        return Reading(report=report.id, statements=(), quotes=())
    drafts = [draft for line in page.lines for propose in PROPOSERS.values() for draft in propose(page, line)]
    drafts = valued(page, drafts)
    drafts = threaded(page, continued(page, settled(page, drafts)))
    drafts = _body_before_headline(drafts)
    statements = {s.id: s for s in (finished(page, d) for d in drafts)}
    return Reading(report=report.id, statements=tuple(statements.values()), quotes=voices(page).quotes)


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
