"""Fingerprints in two files mapped into memory: what is not asked for costs no memory of the process."""

from pathlib import Path

import numpy as np

from secondsource.lineage.fingerprints import Fingerprint

# Room for each text; what is not written takes no disk.
_GRAMS = 1600


class Prints:
    """Fingerprints by report id."""

    def __init__(self, folder: Path, texts: int) -> None:
        room = texts * _GRAMS
        # Plain views: a slice of a memmap costs several times one of an array.
        self._grams = np.asarray(np.memmap(folder / "grams", np.uint32, "w+", shape=(room,)))
        self._weights = np.asarray(np.memmap(folder / "weights", np.uint8, "w+", shape=(room,)))
        self._places: dict[str, tuple[int, int]] = {}
        self.size = 0

    def __getitem__(self, report: str) -> Fingerprint:
        start, end = self._places[report]
        return Fingerprint(grams=self._grams[start:end], weights=self._weights[start:end])

    def __setitem__(self, report: str, grams: Fingerprint) -> None:
        if report in self._places:
            return
        start, self.size = self.size, self.size + len(grams.grams)
        self._grams[start : self.size], self._weights[start : self.size] = grams.grams, grams.weights
        self._places[report] = start, self.size

    def __len__(self) -> int:
        return len(self._places)
