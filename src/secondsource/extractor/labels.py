"""What the trained extractor tells apart: its layers of spans, classes, roles, and the marks it is given on each token.

The order of every tuple is the order of the numbers in the packed weights: a change needs a new training.
"""

from typing import get_args

from secondsource.model.statement import STATUSES, Basis, Instrument, Modality, Mode, Polarity, Side, Stance

LAYERS = ("trigger", "item", "quantity", "speaker", "cue", "content")
"""The kinds of spans it marks, each on its own: a speaker may stand inside a content."""

CLASSES: dict[str, tuple[str, ...]] = {
    "status": tuple(f"{kind}:{status}" for kind, all_of in STATUSES.items() for status in all_of or ("",)),
    "modality": get_args(Modality),
    "polarity": get_args(Polarity),
    "stance": get_args(Stance),
    "side": ("", *get_args(Side)),
    "instrument": ("", *get_args(Instrument)),
    "mode": ("", *get_args(Mode)),
}
"""What it says of a trigger. An empty word stands for "not said"."""

BASES: tuple[str, ...] = get_args(Basis)
"""What it says of a sum of money with the trigger it belongs to."""

ROLES: dict[str, str] = {
    "supplier": "state",
    "recipient": "state",
    "actor": "state",
    "party": "state",
    "item": "thing",
    "quantity": "count",
    "value": "sum",
    "date": "date",
    "voice": "voice",
    "name": "name",
}
"""The roles a candidate can have beside a trigger, each with the kind of candidate that can have it."""

CANDIDATES = ("state", "thing", "count", "sum", "date", "voice", "name")

_KNOWN = (
    "country demonym body maker outlet weapon thing agreement law count sum date person quoted headline exporter "
    "planned possible negation denial confirmation no-comment speech anonymous-role anonymity"
).split()
MARKS: tuple[str, ...] = (
    *_KNOWN,
    *CLASSES["status"],
    *(f"instrument:{word}" for word in CLASSES["instrument"] if word),
    *(f"mode:{word}" for word in CLASSES["mode"] if word),
    *(f"basis:{word}" for word in BASES),
)
"""What the recognisers know of a token, given to the network beside its word."""

GAPS = (1, 2, 3, 5, 8, 12, 20, 35, 60, 100)
"""Bounds of the classes of distance between trigger and candidate, in tokens."""

SENTENCES = 3
"""Distances in sentences beyond this many count as this many."""


def gap_class(distance: int) -> int:
    """The class of a signed distance in tokens: before and after the trigger are told apart."""
    size = sum(abs(distance) >= bound for bound in GAPS)
    return size + (len(GAPS) + 1 if distance > 0 else 0)


GAP_CLASSES = 2 * (len(GAPS) + 1)
SENTENCE_CLASSES = 2 * SENTENCES + 1


def sentence_class(distance: int) -> int:
    """The class of a signed distance in sentences."""
    return max(-SENTENCES, min(SENTENCES, distance)) + SENTENCES
