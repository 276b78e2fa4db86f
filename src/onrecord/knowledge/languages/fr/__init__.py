"""French, as data: ``labels`` (structure), ``calendar`` (dates), ``speech`` (reporting),
``delivery`` (heads of speeches), ``stance`` (positions)."""

from onrecord.knowledge.language import Language
from onrecord.knowledge.languages.fr.calendar import CALENDAR
from onrecord.knowledge.languages.fr.delivery import DELIVERY
from onrecord.knowledge.languages.fr.labels import LABELS
from onrecord.knowledge.languages.fr.speech import SPEECH
from onrecord.knowledge.languages.fr.stance import STANCE

LANGUAGE = Language(
    code="fr",
    name="français",
    english="French",
    direction="ltr",
    spaced=True,
    labels=LABELS,
    calendar=CALENDAR,
    speech=SPEECH,
    delivery=DELIVERY,
    stance=STANCE,
)
