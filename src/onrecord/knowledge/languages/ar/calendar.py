"""Arabic: words of dates."""

from onrecord.knowledge.language import Calendar

CALENDAR = Calendar()
