"""Repeatable chance: the same seed draws the same, on any machine and in any run."""

import random

Seed = int | float | str


def chance(*seed: Seed) -> random.Random:
    """A generator for one purpose; its seed is the text of all parts, so that purposes do not share draws."""
    return random.Random(":".join(map(str, seed)))  # noqa: S311  # repeatable draws, no secrets


def name_of(*seed: Seed) -> str:
    """A name that says nothing of what it names: links of open direction are ordered by name."""
    return f"{chance('name', *seed).getrandbits(48):012x}"
