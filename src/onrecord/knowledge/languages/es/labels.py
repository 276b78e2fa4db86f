"""Spanish: printed labels and furniture."""

from onrecord.knowledge.language import Labels

LABELS = Labels()
