"""Voices that add nobody: what one government or one unnamed crowd tells of one step is told once.

Offices of one state that tell of one act within few days are one informant; so are a person and his own office. Of the
unnamed voices that spoke to one outlet, as many count as some report tells apart.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

from secondsource.ledger.acts import SAME_ACT_DAYS
from secondsource.ledger.days import days_apart, said_by, said_until
from secondsource.ledger.meeting import grouped
from secondsource.ledger.speaker import CREDITED, Key, Speaker
from secondsource.model.report import Report
from secondsource.model.statement import Statement
from secondsource.text.folding import fold


def told_once(
    matters: Iterable[Sequence[Statement]],
    voices: Mapping[str, tuple[Speaker, ...]],
    heard_by: Mapping[str, str],
    reports: Mapping[str, Report],
) -> dict[str, tuple[Speaker, ...]]:
    """The voices of each statement, with those that add nobody to their step replaced by whom they go with.

    Args:
        matters: the statements that meet in one entry, for each entry.
        voices: the voices of each statement as printed.
        heard_by: the outlet that a statement is credited to, where there is one.
        reports: for the days on which things were told.
    """
    found = dict(voices)
    for matter in matters:
        for group in grouped(matter, step_of).values():
            through = _known_tellers(group, voices, heard_by)
            same = _same_voices([(v, reports[s.report]) for s in group for v in voices[s.id]], through)
            for statement in group:
                own = (same.get(v.key, v) for v in voices[statement.id])
                found[statement.id] = tuple({v.key: v for v in own}.values())
    return found


def step_of(statement: Statement) -> Hashable:
    """What statements of one entry must share to tell of one act: its status, and whether it is told or denied."""
    return statement.status, statement.stance in ("denies", "no-comment")


def _known_tellers(
    group: Sequence[Statement], voices: Mapping[str, tuple[Speaker, ...]], heard_by: Mapping[str, str]
) -> dict[str, Key]:
    """By outlet, a named voice that is known to have spoken to it."""
    named = [s for s in group if s.id in heard_by and voices[s.id] and not voices[s.id][0].anonymous]
    ordered = sorted(named, key=lambda s: s.id, reverse=True)
    return {fold(heard_by[s.id]).lower(): voices[s.id][0].key for s in ordered}


def _same_voices(said: Sequence[tuple[Speaker, Report]], through: Mapping[str, Key]) -> dict[Key, Speaker]:
    """For each voice of one step that adds nobody, the voice it goes with.

    Args:
        said: the voices of the step with the reports that carry them.
        through: by outlet, a named voice that is known to have spoken to it.
    """
    when: dict[Key, dict[tuple[str, str], Report]] = defaultdict(dict)
    who: dict[Key, Speaker] = {}
    for voice, report in said:
        who[voice.key] = min(voice, who.get(voice.key, voice), key=lambda v: (not v.official, v.label))
        when[voice.key][said_by(report), said_until(report)] = report

    def near(one: Speaker, other: Speaker) -> bool:
        days = ((a, b) for a in when[one.key].values() for b in when[other.key].values())
        return any(days_apart(a, b) <= SAME_ACT_DAYS for a, b in days)

    ordered = [who[key] for key in sorted(who)]
    found: dict[Key, Speaker] = {}
    heads = [v for v in ordered if v.kind == "person" and v.official and not v.anonymous]
    for voice in (v for v in ordered if v.official and v.kind != "person"):
        head = next((h for h in heads if _one_government(h, voice) and near(h, voice)), None)
        if head is None:
            heads.append(voice)
        else:
            found[voice.key] = head
    known = {v.key: found.get(v.key, v) for v in ordered}
    return found | _unnamed_once([(v, r.id) for v, r in said if v.anonymous], known, through)


def _one_government(head: Speaker, body: Speaker) -> bool:
    """Whether a body tells what the head tells: offices of one state, and a person for his own office or his state."""
    if head.kind == "person" and body.portfolio not in ("", head.portfolio):
        return False
    return head.country in (None, body.country)


def _unnamed_once(
    said: Sequence[tuple[Speaker, str]], known: Mapping[Key, Speaker], through: Mapping[str, Key]
) -> dict[Key, Speaker]:
    """Of the unnamed voices that spoke to one outlet, as many as some report tells apart; the others go with these.

    What an outlet is credited with, without any voice, is the word of whoever is known to have told it.
    """
    by_outlet: dict[str, dict[str, set[Key]]] = defaultdict(lambda: defaultdict(set))
    for voice, report in said:
        by_outlet[voice.key[1]][report].add(voice.key)
    found: dict[Key, Speaker] = {}
    for outlet, by_report in by_outlet.items():
        told = {r: {k for k in keys if k[2] != CREDITED} for r, keys in by_report.items()}
        apart = max((sorted(keys) for _, keys in sorted(told.items())), key=len)
        if not apart:
            apart = [through[outlet]] if outlet in through else []
        for key in {k for keys in by_report.values() for k in keys} - set(apart):
            if apart:
                found[key] = known[max(apart, key=lambda k: (k[2:] == key[2:], k[-1] == key[-1], k[-1] != "", k))]
    return found
