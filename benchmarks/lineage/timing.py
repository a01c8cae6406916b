"""Processor time of this process and of those it started: what a core worked, not how long one waited."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(slots=True)
class Spent:
    """Seconds of one core."""

    cpu: float = 0.0


def now() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


@contextmanager
def timed(spent: Spent) -> Iterator[None]:
    """Add what the block works to `spent`."""
    begun = now()
    try:
        yield
    finally:
        spent.cpu += now() - begun
