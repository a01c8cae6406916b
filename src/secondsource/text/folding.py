"""Letters that look alike, folded for matching only: offsets into the text never move.

Source of the look-alike pairs: Unicode Technical Standard 39 (confusables), the Cyrillic and Greek letters that
imitate Latin ones. Accents fall to their base letter through Unicode decomposition (NFKD).
"""

import unicodedata

_LOOK_ALIKE = str.maketrans(
    "аеорсухіѕјһԁԛԝАВЕКМНОРСТУХІЅЈαοενικρτυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ’‘‛´`“”„«»–—‑−",
    "aeopcyxisjhdqwABEKMHOPCTYXISJaoeviKptuABEZHIKMNOPTYX'''''\"\"\"\"\"----",
)


def fold(text: str) -> str:
    """Return `text` with look-alikes and accents folded, in the same number of characters.

    A character whose decomposition is not one base letter with marks is kept as it is.
    """
    if text.isascii():
        return text
    unaccented = "".join(map(_fold_character, text.translate(_LOOK_ALIKE)))
    return unaccented.translate(_LOOK_ALIKE)


def _fold_character(character: str) -> str:
    if character.isascii():
        return character
    base = [c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c)]
    return base[0] if len(base) == 1 else character
