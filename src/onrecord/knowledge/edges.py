"""Words with which no set phrase begins or ends, by language code: grammar, and the frame of a report.

Lives here: data. Not here: what is made of it (``trace.formulations``). For Chinese these are single characters.
"""

from __future__ import annotations


def _words(words: str) -> tuple[str, ...]:
    return tuple(words.split())


EDGES: dict[str, tuple[str, ...]] = {
    "en": _words("""
a about across after again against all also am among an and another any are around as at be because been before being
between both but by came can come could d did do does doing done during each either else especially even every few
first for from further get given go going got had has have having he her here hers herself him himself his how however
i if in including into is it its itself just know last least less let like likely ll look m made make makes making
many may me might mine more most much must my near need neither next no nor not now of off often on once one only or
other our ours ourselves out over own per put rather re s said same say says see seen shall she should since so some
still such t than that the their theirs them themselves then there therefore these they this those three through
throughout thus to today together too toward towards tonight two under until up upon us ve very via want was we well
went were what when where whether which while who whom whose why will with within without would yes yet you your yours
accordance additional additionally begin began beginning bit continue continued continues continuing couple duly early
earlier fifth fourth happen happened happening herein hereby hereof hundred kind later lot million billion number
numbers otherwise past please pursuant recent recently second several sit six sort start started starting stuff take
takes taken taking talk talked talking tell telling thank thanks thereby thereof thereto thing things third tomorrow
took try trying wanted wants week weeks yesterday
"""),
    "zh": _words("""
的 了 在 和 是 与 及 等 将 从 把 被 也 都 就 而 且 并 其 这 那 我 他 她 们 个 之 于 说 称 表 向 还 又 但
到 至 给 让 您 你 它 吗 呢 吧 啊 着 过 约 每 均 已
"""),
    "ru": _words("""
а без бы всего рамках сфере целях ходе был была были было быть в вам вас ведь во вот все всё всех вы где да даже для
до его ее её если есть еще ещё
же за здесь и из или им их к как когда конечно которая которого которое которой которые который которых кто ли мне
много мы на над нам нами нас не нет но ну о об он она они оно от очень по под при с сам самом со так также там тем то
того тоже той том только тот ту ты у уже чем через что чтобы эта эти этих это этого этой этом этот я этому этим эту
этими весь всю всем всеми всему вся всей ваш ваша ваше ваши вашу вашей ваших вашего вашему вашим наш наша наше наши
нашу нашей наших нашего нашему нашим нашими мой моя моё мои мою моей моего меня другой другая другое другие другую
других другим другом друга друг перед между вместе хочу хотел хотела хотим хотелось могу можем может могут мог могла
можно нужно надо будем будет будут буду будьте сейчас сегодня завтра вчера сегодняшний сегодняшнего прошлый прошлого
прошлом прошлой следующий следующего следующем текущего год года году годы лет день дня дней дни раз раза два две двух
три трёх пять тысяч миллионов несколько целый ряд такой такая такое таким такие таких такого своё свои свой свою своей
своих своего своим своими прежде сначала случае время времени совсем недавно последние последних последнее первых
спасибо большое огромное добрый доброе уважаемый уважаемые уважаемая дорогие дорогой господин господа пожалуйста слов
слова говоря говорю говорят сказать сказал сказали отметить отмечу подчеркнуть подчеркну поблагодарить благодарю
пожелать ближайшее ближайшие самое самый самые самого более менее больше меньше имею имея виду первую очередь сделать
делать работать идёт состоялся приняли принять принял участие внимание внимания вниманию обратить обратил обратили
обращаю пользуясь точка точки точку зрения стороны сторону хороший хорошая хорошее большую большая важный важная важно
крайне чрезвычайно активно участники полном главной главная принято принятие актуальные актуальных проблемные вопрос
вопросы вопросов задача задачи задачу пример именно является одним
"""),
    "es": _words("""
a al algo ante antes así aún bien cada como con contra cual cuando de del desde donde dos e el ella ellas ellos en
entre era eran es esa esas ese eso esos esta está estaba están estas este esto estos fue fueron ha había han hasta hay
he hoy la las le les lo los más me mi mientras muy ni no nos nosotros nuestra nuestras nuestro nuestros o para pero
por porque pues que qué quien quienes se sea ser si sí sido sin sino sobre son su sus también tan tanto te tenemos
tiene tienen toda todas todo todos tres tu un una unas uno unos va vamos y ya yo ahí algún alguna algunas alguno
algunos allá allí ambas ambos anoche apenas aquel aquella aquellos aquí año años ayer bastante bueno buena buenas
buenos casi cosa cosas creo cuatro cuántas cuántos deben debe debo debemos decir digo dijo después día días durante
ejemplo él estamos estar estoy éramos éste gracias gran grande haber habían hablar hace hacen hacer haciendo hacernos
hago hecho hemos hicimos igual lado llegar llevar lugar luego mal mes meses mí minutos mis misma mismas mismo mismos
momento mucha muchas muchísima muchísimas muchísimo mucho muchos nada nadie noches nunca otra otras otro otros parece
pasado pasada poco pocos poder poner primer primera puede pueden puedo quería quiere quiero recién rato saber salir sé
seguir semana sería señor señora señores siempre siendo nivel materia parte mayor mayores principal principales
absolutamente razón reiteradas magnífica inmensa importante importantes hacia junto nuevo nueva nuevos nuevas grado
cuestión propias propios verdadero verdadera sólo solamente somos soy tal tardes tener tenga tengan tengo tenía
tuvimos vino
tiempo trabajando tuvo última último últimos usted ustedes venir ver vez veces viene viviendo volver
"""),
    "fr": _words("""
a à au aussi aux avec avons c ce ceci cela ces cet cette chaque comme d dans de des donc dont du elle elles en entre
est et étaient été être eu eux fait il ils j je l la le les leur leurs lui m mais mes moi mon n ne ni nos notre nous
on ont ou où par pas pour plus qu que qui s sa sans se ses si son sont sur ta tout toute toutes tous très tu un une
vos votre vous y
"""),
    "ar": _words("""
في من على إلى الى عن أن ان إن التي الذي الذين هذا هذه ذلك تلك كما كان كانت قد لقد لا لم لن ما مع أو او ثم بل كل بين
بعد قبل حتى هو هي هم و
"""),
}  # fmt: skip


JOINS: dict[str, tuple[str, ...]] = {
    "en": _words("and or nor"), "es": _words("y e o u ni"), "fr": _words("et ou ni"), "ru": _words("и или а"),
}  # fmt: skip
"""Words that join two of a kind."""


REPORTS: dict[str, tuple[str, ...]] = {
    "zh": _words("""
表示 指出 强调 认为 介绍 显示 表明 透露 获悉 宣布 报道 预计 证实 证明 重申 提到 谈到 说道 补充 回应 呼吁 坦言
"""),
}  # fmt: skip
"""Verbs that report, of two characters and more, with which no phrase ends; languages with spaces list them above."""


TRANSCRIBED: dict[str, str] = {
    "zh": "阿埃艾奥昂巴贝彼勃柏伯布达丹德迪蒂杜敦顿厄恩尔菲费芬佛弗盖戈格根瓜圭哈赫亨胡霍吉加贾简杰津卡凯坎康考"
          "科克肯库夸拉莱赖兰劳勒雷里利莉列林隆卢鲁伦罗洛马玛迈麦曼芒梅蒙米莫姆穆纳娜南内尼宁纽努诺欧帕潘庞佩皮"
          "珀普奇契齐恰乔切丘让热日荣茹瑞若萨塞赛桑瑟森沙尚舍什史舒斯思苏索塔泰坦汤唐陶特腾提廷通图托瓦万旺威韦"
          "维文翁沃乌武西希夏香辛休逊雅亚延扬耶伊宜因英尤于约赞泽詹章芝珠朱兹宗祖佐",
}  # fmt: skip
"""Characters that write the sounds of foreign names: three or more of nothing else are one."""


def edges(code: str) -> tuple[str, ...]:
    """The words of a language by its BCP 47 code; none for one that is not listed."""
    return EDGES.get(code.split("-")[0].lower(), ())
