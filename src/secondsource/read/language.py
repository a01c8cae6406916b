"""The language of a text, by its letters (py3langid)."""

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

FEWEST_LETTERS = 200
"""Below this the identifier errs on names and acronyms (measured on first sentences of press reports)."""
SURE = 0.99
LANGUAGES = (
    "en ar az be bg bn cs da de el es et fa fi fr gu he hi hr hu hy id it ja ka kk ko lt lv ml mr ms ne nl no pa pl pt "
    "ro ru si sk sl sq sr sv ta te th tr uk ur vi zh".split()
)
"""Languages with a national press. Rare neighbours of English (pidgins, Scots) are left out: they only take from it."""
_SAMPLE = 4000
_CODE = re.compile(r"[A-Za-z]{2,3}(?=[-_]|$)")
_THREE = {"eng": "en", "fra": "fr", "deu": "de", "rus": "ru", "tur": "tr", "spa": "es", "hin": "hi", "ara": "ar"}


def language_of(text: str, declared: str | None) -> str:
    """The language of `text`: what its letters say where there are enough, else what the page says, else English."""
    sample = text[:_SAMPLE]
    letters = sum(1 for c in sample if c.isalpha())
    found, sure = _identified(sample)
    if letters >= FEWEST_LETTERS and sure >= SURE:
        return found
    stated = _code(declared)
    if stated:
        return stated
    latin = sum(1 for c in sample if c.isascii() and c.isalpha())
    if letters and latin < 0.5 * letters:
        return found
    return found if letters >= FEWEST_LETTERS else "en"


def _code(declared: str | None) -> str | None:
    match = _CODE.match(declared.strip()) if declared else None
    code = match.group().lower() if match else None
    return _THREE.get(code, code) if code else None


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return identifier


def _identified(text: str) -> tuple[str, float]:
    code, probability = _identifier().classify(text)
    return str(code), float(probability)
