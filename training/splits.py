"""The parts of the corpus: `train`, `develop` (unseen stories of known styles) and `test` (unseen stories and styles).

A story stands whole in one part. The styles of the test part are in no other part.
"""

import hashlib
from collections.abc import Sequence
from typing import Literal

from training.corpus import Annotated, Style

Part = Literal["train", "develop", "test"]
TEST_STYLES: frozenset[Style] = frozenset({"turkish", "latin-american", "transcript", "tabloid"})
_DEVELOP_SHARE = 10


def parts(reports: Sequence[Annotated]) -> dict[Part, list[Annotated]]:
    """Every report in its part. A story told in a style of the test part belongs to that part in every style."""
    tested = {r.story for r in reports if r.style in TEST_STYLES}
    found: dict[Part, list[Annotated]] = {"train": [], "develop": [], "test": []}
    for report in reports:
        if report.style in TEST_STYLES:
            found["test"].append(report)
        elif report.story not in tested:
            found["develop" if _drawn(report.story) else "train"].append(report)
    return found


def _drawn(story: str) -> bool:
    """A tenth of the stories, drawn by their names alone."""
    return hashlib.sha256(story.encode()).digest()[0] % _DEVELOP_SHARE == 0
