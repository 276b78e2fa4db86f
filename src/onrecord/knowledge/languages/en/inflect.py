"""English verb forms, for word lists that would be unreadable written out.

Lives here: the regular pattern and the verbs that leave it. Not here: which verbs (``stance``, ``events``).
"""

from __future__ import annotations

_IRREGULAR = {
    "be": "is are was were been being",
    "become": "becomes became becoming", "begin": "begins began begun beginning", "bid": "bids bidding",
    "blow": "blows blew blown blowing", "break": "breaks broke broken breaking",
    "bring": "brings brought bringing", "build": "builds built building", "burn": "burns burned burnt burning",
    "buy": "buys bought buying", "catch": "catches caught catching", "choose": "chooses chose chosen choosing",
    "come": "comes came coming", "cut": "cuts cutting", "deal": "deals dealt dealing", "do": "does did done doing",
    "draw": "draws drew drawn drawing", "drive": "drives drove driven driving", "fall": "falls fell fallen falling",
    "feed": "feeds fed feeding", "feel": "feels felt feeling", "fight": "fights fought fighting",
    "find": "finds found finding", "fly": "flies flew flown flying", "forbid": "forbids forbade forbidden forbidding",
    "forgive": "forgives forgave forgiven forgiving", "get": "gets got gotten getting",
    "give": "gives gave given giving", "go": "goes went gone going", "grow": "grows grew grown growing",
    "hang": "hangs hung hanged hanging", "have": "has had having", "hear": "hears heard hearing",
    "hit": "hits hitting", "hold": "holds held holding", "hurt": "hurts hurting", "keep": "keeps kept keeping",
    "lay": "lays laid laying", "lead": "leads led leading", "leave": "leaves left leaving",
    "lend": "lends lent lending", "let": "lets letting", "lie": "lies lied lying", "lose": "loses lost losing",
    "make": "makes made making", "meet": "meets met meeting", "pay": "pays paid paying", "put": "puts putting",
    "rebuild": "rebuilds rebuilt rebuilding", "retake": "retakes retook retaken retaking",
    "rewrite": "rewrites rewrote rewritten rewriting", "ride": "rides rode ridden riding",
    "rise": "rises rose risen rising", "run": "runs ran running", "say": "says said saying",
    "see": "sees saw seen seeing", "seek": "seeks sought seeking", "sell": "sells sold selling",
    "send": "sends sent sending", "set": "sets setting", "shake": "shakes shook shaken shaking",
    "shed": "sheds shedding", "shoot": "shoots shot shooting", "shut": "shuts shutting", "sit": "sits sat sitting",
    "slay": "slays slew slain slaying", "speak": "speaks spoke spoken speaking", "spend": "spends spent spending",
    "spread": "spreads spreading", "stand": "stands stood standing", "steal": "steals stole stolen stealing",
    "stick": "sticks stuck sticking", "strike": "strikes struck striking", "swear": "swears swore sworn swearing",
    "sweep": "sweeps swept sweeping", "take": "takes took taken taking", "tell": "tells told telling",
    "think": "thinks thought thinking", "throw": "throws threw thrown throwing",
    "undergo": "undergoes underwent undergone undergoing", "undertake": "undertakes undertook undertaken undertaking",
    "uphold": "upholds upheld upholding", "win": "wins won winning",
    "withdraw": "withdraws withdrew withdrawn withdrawing", "withhold": "withholds withheld withholding",
    "write": "writes wrote written writing", "overthrow": "overthrows overthrew overthrown overthrowing",
    "foresee": "foresees foresaw foreseen foreseeing", "mislead": "misleads misled misleading",
    "withstand": "withstands withstood withstanding", "overtake": "overtakes overtook overtaken overtaking",
    "overcome": "overcomes overcame overcoming", "arise": "arises arose arisen arising",
    "bind": "binds bound binding", "breed": "breeds bred breeding", "cast": "casts casting",
    "know": "knows knew known knowing", "prove": "proves proved proven proving",
    "show": "shows showed shown showing", "bet": "bets betting", "mean": "means meant meaning",
    "understand": "understands understood understanding", "forget": "forgets forgot forgotten forgetting",
    "dream": "dreams dreamed dreamt dreaming", "read": "reads reading", "teach": "teaches taught teaching",
    "quit": "quits quitting", "beseech": "beseeches besought beseeched beseeching", "spit": "spits spat spitting",
    "sing": "sings sang sung singing", "weep": "weeps wept weeping", "wear": "wears wore worn wearing",
    "tear": "tears tore torn tearing", "bear": "bears bore borne bearing", "eat": "eats ate eaten eating",
    "drink": "drinks drank drunk drinking", "hide": "hides hid hidden hiding", "sleep": "sleeps slept sleeping",
    "foretell": "foretells foretold foretelling", "forecast": "forecasts forecasting",
    "creep": "creeps crept creeping", "cost": "costs costing", "flee": "flees fled fleeing",
}  # fmt: skip
_DOUBLED = frozenset(
    [
        "abet",
        "acquit",
        "admit",
        "allot",
        "ban",
        "bar",
        "beg",
        "bug",
        "chat",
        "chop",
        "clap",
        "club",
        "commit",
        "compel",
        "control",
        "cram",
        "crib",
        "cancel",
        "debar",
        "defer",
        "deter",
        "dig",
        "dim",
        "dispel",
        "drag",
        "drop",
        "drum",
        "embed",
        "emit",
        "equip",
        "excel",
        "expel",
        "extol",
        "fit",
        "flog",
        "forget",
        "gag",
        "grab",
        "grin",
        "gun",
        "handicap",
        "hem",
        "incur",
        "infer",
        "jam",
        "jog",
        "kidnap",
        "knit",
        "lag",
        "lap",
        "mob",
        "mop",
        "nag",
        "nod",
        "occur",
        "omit",
        "outbid",
        "patrol",
        "pat",
        "permit",
        "pin",
        "plan",
        "plot",
        "plug",
        "pop",
        "prefer",
        "prod",
        "propel",
        "rap",
        "ravage",
        "rebut",
        "recur",
        "refer",
        "regret",
        "remit",
        "rid",
        "rip",
        "rob",
        "rub",
        "rip",
        "scrap",
        "scrub",
        "ship",
        "shop",
        "skip",
        "slam",
        "slap",
        "slip",
        "snap",
        "snub",
        "stab",
        "star",
        "stem",
        "step",
        "stir",
        "stop",
        "strip",
        "submit",
        "sum",
        "tap",
        "tip",
        "top",
        "transfer",
        "transmit",
        "trap",
        "trek",
        "trim",
        "trip",
        "tug",
        "wed",
        "wrap",
        "zip",
        "aver",
        "blog",
        "brag",
        "concur",
        "demur",
        "dub",
        "fret",
        "jab",
        "kid",
        "quip",
        "rib",
        "shrug",
        "sob",
    ]
)


def verb(lemma: str) -> tuple[str, ...]:
    """Every form of a verb; of a phrase ("call_for", "put_forward"), the forms of its first word.

    >>> verb("deny")
    ('deny', 'denies', 'denied', 'denying')
    >>> verb("put_forward")
    ('put forward', 'puts forward', 'putting forward')
    """
    first, _, rest = lemma.replace("_", " ").partition(" ")
    forms = (first, *_IRREGULAR[first].split()) if first in _IRREGULAR else _regular(first)
    return tuple(f"{form} {rest}" if rest else form for form in forms)


def _regular(lemma: str) -> tuple[str, ...]:
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        stem = lemma[:-1]
        return lemma, stem + "ies", stem + "ied", lemma + "ing"
    third = lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    if lemma.endswith("ee"):
        return lemma, third, lemma + "d", lemma + "ing"
    if lemma.endswith("e"):
        return lemma, third, lemma + "d", lemma[:-1] + "ing"
    stem = lemma + lemma[-1] if lemma in _DOUBLED else lemma
    if lemma.endswith(("avel", "ancel", "abel", "ignal", "uel")):
        return lemma, third, lemma + "ed", lemma + "ing", lemma + "led", lemma + "ling"
    return lemma, third, stem + "ed", stem + "ing"


def verbs(lemmas: str) -> tuple[str, ...]:
    """Every form of every verb of a list."""
    return tuple(form for lemma in lemmas.split() for form in verb(lemma))


def words(text: str) -> tuple[str, ...]:
    """The words of a list set apart by white space."""
    return tuple(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a list set apart by semicolons or line ends."""
    return tuple(" ".join(p.split()) for p in text.replace("\n", ";").split(";") if p.strip())
