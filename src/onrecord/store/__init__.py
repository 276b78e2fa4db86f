"""Store: all SQL. Not here: what a value means."""

from onrecord.store.entries import Entry, Finish, Job, Outcome, Progress, PutResult
from onrecord.store.finding import Finding
from onrecord.store.links import Linkable
from onrecord.store.listing import Summary
from onrecord.store.read import CaptureRow, Held
from onrecord.store.reviews import Claim, Waiting
from onrecord.store.search import NOBODY, Filters, Hit, Hits, Page
from onrecord.store.stances import Asked, Counted, Quotation
from onrecord.store.store import Store
from onrecord.store.tally import ActCount, Tally
from onrecord.store.texts import Place
from onrecord.store.versions import Version
from onrecord.store.voices import Voiced

__all__ = [
    "NOBODY",
    "ActCount",
    "Asked",
    "CaptureRow",
    "Claim",
    "Counted",
    "Entry",
    "Filters",
    "Finding",
    "Finish",
    "Held",
    "Hit",
    "Hits",
    "Job",
    "Linkable",
    "Outcome",
    "Page",
    "Place",
    "Progress",
    "PutResult",
    "Quotation",
    "Store",
    "Summary",
    "Tally",
    "Version",
    "Voiced",
    "Waiting",
]  # fmt: skip
