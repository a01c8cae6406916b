"""Where words stand in quotation marks, whichever marks a page uses and whether or not it closes them."""

import re
from bisect import bisect_right

# A mark opens before a word and closes after one. A quotation of several paragraphs opens each and closes the last; one
# that is never closed ends with its line.
_DOUBLE = re.compile(
    r"(?<!\w)(?:\"|'')(?=[\w$£€(.])[^\"\n]{2,1200}?(?:(?<=[\w.,!?;:)\]-])(?:\"|'')(?!\w)|(?=[\n\"]|$))"
)
_SINGLE = re.compile(r"(?<![\w'])'(?=[\w$£€])[^\"\n]{8,1200}?(?<=[\w.,!?)])'(?![\w'])")


class Quotations:
    """The stretches of a text in quotation marks, in code points; their marks belong to them."""

    def __init__(self, folded: str) -> None:
        double = [m.span() for m in _DOUBLE.finditer(folded)]
        single = [m.span() for m in _SINGLE.finditer(folded)]
        self.spans = sorted(double + [s for s in single if not any(a < s[1] and s[0] < b for a, b in double)])
        self._starts = [start for start, _ in self.spans]

    def hold(self, start: int, end: int) -> bool:
        """Whether a stretch lies inside quotation marks."""
        nearest = bisect_right(self._starts, start) - 1
        return nearest >= 0 and end <= self.spans[nearest][1]
