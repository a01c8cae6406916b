"""Who stands behind one value: informants counted once however many papers carry their word.

Counting is per set of statements (one step, one figure). An informant counts when an established origin heard him;
copies, retellings and pages of unknown donors add reports and nothing else. A reworded text adds nothing at all.
"""

from collections.abc import Iterable, Mapping

from secondsource.model.ledger import Support
from secondsource.model.lineage import Origin
from secondsource.model.statement import Informant, Statement


def support(
    statements: Iterable[Statement], origins: Mapping[str, Origin], informants: Mapping[str, Informant]
) -> Support:
    """Count the distinct informants, established origins, acts heard and reports behind `statements`."""
    counted = [s for s in statements if not s.reworded]
    heard_by = {o for s in counted for o in s.origins}
    established = {o for o in heard_by if origins[o].established}
    known = {i for s in counted for i in s.informants}
    acts = {(o, s.utterance) for s in counted for o in s.origins if o in established and s.utterance}
    return Support(
        informants=len(known),
        established=len(established),
        attestations=len(acts),
        reports=len({s.report for s in counted}),
        on_record=sum(not informants[i].anonymous for i in known),
        anonymous=sum(informants[i].anonymous for i in known),
        unsourced=len({s.report for s in counted if not s.informants}),
        origins=tuple(sorted(heard_by)),
        informant_ids=tuple(sorted(known)),
    )
