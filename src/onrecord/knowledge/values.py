"""Words of value and aim: what official speech praises, promises, warns of or fights, by language code.

Lives here: data, of every colour of politics alike. Not here: what is made of it (``trace.formulations``), acts and
their verbs (``stance``). A set phrase mostly holds one, a plain term of a subject ("drinking water") hardly ever.
A word that ends in * stands for all that begin so. For Chinese these are words within running characters.
"""

from __future__ import annotations

VALUES: dict[str, str] = {
    "en": """
peace* stabil* secur* sovereign* territorial independen* freedom* free libert* democra* authoritarian* autocra* tyran*
rights justice just injustice* unjust* equal* equit* inequal* fair* unfair* dignity humanity inclusi* inclusion
divers* solidarity unity united unite divided shared common mutual* joint* collective* cooperat* co-operat* partner*
alliance* allies ally friend* brother* trust* confidence dialogue multilateral* unilateral* universal rule norms
principle* values order law* lawful* lawless* legitim* peaceful* nonprolif* non-prolif* disarm* denuclear* deterr*
aggress* hostil* adversar* enem* terror* extrem* radical* violen* hate* hatred racis* discrimin* apartheid genocid*
atrocit* coerc* interfer* intimidat* threat* occupation oppress* resilien* sustainab* prosper* progress* future
tomorrow century dream* vision promise* pledge steadfast* unwavering* ironclad* enduring lasting historic*
comprehensive* openness transparen* accountab* integrity corrupt* impunity responsible strength* greatness restor*
renew renewal renewed reform* moderniz* modernis* transform* revolution* protect* defend* defence* defense* safeguard*
empower*
worker* middle-class patriot* citizen* hero* sacrifice* struggle fight existential green balance* harmony harmon*
win-win connectiv* integration coexist* non-interfer* hegemon* bully* bloc decoupl* de-risk* monopol* exploit*
predator* illegal* unjustified unprovoked legacy vulnerable poverty hunger generations prosperity
""",
    "es": """
paz paces pacífic* estabilidad soberan* independ* libertad* libre* democr* autorit* dictad* derech* justicia justo
justa justos justas injust* igual* equid* desigual* dign* inclu* divers* solidar* unidad unión unido unida unidos
unidas compartid* mutu* colectiv* cooperaci* coopera* alianza* aliad* socio* amistad herman* confianza diálogo
multilateral* unilateral* multipol* bipol* universal* orden legal* legítim* desarme agresi* hostil* enemig* terror*
extrem* violen* odio racis* discrimin* genocid* atroc* coerc* injer* amenaza* ocupaci* opres* prosper* progres* futur*
sueñ* esperanza* visión promesa* compromis* históric* estratég* integral* transparen* corrup* impun* grandeza
renovar renovad* renovaci* moderniz* transform* revoluci* proteg* protecci* defen* fortalec* empoder* obrer* pueblo*
popular*
nación patria* patriot* patrió* ciudadan* héro* heroic* sacrifici* victoria* lucha* equilibri* armon* integraci*
conviv* hegem* bloqueo*
monopol* saque* coloni* imperi* neoliber* memoria pobreza hambre exclu* vulnerab* humild* redistrib* distrib*
conquista* gesta humanidad humanismo valores sostenib* sustentab* estable estables sanciones climátic* trabajadoras
seguridad
""",
    "ru": """
мир мира миру миром мирн* стабильн* безопасн* суверен* территориальн* независим* свобод* демократ* авторитарн* права
правам правами правах справедлив* несправедлив* равен* равн* неравен* достоинств* человечеств* инклюзив* многообраз*
солидарн* единств* взаимн* взаимо* коллективн* сотрудничеств* партнёр* партнер* союзн* дружб* дружеств* братск*
братств* довери* доверит* диалог* многосторонн* односторонн* многополярн* многополюс* универсальн* принцип* ценност*
порядк* правопоряд* законн* разоруж* денуклеар* агресс* враждебн* враг* противник* террор* экстрем* радикал* насили*
ненавист* расизм* расист* нацизм* нацист* неонаци* фашизм* фашист* дискримин* геноцид* преступлен* преступн*
вмешательств* угроз* оккупац* устойчив* процветан* прогресс* будущ* столети* мечт* надежд* обязательств* историческ*
стратегич* всеобъемлющ* открыт* прозрачн* ответственн* коррупц* безнаказанн* укреплен* укреплять величи* возрожден*
обновлен* реформ* модерниз* преобразован* революц* созидан* защит* оборон* отечеств* родин* народ* наци* национальн*
патриот* геро* подвиг* побед* борьб* баланс* гармони* интеграц* сосуществ* невмешательств* гегемон* блоков* санкци*
незаконн* нелегитимн* традиционн* духовн* нравственн* памят* правд* истин* бедност* голод* уязвим* опережающ* неделим*
добрососед* климатическ* поколения поколений поколениям миротвор* миролюб* миропоряд* мироустр* гражданск*
""",
    "fr": """
paix pacifi* sécurit* souverain* indépendan* libert* libre* démocra* autorit* dict* droit* justice juste* injust*
égal* équit* inégal* dignité humanité inclus* divers* solidar* unité partag* mutuel* conjoint* collectif* coopér*
partenar* alliance* allié* amitié confiance dialogue multilatér* unilatér* multipol* univers* princip* ordre légal*
légitim* désarm* agress* hostil* ennemi* terror* extrém* violen* haine racis* discrimin* génocid* atroc* crime* coerc*
ingérence* menace* occupation oppress* durab* prospér* progrès futur* avenir siècle espoir* vision* promesse* engage*
histori* stratég* global* transparen* respons* corrupt* impun* force* renouv* réform* modernis* transform* révolution*
construi* reconstr* protég* protection défen* renforc* peuple* patri* citoyen* héro* sacrifice* victoire* lutte*
équilibr* harmon* intégration coexist* hégémon* pauvreté faim vulnérab* valeurs stable stables sanctions commun
commune communes climatiq* humains uni unie unis unies union
""",
    "zh": """
和平 稳定 安全 主权 独立 自由 民主 人权 正义 公平 公正 平等 尊严 人类 包容 团结 统一 共同 共享 共建 共商 共赢
互利 互信 互鉴 互助 合作 伙伴 友好 友谊 信任 对话 协商 多边 单边 全球 治理 秩序 规则 原则 价值 法治 依法 霸权
强权 霸凌 干涉 侵略 敌对 对抗 冷战 恐怖 极端 分裂 暴力 歧视 种族 威胁 制裁 遏制 打压 封锁 抹黑 繁荣 发展 进步
未来 世纪 梦想 复兴 希望 愿景 承诺 初心 使命 担当 责任 自信 自立 自强 自主 创新 开放 改革 现代化 战略 格局
理念 思想 精神 文化 文明 道路 方案 力量 贡献 奋斗 斗争 攻坚 脱贫 扶贫 振兴 强国 富强 民族 人民 群众 为民 惠民
民生 人心 爱国 主义 核心 维护 捍卫 坚持 坚定 坚决 反对 命运 共同体 和谐 共生 绿色 生态 清洁 低碳 廉洁 腐败
反腐 从严 底线 红线 大国 机遇 挑战 普惠 均衡
""",
}  # fmt: skip


def values_of(code: str) -> tuple[str, ...]:
    """The words of a language by its BCP 47 code, some ending in *; none for one that is not listed."""
    return tuple(VALUES.get(code.split("-")[0].lower(), "").split())
