"""French: words of reporting."""

from onrecord.knowledge.language import Speech


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


SPEECH = Speech(
    marks=(("«", "»"), ("“", "”"), ('"', '"'), ("‹", "›")),
    say=_words("""
    dit disent disait disant déclaré déclare déclarait déclarant déclara indiqué indique indiquait indiquant indiqua
    affirmé affirme affirmait affirmant affirma souligné souligne soulignait soulignant souligna ajouté ajoute ajoutait
    ajoutant ajouta annoncé annonce annonçait annonçant annonça expliqué explique expliquait expliquant expliqua précisé
    précise précisait précisant précisa rappelé rappelle rappelait rappelant estimé estime estimait estimant
    assuré assure assurait assurant répondu répond répondait répondant écrit écrivait noté note notait notant
    confirmé confirme confirmait confirmant averti avertit avertissant prévenu prévient reconnu reconnaît reconnaissant
    prétendu prétend prétendait insisté insiste insistait insistant relevé relève relevait observé observe
    raconté raconte racontait réaffirmé réaffirme réitéré réitère soutenu soutient conclu conclut proposé propose
    promis promet signalé signale révélé révèle admis admet demandé demande demandait poursuivi poursuit martelé martèle
    démenti dément commenté commente informé informe avoué avoue
    """),
    think=_words(
        "pensé pense pensait pensent pensons cru croit croyait croient espéré espère espérait craint redoute juge jugé considère considéré"
    ),
    stance=_words("""
    appelé appelle appelait appelant exhorté exhorte exhortant condamné condamne condamnant dénoncé dénonce dénonçant
    accusé accuse accusant salué salue saluant rejeté rejette rejetant exigé exige exigeant critiqué critique critiquant
    refusé refuse refusant plaidé plaide invité invite souhaité souhaite
    """),
    doubtful=_words(
        "note demande critique écrit dit relevé promis annonce précise conclu commente observe poursuivi signale"
    ),
    traps=("c'est-à-dire", "autrement dit", "ce qu'on appelle", "pour ainsi dire", "lesdits", "ledit"),
    pronouns=_words("il elle ils elles a-t-il a-t-elle ont-ils ont-elles"),
    offices=_words("""
    porte-parole président présidente ministre premier première chancelier secrétaire ambassadeur ambassadrice directeur
    directrice commissaire gouverneur sénateur député députée représentant représentante chef roi reine prince délégué
    conseiller conseillère responsable
    """),
    complementizers=_words("que qu qu' si comment pourquoi"),
    according=("selon", "d'après", "d’après", "aux termes de"),
    honorifics=_words("m m. mme mme. mlle monsieur madame son sa excellence s.e. s.e.m. dr"),
    auxiliaries=_words("""
    a ont avait avaient est était sera aura eu également ensuite aussi encore déjà alors ainsi enfin toujours récemment
    clairement notamment toutefois par ailleurs n' ne pas s' se l' nous vous lui leur y fermement
    """),
    stops=_words("""
    et mais ou que qui dont où quand comme car si dans en à au aux par pour sur avec contre depuis pendant entre sous
    vers chez sans après avant lors afin de du des
    """),
    determiners=_words("le la les l' un une des ce cet cette ces son sa ses leur leurs notre nos plusieurs certains"),
    openers=_words("mais et or cependant toutefois ensuite enfin puis ainsi"),
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
    joins=("de", "du", "des", "d'", "d’", "aux", "la", "les", "à"),
    adverbs=("ment",),
    objects=("à", "de", "d'"),
    first=_words("je nous j' notre"),
    plain=("que",),
    participles=("ant",),
)
