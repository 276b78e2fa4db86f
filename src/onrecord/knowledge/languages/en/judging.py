"""English: words by which one judges: support, oppose, criticise, deny, welcome, concern."""

from onrecord.knowledge.languages.en.entries import CAMEO, UN, verbs_of, words_of

SUPPORT = (
    verbs_of("support", "support", cameo="051", rung=3, source=UN),
    verbs_of("support", "endorse", cameo="051", rung=3, source=UN),
    verbs_of(
        "support",
        "back champion defend favor favour advocate espouse bolster reaffirm reiterate affirm",
        cameo="051",
        rung=3,
        source=UN,
    ),
    verbs_of(
        "support",
        "uphold embrace safeguard cherish respect promote pursue foster advance prioritise prioritize",
        cameo="051",
        rung=3,
    ),
    verbs_of("support", "adhere commit subscribe", links="to", needs=True, cameo="051", rung=3),
    verbs_of("support", "stand", links="with by behind", needs=True, cameo="051", rung=3),
    verbs_of("support", "stand_for stick_to abide_by", cameo="051", rung=3),
    verbs_of("support", "stand_up_for", cameo="051", rung=3),
    verbs_of("support", "advocate", cameo="051", rung=3, links="for"),
    verbs_of("support", "emphasise emphasize underline underscore stress highlight", cameo="051", rung=3, source=UN),
    verbs_of("support", "believe", links="in", needs=True, cameo="051", rung=2),
    verbs_of("support", "agree", links="with", needs=True, cameo="051", rung=2),
    verbs_of("support", "vote_for vote_in_favour_of vote_in_favor_of", cameo="051", rung=3, source=CAMEO),
    verbs_of("support", "join", links="in", needs=True, cameo="051", rung=3),
    verbs_of("support", "attach", cameo="051", rung=3),
    words_of(
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
    verbs_of("support", "look_forward", links="to", needs=True, cameo="051", rung=2),
    words_of("support", """in favour; in favor""", "predicate", "051", 3, UN, links="of", needs=True),
    words_of(
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
    words_of(
        "support",
        """is a supporter; is a staunch supporter; is a strong supporter; is a firm supporter; is a champion
           is a consistent and staunch supporter; is a strong advocate; are strong supporters; is a proponent""",
        "object",
        "051",
        3,
        links="of",
        needs=True,
    ),
    words_of(
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
    words_of(
        "support",
        """support; backing; endorsement; commitment; adherence; solidarity; advocacy""",
        "noun",
        "051",
        3,
        links="for of to with",
        needs=True,
    ),
    words_of(
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
    verbs_of("oppose", "oppose", cameo="120", rung=4, source=CAMEO),
    verbs_of("oppose", "reject", cameo="120", rung=5, source=UN),
    verbs_of("oppose", "object", links="to", needs=True, cameo="120", rung=4, source=CAMEO),
    verbs_of("oppose", "disagree", links="with", needs=True, cameo="120", rung=3),
    verbs_of("oppose", "resist repudiate veto disavow renounce forswear", cameo="120", rung=5, source=CAMEO),
    verbs_of(
        "oppose", "vote_against come_out_against speak_out_against stand_up_to push_back_against", cameo="120", rung=4
    ),
    verbs_of("oppose", "push_back", links="on", cameo="120", rung=3),
    verbs_of("oppose", "combat counter confront tackle fight", cameo="120", rung=3),
    verbs_of("oppose", "dismiss rebuff spurn", cameo="120", rung=5, source=CAMEO),
    words_of(
        "oppose",
        """neither accept; nor accept; neither recognise; neither recognize; nor recognise; nor recognize; neither tolerate
           nor tolerate; neither condone; nor condone; not accept; never accept; cannot accept; can not accept; not recognize; not recognise; never recognize
           never recognise; not tolerate; never tolerate; cannot tolerate; not condone; cannot condone
           not allow; never allow; not permit; cannot allow; no place for""",
        "object",
        "120",
        5,
        CAMEO,
    ),
    verbs_of("oppose", "refuse decline", frame="to", cameo="120", rung=5, source=CAMEO),
    verbs_of("oppose", "refuse", frame="object", cameo="120", rung=5, source=CAMEO),
    verbs_of("oppose", "rule_out", cameo="120", rung=5, source=CAMEO),
    words_of(
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
    words_of(
        "oppose",
        """is against; are against; stands against; stand against; am against; stood against; was against
           were against; was strongly against; is strongly against; are strongly against""",
        "object",
        "120",
        4,
    ),
    words_of(
        "oppose",
        """opposition; objection; objections; resistance; veto; rejection""",
        "noun",
        "120",
        4,
        links="to of against",
        needs=True,
    ),
    words_of("oppose", """takes seriously; take seriously""", "object", "120", 3),
    words_of("oppose", "rather than", "predicate", "120", 3),
)

CRITICISE = (
    verbs_of("criticise", "condemn", cameo="111", rung=6, source=UN),
    verbs_of("criticise", "denounce decry castigate excoriate revile vilify", cameo="111", rung=6, source=CAMEO),
    verbs_of("criticise", "deplore", cameo="111", rung=5, source=UN),
    verbs_of(
        "criticise",
        """criticise criticize slam blast lambast lambaste rebuke chastise censure berate fault chide
           reproach assail bash disparage deride ridicule mock ridicule upbraid scold reprimand admonish pillory impugn
           attack_verbally lash_out take_aim rail inveigh malign belittle besmirch smear question""",
        cameo="111",
        rung=4,
        source=CAMEO,
        links="at against",
    ),
    verbs_of("criticise", "accuse", frame="order", cameo="112", rung=4, source=CAMEO, links="of"),
    verbs_of(
        "criticise", "charge blame indict", frame="order", cameo="112", rung=4, source=CAMEO, links="of for with on"
    ),
    verbs_of("criticise", "allege", frame="clause", cameo="112", rung=4, source=CAMEO),
    verbs_of("criticise", "complain", frame="object", cameo="111", rung=3, source=CAMEO, links="of about to over that"),
    verbs_of("criticise", "protest", frame="object", cameo="111", rung=4, source=CAMEO, links="against over"),
    verbs_of("criticise", "call_out expose reveal_the_hypocrisy", cameo="111", rung=3),
    words_of(
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
    words_of(
        "criticise",
        """criticism; condemnation; accusation; accusations; censure; denunciation; protest; complaint""",
        "noun",
        "111",
        4,
        links="of against over about with for",
        needs=True,
    ),
)

DENY = (
    verbs_of("deny", "deny", cameo="016", rung=4, source=CAMEO),
    verbs_of("deny", "refute rebut debunk dispute contradict disprove", cameo="016", rung=4, source=CAMEO),
    words_of(
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
    words_of(
        "deny",
        ";".join(
            f"{be} {degree} {said}"
            for be in ("is", "are", "was", "were")
            for degree in ("totally", "completely", "entirely", "utterly", "wholly", "absolutely", "simply", "patently")
            for said in ("unfounded", "baseless", "groundless", "false", "untrue", "fabricated")
        ),
        "predicate",
        "016",
        4,
    ),
    words_of("deny", """denial; denials; refutation; rebuttal""", "noun", "016", 4, links="of", needs=True),
)

WELCOME = (
    verbs_of("welcome", "welcome", cameo="051", rung=3, source=UN),
    verbs_of(
        "welcome",
        "commend applaud praise hail congratulate laud salute",
        cameo="051",
        rung=3,
        source=UN,
        links="for on",
    ),
    verbs_of("welcome", "appreciate thank acknowledge_with_appreciation", cameo="051", rung=3, source=UN, links="for"),
    verbs_of("welcome", "honor honour admire celebrate cheer compliment extol", cameo="051", rung=3),
    verbs_of("welcome", "pay", links="tribute", needs=True, cameo="051", rung=3, source=UN),
    words_of(
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
    words_of(
        "welcome",
        """gratitude; appreciation; thanks; congratulations; praise; tribute; condolences; admiration""",
        "noun",
        "051",
        3,
        UN,
        links="to for on",
        needs=True,
    ),
    words_of("welcome", "thank you; thanks", "predicate", "051", 3, UN, links="for to", needs=True),
    words_of(
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
    verbs_of("concern", "regret lament bemoan mourn", cameo="012", rung=3, source=UN),
    verbs_of("concern", "fear worry", frame="clause", cameo="012", rung=3, links="that about over"),
    words_of(
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
    words_of(
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
    verbs_of("concern", "sound", links="the", needs=True, cameo="012", rung=3),
    words_of("concern", "face; faces; faced", "object", "012", 2),
    words_of(
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
