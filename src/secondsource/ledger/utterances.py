"""Acts of saying: what one informant says within few days, in every wording the library has of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from secondsource.knowledge import Knowledge
from secondsource.model.evidence import Span, content_id
from secondsource.model.report import Report
from secondsource.model.statement import Form, Utterance

# A press conference is in the papers of the next days; what is said a week later is said anew.
SAME_ACT_DAYS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A statement or quotation on an informant's word: its id, the place that words it, and the day it was told."""

    of: str
    informant: str
    place: Span
    day: str


def utterances(sayings: Iterable[Saying], reports: Mapping[str, Report], knowledge: Knowledge) -> dict[str, Utterance]:
    """The acts that sayings belong to, by the id of each statement or quotation."""
    by_informant: dict[str, list[Saying]] = defaultdict(list)
    for saying in sayings:
        by_informant[saying.informant].append(saying)
    found = {}
    for informant, said in sorted(by_informant.items()):
        for days, group in _by_days(said):
            act = _act(informant, days, group, reports, knowledge)
            found.update({saying.of: act for saying in group})
    return found


def _by_days(said: Iterable[Saying]) -> list[tuple[list[str], list[Saying]]]:
    """Groups of few days; what bears no day goes with the first."""
    groups: list[tuple[list[str], list[Saying]]] = []
    ordered = sorted(said, key=lambda s: (s.day, s.of))
    for saying in (s for s in ordered if s.day):
        if groups and _days_between(groups[-1][0][0], saying.day) <= SAME_ACT_DAYS:
            groups[-1][0].append(saying.day)
            groups[-1][1].append(saying)
        else:
            groups.append(([saying.day], [saying]))
    undated = [s for s in ordered if not s.day]
    if undated:
        groups = groups or [([], [])]
        groups[0][1].extend(undated)
    return groups


def _days_between(earlier: str, later: str) -> int:
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def _act(
    informant: str, days: list[str], group: list[Saying], reports: Mapping[str, Report], knowledge: Knowledge
) -> Utterance:
    spans = sorted({(s.place.report, s.place.start, s.place.end) for s in group})
    forms = [_form(reports[report].text[start:end], knowledge) for report, start, end in spans]
    form: Form = next((f for f in forms if f != "unknown"), "unknown")
    return Utterance(
        id=content_id("utt", informant, days[0] if days else None, spans[0]),
        informant=informant,
        form=form,
        start=days[0] if days else None,
        end=days[-1] if days else None,
        wordings=tuple(Span(report=report, start=start, end=end) for report, start, end in spans),
    )


def _form(text: str, knowledge: Knowledge) -> Form:
    for pattern, phrase in knowledge.phrases_of("form"):
        if pattern.search(text):
            return phrase.value  # type: ignore[return-value]
    return "unknown"
