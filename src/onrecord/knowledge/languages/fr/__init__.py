"""French, as data: ``labels`` (structure), ``calendar`` (dates), ``speech`` (reporting)."""

from onrecord.knowledge.language import Language
from onrecord.knowledge.languages.fr.calendar import CALENDAR
from onrecord.knowledge.languages.fr.labels import LABELS
from onrecord.knowledge.languages.fr.speech import SPEECH

LANGUAGE = Language(
    code="fr",
    name="français",
    english="French",
    direction="ltr",
    spaced=True,
    labels=LABELS,
    calendar=CALENDAR,
    speech=SPEECH,
)
