"""Seams: signs that a page was put together from several articles whose donors are not in the library.

An article introduces whom it quotes. A page cut from several leaves speakers behind that nobody introduced, and
pronouns whose person was cut away; and no thread of names and rare words runs through it. One sign alone is no seam,
unless the thread is missing altogether.
"""

import re
from dataclasses import dataclass

from secondsource.knowledge.words import load_words
from secondsource.lineage.cohesion import Cohesion, cohesion
from secondsource.lineage.page import Page
from secondsource.model.evidence import Reason
from secondsource.model.lineage import Passage
from secondsource.text.sentences import paragraphs

# Of 1,940 articles of the BBC none shows both a stranger and an orphan, .6 % no thread, or a weak one with one of the
# two; of pages stitched from them .83 to .94 do (docs/method/lineage.md).
MIN_STRANGERS = 1
MIN_ORPHANS = 1
# A thread this weak is a sign beside a stranger or an orphan, and none alone.
WEAK_THREAD = 0.6
_SAYS = (
    r"(?:said|says|added|adds|noted|notes|explained|explains|remarked|warned|told|asserted|opined|insisted|argued|"
    r"stated|stressed|admitted|declared|joked|replied|continued)"
)
_SPEAKS = re.compile(
    rf"(?:[\"'],?\s+|(?:^|[.!?\"']\s+))(?:Mr |Mrs |Ms |Miss )?(?P<name>[A-Z][a-z]{{2,30}})\s+{_SAYS}\b", re.MULTILINE
)
_ACCORDING = re.compile(r"\b[Aa]ccording to (?P<name>[A-Z][a-z]{2,30})\b(?! [A-Z]|'s)")
_PRONOUN = re.compile(rf"(?:[\"'],?\s+(?P<after>he|she)|^(?P<opening>He|She))\s+{_SAYS}\b")
_SPEAKER = re.compile(
    rf"(?:\b[A-Z][\w'.-]{{1,30}}\s+(?:(?!{_SAYS}\b)[\w,'.-]{{1,30}}\s+){{0,10}}?{_SAYS}\b)"
    rf"|(?:{_SAYS}\s+[A-Z]\w+)|\b[Aa]ccording to [A-Z]"
)
_PERSON = re.compile(r"\b(?:[A-Z][a-z]{1,30}|[A-Z]\.)\s+(?:[A-Z]\.?\s+)?[A-Z][a-z]{2,30}")
_ROLE = re.compile(
    r"\b(?:the|a|an|another|one|his|her|its|our|their)\s(?:[\w'-]{1,30}\s){0,4}?(?:minister|president|officer|general|"
    r"colonel|chief|secretary|director|professor|chairman|chairwoman|head|leader|judge|lawyer|coach|captain|author|singer|"
    r"actor|man|woman|player|boss|founder|mother|father|star|owner|editor|senator|congressman)\b",
    re.IGNORECASE,
)
# So many different speakers are looked at on one page.
MAX_SPEAKERS = 200
# Words that stand where a speaker stands and are nobody's surname.
_NOBODY = frozenset(
    "he she they it we you i both but and all some many others this that police labour congress".split()
)
# A 'he' after a paragraph that names more people than this, none of whom speaks, points at none of them.
MAX_ANTECEDENTS = 2
# Words before a surname that introduce nobody; those who were introduced are Mr and Ms from then on.
_EMPTY = frozenset(
    "mr mrs ms miss the a an of with by to from and or that for in on at as when while said says told but if because "
    "than after before which where who whom both between against about over under until since though although so "
    "then yet however also adds added according is was are were be been has had have will would like not only".split()
)
_QUOTED = re.compile(r"\"[^\"\n]*\"?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seams:
    """The seams of a page, as passages, and what they are in words.

    They are `sure` where people and pronouns were cut away; that no thread runs through a page is a caution only, for
    dense prose that never says a thing twice shows it too.
    """

    sure: bool
    passages: tuple[Passage, ...]
    reasons: tuple[Reason, ...]


def seams(page: Page, *, access: bool = False) -> Seams | None:
    """The seams of a page, or None where there are too few to call it stitched.

    Args:
        page: the page.
        access: whether it was told things itself; then a hand of its own wrote it, however many matters it tells of.
    """
    orphans, strangers = _orphans(page), _unintroduced(page)
    thread = None if access or page.report.segments else cohesion(page, load_words())
    signs = (len(orphans) >= MIN_ORPHANS) + (len(strangers) >= MIN_STRANGERS)
    torn = thread is not None and (thread.is_scattered or (signs > 0 and thread.score > WEAK_THREAD))
    if signs < 2 and not torn:
        return None
    reasons = [_no_thread(thread)] if torn and thread is not None else []
    reasons += [
        Reason(rule="speaker-without-introduction", detail=f"{name} speaks and was never introduced")
        for name in sorted({page.folded[s:e] for s, e in strangers})
    ]
    if orphans:
        saying = "sentence is" if len(orphans) == 1 else "sentences are"
        detail = f"{len(orphans)} {saying} given to a 'he' or 'she' nobody names"
        reasons.append(Reason(rule="orphan-pronoun", detail=detail))
    places = sorted(strangers + orphans) or [(page.body[0].start, page.body[-1].end)]
    return Seams(sure=signs > 1, passages=tuple(Passage(start=s, end=e) for s, e in places), reasons=tuple(reasons))


def _no_thread(thread: Cohesion) -> Reason:
    widest = round(thread.widest * thread.sentences)
    detail = (
        f"no thread runs through it: the name or rare word that comes back most stands in {widest} of "
        f"{thread.sentences} sentences"
    )
    return Reason(rule="no-thread", detail=detail)


def _unintroduced(page: Page) -> list[tuple[int, int]]:
    """The first place where each speaker speaks whom the page names by the surname alone."""
    text = page.folded
    known = [(m.start, m.end) for m in page.mentions]
    leaders = {fact.surname for fact in page.knowledge.facts}
    groups = [pattern for pattern, _ in page.knowledge.phrases_of("anonymous-role")]
    found: dict[str, tuple[int, int]] = {}
    seen: set[str] = set()
    for match in sorted([*_SPEAKS.finditer(text), *_ACCORDING.finditer(text)], key=lambda m: m.start("name")):
        name, (start, end) = match.group("name"), match.span("name")
        if len(seen) >= MAX_SPEAKERS or name in seen:
            continue
        seen.add(name)
        if name in leaders or page.is_hidden(start) or any(s < end and start < e for s, e in known):
            continue
        if name.lower() in _NOBODY or re.search(rf"\b{name.lower()}\b", text):
            continue
        if name.endswith("s") or any(pattern.fullmatch(name) for pattern in groups):
            continue  # several people, or a company, more often than one of that name
        if not _introduced(name, text):
            found[name] = (start, end)
    return sorted(found.values())


def _introduced(name: str, text: str) -> bool:
    """Whether the page says anywhere who `name` is: by a first name, a title, an office or an apposition."""
    if re.search(rf"\b{name}(?:,|\s\(|\s-)\s?(?:aged|a|an|the|who|whose|from|of|[A-Z\d])", text):
        return True
    for match in re.finditer(rf"(?<![\w.'-])(?P<word>[\w.'-]{{1,40}}),?\s+{name}\b", text):
        word = match.group("word").rstrip(".'")
        if word.lower() not in _EMPTY and not word.isdigit() and (len(word) > 1 or word.isupper()):
            at_sentence_end = match.group("word").endswith(".") and len(word) > 3
            if not at_sentence_end:
                return True
    return False


def _orphans(page: Page) -> list[tuple[int, int]]:
    """Pronoun speakers with nobody to stand for in their own paragraph or the one before."""
    text = _without_names(page)
    found = []
    voiced = False
    for start, end in paragraphs(text):
        if page.is_hidden(start):
            continue
        plain = _unquoted(text[start:end])
        named = [m.end() for pattern in (_SPEAKER, _PERSON, _ROLE) if (m := pattern.search(plain))]
        someone = min(named, default=len(plain))
        pronouns = [m.span(m.lastgroup or 0) for m in _PRONOUN.finditer(text[start:end])]
        orphans = [(start + s, start + e) for s, e in pronouns if not voiced and s < someone]
        found += orphans
        people = len({m.group() for m in _PERSON.finditer(plain)} | {m.group() for m in _ROLE.finditer(plain)})
        voiced = bool(_SPEAKER.search(plain)) or 0 < people <= MAX_ANTECEDENTS or (bool(pronouns) and not orphans)
    return found


def _without_names(page: Page) -> str:
    """The text with the known names of things in lower case: "Compatibility and Security Agreement" is nobody."""
    parts, reached = [], 0
    for mention in page.mentions:
        if mention.strong and mention.kind not in ("body", "country", "outlet", "maker"):
            parts += [page.folded[reached : mention.start], page.folded[mention.start : mention.end].lower()]
            reached = mention.end
    return "".join([*parts, page.folded[reached:]])


def _unquoted(text: str) -> str:
    """The text with its quotations blotted out, in the same number of characters."""
    return _QUOTED.sub(lambda m: '"' * len(m.group()), text)
