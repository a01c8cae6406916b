"""The words of a saying as they were said: without editors' brackets, marks and small words, and laid side by side."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz.distance import LCSseq

from secondsource.text.tokens import Token, words

# What an editor puts into another's words.
_BRACKETED = re.compile(r"\[[^\[\]\n]{0,120}\]")
_DESIGNATION = re.compile(r"[A-Z]{1,4}-\d+\w{0,3}")
# Words that say nothing of their own, and those that reported speech puts in or exchanges ("will" for "would").
_SMALL = frozenset(
    "a an the this that these those and or but nor so as at by for from in into of off on onto out over per than then "
    "there to up upon via with within i me my mine we us our ours you your yours he him his she her hers it its they "
    "them their theirs who whom whose which what am are be been being is was were do does did done has have had having "
    "will would shall should can could may might must not no n't also just very too here now when while if because "
    "said say says saying told tell tells added adds according s t re ve ll d m i'm i've i'll i'd we're we've we'll "
    "we'd they're they've they'll they'd it's that's there's he's she's don't doesn't didn't won't wouldn't can't "
    "couldn't shouldn't isn't aren't wasn't weren't haven't hasn't hadn't".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A run of words on each side, by word number, `end` exclusive; `same` where they are word for word alike."""

    start: int
    end: int
    of_start: int
    of_end: int
    same: bool


def spoken(text: str) -> list[Token]:
    """The words of a saying; what stands in square brackets is an editor's and left out.

    A designation with its hyphen is one word, as a number with its separators is.
    """
    bare = _BRACKETED.sub(lambda found: " " * len(found.group()), text)
    found: list[Token] = []
    for word in words(bare):
        last = found[-1] if found else None
        if last and _DESIGNATION.fullmatch(bare, last.start, word.end):
            found[-1] = Token(f"{last.text}{bare[last.end : word.start]}{word.text}", last.start, word.end)
        else:
            found.append(word)
    return found


def is_small(word: str) -> bool:
    """Whether a word in small letters tells one saying from another no better than any."""
    return word in _SMALL


def content_words(text: str) -> tuple[str, ...]:
    """The words of a saying in small letters, without the small words."""
    return tuple(low for token in spoken(text) if not is_small(low := token.low))


def longest_run(one: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """Where the longest run of words that stands in both begins in the first, and of how many words it is."""
    found = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return found.a, found.size


def side_by_side(one: Sequence[str], other: Sequence[str]) -> list[Stretch]:
    """Two runs of words laid out by their longest common subsequence, what differs between alike words as one."""
    joined: list[Stretch] = []
    for op in LCSseq.opcodes([w.lower() for w in one], [w.lower() for w in other]):
        same = op.tag == "equal"
        last = joined[-1] if joined and joined[-1].same == same else None
        start, of_start = (last.start, last.of_start) if last else (op.src_start, op.dest_start)
        joined[-1 if last else len(joined) :] = [
            Stretch(start=start, end=op.src_end, of_start=of_start, of_end=op.dest_end, same=same)
        ]
    return joined
