"""French: reporting verbs with the forms that reports use.

Lives here: stems by what they report, and the paradigms that make the forms of the third person (present, imperfect,
simple past, future, conditional), the participles and the first person of the present. Not here: other words of
reporting (``speech``).
"""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _grave(stem: str) -> str:
    """ "suggér" -> "suggèr": the vowel before a silent ending."""
    at = stem.rfind("é")
    return f"{stem[:at]}è{stem[at + 1 :]}" if at >= 0 and not set(stem[at + 1 :]) & set("aeiouyâêîôûéè") else stem


def first(stems: str) -> tuple[str, ...]:
    """Verbs in -er, by their stems; a second stem after "/" stands before silent endings ("appel/appell")."""
    made: list[str] = []
    for item in stems.split():
        stem, _, silent = item.partition("/")
        soft = {"c": f"{stem[:-1]}ç", "g": f"{stem}e"}.get(stem[-1], stem)
        strong = silent or _grave(stem)
        made += [f"{strong}{e}" for e in ("e", "ent")]
        made += [f"{soft}{e}" for e in ("ait", "aient", "a", "ant", "ons")]
        made += [f"{stem}{e}" for e in ("èrent", "é")]
        made += [f"{silent or stem}{e}" for e in ("era", "eront", "erait", "eraient")]
    return tuple(made)


def second(stems: str) -> tuple[str, ...]:
    """Regular verbs in -ir, by their stems."""
    endings = _words("it issent issait issaient irent issant issons i ira iront irait iraient")
    return tuple(stem + e for stem in stems.split() for e in endings)


def third(rows: str) -> tuple[str, ...]:
    """Other verbs: "present-singular present-plural-stem participle simple-past-stem future-stem", one a line."""
    made: list[str] = []
    for row in rows.strip().splitlines():
        present, plural, participle, past, future = row.split()
        made += [present, f"{plural}ent", f"{plural}ait", f"{plural}aient", f"{plural}ant", f"{plural}ons", participle]
        made += [f"{past}t", f"{past}rent", *(f"{future}{e}" for e in ("a", "ont", "ait", "aient"))]
    return tuple(made)


SAY = (
    *_words("dit disent disait disaient disant dirent dira diront dirait diraient disons redit redisent"),
    *first("""
    déclar indiqu affirm soulign ajout annonc expliqu précis rappel/rappell assur not confirm insist relev observ racont
    réaffirm réitér propos signal révél demand comment inform avou lanc martel/martèl rapport suggér répét résum confi
    argument justifi détaill évoqu mentionn témoign plaisant ironis murmur cri chuchot rétorqu répliqu nuanc tempér tranch
    concéd énonc expos illustr proclam promulgu clam certifi attest corrobor infirm contest réfut démontr montr
    estim jug pronostiqu prophétis spécul suppos regrett déplor lament plaid interrog questionn explicit clarifi
    formul exprim communiqu notifi divulgu publi post tweet/tweett twitt retweet/retweett tonn fulmin renchér glis 
    remarqu constat énumér enchaîn complét raisonn récapitul recommand préconis conseill exclam allégu avanc
    arguu évalu chiffr dat prononc articul stipul télégraphi câbl redout envisag anticip renseign persist
    """),
    *second("avert renchér fourn garant réag réfléch défin éclairc démen"),
    *third("""
    répond répond répondu répondi répondr
    prétend prétend prétendu prétendi prétendr
    soutient soutienn soutenu soutin soutiendr
    maintient maintienn maintenu maintin maintiendr
    prévient prévienn prévenu prévin préviendr
    reconnaît reconnaiss reconnu reconnu reconnaîtr
    admet admett admis admi admettr
    promet promett promis promi promettr
    conclut conclu conclu conclu conclur
    poursuit poursuiv poursuivi poursuivi poursuivr
    écrit écriv écrit écrivi écrir
    décrit décriv décrit décrivi décrir
    dément dément démenti démenti démentir
    prédit prédis prédit prédi prédir
    sous-entend sous-entend sous-entendu sous-entendi sous-entendr
    """),
    *_words("""
    soutenait soutenaient soutenant maintenait maintenaient prévenait prévenaient prévenant
    démentait démentaient reconnait insistent plaint plaignent plaignait
    """),
)

THINK = (
    *first("pens espér considér dout redout craign imagin souhait présum soupçonn assum"),
    *third("""
    croit croi cru cru croir
    craint craign craint craigni craindr
    """),
    *_words("croyait croyaient croyant croyons penses crois"),
)

STANCE = (
    *first("""
    appel/appell exhort condamn dénonc accus salu rejet/rejett exig critiqu refus plaid invit réclam press
    somm ordonn autoris interdis menac félicit blâm fustig encourag incit engag sollicit pri suppli conjur oblig
    """),
    *third("enjoint enjoign enjoint enjoigni enjoindr"),
)

DOUBTFUL = _words("""
note demande critique écrit dit relevé promis annonce précise conclu commente observe poursuivi signale rapporte réplique
conteste doute estime juge cru admis lance avance presse engage plaide
montre publie date datait expose exposé décrit montré propose évoque maintenant prévenant lancé avancé
invite invité accusé salue appelé engagé posté témoigne évalue cri crie complète justifie fourni garanti défini
illustre articule communique formule exprime prononce pri menace menacé ordonne autorise interdis oblige obligé plaint
""")
