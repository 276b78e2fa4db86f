"""Words that make of a word of value a plain term: general nouns and adjectives of administration, time and degree,
of trade and finance, of attacks, holders of offices, and adjectives of states that are no more.

Lives here: data by language code. Not here: words of value (``values``), what is made of both (``trace.ranking``).
"Terrorist group" and "historic moment" are no set phrases though their first words are words of value. A word that
ends in * stands for all that begin so.
"""

from __future__ import annotations

PLAIN: dict[str, str] = {
    "en": """
act action actions active activit* actor actors administration agenc* agreement agreements amount annual applicable
area areas aspect* assistance authorities available basis bilateral bill bills branch* broad case cases certain chief
circumstance* committee* complex condition conditions counter country countries course current date dates day days
decision* degree department* detail details domestic effect effects effort efforts enforc* event events example*
experience* expert* fact facts family federal field figure* focus form forms framework* full function* general goal
goals good great group groups guiding head heads high history hour hours important individual* information initial
item items job kind large leader leaders level levels life local long main major man manner matter matters meeting
meetings member members men method* moment* month* name new note number* objective* office offices officer* official
officials old operation* opinion order orders part particular parties parts party people period periods person persons
place places plan plans point points position* practice practices present presence previous primary problem*
procedure* process processes product products professional* program programs project* proposal* provision* purpose*
question* range real reason* recent recommendation* record records region* regime regimes regional regular related
relevant report reports request* requirement* research resource* response* result results review* role roles sector
sectors senior service services session* significant situation* size small special specific staff stage* standard
state states statement* step steps strong study subject* success* system systems target* task tasks team teams term
terms test thing topic* total training type types unit units use used various version* view views visit* way ways weak
whole woman women work working world year years young
anniversar* attack attacks bank banks bond bonds budget* credit credits debt debts export* import imports loan loans
price prices soviet* tariff* tax taxes yugoslav* ambassador* congressm* congresswom* lawmaker* minister* senator*
""",
    "es": """
acción acciones activ* actividad* actividades actores actos actual actuales alto alta ámbito* aniversario área áreas
argument* asuntos autoridad* básic* cambios camino carácter cargo cargos caso casos centro* ciertos ciert* comercio
comisi* complej* concepto* condición condiciones conjunto* consecuencia* convenci* corto creciente cuenta dato datos
decisión decisiones desarrollad* dirección diversas económic* efecto efectos ejercicio ejercid* elemento* empres*
enorme enormes época especial especiales espacio* esquema* etapa* evento* experiencia* extraordinari* fase fecha
fechas figura* fondo fondos forma formas formal fuerte fuertes fuerza fuerzas función funcion* funcionari* general
generales gente gestión grado grupo grupos hecho hechos historia histórica hito* idea ideas institucional*
instituciones instancia* interna interno internacional* jornada jornadas ley leyes línea líneas lugares macroeconómic*
marca* marco medida medidas método* militar* mirada* modelo modelos modo modos momentos necesari* necesidad*
negociaci* norma normas obra obras oficina opinión organismo* organizaci* origen país paíse* partes partido partidos
pequeñ* período* persona* pieza* plan planes poderes político políticos posici* presencia presente presidencia privad*
problema* procedimiento* producto* programa programas proyectos público públicos pública públicas punto puntos rama
ramas reciente* récord* recursos reforma reformas región regla* relación relaciones república respuesta* resultado*
reunión reuniones rol sector sistema sistemas situación situaciones subsector* suerte suma tarea tareas técnic* tema
temas término términos tipo tipos título* toma tomar trabajo* trámite* tramo tramos últim* uso usos valor variable*
vecin* vía vías viej* vida vidas vínculo* vista vez
arancel* ataque* atentado* banco* bono* crédito* deuda* exportaci* importaci* impuesto* precio* presupuest* repúblicas
soviétic* tarifa* tasa tasas yugoslav* diputad* embajador* gobernador* ministr* senador*
""",
    "ru": """
аппарат* вопрос* встреч* вклад* вид виды виде властей власти власть военн* возможност* выбор* выполнени* высок* глав*
государственн* групп* данн* двусторонн* действи* деятельност* динамик* документ* дополнительн* жизн* жител* задач*
занят* заседани* значени* иностранн* институт* информаци* исполнени* качеств* комисси* комплекс* конкретн* контакт*
координаци* круг* крупн* курс* личн* мероприяти* мер меры метод* министерств* многи* момент* населени* населен*
направлени* нов* обеспечени* областн* област* общ* общих обсуждени* обстановк* общественн* обязанност* оказани*
органов орган* организаци* основ* особ* отдельн* отношени* отрасл* периода период* план* площад* повестк* подготовк*
поддержк* подход* показател* пункт* полномочи* положени* получени* помощ* порядок последн* поставк* предложени*
представител* президент* пример* проблем* проведени* программ* проект* производств* процесс* работ* рамк* район*
реализаци* регион* режим* результат* решени* рол* российск* руководств* сегодняшн* серьёзн* систем* ситуаци* служб*
случа* совещани* соглашени* состав* состояни* социальн* сотрудник* специальн* специалист* стран* структур* ступен*
субъект* сумм* существующ* сфер* тем тема темп* территори* уровн* услови* услуг* участ* участник* учрежден* фактор*
федеральн* форм* форум* функци* характер* хозяйств* цел* центр* част* числ* член* экономик* эксперт* этап* эффективн*
атак* банк* бюджет* годовщин* импорт* кредит* налог* советск* тариф* цен цена цены ценам ценами ценах экспорт* юбиле*
югославск* губернатор* депутат* министр* посол посла послы послов сенатор*
""",
    "fr": """
action actions activité* actuel* administrat* affaire* agence* ancien* année* autorité* aspect* base* besoin* bilatér*
cadre* cas chef* choix circonstance* comité* complex* condition* contexte* cours date* décision* degré* département*
direction* document* domaine* donnée* effet* effort* élément* enjeu* ensemble* entreprise* équipe* espace* état étape*
événement* expérience* fait* fin fonction* forme* général* gestion groupe* haut* histoire idée* important*
information* initial* instance* jour* journée* lieu* ligne* loi* local* manière* membre* mesure* méthode* mission*
modèle* moment* monde moyen* national* niveau* nom* nombre* nouveau* nouvelle* objectif* opération* opinion*
organisation* organisme* partie* pays période* personne* personnel* plan* point* politique* poste* pratique*
président* principal* problème* procédure* processus produit* programme* projet* public* publique* question* raison*
rapport* récent* région* relation* réponse* ressource* résultat* réunion* rôle* secteur* service* session* situation*
spécial* stade* structure* sujet* système* tâche* technique* territoire* texte* thème* titre* travail travaux type*
usage* vie visite* voie*
anniversaire* attaque* attentat* banque* budget* crédit* dette* export* import* impôt* prix soviétiq* tarif* taxe*
yougoslav* ambassadeur* ambassadric* député* ministre* sénateur* sénatric*
""",
}  # fmt: skip


def plain_of(code: str) -> tuple[str, ...]:
    """The words of a language by its BCP 47 code, some ending in *; none for one that is not listed."""
    return tuple(PLAIN.get(code.split("-")[0].lower(), "").split())
