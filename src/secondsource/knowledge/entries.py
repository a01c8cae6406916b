"""One type per kind of knowledge entry, as the TOML files hold it.

Unknown keys are refused, so that a misspelt field is named instead of ignored. Dates are partial ISO strings.
"""

from typing import Literal

import msgspec


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every entry has: an id, where it was checked (or `unverified`), and example sentences that are tests."""

    id: str
    source: str
    checked: str | None = None
    note: str | None = None
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Variant(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    name: str
    aliases: tuple[str, ...]


class Weapon(Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A family of weapon systems; `kind` is the common noun for it, `exporter` the country that usually sells it."""

    name: str
    aliases: tuple[str, ...]
    kind: str
    part: Literal["platform", "munition", "sensor", "engine", "support"]
    category: str
    maker: str
    exporter: str
    weak: tuple[str, ...] = ()
    variant: tuple[Variant, ...] = ()


class Maker(Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    name: str
    aliases: tuple[str, ...]
    country: str
    weak: tuple[str, ...] = ()


class Country(Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`metonyms` are the words by which the press names the government: capitals, palaces, houses."""

    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str
    metonyms: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


class Body(Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    name: str
    aliases: tuple[str, ...]
    country: str
    role: Literal[
        "ministry",
        "head-of-state",
        "head-of-government",
        "legislature",
        "court",
        "armed-service",
        "procurement-agency",
        "export-agency",
        "company-register",
        "intelligence",
        "international",
    ]
    weak: tuple[str, ...] = ()


class Agreement(Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    name: str
    aliases: tuple[str, ...]
    kind: str
    parties: tuple[str, ...]
    status: str
    weak: tuple[str, ...] = ()
    signed: str | None = None
    in_force: str | None = None


class Law(Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    name: str
    aliases: tuple[str, ...]
    country: str
    enacted: str
    kind: Literal["sanctions", "export-control", "embargo", "human-rights"]
    targets: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    in_force: str | None = None


class Outlet(Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    name: str
    short: str
    aliases: tuple[str, ...]
    kind: Literal[
        "agency",
        "paper",
        "magazine",
        "broadcaster",
        "trade",
        "portal",
        "aggregator",
        "blog",
        "state-media",
        "ministry",
        "record",
        "think-tank",
    ]
    country: str
    hosts: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


class Fact(Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something with a date: a term of office, an election, a summit, a visit, a signing, a law, a war."""

    kind: Literal["office", "election", "summit", "visit", "signing", "law", "war", "event"]
    name: str
    start: str
    end: str | None = None
    aliases: tuple[str, ...] = ()
    generic: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    person: str | None = None
    surname: str | None = None
    titles: tuple[str, ...] = ()
    country: str | None = None
    office: str | None = None


class RegimeStep(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    id: str
    name: str
    status: str
    actor: Literal["supplier", "recipient", "third", "legislature", "court"]
    cues: tuple[str, ...]
    instrument: str | None = None
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Regime(Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A state's procurement or licensing procedure and the words by which the press names its steps."""

    name: str
    country: str
    step: tuple[RegimeStep, ...]


class ExposureRegime(Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    name: str
    law: str
    since: str
    sanctions_from: str


class ListedPerson(Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    name: str
    aliases: tuple[str, ...]
    regime: str
    since: str
    makers: tuple[str, ...] = ()


class ImposedSanction(Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    person: str
    country: str
    date: str
    aliases: tuple[str, ...] = ()
    counterparty: str | None = None
    items: tuple[str, ...] = msgspec.field(name="for", default=())


class SignificanceFactor(Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What makes a transaction weigh more or less under the law, and the words by which the press says it."""

    name: str
    cues: tuple[str, ...]
    effect: Literal["raises", "lowers"]


class WaiverClaim(Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    name: str
    asserts: Literal["waived", "exempted", "urged-waiver", "enabled-waiver"]
    cues: tuple[str, ...]
    actor: str | None = None


class Phrase(Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A press phrase and what it says: `pattern` is a regular expression over the folded text of one sentence."""

    pattern: str
    kind: str
    value: str
    frame: str | None = None
    actor: str | None = None
    instrument: str | None = None
    modality: str | None = None
    mode: str | None = None
    polarity: str | None = None


class Thing(Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A common noun for what is transferred ("drones", "missile defence system") and the weapon kinds it can mean."""

    name: str
    pattern: str
    kinds: tuple[str, ...] = ()
    part: str | None = None


class Namesake(Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that hold a name and mean something else: the South China Sea is not China. They hide that name."""

    name: str
    aliases: tuple[str, ...]


KINDS: dict[str, type[Entry]] = {
    "weapon": Weapon,
    "maker": Maker,
    "country": Country,
    "body": Body,
    "agreement": Agreement,
    "law": Law,
    "outlet": Outlet,
    "fact": Fact,
    "regime": Regime,
    "exposure-regime": ExposureRegime,
    "listed": ListedPerson,
    "imposed": ImposedSanction,
    "factor": SignificanceFactor,
    "waiver": WaiverClaim,
    "phrase": Phrase,
    "thing": Thing,
    "namesake": Namesake,
}
_KIND_OF = {type_: kind for kind, type_ in KINDS.items()}


def kind_of(entry: Entry) -> str:
    """The kind under which a file holds such an entry."""
    return _KIND_OF[type(entry)]
