"""English: verbs for what one says that one will do or that should done, in the base form."""

from onrecord.knowledge.languages.en.inflect import words

DEEDS = words("""
    do abide abolish abandon accede accelerate accept accommodate accomplish achieve act adapt address adhere adjust advance adopt
    advocate aid align allocate allow amend analyse analyze apply appoint approve arrange assist assume assure attend
    augment avoid balance ban be become begin benefit block boost bridge bring broaden build bring calm carry cease change
    check choose clarify close collaborate combat commit complete comply conclude condemn conduct confront consider
    consolidate construct consult continue contribute convene convey cooperate coordinate correct counter create cultivate
    curb cut deal deepen de-escalate defend deliver demand demonstrate deploy deprive design desist destroy develop
    devote direct disarm discard discuss dismantle disrupt distribute diversify drive drop ease educate elevate eliminate
    embrace empower enable encourage end endorse enforce engage enhance enjoy enlarge enrich ensure enter eradicate escalate establish
    evacuate evaluate examine exchange exclude exercise expand expedite exploit explore expose extend extradite face facilitate
    fight finance find finish focus follow forge form foster fulfil fulfill fund further gain gather get give go grant
    grow guarantee guard guide halt hand handle harmonise harmonize harness have head help hinder hold honor honour host identify implement
    improve impose include increase inform initiate inject innovate intensify interfere intervene introduce invest investigate
    invite issue join keep launch lay lead learn leave let leverage lift limit listen maintain make manage map match
    maximise maximize meet minimise minimize mitigate mobilise mobilize modernise modernize monitor move
    negotiate normalise normalize observe offer open operate oppose optimise optimize organise organize oversee overcome participate partner pass pay
    permit play pledge practise practice prepare present preserve press pressure prevent prioritise prioritize proceed produce
    prohibit promote propose protect provide publish punish pursue push put raise ratify reach reaffirm realise realize
    rebuild recall receive recognise recognize reconsider recover reduce refine reform refrain refuse regulate reinforce reject
    release relinquish rely remain remember remove renew renounce reopen re-open repair repeal replace report represent rescind
    resist resolve respect respond restore restrain restrict result resume retain rethink return reverse revise revive revoke
    safeguard satisfy save scale scrap secure see seek seize send serve set settle share shift show shun sign simplify solve
    speak spare spread stabilise stabilize stand standardise standardize start stay step stick stimulate stop streamline
    strengthen strike strive structure submit supervise supply support surrender suspend sustain tackle take talk target tax terminate
    think tighten track trade train transfer transform treat try turn undermine understand undertake undo unite unleash
    update upgrade uphold urge use utilise utilize vacate verify veto view vigorously visit vote wage wait warn welcome widen win withdraw withhold
    work write yield better democratise democratize
    """)
