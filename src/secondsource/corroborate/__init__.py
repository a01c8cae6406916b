"""How much stands behind each entry: support per step and figure, and a computed grade with its inputs.

`weigh` counts who knows, never copies: the counts of an entry are those of its best-supported step.
"""

from collections.abc import Collection
from dataclasses import replace

from secondsource.corroborate.grade import Evidence, grade
from secondsource.corroborate.support import support
from secondsource.knowledge import Knowledge
from secondsource.knowledge.entries import Outlet
from secondsource.model.ledger import Entry, Ledger, Step, Support
from secondsource.model.lineage import Lineage
from secondsource.model.report import Report
from secondsource.model.statement import Statement

__all__ = ["weigh"]


def weigh(ledger: Ledger, reports: Collection[Report], lineage: Lineage, knowledge: Knowledge) -> Ledger:
    """Fill the support of every step and figure, and the support and grade of every entry."""
    scale = _Scale(ledger, lineage, knowledge)
    return replace(ledger, entries=tuple(scale.weighed(entry) for entry in ledger.entries))


class _Scale:
    """The lookups that all entries of one ledger are weighed with."""

    def __init__(self, ledger: Ledger, lineage: Lineage, knowledge: Knowledge) -> None:
        self.statements = {s.id: s for s in ledger.statements}
        self.origins = {o.id: o for o in lineage.origins}
        self.informants = {i.id: i for i in ledger.informants}
        self.vetted = frozenset(o.short for o in knowledge.all("outlet", Outlet))

    def weighed(self, entry: Entry) -> Entry:
        steps = tuple(replace(step, support=self._support(step.statements)) for step in entry.history)
        figures = tuple(replace(figure, support=self._support(figure.statements)) for figure in entry.figures)
        best = _best(steps, entry.status)
        behind = best.support if best is not None and best.support else self._support(entry.statements)
        statements = [self.statements[i] for i in (best.statements if best else entry.statements)]
        value, reasons = grade(
            Evidence(
                step=best,
                support=behind,
                statements=statements,
                origins=self.origins,
                informants=self.informants,
                vetted=self.vetted,
            )
        )
        return replace(entry, history=steps, figures=figures, support=behind, grade=value, grade_reasons=reasons)

    def _support(self, idents: tuple[str, ...]) -> Support:
        found: list[Statement] = [self.statements[i] for i in idents]
        return support(found, self.origins, self.informants)


def _best(steps: tuple[Step, ...], status: str | None) -> Step | None:
    """The step with most established origins and informants; among equals the present one."""
    return max(
        steps,
        key=lambda s: (
            s.support.established if s.support else 0,
            s.support.informants if s.support else 0,
            s.status == status,
            s.status,
        ),
        default=None,
    )
