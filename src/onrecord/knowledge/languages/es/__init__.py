"""Spanish, as data: ``labels`` (structure), ``calendar`` (dates), ``speech`` (reporting),
``delivery`` (heads of speeches), ``stance`` (positions)."""

from onrecord.knowledge.language import Language
from onrecord.knowledge.languages.es.calendar import CALENDAR
from onrecord.knowledge.languages.es.delivery import DELIVERY
from onrecord.knowledge.languages.es.labels import LABELS
from onrecord.knowledge.languages.es.speech import SPEECH
from onrecord.knowledge.languages.es.stance import STANCE

LANGUAGE = Language(
    code="es",
    name="español",
    english="Spanish",
    direction="ltr",
    spaced=True,
    labels=LABELS,
    calendar=CALENDAR,
    speech=SPEECH,
    delivery=DELIVERY,
    stance=STANCE,
)
