"""Spanish: words of reporting."""

from onrecord.knowledge.language import Speech


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


SPEECH = Speech(
    marks=(("«", "»"), ("“", "”"), ('"', '"'), ("‘", "’")),
    say=_words("""
    dijo dice dicen dijeron decía diciendo dicho declaró declara declararon declarado declarando afirmó afirma afirman
    afirmaron afirmado afirmando señaló señala señalan señalaron señalado señalando indicó indica indican indicaron indicado
    indicando subrayó subraya subrayaron subrayado subrayando destacó destaca destacaron destacado destacando agregó agrega
    agregaron añadió añade añadieron añadiendo anunció anuncia anunciaron anunciado anunciando explicó explica explicaron
    explicado explicando aseguró asegura aseguraron asegurado asegurando respondió responde respondieron escribió escribe
    escribieron reiteró reitera reiteraron reiterado reiterando advirtió advierte advirtieron advertido advirtiendo
    recordó recuerda recordaron recordando confirmó confirma confirmaron confirmado confirmando informó informa informaron
    informado manifestó manifiesta manifestaron manifestado expresó expresa expresaron expresado precisó precisa precisaron
    sostuvo sostiene sostuvieron admitió admite reconoció reconoce reconocieron insistió insiste insistieron comentó comenta
    comentaron negó niega negaron prometió promete preguntó pregunta concluyó concluye reveló revela revelaron apuntó apunta
    resaltó resalta enfatizó enfatiza puntualizó matizó propuso propone relató contó cuenta observó alegó
    """),
    think=_words(
        "cree creen creía creyó piensa piensan pensaba pensó considera consideran consideró espera esperan opina opinan opinó estima estimó teme"
    ),
    stance=_words("""
    instó insta instaron instado instando exhortó exhorta exhortaron condenó condena condenaron condenado denunció denuncia
    denunciaron acusó acusa acusaron rechazó rechaza rechazaron exigió exige exigieron criticó critica criticaron llamó llama
    llamaron pidió pide pidieron pidiendo saludó saluda celebró celebra apoyó apoya respaldó respalda abogó aboga
    """),
    doubtful=_words(
        "informa cuenta precisa critica condena denuncia celebra llama espera expresa dicho pregunta promete explica apunta estima observó contó llamó"
    ),
    traps=("es decir", "o sea", "mejor dicho", "dicho de otro modo", "dicho esto", "así llamado"),
    pronouns=_words("él ella ellos ellas"),
    offices=_words("""
    portavoz vocero vocera presidente presidenta ministro ministra canciller secretario secretaria embajador embajadora
    director directora comisario comisaria gobernador gobernadora senador senadora diputado diputada representante jefe jefa
    rey reina príncipe delegado asesor viceministro primer primera
    """),
    complementizers=_words("que si cómo por"),
    according=("según", "de acuerdo con", "a juicio de"),
    honorifics=_words(
        "sr sr. sra sra. señor señora don doña excelentísimo excelentísima excmo. excma. su excelencia s.e. dr"
    ),
    auxiliaries=_words("""
    ha han había habían es era será también luego además aún ya después así siempre recientemente claramente no se le les lo
    nos asimismo igualmente firmemente
    """),
    stops=_words("""
    y e pero o que quien quienes cuyo donde cuando como porque si en a al ante bajo con contra desde durante entre hacia
    hasta para por según sin sobre tras de del mientras aunque
    """),
    determiners=_words("el la los las un una unos unas este esta estos estas ese esa su sus nuestro varios varias"),
    openers=_words("pero y además luego entonces asimismo también"),
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
    joins=("de", "del", "para", "la", "los"),
    adverbs=("mente",),
    objects=("a",),
    first=_words("yo nosotros nosotras nuestro nuestra nuestros nuestras"),
    first_endings=("amos", "emos", "imos"),
    drops_subject=True,
    plain=("que",),
    participles=("ando", "endo"),
)
