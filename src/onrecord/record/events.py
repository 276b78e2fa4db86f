"""What adding reports: one event for each thing, and their sum.

Lives here: values and counting. Not here: printing (``cli``), adding (``adding``).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from onrecord.model import Notice, Statement
from onrecord.store import Outcome


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one document, part or file; it is on the disk when this is given.

    ``file``: what an earlier run finished of a file: ``found`` parts, ``aside`` of them set aside. ``again``: set
    aside earlier for the same reason. ``coverage``: characters outside furniture, and characters in all.
    ``before``: the sha256 that the page had when last seen.
    """

    outcome: Outcome
    locator: str
    source: str = ""
    statements: tuple[Statement, ...] = ()
    utterances: int = 0
    media_type: str = ""
    notices: tuple[Notice, ...] = ()
    before: str | None = None
    sequence: int = 0
    reason: str | None = None
    detail: str = ""
    file: bool = False
    found: int = 0
    aside: int = 0
    again: bool = False
    coverage: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Skipped:
    """Things that are no documents, passed over on purpose, and how many."""

    what: str
    count: int


@dataclass(frozen=True, slots=True)
class Opened:
    """A container read to its end: its kind ("feed", "warc", ...), documents kept, parts set aside, in this run."""

    kind: str
    locator: str
    kept: int
    aside: int


Event = Added | Skipped | Opened


@dataclass(slots=True)
class Summary:
    """The sum of a run. ``documents`` counts outcomes by media type; ``containers`` counts files, documents kept and
    parts set aside by kind of container; ``reasons`` counts set-aside parts; ``files_held`` counts files that an
    earlier run read, with ``held`` documents and ``held_aside`` parts set aside then. What was found (``found``) is the
    sum of outcomes, reasons, held and held_aside."""

    documents: dict[str, Counter[str]] = field(default_factory=dict)
    containers: dict[str, Counter[str]] = field(default_factory=dict)
    reasons: Counter[str] = field(default_factory=Counter)
    notices: Counter[str] = field(default_factory=Counter)
    skipped: Counter[str] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    files_held: int = 0
    held: int = 0
    held_aside: int = 0
    statements: int = 0
    undated: int = 0
    utterances: int = 0

    def count(self, event: Event) -> None:
        """Add one event to the sum."""
        if isinstance(event, Skipped):
            self.skipped[event.what] += event.count
        elif isinstance(event, Opened):
            kind = self.containers.setdefault(event.kind, Counter())
            kind.update(files=1, kept=event.kept, aside=event.aside)
        elif event.reason is not None:
            self.reasons[event.reason] += 1
        elif event.file:
            self.files_held += 1
            self.held += event.found - event.aside
            self.held_aside += event.aside
        else:
            self._document(event)

    def _document(self, event: Added) -> None:
        self.documents.setdefault(event.media_type, Counter())[event.outcome] += 1
        if event.outcome not in ("new", "revision", "relabelled"):
            return
        self.notices.update(n.reason for n in event.notices)
        self.statements += len(event.statements)
        self.utterances += event.utterances
        self.forms.update(s.form for s in event.statements)
        self.languages.update(s.lang for s in event.statements)
        self.undated += sum(s.date is None and s.published is None for s in event.statements)

    def found(self) -> int:
        """Everything that was found: documents of every outcome, held before or set aside."""
        documents = sum(counts.total() for counts in self.documents.values())
        return documents + self.reasons.total() + self.held + self.held_aside

    def total(self, outcome: str) -> int:
        """How many documents had an outcome."""
        return sum(counts[outcome] for counts in self.documents.values())
