"""What is done to reports: printed again, edited, cut, reworded by a small machine, put together. Nothing by chance."""

import re
from itertools import zip_longest

from secondsource.knowledge import load
from secondsource.knowledge.words import load_words
from secondsource.lineage.alignment import Aligned, align
from secondsource.lineage.fingerprints import Fingerprint, fingerprint
from secondsource.lineage.page import Page
from secondsource.lineage.sides import Side
from secondsource.lineage.vocabulary import Vocabulary
from secondsource.model.report import Report
from secondsource.text.tokens import low_words

# A small rewording machine: what it has a word for, it swaps, and it knows nothing else.
_SWAPS = """\
able=capable|about=approximately|added=appended|agreed=concurred|agreement=accord|air=aerial|aircraft=plane
already=previously|also=additionally|although=albeit|anybody=anyone|appeal=entreaty|army=military|arrive=appear
asked=inquired|assisted=aided|bank=financial institution|barrels=casks|battery=artillery|because=since|began=commenced
bigger=larger|bill=invoice|board=panel|boat=craft|boats=crafts|borrowed=lent|both=each|bought=bought up|bring=deliver
bringing=delivering|brought=delivered|budget=finances|building=edifice|built=constructed|buy=purchase
buying=shopping for|called=referred to|cannot=can not|cast=forged|chief=boss|close=shut|closed=shut|come=arrive
comes=arrives|committee=board|company=corporation|confirmed=showed|contract=agreement|cost=value|costs=fees
counted=numbered|country=nation|course=route|covers=encompasses|crew=group|crews=teams|crowd=throng|decided=determined
decision=choice|declined=refused|defence=protection|deliver=supply|delivered=provided|delivery=shipping|diesels=motors
director=manager|door=entrance|doubt=uncertainty|drives=pushes|due=owing|emphasised=underlined|ended=finished
engine=motor|engineers=technicians|engines=motors|entered=penetrated|equipment=gear|every=each|expected=anticipated
expects=anticipates|experts=specialists|export=exportation|father=dad|fault=fallacy|figure=determine|firm=company
first=initial|fitted=geared up|five=5|flying=soaring|forces=powers|found=discovered|four=4|free=loose|fuel=gas
gathering=accumulating|general=wellknown|gift=present|government=authorities|granted=allowed|group=organization
growing=developing|gun=firearm|guns=firearms|half=1/2|halted=stopped|hand=arm|hands=arms|head=pinnacle
helicopters=choppers|hired=employed|holding=preserving|home=house|however=but|hull=husk|income=earnings
insisted=asserted|job=task|jobs=occupations|just=simply|kept=saved|knew=recognised|know=realize|known=recognized
last=closing|later=afterward|launchers=throwers|lawyer=attorney|lawyers=attorneys|leads=results in|learned=discovered
leave=go away|left=departed|letter=missive|licence=permission|lives=exists|local=neighborhood|long=lengthy
longer=lengthier|looked=appeared|lost=misplaced|made=fabricated|maintenance=upkeep|maker=producer|margins=edges
matters=subjects|mayor=civic leader|members=individuals|mill=plant|minister=parson|ministers=clergymen
ministry=service|missiles=rockets|money=cash|months=calendar months|named=known as|navy=naval force|need=require
never=by no means|new=brand new|news=information|night=nighttime|nine=9|nobody=no person|noted=stated
nothing=not anything|number=quantity|offer=provide|offered=supplied|officer=legit|officers=officials|official=legit
officials=officers|often=frequently|old=antique|once=as soon as|only=best|operates=works|opposition=resistance
order=command|ordered=commanded|orders=commands|other=different|others=different people|own=personal|paid=compensated
paint=colour|papers=documents|parliament=legislature|parts=components|paying=buying|people=humans|petition=request
piece=part|plans=intends|presses=squeezes|price=charge|problem=hassle|producer=manufacturer|production=manufacturing
programme=application|promise=pledge|promised=pledged|purchase=acquire|put=positioned|questions=inquiries
quieter=calmer|received=obtained|refused=declined|replace=update|reserves=shares|retired=resigned|right=proper
road=avenue|rounds=bullets|ruling=decision|said=mentioned|sale=auction|says=mentions|seal=sealing|second=2d
seen=visible|sell=promote|sent=despatched|settled=resolved|shared=pooled|shells=cartridges|ship=deliver|shipment=cargo
shipyard=dockyard|ships=vessels|shipping=transport|shown=proven|signed=inked|signing=marking|signature=autograph
simulator=test system|six=6|sold=bought|sound=noise|spare=extra|spent=expended|stamp=postage|stand=arise
started=commenced|station=depot|stations=depots|submarine=sub|sum=amount|supply=deliver|support=help|sure=certain
take=take away|tanks=reservoirs|telephone=phone|tell=inform|ten=10|third=1/3|three=3|thought=idea|told=informed
torpedo=bomb|town=metropolis|trade=exchange|training=schooling|trawler=boat|treasury=coffers|trials=trails
tried=attempted|turned=became|union=affiliation|unions=affiliations|until=till|used=used to be|valley=vale
vehicles=automobiles|vessel=boat|vessels=boats|visits=trips|wants=desires|war=conflict|watched=noticed
watching=looking|water=liquid|week=7 days|wing=flank|winter=wintry weather|woman=lady|women=ladies|won=gained
word=phrase|words=phrases|work=paintings|workers=people|workshop=atelier|workshops=studios|worth=really worth
wrote=penned|year=12 months|years=many years|young=youthful|advertiser=promoter|bulletin=notice|courier=messenger
dispatch=despatch|lantern=lamp|letter=missive|mail=post|packet=parcel|quarterly=3-monthly|reader=peruser
tribune=platform|watch=guard
"""
# What a bolder machine swaps besides.
_SMALL = """\
after=following|all=every one|and=in addition to|before=earlier than|between=amongst|but=however|by=by means of
from=out of|have=possess|his=his own|if=in case|into=in to|like=resembling|many=numerous|may=would possibly|more=extra
most=maximum|must=ought to|on=at|over=throughout|so=thus|some=a few|than=as compared to|that=which
their=their very own|they=these|under=beneath|very=extremely|was=used to be|were=had been|when=whilst|which=that
who=that|will=is going to|with=along with|without=with out|would=may
"""
SWAPS = dict(pair.split("=") for line in _SWAPS.splitlines() for pair in line.split("|"))
BOLD_SWAPS = SWAPS | dict(pair.split("=") for line in _SMALL.splitlines() for pair in line.split("|"))
_LETTERS = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"(?<=[.!?\"”])\s+(?=[A-Z\"“])")
_VOCABULARY = Vocabulary(load_words())


def spun(text: str, *, boldly: bool = False) -> str:
    """Every word that the machine knows swapped; order and everything else kept."""
    swaps = BOLD_SWAPS if boldly else SWAPS

    def swap(match: re.Match[str]) -> str:
        instead = swaps.get(match.group().lower(), match.group())
        return instead[0].upper() + instead[1:] if match.group()[0].isupper() else instead

    return _LETTERS.sub(swap, text)


def edited(text: str) -> str:
    """As a night desk edits: the last sentence cut, "said" and "will" put otherwise."""
    shorter = text.rstrip()
    shorter = shorter[: [m.start() for m in _SENTENCE_END.finditer(shorter)][-1]]
    return shorter.replace(" said", " has said").replace(" will be ", " is to be ").replace("However, ", "")


def excerpt(text: str) -> str:
    """The first half, in whole paragraphs."""
    parts = paragraphs(text)
    return "\n\n".join(parts[: (len(parts) + 1) // 2])


def stitched(*texts: str) -> str:
    """A page that changes between texts, paragraph by paragraph."""
    rows = zip_longest(*(paragraphs(text) for text in texts))
    return "\n\n".join(part for row in rows for part in row if part)


def paragraphs(text: str) -> list[str]:
    return [part for part in text.strip().split("\n\n") if part]


def plain(text: str, name: str = "plain", **about: str) -> Report:
    """A report that no reader has looked at: its text, whatever it is, and nothing else but what is given."""
    return Report(id=name, source=name, url=None, text=text, sha256="", reader="plain-text", **about)  # type: ignore[arg-type]


def side(text: str) -> Side:
    """A text as comparisons take it."""
    return Side(Page(plain(text), load()), _VOCABULARY)


def grams_of(text: str) -> Fingerprint:
    return fingerprint(low_words(text), _VOCABULARY)


def laid(left: str, right: str) -> list[Aligned]:
    return align(side(left).written, side(right).written)


def both_sides(left: str, right: str) -> list[tuple[str, str]]:
    """The passages that two texts share, as printed on either side."""
    ours, theirs = side(left), side(right)
    return [
        (ours.text[slice(*ours.span(p.start, p.end))], theirs.text[slice(*theirs.span(p.of_start, p.of_end))])
        for p in align(ours.written, theirs.written)
    ]
