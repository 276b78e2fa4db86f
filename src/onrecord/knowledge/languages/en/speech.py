"""English: words of reporting."""

from onrecord.knowledge.language import Speech, Syntax
from onrecord.knowledge.languages.en import verbs as lemmas
from onrecord.knowledge.languages.en.inflect import verbs


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


SAY = (*verbs(lemmas.SAY), "guessed", "foresees")
THINK = verbs(lemmas.THINK)
STANCE = (*verbs(lemmas.WANT), *verbs(lemmas.BLAME))
ACTS = verbs(lemmas.ACT)

# Cues that are nouns too, and those that are adjectives or stand before "by" and "to" as passives.
NOUNS = """
claim claims report reports note notes comment comments remark remarks point points promise promises pledge pledges vow
vows estimate estimates tweet tweets hint hints signal signals joke jokes stress stresses highlight highlights mention
mentions caution cautions hope hopes fear fears thought find finds show shows worry worries call calls demand demands
request requests question questions thanks want wants blame post posts email emails blog blogs echo echoes counter
object objects reason reasons brief text texts quip boast boasts brag answer answers response query queries state states
rule rules detail details doubt doubts forecast forecasts guess figure figures judge judges suspect suspects dream
dreams bet bets dread plan plans order orders offer offers press challenge challenges petition petitions lobby aim aims
wish wishes beg urge urges protest protests lament cry cries reply replies retort address submit posit alert alerts
project projects vent vents rally supply july italy monopoly anomaly instruct counsel charge charges experience interest concern concerns issue issues measure measures account confess
concur feel means teaching reading writing feeling meaning finding findings saying hearing understanding warning
warnings meeting offering lobbying planning rail snap tell
"""
# Past forms without "ed", and third persons that are more often plural nouns.
PAST = """
had did went came got made took gave kept held put set ran sat stood lay fell rose left lost won met paid sent spent
built brought bought caught fought led spoke broke became drove flew grew threw drew wore tore bore ate drank rode
hid sold slept fed fled lent dealt quit began sang spat wept is are was were
"""
PASTS = ("thought", "felt", "found", "knew", "saw", "heard", "understood", "swore", "sought", "forgot")
PLURALS = """
visits uses votes moves results costs names needs increases reduces funds issues works helps stops turns looks signs
forces returns releases causes offers cuts runs sets plays talks walks tries hates loves likes rides drinks feeds sells
deals casts holds attempts drives falls fires starts whispers screams jokes laughs smiles sighs sobs labels brands
strikes shoots beams lectures calls rebukes welcomes attacks questions protests gestures orders quotes demands offers
urges requests threats barks roars howls puts reads shouts yells growls grins nods chants
"""
ADJECTIVES = """
estimated felt worried stating reported expected considered agreed pointed continued proposed maintained decided
promising described learned repeated stated alleged known projected submitted expressed determined calculated
established demonstrated required intended planned ordered offered preferred challenged ensured forecasted leading
"""

FINITE = tuple(
    sorted(
        {
            form
            for form in (*verbs(lemmas.OTHER), *ACTS, *verbs(lemmas.VOICE))
            if form.endswith(("ed", "s")) or form in PAST.split()
        }
        - set(PLURALS.split())
    )
)

SYNTAX = Syntax(
    verbs=FINITE,
    nouns=_words(NOUNS),
    be=_words("is are was were be been being am i’m he’s she’s it’s they’re we’re i'm he's she's it's they're we're"),
    moods=_words("convinced worried concerned determined prepared committed surprised pleased hoping agreed"),
    relatives=_words("who which"),
    persons=("who",),
    conjoins=("and",),
    similes=("as",),
    origins=("from",),
    papers=_words("""
    statement letter email e-mail emails ad ads advert memo release tweet tweets post note message video article op-ed
    report column sign signs editorial paper document press interview speech comments remarks brief briefing call
    text book poster posters banner banners placards ruling opinion affidavit complaint lawsuit petition resolution
    """),
    infinitive_links=_words("on"),
    subordinators=_words("when while after before as if since because although though once until"),
    nominal=_words("""
    claim claims statement statements belief beliefs fear fears concern concerns idea notion argument arguments assertion
    assertions allegation allegations accusation accusations suggestion suggestions view opinion hope hopes promise pledge
    vow warning warnings report reports rumor rumors rumour rumours announcement conclusion prediction predictions
    speculation case point complaint complaints insistence recognition sense impression doubt doubts assurance assurances
    admission acknowledgment acknowledgement confirmation declaration revelation revelations worry worries expectation
    expectations contention assumption perception suspicion suspicions theory comment comments remark remarks reminder
    realization message charge charges confidence conviction feeling guarantee denial understanding caveat
    """),
    attitudes=_words("""
    clear sure certain confident aware convinced worried concerned afraid optimistic hopeful skeptical sceptical adamant
    doubtful proud glad happy pleased sorry surprised disappointed unaware mindful fearful insistent plain unlikely
    positive frustrated alarmed thrilled grateful encouraged
    """),
    owners=_words("his her its their my our your whose"),
    told=_words("me you him her us them reporters journalists"),
    articles=("a", "an"),
    pasts=tuple(w for w in (*SAY, *THINK, *STANCE) if w.endswith(("ed", "said", "told", "wrote")) or w in PASTS),
    wants=(*verbs(lemmas.WANT), *verbs(lemmas.BLAME), *verbs("claim decide profess tell volunteer")),
    adverbials=_words(
        "out earlier last this late early via yesterday today tonight again exactly just once back online"
    ),
    objects_of=_words("from of about for with against into upon by"),
    finite=_words("""
    has have had is are was were will would could should can may might must did does do cannot hasn’t haven’t hadn’t
    isn’t aren’t wasn’t weren’t won’t wouldn’t couldn’t shouldn’t can’t didn’t doesn’t don’t hasn't haven't hadn't isn't
    aren't wasn't weren't won't wouldn't couldn't shouldn't can't didn't doesn't don't
    """),
    empty=_words("""
    nothing something anything everything so yes no little much more less goodbye hello thanks sorry farewell grace such
    otherwise as than out up down off aloud again too either one anyone someone everyone
    """),
    cuts=_words("although though while whereas despite which but prompting even"),
    perfect=_words("known seen shown proven written forgotten foreseen sung begun taken given"),
    quantifiers=_words("some many most several both all these those others each few none another"),
    speakers=_words("""
    official individual professional public critic executive representative detective relative republic general rival
    tribunal journal council local criminal principal cardinal capital hospital panel model federal national liberal
    radical clinic mechanic academic medic sceptic skeptic agnostic native operative ally family daily weekly monthly
    assembly body everyone everybody someone somebody anyone anybody nobody one others man woman people police press
    government company report study survey poll industry staff source police command neither either none who
    """),
    adjectival=("al", "ic", "ful", "ous", "ive", "able", "ible", "less", "ly", "est"),
    counting=_words("least most about half two three four five ten a one"),
    objective=_words("me us him them am i"),
    doers=("by",),
    possessors=_words("his her their"),
    collectives=_words("data media people police women men children staff"),
    manner=("as",),
    past_endings=("ed",),
    durations=_words(
        "day week month year decade hour minute moment morning evening night afternoon weekend summer winter time"
    ),
    naming=verbs(
        "call describe label dub brand characterize characterise portray depict cast cite hail praise denounce dismiss"
    ),
    displays=verbs("show indicate reveal suggest"),
    studies=_words("""
    poll polls survey surveys study studies data records results figures statistics numbers analysis average report reports
    findings research census document documents filing filings photo photos footage video videos image images
    """),
    refuses=verbs("refuse decline"),
    tellings=_words("""
    comment say tell elaborate answer respond reply name identify disclose reveal specify discuss explain expand speculate
    speak talk confirm deny clarify divulge describe predict estimate named identified quoted interviewed drawn
    """),
    posts=_words("""
    embassy consulate mission ministry office delegation representative diplomat attache bureau branch agency court worker
    resident correspondent envoy
    """),
    givings=_words("give provide offer make go share release add take"),
    told_things=_words("""
    comment comments detail details information specifics name names reason reasons explanation figure figures number
    numbers answer answers interview interviews statement statements timeline question questions
    """),
    ready=_words("likely able quick ready willing going eager unable unwilling reluctant keen about prepared happy"),
)

SPEECH = Speech(
    marks=(
        ("“", "”"),
        ("“", '"'),
        ("“", "“"),
        ('"', '"'),
        ('"', "”"),
        ("''", "''"),
        ("‘", "’"),
        ("«", "»"),
        ("„", "“"),
        ("„", "”"),
        ("``", "''"),
    ),
    say=SAY,
    think=THINK,
    stance=STANCE,
    acts=ACTS,
    voice=verbs(lemmas.VOICE),
    syntax=SYNTAX,
    doubtful=(*_words(NOUNS), *_words(ADJECTIVES)),
    traps=(
        "made a response",
        "reported plan",
        "so-called",
        "rest assured",
        "needless to say",
        "that is to say",
        "think tank",
        "think tanks",
    ),
    pronouns=_words("he she they"),
    offices=_words("""
    spokesperson spokesman spokeswoman president premier chancellor minister secretary ambassador chairman chairwoman
    chair commissioner director governor sen rep gov senator representative envoy consul counselor counsellor chief king queen
    prince emir amir sultan pope counterpart deputy head leader official officials delegate
    """),
    complementizers=_words("that whether how why what if when where which"),
    according=("according to", "in the words of"),
    honorifics=_words("""
    mr mrs ms miss dr sir lord lady prof professor the hon hon. honourable honorable excellency his her h.e. mp gen
    general admiral col capt assoc rev sen sens rep reps gov govs lt sgt maj cmdr adm st jr sr atty
    """),
    auxiliaries=_words("""
    has have had is are was were be been being will would could should can may might must did does do also then later
    cannot hasn’t haven’t hadn’t isn’t aren’t wasn’t weren’t won’t wouldn’t couldn’t shouldn’t can’t didn’t doesn’t don’t
    hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't couldn't shouldn't can't didn't doesn't don't
    further repeatedly again not never reportedly once often just already still only recently previously simply publicly
    privately both all therefore thus strongly firmly always even now rightly clearly first
    """),
    stops=_words("""
    and but or that which who whom whose when where while because as if although though since so than whether what how
    why after before until for in on at by to from with about of into against during under over between through amid
    """),
    determiners=_words("""
    the a an his her its their our this that these those some many most several both two three another other any each
    """),
    openers=_words(
        "but and yet however meanwhile also moreover then still so separately earlier later instead here today yesterday tonight now nonetheless nevertheless furthermore additionally similarly likewise conversely"
    ),
    standing=_words("""
    general ministry department affairs foreign state republic kingdom federation federal union union’s commission government
    office embassy mission council committee cabinet information national visiting current incumbent new newly appointed
    elected permanent s ’s 's economic trade commerce defence defense interior finance side side’s people people’s
    """),
    ranks=_words("""
    deputy vice former ex late acting assistant under next future then first second outgoing interim ex- designate elect
    adviser advisor aide aides shadow honorary junior
    """),
    hosts=_words("to in at"),
    compass=_words("northern southern eastern western north south east west new upper lower"),
    proxies=_words("spokesperson spokesman spokeswoman aide adviser advisor lawyer attorney office representative"),
    behalf=_words("for of to"),
    principals=_words(
        "president premier chancellor minister king queen prince emir sultan pope senator governor commissioner secretary ambassador"
    ),
    kin=_words("wife husband widow widower spouse son daughter brother sister mother father"),
    outlets=("news agency", "news service", "newspaper", "television", "tv", "radio", "broadcaster", "agency", "daily"),
    prepositions=_words("""
    like unlike despite without across along beyond within near throughout toward towards upon behind below above around
    inside outside beside besides except regarding concerning following including among amongst until till per via
    """),
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
    addressed=verbs("tell inform remind assure reassure warn ask notify advise"),
    first=_words("i we our us"),
    plain=("that",),
    participles=("ing",),
)
