"""English: words of dates. Month and weekday names: Unicode CLDR."""

from onrecord.knowledge.language import Calendar

CALENDAR = Calendar(
    months=(
        ("january", "jan"),
        ("february", "feb"),
        ("march", "mar"),
        ("april", "apr"),
        ("may",),
        ("june", "jun"),
        ("july", "jul"),
        ("august", "aug"),
        ("september", "sept", "sep"),
        ("october", "oct"),
        ("november", "nov"),
        ("december", "dec"),
    ),
    weekdays=(
        ("monday", "mon"),
        ("tuesday", "tues", "tue"),
        ("wednesday", "wed"),
        ("thursday", "thurs", "thur", "thu"),
        ("friday", "fri"),
        ("saturday", "sat"),
        ("sunday", "sun"),
    ),
    patterns=("d m y", "m d y", "m y"),
    ordinals=("st", "nd", "rd", "th"),
    of_month=("of",),
    of_year=("of",),
    year_heads=("in the year", "the year", "year", "in", "since", "during"),
    ranges=("to", "through", "until"),
    articles=("the",),
    capital=True,
    relative=(("today", 0), ("yesterday", -1), ("tomorrow", 1)),
    others=(
        "muharram", "safar", "rabi al-awwal", "rabi al-thani", "jumada al-awwal", "jumada al-thani", "rajab",
        "shaaban", "sha'ban", "ramadan", "shawwal", "dhu al-qadah", "dhu al-hijjah",
    ),
    openers=("on", "earlier on", "late on", "early on", "on the morning of", "on the afternoon of", "on the evening of"),
    acts=(
        "said", "says", "told", "stated", "announced", "declared", "met", "held", "hosted", "chaired", "attended",
        "spoke", "speaking", "answered", "responded", "addressed", "issued", "released", "published", "signed",
        "visited", "press conference", "press briefing", "briefing", "meeting", "remarks", "interview", "statement",
        "delivered", "called on", "received", "commented", "urged", "warned",
        "condemned", "denounced", "rejected", "welcomed",
    ),
    future=("will", "shall", "is to", "are to", "to be held", "is scheduled", "are scheduled", "upcoming", "ahead of"),
    posted=("published", "posted", "issued", "released", "release date", "publication date", "date", "first published"),
    updated=("updated", "modified", "last reviewed", "retrieved", "accessed"),
)  # fmt: skip
