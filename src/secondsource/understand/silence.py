"""Why a sentence that speaks of a deal gave no statement: so that a reader knows what was left out, and decides."""

from collections.abc import Sequence

from secondsource.extractor import Extractor
from secondsource.model.statement import Silence, Statement
from secondsource.understand.arbitration import doubt, unsure
from secondsource.understand.drafts import Draft
from secondsource.understand.looking import LEAST, Seen, looked_at
from secondsource.understand.page import Line, Page
from secondsource.understand.proposing import proposed
from secondsource.understand.spans import spans
from secondsource.understand.threads import threaded

_WORTH_TELLING = 0.1
_ELSEWHERE = "taken from another report in the library, which says it itself"
_HEADLINE = "a headline or caption of what the body says itself"


def unsaid(page: Page, hidden: Sequence[Line], given: Sequence[Statement], extractor: Extractor) -> list[Silence]:
    """The sentences that name arms, or may state a step, and rest no statement, each with the reason."""
    spoken = [(s.start, s.end) for statement in given for s in statement.evidence]
    looks = list(looked_at(page, extractor))
    reasons = _named(looks) | _faint(looks) | _doubted(page, threaded(page, proposed(page, looks, extractor)))
    found = [
        Silence(start=line.start, end=line.end, reason=_HEADLINE if line.headline else reasons[line.number])
        for line in page.lines
        if line.number in reasons and not any(s < line.end and line.start < e for s, e in spoken)
    ]
    found += [Silence(start=line.start, end=line.end, reason=_ELSEWHERE) for line in hidden]
    return sorted(found, key=lambda s: s.start)


def _named(looks: Sequence[Seen]) -> dict[int, str]:
    return {
        c.line.number: "names arms and states no step" for seen in looks for c, _ in seen.offered if c.kind == "thing"
    }


def _faint(looks: Sequence[Seen]) -> dict[int, str]:
    """Sentences with a trigger too unsure to be read, or of which nothing came."""
    sure: dict[int, float] = {}
    for seen in looks:
        for span in spans(seen.states, seen.stretch.glued, "trigger", _WORTH_TELLING):
            number = seen.stretch.numbers[span.start]
            sure[number] = max(sure.get(number, 0.0), span.sure)
    nothing = "states a step, and nothing in the report says of what, or between whom"
    return {n: unsure(s, LEAST["trigger"]) if s < LEAST["trigger"] else nothing for n, s in sure.items()}


def _doubted(page: Page, drafts: Sequence[Draft]) -> dict[int, str]:
    """The doubt about the surest reading of each sentence."""
    found: dict[int, str] = {}
    for draft in sorted(drafts, key=lambda d: d.confidence or 0.0):
        found[draft.line.number] = doubt(page, draft) or "said already by another sentence"
    return found
