"""Letters that look alike, folded for matching only: offsets into the text never move.

Source of the look-alike pairs: Unicode Technical Standard 39 (confusables), the Cyrillic and Greek letters that
imitate Latin ones. Accents fall to their base letter through Unicode decomposition (NFKD).
"""

import re
import unicodedata
from functools import lru_cache

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_LOOK_ALIKE = str.maketrans(
    "аеорсухіѕјһԁԛԝӏԍѵАВЕКМНОРСТУХІЅЈҮԌԚԜαοενικρτυγηωΑΒΕΖΗΙΚΜΝΟΡΤΥΧϲϳՕօսոհցԛɡıɩ’‘‛´`“”„«»–—‑−",
    "aeopcyxisjhdqwlgvABEKMHOPCTYXISJYGQWaoeviKptuynwABEZHIKMNOPTYXcjOounhgqgii'''''\"\"\"\"\"----",
)


def fold(text: str) -> str:
    """Return `text` with look-alikes and accents folded, in the same number of characters.

    A character whose decomposition is not one base letter with marks is kept as it is.
    """
    if text.isascii():
        return text
    return _BEYOND_ASCII.sub(lambda found: _fold_character(found.group()), text)


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    alike = character.translate(_LOOK_ALIKE)
    base = [c for c in unicodedata.normalize("NFKD", alike) if not unicodedata.combining(c)]
    return base[0].translate(_LOOK_ALIKE) if len(base) == 1 else alike
