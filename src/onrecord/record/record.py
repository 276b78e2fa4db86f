"""The class ``Record``: one folder of statements, with one method for each verb.

Lives here: the methods and their documentation. Not here: how files are added (``adding``), labels renewed
(``relabelling``), SQL (``store``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from onrecord import judge
from onrecord.collect import FieldNames
from onrecord.compare.receipts import Asked, Receipt
from onrecord.engines.jobs import KnowledgeSpec
from onrecord.errors import InputError
from onrecord.export.citation import Citation
from onrecord.export.formats import format_named
from onrecord.knowledge import Knowledge, load
from onrecord.limits import DEFAULT, Limits
from onrecord.model import Dossier, Judgement, Ruling, SetAside
from onrecord.propose import Endpoint
from onrecord.record import (
    citing,
    comparing,
    exporting,
    judging,
    phrasing,
    proposing,
    quoting,
    reusing,
    standing,
    tracing,
    translating,
    verifying,
)
from onrecord.record import origins as folding
from onrecord.record.adding import Choices, adding
from onrecord.record.comparing import Comparison
from onrecord.record.events import Event, Summary
from onrecord.record.exporting import Choice
from onrecord.record.knowing import knowledge_of
from onrecord.record.origins import Origin
from onrecord.record.phrasing import Numbered
from onrecord.record.proposing import Proposed, Waiting
from onrecord.record.relabelling import Relabelled, relabelling
from onrecord.record.reusing import Shared
from onrecord.record.standing import Positions, Wanted
from onrecord.store import CaptureRow, Filters, Held, Hits, Page, Quotation, Store
from onrecord.store import Summary as Listed
from onrecord.store.facets import Facets
from onrecord.store.listing import Noted
from onrecord.trace.formulations import Formulation
from onrecord.trace.phrases import By, Trace

if TYPE_CHECKING:
    from onrecord.store import Finding


class Record:
    """A verifiable record of statements: one folder with a database and the original bytes.

    >>> with Record.open("my-record", write=True) as record:  # doctest: +SKIP
    ...     summary = record.add(["statements/"])
    ...     for hit in record.search("export controls").hits:
    ...         print(hit.speaker, hit.date, hit.match)
    """

    def __init__(self, store: Store, knowledge: KnowledgeSpec, limits: Limits) -> None:
        self._store = store
        self._knowledge = knowledge
        self._limits = limits

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
        spec = knowledge_of(packs)
        store = Store.open(path, write=write, create=write, limits=limits)
        if write:
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

    def _know(self) -> Knowledge:
        return load(tuple(map(Path, self._knowledge.pack_files)))

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
    ) -> Iterator[Event]:
        """Add files and folders, one event at a time; see ``add``. An event is given after it is on the disk."""
        choices = Choices(workers, fields or FieldNames(), hidden, self._knowledge)
        yield from adding(self._store, paths, choices, self._limits)
        judging.catch_up(self._store)

    def add(
        self,
        paths: Sequence[Path | str | bytes],
        *,
        workers: int = 2,
        fields: FieldNames | None = None,
        hidden: bool = False,
        seen: Callable[[Event], None] | None = None,
    ) -> Summary:
        """Add files and folders (``-`` is standard input) and give the sum of what became of them.

        A bad file never stops the run: it is set aside with a reason. The same bytes from the same place change
        nothing; the same page with other bytes is a revision. ``fields`` names the columns of data sets;
        ``hidden`` takes names that begin with a dot; ``seen`` is called for each event. Stopped anywhere and
        called again, it goes on where it was.
        """
        summary = Summary()
        for event in self.adding(paths, workers=workers, fields=fields, hidden=hidden):
            summary.count(event)
            if seen:
                seen(event)
        return summary

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

    def view(self) -> AbstractContextManager[None]:
        """One consistent view of the record for all that is asked inside, whatever is added meanwhile."""
        return self._store.view()

    def positions(
        self,
        *,
        actor: str | None = None,
        measure: str | None = None,
        act: str | None = None,
        since: str | None = None,
        until: str | None = None,
        as_of: str | None = None,
        lang: str | None = None,
        every_target: bool = False,
        by_origin: bool = False,
        by_state: bool = False,
    ) -> Positions:
        """Who stands where on what: one cell for each actor and measure that statements are held of.

        ``actor`` is an id, a country or a name, ``measure`` an id, a name or words; dates are EDTF (both ends
        included): a statement that only can lie in the period is counted and marked, and ``as_of`` takes what surely
        had been said by then. ``every_target``: each target that no pack knows has its column. ``by_origin``: origins
        are those of ``origins``, not only texts with the same words.
        ``by_state``: people and bodies stand in the row of their country.
        """
        wanted = Wanted(actor, measure, act, since, until, as_of, lang, every_target, by_origin, by_state)
        return standing.positions(self._store, self._know(), wanted)

    def quotations(self, row: str, column: str, *, limit: int = 100, wanted: Wanted | None = None) -> list[Quotation]:
        """The positions of one cell of ``positions``, newest first, each verified, with its words, id and place."""
        return standing.quotations(self._store, self._know(), (row, column), wanted or Wanted(), limit)

    def reuse(self, name: str | None = None) -> list[Shared]:
        """Passages that statements share with others, best first: of one statement (its id), or of the whole record.

        The passage index takes in what was added since it was last asked; it stands in the record's folder.
        """
        index = reusing.current(self._store, self._know())
        if name is None:
            found = reusing.shared(self._store, index, index.pairs())
        else:
            found = reusing.shared_by(self._store, index, self._store.statement(name))
        return sorted(found, key=lambda one: -one.score)

    def formulations(self, top: int = 50) -> list[Formulation]:
        """Set phrases that statements repeat, best first: proposals, found without a list of any, and no claims.

        Those that people rejected are left out.
        """
        return [one.formulation for one in self.formulations_listed(top)]

    def formulations_listed(self, top: int = 50) -> list[Numbered]:
        """The same with their numbers, which ``judge_formulation`` takes, and who accepted which."""
        return phrasing.listed(self._store, self._know(), top)

    def judge_formulation(
        self, phrase: str | int, by: str, *, accept: bool = True, lang: str = "", at: str = ""
    ) -> Judgement:
        """Decide that a phrase is a set formulation, which is then counted over held and later texts, or is none.

        ``phrase`` is its words, or its number among ``formulations``; ``lang`` a language code (default: that of most
        statements that hold the words). It can be undone like every judgement. InputError when nothing held has it.
        """
        hand = judging.hand(by, at)
        words, code = phrasing.meant(self._store, self._know(), phrase, lang)
        return judging.keep(self._store, [judge.formulation(words, code, hand, yes=accept)])[0]

    def origins(self) -> list[Origin]:
        """Statements that are one source: copies of a whole text, excerpts, reports that lean on it, with the reason.

        Only origins of two statements or more; the largest first. See ``trace.origins`` for the rule.
        """
        return folding.origins(self._store, self._know())

    def trace(self, phrase: str, *, by: By = "year") -> Trace | None:
        """A phrase over time: forms, counts by period, actor and authority (texts and origins), first and last use.

        ``phrase`` is a formulation's id or one of its forms (then all its forms in all languages are counted, from
        stored occurrences), or any words, searched side by side. None when it is not held. Dates stay intervals.
        """
        return tracing.trace(self._store, self._know(), phrase, by)

    def verify(self, quotations: str | Sequence[str | Asked], *, translations: bool = True) -> list[Receipt]:
        """A receipt for each quotation: verbatim, formal, altered, stitched, translation or not held, with the places
        in this record, the changes word by word, and the paragraphs around.

        With ``translations``, what nothing in its own language holds is looked for in the others, up to a bound
        (``record.translating``). A string is one quotation; ``onrecord.record.quoting.of_document`` gives those of a
        document. The verdicts are defined in ``docs/decisions/0010-verdicts.md``.
        InputError for a quotation without a word.
        """
        given = [quotations] if isinstance(quotations, str) else quotations
        asked = [quoting.of_string(one) if isinstance(one, str) else one for one in given]
        know = self._know()
        corpus = verifying.against(self._store, know)
        found = verifying.receipts(corpus, know, asked)
        return translating.with_translations(corpus, know, found) if translations else found

    def compare(self, *names: str) -> list[Comparison]:
        """The first statement with each of the others, sentence by sentence, in one language or across two; of one
        statement alone, each capture of its page with the next (what it changed after publication, and when).

        A pair is kept, reworded, softened, hardened, dropped or added, with every word changed; see ``Comparison``.
        InputError when there is no such statement, or one alone has no other capture.
        """
        return comparing.compare(self._store, self._know(), names)

    def cite(self, name: str, format: str = "text", *, characters: tuple[int, int] | None = None) -> bytes:
        """A statement, utterance or position by its id (or its beginning) as a citation, in UTF-8 but for Parquet.

        ``format`` is one of ``onrecord.export.formats.FORMATS``; ``characters`` (start, end; code points of the text,
        half-open) cites these words instead. Each format holds the proof that ``tools/verify_citation.py`` checks
        against the original bytes. InputError when there is no such claim, format or characters.
        """
        written = format_named(format).write
        return b"".join(written([self.citation(name, characters=characters)]))

    def citation(self, name: str, *, characters: tuple[int, int] | None = None) -> Citation:
        """The same as a value: who, what, where, when, quote with context, and the way to the bytes."""
        with self._store.view():
            return citing.citation(self._store, self._know(), name, characters)

    def export(self, format: str, choice: Choice | None = None) -> Iterator[bytes]:
        """Citations of what ``choice`` takes, in a format, piece by piece; see ``cite`` and ``citations``."""
        return format_named(format).write(self.citations(choice))

    def citations(self, choice: Choice | None = None) -> Iterator[Citation]:
        """Citations of the statements that filters leave (newest first), of their claims, or of what a search finds.

        One consistent view of the record is held until the last is taken. InputError for a kind that there is none of.
        """
        return exporting.citations(self._store, self._know(), choice or Choice())

    def judge(self, name: str, by: str, *, at: str = "", **decisions: str) -> list[Judgement]:
        """Decide something about a claim, for good: it is replayed over every later relabelling, and can be undone.

        ``name`` is the id of a statement, utterance or position (or its beginning); ``decisions`` are fields and
        values: ``speaker="Ada Quill"``, ``act="oppose"``, ``date="2024-01"``, ``wrong="yes"``: see ``model.Judgement``.
        Names and ids of the packs are known as such. ``at`` is ISO 8601 (default: now). Gives the judgements with their
        numbers. InputError when there is no such claim, field or value.
        """
        hand, know = judging.hand(by, at), self._know()
        held = self._store.claim(name)
        made = [
            judge.judgement_of(held.text, held.what, (field, value), hand, know) for field, value in decisions.items()
        ]
        return judging.keep(self._store, made)

    def now_called(self, judgement: Judgement) -> str | None:
        """The id of a judged position as it is now: act, target and holder are part of an id. None when it is gone."""
        return judging.now_called(self._store, judgement)

    def judge_names(self, first: str, other: str, by: str, *, same: bool, at: str = "") -> Judgement:
        """Decide that two names are one person, who is then called ``first`` everywhere, or that they are not."""
        hand = judging.hand(by, at)
        made = judge.names_judgement("same" if same else "different", (first, other), hand, self._know())
        return judging.keep(self._store, [made])[0]

    def undo(self, number: int, by: str, *, at: str = "") -> Judgement:
        """Decide that an earlier judgement does not hold; it stays listed. InputError when there is none."""
        judging.require(self._store, number)
        return judging.keep(self._store, [judge.undo(number, judging.hand(by, at))])[0]

    def accept(self, number: int, by: str, *, yes: bool = True, at: str = "") -> Judgement:
        """Decide that a proposal is right, which makes it a claim, or (``yes=False``) that it is not."""
        proposal = next((p for p in self._store.proposals() if p.id == number), None)
        if proposal is None:
            raise InputError(f"there is no proposal {number}; `onrecord propose --list` prints them")
        return judging.keep(self._store, [judge.accept(proposal, judging.hand(by, at), yes=yes)])[0]

    def propose(self, name: str, endpoint: Endpoint, *, at: str = "") -> Proposed:
        """Ask a language model about a statement and keep what stands in its text as proposals; nothing counts them.

        The only method that uses the network, and only to ``endpoint``. InputError when it cannot be reached; all other
        failures are counted, and so is everything dropped. Accept with ``accept``.
        """
        return proposing.propose(self._store, self._know(), (name, endpoint, at), self._limits)

    def proposals(self) -> list[Waiting]:
        """Every proposal in the order made, and whether a person accepted or rejected it."""
        return proposing.proposals(self._store)

    def judgements(self) -> list[Ruling]:
        """Every judgement in the order made, with what became of it: applied, or the reason why not."""
        return judging.rulings(self._store)

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

    def known_formulations(self) -> list[tuple[str, str, int, int]]:
        """Formulations of the packs that texts held have: id, a form of its name, uses, texts; most texts first."""
        names = {f.id: f.forms.preferred("en") for pack in self._know().packs for f in pack.formulas}
        return [(id, names.get(id) or id, uses, texts) for id, uses, texts in self._store.known_formulations()]

    def check(self) -> Iterator[Finding]:
        """Verify every hash, offset, quote and index row of the record; nothing is given when all is well."""
        return self._store.check()

    def reindex(self) -> int:
        """Make the search index again from the held texts; gives the number of its rows."""
        return self._store.reindex()

    def reindex_passages(self) -> tuple[int, int]:
        """Throw the passage index away and make it again from the held texts: how many texts, how many passages."""
        index = reusing.anew(self._store, self._know())
        return len(index), len(index.pairs())

    def relabel(self, *, workers: int = 2) -> Iterator[Relabelled]:
        """Run labelling and annotation again over the held bytes with today's knowledge.

        Texts do not change, so no offset moves; earlier labels stay readable; judgements are replayed over the new
        labels at the end. Gives one value for each source.
        """
        yield from relabelling(self._store, self._knowledge, self._limits, workers)
        judging.catch_up(self._store)
