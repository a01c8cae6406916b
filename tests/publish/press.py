"""Seven invented reports about invented countries: the words that the publish tests rest on."""

COURIER = """\
Skip to content

A Kite H-9 over the Arlan desert range. (Courier/P. Venn)

Arlandia pressed Kestia to buy armed drones at a meeting of ministers this week but came away with nothing, officials \
confirm to the Meridian Courier. The Foreign Ministry has already cleared the way for Kestia to buy 30 Kite H-9 \
drones, a sale worth at most $480 million.

Three serving officials who would not be named say that the drones came first on the list. \
Kestia said no, for the time being.

Two people close to the talks pointed to the price of the drones, which last year was roughly $16 million each. \
They say Kestia would rather wait for a larger package, but not before the vote next week.

"With a buyer like Kestia we gain an ally and a customer at once," says Tomas Varga, who teaches at Port Emeric. \
"This is not only about aircraft."

Since 2008 Arlandia has allowed arms sales of more than $20 billion to Kestia, a spokesperson says. At the meeting \
the four ministers signed the Basic Data Exchange Agreement.

Latest news
"""

PULSE = """\
Subscribe to our alerts

Arlandia pressed Kestia to purchase armed drones at a gathering of ministers this week but came away with nothing, \
officers verify to the Meridian Courier. The Overseas Ministry has already cleared the way for Kestia to buy 30 Kite \
H-9 drones, a sale price at most $480 million.

Three serving officers who would not be titled say that the drones came first on the checklist. \
Kestia said no.

Two people close to the talks pointed to the worth of the drones, which final yr was roughly $60 million each. \
They say Kestia would rather carry out a larger package, but not before the vote next week.

"With a shopper like Kestia we gain an associate and a client at once," says Tomas Varga, who teaches at Port Emeric. \
"This is only about aircraft."
"""

STAR = """\
Kestia holds to its missiles

PORT EMERIC - Kestia will go on buying S-77 air-defence systems from Sorvia whatever its partners say, two sources in \
military circles told Vesti. The agreement on the systems was reached in October 2016, and the $5 billion contract \
was signed on 5 October 2018. An exception from sanctions was made for Kestia, one of them said.

"We need the S-77 badly," the source told Vesti. "Deliveries will begin by the end of 2021."
"""

WIRE = """\
KASTRA, 6 October 2018 (Northern Wire) - Kestia and Sorvia on Friday signed a contract worth $5.43 billion for five \
regiments of S-77 air-defence systems, Deputy Prime Minister Ilya Rem told Northern Wire. Arlandia has not granted \
any waiver, an Arlandian diplomat said.
"""

DIGEST = """\
Drones and missiles: the week in arms

Kestia said no, for the time being. He said the two sides would meet again in spring.

Kestia will go on buying S-77 air-defence systems from Sorvia whatever its partners say, two sources in military \
circles told Vesti. "These matters will be settled in good time", he added.
"""

MINISTRY = """\
Ministry of Defence of Kestia
Statement, 31 October 2020

The Ministry denies the report of the Meridian Courier that Kestia has refused the Kite H-9 drones. The matter is \
under consideration and no decision has been taken.
"""

FOREIGN = """\
Кестия ведёт переговоры о беспилотниках

Министерство обороны Кестии не стало комментировать сообщения печати о сделке.
"""
