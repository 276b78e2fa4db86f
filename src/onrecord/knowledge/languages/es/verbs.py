"""Spanish: reporting verbs with the forms that reports use.

Lives here: stems by what they report, and the paradigms that make the forms of the third person (present, simple past,
imperfect, future, conditional), the participles and the first person plural. Not here: other words of reporting
(``speech``).
"""

AR = ("a an ó aron aba aban ará arán aría arían ado ando amos", "a an")
ER = ("e en ió ieron ía ían erá erán ería erían ido iendo emos", "e en")
IR = ("e en ió ieron ía ían irá irán iría irían ido iendo imos", "e en")


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def regular(stems: str, paradigm: tuple[str, str]) -> tuple[str, ...]:
    """Every form of verbs with one stem ("declar"), or with another in the present ("neg/nieg")."""
    endings, present = paradigm[0].split(), paradigm[1].split()
    made: list[str] = []
    for item in stems.split():
        stem, _, stressed = item.partition("/")
        made += [f"{stressed or stem}{e}" if e in present else f"{stem}{e}" for e in endings]
    return tuple(made)


SAY = (
    *regular(
        """
        declar afirm señal indic subray destac agreg anunci explic asegur reiter confirm inform coment manifest/manifiest
        expres precis apunt resalt enfatiz puntualiz matiz relat observ aleg not/not revel report
        detall mencion aclar argument not recalc remarc ratific reafirm acot murmur grit exclam replic
        contest pregunt interrog plante constat proclam vaticin pronostic auguri
        apostill record/recuerd neg/nieg cont/cuent demostr/demuestr evoc ironiz bromé sentenci zanj
        especific anticip adelant pormenoriz narr rememor dictamin sospech notific divulg public post tuite
        twitte retuite quej estim calcul cifr evalu valor ponder razon concret complet abund ahond insinu confes alert
        certific atestigu testific corrobor desminti cuestion lament deplor recomend/recomiend aconsej
        jur vocifer susurr enumer ejemplific ilustr sintetiz reflexion enunci
        """,
        AR,
    ),
    *regular("añad respond promet", ER),
    *regular("admit insist resum persist transmit", IR),
    *regular("escrib describ", IR),
    *_words("""
    dijo dice dicen dijeron decía decían diciendo dicho dirá dirán diría dirían decimos digo
    contradijo contradice predijo predice predicen
    sostuvo sostiene sostienen sostuvieron sostenía sostenían sostenido sosteniendo sostendrá
    mantuvo mantiene mantienen mantuvieron mantenía mantenían mantenido manteniendo
    advirtió advierte advierten advirtieron advertía advertían advertido advirtiendo advertirá
    sugirió sugiere sugieren sugirieron sugería sugerían sugerido sugiriendo
    refirió refiere refieren refirieron refería referido refiriendo
    propuso propone proponen propusieron proponía proponían propuesto proponiendo propondrá
    expuso expone exponen expusieron exponía exponían expuesto exponiendo
    repuso
    reconoció reconoce reconocen reconocieron reconocía reconocían reconocido reconociendo
    concluyó concluye concluyen concluyeron concluía concluían concluido concluyendo
    arguyó arguye arguyen argüía
    desmintió desmiente desmienten desmintieron desmentía desmentido desmintiendo
    previó prevé prevén previeron preveía previsto previendo
    convino conviene convinieron convenido
    prosiguió prosigue prosiguen
    repitió repite repiten repitieron repetía repetido repitiendo
    rebatió rebate rebatieron afirmamos
    """),
)

THINK = (
    *regular("pens/piens consider esper opin imagin confi juzg anhel dese soñ/sueñ", AR),
    *regular("cre tem", ER),
    *_words("creyó creyeron creyendo presume intuye"),
)

STANCE = (
    *regular(
        """
        inst exhort conden denunci acus rechaz critic llam salud celebr apoy respald abog urg reclam demand
        orden autoriz felicit amenaz reprob repudi censur culp invit convoc anim alent/alient implor rog/rueg
        solicit conmin intim
        """,
        AR,
    ),
    *_words("""
    exigió exige exigen exigieron exigía exigían exigido exigiendo pidió pide piden pidieron pedía pedían pedido pidiendo
    pedirá requirió requiere requirieron requerido prohibió prohíbe prohibieron impidió
    """),
)

DOUBTFUL = _words("""
informa informe cuenta cuentan contamos precisa critica condena denuncia denuncian celebra llama llaman espera esperan
dicho pregunta promete explica apunta apuntado estima estimado observó contó llamó llamado conocido expuesto propuesto
previsto publica publicado públicas publicó adelanta adelantado alerta alertas valora valorado juzga queja nota notado
replica duda dudan continua continúa confía confiado desea deseado sabe saben quiere quieren entiende siente ordena
ordenado demanda demandado reclama orden saluda acusado invitado publicaba cifra cifran calcula calculado evalúa
evaluado valoró evoca ilustra detalla completa completó completado completaron aumenta permite permiten permitió
permitido mantiene mantienen mantuvo mantenido describe describen descrito percibe juró animado concreta concretado
conviene convino sigue siguió salud
""")
