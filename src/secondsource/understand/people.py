"""Persons and offices as a report introduces them, and whom a later short form means."""

import re
from functools import lru_cache

from secondsource.understand.page import Page
from secondsource.understand.parties import holders, holders_named

_TITLE = (
    r"(?:(?:Foreign|Defen[cs]e|External|Affairs|Interior|Prime|Deputy|Vice|Assistant|Under|Secretary|State|Minister|"
    r"President|Premier|Chancellor|King|Queen|Prince|Crown|Sheikh|General|Gen\.|Lieutenant|Lt\.|Lt|Colonel|Col\.|Major|"
    r"Admiral|Adm\.|Captain|Brigadier|Marshal|Air|Chief|Senator|Sen\.|Rep\.|Representative|Congressman|Ambassador|"
    r"Professor|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Sir|Director|Commander|Chairman|CEO|Governor|Spokes\w+|of|for|and|the|US|U\.S\.|"
    r"[A-Z][a-z]+(?:n|sh|ese|i)|Staff|Political|Military|Committee|Force)\s+)"
)
PERSON = re.compile(
    rf"(?P<title>{_TITLE}{{1,7}})?"
    rf"(?P<name>[A-Z][\w'’-]+(?:[ ](?:[A-Z][\w’-]*\.?|al|bin|von|van|de|der|el)){{0,2}}[ ][A-Z][\w’-]+)"
)
_TITLED_SURNAME = re.compile(rf"(?P<title>{_TITLE}{{1,7}})(?P<name>[A-Z][\w-]{{2,}})\b(?![ ][A-Z])")
_NOT_A_NAME = frozenset(
    "in on at by may and but for from with as after when while if it he she they we his her its our their an "
    "the this that these those air force white house state "
    "department prime minister foreign defence defense secretary "
    "president united states kingdom new south north east west election day news agency monday tuesday wednesday "
    "thursday friday saturday sunday january february march april june july august september october november december "
    "ministry minister affairs general army navy treaty act agreement national security council parliament congress "
    "senate pentagon systems system missile review report summit dialogue ministerial major partner "
    "indo pacific".split()
)
_SMALL = frozenset("of the for and".split())


@lru_cache(maxsize=64)
def introduced(page: Page) -> dict[str, str]:
    """Full names in the report by their last word, the first introduction of each."""
    found: dict[str, str] = {}
    for match in PERSON.finditer(page.text):
        name = match.group("name")
        words = name.split()
        if any(_is_no_name(w) for w in words) or _is_known_thing(page, match.span("name")):
            continue
        found.setdefault(words[-1], name)
    for surname, holder in holders_named(page).items():
        found[surname] = holder.person
    return found


@lru_cache(maxsize=64)
def titles(page: Page) -> list[tuple[frozenset[str], str]]:
    """The words of each title in the report and the person who bears it."""
    found = []
    for pattern in (PERSON, _TITLED_SURNAME):
        for match in pattern.finditer(page.text):
            if match.group("title"):
                name = full_name(page, match.group("name").split()[-1]) or match.group("name")
                found.append((_role_words(match.group("title")), name))
    return found


def full_name(page: Page, surname: str) -> str | None:
    """The name under which the report introduces `surname`, or None where it never does."""
    return introduced(page).get(surname)


def bearer(page: Page, role: str) -> str | None:
    """The one person of the report whose title has all the words of `role` ("the defence secretary")."""
    wanted = _role_words(role)
    names = {name for words, name in titles(page) if wanted and wanted <= words}
    return names.pop() if len(names) == 1 else None


def country_of(page: Page, person: str) -> str | None:
    """The country whose office the person is known to have held."""
    holder = holders(page.knowledge).get(person)
    return holder.country if holder else None


def _is_no_name(word: str) -> bool:
    """Common words with a capital, and words in capitals ("READ", "II"), are no parts of a person's name."""
    plain = word.strip(".")
    return plain.lower() in _NOT_A_NAME or (len(plain) > 1 and plain.isupper())


def _role_words(title: str) -> frozenset[str]:
    words = re.findall(r"[a-z]+", title.lower().replace("defense", "defence"))
    return frozenset(w for w in words if w not in _SMALL)


def _is_known_thing(page: Page, span: tuple[int, int]) -> bool:
    return any(m.start < span[1] and span[0] < m.end and m.kind != "country" for m in page.mentions) or any(
        m.start <= span[0] < m.end and m.kind == "country" for m in page.mentions
    )
