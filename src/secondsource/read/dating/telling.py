"""How a sentence tells of a thing: as past, as coming, as it is now. Words only; no parser."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from secondsource.model.report import Stretch
from secondsource.text.folding import fold
from secondsource.text.sentences import sentences

COMING = re.compile(
    r"\b(?:will|'ll|would|shall|could|may|might|should|must|can|to be|is to|are to|was to|were to|about to|due|"
    r"expect\w*|plan(?:s|ned|ning)?|schedul\w+|set to|set for|slated|hop(?:e|es|ed|ing)|wants?|wanted|aim\w*|"
    r"intend\w*|upcoming|forthcoming|ahead of|in the run-?up to|lead-?up to|propos\w+|target\w*|possible|likely|"
    r"eventual\w*|deadline|expir\w+|lapse\w*|"
    r"valid|until|till|before|by|beyond|later this|next|if|unless|promis\w+|pledg\w+|foresee\w*|"
    r"envisag\w+|project(?:s|ed)|forecast\w*|estimated|begin(?:s|ning)?|start(?:s|ing)?|option\w*|contracted for)\b",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:was|were|had|did|has been|have been|been|took|gave|made|began|fell|rose|left|came|went|sold|won|struck|held|"
    r"met|bought|sent|told|got|saw|said|wrote|became|put|set up|paid|built|led|lost|found|broke|drew|flew|spoke|chose|"
    r"withdrew|ago|earlier|dated|(?-i:[a-z]{2,}(?:[^e\W]ed|eed|ied)))\b",
    re.IGNORECASE,
)
TODAY = re.compile(
    r"\b(?:this (?:week|month|morning|afternoon|evening|weekend)|today|yesterday|tomorrow|tonight|next week|last week|"
    r"next month|(?:on |late |early |last |next |this )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|currently|now)\b"
)
YEAR = re.compile(r"(?<![\w$€£-])(?:19[5-9]\d|20\d\d)(?![\w%])")
AGO = re.compile(
    r"\b(?:ago|last (?:year|month|spring|summer|autumn|fall|winter)|at the time|then|previous\w*|earlier|since|former|"
    r"late last|in (?:January|February|March|April|May|June|July|August|September|October|November|December)|under|"
    r"during|had|years?|decades?|when|while|recall\w*|remember\w*|histor\w+)\b",
    re.IGNORECASE,
)
LONGEST_SENTENCE = 2000
"""Characters. What runs on without a stop is a list or an attack, and tells nothing of its own time."""
_CLAUSE_END = re.compile(r"[;:()\"]|,\s|\s-{1,2}\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A sentence that is evidence, folded, with its place."""

    text: str
    start: int
    end: int

    def clause(self, start: int, end: int) -> str:
        """The clause around a place in the report (offsets of the report)."""
        first, last = start - self.start, end - self.start
        cuts = [m.span() for m in _CLAUSE_END.finditer(self.text)]
        begin = max((e for _, e in cuts if e <= first), default=0)
        finish = min((s for s, _ in cuts if s >= last), default=len(self.text))
        return self.text[begin:finish]


def told(text: str, furniture: tuple[Stretch, ...]) -> list[Told]:
    """The sentences of `text` outside the furniture."""
    folded = fold(text)
    starts = [f.start for f in furniture]
    kept = []
    for s in sentences(text):
        nearest = furniture[bisect_left(starts, s.end) - 1] if starts and starts[0] < s.end else None
        outside = nearest is None or nearest.end <= s.start
        if outside and s.end - s.start <= LONGEST_SENTENCE:
            kept.append(Told(text=folded[s.start : s.end], start=s.start, end=s.end))
    return kept
