"""Quotations of BBC articles checked by hand: span, speaker and anonymity right."""

import json
import re
import tarfile
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from secondsource.extractor import Extractor
from secondsource.knowledge import Knowledge
from secondsource.model.report import Raw, Report
from secondsource.model.statement import Quote
from secondsource.read import read
from secondsource.understand import understand

GOLD = Path(__file__).with_name("bbc_quotes.jsonl")
_EDGE = 2


@dataclass(frozen=True, kw_only=True)
class Shares:
    """Quotations asked for, found with both ends right, and of those found, speaker and anonymity right."""

    asked: int
    found: int
    speaker: int
    anonymity: int
    given: int

    def lines(self) -> Iterable[str]:
        yield f"{self.asked} quotations, {self.given} given in the same articles"
        yield f"span {self.found / self.asked:.3f}"
        yield f"speaker {self.speaker / max(1, self.found):.3f} of those found"
        yield f"anonymity {self.anonymity / max(1, self.found):.3f} of those found"


def quotations(archive: Path, knowledge: Knowledge, extractor: Extractor) -> Shares:
    """Compare our quotations with those of the gold, article by article."""
    gold: dict[str, list[dict[str, object]]] = defaultdict(list)
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        gold[one["file"]].append(one)
    asked = found = speaker = anonymity = given = 0
    with tarfile.open(archive) as articles:
        for name, wanted in sorted(gold.items()):
            member = articles.extractfile(name)
            assert member is not None, f"{name} is not in {archive}"
            text = member.read().decode("utf-8", errors="replace").replace("\r\n", "\n")
            quotes = _quotes(text, knowledge, extractor)
            given += len(quotes)
            for one in wanted:
                asked += 1
                ours = next((q for q in quotes if _same_span(q, one)), None)
                if ours is not None:
                    found += 1
                    speaker += _same_speaker(ours, one)
                    anonymity += ours.anonymous == one["anonymous"]
    return Shares(asked=asked, found=found, speaker=speaker, anonymity=anonymity, given=given)


def _quotes(text: str, knowledge: Knowledge, extractor: Extractor) -> list[Quote]:
    report = read(Raw(source="article.txt", data=text.encode()), knowledge, date(2026, 12, 1))
    assert isinstance(report, Report)
    shift = report.text.find(text.strip()[:40]) - text.find(text.strip()[:40])
    assert shift == 0, "the canonical text is the article's"
    return list(understand(report, (), knowledge, extractor).quotes)


def _same_span(ours: Quote, gold: dict[str, object]) -> bool:
    start, end = int(str(gold["start"])), int(str(gold["end"]))
    return abs(ours.start - start) <= _EDGE and abs(ours.end - end) <= _EDGE


def _same_speaker(ours: Quote, gold: dict[str, object]) -> bool:
    """The last word of the gold's name stands in ours ("Gordon Brown": Mr Brown)."""
    wanted = re.findall(r"\w+", str(gold["speaker"] or "").lower())
    said = re.findall(r"\w+", (ours.speaker or "").lower())
    return not said if not wanted else wanted[-1] in said
