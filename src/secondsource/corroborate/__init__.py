"""How much stands behind each entry: support per step and figure, and a computed grade with its inputs.

`weigh` counts who knows, never copies: the counts and the grade of an entry are those of its best-supported step.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace

from secondsource.corroborate.grade import Evidence, grade
from secondsource.corroborate.support import support
from secondsource.knowledge import Knowledge
from secondsource.knowledge.entries import Outlet
from secondsource.model.evidence import Reason
from secondsource.model.ledger import Entry, Ledger, Step, Support
from secondsource.model.lineage import Lineage
from secondsource.model.report import Report
from secondsource.model.statement import Statement

__all__ = ["weigh"]

# A user's entry for an outlet vouches for it; these kinds only gather what others wrote.
_UNVETTED_KINDS = frozenset({"aggregator", "blog"})


def weigh(ledger: Ledger, reports: Collection[Report], lineage: Lineage, knowledge: Knowledge) -> Ledger:
    """Fill the support of every step and figure, and the support and grade of every entry."""
    assert {s.report for s in ledger.statements} <= {r.id for r in reports}, "every statement stands in a report"
    scale = _Scale(ledger, lineage, knowledge)
    return replace(ledger, entries=tuple(scale.weighed(entry) for entry in ledger.entries))


class _Scale:
    """The lookups that all entries of one ledger are weighed with."""

    def __init__(self, ledger: Ledger, lineage: Lineage, knowledge: Knowledge) -> None:
        outlets = knowledge.all("outlet", Outlet)
        self.statements = {s.id: s for s in ledger.statements}
        self.origins = {o.id: o for o in lineage.origins}
        self.informants = {i.id: i for i in ledger.informants}
        self.vetted = frozenset(o.short for o in outlets if o.kind not in _UNVETTED_KINDS)
        self.states = {o.short: o.country for o in outlets}

    def weighed(self, entry: Entry) -> Entry:
        steps = tuple(replace(step, support=self._support(step.statements)) for step in entry.history)
        figures = tuple(replace(figure, support=self._support(figure.statements)) for figure in entry.figures)
        best, (value, reasons) = self._best(entry, steps)
        behind = best.support if best is not None and best.support else self._support(_rests_on(entry))
        return replace(entry, history=steps, figures=figures, support=behind, grade=value, grade_reasons=reasons)

    def _best(self, entry: Entry, steps: tuple[Step, ...]) -> tuple[Step | None, tuple[str, tuple[Reason, ...]]]:
        """The step with the best grade; among equals that with most behind it, then the present one."""
        graded = [(step, self._grade(entry, step, step.statements)) for step in steps]
        if not graded:
            return None, self._grade(entry, None, _rests_on(entry))
        return min(graded, key=lambda g: (g[1][0], _rank(g[0], entry.status)))

    def _grade(self, entry: Entry, step: Step | None, idents: Iterable[str]) -> tuple[str, tuple[Reason, ...]]:
        denied = [i for s in entry.history if s.standing == "denied" for i in s.statements]
        return grade(
            Evidence(
                step=step,
                statements=[self.statements[i] for i in idents],
                denials=[self.statements[i] for i in denied],
                contested=any(s.standing in ("contested", "denied") for s in entry.history),
                origins=self.origins,
                informants=self.informants,
                vetted=self.vetted,
                states=self.states,
            )
        )

    def _support(self, idents: Iterable[str]) -> Support:
        found: list[Statement] = [self.statements[i] for i in idents]
        return support(found, self.origins, self.informants)


def _rests_on(entry: Entry) -> tuple[str, ...]:
    """The statements of an entry; where a rule made it without any, those of the steps that the rule weighed."""
    if entry.statements or entry.exposure is None:
        return entry.statements
    return tuple(sorted({i for step in entry.exposure.steps for i in step.statements}))


def _rank(step: Step, status: str | None) -> tuple[int, int, bool, str, str]:
    behind = step.support
    assert behind is not None, "steps are weighed before they are ranked"
    return (-behind.established, -behind.informants, step.status != status, step.status, step.statements[0])
