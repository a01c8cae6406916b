"""The stage for a notebook: plain texts by name in, links between these names out."""

from collections.abc import Mapping
from hashlib import sha256

from secondsource.knowledge import Knowledge
from secondsource.lineage import compare, trace
from secondsource.model.lineage import Link
from secondsource.model.report import Report

READER = "plain-text"


def trace_texts(texts: Mapping[str, str], knowledge: Knowledge) -> tuple[Link, ...]:
    """Who took text from whom among `texts`: the `report` and `of` of each link are names of texts.

    A text is taken as it is: without an outlet, a date or a headline of its own, and with no part of it as furniture.
    """
    reports = [
        Report(id=name, source=name, url=None, text=text, sha256=sha256(text.encode()).hexdigest(), reader=READER)
        for name, text in texts.items()
    ]
    return trace(reports, compare(reports, knowledge), knowledge).links
