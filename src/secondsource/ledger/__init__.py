"""From statements to entries: deals, agreements, controls, exposure and figures, each with its history.

`enter` resolves voices, brings the statements of one thing together, and derives what holds now. It counts nothing:
who stands behind a value is weighed by `corroborate`. The result depends on the set of statements alone.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from secondsource.knowledge import Knowledge
from secondsource.knowledge.entries import ExposureRegime
from secondsource.ledger.entries import entry
from secondsource.ledger.exposure import bearing, exposure
from secondsource.ledger.kinds import Kinds
from secondsource.ledger.places import Places
from secondsource.ledger.relations import related
from secondsource.ledger.resolution import meetings
from secondsource.ledger.steps import history
from secondsource.ledger.voicing import voiced
from secondsource.model.evidence import content_id
from secondsource.model.ledger import Entry, Ledger, Related
from secondsource.model.lineage import Lineage
from secondsource.model.report import Report
from secondsource.model.statement import Reading, Statement

__all__ = ["enter"]


def enter(
    reports: Collection[Report],
    readings: Collection[Reading],
    lineage: Lineage,
    knowledge: Knowledge,
    today: date,
) -> Ledger:
    """The ledger of a library on a day.

    Args:
        reports: every report of the library.
        readings: what `understand` read in them.
        lineage: what `trace` found among them.
        knowledge: names of bodies and the exposure table.
        today: the day against which expected steps are overdue.
    """
    by_id = {r.id: r for r in reports}
    places = Places(by_id, lineage)
    ordered = sorted(readings, key=lambda r: r.report)
    placed = [places.placed(s) for r in ordered for s in r.statements if not places.crosses_seam(s)]
    met = meetings(placed, by_id, Kinds(knowledge))
    quotes = [q for r in ordered for q in sorted(r.quotes, key=lambda q: (q.start, q.end))]
    resolved = voiced([m.statements for m in met], quotes, places, knowledge)
    final = {s.id: s for s in resolved.statements}
    for meeting in met:
        meeting.statements = [final[s.id] for s in meeting.statements]
    entries = related([entry(m, by_id, today) for m in met if m.kind != "sanction"], resolved.statements)
    entries += _exposures(entries, resolved.statements, by_id, knowledge)
    return Ledger(
        entries=tuple(sorted(entries, key=lambda e: e.id)),
        statements=resolved.statements,
        quotes=resolved.quotes,
        informants=resolved.informants,
        utterances=resolved.utterances,
    )


def _exposures(
    entries: Sequence[Entry], statements: Sequence[Statement], reports: Mapping[str, Report], knowledge: Knowledge
) -> list[Entry]:
    """One exposure entry for each deal with the listed sector, related to its deal."""
    by_id = {s.id: s for s in statements}
    sanctions = [s for s in statements if s.kind == "sanction"]
    made = []
    for deal in (e for e in entries if e.kind == "deal" and e.scope != "domestic"):
        own = [by_id[i] for i in deal.statements]
        found = exposure(own, sanctions, reports, knowledge)
        if found is None:
            continue
        law = bearing(own, sanctions, knowledge.all("exposure-regime", ExposureRegime)[0], knowledge)
        steps = history(law, reports)
        contested = any(step.standing in ("contested", "denied") for step in steps)
        made.append(
            Entry(
                id=content_id("ent", "exposure", found.regime, deal.id),
                kind="exposure",
                band="contested" if contested else "prospective",
                history=steps,
                statements=tuple(s.id for s in law),
                supplier=deal.supplier,
                recipient=found.person,
                name=found.regime,
                item=deal.item,
                designation=deal.designation,
                family=deal.family,
                status=found.level,
                modality="asserted",
                first=deal.first,
                last=deal.last,
                related=(Related(to=deal.id, relation="follows"),),
                exposure=found,
                reasons=found.reasons,
            )
        )
    return made
