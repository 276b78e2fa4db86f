"""Spanish: words of reporting."""

from onrecord.knowledge.language import Speech
from onrecord.knowledge.languages.es.verbs import DOUBTFUL, SAY, STANCE, THINK


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


SPEECH = Speech(
    marks=(("«", "»"), ("“", "”"), ('"', '"'), ("‘", "’")),
    say=SAY,
    think=THINK,
    stance=STANCE,
    doubtful=DOUBTFUL,
    traps=(
        "es decir",
        "o sea",
        "mejor dicho",
        "dicho de otro modo",
        "dicho esto",
        "así llamado",
        "quiere decir",
        "cabe destacar",
        "hay que",
        "dado que",
        "por lo dicho",
        "mejor dicho",
        "vale decir",
        "mucho menos",
        "cabe duda",
        "sin duda",
        "no hay duda",
    ),
    pronouns=_words("él ella ellos ellas éste ésta aquél"),
    offices=_words("""
    portavoz vocero vocera presidente presidenta ministro ministra canciller secretario secretaria embajador embajadora
    director directora comisario comisaria gobernador gobernadora senador senadora diputado diputada representante jefe jefa
    rey reina príncipe delegado asesor asesora viceministro viceministra primer primera vicepresidente vicepresidenta subsecretario subsecretaria
    alcalde alcaldesa intendente juez jueza fiscal titular líder cónsul experto experta analista economista profesor
    profesora mandatario mandataria coordinador coordinadora consejero consejera parlamentario legislador legisladora
    comandante coronel capitán abogado abogada fundador fundadora investigador investigadora ejecutivo
    """),
    complementizers=_words("que si cómo cuándo cuánto dónde quién qué"),
    according=(
        "según",
        "de acuerdo con",
        "de acuerdo a",
        "a juicio de",
        "a juicio del",
        "en opinión de",
        "en opinión del",
        "en palabras de",
        "en palabras del",
        "a decir de",
        "a decir del",
        "citando a",
    ),
    honorifics=_words(
        "sr sr. sra sra. señor señora don doña excelentísimo excelentísima excmo. excma. su excelencia s.e. dr"
    ),
    auxiliaries=_words("""
    ha han había habían habría habrían haya es era será fue fueron sido también luego además aún ya después así siempre
    recientemente claramente no se le les lo nos me te os hemos he asimismo igualmente firmemente entonces hoy ayer anoche todavía
    nunca jamás tampoco incluso sólo solo apenas ahora antes primero finalmente
    """),
    stops=_words("""
    y e pero o que quien quienes cuyo donde cuando como porque si en a al ante bajo con contra desde durante entre hacia
    hasta para por según sin sobre tras de del mientras aunque sino cuya cuyos cuyas cual cuales ni u pues ante durante
    mediante salvo excepto donde
    """),
    determiners=_words("""
    el la los las un una unos unas este esta estos estas ese esa esos esas aquel aquella su sus nuestro nuestra nuestros
    nuestras mi mis varios varias algunos algunas muchos muchas cada ambos ambas otro otra otros otras dos tres ningún
    ninguna cualquier
    """),
    openers=_words("pero y además luego entonces asimismo también"),
    standing=_words("""
    ministerio ministro departamento asuntos exteriores relaciones república reino federación unión gobierno actual nuevo
    nueva oficina embajada misión consejo comité comisión general permanente
    """),
    ranks=_words("""
    adjunto adjunta vice ex exministro exministra anterior antiguo antigua interino interina delegado delegada suplente
    sub futuro futura designado designada asesor asesora
    """),
    hosts=_words("en ante a al"),
    compass=("del norte", "del sur", "del este", "occidental", "oriental"),
    proxies=_words("portavoz vocero vocera asesor asesora abogado abogada entorno"),
    behalf=_words("del de la"),
    principals=_words("presidente presidenta ministro ministra canciller rey gobernador gobernadora primer primera"),
    kin=_words("esposa esposo marido viuda viudo hijo hija hermano hermana"),
    outlets=("agencia", "diario", "periódico", "cadena", "radio", "televisión", "canal"),
    speeches=(
        "discurso de",
        "declaración de",
        "intervención de",
        "palabras de",
        "discurso del",
        "declaración del",
        "palabras del",
        "intervención del",
    ),
    joins=("de", "del", "para"),
    adverbs=("mente",),
    objects=("a",),
    things=_words("esto eso ello cabe"),
    relatives=_words("que quien quienes"),
    neuter=_words("esto eso ello lo usted ustedes tú vos uno"),
    infinitive=_words("a de"),
    infinitives=_words("ar er ir arse erse irse arlo erlo irlo"),
    passives=_words("fue fueron sido es son era eran será ser se"),
    reflexives=_words("""
    pregunt quej refir refier jact comprom pronunci limit mostr manifest dirig cuestion lament neg nieg felicit
    """),
    heads=_words("""
    para sin antes después lo el la los las más menos mejor peor mayor menor en con por mientras ya así tal igual hasta
    desde aunque tanto cada otro otra otros mismo misma siempre puesto dado luego una vez
    """),
    past=("ado", "ido", "dicho", "escrito", "puesto", "visto"),
    likewise=("como", "conforme"),
    contrasts=("pero",),
    again=("-ó", "-aron", "-ieron", "ha", "han"),
    indefinites=_words(
        "alguien nadie otros otras todos todas quienes muchos muchas pocos algunos algunas ambos cualquiera ninguno"
    ),
    remote=_words("con para sobre contra sin entre"),
    inverts=True,
    prepositions=_words("""
    en a al ante bajo con contra desde durante entre hacia hasta para por según sin sobre tras de del mediante
    """),
    first=_words("yo nosotros nosotras nuestro nuestra nuestros nuestras"),
    first_endings=("amos", "emos", "imos", "digo", "creo"),
    drops_subject=True,
    plain=("que",),
    participles=("ando", "endo"),
)
