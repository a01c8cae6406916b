"""Which step of a procurement or licensing procedure a sentence names."""

import re
from functools import lru_cache

from secondsource.knowledge.entries import Regime, RegimeStep
from secondsource.text.folding import fold


def step_named(regime: Regime, sentence: str) -> RegimeStep | None:
    """The step whose cue stands in `sentence`; of several cues the longest decides, then the one that comes last."""
    named = [(len(cue), match.start(), step) for cue, step in _cues(regime) if (match := _search(cue, sentence))]
    return max(named, key=lambda n: n[:2])[2] if named else None


@lru_cache(maxsize=64)
def _cues(regime: Regime) -> tuple[tuple[str, RegimeStep], ...]:
    return tuple((fold(cue), step) for step in regime.step for cue in step.cues)


def _search(cue: str, sentence: str) -> re.Match[str] | None:
    return re.search(rf"(?<!\w){re.escape(cue)}(?!\w)", fold(sentence), re.IGNORECASE)
