"""What a report says: from its text to statements and quotations, each with the words it rests on.

`understand` recognises names, sums, counts, dates and voices by rules with a grammar. Two readers make statements of
them: a trained extractor, which picks what belongs together, and rules, one function for each kind of statement over
one sentence (`PROPOSERS`). Where both speak of a sentence, `arbitration` says who is heard.
"""

from collections.abc import Callable, Sequence
from typing import Literal

from secondsource.extractor import Extractor
from secondsource.knowledge import Knowledge
from secondsource.model.report import Report
from secondsource.model.statement import Reading, Silence, Statement
from secondsource.understand.agreements import agreements, settled
from secondsource.understand.arbitration import SURE, arbitrated, doubt
from secondsource.understand.claims import claims, continued
from secondsource.understand.controls import controls
from secondsource.understand.drafts import Draft, finished
from secondsource.understand.figures import valued
from secondsource.understand.gathering import gathered
from secondsource.understand.looking import looked_at
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
        method: who reads: the rules alone, the extractor alone, or both with an arbiter between them.
    """
    page = Page(report, skip, knowledge)
    if not report.understood or not page.lines:
        return Reading(report=report.id, statements=(), quotes=())
    ruled = [] if method == "model" else _by_rules(page)
    seen = [] if method == "rules" else _by_extractor(page, extractor)
    drafts = _body_before_headline(arbitrated(ruled, seen))
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


def _by_extractor(page: Page, extractor: Extractor) -> list[Draft]:
    drafts = proposed(page, looked_at(page, extractor), extractor)
    sure = [d for d in drafts if (d.confidence or 0.0) >= SURE["statement"]]
    return [d for d in gathered(settled(page, threaded(page, sure))) if doubt(page, d) is None]


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
