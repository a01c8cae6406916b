"""The words of one text as alignment compares them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from secondsource.lineage.fingerprints import Grams, grams
from secondsource.lineage.vocabulary import Vocabulary

# British and American endings, and the words that follow no rule. What both sides spell alike is left alone.
_ENDINGS = (
    (re.compile(r"(?<=[aeiou])z(?=[ei]|ation)"), "s"),
    (re.compile(r"yz(?=e)"), "ys"),
    (re.compile(r"(?<=[a-z]{2})our(?=s?$|ed$|ing$|able$|ite|al$|ers?$|hood)"), "or"),
    (re.compile(r"(?<=[a-z]{2}t)re(?=s?$|d$)"), "er"),
    (re.compile(r"(?<=[a-z]{3})mme(?=s?$|d$)"), "m"),
    (re.compile(r"(?<=[a-z]{3}[aeo])ll(?=ed$|ing$|ers?$)"), "l"),
    (re.compile(r"(?<=[a-z]{2})ogue(?=s?$)"), "og"),
    (re.compile(r"^(defen|offen|licen|preten)c(?=e)"), r"\1s"),
)
_WORDS = {"grey": "gray", "greys": "grays", "cheque": "check", "tyre": "tire", "tyres": "tires", "plough": "plow"}


@dataclass(frozen=True, slots=True)
class Written:
    """Words in order: `spelt` in lower case and one spelling, `classes` what each stands for, `grams` by position.

    `starts` are the words at which sentences begin, with 0 and the number of words, in rising order.
    """

    spelt: list[str]
    classes: list[int]
    grams: Grams
    starts: list[int]

    def __len__(self) -> int:
        return len(self.spelt)


def written(low: Sequence[str], starts: Iterable[int], vocabulary: Vocabulary) -> Written:
    """Prepare the words of a text, given in lower case, and the words at which its sentences begin."""
    places = vocabulary.places(low)  # before the arrays are asked for: looking up makes them grow
    classes = vocabulary.classes[places].tolist()
    return Written(
        spelt=[_spelt(word) for word in low],
        classes=classes,
        grams=grams(low, vocabulary),
        starts=sorted({0, len(low), *starts}),
    )


@lru_cache(maxsize=65536)
def _spelt(low: str) -> str:
    """The word with British and American spelling alike."""
    if len(low) <= 5:
        return _WORDS.get(low, low)
    for british, american in _ENDINGS:
        low = british.sub(american, low)
    return low
