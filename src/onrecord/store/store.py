"""Store: the facade over one record's folder.

Lives here: opening, closing and writing. Not here: what is asked of it (``questions``), the SQL (the files beside
this one).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import apsw

from onrecord.errors import InputError
from onrecord.limits import DEFAULT, Limits
from onrecord.model import Dossier, Judgement, Proposal, SetAside, VersionLink
from onrecord.store import (
    attempts,
    connect,
    put,
    reindex,
    reviews,
)
from onrecord.store import links as linking
from onrecord.store.batch import Batch, Ledger
from onrecord.store.entries import Entry, Finish, Job, Progress, PutResult
from onrecord.store.questions import Questions
from onrecord.text.fold import FOLD

T = TypeVar("T")


class Store(Questions):
    """A record: one folder with a database and the original bytes. Use as a context manager."""

    def __init__(self, folder: Path, connection: apsw.Connection, lock: connect.Lock | None, limits: Limits) -> None:
        super().__init__(folder, connection, lock, limits)
        self._ledger = Ledger.read(connection) if lock else Ledger()

    @classmethod
    def open(
        cls, path: Path | str, *, write: bool, create: bool = False, limits: Limits = DEFAULT, synchronous: str = "FULL"
    ) -> Store:
        """Open a record; ``create`` makes the folder when there is none.

        InputError when there is no record, another process writes to it, or it is not one of ours.
        ``synchronous`` exists for harnesses that must show what a weaker setting loses.
        """
        folder = Path(path)
        with connect.sentences(folder):
            if not write:
                return cls(folder, connect.open_reader(folder, limits), None, limits)
            if not create and not (folder / connect.DATABASE).is_file():
                raise InputError(f"{folder} holds no record; make one with `onrecord add ... --record {folder}`")
            if folder.exists() and not folder.is_dir():
                raise InputError(f"{folder} is a file; a record is a folder")
            if _foreign(folder):
                raise InputError(f"{folder} holds other files and no record; give a new or an empty folder")
            folder.mkdir(parents=True, exist_ok=True)
            return cls._open_writer(folder, limits, synchronous)

    @classmethod
    def _open_writer(cls, folder: Path, limits: Limits, synchronous: str) -> Store:
        lock = connect.Lock(folder)
        try:
            connect.require_space(folder, limits)
            store = cls(folder, connect.open_writer(folder, limits, synchronous), lock, limits)
            if reindex.folded_by(store.connection) != FOLD:
                store.reindex()
        except BaseException:
            lock.release()
            raise
        return store

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the record; the write-ahead log is folded into the database."""
        self.connection.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    # writing

    def begin(self, jobs: Sequence[Job]) -> list[Progress]:
        """Count one more try of each job that is not done, durably, before its file is read; gives what is known."""
        with connect.sentences(self.folder):
            return attempts.begin(self._writer(), jobs)

    def progress(self, job: Job) -> Progress:
        """What is known of a job; nothing is written."""
        with connect.sentences(self.folder):
            return attempts.progress(self.connection, job)

    def finished(self, locators: Sequence[str]) -> set[str]:
        """Those of the locators where some file was read to its end, by this run or an earlier one."""
        with connect.sentences(self.folder):
            return attempts.finished(self.connection, locators)

    def asides(self, job: Job, parts: Sequence[int]) -> list[SetAside]:
        """What was set aside of these parts of a job."""
        with connect.sentences(self.folder):
            return attempts.asides(self.connection, job, parts)

    def put(self, entries: Sequence[Entry | Finish]) -> list[PutResult]:
        """Keep a batch in one transaction; when this returns, all of it is on the disk. Up to a few hundred entries.

        InputError (disk full, disk failing, rights): nothing of the batch is kept, and the store can be used on.
        """
        return self._write(lambda batch: [put.put(batch, entry, self.limits) for entry in entries])

    def relabel(self, dossiers: Sequence[Dossier]) -> list[PutResult]:
        """Add a generation of labels to sources that are held; earlier ones stay readable and leave the search."""
        return self._write(lambda batch: [put.relabel(batch, dossier, self.limits) for dossier in dossiers])

    def reindex(self) -> int:
        """Make the search index again from the texts; gives the number of its rows."""
        with connect.sentences(self.folder):
            return reindex.reindex(self._writer())

    def judge(self, judgements: Sequence[Judgement]) -> list[Judgement]:
        """Keep judgements, durably when this returns; gives them with their numbers. They wait until ``replayed``."""
        return self._write(lambda batch: reviews.keep(batch, judgements))

    def propose(self, proposals: Sequence[Proposal]) -> list[Proposal]:
        """Keep proposals; gives them with their numbers."""
        return self._write(lambda batch: reviews.keep_proposals(batch, proposals))

    def replayed(self, judgement: int, labelling: int) -> None:
        """Note that judgements up to a number are laid over all labels up to a number."""

        def note(batch: Batch) -> list[None]:
            reviews.replayed(batch, judgement, labelling)
            return []

        self._write(note)

    def link(self, anew: Sequence[str], found: Sequence[VersionLink], rule: str, last: int) -> None:
        """Keep links, durably when this returns; those that the statements ``anew`` had are replaced."""
        with connect.sentences(self.folder):
            linking.put(self._writer(), anew, found, rule, last)

    def unlink(self) -> None:
        """Throw all links away: they can be made again."""
        with connect.sentences(self.folder):
            linking.clear(self._writer())

    def _write(self, make: Callable[[Batch], list[T]]) -> list[T]:
        batch = Batch(self._writer(), self._ledger.copy())
        with connect.sentences(self.folder):
            results = make(batch)
            connect.require_space(self.folder, self.limits, sum(len(data) for *_, data in batch.originals) * 3)
            batch.write(self.originals)
        self._ledger = batch.ledger
        return results

    def _writer(self) -> apsw.Connection:
        if self._lock is None:
            raise InputError(f"the record {self.folder} is open for reading only")
        return self.connection

    # reading


def _foreign(folder: Path) -> bool:
    """True for a folder with things in it of which none was ever made by a record (a killed first run leaves some)."""
    if not folder.is_dir() or (folder / connect.DATABASE).exists():
        return False
    ours = {connect.DATABASE, connect.LOCK, "originals"}
    names = {entry.name for entry in folder.iterdir()}
    return bool(names) and not names & ours
