"""French: words of reporting."""

from onrecord.knowledge.language import Speech, Syntax
from onrecord.knowledge.languages.fr.verbs import DOUBTFUL, SAY, STANCE, THINK


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _elided(pronouns: str, verbs: str) -> tuple[str, ...]:
    """ "n'a", "s'est" and the like, with either apostrophe."""
    both = (p + v for p in pronouns.split() for v in verbs.split())
    return tuple(form for word in both for form in (word, word.replace("'", "’")))


SPEECH = Speech(
    marks=(("«", "»"), ("“", "”"), ('"', '"'), ("‹", "›")),
    say=SAY,
    think=THINK,
    stance=STANCE,
    doubtful=DOUBTFUL,
    traps=(
        "c'est-à-dire",
        "autrement dit",
        "ce qu'on appelle",
        "pour ainsi dire",
        "lesdits",
        "ledit",
        "veut dire",
        "veulent dire",
        "voulait dire",
        "il est vrai",
        "étant donné",
        "vu que",
        "y compris",
        "cela dit",
        "ceci dit",
        "reste à savoir",
        "il se trouve",
        "il suffit",
        "en ce qui",
        "il faut",
        "pour cause",
        "nul doute",
        "sans doute",
    ),
    pronouns=_words("il elle ils elles celui-ci celle-ci ceux-ci celles-ci"),
    enclitics=_words("-t-il -t-elle -t-on -t-ils -t-elles -il -elle -ils -elles -on -je -nous"),
    offices=_words("""
    porte-parole président présidente ministre premier première chancelier secrétaire ambassadeur ambassadrice directeur
    directrice commissaire gouverneur sénateur député députée représentant représentante chef roi reine prince délégué
    conseiller conseillère responsable vice-président vice-présidente vice-premier procureur procureure maire juge préfet
    rapporteur rapporteuse coordinateur coordinatrice économiste analyste professeur professeure pdg patron patronne cheffe
    eurodéputé eurodéputée sénatrice attaché attachée consul consule capitaine colonel
    avocat avocate militant chercheur chercheuse expert experte fondateur fondatrice
    """),
    complementizers=_words("que qu qu' si s'il s'ils comment pourquoi combien"),
    according=(
        "selon",
        "d'après",
        "d’après",
        "aux termes de",
        "aux termes du",
        "aux yeux de",
        "aux yeux du",
        "aux dires de",
        "de l'avis de",
        "de l’avis de",
        "pour reprendre les mots de",
        "au dire de",
        "à en croire",
    ),
    honorifics=_words("m m. mme mme. mlle monsieur madame son sa excellence s.e. s.e.m. dr"),
    auxiliaries=(
        *_words("""
    a ont avait avaient aurait auraient est sont était étaient sera seront été avoir soit ai avons
    également ensuite aussi encore déjà alors ainsi enfin toujours récemment clairement notamment toutefois n' ne pas s' se
    l' m' me t' nous vous lui leur y fermement d'abord d’abord auparavant hier mardi jamais souvent parfois plutôt même donc
    pourtant cependant désormais puis te lui-même elle-même eux-mêmes certes simplement hier aujourd'hui
    """),
        *_elided("n' s' l' m' t'", "a ont avait avaient aurait est était étaient sont ai aura en y"),
    ),
    stops=_words("""
    et mais ou que qui dont où quand comme car si dans en à au aux par pour sur avec contre depuis pendant entre sous
    vers chez sans après avant lors afin de du des dès malgré outre parmi via selon ni puisque lorsque lorsqu' tandis
    lequel laquelle lesquels lesquelles auquel jusque jusqu'
    """),
    determiners=_words("""
    le la les l' un une des ce cet cette ces son sa ses leur leurs notre nos mon ma mes plusieurs certains certaines quelques
    deux trois tous toutes chaque aucun aucune beaucoup d'autres
    """),
    openers=_words("mais et or cependant toutefois ensuite enfin puis ainsi"),
    standing=_words("""
    ministère ministre département affaires étrangères république royaume fédération union gouvernement actuel actuelle
    nouveau nouvelle bureau ambassade mission conseil comité commission général générale d' l' d’ l’ d l
    """),
    ranks=_words("""
    adjoint adjointe vice ancien ancienne ex intérimaire délégué déléguée suppléant suppléante sous futur future désigné
    désignée conseiller conseillère
    """),
    hosts=_words("en au aux à auprès dans près"),
    compass=("du nord", "du sud", "de l'est", "de l’est", "occidental", "occidentale", "oriental", "orientale"),
    proxies=_words("porte-parole conseiller conseillère collaborateur collaboratrice entourage cabinet avocat avocate"),
    behalf=_words("du de la"),
    principals=_words("président présidente ministre chancelier roi reine prince premier gouverneur"),
    kin=_words("épouse époux mari veuve veuf fils fille frère sœur"),
    outlets=("agence", "journal", "chaîne", "radio", "télévision", "quotidien"),
    speeches=(
        "discours de",
        "déclaration de",
        "allocution de",
        "intervention de",
        "propos de",
        "discours du",
        "déclaration du",
    ),
    joins=("de", "du", "des", "d'", "d’", "aux", "à", "au"),
    syntax=Syntax(
        nouns=_words("""
        gouvernement parlement département mouvement événement document règlement jugement argument moment élément
        traitement paiement changement développement investissement armement désarmement financement engagement
        établissement rassemblement comportement avertissement élargissement réchauffement médicament bâtiment
        régiment sacrement tourment logement événement avènement fondement sentiment soulèvement dérèglement
        """)
    ),
    adverbs=("ment",),
    objects=("à", "de", "d'"),
    first=_words("je nous j' moi notre nos"),
    things=_words("ceci cela ça c' ce faut nul"),
    relatives=_words("qui lequel laquelle"),
    neuter=_words("ceci cela ça c' ce on vous tu nul faut"),
    infinitive=_words("à de d'"),
    infinitives=_words("er ir ndre ttre uire ivre croire faire dire être"),
    passives=_words("été est sont était étaient sera seront soit être"),
    reflexives=_words("s' s'est s’est s'était s’était"),
    heads=_words("""
    tandis tel tels telle telles avant après parce alors afin pour bien ainsi lors sans dès depuis pendant plus moins autant
    aussi autre autres mieux ce celui celle ceux celles tant vu étant outre ne fois maintenant même
    """),
    past=("é",),
    first_endings=("ons",),
    likewise=("comme",),
    contrasts=("mais",),
    again=("a avait", "ont avaient"),
    indefinites=_words(
        "quelqu'un quelqu’un personne d'autres certains certaines beaucoup tous chacun plusieurs aucun rien"
    ),
    remote=_words("avec contre sans entre"),
    inverts=True,
    prepositions=_words("""
    dans en à au aux par pour sur avec contre depuis pendant entre sous vers chez sans après avant lors de du dès malgré outre
    parmi via devant derrière durant hors selon
    """),
    plain=("que",),
    participles=("ant",),
)
