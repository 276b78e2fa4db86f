"""Store: all SQL. Not here: what a value means."""

from onrecord.store.entries import Entry, Finish, Job, Outcome, Progress, PutResult
from onrecord.store.read import CaptureRow, Held
from onrecord.store.store import Store

__all__ = ["CaptureRow", "Entry", "Finish", "Held", "Job", "Outcome", "Progress", "PutResult", "Store"]
