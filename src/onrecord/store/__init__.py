"""Store: all SQL. Not here: what a value means."""

from onrecord.store.entries import Entry, Finish, Job, Outcome, Progress, PutResult
from onrecord.store.finding import Finding
from onrecord.store.listing import Summary
from onrecord.store.read import CaptureRow, Held
from onrecord.store.reviews import Claim, Waiting
from onrecord.store.search import Filters, Hit, Hits, Page
from onrecord.store.store import Store

__all__ = [
    "CaptureRow", "Claim", "Entry", "Filters", "Finding", "Finish", "Held", "Hit", "Hits", "Job", "Outcome", "Page",
    "Progress", "PutResult", "Store", "Summary", "Waiting",
]  # fmt: skip
