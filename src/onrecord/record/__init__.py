"""Record: the public API. Joins the store and the stages; holds no rule and no SQL of its own.

Lives here: the verbs and the order in which rooms are asked. Not here: printing (``cli``).
Names are imported when first used: a search needs neither the readers nor the engines.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

_HOMES = {
    "Added": "events", "Choice": "exporting", "Choices": "adding", "Positions": "standing", "Proposed": "proposing",
    "Record": "record", "Skipped": "events", "Standing": "standing", "Summary": "events", "Waiting": "proposing",
    "Wanted": "standing", "process": "lines",
}  # fmt: skip


def __getattr__(name: str) -> object:
    """Import a public name when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
