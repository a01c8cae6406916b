"""Who supplies and who receives: every state of a sentence is weighed for both roles against one cue.

Each rule below gives points to one state for one role; the best of each role above the threshold is taken, and a
state that fits both goes where it fits better. What no rule supports stays blank.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondsource.knowledge.entries import Phrase
from secondsource.understand.items import Thing
from secondsource.understand.manner import nominal
from secondsource.understand.page import Line, Page
from secondsource.understand.parties import Standing

THRESHOLD = 2.0
_NEXT_TO = 5
_OUTSIDE_NOUN_PHRASE = frozenset({"to", "for", "from", "by", "with", "between", "on", "against"})
_PASSIVE = re.compile(
    r"\b(?:was|were|been|be|being|is|are|got|gets)\s+(?:\w+ly\s+|already\s+|also\s+)?$", re.IGNORECASE
)
_BUYER_NOUN = re.compile(
    r"^'?s?\s+(?:\S+\s+){0,5}?(?:acquisition|purchases?|order|procurement|request|bid|plans? to (?:buy|acquire)|"
    r"requirement|need|interest)\b",
    re.IGNORECASE,
)
_SELLER_NOUN = re.compile(
    r"^'?s?\s+(?:\S+\s+){0,4}?(?:sales?|offer|delivery|deliveries|supply|exports?|shipment|approval|proposal)\b",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"\b(?:away|shift|wean|dependence|reliance|moving|move)\s+(?:\w+\s+)?(?:away\s+)?(?:from|on)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_MADE = re.compile(r"^[\s-](?:made|built|origin|supplied|designed|produced)\b", re.IGNORECASE)
_LATTER = re.compile(r"\bfor the latter to (?P<verb>supply|deliver|sell|provide|buy|purchase|acquire)\b", re.IGNORECASE)
_TO_BUY = re.compile(r"^\s+(?:to|into)\s+(?:buy|purchas|acquir|procur|order|get|obtain|receiv)", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:told|informed|asked|urged|pressed|warned|notified)\s+(?:the\s+)?$", re.IGNORECASE)
_AND = re.compile(r"\s*,?\s+and\s+(?:the\s+)?", re.IGNORECASE)
_PURCHASE = re.compile(
    r"^\s+(?:[\w']+\s+){0,6}?(?:purchases?|acquisitions?|orders?|procurement|buying)\b", re.IGNORECASE
)
_MOVED = frozenset({"ordered", "delivering", "delivered"})
_STOPPED = frozenset({"suspended", "resumed", "deferred", "cancelled"})
_TO_DO = re.compile(r"\s+to\s+(?:\w+\s+){0,2}", re.IGNORECASE)
_ITS = re.compile(r"\b(?:its|their)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_INFINITIVE_BUY = re.compile(r"\bto\s+(?:buy|purchase|acquire|procure|obtain|order|receive)\b", re.IGNORECASE)
_RECEIVES = re.compile(r"\b(?:receiv\w+|took delivery|tak(?:es|en|ing) delivery|got)\b", re.IGNORECASE)


Points = list[tuple[str, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """The states that a cue's sentence names as supplier and as recipients, with the places that name them."""

    supplier: Standing | None
    recipients: tuple[Standing, ...]
    subject: Standing | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What every rule looks at: the sentence, the cue and what it is about, and the states that stand around it."""

    page: Page
    line: Line
    cue: tuple[int, int]
    phrase: Phrase
    thing: Thing | None
    states: tuple[Standing, ...]
    subject: Standing | None = None

    @property
    def exporter(self) -> str | None:
        return self.thing.exporter if self.thing else None

    def before(self, place: int, reach: int) -> str:
        return self.page.text[max(self.line.start, place - reach) : place]

    def after(self, place: int, reach: int) -> str:
        return self.page.text[place : min(self.line.end, place + reach)]


def roles(scene: Scene) -> Roles:
    """Weigh each state of a sentence for both roles of the transfer that its cue names."""
    scene = replace(scene, subject=None if nominal(scene.page, scene.cue) else _subject(scene))
    supply: dict[Standing, float] = defaultdict(float)
    receive: dict[Standing, float] = defaultdict(float)
    weighed = [(state, _weigh(scene, state)) for state in scene.states]
    weighed += [(state, _as_doer(scene, state)) for state in _joined_to_subject(scene)]
    for state, points in weighed:
        for role, number in points:
            (supply if role == "supplier" else receive)[state] += number
    _the_latter(scene.page, scene.line, scene.states, supply, receive)
    _by_exporter(scene.thing, scene.states, supply, receive)
    return _choose(supply, receive, scene.subject, scene.page)


def _subject(scene: Scene) -> Standing | None:
    """The state that does what the cue says: before it and under no preposition, or the agent of a passive."""
    text, cue = scene.page.text, scene.cue
    start, end = scene.page.clause(scene.line, cue[0])
    if _PASSIVE.search(text[max(0, cue[0] - 24) : cue[0]]):
        agents = [s for s in scene.states if s.preposition == "by" and start <= s.start < end]
        return agents[0] if agents else None
    doers = [s for s in scene.states if _TO_DO.fullmatch(text[s.end : cue[0]])]
    before = [s for s in scene.states if s.end <= cue[0] and _can_do(scene, s)]
    found = doers or [s for s in before if s.start >= start] or before
    return found[-1] if found else None


def _can_do(scene: Scene, state: Standing) -> bool:
    told = _TOLD.search(scene.page.text[max(0, state.start - 30) : state.start])
    return state.preposition is None and not state.possessive and not state.demonym and not told


def _joined_to_subject(scene: Scene) -> list[Standing]:
    """As in "Ethiopia and Morocco requested": what "and" joins before the subject does the same."""
    found: list[Standing] = []
    last = scene.subject
    for state in reversed(scene.states):
        if last is not None and state.end <= last.start and _AND.fullmatch(scene.page.text[state.end : last.start]):
            found.append(state)
            last = state
    return found


def _weigh(scene: Scene, state: Standing) -> Points:
    """The points of one state for each role, rule by rule."""
    if state.maker:
        return [("supplier", 2.0)]
    points = _as_doer(scene, state) if state == scene.subject else []
    points += _by_preposition(scene, state) + _by_possession(scene, state) + _by_place(scene, state)
    if state.demonym or state.preposition not in _OUTSIDE_NOUN_PHRASE:
        points += _beside_item(scene.page, state, scene.thing)
    if _given(scene, state):
        points.append(("recipient", 3.0))
    return points


def _by_preposition(scene: Scene, state: Standing) -> Points:
    """To and for whom, from whom, by whom."""
    cue, points = scene.cue, []
    loose = state.preposition == "for" and state.end <= cue[0] and scene.thing is None
    if state.preposition in ("to", "for", "into") and not loose and not state.demonym:
        points.append(("recipient", 3.0 if state.start >= cue[0] or scene.thing is not None else 2.0))
    if state.preposition == "for" and _INFINITIVE_BUY.match(scene.after(state.end, 60).lstrip()):
        points.append(("recipient", 2.0))
    if state.preposition == "from" and not _AWAY.search(scene.before(state.start, 40)):
        points.append(("supplier", 3.0 if state.start >= cue[0] else 1.0))
    if state.preposition == "by" and state != scene.subject and nominal(scene.page, cue):
        points.append(("recipient" if scene.phrase.frame == "buyer" else "supplier", 3.0))
    return points


def _by_possession(scene: Scene, state: Standing) -> Points:
    """Whose purchase, whose offer."""
    after = scene.after(state.end, 60)
    points: Points = []
    if state.possessive and state == _owner(scene):
        points.append(("recipient" if scene.phrase.frame == "buyer" else "supplier", 2.5))
    if state.possessive and _BUYER_NOUN.match(after):
        points.append(("recipient", 3.0))
    elif state.possessive and _SELLER_NOUN.match(after):
        points.append(("supplier", 2.0))
    if state.demonym and _BUYER_NOUN.match(after):
        points.append(("recipient", 2.0))
    elif state.demonym and nominal(scene.page, scene.cue) and _SELLER_NOUN.match(after):
        points.append(("supplier", 2.0))
    return points


def _by_place(scene: Scene, state: Standing) -> Points:
    """The one pressed to buy, the one handed to, the place of arrival."""
    cue, frame = scene.cue, scene.phrase.frame
    inside = cue[0] <= state.start < cue[1]
    if frame == "press" and state.start >= cue[0] and (inside or _TO_BUY.match(scene.after(state.end, 60))):
        return [("recipient", 4.0)]
    if frame == "arrival" and state.preposition in ("in", "at", "into") and state.start >= cue[1]:
        return [("recipient", 3.0)]
    handed = frame == "seller" and state.preposition is None and not state.demonym
    return [("recipient", 3.0)] if handed and 0 < state.start - cue[1] <= _NEXT_TO else []


def _given(scene: Scene, state: Standing) -> bool:
    """As in "Vietnam has been offered F-16s": before a passive of giving stands the receiver."""
    return (
        scene.phrase.frame == "seller"
        and state.preposition is None
        and state.end <= scene.cue[0]
        and scene.thing is not None
        and scene.thing.start >= scene.cue[1]
        and bool(_PASSIVE.search(scene.page.text[max(state.end, scene.cue[0] - 24) : scene.cue[0]]))
    )


def _owner(scene: Scene) -> Standing | None:
    """Whose "its planned acquisition" is: the possessor named last before."""
    if not _ITS.search(scene.page.text[scene.line.start : scene.cue[0]]):
        return None
    return next((s for s in reversed(scene.states) if s.possessive and s.end <= scene.cue[0]), None)


def _as_doer(scene: Scene, state: Standing) -> Points:
    """The role of the one who does what the cue says."""
    frame, exporter = scene.phrase.frame, scene.exporter
    if frame in ("none", "arrival"):
        return []
    if frame in ("buyer", "press", "seller"):
        return [(_role_of_doer(scene, state), 3.0)]
    if frame == "approver":
        others = any(s.preposition in ("to", "for") and s.country != state.country for s in scene.states)
        export = exporter == state.country if exporter else others or state.body_role == "ministry"
        return [("supplier" if export else "recipient", 3.0)]
    return [("supplier" if exporter == state.country else "recipient", 2.0)]


def _role_of_doer(scene: Scene, state: Standing) -> str:
    """Who buys receives and who sells supplies, unless the rest of the sentence turns it round."""
    exporter, status, cue = scene.exporter, scene.phrase.value, scene.cue
    if status == "refused" and exporter == state.country:
        return "supplier"
    if scene.phrase.frame == "buyer":
        return "recipient"
    giver = exporter not in (None, state.country) and any(s.country == exporter for s in scene.states)
    taken = any(s.preposition == "from" and s.start >= cue[1] and s != state for s in scene.states)
    turned = (
        (status in _STOPPED and (giver or _PURCHASE.match(scene.page.text[cue[1] : scene.line.end]) is not None))
        or (status in _MOVED and taken)
        or (status in ("delivered", "delivering") and _RECEIVES.search(scene.page.words(scene.line)) is not None)
    )
    return "recipient" if turned else "supplier"


def _beside_item(page: Page, state: Standing, thing: Thing | None) -> list[tuple[str, float]]:
    """As in "Russian S-400 systems", "Russia's S-400", "US-made F-16s": the state before the item is its giver."""
    if thing is None or not 0 <= thing.start - state.end <= 30:
        return []
    between = page.text[state.end : thing.start]
    if len(between.split()) > 3 or re.search(r"[,;]", between):
        return []
    if _MADE.match(between) or thing.exporter == state.country:
        return [("supplier", 3.0)]
    if state.demonym and not between.strip():
        return [("supplier", 3.5)]
    if thing.exporter is None:
        return [("supplier", 2.0)] if state.demonym or state.possessive or not between.strip() else []
    return [("recipient", 1.5)] if state.possessive or state.demonym else []


def _the_latter(
    page: Page,
    line: Line,
    states: Sequence[Standing],
    supply: dict[Standing, float],
    receive: dict[Standing, float],
) -> None:
    match = _LATTER.search(page.text, line.start, line.end)
    before = [s for s in states if match and s.end <= match.start()]
    if match is None or len(before) < 2:
        return
    sells = match.group("verb").lower() in ("supply", "deliver", "sell", "provide")
    former, latter = before[-2], before[-1]
    (supply if sells else receive)[latter] += 4.0
    (receive if sells else supply)[former] += 4.0


def _by_exporter(
    thing: Thing | None, states: Sequence[Standing], supply: dict[Standing, float], receive: dict[Standing, float]
) -> None:
    """As in "a deal between India and Russia", "signed with France": the exporter gives, the other takes."""
    joined = [s for s in states if s.preposition in ("between", "with") or (s.preposition == "of")]
    exporter = thing.exporter if thing else None
    for state in joined:
        if exporter and state.country == exporter:
            supply[state] += 2.0
        elif state.preposition == "with" and exporter is None:
            supply[state] += 1.0
        elif state.preposition in ("with", "between"):
            receive[state] += 2.0


def _choose(
    supply: dict[Standing, float], receive: dict[Standing, float], subject: Standing | None, page: Page
) -> Roles:
    supplier = _best(supply)
    if supplier is not None:
        for state in [s for s in receive if s.country == supplier.country]:
            if receive[state] > supply[supplier]:
                supplier = None
                break
    receivers = [
        s
        for s, points in receive.items()
        if points >= THRESHOLD and (supplier is None or s.country != supplier.country)
    ]
    top = max((receive[s] for s in receivers), default=0.0)
    best = [s for s in receivers if receive[s] >= top - 0.25]
    chosen = _conjoined(page, sorted(best, key=lambda s: s.start))
    return Roles(supplier=supplier, recipients=tuple(chosen), subject=subject)


def _best(points: dict[Standing, float]) -> Standing | None:
    able = [s for s in points if points[s] >= THRESHOLD]
    return max(able, key=lambda s: (points[s], -s.start), default=None)


def _conjoined(page: Page, states: list[Standing]) -> list[Standing]:
    """One recipient, or several that a comma or "and" joins ("to Morocco and Ethiopia")."""
    kept: list[Standing] = []
    for state in states:
        if any(k.country == state.country for k in kept):
            continue
        if kept and not re.fullmatch(
            r"[\s,]*(?:and|or|both|&)?[\s,]*(?:the\s+)?", page.text[kept[-1].end : state.start]
        ):
            break
        kept.append(state)
    return kept
