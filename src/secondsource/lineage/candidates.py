"""Which pairs of reports are worth laying side by side.

The index proposes by sampled grams; here the whole fingerprints decide. Both sides of a pair are asked the same
question, so that it does not matter which of them came first.
"""

from collections.abc import Collection, Mapping

from secondsource.lineage.fingerprints import Fingerprint
from secondsource.lineage.index import Index

# What two texts share must weigh so much, in eighths of a bit: half a dozen rare grams.
MIN_SHARED = 6 * 18 * 8
# Real unrelated reports of one event share under .05 of the smaller's weight; a heavy rewording .09 and more.
MIN_SHARE = 0.05
# A passage of some sentences taken into a long page, reworded at that, weighs this much, whatever its share.
MIN_PASSAGE = 16 * 18 * 8


def candidates(prints: Mapping[str, Fingerprint], only: Collection[str] | None = None) -> list[tuple[str, str]]:
    """Pairs of reports that share enough, each pair and all of them in order of their ids.

    Args:
        prints: the fingerprint of every report, by its id.
        only: when given, pairs that hold none of these reports are left out.
    """
    index = Index()
    for report, grams in prints.items():
        index.add(report, grams)
    index.pack()
    found = set()
    for report in prints if only is None else only:
        others = {other: prints[other] for other in index.promising(report, prints[report])}
        found |= {(min(report, other), max(report, other)) for other in sharing_enough(prints[report], others)}
    return sorted(found)


def sharing_enough(one: Fingerprint, others: Mapping[str, Fingerprint]) -> list[str]:
    """Those of several other texts, by name, that share more with one than texts on one event do."""
    own = one.weight
    return [
        name
        for (name, other), shared in zip(others.items(), one.shared_weights([*others.values()]).tolist(), strict=True)
        if shared >= MIN_PASSAGE or (shared >= MIN_SHARED and shared >= MIN_SHARE * min(own, other.weight))
    ]


def shares_enough(left: Fingerprint, right: Fingerprint) -> bool:
    """Whether two texts share more than texts on one event do."""
    return bool(sharing_enough(left, {"": right}))
