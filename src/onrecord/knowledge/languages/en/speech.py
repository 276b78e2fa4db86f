"""English: words of reporting."""

from onrecord.knowledge.language import Speech


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


SAY = _words("""
opined posited intoned chimed interjected mused ventured theorized theorised reasoned chided scoffed snapped fumed gushed
boasted boasts bragged posted posts texted emailed blogged echoed echoes concurred countered counters rebutted protested
objected advised advises counseled instructed pleaded prayed vented recounts narrated relayed relays forecast foresees
summarized summarised teased warns guessed reckons reckoned contending asserts alleging swears testifies lamenting
hinting speculating complaining predicting proclaiming
responding replying continuing concluding recommending boasting joking tweeting cautioning conceding maintaining
said say says saying told tell tells telling stated stating added add adds adding asked ask asks asking
wrote write writes writing noted note notes noting announced announce announces announcing argued argue argues arguing
continued explained explain explains explaining acknowledged acknowledge acknowledges acknowledging
declared declare declares declaring insisted insist insists insisting warned warn warns warning
claimed claim claims claiming replied reply replies replying responded responds
concluded conclude concludes concluding recalled recall recalls recalling predicted predict predicts predicting
revealed reveal reveals revealing indicated indicate indicates indicating confirmed confirm confirms confirming
admitted admit admits admitting conceded concede concedes conceding contended contend contends
asserted assert asserts asserting maintained maintains alleged allege alleges alleging
stressed stress stresses stressing emphasized emphasised emphasize emphasise emphasizes emphasises emphasizing emphasising
highlighted highlights highlighting reiterated reiterate reiterates reiterating observed observes observing
remarked remarks remarking commented comments commenting complained complain complains complaining joked jokes joking
lamented laments quipped quips cautioned caution cautions cautioning estimated estimate estimates estimating
recounted hinted hints hinting promised promises promising pledged pledge pledges pledging vowed vow vows vowing
denied deny denies denying affirmed affirm affirms affirming reaffirmed reaffirms reaffirming assured assures assuring
proclaimed proclaims recommended recommend recommends recommending suggested suggest suggests suggesting
repeated repeats speculated speculates tweeted tweets tweeting testified testifies underscored underscores underscoring
underlined underlines underlining retorted exclaimed shouted pointed points pointing reported reports reporting
expressed clarified clarifies clarifying elaborated disclosed discloses disclosing agreed agree agrees agreeing
described describes describing reminded reminds reminding informed informs informing signaled signalled signals
implied implies implying proposed proposes proposing ruled swore swears wondered wonders mentioned mentions mentioning
""")

THINK = _words("""
doubts doubted suspects suspected presumes presumed assumes assumed supposes supposed imagines imagined understands
understood noticed sees saw realizes realised recognizes recognized remembers remembered learned learns proves proved
suggests suggested indicates
believed believe believes believing thought think thinks thinking hoped hope hopes hoping feared fear fears fearing
expected expect expects expecting decided decides found finds showed shows showing knew knows assessed assesses
worried worries considered considers felt feels realized learned
""")

STANCE = _words("""
accused accuse accuses accusing blamed blame blames blaming called call calls calling urged urge urges urging
demanded demand demands demanding wants wanted requested request requests requesting encouraged encourages
encouraging advocated advocates advocating threatened threatens threatening
""")

ACTS = _words("""
criticized criticised criticize criticise criticizes criticises criticizing criticising praised praises
praising condemned condemn condemns condemning opposed oppose opposes opposing endorsed endorse endorses
endorsing rejected reject rejects rejecting dismissed dismisses dismissing denounced denounce denounces
denouncing slammed slams blasted blasts welcomed welcome welcomes welcoming thanked thanks thanking applauded
applauds applauding deplored deplores rebuked hailed hails questioned questions refused refuse refuses
refusing
""")

SPEECH = Speech(
    marks=(("“", "”"), ('"', '"'), ("''", "''"), ("‘", "’"), ("«", "»")),
    say=SAY,
    think=THINK,
    stance=STANCE,
    acts=ACTS,
    doubtful=_words("""
    claim claims report reports note notes comment comments remarks points promise promises pledge pledges vow vows
    estimate estimates estimated tweets tweet hints signals jokes stress stresses highlights conclude mentions caution
    cautions hope hopes fear fears thought finds found shows showed feels felt worries worried stating reported
    expected considered agreed pointed call calls demand demands request requests questions thanks wants wanted
    continued proposed maintained decided promising described learned blame repeated
    """),
    traps=("made a response", "reported plan", "so-called", "needless to say", "that is to say"),
    pronouns=_words("he she they"),
    offices=_words("""
    spokesperson spokesman spokeswoman president premier chancellor minister secretary ambassador chairman chairwoman
    chair commissioner director governor senator representative envoy consul counselor counsellor chief king queen
    prince emir sultan pope deputy head leader official officials delegate
    """),
    complementizers=_words("that whether how why what if when where which"),
    according=("according to", "in the words of"),
    honorifics=_words("""
    mr mrs ms miss dr sir lord lady prof professor the hon hon. honourable honorable excellency his her h.e. mp gen
    general admiral col capt assoc rev
    """),
    auxiliaries=_words("""
    has have had is are was were be been being will would could should can may might must did does do also then later
    further repeatedly again not never reportedly once often just already still only recently previously simply publicly
    privately both all therefore thus strongly firmly always even now rightly clearly who first
    """),
    stops=_words("""
    and but or that which who whom whose when where while because as if although though since so than whether what how
    why after before until for in on at by to from with about of into against during under over between through amid
    """),
    determiners=_words("""
    the a an his her its their our this that these those some many most several both two three another other any each
    """),
    openers=_words("but and yet however meanwhile also moreover then still so separately earlier later instead"),
    outlets=("news agency", "news service", "newspaper", "television", "tv", "radio", "broadcaster", "agency", "daily"),
    asks=("ask", "asked", "asks"),
    speeches=("remarks by", "statement by", "speech by", "address by", "remarks of", "statement of", "keynote by"),
    joins=("of", "for", "at"),
    adverbs=("ly",),
    objects=("to", "of"),
    infinitive=("to",),
    blame=("of",),
    neuter=("it", "you", "there", "it’s", "it's", "they’re", "he’s", "she’s"),
    bare=_words("""
    say said says saying add adds added argue argues argued claim claims claimed believe believes believed think thinks
    thought hope hopes hoped insist insists insisted say suggests suggested fear fears feared warned warns predicted
    predicts acknowledged concluded
    """),
    addressed=_words("""
    told tell tells telling informed informs informing reminded reminds reminding assured assures assuring warned warns
    asked asks
    """),
    first=_words("i we our us"),
    plain=("that",),
    participles=("ing",),
)
