"""Spanish: turns of stance that follow a pattern.

Lives here: phrases whose middle varies ("está profundamente preocupada"), written out. Not here: verbs by their
paradigms (``stance``).
"""

from onrecord.knowledge.phrasing import phrases

_IS = "está/están/estamos/estoy/sigue/siguen/seguimos/se muestra/se muestran/nos mostramos/permanece/permanecemos"
_HOW = "/muy/profundamente/firmemente/plenamente/seriamente/gravemente/sumamente/hondamente/absolutamente/totalmente"
ATTACHED = (
    *phrases(_IS, _HOW, "comprometido/comprometida/comprometidos/comprometidas/convencido/convencida/convencidos/a favor"),
    *phrases("se pronuncia/nos pronunciamos/se pronunció/aboga/abogamos", "/claramente/firmemente", "a favor/por/en favor"),
    *phrases("se solidariza/nos solidarizamos/se adhiere/nos adherimos/se suma/nos sumamos/suscribe/suscribimos", "/plenamente/firmemente"),
)  # fmt: skip
AGAINST = phrases(_IS, _HOW, "en contra/opuesto/opuesta/opuestos")
VIOLATES = (
    *phrases(
        "constituye/constituyen/es/son/representa/representan/supone/suponen/configura",
        "una/un",
        "/grave/flagrante/clara/nueva/abierta/inaceptable/burda",
        "violación/violaciones/atropello/atentado/agresión/afrenta/provocación/crimen/ataque/injerencia/vulneración",
    ),
    *phrases("constituyen/son/suponen", "/graves/flagrantes/claras", "violaciones/crímenes/vulneraciones"),
    *phrases("ha/han", "violado/vulnerado/incumplido/pisoteado/ignorado/traicionado/desconocido"),
    *phrases("nada/no hay nada que/ninguna causa", "justifica/justifique/puede justificar"),
    *phrases("en/con", "/flagrante/clara/abierta/total", "violación/contravención", "del/de"),
)  # fmt: skip
UNTRUE = (
    *phrases("carece/carecen", "/totalmente/absolutamente/por completo", "de", "/todo", "fundamento/sustento/base/veracidad"),
    *phrases("es/son", "/totalmente/absolutamente/completamente/rotundamente", "falso/falsa/falsas/falsos/infundado/infundada/infundadas/infundados"),
    *phrases("no corresponde/no corresponden/no se ajusta/no se ajustan", "a la", "verdad/realidad"),
)  # fmt: skip
HOW = (
    *phrases("de manera/de forma/en forma/de modo", "/muy/más", "categórica/categórico/tajante/enérgica/enérgico/rotunda/rotundo/firme/clara/claro/contundente/absoluta/inequívoca/unánime/oficial/pública/reiterada"),
    *phrases("con", "/toda/gran/especial/profunda", "firmeza/contundencia/energía/claridad/vehemencia/satisfacción/beneplácito"),
    *phrases("ante", "el mundo/la comunidad internacional/la opinión pública/el pueblo/la prensa/los medios"),
    *phrases("una vez más/nuevamente/de nuevo/hoy/ayer/públicamente/formalmente/oficialmente"),
)  # fmt: skip
_STEMS = "absurd ilegítim vergonzos inhuman peligros arbitrari provocador injust cínic excesiv abusiv desproporcionad indignante hipócrit infundad antidemocrátic"
BAD = (
    *(stem + ending for stem in _STEMS.split() for ending in ("o", "a", "os", "as")),
    *(
        word + ending
        for word in ("criminal", "ilegal", "inaceptable", "irresponsable", "cruel", "hostil", "discriminatoria", "inadmisible", "intolerable", "lamentable", "deplorable")
        for ending in ("", "s", "es")
    ),
    *("discriminatorio", "error", "provocación", "agresión", "farsa", "chantaje", "violación", "injerencia", "burla", "atropello"),
)  # fmt: skip
GLADLY = phrases(
    "acoge/acogen/acogió/acogieron/acogemos/acogimos/recibe/reciben/recibió/recibieron/recibimos/ve/vemos",
    "con", "/gran/mucho/sumo/especial/profunda", "satisfacción/beneplácito/agrado/alegría/entusiasmo/interés y satisfacción",
)  # fmt: skip
WORRIED = phrases(_IS, _HOW, "preocupado/preocupada/preocupados/preocupadas/alarmado/alarmada/consternado/consternada/consternados/inquieto/conmocionado/conmocionados/decepcionado")  # fmt: skip
WORRYING = phrases("es/son/resulta/resultan/sigue siendo/siguen siendo", "/muy/extremadamente/profundamente/sumamente/cada vez más", "preocupante/preocupantes/alarmante/alarmantes/grave/graves/inquietante/dramática/catastrófica/insostenible/crítica")  # fmt: skip
WATCHES = phrases("observa/observamos/sigue/seguimos/ve/vemos/constata/constatamos/mira/miramos", "con", "/gran/profunda/honda/creciente/suma/enorme/mucha", "preocupación/inquietud/alarma/pesar/consternación")  # fmt: skip
URGENT = phrases("es/resulta/sigue siendo", "/muy/más/absolutamente/cada vez más", "urgente/imperativo/imperioso/necesario/esencial/indispensable/crucial/primordial/vital/fundamental/imprescindible/prioritario/importante")  # fmt: skip
MUST = phrases("hay que/habrá que/habría que/no hay que/es hora de/es momento de/ha llegado la hora de/llegó la hora de/tenemos que/tendremos que/tenemos el deber de/nos corresponde/corresponde a/toca")  # fmt: skip
WILL = (
    *phrases("vamos/voy/va/van", "a", "seguir/continuar/trabajar/luchar/defender/garantizar/construir/impulsar/mantener/hacer/apoyar/fortalecer/crear/dar/poner/lograr/invertir/avanzar/cumplir"),
    *phrases("haremos/hará/harán/hacemos", "todo lo posible/todo lo necesario/todos los esfuerzos/cuanto"),
    *phrases("asumirá/asumiremos/asume/asumimos", "su/nuestra", "responsabilidad"),
    *phrases("no", "cejará/cejaremos/descansaremos/descansará/renunciaremos/renunciará/claudicaremos/daremos marcha atrás"),
    *phrases("apoyará/apoyaremos/aportará/aportaremos/contribuirá/contribuiremos/reforzará/reforzaremos/colaborará/colaboraremos/invertirá/invertiremos"),
)  # fmt: skip
RESERVES = phrases("se reserva/nos reservamos/se reservan", "el derecho")
THREATENS = (
    *phrases("tendrá/tendrán/acarreará/acarrearán/traerá", "/graves/serias/severas", "consecuencias"),
    *phrases("no quedará/no quedarán", "impune/impunes/sin respuesta"),
    *phrases("habrá/recibirá/provocará", "/una", "/firme", "respuesta/represalias/consecuencias"),
)
TOOK = (
    *phrases("ha/han/hemos", "suspendido/expulsado/retirado/convocado/prohibido/derogado/reconocido/levantado/impuesto/aprobado/establecido/promulgado/roto/nombrado/desplegado/asignado/presentado/puesto en marcha"),
    *phrases("suspendió/expulsó/retiró/convocó/prohibió/derogó/levantó/aprobó/promulgó/rompió relaciones/nombró/desplegó/asignó/estableció/creó/lanzó"),
)  # fmt: skip
OFFERED = phrases(
    "presentó/presentaron/ha presentado/hemos presentado/presentamos/puso sobre la mesa/lanzó",
    "una/la/un",
    "iniciativa/propuesta/plan/hoja de ruta",
)
