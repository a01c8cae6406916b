"""Writes a text with letters and signs that look the same and are not, as those do who hide a copy."""

from benchmarks.lineage.chance import Seed, chance

RATES = (0.02, 0.10, 0.30)

# Latin letters and the Cyrillic or Greek ones that look like them.
LETTERS = {
    "a": "\u0430", "c": "\u0441", "e": "\u0435", "i": "\u0456", "j": "\u0458", "o": "\u043e\u03bf",
    "p": "\u0440", "s": "\u0455", "x": "\u0445", "y": "\u0443", "v": "\u03bd", "h": "\u04bb", "d": "\u0501",
    "A": "\u0410\u0391", "B": "\u0412\u0392", "C": "\u0421", "E": "\u0415\u0395", "H": "\u041d\u0397",
    "I": "\u0406\u0399", "J": "\u0408", "K": "\u041a\u039a", "M": "\u041c\u039c", "N": "\u039d",
    "O": "\u041e\u039f", "P": "\u0420\u03a1", "S": "\u0405", "T": "\u0422\u03a4", "X": "\u0425\u03a7",
    "Y": "\u03a5", "Z": "\u0396",
}  # fmt: skip
LIGATURES = {"ffi": "\ufb03", "ffl": "\ufb04", "ff": "\ufb00", "fi": "\ufb01", "fl": "\ufb02"}
# Zero-width space, non-joiner, joiner, word joiner, byte order mark, soft hyphen.
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
SPACES = "\u00a0\u202f\u2009"


def disguise(text: str, rate: float, seed: Seed) -> str:
    """`text` with this share of its words touched, each in one or two of the ways above."""
    draw = chance("look-alikes", seed)
    words = text.split(" ")
    for at, word in enumerate(words):
        if draw.random() < rate and word.strip():
            words[at] = _touched(word, draw.random(), draw.random())
    made = words[0]
    for word in words[1:]:
        made += (draw.choice(SPACES) if draw.random() < rate else " ") + word
    return made


def _touched(word: str, which: float, place: float) -> str:
    for plain, joined in LIGATURES.items():
        if plain in word and which < 0.5:
            return word.replace(plain, joined, 1)
    if which < 0.3 and len(word) > 2:
        at = 1 + int(place * (len(word) - 1))
        return word[:at] + INVISIBLE[int(place * 997) % len(INVISIBLE)] + word[at:]
    letters = [i for i, letter in enumerate(word) if letter in LETTERS]
    chosen = set(letters if which > 0.8 else letters[int(place * len(letters)) :][:2])
    return "".join(
        LETTERS[letter][int(which * 100) % len(LETTERS[letter])] if i in chosen else letter
        for i, letter in enumerate(word)
    )
