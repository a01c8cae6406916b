"""Sayings of one speaker in acts: what may be joined to what, and on which ground.

No join is transitive. An act keeps the days, the venues and the matters that all of its parts allow, and takes in
nothing that contradicts them; so a saying that names no day and no venue goes with one act, and never makes one of two.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from secondsource.ledger.sameness import has_same_words
from secondsource.model.evidence import Span
from secondsource.model.statement import Form

# A press conference is in the papers of the next days; what is said a week later is said anew.
SAME_ACT_DAYS = 3
# Occasions that exclude each other. A statement or an announcement can be any of them, and a record or leak none.
VENUES: frozenset[Form] = frozenset({"press-conference", "interview", "post", "testimony"})

Ground = Literal["same-words", "edited-words", "same-matter", "one-report"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A statement or quotation on an informant's word.

    `told` are the first and last day on which the words can first have been printed (None: unknown), `stated` the day
    on which the report says they were spoken, `weekday` its place in the week (Monday: 0), known where its date need
    not be. `matter` names the entry that it tells of and whether it is denied, `about` the weapons and buyers.
    """

    of: str
    informant: str
    place: Span
    text: str
    told: tuple[date | None, date | None] = (None, None)
    stated: date | None = None
    weekday: int | None = None
    form: Form = "unknown"
    quoted: bool = False
    matter: str | None = None
    about: frozenset[str] = frozenset()


@dataclass(slots=True, eq=False)
class Act:
    """Sayings taken for one act, and what all of them allow. `matters` are those that every report of it tells."""

    sayings: list[Saying]
    low: date
    high: date
    stated: set[date]
    weekdays: set[int]
    venues: set[Form]
    matters: set[str]
    about: set[str]
    reports: set[str]
    first: str
    grounds: dict[Ground, set[str]] = field(default_factory=dict)

    @property
    def is_placed(self) -> bool:
        """Whether its day is known to within the days of one act."""
        return (self.high - self.low).days <= SAME_ACT_DAYS

    @property
    def order(self) -> tuple[date, date, str]:
        """What acts are ordered by, whatever the order in which they came."""
        return self.low, self.high, self.first


def days_of(saying: Saying) -> tuple[date, date]:
    """The first and last day on which it can have been said: the day stated, else the days before it was printed."""
    first, last = saying.told
    low = first - timedelta(days=SAME_ACT_DAYS) if first else date.min
    return saying.stated or low, saying.stated or last or date.max


def act_of(saying: Saying) -> Act:
    """The act that a saying is by itself."""
    low, high = days_of(saying)
    return Act(
        sayings=[saying],
        low=low,
        high=high,
        stated={saying.stated} if saying.stated else set(),
        weekdays=set() if saying.weekday is None else {saying.weekday},
        venues={saying.form} & VENUES,
        matters={saying.matter} if saying.matter else set(),
        about=set(saying.about),
        reports={saying.place.report},
        first=saying.of,
    )


def may_join(one: Act, other: Act, ground: Ground) -> bool:
    """Whether two acts can be one on a ground.

    - The same words need no day: what is printed again weeks later is not said again. Edited words need days that meet.
      Reports of both that tell of different days or occasions must have the same words themselves, and put them few
      days apart. Neither may be a formula, said of other weapons to other buyers on other days.
    - A matter, or one report that tells both, needs days that meet, one weekday and one venue; the former a matter
      that all reports of both tell, the latter that one of the two stands in no report without the other.
    """
    apart = one.low > other.high or other.low > one.high
    if ground in ("same-words", "edited-words"):
        needs_days = ground == "edited-words" and not (one.stated and other.stated)
        return not (needs_days and apart) and not _is_formula(one, other) and _agree(one, other)
    if apart or _clash(one.weekdays, other.weekdays) or _clash(one.venues, other.venues):
        return False
    if ground == "same-matter":
        return bool(one.matters & other.matters)
    return one.reports <= other.reports or other.reports <= one.reports


def _clash(ours: AbstractSet[object], theirs: AbstractSet[object]) -> bool:
    return bool(ours and theirs and not ours & theirs)


def _agree(one: Act, other: Act) -> bool:
    """Whether all reports that put the two on different days or occasions have the same words, few days apart."""
    met = one.low <= other.high and other.low <= one.high
    told = (one.stated | other.stated, one.weekdays | other.weekdays, one.venues | other.venues)
    if met and all(len(several) < 2 for several in told):
        return True
    return all(
        _has_words_of(ours, theirs)
        for ours in _by_report(one)
        for theirs in _by_report(other)
        if any(_told_apart(s, t) for s in ours for t in theirs)
    )


def _by_report(act: Act) -> list[list[Saying]]:
    """The sayings of each report of an act, of reports that tell alike those of one."""
    reports: dict[str, list[Saying]] = {}
    for saying in act.sayings:
        reports.setdefault(saying.place.report, []).append(saying)
    alike = {frozenset((s.text, s.told, s.stated, s.weekday, s.form) for s in told): told for told in reports.values()}
    return list(alike.values())


def _told_apart(one: Saying, other: Saying) -> bool:
    """Whether two sayings were told on days that cannot be one, or on two occasions."""
    (low, high), (other_low, other_high) = days_of(one), days_of(other)
    weekdays = None not in (one.weekday, other.weekday) and one.weekday != other.weekday
    venues = one.form != other.form and {one.form, other.form} <= VENUES
    return low > other_high or other_low > high or weekdays or venues


def _has_words_of(ours: Sequence[Saying], theirs: Sequence[Saying]) -> bool:
    days = [abs((s.stated - t.stated).days) for s in ours for t in theirs if s.stated and t.stated]
    return max(days, default=0) <= SAME_ACT_DAYS and any(has_same_words(s.text, t.text) for s in ours for t in theirs)


def _is_formula(one: Act, other: Act) -> bool:
    """Whether the words are said of other things on other days, as a yearly blessing of every sale is."""
    return _clash(one.about, other.about) and (one.low, one.high) != (other.low, other.high)


class Acts:
    """The acts of one speaker in the making."""

    def __init__(self, sayings: Iterable[Saying]) -> None:
        self.of = {saying.of: act_of(saying) for saying in sayings}

    def among(self, sayings: Iterable[Saying]) -> list[Act]:
        """The acts of some sayings, each once, in a settled order."""
        acts = {id(act): act for act in (self.of[saying.of] for saying in sayings)}
        return sorted(acts.values(), key=lambda act: act.order)

    def join(self, one: Act, other: Act, ground: Ground) -> bool:
        """Take the other act into the one if they can be one; whether they are now."""
        if one is other:
            return True
        if not may_join(one, other, ground):
            return False
        if ground != "one-report":
            one.grounds.setdefault(ground, set(one.reports)).update(other.reports)
        if ground == "same-matter":
            one.matters &= other.matters
        elif ground != "one-report" or one.reports == other.reports:
            one.matters |= other.matters
        elif one.reports < other.reports:
            one.matters = other.matters
        self._take_in(one, other)
        return True

    def unite(self, one: Act, other: Act) -> None:
        """Take the other act into the one, as one report prints them as one saying."""
        if one is not other:
            one.matters |= other.matters
            self._take_in(one, other)

    def _take_in(self, one: Act, other: Act) -> None:
        low, high = max(one.low, other.low), min(one.high, other.high)
        if low > high and one.stated and other.stated:  # the same words, on days told differently
            low, high = min(one.low, other.low), max(one.high, other.high)
        elif low > high:  # the same words, printed again later
            low, high = min((one.low, one.high), (other.low, other.high))
        one.low, one.high = low, high
        one.first = min(one.first, other.first)
        one.sayings += other.sayings
        one.stated |= other.stated
        one.weekdays |= other.weekdays
        one.venues |= other.venues
        one.about |= other.about
        one.reports |= other.reports
        for ground, reports in other.grounds.items():
            one.grounds.setdefault(ground, set()).update(reports)
        for saying in other.sayings:
            self.of[saying.of] = one

    def sweep(self, acts: Iterable[Act], ground: Ground) -> list[Act]:
        """Join acts in their order, each with the first of those before it that it can be one with; what is left."""
        heads: list[Act] = []
        for act in sorted(acts, key=lambda a: a.order):
            if not any(self.join(head, act, ground) for head in heads):
                heads.append(act)
        return heads
