"""English: words of stance, gathered. Those that judge are in ``judging``, those that ask or undertake in ``asking``,
words that blame in ``blame``, events without a stance in ``events``."""

from onrecord.knowledge.languages.en.actors import ACTORS, DEMONYMS, NOT_ACTORS, SEATS, THINGS
from onrecord.knowledge.languages.en.asking import ANNOUNCE, APPEAL, COMMIT, DEMAND, PROPOSE, WARN
from onrecord.knowledge.languages.en.blame import BLAME, SPARED
from onrecord.knowledge.languages.en.deeds import DEEDS
from onrecord.knowledge.languages.en.events import BASES, EVENTS
from onrecord.knowledge.languages.en.inflect import verbs, words
from onrecord.knowledge.languages.en.judging import CONCERN, CRITICISE, DENY, OPPOSE, SUPPORT, WELCOME
from onrecord.knowledge.stance import Stance

_WHOSE = ("his", "her", "their", "its", "my")
_OWN = "we our i my we're we’re we've we’ve we’ll we'll i’m i'm i’ve i've i’ll i'll we’d we'd i’d i'd"

STANCE = Stance(
    words=(
        *SUPPORT,
        *OPPOSE,
        *CRITICISE,
        *DENY,
        *DEMAND,
        *APPEAL,
        *PROPOSE,
        *COMMIT,
        *WARN,
        *WELCOME,
        *CONCERN,
        *ANNOUNCE,
        *BLAME,
        *EVENTS,
    ),
    negators=(
        "no longer",
        "not yet",
        *words(
            "not n't n’t never no cannot neither nor without hardly isn't isn’t don't don’t doesn't doesn’t didn't didn’t can't can’t won't won’t wouldn't wouldn’t wasn't wasn’t aren't aren’t haven't hasn't hadn't shouldn't shouldn’t mustn't"
        ),
    ),
    neithers=("neither", "nor"),
    pairs=(("not only", "but"), ("not just", "but"), ("not merely", "but"), ("not simply", "but")),
    queries=words("about whether if why how what when where who"),
    routines=words("attend participate travel visit tour depart arrive chair co-host accompany"),
    holds=words("hold have host conduct deliver"),
    sessions=words(
        "meeting meetings talks discussions discussion consultations call calls dinner lunch reception lecture remarks address addresses speech keynote"
    ),
    drops=verbs("drop withdraw lift abandon retract rescind relinquish shelve revoke"),
    falses=words(
        "fake false falsehood falsehoods fabricated fabrication fabrications baseless groundless unfounded untrue fiction nonsense"
    ),
    nobodies=words("nobody no-one none no nothing"),
    opinions=verbs("think believe consider feel expect assume suppose imagine agree accept"),
    hearsay=words("claim claims report reports rumor rumors rumour rumours assertion assertions"),
    governments=words("government administration ministry cabinet delegation country nation"),
    proofs=words("true correct case evidence indication indications sign signs proof suggestion"),
    charges=words("allegation allegations accusation accusations insinuations smears"),
    onlys=(
        *("not only", "both", "in the strongest terms", "in the strongest possible terms", "without reservation"),
        *("in no uncertain terms", "in the most forceful terms", "without equivocation"),
    ),
    ifs=words("if unless were should had"),
    perils=words("""risk risks threat threats danger dangers peril perils hazard hazards vulnerability vulnerabilities crisis crises harm harms
        damage war wars conflict conflicts escalation catastrophe disaster instability confrontation violence fragmentation misuse
        abuse abuses loss losses suffering casualties plight"""),
    prospects=words("potential possibility prospect prospects likelihood chance"),
    refusals=(
        *verbs("refuse decline fail cease stop neglect"),
        "stopped short of",
        "far from",
        "reluctant to",
        "unable to",
    ),
    unreal=words("if whether unless would could might may wouldn't wouldn’t suppose supposing lest perhaps maybe"),
    hedges=words("partly partially somewhat cautiously slightly perhaps possibly broadly"),
    boosts=words("""firmly strongly resolutely categorically vehemently fiercely unequivocally totally absolutely utterly deeply gravely
        seriously solemnly sternly staunchly steadfastly bitterly harshly roundly flatly completely wholeheartedly warmly
        sharply outright"""),
    passives=words("is are was were be been being am get gets got"),
    agents=("by",),
    lights=verbs(
        "express voice convey show reaffirm reiterate declare state lodge raise make issue offer extend have register note announce underscore give send demonstrate repeat articulate share renew"
    ),
    joins=("and", "or", ",", "as well as"),
    ends=words(
        """because while whereas although though when if unless until since but so before after despite amid whilst saying adding noting according stressing including rather"""
    ),
    traps=(
        "support staff",
        "back down",
        "backs down",
        "backing down",
        "backed down",
        "supporting documents",
        "support group",
        "in support",
        "on call",
        "so-called",
        "call sign",
        "charge d'affaires",
        "in charge",
        "free of charge",
        "back home",
        "back to",
        "back in",
        "back from",
        "go back",
        "come back",
        "came back",
        "look back",
        "press conference",
        "press release",
        "press briefing",
        "press statement",
        "state of the union",
        "last will",
        "at will",
        "goes without saying",
        "no doubt",
        "in order to",
        "in order",
        "of course",
        "press secretary",
        "pass away",
        "passes away",
        "passed away",
        "passing away",
        "of concern to",
        "market access",
        "will of",
        "free will",
        "good will",
        "political will",
        "the will",
        "thanks to",
        "question mark",
        "as regards",
        "with regard to",
        "sign off",
        "signs off",
        "signed off",
        "signing off",
        *(f"{verb} {whose} credentials" for verb in ("present", "presents", "presented") for whose in _WHOSE),
    ),
    actors=ACTORS,
    not_actors=NOT_ACTORS,
    seats=SEATS,
    demonyms=DEMONYMS,
    own=words(_OWN),
    theirs=("its", "his", "her", "their"),
    things=THINGS,
    deeds=DEEDS,
    wishes=words("want wanted wants like wish wishes wished pleased glad happy proud honored honoured delighted let"),
    whens=words("today yesterday tomorrow tonight morning afternoon evening week month year now"),
    outlets=words("agency newspaper radio television tv daily weekly media report reports post times reuters xinhua"),
    bases=tuple(
        dict.fromkeys((*BASES, *(w.forms[0] for w in (*SUPPORT, *OPPOSE, *DEMAND, *APPEAL, *WARN, *CONCERN, *COMMIT))))
    ),
    spared=SPARED,
    withs=("with", "alongside"),
    relatives=("who", "which"),
    pointers=("this", "these", "those", "such", "they"),
    singular=("it", "he", "she"),
    turns=words("as than because while when if after before until since though although that"),
    homelands=("country", "nation"),
    hinders=(
        *verbs("block hinder hamper obstruct impede thwart stymie stall prevent"),
        *("stand in the way of", "stand in the way", "get in the way of", "stands in the way of"),
    ),
    linkers=("of",),
    contrasts=("not",),
    laters=("would", "wouldn't", "wouldn’t"),
    fillers=("the", "a", "an", "and", "its", "their", "our", "his"),
)
