"""The control: filled templates of any size, annotated as the corpus is. What training on them gives, it must beat."""

import random

from training.corpus import Annotated, States, Voice

_STATES = "Norway Chile Kenya Japan Peru Oman Greece Ghana Spain Jordan Brazil Finland Latvia Qatar Egypt".split()
_MAKERS = "Germany Sweden France Italy Israel Turkey Canada Poland".split()
_ITEMS = (
    "Leopard 2A7 tanks|Gripen E fighters|Caesar howitzers|NASAMS batteries|Bayraktar TB2 drones|Spike missiles|"
    "Patria AMV vehicles|Mistral 3 missiles|C-390 transport aircraft|PULS launchers|patrol boats|artillery shells"
).split("|")
_SPEAKERS = "the defence ministry|a senior official|two people familiar with the talks|the manufacturer".split("|")
_CUES = "said", "announced", "told reporters", "confirmed"
_DAYS = "on Monday", "on Thursday", "last week", "in March", "in 2021"
_PLANS = "in 2027", "next year", "by 2030"
_STEPS = {
    "requested": ("has asked for", "{r} has asked for {n} {i} from {s} {d}"),
    "offered": ("offered", "{s} offered {n} {i} to {r} {d}"),
    "cleared": ("cleared the sale of", "{s} cleared the sale of {n} {i} to {r} {d}"),
    "approved": ("approved the purchase of", "{r} approved the purchase of {n} {i} from {s} {d}"),
    "selected": ("selected", "{r} selected {n} {i} from {s} {d}"),
    "negotiating": ("is in talks over", "{r} is in talks over {n} {i} with {s} {d}"),
    "agreed": ("agreed to buy", "{r} agreed to buy {n} {i} from {s} {d}"),
    "signed": ("signed a contract for", "{r} signed a contract for {n} {i} with {s} {d}"),
    "ordered": ("ordered", "{r} ordered {n} {i} from {s} {d}"),
    "delivering": ("received the first of", "{r} received the first of {n} {i} from {s} {d}"),
    "delivered": ("delivered", "{s} delivered {n} {i} to {r} {d}"),
    "refused": ("refused to sell", "{s} refused to sell {n} {i} to {r} {d}"),
    "suspended": ("suspended the sale of", "{s} suspended the sale of {n} {i} to {r} {d}"),
    "cancelled": ("cancelled its order for", "{r} cancelled its order for {n} {i} from {s} {d}"),
    "deferred": ("postponed the purchase of", "{r} postponed the purchase of {n} {i} from {s} {d}"),
    "resumed": ("resumed the delivery of", "{s} resumed the delivery of {n} {i} to {r} {d}"),
}
_PLANNED = "The {i} will be delivered {p}."
_PRICE = "The deal is worth ${v} million, {w} {c}."
_DENIAL = "{r} has not signed a contract, {w} {c}."


def templates(sentences: int, seed: int = 1) -> list[Annotated]:
    """Reports of two to four filled sentences, until there are `sentences`."""
    chance = random.Random(seed)  # noqa: S311
    found: list[Annotated] = []
    written = 0
    while written < sentences:
        report = _report(chance, len(found))
        written += report.text.count("\n") + 1
        found.append(report)
    return found


def _report(chance: random.Random, number: int) -> Annotated:
    status = chance.choice(list(_STEPS))
    trigger, frame = _STEPS[status]
    fill = {
        "r": chance.choice(_STATES),
        "s": chance.choice(_MAKERS),
        "i": chance.choice(_ITEMS),
        "n": str(chance.randint(2, 90)),
        "d": chance.choice(_DAYS),
        "p": chance.choice(_PLANS),
        "v": str(chance.randint(20, 900)),
        "w": chance.choice(_SPEAKERS),
        "c": chance.choice(_CUES),
    }
    lines = [f"{frame}, {{w}} {{c}}.".format(**fill)]
    says = [_voice("a", 1, fill)]
    roles = {"supplier": f"1|{fill['s']}", "recipient": f"1|{fill['r']}", "item": f"1|{fill['i']}"}
    step = {"trigger": f"1|{trigger}", "status": status, "quantity": f"1|{fill['n']}", "date": f"1|{fill['d']}"}
    states = [States(kind="transfer", voice="a", **step, **roles)]
    if chance.random() < 0.5:
        lines.append(_PLANNED.format(**fill))
        item, date = f"{len(lines)}|{fill['i']}", f"{len(lines)}|{fill['p']}"
        step = {"trigger": f"{len(lines)}|delivered", "status": "delivered", "modality": "planned"}
        states.append(States(kind="transfer", **step, **(roles | {"item": item}), date=date))  # type: ignore[arg-type]
    if chance.random() < 0.5:
        lines.append(_PRICE.format(**fill))
        says.append(_voice("b", len(lines), fill))
        states[0] = _priced(states[0], f"{len(lines)}|${fill['v']} million")
    if chance.random() < 0.3:
        lines.append(_DENIAL.format(**fill))
        says.append(_voice("c", len(lines), fill))
        trigger = f"{len(lines)}|signed"
        states.append(States(kind="transfer", trigger=trigger, status="signed", polarity="negated", voice="c", **roles))
    name = f"template-{number}"
    text = "\n".join(lines)
    return Annotated(id=name, style="wire", story=name, text=text, says=tuple(says), states=tuple(states))


def _voice(name: str, line: int, fill: dict[str, str]) -> Voice:
    unnamed = not fill["w"].startswith("the ")
    return Voice(id=name, speaker=f"{line}|{fill['w']}", cue=f"{line}|{fill['c']}", anonymous=unnamed)


def _priced(states: States, value: str) -> States:
    states.value, states.basis = value, "total"
    return states
