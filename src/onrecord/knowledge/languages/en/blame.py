"""English: words that blame wherever they stand, in three weights: one of ``STRONG`` is enough for a sentence; the
others need company. ``SPARED``: words before a blaming word under which nobody is blamed ("an end to the violence")."""

from onrecord.knowledge.languages.en.inflect import words
from onrecord.knowledge.stance import StanceWord

_STRONG = """
    illegally unlawful unlawfully illegitimate unconstitutional aggressor aggressors annexed annexing
    atrocity barbaric barbarism blackmail blackmailing blatant blatantly brazen brazenly brutally bullying bully bullies
    coercive cynical cynicism cynically deceit deceitful deception deceptive defiance deplorable despicable
    destabilize destabilise destabilizing destabilising destabilization destabilisation destabilized destabilised disdain
    disgrace disgraceful disinformation dishonest disregard disregarding disregarded disregards distort distorts distorted
    distorting distortion distortions fabricate fabricated fabricating fabrications farce farcical flagrant
    flagrantly fictitious falsehood falsehoods falsely falsify falsified groundless bogus baseless hegemony hegemonic hegemonism
    henchman henchmen hypocrisy hypocritical immoral inexcusable infringe infringes infringed infringing infringement
    infringements interfering intimidate intimidating intolerable irresponsible irresponsibly lawless lawlessness lying
    malicious maliciously malign manipulate manipulates manipulated manipulating manipulation manipulative massacre
    massacred massacres meddle meddles meddled meddling mercenaries misinformation mockery neo-nazi neo-nazis obstruct obstructs obstructed
    obstructing obstruction obstructionism occupier occupiers oppress oppressive oppressing outrageous
    plunder plundering plundered politicised politicized politicising politicizing politicization politicisation pretext pretexts
    propaganda propagandist provocation provocations provocative provocatively provoke provokes provoked provoking puppet puppets
    reckless recklessly recklessness reprehensible repress repressive repressing saboteur saboteurs sabotage sabotaged sabotaging
    scapegoat scapegoating shameful shamefully shamelessly shameless slander slandering slanderous smear smearing smears so-called
    subversive subversion subvert subverting subverts thug thugs thuggery trample tramples trampled trampling treacherous treachery
    travesty unacceptable unconscionable undemocratic unfair unfairly unjust unjustly unjustified unjustifiable unprovoked
    unwarranted violator violators weaponised weaponized weaponize weaponise weaponizing weaponising weaponization weaponisation
    wrongdoing wrongdoings wrongful wrongly wrong sham ruthless ruthlessly savage savagely sinister spurned spurious spuriously
    indefensible ludicrous absurd absurdity nonsense duplicity duplicitous militaristic adventurism misadventurism terrorize
    terrorizing terrorised terrorized dictatorship dictatorial fascist fascists fascism nazi nazis junta anti-democratic
    techno-authoritarianism authoritarianism autocratic contravention contravene contravenes contravened contravening breached
    breaching breaches flout flouts flouted flouting infiltrate infiltrated infiltrating dismember dismemberment encroach encroachment
    encroaching egregious egregiously abhorrent ignominious betrayal betray betrayed betrays betraying unfounded untenable
    counterproductive one-sided biased prejudiced discriminatory discriminate discriminates arbitrary arbitrarily unobjective
    misrule mismanagement inflammatory belligerent bellicose warmongering warmonger anti-competitive anticompetitive disastrous protectionist
    protectionism inhumane inhuman barbarous monstrous heinous callous callously contempt contemptuous scorn mendacious mendacity
    insidious usurp usurped usurping usurpation usurper lawbreaking impunity incite incites incited inciting incitement
    orchestrated orchestrating orchestrate masterminded concocted concoct concocting masquerade masquerading stoke stoking stoked fomenting foment fomented
    fuelling fueling fuelled fueled stalled spoiler spoilers violates violated violating flawed unreliable
    unpredictable destructive indiscriminate indiscriminately disproportionate disproportionately
    misguided negligent negligence complicit complicity culpable blame-shifting scandalous flimsy hostage-taking hollow
"""
_MID = """
    artificially scourge unsettling illegitimacy intransigence intransigent obstinate stubborn stubbornly dismembered expansionist expansionism
    imperialist imperialism colonial aggressively escalatory antagonize antagonise alienate vilify demonize demonise scaremongering
    fearmongering witch-hunt blackout cynics embolden emboldened emboldens extort extortion loot looting rob robbed swindle
    illegal aggression aggressive annexation atrocities brutal coercion coerce coerced crimes criminals cruel cruelty
    deplorably disorder exploit exploited exploiting failure failures fails failed failing genocide hatred heinous hostile horrific horrors
    human-rights-violations ignore ignored ignores ignoring interfere interference intimidation isolation isolated  
    mistreatment monopoly monopolies negate negated occupied occupation occupying outrage persecution persecute persecuted perpetrate
    perpetrated refuse refused refuses refusing refusal repression rhetoric rogue    
    suppress suppressed suppressing suppression terrorist terrorists terror threaten threatened threatening threatens torture tortured
    undermine undermines undermined undermining unilateralism vicious violation violations violent violently
    bandits banditry gunmen militants extremists radicals nationalists mercenary kidnapped kidnapping abducted  
    seize storm stormed storming shelled shelling bombard bombarding bombarded bombing bombed attacked attacking  
    murdered murder invaded invasion invade destroy destroying punitive escalate escalated escalating
    exacerbate exacerbated exacerbating worsen worsened worsening deteriorate impede impeded impedes hinder hinders hindered hindering hamper hampered
    deprive deprived depriving deprives excluded exclusion exclusionary inadequate insufficient unable unwilling inaction unfortunately regrettably alas sadly
    appalling shocking alarming disturbing harmful harming harms stumbling detrimental hurt hurts damaging damage endanger endangers endangered endangering jeopardize
    jeopardizes jeopardise jeopardy poisoned poison vetoed vetoing abused abusing abuser abusers bias imbalanced
    selective selectively double-standards incompatible inconsistent contrary doubts doubtful weaken weakens weakened weakening
    fabrication disrupt disrupts disrupted disrupting disruption neglect neglected neglecting lacking chaos unrest havoc
    pressure pressuring forcibly forced guise isolate isolating accused traitor traitors coup self-proclaimed illegitimately pro-russian
    needless needlessly senseless senselessly insane insanity madness folly wanton wantonly rampant ill-advised ill-conceived
    short-sighted shortsighted vindictive spiteful heavy-handed draconian repugnant odious vile abysmal dubious unreasonable
    unreasonably illogical inept incompetent incompetence corrupt unhelpful irrational guilty untruthful untrue false
    absurdly blame blamed blames blaming insult insults insulted insulting humiliate humiliating humiliated humiliation
    bloody bloodshed bandit invader invaders culprit culprits perpetrators provokers mess anarchy
"""
_LOW = """
    not no cannot hardly why occupy occupies fire fired prisoner shields exempted pro self scheme sought intention exaggeration exaggerated
    supposed supposedly alleged apparent apparently allegedly nobody neither nor disappointing lost loss defenceless forces
    separatist separatists secessionist secessionists unilateral nothing killed killing criminal veto attacks lies lie seizure
    seizures seized seizing destroyed damaged
    abandon abandoned abuse abuses armed attack banned blockade blood casualties civilians conflict confrontation confrontational
    crime crisis danger dangerous dangerously deaths denied deny destruction detained detention discord dismantle downed escalation excuse
    exploitation extremist extremism falls fallen short fear force fuel harass harassment hostage hostages hostilities instability kidnap lack
    militia militias military missile missiles mistrust nationalist never obstacle obstacles paramilitary prevent prevented
    problem problems radical rejected siege sniper snipers suffer suffered suffering suspicion tension tensions terrorism threat threats tragedy
    troops unsubstantiated victims violence war weapons weaknesses wounded mere merely exception division outdated without instead
    only yet however but despite against continues still
"""
SPARED = words("""
    end ending ends stop stopping stopped prevent preventing prevented prevention combat combating combatting counter countering
    against avoid avoiding cease eliminate eliminating eradicate eradicating address addressing resolve resolving reduce reducing
    de non any free freedom protection protect protecting from investigate investigating investigation allegations halt
    anti refrain refraining abstain abstaining fight fighting tackle tackling oppose opposing opposed zero response respond
    responding survivors victims condemn condemns condemning condemned rather without if overcome overcoming
    """)


def _blame(words: str, rung: int) -> StanceWord:
    return StanceWord(tuple(dict.fromkeys(words.split())), "criticise", "blame", "-", "111", rung)


BLAME = (_blame(_STRONG, 4), _blame(_MID, 2), _blame(_LOW, 1))
