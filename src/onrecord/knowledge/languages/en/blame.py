"""English: words that blame wherever they stand. One of ``STRONG`` is enough for a clause; ``WEAK`` need company."""

from onrecord.knowledge.languages.en.inflect import verbs
from onrecord.knowledge.stance import StanceWord

_STRONG = """
    illegal illegally unlawful unlawfully illegitimate unconstitutional aggression aggressive aggressor annex annexed annexing annexation
    atrocity atrocities barbaric barbarism blackmail blatant blatantly brazen brazenly brutal brutality brutally bullying
    coercion coercive condemnable criminal criminals cynical cynicism cynically deceit deception deceptive defiance deplorable despicable
    destabilize destabilise destabilizing destabilising destabilization destabilisation destabilized discriminatory disdain disgrace disgraceful disinformation
    dishonest disregard disregarding distort distorted distortion distortions fabricated fabrication fabrications farce flagrant flagrantly
    flawed fictitious falsehood falsehoods genocide groundless bogus baseless hegemony hegemonic henchman henchmen heinous hypocrisy hypocritical
    immoral impunity incite incitement inciting inexcusable infringe infringement inhumane interference interfering intimidate intimidating
    intimidation intolerable irresponsible irresponsibly lawless lawlessness lie lies lying malicious malign manipulate manipulation manipulating
    massacre massacred mercenaries misinformation mistreatment mockery monopolies neo-nazi neo-nazis obstruct obstructing obstruction obstructionism occupied occupation
    occupier occupying oppress oppression outrage outrageous perpetrate perpetrated perpetrators persecution plunder politicised politicized
    politicization politicisation pretext pretexts propaganda provocation provocations provocative provoke provoking puppet rampant reckless recklessly recklessness
    reprehensible repress repression repressive reprisal saboteur saboteurs sabotage scapegoat shameful shamelessly slander
    smear so-called subversive subvert suppression thug thugs thuggery torture tortured trample trampling treacherous travesty unacceptable unconscionable
    undemocratic unfair unfairly unilateral unilateralism unjust unjustified unjustifiable unlawful unprovoked unwarranted vicious
    violate violated violates violating violation violations violator weaponised weaponized weaponize weaponization wrongdoing wrongful wrongly
    sham shameless ruthless savage sinister spurned spurious indefensible ludicrous absurd nonsense duplicity double-standard
    escalation militaristic adventurism misadventurism terrorizing dictatorship fascist fascists nazi nazis coup anti-democratic techno-authoritarianism
    contravention contravene contravenes contravening breach breached breaches breaching flout flouts flouting infiltrated infiltrate dismemberment anarchy
    malign meddling meddle encroachment exploitation unprecedentedly egregious egregiously appalling abhorrent horrific ignominious betrayal betrayed
    unfounded untenable unhelpful counterproductive one-sided biased bias imbalanced arbitrary unobjective selective
    regrettably unfortunately deplorably alas misrule mismanagement destructive inflammatory belligerent bellicose hostile hostilities warmongering
    anti-competitive anticompetitive disastrous protectionist protectionism
"""
_WEAK = """
    ignore ignored ignores ignoring abandon abandoned accused abuse abuses abused abusive armed attack attacked attacking attacks banned bandits banditry blockade
    blood bloodshed bombard bombarding bombardment bomb bombing casualties chaos civilians conflict crime crimes crisis cruel
    damage danger dangerous dangerously deaths decree denied deny destroy destroyed destroying destruction deteriorating detained detention discord dismantle dire
    downed escalate escalated escalating exacerbate exacerbated excluded extremist extremists fail failed fails failing failure
    failures fear force forced foreign fuel fuelled fuelling gunmen harass harassment hatred hostage hostages human-rights impede
    imposed inaction insufficient instability invade invaded invasion isolation isolated kidnap kidnapped kidnapping kill killed killing lack lacking
    mercilessly militants militia militias military mistrust missile missiles murder murdered nationalist nationalists negate negated obstacles
    orchestrated paramilitary poisoned pressure pretend prevent prevented preventing problem problems prosecuted radicals radical refuse refused refuses refusing
    refusal rejected rhetoric rogue saboteurs secessionist seize seized seizing seizure seizures self-proclaimed separatist separatists shelling shelled shot
    shoot siege sniper snipers sponsors stoking storm stormed storming strikes suffering suspicion tension tensions terror terrorism terrorist
    terrorists threat threaten threatened threatening threatens threats tragic tragedy troops undermine undermined undermines undermining
    unrest unable unwilling uncontrolled veto vetoed victims violence violent violently war weaken weakened weapons wound wounded wrong worsen worsened worsening weaknesses
    nothing never too-long falls fallen short inadequate unsubstantiated mere merely exception neglected neglect suffer suffered stall stalled hinder hindered
    hampered hamper deprive deprived deprives divide division confrontation outdated unbalanced harmful
"""


def _blame(words: str, rung: int) -> StanceWord:
    return StanceWord(tuple(dict.fromkeys(words.split())), "criticise", "blame", "-", "111", rung)


BLAME = (
    _blame(_STRONG, 4),
    _blame(_WEAK, 2),
    StanceWord(
        verbs("violate contravene breach undermine trample flout destabilise destabilize"),
        "criticise",
        "blame",
        "-",
        "111",
        4,
    ),
)
