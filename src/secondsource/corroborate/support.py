"""Who stands behind one value: informants counted once however many papers carry their word.

Counting is per set of statements (one step, one figure). A copy has its donor's origin and its donor's informants, so
it adds a report and nothing else; a reworded text adds nothing at all. Voices on a page whose donors nobody knows are
shown and never counted. Of unnamed voices that no established origin is known to have heard, at most one counts, and
none where a better one stands: a thousand papers may have them from each other.
"""

from collections.abc import Iterable, Mapping

from secondsource.model.ledger import Support
from secondsource.model.lineage import Origin
from secondsource.model.statement import Informant, Statement

RECORDS = frozenset({"release", "record"})


def support(
    statements: Iterable[Statement], origins: Mapping[str, Origin], informants: Mapping[str, Informant]
) -> Support:
    """Count the distinct informants, established origins, acts heard and reports behind `statements`."""
    counted = [s for s in statements if not s.reworded and s.stance != "no-comment"]
    voiced = [s for s in counted if s.informants and not is_debris(s, origins)]
    heard = [s for s in voiced if any(origins[o].established for o in s.origins)]
    known = counting(voiced, origins, informants)
    return Support(
        informants=len(known),
        established=len({o for s in heard for o in s.origins if origins[o].established}),
        attestations=len(
            {(o, s.utterance) for s in heard for o in s.origins if origins[o].established and s.utterance}
        ),
        reports=len({s.report for s in counted}),
        on_record=sum(not informants[i].anonymous for i in known),
        anonymous=sum(informants[i].anonymous for i in known),
        unsourced=len({s.report for s in counted} - {s.report for s in voiced}),
        origins=tuple(sorted({o for s in counted for o in s.origins})),
        informant_ids=tuple(sorted(known)),
    )


def is_debris(statement: Statement, origins: Mapping[str, Origin]) -> bool:
    """Whether a statement stands on a page stitched from donors that nobody knows."""
    return any(origins[o].kind == "unknown" and not origins[o].seen for o in statement.origins)


def counting(
    voiced: Iterable[Statement], origins: Mapping[str, Origin], informants: Mapping[str, Informant]
) -> set[str]:
    """The informants that count: the named, the unnamed whom an established origin heard, else one unnamed."""
    several = list(voiced)
    named = {i for s in several for i in s.informants if not informants[i].anonymous}
    unnamed = {i for s in several for i in s.informants if informants[i].anonymous}
    heard = {i for s in several if any(origins[o].established for o in s.origins) for i in s.informants} & unnamed
    return named | (heard or set(sorted(unnamed)[:1]))
