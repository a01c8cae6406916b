"""Builds small knowledges of invented entries."""

from typing import Any

from secondsource.knowledge import Knowledge
from secondsource.knowledge.entries import (
    KINDS,
    Agreement,
    Body,
    Country,
    Entry,
    Maker,
    Namesake,
    Outlet,
    Variant,
    Weapon,
    kind_of,
)

UNVERIFIED = "unverified"


def knowledge(*entries: Entry) -> Knowledge:
    assert all(type(entry) in KINDS.values() for entry in entries)
    return Knowledge((kind_of(entry), entry) for entry in entries)


def weapon(ident: str, *aliases: str, weak: tuple[str, ...] = (), variant: tuple[Variant, ...] = ()) -> Weapon:
    return Weapon(
        id=ident,
        source=UNVERIFIED,
        name=aliases[0],
        aliases=aliases,
        weak=weak,
        variant=variant,
        kind="fighter",
        part="platform",
        category="Aircraft",
        maker="hallam-works",
        exporter="Vestria",
    )


def maker(ident: str, *aliases: str) -> Maker:
    return Maker(id=ident, source=UNVERIFIED, name=aliases[0], aliases=aliases, country="Vestria")


def country(name: str, demonym: str, metonym: str, weak: tuple[str, ...] = ()) -> Country:
    return Country(
        id=name.lower(),
        source=UNVERIFIED,
        name=name,
        aliases=(name,) if name not in weak else (f"Republic of {name}",),
        demonyms=(demonym,),
        capital=metonym,
        metonyms=(metonym,),
        weak=weak,
    )


def body(ident: str, *aliases: str, weak: tuple[str, ...] = ()) -> Body:
    name = aliases[0] if aliases else weak[0]
    return Body(
        id=ident, source=UNVERIFIED, name=name, aliases=aliases, weak=weak, country="Vestria", role="armed-service"
    )


def agreement(ident: str, *aliases: str) -> Agreement:
    return Agreement(
        id=ident, source=UNVERIFIED, name=aliases[0], aliases=aliases, kind="industrial", parties=(), status="signed"
    )


def outlet(ident: str, *aliases: str, **fields: Any) -> Outlet:
    name = aliases[0] if aliases else fields["weak"][0]
    given = {"kind": "paper", "country": "Vestria", "short": name, **fields}
    return Outlet(id=ident, source=UNVERIFIED, name=name, aliases=aliases, **given)


def namesake(ident: str, *aliases: str) -> Namesake:
    return Namesake(id=ident, source=UNVERIFIED, name=aliases[0], aliases=aliases)
