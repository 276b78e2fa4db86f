"""French: words of dates. Month and weekday names: Unicode CLDR, and forms without accents, as capitals often have."""

from onrecord.knowledge.language import Calendar

CALENDAR = Calendar(
    months=(
        ("janvier", "janv"),
        ("février", "fevrier", "févr", "fév"),
        ("mars",),
        ("avril", "avr"),
        ("mai",),
        ("juin",),
        ("juillet", "juil"),
        ("août", "aout"),
        ("septembre", "sept"),
        ("octobre", "oct"),
        ("novembre", "nov"),
        ("décembre", "decembre", "déc"),
    ),
    weekdays=(
        ("lundi",), ("mardi",), ("mercredi",), ("jeudi",), ("vendredi",), ("samedi",), ("dimanche",),
    ),
    patterns=("d m y", "m y"),
    ordinals=("er", "ᵉʳ"),
    of_year=("de",),
    year_heads=("l'année", "l’année", "année", "en", "depuis"),
    ranges=("au", "à", "et le"),
    articles=("le",),
    relative=(("aujourd'hui", 0), ("aujourd’hui", 0), ("hier", -1), ("demain", 1)),
    openers=("le", "ce", "au", "en date du", "dans la matinée du", "dans la soirée du"),
    acts=(
        "a déclaré", "a dit", "a annoncé", "a affirmé", "a indiqué", "a souligné", "a rencontré", "a reçu", "a tenu",
        "a présidé", "a participé", "a répondu", "a publié", "a signé", "s'est entretenu", "s’est entretenu",
        "conférence de presse", "point de presse", "entretien", "réunion", "discours", "allocution", "communiqué",
        "déclaration", "s'est tenue", "s’est tenue", "s'est exprimé", "s’est exprimé",
    ),
    future=("sera", "seront", "aura lieu", "auront lieu", "se tiendra", "se tiendront", "doit", "prochain"),
    posted=("publié", "publiée", "mis en ligne", "date de publication", "paru"),
    updated=("mis à jour", "mise à jour", "modifié", "consulté"),
    leads=("le", "ce", "cet", "au", "du", "dès", "dans", "la"),
    tails=("matin", "soir", "midi", "après-midi", "dernier", "passé", "prochain"),
)  # fmt: skip
