"""Which small words rewriting machines exchange, and for what: one table for tuning and another, held out.

The two share no exchange, so that what was learned from the one cannot be recognised in the other.
"""

from collections.abc import Mapping

TUNE: Mapping[str, tuple[str, ...]] = {
    "but": ("however", "yet"), "also": ("additionally", "too"), "because": ("since", "as"), "about": ("around",),
    "while": ("whilst", "whereas"), "although": ("though",), "over": ("above",), "under": ("beneath",),
    "before": ("prior to",), "after": ("following", "subsequent to"), "until": ("till",), "such": ("this kind of",),
    "many": ("numerous",), "more": ("extra", "greater"), "most": ("nearly all",), "some": ("a few", "several"),
    "will": ("is going to", "shall"), "would": ("might",), "can": ("is able to",), "could": ("might",),
    "must": ("has to",), "should": ("ought to",), "with": ("along with", "alongside"), "for": ("in favor of",),
    "from": ("out of",), "into": ("in to",), "by": ("via", "through"), "in": ("within", "inside"), "on": ("upon",),
    "at": ("by",), "who": ("that",), "which": ("that",), "when": ("while", "as soon as"), "if": ("whether",),
    "there": ("right here",), "this": ("the",), "these": ("those",), "all": ("every",), "both": ("each",),
    "only": ("just", "solely"), "very": ("extremely",), "has": ("holds",), "have": ("possess",), "had": ("possessed",),
    "been": ("turned into",), "is": ("remains",), "was": ("became",), "are": ("stay",), "were": ("had been",),
    "not": ("no longer",), "than": ("compared to",), "said": ("stated", "mentioned"), "says": ("states",),
    "told": ("informed", "advised"), "its": ("the",), "their": ("the",), "his": ("the",), "to": ("towards",),
    "and": ("as well as", "plus"), "of": ("from",), "it": ("this",), "they": ("those people",), "an": ("one",),
}  # fmt: skip
HELD_OUT: Mapping[str, tuple[str, ...]] = {
    "but": ("still", "nonetheless"), "also": ("as well", "moreover"), "because": ("seeing that", "due to the fact"),
    "about": ("roughly", "concerning"), "while": ("at the same time as",), "although": ("even though",),
    "over": ("across",), "under": ("below",), "before": ("ahead of",), "after": ("once",), "until": ("up until",),
    "such": ("like",), "many": ("a lot of", "countless"), "more": ("additional", "a lot more"),
    "most": ("the majority of",), "some": ("certain",), "will": ("can", "may well"), "would": ("will",),
    "can": ("could", "may"), "could": ("can",), "must": ("need to",), "should": ("must",),
    "with": ("together with", "having"), "for": ("intended for", "regarding"), "from": ("coming from",),
    "into": ("straight into",), "by": ("simply by", "with the aid of"), "in": ("throughout", "during"),
    "on": ("about", "relating to"), "at": ("with",), "who": ("which",), "which": ("of which",), "when": ("any time",),
    "if": ("in case",), "there": ("presently there",), "this": ("that",), "these": ("such",), "all": ("most",),
    "both": ("equally",), "only": ("merely", "simply"), "very": ("really", "quite"), "has": ("provides",),
    "have": ("include",), "had": ("got",), "been": ("already been",), "is": ("is usually",), "was": ("seemed to be",),
    "are": ("usually are",), "were": ("ended up being",), "not": ("certainly not",), "than": ("as opposed to",),
    "said": ("explained", "noted"), "says": ("claims",), "told": ("instructed",), "its": ("it's",),
    "their": ("their own",), "his": ("his or her",), "to": ("in order to", "for you to"),
    "and": ("in addition to", "and also"), "of": ("associated with",), "it": ("the item",), "they": ("these people",),
    "an": ("a good",),
}  # fmt: skip

# Words that stay as they are, or are exchanged by the tables only.
STOP = TUNE.keys() | frozenset(
    "a an the i he she him her his hers me my we us our you your them their theirs it its this that these those as so "
    "be am being been do does did doing done or nor no yes if then else up down off out again once here what whose how "
    "why where each few other own same s t d ll re ve m don won isn doesn didn one two three four five six seven eight "
    "nine ten may might shall mr mrs ms dr".split()
)
