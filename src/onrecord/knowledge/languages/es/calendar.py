"""Spanish: words of dates. Month and weekday names: Unicode CLDR, and forms without accents, as capitals often have."""

from onrecord.knowledge.language import Calendar

CALENDAR = Calendar(
    months=(
        ("enero", "ene"),
        ("febrero", "feb"),
        ("marzo", "mar"),
        ("abril", "abr"),
        ("mayo", "may"),
        ("junio", "jun"),
        ("julio", "jul"),
        ("agosto", "ago"),
        ("septiembre", "setiembre", "sept", "sep", "set"),
        ("octubre", "oct"),
        ("noviembre", "nov"),
        ("diciembre", "dic"),
    ),
    weekdays=(
        ("lunes",), ("martes",), ("miércoles", "miercoles"), ("jueves",), ("viernes",), ("sábado", "sabado"),
        ("domingo",),
    ),
    patterns=("d m y", "m y"),
    ordinals=("º", "°", ".º", "ro", "er"),
    of_month=("de",),
    of_year=("de", "del", "del año", "de el"),
    year_heads=("el año", "año", "en", "desde"),
    ranges=("al", "a", "hasta el"),
    articles=("el", "día"),
    relative=(("hoy", 0), ("ayer", -1), ("anoche", -1), ("mañana", 1)),
    openers=("el", "el día", "este", "al", "en la mañana del", "en la tarde del"),
    acts=(
        "dijo", "declaró", "afirmó", "anunció", "señaló", "manifestó", "expresó", "aseguró", "indicó", "reiteró",
        "se reunió", "recibió", "celebró", "presidió", "participó", "respondió", "publicó", "firmó", "inauguró",
        "rueda de prensa", "conferencia de prensa", "reunión", "discurso", "comunicado", "declaración", "entrevista",
    ),
    future=("será", "serán", "tendrá lugar", "tendrán lugar", "se celebrará", "se celebrarán", "próximo"),
    posted=("publicado", "publicada", "fecha", "fecha de publicación"),
    updated=("actualizado", "actualizada", "modificado", "consultado"),
    leads=("el", "este", "en", "la", "al", "pasado", "próximo", "mismo", "día"),
    tails=("pasado", "próximo", "pasada", "último"),
)  # fmt: skip
