"""Chinese, as data: ``labels`` (structure), ``calendar`` (dates), ``speech`` (reporting), ``stance`` (positions)."""

from onrecord.knowledge.language import Language
from onrecord.knowledge.languages.zh.calendar import CALENDAR
from onrecord.knowledge.languages.zh.labels import LABELS
from onrecord.knowledge.languages.zh.speech import SPEECH
from onrecord.knowledge.languages.zh.stance import STANCE

LANGUAGE = Language(
    code="zh-Hans",
    name="中文",
    english="Chinese",
    direction="ltr",
    spaced=False,
    labels=LABELS,
    calendar=CALENDAR,
    speech=SPEECH,
    stance=STANCE,
)
