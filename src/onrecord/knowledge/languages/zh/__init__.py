"""Chinese, as data: ``labels`` (structure), ``calendar`` (dates), ``speech`` (reporting)."""

from onrecord.knowledge.language import Language
from onrecord.knowledge.languages.zh.calendar import CALENDAR
from onrecord.knowledge.languages.zh.labels import LABELS
from onrecord.knowledge.languages.zh.speech import SPEECH

LANGUAGE = Language(
    code="zh-Hans",
    name="中文",
    english="Chinese",
    direction="ltr",
    spaced=False,
    labels=LABELS,
    calendar=CALENDAR,
    speech=SPEECH,
)
