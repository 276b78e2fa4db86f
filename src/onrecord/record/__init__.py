"""Record: the public API. Joins the store and the stages; holds no rule and no SQL of its own.

Lives here: the verbs and the order in which rooms are asked. Not here: printing (``cli``).
"""

from onrecord.record.adding import Choices
from onrecord.record.events import Added, Skipped, Summary
from onrecord.record.exporting import Choice
from onrecord.record.lines import process
from onrecord.record.proposing import Proposed, Waiting
from onrecord.record.record import Record
from onrecord.record.standing import Positions, Standing, Wanted

__all__ = [
    "Added", "Choice", "Choices", "Positions", "Proposed", "Record", "Skipped", "Standing", "Summary", "Waiting",
    "Wanted", "process",
]  # fmt: skip
