"""What is true of the domain: weapons, makers, countries, bodies, agreements, laws, outlets, dated facts, phrases.

All of it is data in TOML, validated when loaded. `load` returns a `Knowledge`; a user's own folder lies over ours.
"""

from secondsource.knowledge.lexicon import Knowledge, Mention
from secondsource.knowledge.loading import load

__all__ = ["Knowledge", "Mention", "load"]
