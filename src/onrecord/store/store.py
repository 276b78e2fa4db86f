"""Store: the facade over one record's folder.

Lives here: opening, closing, and one method for each question. Not here: the SQL (the files beside this one).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import apsw

from onrecord.errors import InputError
from onrecord.limits import DEFAULT, Limits
from onrecord.model import Dossier, Judgement, Proposal, SetAside, VersionLink
from onrecord.store import (
    asides,
    attempts,
    check,
    connect,
    facets,
    listing,
    phrases,
    put,
    quoted,
    read,
    reindex,
    reviews,
    search,
    spread,
    stances,
    texts,
)
from onrecord.store import links as linking
from onrecord.store.batch import Batch, Ledger
from onrecord.store.entries import Entry, Finish, Job, Progress, PutResult
from onrecord.store.finding import Finding
from onrecord.store.folds import Kept
from onrecord.store.links import Linkable
from onrecord.store.originals import Originals
from onrecord.store.origins import Origins
from onrecord.store.search import Filters, Hits, Page
from onrecord.store.spread import Coverage, Labelled
from onrecord.text.fold import FOLD

T = TypeVar("T")
NO_FILTERS, FIRST_PAGE = Filters(), Page()


class Store:
    """A record: one folder with a database and the original bytes. Use as a context manager."""

    def __init__(self, folder: Path, connection: apsw.Connection, lock: connect.Lock | None, limits: Limits) -> None:
        self.folder = folder
        self.limits = limits
        self.originals = Originals(folder)
        self.connection = connection
        self._lock = lock
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

    def statement(self, name: str) -> read.Held:
        """A statement by id or the beginning of it, with its text, claims and captures, all verified."""
        with self.view():
            return read.statement(self.connection, name)

    def statements_of(self, name: str) -> list[str]:
        """Ids of the statements of a source (sha256, beginning, locator or address)."""
        with self.view():
            return read.statements_of(self.connection, name)

    def dossier(self, name: str) -> Dossier:
        """The Dossier of a source (sha256, beginning, locator, address) or of a statement's id, all verified."""
        with self.view():
            return read.dossier(self.connection, self.originals, name)

    def dossiers(self, *, machine: bool = False) -> Iterator[Dossier]:
        """Every source with the labels that hold for it (``machine``: those that no judgement changed), in order."""
        with connect.sentences(self.folder):
            yield from read.dossiers(self.connection, self.originals, machine=machine)

    def machine_dossier(self, sha256: str) -> Dossier:
        """The dossier of a source with its latest labels that no judgement changed."""
        with self.view():
            return read.machine_dossier(self.connection, self.originals, sha256)

    def claim(self, name: str) -> reviews.Claim:
        """The statement, utterance or position with an id (or its beginning), as it holds now, verified."""
        with self.view():
            return reviews.claim(self.connection, name)

    def judgements(self) -> list[Judgement]:
        """Every judgement in the order made, verified."""
        with self.view():
            return reviews.judgements(self.connection)

    def proposals(self) -> list[Proposal]:
        """Every proposal in the order made, verified."""
        with self.view():
            return reviews.proposals(self.connection)

    def applied(self) -> set[int]:
        """Numbers of the judgements that are applied in labels that hold now."""
        with self.view():
            return reviews.applied(self.connection)

    def waiting(self) -> reviews.Waiting:
        """How far judgements are replayed."""
        with self.view():
            return reviews.waiting(self.connection)

    def sources_about(
        self, texts: Iterable[str], named: Callable[[str], bool] | None = None, *, since: int = 0
    ) -> list[str]:
        """Sources of these texts, or with a voice or holder of such a name, whose labels are newer than ``since``."""
        with self.view():
            return reviews.sources_about(self.connection, texts, named, since)

    def source_bytes(self, name: str) -> bytes:
        """The original bytes of a source (sha256, beginning, locator or address), verified."""
        with self.view():
            return read.original(self.connection, self.originals, read.find_source(self.connection, name))

    def revisions(self, locator: str) -> tuple[read.CaptureRow, ...]:
        """Every capture of the page with this locator or address, oldest first."""
        with self.view():
            found = read.captures(self.connection, "locator", locator)
            address = found[0].address if found else locator
            return read.captures(self.connection, "address", address)

    def set_aside(self, *, mended: bool = False) -> list[SetAside]:
        """What is set aside now, in the order it came; ``mended``: what was, and has been read since."""
        with self.view():
            return asides.set_aside(self.connection, mended=mended)

    def notices(self) -> list[listing.Noted]:
        """Every notice that holds now, by its reason."""
        with self.view():
            return listing.notices(self.connection)

    def counts(self) -> dict[str, int]:
        """How many sources, captures, statements, utterances... the record holds."""
        with self.view():
            return read.counts(self.connection)

    def search(self, words: str, filters: Filters = NO_FILTERS, page: Page = FIRST_PAGE) -> Hits:
        """Keyword in context: words (all of them), "phrases" in quotes; see ``Filters``, ``Page``, ``Hits``."""
        with self.view():
            if (made := reindex.folded_by(self.connection)) != FOLD:
                raise InputError(f"the index was made by {made}, not {FOLD}; `onrecord check --reindex` makes it again")
            return search.search(self.connection, words, filters, page, self.limits)

    def facets(self, words: str, filters: Filters = NO_FILTERS, *, stemmed: bool = False) -> facets.Facets:
        """How the hits of a search spread over actors, languages, forms, authorities and time."""
        with self.view():
            return facets.facets(self.connection, words, filters, self.limits, stemmed=stemmed)

    def count_positions(self, asked: stances.Asked) -> stances.Counted:
        """Positions that hold now, grouped by holder and target; not verified row by row: ``quotations`` are."""
        with self.view():
            return stances.count(self.connection, asked)

    def quotations(self, asked: stances.Asked, limit: int) -> list[stances.Quotation]:
        """Positions one by one, newest first, verified."""
        with self.view():
            return stances.quotations(self.connection, asked, limit)

    def list_statements(
        self, filters: Filters = NO_FILTERS, *, limit: int = 50, offset: int = 0
    ) -> list[listing.Summary]:
        """Statements that hold now, newest first; ``filters.kinds`` is not looked at."""
        with self.view():
            return listing.statements(self.connection, filters, limit, offset)

    def texts_since(self, labelling: int) -> Iterator[texts.Blanked]:
        """The texts of all labellings after a row number, as passage search takes them."""
        with self.view():
            yield from texts.since(self.connection, labelling)

    def text_number(self, sha256: str) -> int:
        """The row number of a text by its id."""
        with self.view():
            return texts.number(self.connection, sha256)

    def places(self, numbers: Sequence[int]) -> list[texts.Place]:
        """The statements that stand in texts, given by their row numbers."""
        with self.view():
            return texts.places(self.connection, numbers)

    def characters(self, numbers: Sequence[int]) -> dict[int, str]:
        """The characters of texts by row number, verified."""
        with self.view():
            return quoted.characters(self.connection, numbers)

    def first_days(self, numbers: Sequence[int]) -> dict[int, str]:
        """The earliest day that a statement of each text can be of."""
        with self.view():
            return quoted.first_days(self.connection, numbers)

    def standing(self, text: int, at: int) -> quoted.Standing | None:
        """The statement, paragraph and voice at a code point of a text (row number)."""
        with self.view():
            return quoted.standing(self.connection, text, at)

    def spread(self) -> dict[str, tuple[tuple[str, int], ...]]:
        """Statements that hold now by language, form, authority, outlet and year."""
        with self.view():
            return spread.statements(self.connection)

    def coverage(self) -> list[Coverage]:
        """What is held of each outlet."""
        with self.view():
            return spread.coverage(self.connection)

    def labelled(self) -> list[Labelled]:
        """By which readers, labellers and knowledge the labels that hold now were made."""
        with self.view():
            return spread.labelled(self.connection)

    def known_formulations(self) -> list[tuple[str, int, int]]:
        """Known formulations in texts that hold now: id, uses, texts."""
        with self.view():
            return spread.formulations(self.connection)

    def uses(self, formulation: str) -> list[phrases.Use]:
        """Every stored occurrence of a formulation that holds now."""
        with self.view():
            return phrases.uses(self.connection, formulation)

    def stretches(self, numbers: Sequence[int] | None = None) -> list[texts.Stretch]:
        """Every statement that holds now, or those of texts (rows), with its place, days and size."""
        with self.view():
            return texts.stretches(self.connection, numbers)

    @property
    def kept_fold(self) -> Kept:
        """The fold into origins, to bring up to date; of a record open for reading in tables of this connection."""
        return Kept(self.connection, scratch=self._lock is None)

    @property
    def origins(self) -> Origins:
        """The fold into origins, as it is kept."""
        return Origins(self.connection)

    def links(self, name: str | None = None) -> list[VersionLink]:
        """The links of a statement (its whole id), best first, or all of them."""
        with self.view():
            return linking.every(self.connection) if name is None else linking.of(self.connection, name)

    def document_ids(self, names: Sequence[str]) -> dict[str, str]:
        """The id that the carrier gave the document of each statement, else the statement's own."""
        with self.view():
            return linking.document_ids(self.connection, names)

    def find_statement(self, name: str) -> str:
        """The whole id of the statement with this id or beginning; InputError when none or several have it."""
        with self.view():
            return read.find_statement(self.connection, name)[0]

    def linked(self) -> tuple[str, int]:
        """The rule that the links were made by, and the last labelling (row) they were made for."""
        with self.view():
            return linking.state(self.connection)

    def unlinked(self) -> int:
        """How many statements that hold were labelled since links were made."""
        with self.view():
            return linking.waiting(self.connection)

    def linkable(self, *, since: int = -1, texts: Sequence[int] | None = None) -> list[Linkable]:
        """Statements that hold now as linking looks at them: labelled after a row, or those of texts (rows)."""
        with self.view():
            return linking.facts(self.connection, since=since, texts=texts)

    def linkable_near(self, first: str, last: str) -> list[Linkable]:
        """The same, of those that can be of these ISO days."""
        with self.view():
            return linking.near(self.connection, first, last)

    def said(self, statement: int) -> list[tuple[int, int, str]]:
        """The stretches of a statement (row) that are said, with their languages."""
        with self.view():
            return linking.said(self.connection, statement)

    def quoted_in(self, one: Linkable) -> list[tuple[int, int]]:
        """The direct quotations in a statement, as code points, part by part."""
        with self.view():
            return linking.quoted(self.connection, one)

    def named(self, one: Linkable) -> frozenset[str]:
        """Ids of the actors, entities and formulations that a statement names."""
        with self.view():
            return linking.named(self.connection, one)

    def check(self) -> Iterator[Finding]:
        """Every fault of the record, nothing for a healthy one; takes about as long as adding it did."""
        yield from check.check(self.folder, self.limits)

    def state(self) -> str:
        """A word that changes whenever anything is added: equal words, equal answers."""
        with self.view():
            return read.state(self.connection)

    def fingerprint(self) -> str:
        """A digest of all documents and claims; see ``check.fingerprint``."""
        with self.view():
            return check.fingerprint(self.connection)

    @contextmanager
    def view(self) -> Iterator[None]:
        """One consistent view of the record for all questions asked inside."""
        with connect.sentences(self.folder):
            if self._lock is not None or self.connection.in_transaction:
                yield
                return
            self.connection.execute("BEGIN").fetchall()
            try:
                yield
            finally:
                self.connection.execute("COMMIT").fetchall()


def _foreign(folder: Path) -> bool:
    """True for a folder with things in it of which none was ever made by a record (a killed first run leaves some)."""
    if not folder.is_dir() or (folder / connect.DATABASE).exists():
        return False
    ours = {connect.DATABASE, connect.LOCK, "originals"}
    names = {entry.name for entry in folder.iterdir()}
    return bool(names) and not names & ours
