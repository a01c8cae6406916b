"""Invented reports on invented deals by invented outlets, in several voices of the press."""

from dataclasses import dataclass

from secondsource.model.report import Report
from tests.lineage.press import report


@dataclass(frozen=True)
class Invented:
    """A report; `told` says that its text claims access of its own."""

    name: str
    outlet: str
    published: str
    title: str
    told: bool
    text: str

    def report(self, *, dated: bool = True) -> Report:
        about = {"title": self.title, "outlet": self.outlet} | ({"published": self.published} if dated else {})
        return report(self.text, self.name, **about)


# A broadsheet's front page.
FRIGATES = Invented(
    name="frigates",
    outlet="Hallam Packet",
    published="2025-03-03",
    title="Portugal Settles on Dutch Yard for Four Frigates",
    told=True,
    text="""\
LISBON, March 3 - Portugal has settled on a shipyard in the Netherlands for four new frigates, three people with \
knowledge of the decision told the Hallam Packet, ending a contest that outlived two defence ministers and one yard.

The ships will replace a class that has spent more days in dock than at sea since 2019. The navy had asked for five; \
the treasury found money for four and an option on the fifth, which must be taken up before the end of 2028.

"We are not buying the cheapest hull on the table, we are buying the one that will be there when it is called," said \
Commodore Duarte Valadim, who leads the programme office. He would not say what the rival from Ferrol had offered.

A letter to the losing bidder, dated Feb. 24 and seen by the Hallam Packet, puts the price of the first ship at 612 \
million euros with its missiles and 540 million without them. The later ships are to cost less, because the drawings \
will have been paid for once.

Unions at the Alfeite arsenal, where the old ships are kept alive by crews who know every rivet, said they had been \
promised the maintenance for thirty years and had nothing on paper. Their spokeswoman, Inês Corte, called the silence \
of the ministry "a strange way to thank people who work through Christmas". The contract goes to the court of \
auditors in May, and keel laying is planned for the spring after next.
""",
)

# A wire's flat tone.
HOWITZERS = Invented(
    name="howitzers",
    outlet="Meridian Dispatch",
    published="2025-04-11",
    title="Estonia orders 18 howitzers from South Korean maker",
    told=True,
    text="""\
TALLINN, April 11 - Estonia has signed a contract for 18 self-propelled howitzers with a maker in South Korea, an \
official of the procurement centre told the Meridian Dispatch on Friday.

The contract is worth 186 million euros and covers spare parts, training for 140 gunners and ammunition trucks. \
Delivery of the first six guns is due in October 2026 and the last will arrive in 2028, the official said.

Parliament was informed on Thursday behind closed doors. Two members who attended said the committee had raised no \
objection, though one asked why the barrels could not be made in Europe.

"Our gunners fired the thing for two winters on the range at Tapa and brought back a list of eleven complaints, and \
the factory has answered ten of them," Major Rein Kuusk, who ran the trials, said by telephone.

Estonia already operates 18 of the guns, which it bought second-hand and had refitted. The new ones come with a \
longer mount, a quieter generator and a loader that works at 30 degrees below zero.

The maker did not answer a request for comment. Its shares closed up 2.4 percent in Seoul. Latvia and Finland are \
watching the purchase, according to the official, and a common depot for parts near Valga has been discussed but not \
agreed. A decision on the depot is not expected before the autumn.
""",
)

# A tabloid.
DRONES = Invented(
    name="drones",
    outlet="Daily Lantern",
    published="2025-05-20",
    title="SHED LOAD OF TROUBLE",
    told=False,
    text="""\
Bungling defence chiefs have splashed out on 64 spy drones that cannot fly in the RAIN.

The eye-watering 91 million pound order was rushed through in January after top brass saw the gadgets zip about a \
sunny airfield in Turkey. Now the first dozen are gathering dust in a shed in Wiltshire because water gets into the \
camera and fogs it up like a bathroom mirror.

Furious squaddies have been told to keep them indoors if the sky looks grey. In Wiltshire. One wag at the base has \
hung a brolly over the hangar door with a sign that reads "essential kit".

Retired artillery man Colin Habberley, 71, who lives beside the wire, said: "I have counted three flights since \
Easter and one of those ended up in my neighbour's beans. My grandson has one from the market that does better."

The Ministry insisted last night that the problem affects only an early batch. It said a new seal costing 40 pounds a \
piece would be fitted by August, and that the maker in Ankara would pick up the bill. It would not say what happens \
if there is a war on a wet Tuesday.

Taxpayers' champion Dilys Marrow fumed: "You could not make it up. They bought a kite that melts." A further 32 of \
the flying duds are on order for next year.
""",
)

# A trade journal.
TRAINERS = Invented(
    name="trainers",
    outlet="Rotor and Spar Quarterly",
    published="2025-02-14",
    title="Chile narrows trainer contest to two",
    told=True,
    text="""\
The Chilean Air Force has narrowed its contest for a basic trainer to two turboprops and expects to select one of \
them in the third quarter, the head of its evaluation team told Rotor and Spar Quarterly at the Punta Cordero air \
meeting.

The requirement is for 24 aircraft with a simulator, a ground-based training suite and fifteen years of support \
against a flight-hour guarantee. The type that it replaces entered service in 1982 and is limited to 3.5 g after \
cracks were found in the wing attachment of eight airframes.

Colonel Ernesto Yáñez-Rubio declined to name the finalists. It is understood that the jet-powered candidate was set \
aside in November on operating cost, and that a third turboprop fell out because its ejection seat cannot be adjusted \
for crew below 48 kg, which would exclude a fifth of the present intake.

"Price is forty percent of the mark and the flying is thirty, and the rest is who will still answer the telephone in \
2040," he said.

Offset is set at 70 percent of contract value. ENAER would assemble the last 16 aircraft at El Bosque and build the \
tailplane for all of them. A budget of USD 290 million has been entered for the years to 2031, although the finance \
ministry has yet to release the first tranche. Bidders have until 30 April to submit a best and final offer, and \
demonstration flights at altitude are to follow from Iquique in June.
""",
)

# A local paper.
SHELLS = Invented(
    name="shells",
    outlet="Tarn Valley Advertiser",
    published="2025-06-05",
    title="Foundry to cast shells again",
    told=True,
    text="""\
The old Brackmoor foundry will cast shell bodies again for the first time since 1968, bringing back 210 jobs to a \
valley that has lost its pit, its mill and, last autumn, its bank.

Managers broke the news to staff in the canteen on Tuesday. The order is for 96,000 empty bodies in the 155 \
millimetre calibre over four years, and they will be filled in the Czech Republic before going on to Ukraine.

"I cried, and I am not ashamed to say so," shift leader Maureen Tollit told the Tarn Valley Advertiser. "My dad \
poured the last one here and kept it by the fire for a doorstop."

Not everybody is glad. The Reverend Ifor Penhale said that he would pray for the workers and against the work, and a \
petition with 340 names was handed to the town hall. Councillors voted nine to four to waive the business rates for \
the first eighteen months, provided that forty of the jobs go to people under twenty-five.

Production manager Gethin Rourke said that two of the furnaces had been kept oiled and turned over every month by a \
pensioner with a key, and would be lit in September. The bigger of the two presses has to come from Brno by sea, as \
it will not fit under the railway bridge at Tarnfoot. The company hopes to double the number if the Danish \
government, which is paying for the first year, comes back for more.
""",
)

# A magazine feature.
SUBMARINE = Invented(
    name="submarine",
    outlet="The Long Watch",
    published="2025-01-18",
    title="The Boat That Nobody Would Sign For",
    told=True,
    text="""\
On a wet pier in Kiel there lies a submarine that belongs, depending on whom one asks, to Greece, to Indonesia, to a \
bank in Bremen or to the rain.

She was laid down in 2013 for Athens, which ran out of money; she was painted for Jakarta, which ran out of patience; \
and in December, according to a memorandum that was shown to this magazine, she was promised to the navy of Peru at a \
price that would not buy a middling office block in Lima.

"A submarine without a navy is the loneliest machine I know," says Volkmar Tiedge, who has looked after her for nine \
years with a crew of six and a dog. He starts the diesels on the first Monday of every month. He has kept the torpedo \
tubes greased with his own hands.

The Peruvians came in November, eleven of them, and spent two days tapping at the hull. They found the batteries \
dead, as one would, and 14 valves that had never been opened. What they offered, the memorandum says, was 128 million \
euros in seven payments, the batteries to be new and the dog to stay behind.

Nobody at the yard will say that the thing is done. The export licence was asked for on 9 January and the ministry in \
Berlin takes its time. A first crew of 32 is to begin lessons at Eckernförde after Easter, if there is a signature by \
then, and if the boat, which has waited twelve years for someone, can wait a little longer.
""",
)

# State news.
RADAR = Invented(
    name="radar",
    outlet="Steppe Morning Bulletin",
    published="2025-07-08",
    title="Kazakhstan receives first radar under contract with Spain",
    told=False,
    text="""\
ASTANA, July 8. A first long-range radar built under contract with Spain was solemnly handed over to the air defence \
forces of Kazakhstan at a ceremony attended by veterans, cadets and representatives of the public.

Deputy Minister of Defence Major General Serik Abdrakhimov noted in his address that the station detects targets at a \
distance of up to 470 kilometres and fully meets the tasks set by the leadership of the country. "Today our sky \
becomes clearer and our sleep calmer," he emphasised.

In all, five such stations will be delivered under the contract, which was concluded in 2022 on the margins of an \
international exhibition. Two will be assembled by specialists of the domestic industry from units supplied by the \
partner. The share of local content will gradually be brought to 35 percent.

The head of the delegation of the manufacturer, Joaquín Belloso, thanked the hosts for their traditional hospitality \
and recalled that more than 60 Kazakh engineers had completed training in Aranjuez. He was presented with a national \
robe.

At the end of the event the guests were shown a demonstration in which a training aircraft was found within 9 \
seconds. The second station is expected to be placed on duty by the end of the year in the west, and the remaining \
ones in the course of 2026 and 2027. The cost of the contract was not disclosed.
""",
)

# A business brief with opinion.
ENGINES = Invented(
    name="engines",
    outlet="Ledger and Quay",
    published="2025-08-27",
    title="Heard on the quay: engines for Indian trainers",
    told=True,
    text="""\
Investors in Volter Aero, the Brno maker of small turbines, have learned to be wary of good news from Delhi. Four \
times since 2016 the group has announced that a contract for trainer engines was about to close, and four times it \
has not.

This time may be different. Volter is to supply 220 engines to Hindustan Aeronautics for 395 million dollars, a \
person on the Czech side of the table told Ledger and Quay, with a quarter of the sum paid on signing. The two sides \
have initialled the price schedule and are arguing about the law under which they would sue each other.

The shares, at 31 crowns, trade on less than eight times next year's profit. That is what a market pays for promises. \
Yet if the order comes, half of it would drop into the accounts before the end of 2027 and the debt that came with \
the purchase of a Polish gearbox firm would be gone a year later.

"We have hired the people, we have not hired the champagne," finance chief Radka Smolíková told analysts on Tuesday.

There are two reasons for doubt. Hindustan wants the hot section made in Bengaluru from the 81st engine onwards, \
which would take the best margins with it. And a rival in Bordeaux has offered to lend the money. Volter cannot lend \
anybody anything. Buy the shares by all means, but keep the receipt.
""",
)

# A Q&A and explainer.
MISSILES = Invented(
    name="missiles",
    outlet="Northern Plain Reader",
    published="2025-09-15",
    title="Five questions on the coastal missiles",
    told=False,
    text="""\
What has Bulgaria agreed to? To take three batteries of coastal missiles from Norway, each with four launchers, and a \
stock of 48 rounds. The memorandum was put on the cabinet's table on Wednesday and approved within the hour.

What will it cost? The cabinet speaks of 217 million leva, of which a third is a gift. The opposition says that the \
figure leaves out the lorries, the radios and the new road to Cape Shabla, and puts it at 305 million.

When do they come? Not soon. The maker in Kongsberg has sold all that it can build until the end of 2027. A single \
battery could be borrowed from the Norwegian navy next summer so that crews have something to practise on.

Who is against it? Fishermen, mostly. "They close the bay on Fridays for exercises as it is, and the turbot does not \
read the notice," said Stamen Karaivanov, who chairs the cooperative at Balchik. The mayor of Kavarna wants to know \
why nobody asked him.

What happens next? Parliament has to ratify the memorandum by the tenth of November. The coalition has a majority of \
two and one of its members is in hospital. Should it fail, the offer lapses and the batteries go to the next in line, \
said to be Romania, which has asked twice. The defence minister, Elena Doncheva, has said that she would resign \
rather than go back to Oslo with empty hands.
""",
)

# Radio, in the spoken style.
HELICOPTERS = Invented(
    name="helicopters",
    outlet="Radio Harmattan",
    published="2025-10-02",
    title="Senegal grounds its new helicopters",
    told=True,
    text="""\
Good evening. They were bought to bring doctors to the villages of the Casamance, and tonight all five of them stand \
on the grass in Thiès with covers over their rotors.

Radio Harmattan has learned that Senegal has stopped flying the helicopters that it received from Poland in the \
spring. A mechanic found metal shavings in the oil of one gearbox on the nineteenth of September. Then he opened a \
second, and a third.

"I put the filter on the commander's desk and I said, my colonel, count them yourself," the mechanic, Ousseynou Faty, \
told our reporter. He counted twenty-three.

The five aircraft cost 71 million dollars together. There is a warranty, and it runs for 600 hours or for two years. \
The oldest machine has flown 188. A team of four from Świdnik landed in Dakar on Monday night with new gearboxes in \
wooden crates, and they have asked for ten days.

The opposition deputy Aminata Sow-Guèye wants to see the contract. She says it was never put to tender. The armed \
forces answer that there was no time, that the floods were coming, that children were drowning in Bignona while \
papers were stamped in the capital.

And the floods did come. Last week in Ziguinchor a woman was carried for six hours on a door. Her name is Khady, and \
she and her daughter are well. The next delivery, of three more helicopters, is due in January. Nobody in Thiès could \
tell us tonight whether anybody still wants them.
""",
)

# An analyst's note.
TANKS = Invented(
    name="tanks",
    outlet="Carpathian Security Letter",
    published="2025-11-12",
    title="Slovakia and the 104 tanks: what was signed and what was not",
    told=True,
    text="""\
What Slovakia signed in Munich last week is a letter, and a letter is not a tank. It reserves places for 104 vehicles \
in the production plan of a German maker and commits Bratislava to nothing until a contract follows, a negotiator for \
the buyer told the Carpathian Security Letter.

The reservation costs 12.5 million euros. The sum is lost if no order has been placed by 30 June, and counted against \
the price if one has. We have read the two pages; they contain the word "intends" seven times.

Three matters are open. The first is the gun: the general staff wants the longer barrel, which would add 900 \
kilograms and two months. The second is the workshop at Martin, whose owners expect to weld every hull after the \
thirtieth and have been told that they may paint them. The third is money. At 1.9 billion euros the purchase would \
take up more than the whole sum for new equipment in three of the next five years.

"The ministry is shopping for a cathedral with the budget of a chapel," remarked Pavol Hrúz, a retired inspector \
general who advised the former government.

Our reading is that fewer than 60 will ever be ordered. Hungary followed the same path in 2018, reserving more than \
it bought, and lost nothing by it but a little pride. The elections of 2027 will decide the matter sooner than any \
board of officers.
""",
)

# A regional daily's second-hand report.
PATROL = Invented(
    name="patrol",
    outlet="Coral Strait Mail",
    published="2025-12-01",
    title="Patrol boats for Fiji held up by paint",
    told=False,
    text="""\
SUVA - Two patrol boats that Australia promised to Fiji have been kept at the yard in Henderson for seven weeks \
because the paint on their bottoms is coming off in sheets.

The navy said in a statement on Sunday that the boats were sound and that the fault had been found on a routine dive. \
It expects both in Suva before the cyclone season is at its height. A third, which is half built, will be coated with \
a different make.

The boats are 39.5 metres long and carry a crew of 23. They come as a gift, together with fuel for the first year and \
an instructor for each engine room. Nobody has put a figure on the gift; similar boats were valued at 15 million \
dollars each when Tonga was given two.

"A free horse may still be lame," the member for Lomaiviti, Ratu Josefa Nabou, told the house to laughter. He asked \
for a list of everything else that had been found by divers.

Illegal fishing has grown since the last of the old boats was tied up in March. Fishery officers counted 46 foreign \
vessels in the northern waters in October alone, by aeroplane, and could do nothing but wave. The government has \
hired a tug from Lautoka for the worst weeks. Its skipper, Mere Tuilagi, says she has turned back nine longliners \
with a loudhailer and a bad temper.
""",
)

# A legal-minded daily.
RIFLES = Invented(
    name="rifles",
    outlet="Westmark Tribune",
    published="2025-03-28",
    title="Court halts rifle shipment to Ecuador",
    told=True,
    text="""\
An administrative court in Klagenfurt has halted the export of 7,300 assault rifles from Austria to Ecuador, holding \
that the licence was granted on an assurance which nobody in Vienna had read.

The ruling, a copy of which was given to the Westmark Tribune by a lawyer for the plaintiffs, runs to 58 pages. It \
finds that the certificate of end use named a police regiment that was disbanded in 2021, and that the officer who \
signed it had retired the year before.

"The authority saw a stamp and took it for an answer," presiding judge Hannelore Mooslechner wrote.

The rifles are worth some 14 million euros and stand in 365 crates at a forwarder's in Villach. The maker, which \
employs 190 people in Ferlach, said that it had acted in good faith and would appeal within the four weeks allowed. \
It has already been paid two thirds of the price.

The suit was brought by a parish, a doctors' association and a widow from Guayaquil whose son was shot with a weapon \
of the same make. It is the first time that an outsider has been let into such proceedings in Austria, and lawyers on \
both sides expect the question of standing to go to the constitutional court.

Quito's embassy said the paperwork was in order when it was sent. It added that a new certificate, made out to the \
customs guard, had been posted on Monday.
""",
)

# An op-ed-like report from a rival capital.
UPGRADE = Invented(
    name="upgrade",
    outlet="Levant Evening Courier",
    published="2025-04-30",
    title="Morocco to refit its transports in Jordan",
    told=True,
    text="""\
AMMAN - Morocco will send 12 ageing transport aircraft to Jordan to be rewired, re-engined and given glass cockpits, \
the director of the workshops at Marka told the Levant Evening Courier over sweet tea and under the wing of one.

The agreement, worth 164 million dollars, was put in writing on 17 April after two years of visits. Each aircraft \
will take eleven months and four can be worked on at once. Jordanian crews will fetch them from Kenitra and bring \
them back.

"They could have gone to France and paid three times as much for the view," the director, Brigadier Nidal Qutaishat, \
said with a smile.

It is the largest order that the workshops have ever had. They began in 1971 with a lathe and a borrowed generator, \
and made their name by keeping other people's museum pieces in the air. Some 85 engineers will be hired, a third of \
them women from the university in Irbid.

The engines come from Canada, which has given its consent for all but the last four; those need a new paper, because \
the first runs out in 2029. The cockpits are put together by a firm in Dubai that prefers not to be named. Morocco \
keeps the right to walk away after the third aircraft if the vibration in the tail, a fault as old as the type, has \
not been cured.
""",
)

# An official release, and two reporters who were at the ceremony and print its words.
RELEASE = Invented(
    name="release",
    outlet="Ministry of Defence of Uruguay",
    published="2025-05-06",
    title="Signing of the contract for ocean patrol vessels",
    told=True,
    text="""\
PRESS RELEASE

Montevideo, 6 May 2025. The Ministry of Defence of Uruguay today signed the contract for two ocean patrol vessels of \
the Charrúa class with the Cardoza shipyard in Vigo, Spain. The value of the contract is 83.4 million euros.

The vessels measure 86 metres, carry a helicopter of up to eleven tonnes and remain at sea for forty days. They will \
be delivered in March 2027 and in January 2028. The contract includes the training of two crews of 38 and spare parts \
for six years.

The Minister, Dr Alejandra Pintos, stated: "For the first time in a generation the Republic will see what happens in \
its own sea, and those who empty it at night will know that they are seen."

The Ministry thanks the parliamentary committee that accompanied the procedure, and the fourteen bidders of nine \
countries who took part in it. The documents of the procedure can be consulted at the Ministry on working days.
""",
)
SIGNING = Invented(
    name="signing",
    outlet="Rio Abajo Chronicle",
    published="2025-05-07",
    title="A ship at last, says the navy",
    told=True,
    text="""\
The sailors had pressed their whites and the minister was late. When she came, in a borrowed car because her own \
would not start, Uruguay bought itself two warships before lunch.

The ships will be built at Vigo and are meant for the long chase after squid poachers beyond the shelf, a hunt that \
the navy now conducts from the shore with binoculars. "For the first time in a generation the Republic will see what \
happens in its own sea, and those who empty it at night will know that they are seen," Alejandra Pintos said.

Captain Bruno Etchart, who will command the first of them, told the Rio Abajo Chronicle that he had waited nineteen \
years for a deck that did not leak. He has asked for cabins with windows and been refused.

Outside the gate some forty pensioners from the merchant fleet beat pots. They want the pier that the new ships will \
need, and say that it was theirs. The argument will be settled by a judge, probably in July. A trawler owner in the \
crowd, asked what he thought, spat neatly into the dock.
""",
)
NOTICE = Invented(
    name="notice",
    outlet="Platense Business Daily",
    published="2025-05-07",
    title="Vigo yard wins Uruguayan order after third tender",
    told=True,
    text="""\
Spain's Cardoza yard closed its biggest export order in six years on Tuesday, beating bids from France and China with \
a promise to take back the navy's three oldest hulls for scrap.

Two earlier tenders, in 2019 and 2022, had collapsed over guarantees. This time the yard lodged a bond with a bank in \
Zürich, its commercial head, Brais Louzao, told Platense Business Daily, and agreed to a penalty of 40,000 euros for \
every week of delay. "We would sooner eat the ship than deliver it late," he joked.

Financing runs over twelve years at 3.1 percent with a state guarantee. Economists at the Banco del Sur reckon that \
the debt adds less than a tenth of a point to the deficit, and less if coffee-coloured squid really can be taxed.

The minister spoke of poachers rather than of money: "For the first time in a generation the Republic will see what \
happens in its own sea, and those who empty it at night will know that they are seen." Shares of the yard's parent \
rose four percent in Madrid. Analysts had expected the French to win.
""",
)

HONEST = (
    FRIGATES, HOWITZERS, DRONES, TRAINERS, SHELLS, SUBMARINE, RADAR, ENGINES, MISSILES, HELICOPTERS, TANKS, PATROL,
    RIFLES, UPGRADE,
)  # fmt: skip
EVERY = (*HONEST, RELEASE, SIGNING, NOTICE)
TOLD = tuple(r for r in HONEST if r.told)

# A page cut together from ten stories, two sentences or three of each.
SCRAPS = """\
A beekeeper in the Wachau has trained her hives to ignore tourists. The secret is smoke and a scarf soaked in vinegar, \
which she hangs on the gate each morning.

Borrowers at the savings cooperative of Oruro must bring two guarantors from June. Interest on seed loans stays at \
nine percent, and arrears are to be read out on the radio.

The goalkeeper saved three penalties with a broken thumb. His mother watched through her fingers from the ninth row of \
the east stand.

Archaeologists digging beneath a car park in Gdynia have lifted a Swedish anchor. It weighs as much as a small \
elephant and will be bathed in salts until Easter.

Rents in the old quarter have doubled since the tram was extended. A florist moved her shop into a van and parks it \
wherever the wardens are lazy.

Volcanologists on Réunion have named a fumarole after a cook. Her stew, they say, bubbles at the same pitch.

A lawsuit over the recipe for marzipan pigs enters its eleventh year in Lübeck. The judge has put on six kilos.

Passengers of the night sleeper to Varna may bring dogs from Tuesday, muzzled and on a leash. Cats need a cage, and \
parrots a written promise.

Students in Leuven have printed a violin out of flax and glue. Played in the cathedral it sounded like a wasp in a \
bottle, but the glue has held.

Surgeons in Kumasi now warm blood in a converted incubator meant for chicks. It holds nine bags and never overheats.
"""
