"""What rewording machines leave behind in a text: template braces, glued sentences, articles before the wrong sound."""

import re

BRACES = re.compile(r"\{[^{}\n]{2,80}\}")
GLUED = re.compile(r"[a-z][.!?][\"”]?[A-Z][a-z]|[A-Z]{2,}[.][A-Z][a-z]")
_SOUNDED = re.compile(r"(?!eu|one|once|ou[ai]|uni|unan|us[aeiu]|ut[eio]|u[bkr][aei])[aeiou]")
_UNSOUNDED = re.compile(r"[bcdfgjklmnpqrstvwz]")  # "an historic" is somebody's English


def is_wrong_article(article: str, following: str) -> bool:
    """Whether a machine left "a" before a vowel that sounds, or "an" before a consonant; both in lower case."""
    wrong = {"a": _SOUNDED, "an": _UNSOUNDED}.get(article)
    return wrong is not None and len(following) > 1 and wrong.match(following) is not None
