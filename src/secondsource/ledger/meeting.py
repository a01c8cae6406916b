"""Statements that speak of one thing, and the reasons why they were brought together."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from secondsource.ledger.days import days_apart, said_by
from secondsource.model.evidence import Reason
from secondsource.model.report import Report
from secondsource.model.statement import Statement

# One matter stays in the press about so long; what is said later may be of another deal.
STORY_DAYS = 60


@dataclass(slots=True, kw_only=True)
class Meeting:
    """Statements brought together, and why."""

    kind: str
    statements: list[Statement]
    reasons: list[Reason] = field(default_factory=list)

    @property
    def reports(self) -> set[str]:
        return {s.report for s in self.statements}

    def take(self, statements: Iterable[Statement], rule: str, detail: str) -> None:
        """Add statements and say why."""
        self.statements.extend(statements)
        self.reasons.append(Reason(rule=rule, detail=detail))


def grouped(statements: Iterable[Statement], key: Callable[[Statement], Hashable]) -> dict[Hashable, list[Statement]]:
    """Statements by a key, each group in the order they came."""
    groups: dict[Hashable, list[Statement]] = defaultdict(list)
    for statement in statements:
        groups[key(statement)].append(statement)
    return groups


def weight(statements: Iterable[Statement]) -> int:
    """How many pieces of reporting stand behind statements: copies of one weigh as one, reworded text nothing."""
    return len({s.origins or (s.report,) for s in statements if not s.reworded})


def one_story(one: Statement, other: Statement, reports: Mapping[str, Report]) -> bool:
    """Whether two statements can be of one story: one origin, few weeks between their reports, or between the acts."""
    if set(one.origins) & set(other.origins):
        return True
    if days_apart(reports[one.report], reports[other.report]) <= STORY_DAYS:
        return True
    return _acts_meet(one, other)


def _acts_meet(one: Statement, other: Statement) -> bool:
    """Whether both tell of something done, by dates of their own that lie few weeks apart."""
    days = [(s.date.start, s.date.end) for s in (one, other) if s.date and s.modality == "asserted"]
    known = [(date.fromisoformat(low), date.fromisoformat(high)) for low, high in days if low and high]
    if len(known) < len((one, other)) or any((high - low).days > STORY_DAYS for low, high in known):
        return False
    return (max(low for low, _ in known) - min(high for _, high in known)).days <= STORY_DAYS


def stories(statements: Iterable[Statement], reports: Mapping[str, Report]) -> list[list[Statement]]:
    """Statements in runs without a gap of more than a story's length; what bears no day goes with the first run."""
    ordered = sorted(statements, key=lambda s: (said_by(reports[s.report]), s.id))
    runs = [ordered[:1]]
    for before, statement in pairwise(ordered):
        if one_story(before, statement, reports):
            runs[-1].append(statement)
        else:
            runs.append([statement])
    return [run for run in runs if run]
