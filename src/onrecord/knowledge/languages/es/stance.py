"""Spanish: words of stance.

Lives here: verbs by what they say, with the paradigms that make their forms, and the other lists of ``Stance``. Rungs
of operative verbs follow the resolutions of the United Nations in Spanish.
"""

from onrecord.knowledge.languages.es import patterns
from onrecord.knowledge.stance import Frame, Stance, StanceWord

UN, CAMEO = "un-editorial", "cameo"


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _phrases(text: str) -> tuple[str, ...]:
    """Phrases set apart by semicolons."""
    return tuple(" ".join(f.split()) for f in text.replace("\n", ";").split(";") if f.strip())


_INFINITIVES: list[str] = []
_PARTICIPLES: list[str] = []
_FIRSTS: list[str] = []

_ENDINGS = {
    "ar": (
        "a an",
        "ó aron aba aban ará arán aría arían ando",
        "amos aremos ábamos aré aríamos",
        "o",
        "ado ada ados adas",
    ),
    "er": (
        "e en",
        "ió ieron ía ían erá erán ería erían iendo",
        "emos eremos íamos eré eríamos",
        "o",
        "ido ida idos idas",
    ),
    "ir": (
        "e en",
        "ió ieron ía ían irá irán iría irían iendo",
        "imos iremos íamos iré iríamos",
        "o",
        "ido ida idos idas",
    ),
}
_STRESSED = {
    "alent": "alient", "mostr": "muestr", "esforz": "esfuerz", "comprob": "comprueb", "manifest": "manifiest", "recomend": "recomiend",
    "neg": "nieg", "defend": "defiend", "reg": "rig", "recuerd": "recuerd", "record": "recuerd", "exhort": "exhort", "sugir": "sugier",
    "desment": "desmient", "advert": "adviert", "ped": "pid", "repet": "repit", "prefer": "prefier", "desaprob": "desaprueb", "aprob": "aprueb",
    "consent": "consient", "lament": "lament", "reprob": "reprueb", "apost": "apuest", "inst": "inst", "sent": "sient",
}  # fmt: skip
_ODD = {
    "agradecer": ("agradezco", "agradecemos agradecimos"), "reconocer": ("reconozco", ""), "sostener": ("sostengo sostiene sostienen sostuvo sostuvieron", "sostenemos"),
    "mantener": ("mantengo mantiene mantienen mantuvo mantuvieron", "mantenemos mantendremos"), "oponer": ("opongo opone oponen opuso opusieron", "oponemos"),
    "proponer": ("propongo propone proponen propuso propusieron", "proponemos propusimos"), "exigir": ("exijo", ""), "acoger": ("acojo", ""),
    "bendecir": ("bendigo bendice bendicen", ""), "contradecir": ("contradice contradicen contradigo", ""), "promover": ("promuevo promueve promueven", ""),
    "temer": ("", ""), "prometer": ("", ""), "comprometer": ("", ""), "elegir": ("", ""), "advertir": ("advirtió advirtieron", ""), "desmentir": ("desmintió", ""),
    "sugerir": ("sugirió sugiere sugieren sugiero", ""), "pedir": ("pidió pidieron", ""), "adherir": ("adhiere adhieren adhiero", ""), "requerir": ("requiere requieren requiero", ""),
}  # fmt: skip


def _conjugated(lemma: str) -> tuple[str, ...]:
    stem, kind = lemma[:-2], lemma[-2:]
    present, thirds, firsts, first, participles = _ENDINGS[kind]
    strong = _STRESSED.get(stem, stem)
    soft = {"z": f"{stem[:-1]}c", "c": f"{stem[:-1]}qu", "g": f"{stem}u"}.get(stem[-1], stem) if kind == "ar" else stem
    mine = [f"{strong}{first}", *(stem + e for e in firsts.split()), *([f"{soft}é"] if kind == "ar" else [])]
    odd, more = _ODD.get(lemma, ("", ""))
    mine += [w for w in odd.split() if w.endswith("o") and not w.endswith(("uvo", "uso"))] + more.split()
    infinitives = [lemma, f"{lemma}se", f"{lemma}nos", f"{lemma}me", f"{lemma}le", f"{lemma}les", f"{lemma}los"]
    _FIRSTS.extend(mine)
    _INFINITIVES.extend(infinitives)
    _PARTICIPLES.extend(stem + e for e in participles.split())
    forms = [strong + e for e in present.split()] + [stem + e for e in thirds.split()] + odd.split()
    return tuple(dict.fromkeys((*forms, *mine, *infinitives, *(stem + e for e in participles.split()))))


def _verbs(act: str, lemmas: str, frame: Frame = "object", rung: int = 0, source: str = "", cameo: str = "", links: str = "",
           needs: bool = False, negated: str = "") -> StanceWord:  # fmt: skip
    forms = tuple(form for lemma in lemmas.split() for form in _conjugated(lemma))
    return StanceWord(tuple(dict.fromkeys(forms)), act, frame, "", cameo, rung, source, _words(links), needs, negated)


def _forms(act: str, forms: str, frame: Frame, rung: int = 0, source: str = "", cameo: str = "", links: str = "",
           needs: bool = False, negated: str = "", plover: str = "") -> StanceWord:  # fmt: skip
    return StanceWord(_phrases(forms), act, frame, plover, cameo, rung, source, _words(links), needs, negated)


def _turns(act: str, forms: tuple[str, ...], frame: Frame, rung: int = 0, source: str = "", cameo: str = "", links: str = "",
           negated: str = "", plover: str = "") -> StanceWord:  # fmt: skip
    return StanceWord(forms, act, frame, plover, cameo, rung, source, _words(links), False, negated)


_LIGHTS = _words("""
expresa expresan expresó expresamos expresar expresando expreso expresarle expresarles manifiesta manifiestan manifestó manifestamos manifestar manifestando manifiesto
reitera reiteran reiteró reiteramos reiterar reiterando reitero reafirma reafirman reafirmó reafirmamos reafirmar reafirmando reafirmo renueva renovamos renovar
extiende extendemos extender extiendo extenderle transmite transmitimos transmitir transmito transmitirle formula formulamos formular hace hacemos hacer hago hizo
dirige dirigimos dirigir presenta presentamos presentar presento rinde rendimos rendir da damos dar doy brinda brindamos brindar ofrece ofrecemos ofrecer ofrezco
declara declaramos declarar eleva elevamos elevar alza alzamos alzar muestra mostramos mostrar comparte compartimos compartir tiene tenemos mantiene mantenemos
confirma confirmamos confirmar subraya subrayamos subrayar deja dejar suma sumamos sumar
expresaron expresado manifestaron manifestado reiteraron reiterado reafirmaron reafirmado renovó renovaron transmitió transmiten transmitieron extendió extienden extendieron formuló formulan
formularon hacen hicieron presentó presentaron dio dieron brindó brindan brindaron ofreció ofrecen ofrecieron declaró declararon mostró muestran mostraron mantuvo mantienen mantuvieron
confirmó confirmaron subrayaron dejó dejaron
""")

_WORDS = (
    _verbs("support", "apoyar respaldar avalar secundar refrendar", rung=3, source=UN, cameo="051"),
    _verbs("support", "defender propugnar reafirmar reiterar ratificar suscribir reivindicar adherir", rung=3, source=UN, cameo="051", links="a al en"),
    _verbs("support", "promover impulsar fomentar alentar privilegiar respetar preservar salvaguardar fortalecer sostener mantener favorecer aprobar", frame="work",
           rung=3, source=UN, cameo="051", links="a al en"),
    _verbs("support", "subrayar destacar enfatizar resaltar remarcar", rung=3, source=UN, cameo="051"),
    _verbs("support", "abogar", rung=3, source=UN, cameo="051", links="por", needs=True),
    _verbs("support", "creer", rung=2, cameo="051", links="en", needs=True),
    _forms("support", "apoyo; respaldo; adhesión; solidaridad; compromiso; pleno apoyo; firme apoyo; firme compromiso; inquebrantable apoyo; pleno respaldo; voto", "noun", 3, UN, "051",
           links="a al con por de para hacia"),
    _forms("support", """está comprometido; está comprometida; estamos comprometidos; está a favor; estamos a favor; es partidario; somos partidarios; está convencido; está convencida; estamos convencidos;
           estoy convencido; se suma; nos sumamos; se une; nos unimos; se solidariza; nos solidarizamos; concede gran importancia; otorga gran importancia; otorgamos gran importancia; comparte; compartimos;
           se adhiere; nos adherimos; se alinea; seguimos creyendo; confía; confiamos; votamos a favor; ha votado a favor; hemos votado a favor; apuesta; apostamos; estoy a favor; estoy convencida;
           votó a favor; votaron a favor; vota a favor; votan a favor; votará a favor; votarán a favor; votaremos a favor; han votado a favor""",
           "object", 3, UN, "051", links="a al con de por en que la"),
    _forms("support", """es esencial; es fundamental; es indispensable; son fundamentales; son esenciales; es crucial; es vital; es clave; es prioritario; es prioritaria; es imprescindible;
           es la piedra angular; es el pilar; es el camino; es la única vía""",
           "predicate", 2, "", "051", plover="-"),
    _verbs("oppose", "rechazar repeler desaprobar reprobar rehusar objetar impugnar vetar", rung=5, source=UN, cameo="120"),
    _verbs("oppose", "combatir", rung=3, cameo="120"),
    _verbs("oppose", "oponer", rung=4, source=CAMEO, cameo="120", links="a al", needs=True),
    _forms("oppose", """está en contra; estamos en contra; estoy en contra; se opone; nos oponemos; no acepta; no aceptamos; no aceptaremos; no aceptará; no podemos aceptar; no puede aceptar; no admite; no admitimos;
           no tolera; no toleramos; no toleraremos; no podemos tolerar; no podemos permitir; no vamos a permitir; no permitiremos; no reconoce; no reconocemos; no comparte; no compartimos; decimos no;
           no estamos de acuerdo; no está de acuerdo; no estoy de acuerdo; no vamos a aceptar; no debemos permitir;
           votó en contra; votaron en contra; vota en contra; votan en contra; votará en contra; votarán en contra; votamos en contra; votaremos en contra; ha votado en contra; han votado en contra;
           no aceptan; no aceptarán; no reconocen; no reconoció; no comparten""", "object", 5, CAMEO, "120", links="a al de con que"),
    _forms("support", "acepta; aceptan; aceptará; aceptarán; aceptó; aceptaron; aceptamos; aceptaremos", "object", 3, CAMEO, "051", negated="oppose"),
    _forms("oppose", "rechazo; oposición; repudio; negativa; más enérgico rechazo; enérgico rechazo", "noun", 4, CAMEO, "120", links="a al de del ante hacia", needs=True),
    _verbs("criticise", "condenar", rung=6, source=UN, cameo="111"),
    _verbs("criticise", "denunciar censurar execrar repudiar", rung=5, source=UN, cameo="111"),
    _verbs("criticise", "criticar acusar cuestionar recriminar reprochar culpar fustigar", rung=4, source=CAMEO, cameo="111", links="a al de"),
    _verbs("criticise", "deplorar", rung=5, source=UN, cameo="111", links="a al de"),
    _forms("criticise", "condena; denuncia; crítica; enérgica condena; más enérgica condena; indignación; insatisfacción; descontento; fuerte insatisfacción; fuerte descontento", "noun", 5, UN, "111", links="a al de del por ante contra", needs=True),
    _forms("criticise", """es inaceptable; son inaceptables; resulta inaceptable; resulta intolerable; es intolerable; es injustificable; es injusto; es injusta; son injustas; es ilegal; es ilegítimo; son ilegales;
           es una violación; constituye una violación; constituyen una violación; viola; violan; vulnera; vulneran; atenta contra; atentan contra; socava; socavan; menoscaba; pone en peligro; es una vergüenza;
           no ha podido; no han podido; no ha logrado; no han logrado; ha fracasado; han fracasado; hemos fracasado; fracasamos; hemos fallado; incumple; incumplen; es inadmisible; es irresponsable;
           es un crimen; es un error; es una mentira; nos ha fallado; es un fracaso; ha fallado; han fallado; estamos fallando; está fallando; están fallando; resulta insuficiente; son insuficientes; es insuficiente;
           ha sido incapaz; han sido incapaces; hemos sido incapaces; es vergonzoso; es indignante; es una injusticia; es una hipocresía; es inmoral; son inmorales; es inhumano; es inhumana; es cruel""", "predicate", 4, "", "111", plover="-"),
    _forms("criticise", """genocidio; crimen de guerra; crímenes de guerra; crímenes de lesa humanidad; agresión; limpieza étnica; barbarie; atrocidades; masacre; masacres; doble rasero; impunidad; injerencia; injerencias;
           apartheid; bloqueo injusto; usurpación; colonialismo; invasión; represión; exterminio; saqueo; ocupación ilegal; medidas coercitivas unilaterales""", "blame", 4, "", "111", plover="-"),
    _verbs("deny", "negar desmentir refutar contradecir", rung=4, source=CAMEO, cameo="016"),
    _forms("deny", """es falso; es falsa; son falsas; son falsos; no es cierto; no es verdad; carece de fundamento; carecen de fundamento; es infundado; es infundada; no tiene sustento; es mentira; nunca hemos;
           nunca ha; jamás hemos; jamás ha; nunca he""", "predicate", 4, "", "016"),
    _verbs("demand", "exigir", frame="order", rung=5, source=UN, cameo="100"),
    _verbs("demand", "exhortar instar urgir conminar emplazar apremiar", frame="order", rung=4, source=UN, cameo="100"),
    _verbs("demand", "pedir solicitar", frame="order", rung=3, source=UN, cameo="100"),
    _verbs("demand", "invitar", frame="order", rung=2, source=UN, cameo="100"),
    _verbs("demand", "reclamar demandar implorar", frame="order", rung=4, source=UN, cameo="100"),
    _forms("demand", "reclamo; exigencia; petición", "noun", 4, UN, "100", links="de a para", needs=True),
    _verbs("appeal", "llamar", rung=3, source=UN, cameo="020", links="a al", needs=True),
    _verbs("appeal", "esperar anhelar desear", rung=2, source=UN, cameo="020", links="que"),
    _verbs("appeal", "insistir", rung=3, source=UN, cameo="020", links="en", needs=True),
    _forms("appeal", """hace un llamado; hacemos un llamado; hago un llamado; hacer un llamado; hace un llamamiento; hacemos un llamamiento; hago un llamamiento; hacemos votos; hace votos; eleva su voz; elevamos nuestra voz;
           alzamos nuestra voz; alza su voz; formulamos un llamado; reiteramos el llamado; reitera el llamado; reiteramos nuestro llamado; reitero el llamado; hacer un llamamiento""",
           "object", 3, UN, "020", links="a al para por"),
    _forms("appeal", """es imperativo; es necesario; es urgente; es hora; es imprescindible que; es preciso; es menester; es fundamental que; es indispensable que; es crucial que; es esencial que; es momento;
           debemos; debe; deben; deberíamos; debería; deberían; tenemos que; tiene que; tienen que; hay que; necesitamos; se necesita; se requiere; urge; hace falta; ha de; hemos de; han de;
           deberá; deberán; es obligatorio; tenemos la obligación; tenemos la responsabilidad; tenemos el deber; requerimos; precisamos; se debe; es importante que; no podemos seguir; tenemos la tarea""",
           "modal", 3, UN, "020", links="que de a", negated="oppose"),
    _verbs("propose", "proponer sugerir recomendar plantear", rung=2, source=UN, cameo="036"),
    _forms("propose", "ha propuesto; hemos propuesto; presentó la iniciativa; ha presentado la iniciativa", "object", 2, "", "036"),
    _verbs("commit", "comprometer", frame="to", rung=4, source=CAMEO, cameo="030", links="a con en", needs=True),
    _verbs("commit", "prometer", frame="to", rung=4, source=CAMEO, cameo="030", links="que"),
    _forms("commit", """se compromete; nos comprometemos; me comprometo; está decidido; está decidida; estamos decididos; está dispuesto; está dispuesta; estamos dispuestos; está listo; estamos listos; seguirá; seguiremos;
           continuará; continuaremos; no escatimaremos; no escatimará; tiene la voluntad; tenemos la voluntad; está resuelto; trabajaremos; trabajará; lucharemos; haremos; impulsaremos; promoveremos; fortaleceremos;
           garantizaremos; defenderemos; mantendremos; estoy dispuesta; estoy decidida; hemos decidido seguir; cumpliremos; cumplirá""",
           "to", 4, CAMEO, "030", links="a con en para"),
    _forms("commit", "compromiso; determinación; voluntad; disposición; firme compromiso; firme voluntad", "noun", 4, CAMEO, "030", links="de para con a en"),
    _verbs("warn", "advertir alertar amenazar", frame="clause", rung=5, source=CAMEO, cameo="130", links="que sobre de con"),
    _forms("warn", "lanza una advertencia; hacemos una advertencia; voz de alarma; voz de alerta", "object", 5, CAMEO, "130", links="sobre ante de"),
    _verbs("welcome", "saludar felicitar agradecer aplaudir celebrar elogiar encomiar acoger valorar alabar", rung=3, source=UN, cameo="051", links="a al por"),
    _verbs("welcome", "reconocer", rung=3, source=UN, cameo="051", links="a al la el los las su este esta", needs=True),
    _forms("welcome", """da la bienvenida; damos la bienvenida; doy la bienvenida; dar la bienvenida; rinde homenaje; rendimos homenaje; rendir homenaje; se congratula; nos congratulamos; se complace; nos complace; nos alegra; me alegra;
           acoge con beneplácito; acogemos con beneplácito; toma nota con satisfacción; se felicita; nos felicitamos; se enorgullece; nos enorgullece; muchas gracias; expresa su beneplácito; está agradecido; estamos agradecidos;
           estoy agradecida; me siento honrado; me siento muy orgullosa; estoy muy contenta; estoy muy orgullosa; es un honor; me da mucha alegría; me alegro""",
           "object", 3, UN, "051", links="a al por de del con que"),
    _forms("welcome", """agradecimiento; felicitaciones; felicitación; gratitud; reconocimiento; beneplácito; satisfacción; homenaje; aprecio; admiración; gracias; profundo agradecimiento; más sincero agradecimiento""",
           "noun", 3, UN, "051", links="a al por de hacia con"),
    _forms("concern", """está preocupado; está preocupada; estamos preocupados; estamos profundamente preocupados; nos preocupa; le preocupa; preocupa; nos inquieta; nos alarma; 
           observa con preocupación; observamos con preocupación; vemos con preocupación; ve con preocupación; seguimos con preocupación; sigue con preocupación; nos duele; me preocupa; nos entristece;
           observamos con gran preocupación; ve con profunda preocupación; nos consterna; está consternado; vemos con gran preocupación; vemos con profunda preocupación""",
           "object", 4, UN, "012", links="por de la el los las que con a"),
    _verbs("concern", "lamentar", rung=4, source=UN, cameo="012", links="de que"),
    _forms("concern", """enfrentamos; afrontamos; hacemos frente; padecemos; sufrimos; nos enfrentamos; vivimos bajo; asistimos con; atravesamos""", "object", 2, "", "012", links="a al con"),
    _verbs("concern", "temer", rung=3, source=UN, cameo="012", links="que"),
    _forms("concern", """preocupación; preocupaciones; inquietud; alarma; pesar; profunda preocupación; grave preocupación; honda preocupación; consternación; tristeza; profundo pesar""", "noun", 3, UN, "012",
           links="por ante sobre de del respecto con"),
    _forms("concern", """es preocupante; son preocupantes; es alarmante; es grave; resulta preocupante; es inquietante; es motivo de preocupación; sigue siendo una amenaza; sigue siendo un desafío;
           amenaza; amenazan; pone en riesgo; ponen en riesgo; ponen en peligro; es una amenaza; constituye una amenaza; son una amenaza; sufre; sufren; se agrava; se deteriora; es un flagelo;
           es una plaga; sigue siendo una plaga; siguen siendo una plaga; siguen siendo una amenaza; sigue siendo un flagelo; siguen aumentando; sigue creciendo; siguen creciendo; se intensifica; se intensifican; azota; azotan; golpea; golpean; se ven amenazados; se ve amenazada;
           está en crisis; están en crisis; está en riesgo; están en riesgo; es una tragedia; es dramática; es insostenible; son alarmantes""",
           "predicate", 3, "", "012", plover="-"),
    _verbs("announce", "anunciar proclamar decretar inaugurar promulgar", rung=1, cameo="010", links="que"),
    _forms("announce", """ha decidido; hemos decidido; decidió; decidimos; adoptó; hemos adoptado; ha adoptado; ratificó; hemos ratificado; ha ratificado; firmó; firmamos; hemos firmado; ha lanzado; hemos lanzado; lanzamos; hemos creado; ha creado;
           creamos; hemos puesto en marcha; ha puesto en marcha; estamos anunciando; impuso; hemos enviado al congreso; estamos lanzando; estamos inaugurando; estamos firmando""",
           "object", 1, "", "010", links="que"),
    _forms("announce", "acordó; acordaron; acordamos; ha acordado; han acordado; hemos acordado; convinieron en", "object", 1, "", "010", links="que"),
    _turns("support", patterns.ATTACHED, "object", 3, UN, "051", links="a al con por de en que"),
    _turns("oppose", patterns.AGAINST, "object", 5, CAMEO, "120", links="a al de del"),
    _turns("criticise", patterns.VIOLATES, "predicate", 5, "", "111", plover="-"),
    _verbs("criticise", "calificar tachar tildar juzgar considerar", frame="brand", rung=4, source=CAMEO, cameo="111", links=" ".join(patterns.BAD), needs=False),
    _turns("welcome", patterns.GLADLY, "object", 3, UN, "051", links="a al"),
    _turns("deny", patterns.UNTRUE, "predicate", 4, "", "016", plover="-"),
    _turns("concern", patterns.WORRIED, "object", 4, UN, "012", links="por de con ante"),
    _turns("concern", patterns.WATCHES, "object", 4, UN, "012", links="que"),
    _turns("concern", patterns.WORRYING, "predicate", 3, "", "012", plover="-"),
    _forms("concern", "condolencias; más sentidas condolencias; sentidas condolencias; pésame; más sentido pésame; dolor; profundo dolor", "noun", 3, UN, "012", links="a al por con ante"),
    _turns("appeal", patterns.URGENT, "modal", 3, UN, "020", links="que", negated="oppose"),
    _turns("appeal", patterns.MUST, "modal", 3, UN, "020", links="a", negated="oppose"),
    _forms("demand", "hace un llamado; hacemos un llamado; hago un llamado; hizo un llamado; hace un llamamiento; hacemos un llamamiento; hizo un llamamiento; pide; pidió", "order", 3, UN, "100", links="a al"),
    _turns("commit", patterns.WILL, "to", 4, CAMEO, "030", links="a para por"),
    _turns("warn", patterns.RESERVES, "object", 5, CAMEO, "130", links="de a"),
    _turns("warn", patterns.THREATENS, "predicate", 5, CAMEO, "130"),
    _turns("propose", patterns.OFFERED, "object", 2, UN, "036", links="de para sobre"),
    _turns("announce", patterns.TOOK, "object", 1, "", "010"),
)  # fmt: skip

STANCE = Stance(
    words=_WORDS,
    negators=("ya no", *_words("no ni nunca jamás tampoco sin nadie ningún ninguna")),
    neithers=("ni",),
    onlys=(
        *("no solo", "no sólo", "no solamente", "tanto", "con firmeza", "con fuerza", "de manera enérgica"),
        *patterns.HOW,
        *("en los términos más enérgicos", "de la manera más enérgica", "sin ambages", "sin reservas", "por supuesto"),
    ),
    charges=_words("acusaciones acusación afirmaciones señalamientos imputaciones insinuaciones calumnias alegaciones"),
    pairs=(("no solo", "sino"), ("no sólo", "sino"), ("no solamente", "sino"), ("tanto", "como")),
    ifs=("si",),
    conditionals=_words("ría rían ríamos"),
    perils=_words("""riesgo riesgos amenaza amenazas peligro peligros crisis guerra guerras conflicto conflictos escalada catástrofe violencia sufrimiento daño daños problema problemas
    desafíos retos males flagelo flagelos plaga plagas vulnerabilidad vulnerabilidades"""),
    pointers=_words("esto eso ello estos estas esos esas tales todos todas"),
    prospects=_words("posibilidad perspectiva probabilidad"),
    unreal=_words("si podría podrían podríamos quizás quizá acaso ojalá cuando"),
    hedges=_words("parcialmente cautelosamente"),
    boosts=_words("""firmemente enérgicamente categóricamente rotundamente profundamente resueltamente decididamente vehementemente tajantemente plenamente totalmente absolutamente sinceramente
    seriamente severamente duramente completamente terminantemente enfáticamente férreamente incondicionalmente calurosamente vivamente solemnemente gravemente fuertemente inequívocamente"""),
    passives=_words("ha han hemos he había habían haber hubo habrá habiendo"),
    agents=("por",),
    lights=_LIGHTS,
    joins=("y", "e", "o", ",", "así como"),
    ends=_words("""porque mientras aunque cuando pues pero sino donde cuyo cuya cuyos cuyas quien quienes según tras durante desde hasta antes después conforme dado ya como"""),
    traps=(
        *(f"{verb} {what}" for verb in _words("pido pedimos pide piden pidió pidieron pedir pidiendo") for what in ("perdón", "disculpas", "la palabra")),
        *_phrases("""con mucho respeto; con todo respeto; con todo el respeto; con el mayor respeto; con el debido respeto; amenaza de; amenaza del; como debe ser; contra el genocidio; delito de genocidio; crimen de genocidio; prevención del genocidio; en apoyo; en contra de la corriente; a favor de la corriente; de apoyo; sin duda; a pesar; pese a; llamado a la; así llamado; así llamada; el llamado; la llamada; los llamados; las llamadas;
           tiene que ver; tienen que ver; tenga que ver; tenía que ver; debe haber; deben haber; puesta en marcha; en reconocimiento; debe de; toma de posesión; en defensa; es decir; o sea; no obstante; por favor; se reúne; no sólo; no solo; en la medida; cuenta con; llama a consultas; llaman a consultas; llamó a consultas; llamaron a consultas;
           llamamos a consultas; llamará a consultas; llamarán a consultas; llamar a consultas; llamado a consultas; llamando a consultas"""),
    ),
    actors=_words("""gobierno gobiernos ministerio ministerios ministro ministra ministros presidente presidenta parlamento senado congreso consejo comisión comité partido partidos unión federación asociación autoridades
    autoridad delegación delegaciones estado estados país países nación naciones república reino comunidad organización organizaciones grupo alianza embajada embajador portavoz portavoces canciller cancilleres cancillería embajadora embajadores embajadoras ministras presidentes mandatario mandataria mandatarios homólogo homóloga homólogos secretario
    secretaria jefe líderes líder rey reina cumbre asamblea onu ue otan oea celac mercosur brics g20 g7 g77 sindicato sindicatos administración ejército africanos argentinos
    empresas compañías empresarios fabricantes productores exportadores importadores multinacionales patronal industria críticos detractores opositores agricultores ong"""),
    seats=_words("""empresas compañías empresarios fabricantes productores exportadores importadores multinacionales patronal industria críticos detractores opositores agricultores ong asociación sindicato
    sindicatos"""),
    homelands=_words("país nación"),
    not_actors=_words("empresa compañía investigadores investigador analistas analista economistas experto expertos profesor universidad periódico prensa informe estudio inversores mercados"),
    own=_words("yo nosotros nosotras nuestro nuestra nuestros nuestras mi mis"),
    theirs=_words("su sus"),
    things=_words("medida medidas política ley plan marco iniciativa acuerdo resolución estrategia programa declaración"),
    asides=_words("""recordar señalar decir reconocer subrayar destacar precisar agregar mencionar admitir entender comprender saber observar notar ver decirles recordarles
    confesar aclarar"""),
    copulas=_words("es son fue será sigue ha se está"),
    wishes=_phrases("""quisiera; quisiéramos; quiero; queremos; deseo; deseamos; permítame; permítanme; permítaseme; permítannos; gustaría; honor; oportunidad; ocasión; placer; debo; corresponde; aprovecho; aprovechamos; aprovechar;
           desea; quiere; cabe; complace; permita; permitan; ocasión; vengo; venimos"""),
    tos=_phrases("a; para; que"),
    firsts=tuple(dict.fromkeys((*_FIRSTS, *_words("""vamos voy expreso manifiesto reitero reafirmo extiendo transmito hago presento doy ofrezco estoy somos estamos voy soy hemos he nos me creamos vemos seguimos seguiremos continuaremos trabajaremos
    lucharemos haremos cumpliremos necesitamos debemos decimos rendimos damos hicimos venimos lamento agradezco""")))),
    first_endings=("amos", "emos", "imos"),
    gerunds=("ando", "iendo"),
    possessives=_words("nuestro nuestra nuestros nuestras mi mis"),
    fors=("por",),
    purposes=_words("para con a"),
    everybody=_words("comunidad todos todas mundo humanidad internacional miembros"),
    infinitives=tuple(dict.fromkeys((*_INFINITIVES, *(w for w in _LIGHTS if w.endswith(("ar", "er", "ir", "arle", "erle", "irle", "arles"))), "hacer", "dar", "lamentar"))),
    participles=tuple(dict.fromkeys(_PARTICIPLES)),
    clitics=_words("lo la los las"),
    inverts=True,
    linkers=("de", "del"),
    fillers=("el", "la", "los", "las", "lo", "un", "una", "y", "e", "su", "sus", "nuestros", "nuestras"),
)  # fmt: skip
