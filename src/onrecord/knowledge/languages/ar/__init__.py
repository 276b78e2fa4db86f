"""Arabic, as data: ``labels`` (structure), ``calendar`` (dates), ``speech`` (reporting), ``stance`` (positions)."""

from onrecord.knowledge.language import Language
from onrecord.knowledge.languages.ar.calendar import CALENDAR
from onrecord.knowledge.languages.ar.labels import LABELS
from onrecord.knowledge.languages.ar.speech import SPEECH
from onrecord.knowledge.languages.ar.stance import STANCE

LANGUAGE = Language(
    code="ar",
    name="العربية",
    english="Arabic",
    direction="rtl",
    spaced=True,
    labels=LABELS,
    calendar=CALENDAR,
    speech=SPEECH,
    stance=STANCE,
)
