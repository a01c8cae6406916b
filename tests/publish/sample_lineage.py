"""Who took what from whom in the invented library."""

from dataclasses import replace

from secondsource.model.evidence import Reason
from secondsource.model.lineage import Lineage, Link, Passage

from .factory import change, origin, passage, stretch
from .press import COURIER, DIGEST, PULSE, STAR

REWORDED = Link(
    id="lnk-pulse",
    report="rep-pulse",
    of="rep-courier",
    relation="reworded",
    direction="determined",
    coverage=0.97,
    confidence=0.99,
    reasons=(
        Reason(rule="one-way-synonyms", detail="Names become dictionary synonyms in one direction only."),
        Reason(rule="credit", detail="Its own text credits the Meridian Courier."),
    ),
    passages=(
        passage(
            PULSE, COURIER, "Arlandia pressed", "at most $480 million.", "Arlandia pressed", "at most $480 million."
        ),
        passage(PULSE, COURIER, "Three serving officers", "said no.", "Three serving officials", "for the time being."),
        passage(PULSE, COURIER, "Two people", "vote next week.", "Two people", "vote next week."),
        passage(PULSE, COURIER, '"With a shopper', 'only about aircraft."', '"With a buyer', 'only about aircraft."'),
    ),
    changes=(
        change("phrase", PULSE, COURIER, "purchase", "to |buy"),
        change("phrase", PULSE, COURIER, "gathering", "meeting"),
        change("phrase", PULSE, COURIER, "officers verify", "officials confirm"),
        change("name", PULSE, COURIER, "Overseas Ministry", "Foreign Ministry"),
        change("phrase", PULSE, COURIER, "sale |price", "sale |worth"),
        change("phrase", PULSE, COURIER, "serving |officers", "serving |officials"),
        change("phrase", PULSE, COURIER, "titled", "named"),
        change("hedge", PULSE, COURIER, "Kestia said no|", "Kestia said no|, for the time being"),
        change("phrase", PULSE, COURIER, "the |worth of", "the |price of"),
        change("phrase", PULSE, COURIER, "final yr", "last year"),
        change("number", PULSE, COURIER, "$60 million", "$16 million"),
        change("phrase", PULSE, COURIER, "carry out", "wait for"),
        change("quote", PULSE, COURIER, "shopper", "With a |buyer"),
        change("quote", PULSE, COURIER, "an associate", "an ally"),
        change("negation", PULSE, COURIER, "This is| ", "This is| not "),
    ),
)
STITCHED = Link(
    id="lnk-digest-courier",
    report="rep-digest",
    of="rep-courier",
    relation="stitched",
    direction="determined",
    coverage=0.16,
    confidence=0.8,
    reasons=(Reason(rule="two-donors", detail="Its passages come from two reports that do not know of each other."),),
    passages=(passage(DIGEST, COURIER, "Kestia said no", "the time being.", "Kestia said no", "the time being."),),
)
STITCHED_STAR = replace(
    STITCHED,
    id="lnk-digest-star",
    of="rep-star",
    coverage=0.39,
    direction="undetermined",
    passages=(passage(DIGEST, STAR, "Kestia will go", "told Vesti.", "Kestia will go", "told Vesti."),),
)
STITCHED_UNSEEN = replace(
    STITCHED,
    id="lnk-digest-unseen",
    of=None,
    coverage=0.2,
    reasons=(Reason(rule="orphan-pronoun", detail="“He said” has nobody before it to mean."),),
    passages=(
        Passage(start=DIGEST.index("He said"), end=stretch(DIGEST, "again in spring.").end),
        Passage(start=DIGEST.index('"These matters'), end=stretch(DIGEST, "he added.").end),
    ),
)
CITES = Link(
    id="lnk-star-vesti",
    report="rep-star",
    outlet="Vesti",
    relation="cites",
    direction="determined",
    coverage=0.8,
    confidence=0.95,
    reasons=(Reason(rule="told-outlet", detail="Two sources “told Vesti”, not this paper."),),
)
DENIES = Link(
    id="lnk-ministry-courier",
    report="rep-ministry",
    of="rep-courier",
    relation="denies",
    direction="determined",
    coverage=0.5,
    confidence=0.9,
    reasons=(Reason(rule="named-denial", detail="It names the Meridian Courier's report and denies it."),),
)


ORIGINS = (
    origin(
        "courier",
        "Meridian Courier, 30 October 2020",
        "outlet",
        "Officials “confirm to the Meridian Courier”.",
        "rep-courier",
        "rep-pulse",
        "rep-digest",
    ),
    origin(
        "vesti",
        "Vesti",
        "outlet",
        "Two sources told Vesti; its own text is not here.",
        "rep-star",
        "rep-digest",
        seen=False,
    ),
    origin("wire", "Northern Wire, 6 October 2018", "agency", "The deputy prime minister told it.", "rep-wire"),
    origin("ministry", "Ministry of Defence of Kestia", "release", "The body's own statement.", "rep-ministry"),
    origin("unknown", "unknown", "unknown", "No donor was found.", "rep-digest", seen=False, established=False),
    origin(
        "foreign",
        "Report in Russian",
        "unknown",
        "Its language is not understood.",
        "rep-foreign",
        established=False,
    ),
)
LINEAGE = Lineage(links=(REWORDED, STITCHED, STITCHED_STAR, STITCHED_UNSEEN, CITES, DENIES), origins=ORIGINS)
