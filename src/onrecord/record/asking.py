"""What a record is asked: positions, shared passages, set phrases, versions, quotations, citations.

Lives here: these methods of ``Record`` and their documentation. Not here: opening, adding and reading (``record``),
deciding (``deciding``), how anything is found (the files beside this one).
Each method imports the room it asks when it is called: a search does not wait for engines that it never uses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.record.opened import Opened

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.compare.receipts import Asked, Receipt
    from onrecord.export.citation import Citation
    from onrecord.model import VersionLink
    from onrecord.record.aligning import Aligned
    from onrecord.record.clusters import Cluster
    from onrecord.record.comparing import Comparison
    from onrecord.record.exporting import Choice
    from onrecord.record.origins import Counted, Origin
    from onrecord.record.phrasing import Numbered
    from onrecord.record.rendered import Renderings
    from onrecord.record.reported import Reported
    from onrecord.record.reusing import Met, Shared
    from onrecord.record.standing import Page, Positions, Wanted
    from onrecord.store import Filters, Quotation
    from onrecord.text.align import Embed
    from onrecord.trace.formulations import Formulation
    from onrecord.trace.phrases import By, Trace


class Asks(Opened):
    """The questions that a record answers from all its statements."""

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
        over_time: bool = False,
        own: bool = False,
    ) -> Positions:
        """Who stands where on what: one cell for each actor and measure that statements are held of.

        ``actor`` is an id, a country or a name, ``measure`` an id, a name or words; dates are EDTF (both ends
        included): a statement that only can lie in the period is counted and marked, and ``as_of`` takes what surely
        had been said by then. ``every_target``: each target that no pack knows has its column. ``by_origin``: origins
        are those of ``origins``, not only texts with the same words.
        ``by_state``: people and bodies stand in the row of their country. ``over_time``: each cell has its texts by
        year, and whether its latest words are stronger than all before. ``own``: only what the holder says itself,
        not what others tell of it.
        """
        from onrecord.record import standing

        wanted = standing.Wanted(
            actor, measure, act, since, until, as_of, lang, every_target, by_origin, by_state, over_time, own
        )
        return standing.positions(self._store, self._know(), wanted)

    def positions_page(self, wanted: Wanted, rows: slice, columns: slice) -> Page:
        """A part of the table of ``positions``: some of its rows and columns, with the same counts, in a fraction of
        the time for a large record."""
        from onrecord.record import standing

        return standing.page(self._store, self._know(), wanted, rows, columns)

    def quotations(self, row: str, column: str, *, limit: int = 100, wanted: Wanted | None = None) -> list[Quotation]:
        """The positions of one cell of ``positions``, newest first, each verified, with its words, id and place."""
        from onrecord.record import standing

        return standing.quotations(self._store, self._know(), (row, column), wanted or standing.Wanted(), limit)

    def stood(self, wanted: Wanted | None = None, *, limit: int = 100) -> list[Quotation]:
        """The positions that ``positions`` counts, newest first, each verified, with its words, id and place."""
        from onrecord.record import standing

        return standing.stood(self._store, self._know(), wanted or standing.Wanted(), limit)

    def reuse(self, name: str | None = None) -> list[Shared]:
        """Passages that statements share with others, best first: of one statement (its id), or of the whole record.

        The passage index takes in what was added since it was last asked; it stands in the record's folder.
        """
        from onrecord.record import reusing

        index = reusing.current(self._store, self._know())
        if name is None:
            found = reusing.shared(self._store, index, index.pairs())
        else:
            found = reusing.shared_by(self._store, index, self._store.statement(name))
        return sorted(found, key=reusing.in_order)

    def reused(self, chars: str) -> list[Met]:
        """Passages of a text that statements hold already, best first; the text itself is not taken in."""
        from onrecord.record import reusing

        index = reusing.current(self._store, self._know())
        return sorted(reusing.met(self._store, index, chars), key=reusing.met_in_order)

    def clusters(self) -> list[Cluster]:
        """Passages with all their places and dates, those of most statements first; see ``record.clusters``."""
        from onrecord.record import clusters

        return clusters.clusters(self.reuse())

    def formulations(self, top: int = 50) -> list[Formulation]:
        """Set phrases that statements repeat, best first: proposals, found without a list of any, and no claims.

        Those that people rejected are left out.
        """
        return [one.formulation for one in self.formulations_listed(top)]

    def formulations_listed(self, top: int = 50) -> list[Numbered]:
        """The same with their numbers, which ``judge_formulation`` takes, and who accepted which."""
        from onrecord.record import phrasing

        return phrasing.listed(self._store, self._know(), top)

    def renderings(self, phrase: str | None = None, *, into: str = "", top: int = 50) -> list[Renderings]:
        """What renders a phrase in the linked translations held, by language pair, most pairs first: proposals with the
        places on both sides, and what was observed of their order in time. ``into`` is a language code.

        ``phrase`` is a formulation's id, one of its forms, or any words; None: the ``top`` formulations, of those that
        packs or people know, which most translated sentences hold. Accept a rendering with ``judge_formulation(form,
        by, renders=phrase)``. Empty when no linked translation holds the phrase.
        """
        from onrecord.record import rendering

        if phrase is None:
            return rendering.every(self._store, self._know(), into, top)
        return rendering.renderings(self._store, self._know(), phrase, into)

    def origins(self) -> list[Origin]:
        """Statements that are one source: copies of a whole text, excerpts, reports that lean on it, with the reason.

        Only origins of two statements or more; the largest first. See ``trace.origins`` for the rule.
        """
        from onrecord.record import origins as folding

        return folding.origins(self._store, self._know())

    def counted(self, words: str, filters: Filters | None = None, *, stem: bool = False) -> Counted:
        """All hits of a search (``search``), the texts they stand in, and the origins of these (``origins``)."""
        from onrecord.record import origins as folding
        from onrecord.store import Filters as AllOf

        return folding.counted(self._store, self._know(), words, filters or AllOf(), stem=stem)

    def versions(self, name: str) -> list[VersionLink]:
        """The links of a statement (its id or the beginning of it) with its other versions, best first."""
        from onrecord.record import linking

        return linking.versions(self._store, name)

    def links(self) -> list[VersionLink]:
        """Every link between versions held, in the order made."""
        return self._store.links()

    def document_ids(self, names: Sequence[str]) -> dict[str, str]:
        """For statements (whole ids) the id that their data set gave the document, else the statement's own."""
        return self._store.document_ids(names)

    def reported(self, name: str) -> Reported | None:
        """How many of the officials' sayings that a statement reports stand in the official texts of those days, where
        it is linked to none of them; None where that cannot be said."""
        from onrecord.record import reported

        return reported.reported(self._store, self._know(), name)

    def trace(self, phrase: str, *, by: By = "year") -> Trace | None:
        """A phrase over time: forms, counts by period, actor and authority (texts and origins), first and last use.

        ``phrase`` is a formulation's id or one of its forms (then all its forms in all languages are counted, from
        stored occurrences), or any words, searched side by side. None when it is not held. Dates stay intervals.
        """
        from onrecord.record import tracing

        return tracing.trace(self._store, self._know(), phrase, by)

    def verify(self, quotations: str | Sequence[str | Asked], *, translations: bool = True) -> list[Receipt]:
        """A receipt for each quotation: verbatim, formal, altered, stitched, translation or not held, with the places
        in this record, the changes word by word, and the paragraphs around.

        With ``translations``, what nothing in its own language holds is looked for in the others, up to a bound
        (``record.translating``). A string is one quotation; ``onrecord.record.quoting.of_document`` gives those of a
        document. The verdicts are defined in ``docs/decisions/0010-verdicts.md``.
        InputError for a quotation without a word.
        """
        from onrecord.record import quoting, translating, verifying

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
        from onrecord.record import comparing

        return comparing.compare(self._store, self._know(), names)

    def align(
        self,
        one: str,
        other: str,
        *,
        ordered: bool = True,
        lists: Sequence[Path] = (),
        embed: Embed | None = None,
    ) -> Aligned:
        """Two statements aligned sentence by sentence: pairs of up to five sentences, what only one side has, and the
        words that carried each pair. Beads hold numbers of sentences, whose code points are ``Side.starts``.

        ``ordered=False`` for a report, whose sentences may stand anywhere; ``lists`` are word lists of the user (TSV,
        CC-CEDICT or FreeDict); ``embed`` makes vectors of sentences (``onrecord.record.models.load_model``).
        InputError when there is no such statement, or both are too long.
        """
        from onrecord.record import aligning
        from onrecord.text.align import Settings

        sides = (aligning.of_statement(self._store.statement(name)) for name in (one, other))
        return next(
            aligning.aligned([(next(sides), next(sides))], self._know(), lists, Settings(ordered=ordered), embed)
        )

    def cite(self, name: str, format: str = "text", *, characters: tuple[int, int] | None = None) -> bytes:
        """A statement, utterance or position by its id (or its beginning) as a citation, in UTF-8 but for Parquet.

        ``format`` is one of ``onrecord.export.formats.FORMATS``; ``characters`` (start, end; code points of the text,
        half-open) cites these words instead. Each format holds the proof that ``tools/verify_citation.py`` checks
        against the original bytes. InputError when there is no such claim, format or characters.
        """
        from onrecord.export.formats import format_named

        written = format_named(format).write
        return b"".join(written([self.citation(name, characters=characters)]))

    def citation(self, name: str, *, characters: tuple[int, int] | None = None) -> Citation:
        """The same as a value: who, what, where, when, quote with context, and the way to the bytes."""
        from onrecord.record import citing

        with self._store.view():
            return citing.citation(self._store, self._know(), name, characters)

    def export(self, format: str, choice: Choice | None = None) -> Iterator[bytes]:
        """Citations of what ``choice`` takes, in a format, piece by piece; see ``cite`` and ``citations``."""
        from onrecord.export.formats import format_named

        return format_named(format).write(self.citations(choice))

    def citations(self, choice: Choice | None = None) -> Iterator[Citation]:
        """Citations of the statements that filters leave (newest first), of their claims, or of what a search finds.

        One consistent view of the record is held until the last is taken. InputError for a kind that there is none of.
        """
        from onrecord.record import exporting

        return exporting.citations(self._store, self._know(), choice or exporting.Choice())

    def names(self, ids: Iterable[str], langs: tuple[str, ...] = ("en",)) -> dict[str, dict[str, str]]:
        """Names of actors, offices, outlets, measures and formulations by id and language; unknown ids are left out."""
        from onrecord.record import naming

        return naming.names(self._know(), ids, langs)

    def known_formulations(self) -> list[tuple[str, str, int, int]]:
        """Formulations of the packs that texts held have: id, a form of its name, uses, texts; most texts first."""
        names = {f.id: f.forms.preferred("en") for pack in self._know().packs for f in pack.formulas}
        return [(id, names.get(id) or id, uses, texts) for id, uses, texts in self._store.known_formulations()]
