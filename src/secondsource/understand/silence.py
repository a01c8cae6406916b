"""Why a sentence that speaks of a deal gave no statement: so that a reader knows what was left out, and decides."""

from collections.abc import Sequence

from secondsource.extractor import Extractor
from secondsource.model.statement import Silence, Statement
from secondsource.understand.looking import LEAST, looked_at
from secondsource.understand.page import Line, Page
from secondsource.understand.spans import spans

_WORTH_TELLING = 0.1


def unsaid(page: Page, hidden: Sequence[Line], given: Sequence[Statement], extractor: Extractor) -> list[Silence]:
    """The sentences that name a weapon, or may state a step, and rest no statement, each with the reason."""
    spoken = [(s.start, s.end) for statement in given for s in statement.evidence]
    found = []
    for seen in looked_at(page, extractor):
        sure: dict[int, float] = {}
        for span in spans(seen.states, seen.stretch.glued, "trigger", _WORTH_TELLING):
            number = seen.stretch.numbers[span.start]
            sure[number] = max(sure.get(number, 0.0), span.sure)
        named = {c.line.number for c, _ in seen.offered if c.kind == "thing"}
        for line in seen.stretch.lines:
            ours = seen.stretch.owned[0] <= line.number <= seen.stretch.owned[1]
            if ours and not any(s < line.end and line.start < e for s, e in spoken):
                reason = _reason(sure.get(line.number, 0.0), named=line.number in named)
                if reason:
                    found.append(Silence(start=line.start, end=line.end, reason=reason))
    found += [
        Silence(start=line.start, end=line.end, reason="taken from another report in the library, which says it itself")
        for line in hidden
    ]
    return sorted(found, key=lambda s: s.start)


def _reason(sure: float, *, named: bool) -> str | None:
    least = LEAST["trigger"]
    if sure >= least:
        return "states a step, and nothing in the report says of what, or between whom"
    if sure >= _WORTH_TELLING:
        return f"may state a step, which is {sure:.0%} sure; {least:.0%} are asked for"
    if named:
        return "names arms and states no step"
    return None
