"""French: turns of stance that follow a pattern.

Lives here: phrases whose middle varies ("demeure fermement attachée à"), written out. Not here: verbs by their paradigms
(``stance``).
"""

from onrecord.knowledge.phrasing import listed, phrases


def _either(rows: tuple[str, ...]) -> tuple[str, ...]:
    """Phrases with either apostrophe."""
    return tuple(form for row in rows for form in dict.fromkeys((row, row.replace("'", "’"))))


_IS = (
    "est/sont/sommes/suis/reste/restent/restons/demeure/demeurent/demeurons/se dit/se disent/soit/soient/s'est dit/s'est dite"
    "/se sont dits/se sont dites/s'était dit/s'était dite/s'étaient dits/se déclare/se déclarent/s'est déclaré/s'est déclarée"
    "/étaient/était/se sont déclarés/se montre/se montrent/s'est montré/s'est montrée/se sont montrés"
)
_SELF = "s'est/se sont/s'était/s'étaient/nous sommes/me suis"
_HOW = (
    "/très/fermement/profondément/pleinement/résolument/vivement/particulièrement/extrêmement/gravement/toujours"
    "/entièrement/foncièrement/plus que jamais/pas/pas du tout/plus/jamais/nullement/guère/également/aussi"
)
ATTACHED = _either(
    (
        *phrases("pas/plus/jamais/nullement/guère", "favorable/favorables"),
        *phrases(_IS, _HOW, "attaché/attachée/attachés/attachées/favorable/favorables/solidaire/solidaires/acquis/acquise"),
        *phrases("se prononce/se prononcent/nous prononçons/plaide/plaidons/milite/s'est prononcé/s'est prononcée/se sont prononcés", "/clairement/fermement", "pour/en faveur"),
        *phrases("souscrit/souscrivons/adhère/adhérons/s'associe/nous associons/se joint/nous joignons/s'aligne/nous alignons", "/pleinement/entièrement"),
        *phrases("est/sommes/reste/demeure", "/pleinement/résolument", "aux côtés"),
    )
)  # fmt: skip
AGAINST = _either(
    (
        *phrases(_IS, _HOW, "opposé/opposée/opposés/opposées/hostile/hostiles"),
        *phrases(_SELF, _HOW, "opposé/opposée/opposés/opposées"),
        *phrases("pas/plus/jamais/nullement/guère", "opposé/opposée/opposés/opposées/hostile/hostiles"),
        *phrases("s'y est/s'y sont/s'y était", _HOW, "opposé/opposée/opposés/opposées"),
        *phrases(_SELF, _HOW, "élevé/élevée/élevés/élevées/insurgé/insurgée/insurgés/insurgées/prononcé/prononcée/prononcés", "contre"),
        *phrases("s'élèvent/s'insurgent/s'insurgera/se prononce/se prononcent/se dresse/se dressent", "contre"),
        *phrases("ne veut pas/ne veulent pas/ne voulons pas/n'acceptons pas/n'accepte pas/ne cautionne pas/ne cautionnons pas"),
        *phrases("ne reconnaît pas/ne reconnaîtra pas/ne reconnaissons pas/ne reconnaîtrons pas/ne tolérerons pas/ne tolérera pas"),
    )
)  # fmt: skip
VIOLATES = _either(
    (
        *phrases("constitue/constituent/est/sont/représente/représentent", "une/un/des", "/grave/graves/nouvelle/énième", "violation/violations/atteinte/atteintes/crime/crimes/provocation/escalade/menace"),
        *phrases("a/ont/a encore/a délibérément/ont délibérément", "violé/bafoué/enfreint/trahi/foulé aux pieds/piétiné/ignoré"),
        *phrases("rien ne/rien ne saurait/rien ne peut", "justifie/justifier"),
        *phrases("au mépris/en violation", "/flagrante/manifeste/totale", "du/des/de"),
        *phrases("n'a pas/n'ont pas", "respecté/tenu/honoré"),
    )
)  # fmt: skip
UNTRUE = _either(
    (
        *phrases("est/sont", "dénué/dénuée/dénués/dénuées/dépourvu/dépourvue/dépourvues/dépourvus", "de tout fondement/de fondement/de tout sens"),
        *phrases("ne repose sur/ne reposent sur", "aucun/aucune", "fondement/preuve/fait"),
        *phrases("est/sont/c'est", "/totalement/absolument/entièrement/purement et simplement", "faux/fausse/fausses/mensonger/mensongère/mensongères/inexact/inexactes/infondé/infondées"),
    )
)  # fmt: skip
NEVER_DID = _either(phrases("n'avons/n'a/n'ont/n'ai", "jamais"))
PLEASED = _either(
    (
        *phrases(_SELF, _HOW, "félicité/félicitée/félicités/félicitées/réjoui/réjouie/réjouis/réjouies"),
        *phrases(
            "se félicitent/se félicitait/se félicitaient/se félicitera/se félicitant/se réjouit/se réjouissent/se réjouissant"
        ),
    )
)
WARNED = _either(
    phrases("met/mets/mettons/mettent/mettait/mettaient/mettra/mettront/mettant/mettre/mis", "/solennellement/de nouveau", "en garde")
)  # fmt: skip
WORRIED = _either(
    (
        *phrases(_SELF, _HOW, "inquiété/inquiétée/inquiétés/inquiétées/alarmé/alarmée/alarmés/ému/émue/émus"),
        *phrases("s'inquiètent/s'inquiétait/s'inquiétaient/s'inquiétant/s'alarment/s'alarmait/s'émeut/s'émeuvent"),
        *phrases(_IS, _HOW, "préoccupé/préoccupée/préoccupés/préoccupées/inquiet/inquiète/inquiets/alarmé/alarmée/alarmés/attristé/attristée/attristés/troublé/choqué/choqués/consterné/consternés/bouleversé"),
    )
)  # fmt: skip
WORRYING = _either(
    phrases("est/sont/demeure/demeurent/reste/restent/devient", "/très/extrêmement/particulièrement/profondément/plus que jamais/de plus en plus", "préoccupante/préoccupant/préoccupantes/préoccupants/alarmante/alarmant/inquiétante/inquiétant/catastrophique/catastrophiques/dramatique/critique/intenable/tragique/désastreuse")
)  # fmt: skip
URGENT = _either(
    phrases("il est/il devient/il demeure/il reste", "/plus que jamais/donc/absolument/désormais/grand", "urgent/impératif/nécessaire/essentiel/indispensable/crucial/primordial/important/vital/fondamental/temps/capital")
)  # fmt: skip
WILL = _either(
    (
        *phrases("mettra/mettrons/met/mettons/mettront", "tout en œuvre/tout en oeuvre"),
        *phrases("fera/ferons/fait/faisons", "tout/tout son possible/tout notre possible/le nécessaire"),
        *phrases("prendra/prendrons/assumera/assumerons", "/toutes/toute", "ses/nos/sa", "responsabilités/part/responsabilité"),
        *phrases("fournira/fournirons/apportera/apporterons/contribuera/contribuerons/renforcera/renforcerons/soutiendra/soutiendrons"),
        *phrases("accueillera/accueillerons/organisera/organiserons/proposera/proposerons/défendra/défendrons/travaillera/travaillerons"),
        *phrases("maintiendra/maintiendrons/accompagnera/accompagnerons/œuvrera/œuvrerons/agira/agirons/respectera/respecterons"),
        *phrases("ne", "relâchera pas/relâcherons pas/renoncera pas/renoncerons pas/renoncera jamais/renoncerons jamais/abandonnera pas/abandonnerons pas"),
    )
)  # fmt: skip
RESERVES = _either((*phrases("se réserve/nous réservons/se réservent", "le droit"),))
THREATENS = _either(
    (
        *phrases("entraînera/entraînerait/appellera/recevra/suscitera/provoquera", "une/des", "réponse/réaction/conséquences/riposte"),
        *phrases("en tirera/en tirerons/aura/auront/ne resteront pas sans/ne restera pas sans", "/de graves/de lourdes/les", "conséquences/réponse"),
    )
)  # fmt: skip
TOOK = _either(
    (
        *phrases("a/ont/avons", "suspendu/expulsé/rappelé/convoqué/interdit/abrogé/dissous/gelé/reconnu/dénoncé l'accord/levé/instauré/rétabli/rompu/adhéré/nommé/déployé/débloqué/alloué/octroyé/approuvé/levé"),
        *phrases("a/ont/avons", "présenté/lancé/soumis/mis sur la table", "une/la/un", "initiative/proposition/plan/feuille de route"),
    )
)  # fmt: skip
_BAD = listed(
    """
    inacceptable; inacceptables; illégal; illégale; illégaux; illégales; injuste; injustes; absurde; absurdes;
    irresponsable; irresponsables; honteux; honteuse; honteuses; criminel; criminelle; inhumain; inhumaine;
    dangereux; dangereuse; dangereuses; arbitraire; arbitraires; intolérable; intolérables; inadmissible;
    inadmissibles; illégitime; illégitimes; scandaleux; scandaleuse; provocateur; provocatrice; hostile; hostiles;
    injustifié; injustifiée; injustifiées; injustifiable; excessif; excessive; abusif; abusive; déplorable;
    regrettable; hypocrite; cynique; discriminatoire; discriminatoires; disproportionné; disproportionnée;
    mensonger; mensongère; mensongers; mensongères; erreur; provocation; agression; farce; chantage; violation;
    ingérence
    """
)
BAD = tuple(form for word in _BAD for form in (word, f"d'{word}", f"d’{word}"))
