"""French: words of stance.

Lives here: verbs by what they say, with the paradigms that make their forms, and the other lists of ``Stance``. Rungs
of operative verbs follow the resolutions of the United Nations in French.
"""

from onrecord.knowledge.languages.fr import patterns
from onrecord.knowledge.stance import Frame, Stance, StanceWord

UN, CAMEO = "un-editorial", "cameo"
_VOWELS = "aeiouyéèêâîôûh"
_ELIDED = "j' n' s' m' l' d' qu' t'"


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _phrases(text: str) -> tuple[str, ...]:
    """Phrases set apart by semicolons, with either apostrophe."""
    shown = (" ".join(f.split()) for f in text.replace("\n", ";").split(";") if f.strip())
    return tuple(form for one in shown for form in dict.fromkeys((one, one.replace("'", "’"))))


def _grave(stem: str) -> str:
    at = stem.rfind("é")
    return f"{stem[:at]}è{stem[at + 1 :]}" if at >= 0 and not set(stem[at + 1 :]) & set("aeiouyâêîôûéè") else stem


class _Forms:
    """The forms of verbs by what they show."""

    def __init__(self) -> None:
        self.thirds: list[str] = []
        self.firsts: list[str] = []
        self.infinitives: list[str] = []
        self.participles: list[str] = []

    def er(self, stem: str, silent: str = "") -> None:
        """A verb in -er; ``silent`` is its stem before silent endings ("appell")."""
        soft = {"c": f"{stem[:-1]}ç", "g": f"{stem}e"}.get(stem[-1], stem)
        strong = silent or _grave(stem)
        self.thirds += [f"{strong}e", f"{strong}ent", *(soft + e for e in ("ait", "aient", "a", "ant"))]
        self.thirds += [f"{stem}èrent", *((silent or stem) + e for e in ("era", "eront", "erait", "eraient"))]
        self.firsts += [f"{soft}ons", f"{stem}ions", *((silent or stem) + e for e in ("erons", "erai", "erais"))]
        self.infinitives.append(f"{stem}er")
        self.participles += [stem + e for e in ("é", "és", "ée", "ées")]

    def ir(self, stem: str) -> None:
        """A verb in -ir with -iss-."""
        self.thirds += [stem + e for e in _words("it issent issait issaient irent issant ira iront irait")]
        self.firsts += [stem + e for e in _words("issons irons irai is")]
        self.infinitives.append(f"{stem}ir")
        self.participles += [stem + e for e in ("i", "ie", "is", "ies")]

    def other(self, thirds: str, firsts: str, infinitive: str, participles: str) -> None:
        """A verb by its forms."""
        self.thirds += thirds.split()
        self.firsts += firsts.split()
        self.infinitives.append(infinitive)
        self.participles += participles.split()


def _elided(forms: list[str], pronouns: str = _ELIDED) -> list[str]:
    """Forms that begin with a vowel also with a pronoun or particle written on to them, with either apostrophe."""
    made = list(forms)
    for form in forms:
        if form[0] in _VOWELS:
            made += [p[:-1] + mark + form for p in pronouns.split() for mark in "'’"]
    return made


_INFINITIVES: list[str] = []
_PARTICIPLES: list[str] = []

_IRREGULAR = {
    "maintenir": ("maintient maintiennent maintenait maintiendra maintenant", "maintenons maintiendrons maintiens", "maintenu maintenue"),
    "soutenir": ("soutient soutiennent soutenait soutiendra soutenant soutint", "soutenons soutiendrons soutiens", "soutenu soutenue"),
    "promouvoir": ("promeut promeuvent promouvait promouvra", "promouvons promouvrons", "promu promue"),
    "défendre": ("défend défendent défendait défendra défendant", "défendons défendrons défends", "défendu défendue"),
    "combattre": ("combat combattent combattait combattra combattant", "combattons combattrons combats", "combattu combattue"),
    "souscrire": ("souscrit souscrivent souscrivait", "souscrivons souscris", "souscrit"),
    "admettre": ("admet admettent admettait admettra", "admettons admettrons admets", "admis admise"),
    "démentir": ("dément démentent démentait démentira démentant", "démentons démens", "démenti démentie"),
    "contredire": ("contredit contredisent contredisait", "contredisons contredis", "contredit"),
    "enjoindre": ("enjoint enjoignent enjoignait", "enjoignons enjoins", "enjoint"),
    "promettre": ("promet promettent promettait promettra", "promettons promets promettrons", "promis"),
    "poursuivre": ("poursuivra poursuivront", "poursuivrons poursuivrai poursuivons", "poursuivi"),
    "craindre": ("craint craignent craignait craindra", "craignons crains craindrons", "craint"),
    "réjouir": ("réjouit réjouissent réjouissait", "réjouissons réjouis", "réjoui réjouie réjouis"),
    "accueillir": ("accueille accueillent accueillait accueillera", "accueillons accueillerons", "accueilli accueillie"),
    "reconnaître": ("reconnaît reconnait reconnaissent reconnaissait", "reconnaissons reconnais", "reconnu reconnue"),
    "bénir": ("bénit", "bénissons bénis", "béni"),
    "rejoindre": ("rejoint rejoignent", "rejoignons rejoins", "rejoint"),
    "permettre": ("", "", ""),
    "vouloir": ("", "", ""),
    "prendre": ("", "", ""),
    "plaindre": ("plaint plaignent", "plaignons plains", "plaint"),
    "déplaire": ("", "", ""),
    "croire": ("", "croyons crois", ""),
    "tenir": ("", "", ""),
    "prévenir": ("prévient préviennent prévenait", "prévenons préviens", "prévenu"),
    "avertir": ("avertit avertissent avertissait avertira", "avertissons avertis", "averti"),
    "servir": ("", "", ""),
}  # fmt: skip
_SILENT = {
    "appel": "appell",
    "rappel": "rappell",
    "renouvel": "renouvell",
    "appuy": "appui",
    "rejet": "rejett",
    "proje": "projet",
}
_SECOND = frozenset({"applaud", "fin", "garant", "chois", "réag", "bann", "abol", "flétr"})


def _verbs(act: str, lemmas: str, frame: Frame = "object", rung: int = 0, source: str = "", cameo: str = "", links: str = "",
           needs: bool = False, negated: str = "") -> StanceWord:  # fmt: skip
    forms = _Forms()
    for lemma in lemmas.split():
        if lemma in _IRREGULAR:
            thirds, firsts, participles = _IRREGULAR[lemma]
            forms.other(thirds, firsts, lemma, participles)
        elif lemma.endswith("er"):
            forms.er(lemma[:-2], _SILENT.get(lemma[:-2], ""))
        else:
            forms.ir(lemma[:-2])
    elided, endless, past = _elided(forms.firsts), _elided(forms.infinitives), _elided(forms.participles)
    _INFINITIVES.extend(endless)
    _PARTICIPLES.extend(p for p in past if p not in forms.thirds)
    shown = tuple(dict.fromkeys((*_elided(forms.thirds), *elided, *endless, *past)))
    return StanceWord(shown, act, frame, "", cameo, rung, source, _phrases(links.replace(" ", ";")), needs, negated)


def _forms(act: str, forms: str, frame: Frame, rung: int = 0, source: str = "", cameo: str = "", links: str = "",
           needs: bool = False, negated: str = "", plover: str = "") -> StanceWord:  # fmt: skip
    return StanceWord(
        _phrases(forms), act, frame, plover, cameo, rung, source, _phrases(links.replace(" ", ";")), needs, negated
    )


_LIGHTS = _words("""
exprime exprimons exprimer exprimant expriment exprimerai adresse adressons adresser adressant adressent présente présentons présenter présentant
réitère réitérons réitérer réitérant renouvelle renouvelons renouveler renouvelant réaffirme réaffirmons réaffirmer réaffirmant apporte apportons apporter
apportant manifeste manifestons manifester témoigne témoignons témoigner transmets transmettons transmettre transmet dis disons dire marque marquons marquer
formule formulons formuler exprimé manifesté adressé réitéré renouvelé réaffirmé apporté présenté offert rendu témoigné transmis formulé marqué partagé
confirmé réitèrent renouvellent réaffirment apportent manifestent témoignent transmettent marquent confirment exprimera exprimait exprimaient apportera apportait rends rendons rendre rend offre offrons offrir confirme confirmons confirmer joint joindre joins partage partageons
""")


def _turns(act: str, forms: tuple[str, ...], frame: Frame, rung: int = 0, source: str = "", cameo: str = "", links: str = "",
           negated: str = "", plover: str = "") -> StanceWord:  # fmt: skip
    return StanceWord(forms, act, frame, plover, cameo, rung, source, _words(links), False, negated)


_WORDS = (
    _verbs("support", "soutenir appuyer", rung=3, source=UN, cameo="051"),
    _verbs("support", "défendre prôner plaider préconiser réaffirmer réitérer souscrire adhérer militer approuver endosser", rung=3, source=UN,
           cameo="051", links="à au aux pour en"),
    _verbs("support", "promouvoir encourager privilégier respecter maintenir renouveler épouser cautionner valoriser", frame="work", rung=3, source=UN,
           cameo="051", links="à au aux pour en"),
    _verbs("support", "croire", links="en au aux à", needs=True, rung=2, cameo="051"),
    _verbs("support", "rejoindre", rung=3, cameo="051"),
    _forms("support", """soutien; appui; attachement; engagement en faveur; adhésion; solidarité; plein soutien; plein appui; attachés;
           ferme attachement; appui sans réserve; soutien indéfectible; soutien total""", "noun", 3, UN, "051",
           links="à au aux envers pour avec de du des à l'égard en faveur"),
    _forms("support", """est attaché; est attachée; sommes attachés; reste attaché; reste attachée; demeure attaché; demeure attachée; restons attachés;
           demeurons attachés; est favorable; sommes favorables; est convaincu; est convaincue; sommes convaincus; demeure convaincu; demeure convaincue;
           reste convaincu; reste convaincue; suis convaincu; restons convaincus; demeurons convaincus; est fermement attaché; est profondément attaché;
           est profondément attachée; accorde une grande importance; accorde une importance; accordons une grande importance; attache une grande importance;
           attachons une grande importance; attachons du prix; se tient aux côtés; nous tenons aux côtés; est solidaire; sommes solidaires; partage;
           partageons; se joint; nous joignons; s'associe; s'aligne""",
           "object", 3, UN, "051", links="à au aux de du des que en avec sur"),
    _forms("support", """est essentiel; est essentielle; est indispensable; sont indispensables; est fondamental; est fondamentale; est primordial;
           est primordiale; est cruciale; est crucial; est vital; est vitale; constitue une priorité; est une priorité; demeure essentiel;
           demeure la pierre angulaire; est la pierre angulaire; est la clé; demeure la seule""", "predicate", 2, "", "051", plover="-"),
    _verbs("oppose", "rejeter refuser récuser réprouver désapprouver repousser contester bannir", rung=5, source=UN, cameo="120"),
    _verbs("oppose", "combattre", rung=3, cameo="120"),
    _verbs("oppose", "opposer", links="à au aux", needs=True, rung=4, source=CAMEO, cameo="120"),
    _verbs("support", "accepter admettre tolérer cautionner permettre", rung=2, cameo="051"),
    _forms("oppose", """est opposé; est opposée; sommes opposés; reste opposé; reste opposée; demeure opposé; est contre; sommes contre; est hostile; sommes hostiles;
           dit non; disons non; refuse catégoriquement; ne saurait accepter; ne saurions accepter; ne peut accepter; ne pouvons accepter; ne pouvons tolérer;
           ne pouvons pas accepter; ne pouvons pas tolérer; ne peut pas accepter; ne saurait tolérer; n'acceptons pas; n'acceptera pas; n'accepterons pas;
           n'accepterons jamais; n'acceptera jamais; s'élève contre; nous élevons contre; s'insurge contre; nous insurgeons contre; m'élève contre""",
           "object", 5, CAMEO, "120", links="à au aux"),
    _forms("oppose", "opposition; rejet; refus; ferme opposition", "noun", 4, CAMEO, "120", links="à au aux de du des", needs=True),
    _verbs("criticise", "condamner", rung=6, source=UN, cameo="111"),
    _verbs("criticise", "dénoncer fustiger stigmatiser vilipender flétrir", rung=6, source=CAMEO, cameo="111"),
    _verbs("criticise", "critiquer blâmer accuser réprimander vitupérer épingler éreinter reprocher plaindre incriminer", rung=4, source=CAMEO, cameo="111",
           links="de du des"),
    _forms("criticise", """condamnation; condamnations; indignation; critiques; réprobation; consternation; mécontentement; vif mécontentement; fort mécontentement""", "noun", 5, UN, "111", links="de du des à face contre", needs=True),
    _forms("criticise", """est inacceptable; sont inacceptables; est intolérable; est injustifiable; est injuste; sont injustes; est illégal; est illégale;
           sont illégales; constitue une violation; constitue une atteinte; viole; violent; bafoue; bafouent; enfreint; porte atteinte; portent atteinte; compromet;
           menace la paix; n'est pas acceptable; est inadmissible; est irresponsable; est contraire; sont contraires; constitue un crime; n'est autre; n'est rien d'autre;
           ne respecte pas; a échoué; ont échoué; avons échoué; échouons; sape; sapent; fait fi; font fi; constitue une menace""", "predicate", 4, "", "111", plover="-"),
    _forms("criticise", """génocide; crime de guerre; crimes de guerre; agression; nettoyage ethnique; barbarie; atrocités; massacre; massacres; deux poids;
           impunité; ingérence; ingérences; apartheid; colonisation; punition collective; blocus injuste; invasion; atrocité""", "blame", 4, "", "111", plover="-"),
    _verbs("criticise", "qualifier juger taxer", frame="brand", rung=4, source=CAMEO, cameo="111", links=" ".join(patterns.BAD)),
    _verbs("deny", "nier démentir réfuter contredire", rung=4, source=CAMEO, cameo="016"),
    _forms("deny", """est faux; est fausse; sont faux; sont fausses; est infondé; est infondée; sont infondées; sont infondés; est sans fondement; sont sans fondement;
           dénué de tout fondement; n'est pas vrai; est un mensonge; ne sommes pas responsables""", "predicate", 4, "", "016"),
    _verbs("demand", "exiger", frame="order", rung=5, source=UN, cameo="100"),
    _verbs("demand", "exhorter réclamer sommer enjoindre engager adjurer conjurer implorer prier supplier", frame="order", rung=4, source=UN, cameo="100"),
    _verbs("demand", "demander", frame="order", rung=3, source=UN, cameo="100"),
    _verbs("demand", "inviter", frame="order", rung=2, source=UN, cameo="100"),
    _verbs("demand", "interpeller presser", frame="order", rung=4, source=UN, cameo="100"),
    _verbs("appeal", "appeler", rung=3, source=UN, cameo="020", links="à au aux de", needs=True),
    _verbs("demand", "appeler", frame="order", rung=3, source=UN, cameo="100"),
    _verbs("appeal", "souhaiter espérer", rung=2, source=UN, cameo="020", links="que"),
    _verbs("appeal", "insister", rung=3, source=UN, cameo="020", links="sur pour", needs=True),
    _verbs("appeal", "plaider militer œuvrer", rung=3, cameo="020", links="pour en", needs=True),
    _forms("appeal", """lance un appel; lançons un appel; lance un appel pressant; lançons un appel pressant; lance un vibrant appel; lancer un appel; fait appel;
           faisons appel; en appelle; en appelons; formons le vœu; forme le vœu; émettons le vœu; émet le vœu; appel pressant; joint sa voix; joignons notre voix;
           j'en appelle; je lance un appel; joins ma voix""", "object", 3, UN, "020", links="à au aux pour que en"),
    _forms("appeal", """il faut; il nous faut; il faudra; il faudrait; il est urgent; il est impératif; il est nécessaire; il est temps; il est grand temps; il importe;
           il convient; il est essentiel; il est crucial; il est indispensable; il est primordial; il est important; il est fondamental; devons; devrions; doit; doivent;
           devrait; devraient; devra; devront; avons besoin; a besoin; se doit; nous devons; nous faut; est urgent; qu'il faut; avons le devoir; avons l'obligation;
           est impératif; avons la responsabilité; qu'il nous faut; incombe; appartient""", "modal", 3, UN, "020", links="de d' que à", negated="oppose"),
    _verbs("propose", "proposer suggérer recommander", rung=2, source=UN, cameo="036"),
    _forms("propose", "met en avant; a initié; a lancé une initiative; a pris l'initiative; avons pris l'initiative; avons proposé", "object", 2, "", "036"),
    _verbs("commit", "engager", frame="to", rung=4, source=CAMEO, cameo="030", links="à"),
    _verbs("commit", "promettre", frame="to", rung=4, source=CAMEO, cameo="030", links="de que"),
    _forms("commit", """s'engage; nous engageons; m'engage; est déterminé; est déterminée; sommes déterminés; reste déterminé; reste déterminée; demeure déterminé;
           demeure déterminée; est résolu; est résolue; sommes résolus; reste résolu; est prêt; est prête; sommes prêts; reste disposé; est disposé; est disposée; sommes disposés;
           est engagé; est engagée; sommes engagés; reste engagé; reste engagée; restons engagés; demeure engagé; demeure engagée; reste déterminé; ne ménagera aucun effort; ne ménagerons aucun effort;
           continuera; continuerons; poursuivra; poursuivrons; continuerons toujours; entend; entendons; compte; comptons; veillera; veillerons; restera engagé; ne cessera; s'emploie; nous employons;
           s'attelle; sommes décidés; s'est engagé; s'est engagée; nous sommes engagés; réaffirme son engagement; réitère son engagement; réaffirmons notre engagement; réitérons notre engagement;
           renouvelle son engagement; renouvelons notre engagement; entend bien; œuvre""",
           "to", 4, CAMEO, "030", links="à de d' pour que"),
    _forms("commit", "engagement; détermination; volonté; ferme engagement; ferme volonté", "noun", 4, CAMEO, "030", links="à de d' pour en"),
    _verbs("warn", "avertir menacer prévenir", frame="clause", rung=5, source=CAMEO, cameo="130", links="que de contre"),
    _forms("warn", "mise en garde; tire la sonnette d'alarme; tirons la sonnette d'alarme", "clause", 5, CAMEO, "130", links="contre que"),
    _turns("warn", patterns.WARNED, "clause", 5, CAMEO, "130", links="contre que qu' sur"),
    _turns("welcome", patterns.PLEASED, "object", 3, UN, "051", links="de du des que qu'"),
    _verbs("welcome", "saluer féliciter remercier applaudir louer bénir apprécier", rung=3, source=UN, cameo="051", links="de du des pour"),
    _verbs("welcome", "réjouir", links="de du des que", rung=3, source=UN, cameo="051"),
    _forms("welcome", """rends hommage; rend hommage; rendons hommage; rendre hommage; rends un hommage; rend un hommage; rendons un hommage; hommage mérité; un vibrant hommage;
           accueille avec satisfaction; accueillons avec satisfaction; accueille favorablement; accueillons favorablement; se félicite; nous félicitons; me félicite; sais gré; savons gré; prend note avec satisfaction; prenons note avec satisfaction; note avec satisfaction; notons avec satisfaction;
           nous sentons honorés; est heureux; est heureuse; suis heureux; suis honoré; est honoré; sommes honorés; sommes heureux; est reconnaissant; sommes reconnaissants; suis reconnaissant;
           sommes fiers; suis fier""",
           "object", 3, UN, "051", links="à au aux de du des par que pour"),
    _forms("welcome", """remerciements; félicitations; gratitude; reconnaissance; hommage; satisfaction; appréciation; chaleureuses félicitations; vives félicitations; sincères remerciements;
           compliments; admiration""", "noun", 3, UN, "051", links="à au aux pour de du des envers face"),
    _forms("concern", """se dit préoccupé; se dit préoccupée; est préoccupé; est préoccupée; sommes préoccupés; demeure préoccupé; demeure préoccupée; reste préoccupé; reste préoccupée; restons préoccupés;
           demeurons préoccupés; est inquiet; est inquiète; sommes inquiets; s'inquiète; nous inquiétons; s'alarme; est profondément préoccupé; est profondément préoccupée; sommes profondément préoccupés;
           sommes vivement préoccupés; est vivement préoccupé; est gravement préoccupé; suis préoccupé; est attristé; sommes attristés; est consterné; sommes consternés; nous alarmons; est alarmé""",
           "object", 4, UN, "012", links="par de du des que face"),
    _verbs("concern", "regretter", rung=3, source=UN, cameo="012", links="que qu'"),
    _verbs("concern", "déplorer", rung=5, source=UN, cameo="012", links="que qu'"),
    _verbs("concern", "craindre", rung=3, source=UN, cameo="012", links="que"),
    _forms("concern", "préoccupation; préoccupations; inquiétude; inquiétudes; profonde préoccupation; vive préoccupation; regret; regrets; tristesse; crainte; craintes; alarme", "noun", 3, UN, "012",
           links="à au face devant quant concernant sur de du des pour par"),
    _forms("concern", """est préoccupante; est préoccupant; sont préoccupantes; est alarmante; est alarmant; demeure préoccupante; demeure préoccupant; reste préoccupante; reste préoccupant; est inquiétante; est inquiétant;
           est déplorable; constitue un danger; ne cesse de; ne cessent de; se détériore; s'aggrave; s'aggravent; souffre; souffrent; continue de souffrir;
           met en danger; mettent en danger; mettant en danger; nous préoccupe; nous inquiète; préoccupe; plongent dans; demeure une source""",
           "predicate", 3, "", "012", plover="-"),
    _verbs("announce", "annoncer proclamer dévoiler décréter", rung=1, cameo="010", links="que"),
    _forms("announce", """a décidé; ont décidé; avons décidé; a adopté; ont adopté; avons adopté; a ratifié; avons ratifié; a signé; avons signé; a lancé; avons lancé; a mis en place; avons mis en place;
           a créé; avons créé; a instauré; avons instauré; a promulgué; avons promulgué; a imposé; ont imposé""", "object", 1, "", "010", links="de d'"),
    _forms("announce", "a convenu; ont convenu; sont convenus; est convenu; est convenue; sont convenues; avons convenu; sommes convenus", "object", 1, "", "010", links="de d' que"),
    _turns("support", patterns.ATTACHED, "object", 3, UN, "051", links="à au aux de du des avec pour"),
    _turns("oppose", patterns.AGAINST, "object", 5, CAMEO, "120", links="à au aux de du des"),
    _turns("criticise", patterns.VIOLATES, "predicate", 5, "", "111", plover="-"),
    _turns("deny", patterns.UNTRUE, "predicate", 4, "", "016", plover="-"),
    _turns("deny", patterns.NEVER_DID, "to", 4, "", "016"),
    _turns("concern", patterns.WORRIED, "object", 4, UN, "012", links="par de du des que face"),
    _turns("concern", patterns.WORRYING, "predicate", 3, "", "012", plover="-"),
    _forms("concern", "condoléances; condoléances attristées; sincères condoléances; compassion; émotion; vive émotion; indignation", "noun", 3, UN, "012", links="à aux au face devant pour"),
    _turns("appeal", patterns.URGENT, "modal", 3, UN, "020", links="de d' que", negated="oppose"),
    _forms("appeal", "appel; vibrant appel; appel solennel; vœu; plaidoyer", "noun", 3, UN, "020", links="à au aux pour en de", needs=True),
    _turns("commit", patterns.WILL, "to", 4, CAMEO, "030", links="à de pour"),
    _turns("warn", patterns.RESERVES, "object", 5, CAMEO, "130", links="de d'"),
    _turns("warn", patterns.THREATENS, "predicate", 5, CAMEO, "130"),
    _turns("announce", patterns.TOOK, "object", 1, "", "010"),
)  # fmt: skip

STANCE = Stance(
    words=_WORDS,
    perils=_words(
        """risque risques menace menaces danger dangers péril périls crise crises guerre conflit conflits escalade catastrophe violence violences souffrance souffrances problème problèmes défis maux fléau fléaux"""
    ),
    pointers=_words("cela ceci ça ces tels telles autant tous"),
    prospects=_words("possibilité perspective probabilité éventualité"),
    negators=_words(
        "pas ne n' n'est n’est n'était n’était n'étaient n’étaient non jamais nullement aucunement point sans ni nul aucun aucune"
    ),
    neithers=("ni",),
    afters=_words("pas plus jamais point guère nullement aucunement"),
    onlys=(
        *("non seulement", "pas seulement", "à la fois"),
        *(
            "avec force",
            "avec vigueur",
            "avec fermeté",
            "avec la plus grande fermeté",
            "dans les termes les plus forts",
        ),
        *("dans les termes les plus fermes", "de la manière la plus ferme", "sans réserve", "sans équivoque"),
    ),
    charges=_words("allégations allégation accusations accusation insinuations assertions affirmations calomnies"),
    pairs=(
        ("non seulement", "mais"),
        ("pas seulement", "mais"),
        ("tant", "que qu'"),
        ("aussi bien", "que"),
        ("à la fois", "et"),
    ),
    ifs=_words("si s'il s’il s'ils s’ils"),
    conditionals=_words("rait raient rions rais"),
    unreal=_words("si comme sauf pourrait pourraient pourrions peut-être quand lorsque"),
    hedges=_words("partiellement prudemment plutôt"),
    boosts=_words("""fermement vigoureusement énergiquement catégoriquement résolument vivement profondément solennellement sincèrement chaleureusement
    sérieusement complètement formellement farouchement durement amèrement rigoureusement inconditionnellement sévèrement pleinement totalement absolument instamment gravement fortement sans-réserve"""),
    passives=_words("""a ont avons ai avait avaient aura auront avoir ayant n'avons n'a n'ont j'ai n'avait n'avaient
    l'a l'ont l'avait l'avaient l'avons l’a l’ont l’avait l’avaient l’avons"""),
    agents=("par",),
    lights=tuple(_elided(list(_LIGHTS))),
    joins=("et", "ou", ",", "ainsi que"),
    ends=_words("""car parce tandis alors afin lorsque lorsqu'il bien quoique puisque donc mais dont où lequel laquelle lesquels lesquelles auquel auxquels malgré pendant depuis avant après qui selon
    notamment conformément"""),
    traps=(
        *(
            f"{verb} {what}"
            for verb in _words("demande demandons demandent demandé demander")
            for what in ("pardon", "la parole")
        ),
        *_phrases("""crime de génocide; contre le génocide; prévention du génocide; au soutien; en appui; à l'appui; appel d'offres; à l'appel; sur appel; sans doute; bien entendu; compte tenu; prend en compte; tenir compte; tient compte; pris en compte; se rend compte; rendre compte;
           en réponse; par rapport; qui se respecte; en engageant; s'il vous plaît; je vous remercie; je vous en remercie; merci de votre; au cours; en cours; compte rendu; de compte; pour le compte; pour son compte;
           salle; se partage; en partage"""),
    ),
    actors=_words("""gouvernement gouvernements ministère ministères ministre ministres président présidente parlement sénat congrès conseil commission comité parti partis union fédération association
    autorités autorité homologue homologues délégation délégations partie état états pays nation nations république royaume communauté organisation organisations groupe alliance ambassade ambassadeur porte-parole chancelier
    secrétaire chef chefs dirigeants dirigeant majesté roi reine sommet assemblée onu ue otan uemoa cedeao cemac brics g20 g7 g77 syndicat syndicats administration armée africains africain afrique
    entreprises compagnies industriels constructeurs fabricants producteurs exportateurs importateurs équipementiers multinationales patronat filière détracteurs opposants critiques agriculteurs ong"""),
    not_actors=_words(
        "société entreprise chercheurs chercheur analystes analyste économistes experts expert professeur université journal presse rapport étude investisseurs marchés"
    ),
    seats=_words("""entreprises compagnies industriels constructeurs fabricants producteurs exportateurs importateurs équipementiers multinationales patronat filière détracteurs opposants critiques
    agriculteurs ong associations association syndicats syndicat"""),
    inverted=("-t-",),
    homelands=_words("pays nation"),
    own=_words("je nous notre nos mon ma mes moi j' m'"),
    theirs=_words("son sa ses leur leurs"),
    things=_words(
        "mesure mesures politique loi plan cadre initiative accord résolution stratégie programme déclaration"
    ),
    copulas=_words("est sont sera demeure reste a se"),
    wishes=_phrases("""voudrais; voudrions; voudrait; tiens; tenons; tient; souhaite; souhaitons; souhaiterais; souhaiterions; veux; voulons; veut; aimerais; aimerions; permettez; permettez-moi; permettez-nous; permis; permis; plaisir; honneur; saisis;
           saisissons; saisir; occasion; désire; désirons; souhaiterait; j'aimerais; devoir; dois; profite; profitons; réserve; ose; qu'il"""),
    asides=_words("""rappeler souligner noter dire reconnaître préciser ajouter signaler relever constater remarquer mentionner avouer admettre indiquer comprendre savoir
    rappelons souligner d'ajouter de d'indiquer"""),
    tos=_phrases("à; de; d'; que; qu'; pour; afin"),
    firsts=_words("suis rends joins transmets savais sais dis mets forme crains"),
    first_endings=("ons",),
    gerunds=("ant",),
    possessives=_words("notre nos mon ma mes"),
    fors=("pour",),
    purposes=_words("en afin pour"),
    everybody=_words("communauté tous toutes chacun monde internationale membres humanité"),
    infinitives=tuple(
        dict.fromkeys(
            (
                *_INFINITIVES,
                *_elided([w for w in _LIGHTS if w.endswith(("er", "re", "ir"))]),
                "lancer",
                "rendre",
                "déplorer",
                "regretter",
            )
        )
    ),
    participles=tuple(dict.fromkeys(_PARTICIPLES)),
    clitics=_words("le la les y s'y s’y en s'en s’en"),
    elided=("l'", "l’"),
    inverts=False,
    linkers=("de", "du", "d"),
    fillers=("le", "la", "les", "l", "un", "une", "des", "et", "leur", "leurs", "son", "sa", "ses", "nos"),
)
