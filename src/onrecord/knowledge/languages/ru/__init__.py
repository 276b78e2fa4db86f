"""Russian, as data: ``labels`` (structure), ``calendar`` (dates), ``speech`` (reporting), ``stance`` (positions)."""

from onrecord.knowledge.language import Language
from onrecord.knowledge.languages.ru.calendar import CALENDAR
from onrecord.knowledge.languages.ru.labels import LABELS
from onrecord.knowledge.languages.ru.speech import SPEECH
from onrecord.knowledge.languages.ru.stance import STANCE

LANGUAGE = Language(
    code="ru",
    name="русский",
    english="Russian",
    direction="ltr",
    spaced=True,
    labels=LABELS,
    calendar=CALENDAR,
    speech=SPEECH,
    stance=STANCE,
)
