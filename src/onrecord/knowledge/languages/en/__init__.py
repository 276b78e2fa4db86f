"""English, as data: ``labels`` (structure), ``calendar`` (dates), ``speech`` (reporting),
``delivery`` (heads of speeches), ``stance`` (positions)."""

from onrecord.knowledge.language import Language
from onrecord.knowledge.languages.en.calendar import CALENDAR
from onrecord.knowledge.languages.en.delivery import DELIVERY
from onrecord.knowledge.languages.en.labels import LABELS
from onrecord.knowledge.languages.en.speech import SPEECH
from onrecord.knowledge.languages.en.stance import STANCE

LANGUAGE = Language(
    code="en",
    name="English",
    english="English",
    direction="ltr",
    spaced=True,
    labels=LABELS,
    calendar=CALENDAR,
    speech=SPEECH,
    delivery=DELIVERY,
    stance=STANCE,
)
