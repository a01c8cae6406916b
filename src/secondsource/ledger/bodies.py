"""Bodies, companies, states and outlets, however the press names them: one key for each."""

import re

from secondsource.knowledge import Knowledge, Mention
from secondsource.knowledge.entries import Body, Country, Maker, Outlet
from secondsource.ledger.speaker import Speaker
from secondsource.text.folding import fold

BODY_WORDS = re.compile(
    r"\b(?:ministry|presidency|cabinet|kremlin|department|agency|forces?|army|navy|government|authorit(?:y|ies)|"
    r"administration|council|office|command|compan(?:y|ies)|corporation|corp|group|ltd|limited|inc|plc|gmbh|parliament|"
    r"congress|senate|embassy|intelligence|committee|commission|bureau|media|industries|systems|aerospace|institute|"
    r"board|house|union|bank|firm|organi[sz]ation|party|police|guard|staff|delegation|press)\b",
    re.IGNORECASE,
)
_STATE_BODY = re.compile(
    r"\b(?:ministry|presidency|cabinet|department|government|authorit(?:y|ies)|administration|embassy|spokes\w+)\b",
    re.IGNORECASE,
)
_PRESS = re.compile(r"\b(?:media|newspapers?|papers|press|reports?|websites?|outlets)\b", re.IGNORECASE)
_STATE = re.compile(r"\bstate\b|\bministry\b|\bintelligence\b", re.IGNORECASE)
COMPANY_FORM = re.compile(
    r"[\s,]+(?:ltd|limited|inc|incorporated|corp|corporation|co|company|plc|llc|gmbh|ag|sa|spa|ab|oy|as|nv|jsc|ojsc)\.?$"
)
_PORTFOLIOS = tuple(
    (re.compile(pattern, re.IGNORECASE), portfolio)
    for pattern, portfolio in (
        (r"\bintelligence\b|\bspy agenc", "intelligence"),
        (r"\bair force\b", "air force"),
        (r"\bnavy\b|\bnaval\b", "navy"),
        (r"\barmy\b|\bland forces\b", "army"),
        (r"\bembassy\b|\bforeign\b|\bexternal affairs\b|\bstate department\b|\bdepartment of state\b", "foreign"),
        (
            r"\b(?:ministry|minister|department)\b.*\bdefen[cs]e\b|\bdefen[cs]e (?:ministry|department|minister)\b",
            "defence",
        ),
        (r"\bparliament\b|\bcongress\b|\bsenate\b|\bhouse of representatives\b", "legislature"),
        (r"\bstate\b.*\b(?:media|television|broadcaster|press)\b", "state media"),
    )
)


class Bodies:
    """The bodies that names mean. `companies` are those a library names with the form of a company."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.companies: set[str] = set()
        self._mentions: dict[str, list[Mention]] = {}

    def find(self, name: str) -> list[Mention]:
        """The names in a name; a library asks for the same ones again and again."""
        if name not in self._mentions:
            self._mentions[name] = self.knowledge.find(name)
        return self._mentions[name]

    def outlet(self, name: str) -> str:
        """The short name of an outlet, where the knowledge has it."""
        named = [m for m in self.find(name) if m.kind == "outlet"]
        if named:
            return self.knowledge.get("outlet", named[0].id, Outlet).short
        return re.sub(r"^(?:the|newspaper|daily)\s+", "", name.strip(), flags=re.IGNORECASE)

    def body(self, name: str, country: str | None = None) -> Speaker | None:
        """The body that a name means, or None where it names none."""
        if _PRESS.search(name) and not _STATE.search(name):
            return None
        mentions = [m for m in self.find(name) if m.strong or m.end - m.start == len(name)]
        for kind, made in (("maker", self._maker), ("body", self._public_body), ("outlet", self._state_media)):
            known = next((m for m in mentions if m.kind == kind), None)
            speaker = made(known) if known else None
            if speaker is not None:
                return speaker
        states = [m for m in mentions if m.kind == "country"]
        if states:
            return _government(self.knowledge.get("country", states[0].id, Country).name, name)
        if country and (portfolio(name) or _STATE_BODY.search(name)):
            return _government(country, name)
        if BODY_WORDS.search(name) or company(name) in self.companies:
            return Speaker(key=("body", company(name)), label=name, kind="body", country=country)
        return None

    def issuer(self, label: str) -> Speaker | None:
        """The body that issues a release or keeps a record, by the name of its publication."""
        outlets = [o for o in self.knowledge.all("outlet", Outlet) if o.short == label]
        return self.body(label, outlets[0].country if outlets else None)

    def is_outlet(self, name: str) -> bool:
        """Whether the speaker is an outlet that speaks for nobody but itself."""
        named = [m for m in self.find(name) if m.kind == "outlet" and m.end - m.start >= len(name) - len("the ")]
        return bool(named) and self._state_media(named[0]) is None

    def state(self, name: str) -> tuple[str, Mention] | None:
        """The first country that a name names, and where."""
        mention = next((m for m in self.find(name) if m.kind == "country"), None)
        return (self.knowledge.get("country", mention.id, Country).name, mention) if mention else None

    def _maker(self, mention: Mention) -> Speaker:
        maker = self.knowledge.get("maker", mention.id, Maker)
        return Speaker(key=("maker", maker.id), label=maker.name, kind="body", country=maker.country)

    def _public_body(self, mention: Mention) -> Speaker:
        entry = self.knowledge.get("body", mention.id, Body)
        own = portfolio(entry.name) if entry.country else None
        key = ("government", entry.country, own or entry.id)
        return Speaker(
            key=key, label=entry.name, kind="body", official=True, country=entry.country or None, portfolio=own
        )

    def _state_media(self, mention: Mention) -> Speaker | None:
        """A state's own media speak for the state; any other outlet carries news and knows nothing itself."""
        outlet = self.knowledge.get("outlet", mention.id, Outlet)
        if outlet.kind != "state-media":
            return None
        return Speaker(
            key=("government", outlet.country, "state media"), label=outlet.short, kind="body", country=outlet.country
        )


def _government(country: str, name: str) -> Speaker:
    own = portfolio(name) or ""
    key = ("government", country, own)
    return Speaker(key=key, label=name, kind="body", official=True, country=country, portfolio=own)


def portfolio(name: str) -> str | None:
    """What an office of a state is for: defence, foreign affairs, intelligence and so on."""
    return next((found for pattern, found in _PORTFOLIOS if pattern.search(name)), None)


def company(name: str) -> str:
    """A company's name without the form of the company."""
    return COMPANY_FORM.sub("", plain(name))


def plain(name: str) -> str:
    """A name in folded small letters without an article."""
    return re.sub(r"^the\s+", "", fold(name).lower().strip(" ."))
