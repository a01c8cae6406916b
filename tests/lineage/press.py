"""Reports for these tests, as the reader makes them, and the names by which the tests speak of them."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources

from secondsource.knowledge import load
from secondsource.lineage import compare, trace
from secondsource.model.lineage import Lineage, Link, Origin
from secondsource.model.report import Raw, Report
from secondsource.read import read

TODAY = datetime.date(2026, 11, 22)


def report(text: str, name: str = "report", **about: str) -> Report:
    """A report with the front matter `about` (`outlet`, `published`, `url`, `title`)."""
    head = "".join(f"{key}: {value!r}\n" for key, value in about.items())
    raw = Raw(source=f"{name}.md", data=f"---\n{head}---\n{text}\n".encode())
    made = read(raw, load(), TODAY)
    assert isinstance(made, Report), made
    return made


def samples() -> list[Report]:
    """The project's own sample reports."""
    folder = resources.files("secondsource.samples")
    found = []
    for item in sorted(folder.iterdir(), key=lambda i: i.name):
        if item.name[0].isdigit():
            made = read(Raw(source=item.name, data=item.read_bytes()), load(), TODAY)
            assert isinstance(made, Report), made
            found.append(made)
    return found


@dataclass(frozen=True)
class Traced:
    """A lineage that is asked by the names of reports."""

    lineage: Lineage
    names: Mapping[str, str]

    def ties(self, name: str) -> set[tuple[str, str | None]]:
        """Relation and other report of every link of a report that has a report at its other end."""
        return {(x.relation, self.names[x.of]) for x in self.lineage.links if self.names[x.report] == name and x.of}

    def credits(self, name: str) -> set[tuple[str, str | None]]:
        """Relation and label of every link of a report to something that is not in the library."""
        links = [x for x in self.lineage.links if self.names[x.report] == name and not x.of]
        return {(x.relation, x.outlet or x.document) for x in links}

    def link(self, name: str, relation: str) -> Link:
        """The only link of a report with this relation."""
        [found] = [x for x in self.lineage.links if self.names[x.report] == name and x.relation == relation]
        return found

    def origins(self, name: str) -> list[Origin]:
        return [o for o in self.lineage.origins if any(self.names[r] == name for r in o.reports)]

    def established(self, name: str) -> set[str]:
        return {o.label for o in self.origins(name) if o.established}

    def share_an_origin(self, one: str, other: str) -> bool:
        return bool({o.id for o in self.origins(one)} & {o.id for o in self.origins(other)})


def traced(reports: Iterable[Report]) -> Traced:
    """What `compare` and `trace` make of reports; each goes by its source without folder and ending."""
    every = list(reports)
    names = {r.id: r.source.rsplit("/", 1)[-1].rsplit(".", 1)[0] for r in every}
    return Traced(trace(every, compare(every, load()), load()), names)


def trace_texts(**texts: str) -> Traced:
    """The lineage of plain texts, each published by an outlet of its own."""
    return traced(report(text, name, outlet=f"{name.title()} Sheet") for name, text in texts.items())
