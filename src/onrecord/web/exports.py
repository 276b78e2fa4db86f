"""Files to keep: what a screen shows, as citations in every format, as a table, or as a page that opens offline.

Lives here: their addresses, and sending them. Not here: formats (``export``), which claims are taken (``record``). Each
file is made whole before its first byte is sent, with a reader of its own: who takes it slowly holds nobody up, and
what is wrong is said with a status and not in the middle of a file.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import IO, Annotated, Any

from fastapi import FastAPI, Path, Query
from fastapi.responses import Response, StreamingResponse

from onrecord.errors import InputError, NotHeld
from onrecord.export import sheet
from onrecord.export.formats import FORMATS, Format, format_named
from onrecord.record import Choice, Record, compared, tabled
from onrecord.web import schema
from onrecord.web.pool import Pool
from onrecord.web.questions import Id, Ids, Name, Searched, Stood, Words
from onrecord.web.screens import comparing, positions

MOST = 10_000
MOST_BYTES = 256 << 20
_PIECE = 1 << 16
_MEMORY = 4 << 20
NAMES = ", ".join(one.name for one in FORMATS)
As = Annotated[str, Path(max_length=20, description=f"One of: {NAMES}.")]
AsQuery = Annotated[str, Query(alias="as", max_length=20, description=f"One of: {NAMES}.")]
What = Annotated[str, Query(max_length=60, description="Kinds with commas: statement, utterance, position, passage.")]
Limit = Annotated[int, Query(ge=1, le=MOST, description="At most so many statements or hits.")]
At = Annotated[int | None, Query(ge=0, le=1 << 40)]
Found = Callable[[Record], Iterable[bytes]]


def routes(app: FastAPI, pool: Pool) -> None:
    """Add the addresses to an application; ``pool`` lends the reader that files are made with."""
    kinds = schema.files(*(one.media_type for one in FORMATS))
    answers: dict[str, Any] = {"responses": kinds, "response_class": Response}
    _cited(app, pool, answers)
    _listed(app, pool, answers)
    _stood(app, pool, answers)
    _tables(app, pool)


def _cited(app: FastAPI, pool: Pool, answers: dict[str, Any]) -> None:
    @app.get("/api/cite/{name}", tags=["export"], **answers)
    def cite(name: Name, form: AsQuery = "text", start: At = None, end: At = None) -> Response:
        """One statement, utterance or position, or characters of its text, as `onrecord cite`."""
        if (start is None) != (end is None):
            raise InputError("give both start and end of the characters, or neither")
        span = None if start is None or end is None else (start, end)
        chosen = format_named(form)
        return _file(pool, chosen, name, lambda record: [record.cite(name, chosen.name, characters=span)])

    @app.get("/api/statement/{name}/export/{kind}", tags=["export"], **answers)
    def statement(name: Name, kind: As, what: What = "") -> Response:
        """A statement with its claims, or the `what` of it that is asked for."""
        return _citations(pool, kind, Choice(kinds=_kinds(kind, what, claims=True), names=(name,)))


def _listed(app: FastAPI, pool: Pool, answers: dict[str, Any]) -> None:
    @app.get("/api/export/{kind}", tags=["export"], **answers)
    def hits(question: Searched, kind: As, what: What = "", limit: Limit = 1_000) -> Response:
        """What a search finds, or without words the statements that its filters leave, as `onrecord export`."""
        kinds = _kinds(kind, what)
        words = question.q.strip()
        return _citations(pool, kind, Choice(question.filters(), kinds, words, question.stem, limit))

    @app.get("/api/formulations/export/{kind}", tags=["export"], **answers)
    def uses(kind: As, phrase: Words, limit: Limit = 1_000) -> Response:
        """Every place of a phrase that its trace counts."""
        if not phrase.strip():
            raise InputError("give the phrase")
        return _citations(pool, kind, Choice(phrase=phrase, limit=limit))

    @app.get("/api/statements/export/{kind}", tags=["export"], **answers)
    def these(kind: As, id: Ids = [], what: What = "") -> Response:  # noqa: B006
        """The statements of a comparison, in its order."""
        names = comparing.named(id)
        if not names:
            raise InputError("give the ids of statements")
        return _citations(pool, kind, Choice(kinds=_kinds(kind, what), names=names))


def _stood(app: FastAPI, pool: Pool, answers: dict[str, Any]) -> None:
    @app.get("/api/positions/export/{kind}", tags=["export"], **answers)
    def table(question: Stood, kind: As, limit: Limit = 1_000) -> Response:
        """The sentences that the table of positions counts, newest first."""
        with pool.view() as record:
            found = record.stood(question.wanted(), limit=limit)
        return _positions(pool, kind, [one.id for one in found])

    @app.get("/api/positions/cell/export/{kind}", tags=["export"], **answers)
    def cell(question: Stood, row: Id, column: Id, kind: As, limit: Limit = 1_000) -> Response:
        """The sentences of one cell, newest first."""
        with pool.view() as record:
            found = record.quotations(row, column, limit=limit, wanted=question.wanted())
        return _positions(pool, kind, [one.id for one in found])


def _positions(pool: Pool, kind: str, ids: list[str]) -> Response:
    if not ids:
        raise NotHeld("there is nothing to export: no statement is held that takes such a position")
    return _citations(pool, kind, Choice(names=tuple(ids)))


def _tables(app: FastAPI, pool: Pool) -> None:
    @app.get("/api/positions.csv", tags=["export"], responses=schema.files("text/csv"), response_class=Response)
    def table(question: Stood) -> Response:
        """The table of positions, one cell a line, as `onrecord positions --csv`."""

        def found(record: Record) -> Iterable[bytes]:
            return sheet.table(tabled.COLUMNS, map(tabled.row, positions.held(record, question).cells))

        return _file(pool, format_named("csv"), "positions", found)

    @app.get("/api/formulations.csv", tags=["export"], responses=schema.files("text/csv"), response_class=Response)
    def known() -> Response:
        """The formulations of the packs that texts held have: id, name, uses, texts."""

        def found(record: Record) -> Iterable[bytes]:
            return sheet.table(("formulation", "name", "uses", "texts"), map(list, record.known_formulations()))

        return _file(pool, format_named("csv"), "formulations", found)

    @app.get("/api/record/set-aside.csv", tags=["export"], responses=schema.files("text/csv"), response_class=Response)
    def aside() -> Response:
        """What did not become a statement, and why."""
        heads = ("reason", "locator", "detail")

        def found(record: Record) -> Iterable[bytes]:
            return sheet.table(heads, ([a.reason, a.locator, a.detail] for a in record.set_aside()))

        return _file(pool, format_named("csv"), "set-aside", found)

    @app.get("/api/record/notices.csv", tags=["export"], responses=schema.files("text/csv"), response_class=Response)
    def notices() -> Response:
        """What to know before trusting texts that are held."""
        heads = ("reason", "locator", "detail")

        def found(record: Record) -> Iterable[bytes]:
            return sheet.table(heads, ([n.notice.reason, n.locator, n.notice.detail] for n in record.notices()))

        return _file(pool, format_named("csv"), "notices", found)

    @app.get("/api/compare.html", tags=["export"], responses=schema.files("text/html"), response_class=Response)
    def side_by_side(id: Ids = []) -> Response:  # noqa: B006
        """The comparison as one page that opens offline, as `onrecord compare --html`."""
        names = comparing.named(id)
        return _file(pool, format_named("html"), "comparison",
                     lambda record: [compared.html(record.compare(*names)).encode("utf-8", "replace")])  # fmt: skip


def _kinds(form: str, what: str, *, claims: bool = False) -> Any:
    if what:
        return tuple(one.strip() for one in what.split(","))
    held = format_named(form).holds
    return tuple(dict.fromkeys(("statement", *held))) if claims else held


def _citations(pool: Pool, form: str, choice: Choice) -> Response:
    chosen = format_named(form)

    def found(record: Record) -> Iterable[bytes]:
        citations = record.citations(choice)
        first = next(citations, None)
        if first is None:
            raise NotHeld("there is nothing to export: nothing held answers the question")
        return chosen.write(chain([first], citations))

    return _file(pool, chosen, "onrecord", found)


def _file(pool: Pool, form: Format, name: str, found: Found) -> Response:
    """The file, made whole in one view of the record."""
    kept: IO[bytes] = tempfile.SpooledTemporaryFile(_MEMORY)  # noqa: SIM115
    try:
        with pool.view() as record:
            for piece in found(record):
                kept.write(piece)
                if kept.tell() > MOST_BYTES:
                    raise InputError(f"the file is larger than {MOST_BYTES >> 20} MiB; use `onrecord export`")
    except BaseException:
        kept.close()
        raise
    safe = "".join(c for c in name if c.isascii() and (c.isalnum() or c in "-_")) or "onrecord"
    headers = {
        "content-disposition": f'attachment; filename="{safe}{form.suffix}"', "content-length": str(kept.tell()),
    }  # fmt: skip
    return StreamingResponse(_sent(kept), media_type=form.media_type, headers=headers)


def _sent(kept: IO[bytes]) -> Iterator[bytes]:
    with kept:
        kept.seek(0)
        while piece := kept.read(_PIECE):
            yield piece
