"""English: words by which one asks or undertakes: demand, appeal, propose, commit, warn, announce."""

from onrecord.knowledge.languages.en.entries import CAMEO, NICOLSON, UN, verbs_of, words_of

DEMAND = (
    verbs_of("demand", "demand", cameo="100", rung=5, source=UN, frame="order", links="of from that"),
    verbs_of("demand", "urge", cameo="100", rung=4, source=UN, frame="order", links="that for"),
    verbs_of("demand", "call", cameo="100", rung=3, source=UN, frame="order", links="on upon", needs=True),
    verbs_of("demand", "request ask", cameo="100", rung=3, source=UN, frame="order", links="for that"),
    verbs_of("demand", "invite encourage", cameo="100", rung=2, source=UN, frame="order"),
    verbs_of(
        "demand",
        """press pressure pressurise pressurize push implore beseech entreat beg exhort instruct order compel require
           oblige prod petition lobby""",
        cameo="100",
        rung=4,
        source=CAMEO,
        frame="order",
        links="for",
    ),
    verbs_of("demand", "appeal plead", cameo="100", rung=3, source=UN, frame="order", links="to with", needs=True),
    verbs_of("demand", "insist", cameo="100", rung=5, source=CAMEO, frame="clause", links="that on"),
    verbs_of("demand", "want expect", cameo="100", rung=2, frame="order"),
    words_of("commit", "want; wants", "to", "030", 2),
    words_of("demand", """demand; demands; request; ultimatum""", "noun", "100", 4, links="that for to", needs=True),
)

APPEAL = (
    verbs_of("appeal", "call", cameo="100", rung=3, source=UN, links="for", needs=True),
    verbs_of("appeal", "appeal", cameo="020", rung=3, source=UN, links="for", needs=True),
    verbs_of("appeal", "hope", cameo="020", rung=2, source=UN, frame="clause", links="that for to"),
    words_of(
        "appeal",
        """should; must; need to; needs to; needed to; have to; has to; ought to; 've got to; ’ve got to; shall
           have got to; has got to; got to; had better""",
        "modal",
        "020",
        3,
        negated="oppose",
    ),
    words_of(
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
    words_of("appeal", "appeal; appeals; call; calls", "noun", "020", 3, UN, links="for to", needs=True),
)

PROPOSE = (
    verbs_of("propose", "propose recommend", cameo="036", rung=2, source=UN, links="that"),
    verbs_of("propose", "suggest", cameo="036", rung=2, source=UN),
    verbs_of("propose", "put_forward set_out lay_out table submit initiate", cameo="036", rung=2),
    words_of("propose", "put forward", "object", "036", 2),
    verbs_of("propose", "float present outline", cameo="036", rung=2),
    words_of("propose", "proposal; suggestion; recommendation", "noun", "036", 2, links="to for of on", needs=True),
)

COMMIT = (
    verbs_of("commit", "pledge vow promise undertake swear", frame="to", cameo="030", rung=4, source=CAMEO),
    verbs_of("commit", "commit", frame="to", cameo="030", rung=4, source=CAMEO, links="to", needs=True),
    verbs_of("commit", "plan intend aim seek strive endeavour endeavor", frame="to", cameo="030", rung=3, source=CAMEO),
    verbs_of("commit", "agree decide resolve volunteer offer", frame="to", cameo="030", rung=3, source=CAMEO),
    words_of(
        "commit",
        """will; is going to; are going to; won't; won’t""",
        "modal",
        "030",
        3,
    ),
    words_of(
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
    words_of(
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
    words_of(
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
    verbs_of("warn", "warn caution", frame="clause", cameo="130", rung=5, source=CAMEO, links="that of against about"),
    verbs_of("warn", "threaten", frame="to", cameo="130", rung=6, source=CAMEO, links="with"),
    words_of(
        "warn",
        """will retaliate; will respond in kind; will strike back; will hit back; take countermeasures
           will take all necessary measures; will take necessary measures; take decisive actions; take decisive action
           take resolute measures; take all necessary measures; take strong measures; take necessary measures
           take firm measures; respond firmly; respond resolutely; will not stand idly by; not sit idly by
           reserve the right; reserves the right; impose costs""",
        "own",
        "130",
        5,
        NICOLSON,
        links="against to",
    ),
    words_of(
        "warn",
        """will bear the consequences; bear all consequences; bear the consequences; face consequences; face the consequences; will have consequences
           have serious consequences; face severe consequences; pay a price; pay the price; pay a heavy price
           will not go unanswered; all options are on the table; will be held accountable
           will be held responsible; will come at a cost; plays with fire; playing with fire""",
        "predicate",
        "130",
        5,
        NICOLSON,
    ),
    words_of(
        "warn",
        "warning; warnings; threat; threats; ultimatum",
        "noun",
        "130",
        5,
        links="of about against to that",
        needs=True,
    ),
)

ANNOUNCE = (
    verbs_of("announce", "announce", cameo="010", rung=1),
    verbs_of(
        "announce",
        "unveil declare proclaim launch release publish issue introduce roll_out inaugurate",
        cameo="010",
        rung=1,
    ),
    verbs_of(
        "announce",
        "adopt enact ratify sign establish approve authorise authorize pass designate implement",
        cameo="010",
        rung=1,
    ),
    verbs_of("announce", "impose levy", cameo="163", rung=1),
    verbs_of("announce", "sanction blacklist", cameo="163", rung=1),
    verbs_of("announce", "raise increase", cameo="010", rung=1, links="tariffs duties", needs=True),
    verbs_of("announce", "take", cameo="010", rung=1, links="action measures steps", needs=True),
)
