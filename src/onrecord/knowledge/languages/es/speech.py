"""Spanish: words of reporting."""

from onrecord.knowledge.language import Speech

SPEECH = Speech()
