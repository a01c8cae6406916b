"""English words in the form of another: for "licensed", "authorize" is "authorized"."""

from secondsource.knowledge.words import Words

_VOWELS = "aeiou"
_HISSING = ("s", "x", "z", "ch", "sh")


def inflected(lemma: str, like: str, known: Words) -> list[str]:
    """The forms of `lemma` that `like` may be a form of its own lemma in, those that the table of words lists.

    "Licensed" is an adjective, and a form of "license": `lemma` itself may stand for it, and what ends as it does.
    """
    is_lemma = known.lemma(like) == like
    ending = next((e for e in ("ing", "s", "ed") if like.endswith(e)), None if is_lemma else "ed")
    forms = [lemma] if is_lemma else []
    if ending is not None and not (is_lemma and ending == "s"):
        forms += [*_regular(lemma, ending), *(f for f in known.irregular(lemma) if _ends_alike(f, ending))]
    return [form for form in dict.fromkeys(forms) if known.is_listed(form)]


def _regular(lemma: str, ending: str) -> list[str]:
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS and ending != "ing":
        return [lemma[:-1] + ("ies" if ending == "s" else "ied")]
    if ending == "s":
        return [lemma + ("es" if lemma.endswith(_HISSING) else "s")]
    if lemma.endswith("e"):
        return [lemma[:-1] + ending]
    return [lemma + ending, lemma + lemma[-1:] + ending]


def _ends_alike(form: str, ending: str) -> bool:
    """Whether an irregular form does the work of a regular ending: "gave" that of "ed", never that of "ing"."""
    if ending == "ed":
        return not form.endswith("ing")
    return form.endswith(ending)
