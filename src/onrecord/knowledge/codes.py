"""Coding standards: the acts, their PLOVER and CAMEO codes, and the rungs of the strength ladder.

Lives here: names, codes, one-line definitions of our own, and where a rung comes from. Not here: words (``languages``).
Names of PLOVER categories and numbers of CAMEO are those of the published code books; the definitions are ours.
"""

from __future__ import annotations

from typing import Final

ACTS: Final = (
    "support", "oppose", "criticise", "deny", "demand", "appeal",
    "propose", "commit", "warn", "welcome", "concern", "announce",
)  # fmt: skip

DEFINITIONS: Final = {
    "support": "backs, advocates or upholds a measure, an institution or an order",
    "oppose": "is against; says that something should not be",
    "criticise": "says that another did wrong",
    "deny": "says that a claim is untrue",
    "demand": "calls on a named actor to do or stop something",
    "appeal": "calls for something in general, without an addressee",
    "propose": "puts something forward",
    "commit": "says that it will do something",
    "warn": "names consequences or countermeasures",
    "welcome": "receives with approval; thanks and praise",
    "concern": "says that it is worried or regrets",
    "announce": "makes known a measure of its own or an act it took",
}

# act -> (PLOVER category, CAMEO code); PLOVER has no category for a stated stance or an announcement
CODES: Final[dict[str, tuple[str | None, str]]] = {
    "support": ("SUPPORT", "051"),
    "oppose": ("REJECT", "120"),
    "criticise": ("ACCUSE", "111"),
    "deny": ("REJECT", "016"),
    "demand": ("REQUEST", "100"),
    "appeal": ("REQUEST", "020"),
    "propose": ("AGREE", "036"),
    "commit": ("AGREE", "030"),
    "warn": ("THREATEN", "130"),
    "welcome": ("SUPPORT", "051"),
    "concern": (None, "012"),
    "announce": (None, "010"),
}

PLOVER: Final = {
    "AGREE": "agrees, promises or plans to work together",
    "CONSULT": "meets, visits or talks",
    "SUPPORT": "backs, praises or defends in words or by diplomatic acts",
    "CONCEDE": "yields, eases or releases",
    "COOPERATE": "works together in fact: joint acts, trade, shared intelligence",
    "AID": "gives money, goods, troops for protection or shelter",
    "RETREAT": "gives up ground, arms or a fight",
    "REQUEST": "asks, urges or demands",
    "ACCUSE": "blames, condemns or investigates",
    "REJECT": "refuses or is against",
    "THREATEN": "says it will harm or punish",
    "PROTEST": "demonstrates, strikes or riots",
    "SANCTION": "cuts or reduces relations or aid, puts under sanctions",
    "MOBILIZE": "raises or moves forces",
    "COERCE": "arrests, seizes, restricts or suppresses",
    "ASSAULT": "attacks, kills or wounds",
}

STATEMENT: Final = "STATEMENT"  # our name for CAMEO 01 where PLOVER has no category

# the first two digits of a CAMEO code -> PLOVER category (None: PLOVER left statements out)
ROOTS: Final[dict[str, str | None]] = {
    "01": None, "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID",
    "08": "CONCEDE", "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST",
    "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip

# one scale for every language; 0 in the lexicon means the rung of the act
RUNGS: Final = {
    1: "takes note, informs: no stance beyond the fact",
    2: "hopes, encourages, suggests; is attentive",
    3: "calls for, supports, welcomes, expresses concern",
    4: "urges, opposes, criticises, expresses serious concern; pledges",
    5: "demands, firmly opposes, deplores, rejects; warns of consequences",
    6: "condemns, denounces; announces countermeasures",
}

ACT_RUNG: Final = {
    "support": 3, "oppose": 4, "criticise": 4, "deny": 4, "demand": 4, "appeal": 3,
    "propose": 2, "commit": 4, "warn": 5, "welcome": 3, "concern": 3, "announce": 1,
}  # fmt: skip

# key -> the published source of a rung
SOURCES: Final[dict[str, str]] = {
    "un-editorial": "United Nations Editorial Manual Online, Resolutions and other formal decisions: operative verbs",
    "nicolson": "Harold Nicolson, Diplomacy (1939): the graded phrases of diplomatic understatement",
    "cameo": "CAMEO Event and Actor Codebook 1.1b3 (2012), with Goldstein (1992)",
    "godwin-miller": "Paul H. B. Godwin and Alice L. Miller, China's Forbearance Has Limits: Chinese Threat and "
    "Retaliation Signaling (INSS China Strategic Perspectives 6, 2013)",
}
