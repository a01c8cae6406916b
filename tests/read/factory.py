"""A small knowledge of invented countries, persons and events, with the real page phrases."""

import datetime
import tomllib
from functools import cache
from importlib import resources

import msgspec

from secondsource.knowledge import Knowledge
from secondsource.knowledge.entries import KINDS, Entry
from secondsource.model.report import Discard, Raw, Report
from secondsource.read import read

TODAY = datetime.date(2026, 11, 22)
_FACTS = """
[[country]]
id = "kd"
name = "Kaldoria"
aliases = ["Kaldoria"]
demonyms = ["Kaldorian"]
capital = "Hallam"
metonyms = ["Hallam"]
source = "unverified"

[[country]]
id = "vs"
name = "Vestria"
aliases = ["Vestria"]
demonyms = ["Vestrian"]
capital = "Brade"
source = "unverified"

[[fact]]
id = "office-vane"
kind = "office"
name = "Osric Vane, Prime Minister of Kaldoria"
person = "Osric Vane"
surname = "Vane"
titles = ["Prime Minister", "Kaldorian Prime Minister"]
country = "Kaldoria"
office = "head of government"
start = "2015-03-02"
end = "2019-05-20"
source = "unverified"

[[fact]]
id = "office-holm"
kind = "office"
name = "Ada Holm, Defence Minister of Kaldoria"
person = "Ada Holm"
surname = "Holm"
titles = ["Defence Minister", "Minister of Defence"]
country = "Kaldoria"
office = "defence minister"
start = "2017-09-03"
end = "2018-12-31"
source = "unverified"

[[fact]]
id = "election-2018"
kind = "election"
name = "Kaldorian general election, 2018"
generic = ["general election", "Polling Day"]
countries = ["Kaldoria"]
start = "2018-11-06"
end = "2018-11-06"
source = "unverified"

[[fact]]
id = "election-2022"
kind = "election"
name = "Kaldorian general election, 2022"
generic = ["general election", "Polling Day"]
countries = ["Kaldoria"]
start = "2022-11-08"
end = "2022-11-08"
source = "unverified"

[[fact]]
id = "election-vestria"
kind = "election"
name = "Vestrian general election, 2020"
generic = ["general election"]
countries = ["Vestria"]
start = "2020-04-05"
source = "unverified"

[[fact]]
id = "visit-2018"
kind = "visit"
name = "Visit of Osric Vane to Brade, 2018"
aliases = ["Brade summit of 2018"]
generic = ["Brade summit"]
countries = ["Kaldoria", "Vestria"]
persons = ["Osric Vane"]
start = "2018-10-04"
end = "2018-10-05"
source = "unverified"

[[law]]
id = "sea-act"
name = "Sea Arms Act"
aliases = ["Sea Arms Act", "SEARMA"]
country = "Kaldoria"
enacted = "2017-08-02"
kind = "sanctions"
source = "unverified"

[[agreement]]
id = "harbour-pact"
name = "Harbour Access Agreement"
aliases = ["Harbour Access Agreement", "HARBAX"]
kind = "logistics"
parties = ["Kaldoria", "Vestria"]
status = "in-force"
signed = "2018-09-06"
source = "unverified"

[[outlet]]
id = "wire"
name = "Northern Wire Service"
short = "NWS"
aliases = ["Northern Wire Service"]
weak = ["NWS"]
tags = ["NWS"]
kind = "agency"
country = "Kaldoria"
hosts = ["nws.example"]
source = "unverified"

[[outlet]]
id = "tidewater"
name = "Tidewater Post"
short = "Tidewater Post"
aliases = ["Tidewater Post", "Tidewater"]
kind = "paper"
country = "Kaldoria"
hosts = ["tidewater.example"]
source = "unverified"
"""


@cache
def knowledge() -> Knowledge:
    """The invented facts and the packaged page phrases."""
    page = (resources.files("secondsource.knowledge") / "data" / "page.toml").read_text(encoding="utf-8")
    tables = [tomllib.loads(_FACTS), tomllib.loads(page)]
    rows: list[tuple[str, Entry]] = [
        (kind, msgspec.convert(row, KINDS[kind])) for table in tables for kind, group in table.items() for row in group
    ]
    return Knowledge(rows)


def opened(text: str | bytes, source: str = "report.txt") -> Report | Discard:
    """What `read` makes of a text."""
    data = text if isinstance(text, bytes) else text.encode()
    return read(Raw(source=source, data=data), knowledge(), TODAY)


def report(text: str | bytes, source: str = "report.txt") -> Report:
    """The report that a text gives; fails where it gives none."""
    found = opened(text, source)
    assert isinstance(found, Report), found
    return found


def parts(found: Report) -> list[tuple[str, str]]:
    """The regions of a report as kind and text."""
    return [(r.kind, found.text[r.start : r.end]) for r in found.regions]


def furniture(found: Report) -> list[str]:
    """The furniture of a report as text."""
    return [found.text[f.start : f.end] for f in found.furniture]
