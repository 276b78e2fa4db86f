"""English: words of stance. Events without a stance are in ``events``, words that blame in ``blame``."""

from onrecord.knowledge.languages.en.actors import ACTORS, DEMONYMS, NOT_ACTORS, THINGS
from onrecord.knowledge.languages.en.blame import BLAME, SPARED
from onrecord.knowledge.languages.en.deeds import DEEDS
from onrecord.knowledge.languages.en.events import BASES, EVENTS
from onrecord.knowledge.languages.en.inflect import verbs
from onrecord.knowledge.stance import Frame, Stance, StanceWord

UN, CAMEO, NICOLSON = "un-editorial", "cameo", "nicolson"


def _verbs(
    act: str,
    lemmas: str,
    frame: Frame = "object",
    cameo: str = "",
    rung: int = 0,
    source: str = "",
    links: str = "",
    needs: bool = False,
    negated: str = "",
) -> StanceWord:
    return StanceWord(verbs(lemmas), act, frame, "", cameo, rung, source, tuple(links.split()), needs, negated)


def _words(
    act: str,
    forms: str,
    frame: Frame,
    cameo: str = "",
    rung: int = 0,
    source: str = "",
    links: str = "",
    needs: bool = False,
    negated: str = "",
    plover: str = "",
) -> StanceWord:
    """Forms as they stand, one a line or set apart by semicolons."""
    shown = tuple(" ".join(f.split()) for f in forms.replace("\n", ";").split(";") if f.strip())
    return StanceWord(shown, act, frame, plover, cameo, rung, source, tuple(links.split()), needs, negated)


SUPPORT = (
    _verbs("support", "support", cameo="051", rung=3, source=UN, negated="oppose"),
    _verbs("support", "endorse", cameo="051", rung=3, source=UN, negated="oppose"),
    _verbs(
        "support",
        "back champion defend favor favour advocate espouse bolster reaffirm reiterate affirm",
        cameo="051",
        rung=3,
        source=UN,
    ),
    _verbs(
        "support",
        "uphold embrace safeguard cherish respect promote pursue foster advance prioritise prioritize",
        cameo="051",
        rung=3,
    ),
    _verbs("support", "adhere commit subscribe", links="to", needs=True, cameo="051", rung=3),
    _verbs("support", "stand", links="with by behind", needs=True, cameo="051", rung=3),
    _verbs("support", "stand_for stick_to abide_by", cameo="051", rung=3),
    _verbs("support", "stand_up_for", cameo="051", rung=3),
    _verbs("support", "advocate", cameo="051", rung=3, links="for"),
    _verbs("support", "emphasise emphasize underline underscore stress highlight", cameo="051", rung=3, source=UN),
    _verbs("support", "believe", links="in", needs=True, cameo="051", rung=2),
    _verbs("support", "agree", links="with", needs=True, cameo="051", rung=2, negated="oppose"),
    _verbs("support", "vote_for vote_in_favour_of vote_in_favor_of", cameo="051", rung=3, source=CAMEO),
    _verbs("support", "join", links="in", needs=True, cameo="051", rung=3),
    _verbs("support", "attach", cameo="051", rung=3),
    _words(
        "support",
        """attach great importance; attaches great importance; attached great importance
           attach high importance; attaches high importance; attached high importance; attach importance
           attaches importance; attached importance; attaching importance; attaching great importance
           place great importance; places great importance; place a high priority; places a high priority""",
        "object",
        "051",
        3,
        links="to on",
    ),
    _verbs("support", "look_forward", links="to", needs=True, cameo="051", rung=2),
    _words("support", """in favour; in favor""", "predicate", "051", 3, UN, links="of", needs=True),
    _words(
        "support",
        """is committed; are committed; remain committed; remains committed; be committed; am committed
           were committed; was committed; stays committed; stay committed; remain firmly committed; remains firmly committed
           remain fully committed; remains fully committed; is firmly committed; are firmly committed; is fully committed
           are fully committed; is deeply committed; are deeply committed; is strongly committed; remain steadfast
           remains steadfast; remain deeply committed; remains deeply committed; is dedicated; are dedicated""",
        "object",
        "051",
        3,
        links="to in",
        needs=True,
    ),
    _words(
        "support",
        """is a supporter; is a staunch supporter; is a strong supporter; is a firm supporter; is a champion
           is a consistent and staunch supporter; is a strong advocate; are strong supporters; is a proponent""",
        "object",
        "051",
        3,
        links="of",
        needs=True,
    ),
    _words(
        "support",
        """is important; are important; is essential; are essential; is critical; are critical; is crucial
           are crucial; is vital; are vital; is indispensable; are indispensable; will be critical; will be essential
           also be essential; will be key; is the key; is of great importance; is imperative; remains essential
           remains vital; remains critical; remains crucial; is key; is a priority; is a top priority""",
        "predicate",
        "051",
        2,
        plover="-",
    ),
    _words(
        "support",
        """support; backing; endorsement; commitment; adherence; solidarity; advocacy""",
        "noun",
        "051",
        3,
        links="for of to with",
        needs=True,
    ),
    _words(
        "support",
        """will benefit; will help; is going to help; are going to help; plays an important role
           has a big role to play; plays a vital role; plays a key role; is conducive""",
        "predicate",
        "051",
        2,
        plover="-",
    ),
)

OPPOSE = (
    _verbs("oppose", "oppose", cameo="120", rung=4, source=CAMEO, negated="support"),
    _verbs("oppose", "reject", cameo="120", rung=5, source=UN, negated="support"),
    _verbs("oppose", "object", links="to", needs=True, cameo="120", rung=4, source=CAMEO),
    _verbs("oppose", "disagree", links="with", needs=True, cameo="120", rung=3),
    _verbs("oppose", "resist repudiate veto disavow renounce forswear", cameo="120", rung=5, source=CAMEO),
    _verbs(
        "oppose", "vote_against come_out_against speak_out_against stand_up_to push_back_against", cameo="120", rung=4
    ),
    _verbs("oppose", "push_back", links="on", cameo="120", rung=3),
    _verbs("oppose", "combat counter confront tackle fight", cameo="120", rung=3),
    _verbs("oppose", "dismiss rebuff spurn", cameo="120", rung=5, source=CAMEO),
    _words(
        "oppose",
        """not accept; never accept; cannot accept; can not accept; not recognize; not recognise; never recognize
           never recognise; not tolerate; never tolerate; cannot tolerate; not condone; cannot condone; not agree with
           not support; not endorse; not allow; never allow; not permit; cannot allow; no place for""",
        "object",
        "120",
        5,
        CAMEO,
    ),
    _verbs("oppose", "refuse decline", frame="to", cameo="120", rung=5, source=CAMEO),
    _verbs("oppose", "refuse", frame="object", cameo="120", rung=5, source=CAMEO),
    _verbs("oppose", "rule_out", cameo="120", rung=5, source=CAMEO),
    _words(
        "oppose",
        """is opposed; are opposed; am opposed; remain opposed; remains opposed; was opposed; were opposed
           is firmly opposed; are firmly opposed; is fundamentally opposed; is strongly opposed; are strongly opposed
           stands opposed; are vehemently opposed; is vehemently opposed; is resolutely opposed; are resolutely opposed""",
        "object",
        "120",
        4,
        CAMEO,
        links="to",
        needs=True,
    ),
    _words(
        "oppose",
        """is against; are against; stands against; stand against; am against; stood against; was against
           were against; was strongly against; is strongly against; are strongly against""",
        "object",
        "120",
        4,
    ),
    _words(
        "oppose",
        """opposition; objection; objections; resistance; veto; rejection""",
        "noun",
        "120",
        4,
        links="to of against",
        needs=True,
    ),
    _words("oppose", """takes seriously; take seriously""", "object", "120", 3),
    _words("oppose", "rather than", "predicate", "120", 3),
)

CRITICISE = (
    _verbs("criticise", "condemn", cameo="111", rung=6, source=UN),
    _verbs("criticise", "denounce decry castigate excoriate revile vilify", cameo="111", rung=6, source=CAMEO),
    _verbs("criticise", "deplore", cameo="111", rung=5, source=UN),
    _verbs(
        "criticise",
        """criticise criticize slam blast lambast lambaste rebuke chastise censure berate fault chide
           reproach assail bash disparage deride ridicule mock ridicule upbraid scold reprimand admonish pillory impugn
           attack_verbally lash_out take_aim rail inveigh malign belittle besmirch smear question""",
        cameo="111",
        rung=4,
        source=CAMEO,
        links="at against",
    ),
    _verbs("criticise", "accuse", frame="order", cameo="112", rung=4, source=CAMEO, links="of"),
    _verbs(
        "criticise", "charge blame indict", frame="order", cameo="112", rung=4, source=CAMEO, links="of for with on"
    ),
    _verbs("criticise", "allege", frame="clause", cameo="112", rung=4, source=CAMEO),
    _verbs("criticise", "complain", frame="object", cameo="111", rung=3, source=CAMEO, links="of about to over that"),
    _verbs("criticise", "protest", frame="object", cameo="111", rung=4, source=CAMEO, links="against over"),
    _verbs("criticise", "call_out expose reveal_the_hypocrisy", cameo="111", rung=3),
    _words(
        "criticise",
        """is unacceptable; are unacceptable; is totally unacceptable; is absolutely unacceptable; is wrong
           are wrong; was wrong; is irresponsible; are irresponsible; is illegal; are illegal; is unlawful; is unjustified
           are unjustified; is unjustifiable; is unfair; are unfair; is groundless; is dangerous; are dangerous; is reckless
           is deplorable; is outrageous; is shameful; is a violation; is a clear violation; is a serious violation
           is a gross violation; is a flagrant violation; is a breach; constitutes a violation; constitute a violation
           constitutes a breach; amounts to; amount to; runs counter to; run counter to; is contrary to; are contrary to
           is inconsistent with; are inconsistent with; is incompatible with; is a threat; is a threat to; poses a threat
           is detrimental; are detrimental; does not deliver; do not deliver; does not foster; is unconstitutional
           is counterproductive; are counterproductive; is discriminatory; are discriminatory; is disgraceful
           is hypocritical; is double standards; is a double standard; is tantamount to; is nothing but; is nothing more than
           is unwarranted; are unwarranted; is not acceptable; are not acceptable; is intolerable; is inexcusable
           are inexcusable; is appalling; is abhorrent; is regrettable; is deeply regrettable; is a serious mistake
           is a mistake; is a grave mistake; has failed to; have failed to; fails to; fail to; failed to""",
        "predicate",
        "111",
        4,
        plover="-",
    ),
    _words(
        "criticise",
        """criticism; condemnation; accusation; accusations; censure; denunciation; protest; complaint""",
        "noun",
        "111",
        4,
        links="of against over about with",
        needs=True,
    ),
)

DENY = (
    _verbs("deny", "deny", cameo="016", rung=4, source=CAMEO),
    _verbs("deny", "refute rebut debunk dispute contradict disprove", cameo="016", rung=4, source=CAMEO),
    _words(
        "deny",
        """is not true; are not true; is untrue; are untrue; is false; are false; is baseless; are baseless
           is completely false; is absolutely false; is groundless; are groundless; is totally groundless; is unfounded
           are unfounded; is pure fabrication; is a pure fabrication; is a lie; are lies; is fake news; is fiction
           there is no such thing; there was no such thing; has no basis; have no basis; has no factual basis
           has nothing to do with; had nothing to do with; have nothing to do with; was not involved in; were not involved in
           is not involved in; are not involved in; had no role in; has no role in; played no role in
           is inconsistent with the facts; does not correspond to reality; is not the case; is not in line with the facts""",
        "predicate",
        "016",
        4,
    ),
    _words("deny", """denial; denials; refutation; rebuttal""", "noun", "016", 4, links="of", needs=True),
)

DEMAND = (
    _verbs("demand", "demand", cameo="100", rung=5, source=UN, frame="order", links="of from that"),
    _verbs("demand", "urge", cameo="100", rung=4, source=UN, frame="order"),
    _verbs("demand", "call", cameo="100", rung=3, source=UN, frame="order", links="on upon", needs=True),
    _verbs("demand", "request ask", cameo="100", rung=3, source=UN, frame="order", links="for that"),
    _verbs("demand", "invite encourage", cameo="100", rung=2, source=UN, frame="order"),
    _verbs(
        "demand",
        """press pressure pressurise pressurize push implore beseech entreat beg exhort instruct order compel require
           oblige prod petition lobby""",
        cameo="100",
        rung=4,
        source=CAMEO,
        frame="order",
        links="for",
    ),
    _verbs("demand", "appeal plead", cameo="100", rung=3, source=UN, frame="order", links="to with", needs=True),
    _verbs("demand", "insist", cameo="100", rung=5, source=CAMEO, frame="clause", links="that on"),
    _verbs("demand", "want expect", cameo="100", rung=2, frame="order"),
    _verbs("commit", "want", frame="to", cameo="030", rung=2),
    _words("demand", """demand; demands; request; ultimatum""", "noun", "100", 4, links="that for to", needs=True),
)

APPEAL = (
    _verbs("appeal", "call", cameo="100", rung=3, source=UN, links="for", needs=True),
    _verbs("appeal", "appeal", cameo="020", rung=3, source=UN, links="for", needs=True),
    _verbs("appeal", "hope", cameo="020", rung=2, source=UN, frame="clause", links="that for to"),
    _words(
        "appeal",
        """should; must; need to; needs to; needed to; have to; has to; ought to; 've got to; ’ve got to; shall
           have got to; has got to; got to; had better""",
        "modal",
        "020",
        3,
        negated="oppose",
    ),
    _words(
        "appeal",
        """it is necessary; it is imperative; it is essential; it is important; it is crucial; it is vital; we need
           it is critical; it is time; it is high time; there is a need; there is an urgent need; let us; let ’s; let's; let’s
           it is incumbent upon""",
        "to",
        "020",
        3,
        links="to for that",
        plover="",
    ),
    _words("appeal", "appeal; appeals; call; calls", "noun", "020", 3, UN, links="for to", needs=True),
)

PROPOSE = (
    _verbs("propose", "propose suggest recommend", cameo="036", rung=2, source=UN),
    _verbs("propose", "put_forward set_out lay_out table submit initiate", cameo="036", rung=2),
    _words("propose", "put forward", "object", "036", 2),
    _verbs("propose", "float present outline", cameo="036", rung=2),
    _words("propose", "proposal; suggestion; recommendation", "noun", "036", 2, links="to for of on", needs=True),
)

COMMIT = (
    _verbs("commit", "pledge vow promise undertake swear", frame="to", cameo="030", rung=4, source=CAMEO),
    _verbs("commit", "commit", frame="to", cameo="030", rung=4, source=CAMEO, links="to", needs=True),
    _verbs("commit", "plan intend aim seek strive endeavour endeavor", frame="to", cameo="030", rung=3, source=CAMEO),
    _verbs("commit", "agree decide resolve volunteer offer", frame="to", cameo="030", rung=3, source=CAMEO),
    _words(
        "commit",
        """will; ’ll; 'll; is going to; are going to; am going to; ’re going to; 're going to; ’m going to; 'm going to; wo; won't; won’t""",
        "modal",
        "030",
        3,
    ),
    _words(
        "commit",
        """is ready; are ready; stands ready; stand ready; is willing; are willing; am ready; be ready; stood ready
           is prepared; are prepared; is determined; are determined; remain ready; remains ready; remains determined
           is committed; are committed; ’re committed; 're committed; am committed; remain committed; remains committed
           is fully prepared; was ready; were ready; was prepared; were prepared; was willing; were willing; ’re ready
           is resolved; are resolved; ’re determined; be willing; be prepared; is poised; are poised""",
        "to",
        "030",
        4,
        CAMEO,
        links="to",
        needs=True,
    ),
    _words(
        "support",
        """are working; is working; ’re working; 're working; are acting; are working together; is working together
           work; are working closely; is working closely; are taking steps; is taking steps; focus; focuses; focused
           are focused; is focused; have been working; has been working""",
        "to",
        "051",
        3,
        links="to on",
        needs=True,
    ),
    _words(
        "commit",
        "pledge; pledges; vow; promise; commitment; resolve; determination; readiness; willingness",
        "noun",
        "030",
        4,
        CAMEO,
        links="to",
        needs=True,
    ),
)

WARN = (
    _verbs("warn", "warn caution", frame="clause", cameo="130", rung=5, source=CAMEO, links="that of against about"),
    _verbs("warn", "threaten", frame="to", cameo="130", rung=6, source=CAMEO, links="with"),
    _words(
        "warn",
        """will take all necessary measures; will take necessary measures; take decisive actions; take decisive action
           take resolute measures; take countermeasures; take all necessary measures; take strong measures; will retaliate
           take necessary measures; take firm measures; respond firmly; respond resolutely; will bear the consequences
           bear all consequences; bear the consequences; face consequences; face the consequences; will have consequences
           have serious consequences; face severe consequences; pay a price; pay the price; pay a heavy price
           will not go unanswered; will not stand idly by; not sit idly by; will respond in kind; reserve the right
           reserves the right; impose costs; all options are on the table; will be held accountable
           will be held responsible; will come at a cost; plays with fire; playing with fire""",
        "predicate",
        "130",
        5,
        NICOLSON,
    ),
    _words(
        "warn",
        "warning; warnings; threat; threats; ultimatum",
        "noun",
        "130",
        5,
        links="of about against to that",
        needs=True,
    ),
)

WELCOME = (
    _verbs("welcome", "welcome", cameo="051", rung=3, source=UN),
    _verbs(
        "welcome",
        "commend applaud praise hail congratulate laud salute",
        cameo="051",
        rung=3,
        source=UN,
        links="for on",
    ),
    _verbs("welcome", "appreciate thank acknowledge_with_appreciation", cameo="051", rung=3, source=UN, links="for"),
    _verbs("welcome", "honor honour admire celebrate cheer compliment extol", cameo="051", rung=3),
    _verbs("welcome", "pay", links="tribute", needs=True, cameo="051", rung=3, source=UN),
    _words(
        "welcome",
        """am grateful; are grateful; is grateful; ’m grateful; ’re grateful; are thankful; is thankful; am thankful
           am pleased; are pleased; is pleased; ’m pleased; am delighted; are delighted; are happy; am happy; ’m delighted
           am glad; are glad; am honored; am honoured; are encouraged; is encouraged; am encouraged; are proud; am proud
           are heartened; note with satisfaction; notes with satisfaction; take note with satisfaction; note with appreciation
           notes with appreciation; express our appreciation; express my appreciation; expresses its appreciation""",
        "object",
        "051",
        3,
        UN,
        links="to for with that by of at",
    ),
    _words(
        "welcome",
        """gratitude; appreciation; thanks; congratulations; praise; tribute; condolences; admiration""",
        "noun",
        "051",
        3,
        UN,
        links="to for on",
        needs=True,
    ),
    _words("welcome", "thank you; thanks", "predicate", "051", 3, UN, links="for to", needs=True),
    _words(
        "welcome",
        """is a positive step; is a step in the right direction; is a welcome step; is laudable
           is a step forward; is an important step; is encouraging; are encouraging; was very good; has been very good; has been very productive; is commendable
           is a milestone; is an important milestone; was a great success; is praiseworthy; is to be commended""",
        "predicate",
        "051",
        3,
        links="for to",
    ),
)

CONCERN = (
    _verbs("concern", "regret lament bemoan mourn", cameo="012", rung=3, source=UN),
    _verbs("concern", "fear worry", frame="clause", cameo="012", rung=3, links="that about over"),
    _words(
        "concern",
        """is concerned; are concerned; am concerned; is deeply concerned; are deeply concerned; remain concerned
           remains concerned; am deeply concerned; remain deeply concerned; remains deeply concerned; is seriously concerned
           are seriously concerned; was concerned; were concerned; ’m concerned; ’re concerned; are worried; is worried
           is alarmed; are alarmed; am alarmed; is gravely concerned; are gravely concerned; is dismayed; are dismayed
           is troubled; are troubled; are saddened; is saddened; am saddened; are disappointed; is disappointed; am disappointed
           are appalled; is appalled; am appalled; was appalled; are shocked; am shocked; was shocked; are dissatisfied""",
        "object",
        "012",
        4,
        UN,
        links="about by at over that with to",
    ),
    _words(
        "concern",
        """is a concern; is a major concern; is of concern; is of grave concern; is of great concern; is concerning
           is troubling; is worrying; are worrying; is alarming; are alarming; is disturbing; are disturbing; is disappointing
           create novel risks; is a cause for concern; pose risks; poses risks; pose a risk; poses a risk; raises concerns; raise concerns
           raises serious concerns; is a challenge; threatens to; is a dangerous precedent; sets a dangerous precedent""",
        "predicate",
        "012",
        3,
        plover="-",
    ),
    _verbs("concern", "sound", links="the", needs=True, cameo="012", rung=3),
    _verbs("concern", "face", cameo="012", rung=2),
    _words(
        "concern",
        """concern; concerns; regret; regrets; alarm; dismay; disappointment; misgivings; doubts; fears; anxiety; sadness
           dissatisfaction; sorrow; unease; outrage; indignation; reservations""",
        "noun",
        "012",
        3,
        UN,
        links="about over at for regarding that on with",
        needs=True,
    ),
)

ANNOUNCE = (
    _verbs("announce", "announce", cameo="010", rung=1),
    _verbs(
        "announce",
        "unveil declare proclaim launch release publish issue introduce roll_out inaugurate",
        cameo="010",
        rung=1,
    ),
    _verbs(
        "announce",
        "adopt enact ratify sign establish approve authorise authorize pass designate implement",
        cameo="010",
        rung=1,
    ),
    _verbs("announce", "impose levy", cameo="163", rung=1),
    _verbs("announce", "sanction blacklist", cameo="163", rung=1),
    _verbs("announce", "raise increase", cameo="010", rung=1, links="tariffs duties", needs=True),
    _verbs("announce", "take", cameo="010", rung=1, links="action measures steps", needs=True),
    _verbs("announce", "decide", frame="clause", cameo="010", rung=1, links="that on"),
)

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
    negators=tuple(
        "not n't n’t never no cannot neither nor without hardly isn't isn’t don't don’t doesn't doesn’t didn't didn’t can't can’t won't won’t wouldn't wouldn’t wasn't wasn’t aren't aren’t haven't hasn't hadn't shouldn't shouldn’t mustn't".split()
    ),
    refusals=verbs("refuse decline fail cease stop neglect")
    + ("stopped short of", "far from", "reluctant to", "unable to"),
    unreal=tuple(
        "if whether unless would could might may wouldn't wouldn’t suppose supposing lest perhaps maybe".split()
    ),
    hedges=tuple("partly partially somewhat cautiously slightly perhaps possibly broadly".split()),
    boosts=tuple(
        """firmly strongly resolutely categorically vehemently fiercely unequivocally totally absolutely utterly deeply gravely
        seriously solemnly sternly staunchly steadfastly bitterly harshly roundly flatly completely wholeheartedly warmly
        sharply outright""".split()
    ),
    passives=tuple("is are was were be been being am get gets got".split()),
    agents=("by",),
    lights=verbs(
        "express voice convey show reaffirm reiterate declare state lodge raise make issue offer extend have register note announce underscore give send demonstrate repeat articulate share renew"
    ),
    joins=("and", "or", ",", "as well as"),
    ends=tuple(
        """because while whereas although though when if unless until since but so before after despite amid whilst saying adding noting according stressing including rather""".split()
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
    ),
    actors=ACTORS,
    not_actors=NOT_ACTORS,
    demonyms=DEMONYMS,
    own=tuple(_OWN.split()),
    theirs=("its", "his", "her", "their"),
    things=THINGS,
    deeds=DEEDS,
    wishes=tuple(
        "want wanted wants like wish wishes wished pleased glad happy proud honored honoured delighted let".split()
    ),
    whens=tuple("today yesterday tomorrow tonight morning afternoon evening week month year now".split()),
    outlets=tuple(
        "agency newspaper radio television tv daily weekly media report reports post times reuters xinhua".split()
    ),
    bases=tuple(
        dict.fromkeys((*BASES, *(w.forms[0] for w in (*SUPPORT, *OPPOSE, *DEMAND, *APPEAL, *WARN, *CONCERN, *COMMIT))))
    ),
    spared=SPARED,
    withs=("with", "alongside"),
    relatives=("who", "which"),
    pointers=("this", "these", "those", "such", "they"),
    singular=("it", "he", "she"),
    turns=tuple("as than because while when if after before until since though although that".split()),
)
