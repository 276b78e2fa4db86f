"""Questions: what a record is asked, one method each.

Lives here: the view that every question is asked in, and the call of the file that has its SQL. Not here: opening,
closing and writing (``store``), the SQL (the files beside this one).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import apsw

from onrecord.errors import InputError
from onrecord.limits import Limits
from onrecord.model import Dossier, Judgement, Proposal, SetAside, VersionLink
from onrecord.store import (
    asides,
    check,
    connect,
    facets,
    listing,
    phrases,
    quoted,
    read,
    reindex,
    reviews,
    search,
    spread,
    stances,
    texts,
    worded,
)
from onrecord.store import links as linking
from onrecord.store.finding import Finding
from onrecord.store.folds import Kept
from onrecord.store.links import Linkable
from onrecord.store.originals import Originals
from onrecord.store.origins import Origins
from onrecord.store.search import Filters, Hits, Page
from onrecord.store.spread import Coverage, Labelled
from onrecord.text.fold import FOLD

NO_FILTERS, FIRST_PAGE = Filters(), Page()


class Questions:
    """What can be asked of an open record; ``lock`` is held by the one that also writes."""

    def __init__(self, folder: Path, connection: apsw.Connection, lock: connect.Lock | None, limits: Limits) -> None:
        self.folder = folder
        self.limits = limits
        self.originals = Originals(folder)
        self.connection = connection
        self._lock = lock

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

    @property
    def size(self) -> tuple[int, int]:
        """About how many statements and paragraphs are held."""
        with self.view():
            return worded.size(self.connection)

    def holding(self, word: str, lang: str, most: int) -> list[worded.Piece] | None:
        """Pieces of blocks that hold a word, or another form of it; None when there are more than ``most``."""
        with self.view():
            return worded.holding(self.connection, word, lang, most)

    def paragraphs(self, pieces: Sequence[worded.Piece]) -> list[worded.Paragraph]:
        """Those of the pieces that are said and hold now."""
        with self.view():
            return worded.paragraphs(self.connection, pieces)

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

    def links_wait(self) -> bool:
        """Whether any statement that holds was labelled since links were made."""
        with self.view():
            return linking.wait(self.connection)

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
