"""English: verbs of events between actors, by CAMEO code. They take no stance of their own.

An entry is ``code: verbs``; a phrase is joined by ``_``; ``verb+on,with`` needs one of the words soon after the verb.
"""

from onrecord.knowledge.languages.en.inflect import verbs
from onrecord.knowledge.stance import StanceWord

_EVENTS = """
010: say state comment remark tell note explain report testify claim assert add issue+statement,communique,declaration make+statement,remarks,speech
010: deliver+remarks,speech,address give+speech,interview,address hold+conference announce reveal disclose unveil publish
010: predict forecast estimate speak address declare proclaim inform brief describe
014: consider mull ponder weigh contemplate explore debate review look_at study
015: admit confess acknowledge claim+responsibility own_up concede_that plead+guilty take+responsibility
016: deny disavow disclaim
017: commemorate celebrate mark attend honor honour lay+wreath pay+tribute observe_a_minute dedicate
018: express+condolences,sympathy,sorrow offer+condolences send+condolences mourn sympathise sympathize
019: agree+with concur
020: appeal plead beg petition
021: seek+support,cooperation,help,aid
023: seek+aid,assistance,loan request+aid,assistance
030: agree pledge promise vow commit offer volunteer plan intend decide_to resolve prepare_to accept propose suggest
036: agree+meet,talks,negotiate,discuss accept+invitation,talks propose+talks,meeting
037: agree+ceasefire,truce,settle
039: agree+mediation,mediate offer+mediate
040: consult discuss talk converse confer liaise hold+talks,discussions,consultations,dialogue exchange+views conduct+talks,meetings
041: phone telephone call+phone,telephone ring_up speak+phone,telephone
042: visit travel fly+to tour journey head+to go+talks,visit arrive pay+visit return+talks,negotiations leave+talks make+visit
043: host receive entertain play_host welcome+visit,delegation,leader
044: meet attend+summit,meeting,conference hold+meeting,summit gather convene rendezvous participate+talks,meeting,event,summit,conference
045: mediate broker arbitrate intercede launch+mediation moderate
046: negotiate bargain parley haggle renegotiate open+negotiations,talks begin+negotiations,talks resume+talks,negotiations
051: praise endorse laud hail commend applaud acclaim congratulate salute back thank compliment welcome celebrate honour
052: defend vindicate justify exonerate
053: rally_behind rally_support+for support vote+in_favor,in_favour,for approve+of
054: recognise recognize establish+relations,ties normalise normalize upgrade+ties,relations restore+ties,relations open+embassy
055: apologize apologise express+regret,remorse,apology regret
056: forgive pardon absolve reconcile
057: sign conclude+agreement,treaty,pact ratify initial accede reach+agreement,deal,accord,pact,compromise strike+deal finalize+deal seal+deal
060: cooperate collaborate partner team_up work_together join_forces join+with work+with combine+forces jointly_develop
061: trade+with invest+in import export buy+from sell+to purchase+from
062: conduct+exercises,drills,maneuvers hold+exercises,drills,maneuvers train+with patrol_jointly
063: extradite hand_over+to share+evidence
064: share+intelligence,information exchange+intelligence,information
070: aid assist help provide donate give+aid,money,assistance,funds grant supply deliver contribute fund finance subsidize lend furnish send+aid,relief,supplies,food,medicine,help ship+aid,food airlift
071: forgive+debt write_off+debt bail_out pump+money
072: arm equip deliver+weapons,arms supply+weapons,arms send+weapons,arms,troops,forces train+troops,forces
073: feed shelter rescue evacuate resettle relieve vaccinate immunise treat save
074: send+peacekeepers,monitors,observers,mission deploy+peacekeepers,observers,monitors
075: shelter harbor harbour admit+refugees grant+asylum accept+refugees take_in
080: yield relent back_down give_in bow+to concede capitulate succumb accept+demands,demand soften retract reverse step_back comply
081: ease+restrictions,sanctions,curfew,measures,embargo,rules lift+ban,curfew,restrictions,emergency,embargo,sanctions,blockade relax+restrictions,curfew,rules loosen unblock shorten+curfew
082: call_off+strike,protest end+strike,protest suspend+strike cancel+strike,protest,demonstration
083: resign step_down step_aside quit relinquish+power dismiss overhaul reform legalize legalise amend+constitution,law repeal abolish hold+election,elections,referendum
084: free release liberate repatriate return+prisoners,bodies,hostages let_go exchange+prisoners swap+prisoners
085: lift+embargo,blockade,sanctions,boycott ease+sanctions end+embargo,sanctions,blockade reopen re-open unfreeze
086: allow+inspectors,peacekeepers,observers,aid,return admit+inspectors,observers,peacekeepers let+in permit
087: cease+fire,hostilities declare+ceasefire,truce withdraw+troops,forces,army pull_out pull_back retreat surrender disarm demobilize demobilise lay_down+arms stand_down disengage demilitarize decommission hand_over+weapons,power
090: investigate probe inspect inquire look_into open+investigation,inquiry,probe,investigations launch+investigation,inquiry,probe examine audit scrutinize search_for question summon interrogate put_under_investigation
093: monitor+ceasefire,compliance
094: verify+compliance
100: demand insist order require+that press_for push_for pressure pressurize compel urge ask call+on,for,upon request exhort must_be
101: demand+information,apology,investigation,cooperation seek+extradition
110: disapprove criticize criticise blast slam rebuke chastise berate fault disapprove lambast lambaste deride ridicule mock chide insult scold taunt ridicule take+shot,aim hit_out lash_out+at
111: condemn denounce decry deplore castigate censure complain protest+to lodge+protest,complaint file+complaint disparage vilify slur take_issue sound_off
112: accuse charge+with,of blame allege implicate indict incriminate suspect+of indict finger
113: rally_opposition call+boycott,sanctions unite_against
114: lodge+protest file+protest,complaint
115: sue file+lawsuit,suit,charges bring+charges,suit,lawsuit take_to_court press+charges litigate appeal+verdict,ruling,conviction
116: convict+of find+guilty
120: reject refuse decline rebuff dismiss spurn turn_down rule_out oppose resist object balk shun ignore discount repudiate disagree renege rebut refute scrap shelve back_out withdraw_from+talks,negotiations,treaty
121: refuse+cooperate,aid,assistance withhold+aid
122: deny+access,request,allocation,permission,visa,entry reject+request,aid
124: refuse+yield,release,lift,surrender
125: reject+talks,meeting,mediation,invitation boycott+talks,meeting
126: reject+mediation,mediator
127: reject+plan,proposal,agreement,resolution,deal
128: defy disobey flout violate breach break+law,rules,norms,promise contravene
129: veto
130: threaten warn caution intimidate issue+ultimatum,warning swear+revenge vow+revenge,retaliation plot menace
138: threaten+attack,force,war,strike
140: protest demonstrate march rally picket riot strike occupy+building,square,street mass_outside stage+protest,demonstration,rally,strike,sit-in,march walk_out hold+protest,rally,demonstration
141: take_to_the_streets burn+flag,effigy chant shout+slogans
142: fast go_on_hunger+strike
143: walk_off boycott go_on+strike begin+strike
144: block+road,roads,highway,street barricade blockade
145: riot loot vandalize vandalise smash torch rampage
150: mobilize mobilise deploy mass amass put+alert beef_up reinforce arm_itself militarize patrol test+missile,missiles,weapon test-fire test-launch
151: increase+patrols,police,security step_up+security,patrols
152: put_on+alert
153: call_up+reservists,troops
154: send+warships,warship,aircraft,tanks,soldiers
155: launch+missile,rocket,satellite fire+missile,missiles,rocket,rockets
160: suspend+ties,relations,aid,cooperation,talks cut_off+aid,ties,relations,supplies reduce+ties,aid,relations sever recall+ambassador,envoy downgrade+relations,ties break_off+relations,talks,ties,negotiations break+relations,ties
161: reduce+relations sever+relations,ties,links
162: halt+aid,assistance cut+aid,assistance,funding freeze+aid,funds,assets withdraw+aid,funding,support
163: sanction embargo boycott impose+sanctions,embargo,boycott,tariffs,duties,ban blacklist ban+imports,exports
164: halt+talks,negotiations suspend+negotiations,talks,membership walk_out+talks pull_out+talks,treaty withdraw+treaty,talks,negotiations,agreement quit+talks call_off+talks,meeting,visit cancel+visit,meeting,talks
165: halt+mediation
166: expel+observers,inspectors,peacekeepers,diplomat,diplomats,ambassador withdraw+inspectors,observers,monitors,peacekeepers,peacekeeping,staff,workers,diplomats,ambassador,envoy
170: coerce repress suppress harass intimidate evict oust purge sack fire+minister,officials depose overthrow topple dethrone
171: seize confiscate impound destroy demolish bulldoze raze ransack expropriate damage nationalize commandeer requisition
172: ban outlaw impose+curfew,restrictions,emergency,law,censorship,limits restrict curtail censor curb crack_down clamp_down prohibit tighten+restrictions,controls,blockade,curfew shut_down close+border,borders,school,newspaper block lock_down extend+curfew,emergency declare+emergency,law dissolve revoke jam disqualify bar
173: arrest detain jail imprison apprehend round_up capture nab hold+custody,prisoner,captive sentence convict fine incarcerate extradite remand indict charge+with,murder prosecute try+for court-martial put+trial book interrogate
174: expel deport banish exile extradite+from send_back
175: crack_down+on disperse tear-gas beat use+force,gas,cannon,batons club
176: hack attack+website,servers,computers
180: abuse assault molest attack mug mob use+violence
181: abduct kidnap hijack take+hostage,hostages hold+hostage,hostages snatch seize+hostages
182: torture rape beat stab injure wound maim mutilate assault whip flog
183: bomb blow_up explode detonate set_off+bomb plant+bomb car-bomb
184: use+shield
185: attempt+assassinate,kill
186: assassinate
190: attack fight clash battle invade raid storm strike+target,targets,base ambush shell bombard open+fire shoot exchange+fire,gunfire kill shoot_dead shoot_down gun_down slaughter execute behead behead murder slay combat engage+troops,fighters,rebels
191: blockade besiege surround encircle
192: occupy capture+town,city,village retake conquer overrun annex seize+control,town,city,territory
193: exchange+fire skirmish
194: pound fire_on+troops launch+attack,assault,offensive,shells shell mortar
195: bomb airstrike strafe launch+airstrikes,strikes,airstrike conduct+airstrikes,strikes
196: violate+ceasefire,truce break+ceasefire,truce
200: massacre exterminate wipe_out gas annihilate
"""


def _rows(text: str) -> list[tuple[str, str]]:
    return [(code, rest) for code, _, rest in (line.partition(": ") for line in text.strip().splitlines())]


def _bases() -> tuple[str, ...]:
    """The base forms, which are nouns as well ("strike") more often than not."""
    return tuple(
        dict.fromkeys(lemma.partition("+")[0].partition("_")[0] for _, rest in _rows(_EVENTS) for lemma in rest.split())
    )


def _entries() -> tuple[StanceWord, ...]:
    found = []
    for code, rest in _rows(_EVENTS):
        alone = [lemma for lemma in rest.split() if "+" not in lemma]
        if alone:
            found.append(StanceWord(verbs(" ".join(alone)), "", "event", "", code, 1))
        for lemma in rest.split():
            head, _, links = lemma.partition("+")
            if links:
                after = tuple(link.replace("_", " ") for link in links.split(","))
                found.append(StanceWord(verbs(head), "", "event", "", code, 1, "", after, True))
    return tuple(found)


EVENTS = _entries()
BASES = _bases()
