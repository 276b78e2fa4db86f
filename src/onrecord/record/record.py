"""The class ``Record``: one folder of statements, with one method for each verb.

Lives here: opening, adding, reading and keeping it sound. Not here: what is asked of all statements (``asking``), what
people decide (``deciding``), how files are added (``adding``), labels renewed (``relabelling``), SQL (``store``).
Rooms are imported when a method is called, so that a search does not wait for engines that it never uses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from onrecord.limits import DEFAULT, Limits
from onrecord.record.asking import Asks
from onrecord.record.deciding import Decides
from onrecord.store import Filters, Page, Store

if TYPE_CHECKING:
    from onrecord.collect import FieldNames
    from onrecord.model import Dossier, SetAside
    from onrecord.record.events import Event, Summary
    from onrecord.record.knowing import Known
    from onrecord.record.linking import Linked
    from onrecord.record.relabelling import Relabelled
    from onrecord.store import CaptureRow, Finding, Held, Hits
    from onrecord.store import Summary as Listed
    from onrecord.store.facets import Facets
    from onrecord.store.listing import Noted
    from onrecord.store.spread import Coverage, Labelled

AT_ONCE = 500  # most new statements that adding links by itself: in many languages under a minute


class Record(Asks, Decides):
    """A verifiable record of statements: one folder with a database and the original bytes.

    >>> with Record.open("my-record", write=True) as record:  # doctest: +SKIP
    ...     summary = record.add(["statements/"])
    ...     for hit in record.search("export controls").hits:
    ...         print(hit.speaker, hit.date, hit.match)
    """

    @classmethod
    def open(
        cls,
        path: Path | str,
        *,
        write: bool = False,
        packs: Sequence[Path | str] = (),
        limits: Limits = DEFAULT,
    ) -> Record:
        """Open the record in a folder; with ``write`` it is made when there is none, and this is its one writer.

        ``packs`` are further domain packs (TOML), used by ``add`` and ``relabel``. InputError says what is wrong when
        there is no record, another process writes to it, or the folder holds something else.
        """
        from onrecord.record.knowing import knowledge_of

        spec = knowledge_of(packs)
        store = Store.open(path, write=write, create=write, limits=limits)
        if write:
            from onrecord.record import judging

            judging.catch_up(store)
        return cls(store, spec, limits)

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the record; what was added is on the disk already."""
        self._store.close()

    @property
    def path(self) -> Path:
        """The record's folder."""
        return self._store.folder

    def adding(
        self,
        paths: Sequence[Path | str | bytes],
        *,
        workers: int = 2,
        fields: FieldNames | None = None,
        hidden: bool = False,
        link: bool | None = None,
    ) -> Iterator[Event]:
        """Add files and folders, one event at a time; see ``add``. An event is given after it is on the disk."""
        from onrecord.collect import FieldNames
        from onrecord.record import judging
        from onrecord.record.adding import Choices, adding

        choices = Choices(workers, fields or FieldNames(), hidden, self._knowledge)
        yield from adding(self._store, paths, choices, self._limits)
        judging.catch_up(self._store)
        if link or (link is None and self.unlinked() <= AT_ONCE):
            self.link()
        elif link is None:
            self._fold()

    def add(
        self,
        paths: Sequence[Path | str | bytes],
        *,
        workers: int = 2,
        fields: FieldNames | None = None,
        hidden: bool = False,
        link: bool | None = None,
        seen: Callable[[Event], None] | None = None,
    ) -> Summary:
        """Add files and folders (``-`` is standard input) and give the sum of what became of them.

        A bad file never stops the run: it is set aside with a reason. The same bytes from the same place change
        nothing; the same page with other bytes is a revision. ``fields`` names the columns of data sets;
        ``hidden`` takes names that begin with a dot; ``seen`` is called for each event. Stopped anywhere and
        called again, it goes on where it was. At the end what is new is linked (``link``) when it is a
        few hundred statements or less: of many that takes longer than adding them. True and False decide otherwise.
        What is one origin is brought up to date too, unless ``link`` is False: then the next question pays for it.
        """
        from onrecord.record.events import Summary

        summary = Summary()
        for event in self.adding(paths, workers=workers, fields=fields, hidden=hidden, link=link):
            summary.count(event)
            if seen:
                seen(event)
        return summary

    def link(self, *, anew: bool = False) -> Linked:
        """Find which statements added since the last time are versions of others held: translations, reports,
        excerpts, reposts, revisions, counterparts. ``add`` does it too; ``anew``: all links thrown away and made again.
        """
        from onrecord.record import linking

        linked = linking.link(self._store, self._know(), anew=anew)
        self._fold()
        return linked

    def _fold(self, *, anew: bool = False) -> None:
        """Bring up to date which statements are one origin."""
        from onrecord.record import folding

        folding.refresh(self._store, self._know(), anew=anew)

    def links_wait(self) -> bool:
        """Whether versions of some statement held were not looked for yet (``link`` does)."""
        return self._store.links_wait()

    def unlinked(self) -> int:
        """How many statements wait for ``link``."""
        return self._store.unlinked()

    def show(self, name: str) -> Held:
        """A statement by its id or the beginning of it, with text, claims, sources and evidence, all verified."""
        return self._store.statement(name)

    def statements_of(self, name: str) -> list[str]:
        """Ids of the statements of a source, by sha256 (or its beginning), locator or address."""
        return self._store.statements_of(name)

    def dossier(self, name: str) -> Dossier:
        """The dossier of a source, by statement id, sha256 (or its beginning), locator or address."""
        return self._store.dossier(name)

    def source_bytes(self, name: str) -> bytes:
        """The original bytes of a source, verified against their hash."""
        return self._store.source_bytes(name)

    def revisions(self, locator: str) -> tuple[CaptureRow, ...]:
        """Every capture of the page with this locator or address, oldest first."""
        return self._store.revisions(locator)

    def statements(self, filters: Filters | None = None, *, limit: int = 50, offset: int = 0) -> list[Listed]:
        """Statements held, newest first; those without a date come last."""
        return self._store.list_statements(filters or Filters(), limit=limit, offset=offset)

    def search(
        self,
        words: str,
        filters: Filters | None = None,
        *,
        stem: bool = False,
        fold_copies: bool = False,
        limit: int = 20,
        offset: int = 0,
    ) -> Hits:
        """Paragraphs that hold all words, or phrases in quotes, newest first, each hit confirmed on the stored text.

        Case, width, Arabic marks and traditional characters make no difference; ``stem`` finds other forms of a word
        too; ``fold_copies`` shows repeated words once, with the count of places. InputError when the query has no word.
        """
        page = Page(stemmed=stem, fold_copies=fold_copies, limit=limit, offset=offset)
        return self._store.search(words, filters or Filters(), page)

    def facets(self, words: str, filters: Filters | None = None, *, stem: bool = False) -> Facets:
        """How the hits of a search spread over actors, languages, forms, authorities, years and months."""
        return self._store.facets(words, filters or Filters(), stemmed=stem)

    def state(self) -> str:
        """A word that changes whenever anything is added, judged or labelled anew: equal words, equal answers."""
        return self._store.state()

    def view(self) -> AbstractContextManager[None]:
        """One consistent view of the record for all that is asked inside, whatever is added meanwhile."""
        return self._store.view()

    def set_aside(self, *, mended: bool = False) -> list[SetAside]:
        """Everything that did not become a statement, and why; ``mended``: what was set aside and is read now."""
        return self._store.set_aside(mended=mended)

    def notices(self) -> list[Noted]:
        """What to know before trusting documents that are held: each notice with its source and locator, by reason."""
        return self._store.notices()

    def counts(self) -> dict[str, int]:
        """How many sources, statements, utterances... are held."""
        return self._store.counts()

    def spread(self) -> dict[str, tuple[tuple[str, int], ...]]:
        """How many statements there are by language, form, authority, outlet and year; "" where it is not known."""
        return self._store.spread()

    def coverage(self) -> list[Coverage]:
        """What is held of each outlet: statements, days known, positions, years; most statements first."""
        return self._store.coverage()

    def labelled(self) -> list[Labelled]:
        """By which readers, labellers and knowledge the labels that hold now were made, with counts of documents."""
        return self._store.labelled()

    def known(self) -> Known:
        """What is known today: the fingerprint of all knowledge, and the packs with their counts."""
        from onrecord.record import knowing

        return knowing.known(self._know())

    def check(self) -> Iterator[Finding]:
        """Verify every hash, offset, quote and index row of the record; nothing is given when all is well."""
        return self._store.check()

    def reindex(self) -> int:
        """Make the search index again from the held texts; gives the number of its rows."""
        return self._store.reindex()

    def reindex_passages(self) -> tuple[int, int]:
        """Throw the passage index away and make it again from the held texts, and fold them into origins again: how
        many texts, how many passages."""
        from onrecord.record import grouped, reusing

        (self.path / grouped.FILE).unlink(missing_ok=True)
        index = reusing.anew(self._store, self._know())
        self._fold(anew=True)
        return len(index), len(index.pairs())

    def relabel(self, *, workers: int = 2) -> Iterator[Relabelled]:
        """Run labelling and annotation again over the held bytes with today's knowledge.

        Texts do not change, so no offset moves; earlier labels stay readable; judgements are replayed over the new
        labels at the end. Gives one value for each source.
        """
        from onrecord.record import judging
        from onrecord.record.relabelling import relabelling

        yield from relabelling(self._store, self._knowledge, self._limits, workers)
        judging.catch_up(self._store)
        self._fold()
