"""The application: addresses, and the errors that answer them.

Lives here: which address asks which screen, as a page and (under /api) as JSON of the same answer. Not here: who may
ask (``guard``), what is asked (``screens``), looks (``pages``).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from onrecord.errors import InputError
from onrecord.record import Record
from onrecord.version import VERSION
from onrecord.web import exports, pages, schema, uploads, wrong
from onrecord.web.guard import Guard, Rules
from onrecord.web.pool import Pool
from onrecord.web.questions import At, Id, Ids, Name, Quoted, Searched, Stood, Traced
from onrecord.web.screens import comparing, formulations, holdings, positions, search, statement

DATA = ("/api/", "/source/")  # addresses that programs ask: their errors are JSON
SHAPES = (
    search.SearchAnswer, statement.StatementAnswer, positions.PositionsAnswer, positions.CellAnswer,
    comparing.CompareAnswer, formulations.FormulationsAnswer, holdings.RecordAnswer, uploads.AddAnswer, wrong.Wrong,
)  # fmt: skip


def build(
    opened: Callable[[], Record], rules: Rules, *, readers: int = 4, writable: Callable[[], Record] | None = None
) -> Any:
    """The application over the record that ``opened`` opens (read-only), inside its guard.

    ``writable`` opens it for one added file; without it nothing can be added.
    """
    app = FastAPI(title="Onrecord", version=VERSION, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    pool, look = Pool(opened, readers), pages.Look.load()
    adder = uploads.Adder(writable) if writable else None
    app.state.pool = pool
    _search(app, pool, look)
    _statement(app, pool, look)
    _positions(app, pool, look)
    _formulations(app, pool, look)
    _compare(app, pool, look)
    _record(app, pool, look, adder)
    exports.routes(app, Pool(opened, 1))
    _errors(app, look)
    app.mount("/static", StaticFiles(packages=[("onrecord.web", "static")]), "static")
    schema.describe(app, *SHAPES)
    return Guard(app, rules)


def as_json(answer: object) -> Response:
    """An answer as the API sends it."""
    return Response(msgspec.json.encode(answer), media_type="application/json")


def _search(app: FastAPI, pool: Pool, look: pages.Look) -> None:
    @app.get("/", include_in_schema=False)
    def page(request: Request, question: Searched) -> HTMLResponse:
        with pool.view() as record:
            answer, fault = search.SearchAnswer(question), ""
            try:
                answer = search.ask(record, question)
            except InputError as error:
                fault = str(error)
        return look.page(request, "search.html", answer=answer, wrong=fault, status=400 if fault else 200)

    @app.get("/api/search", responses=schema.answers(search.SearchAnswer), tags=["search"])
    def api(question: Searched) -> Response:
        """Keyword in context with facets; without words the newest statements."""
        with pool.view() as record:
            return as_json(search.ask(record, question))


def _statement(app: FastAPI, pool: Pool, look: pages.Look) -> None:
    @app.get("/statement/{name}", include_in_schema=False)
    def page(request: Request, name: Name, at: At = "") -> HTMLResponse:
        with pool.view() as record:
            answer = statement.ask(record, name, statement.place(at))
        return look.page(request, "statement.html", answer=answer)

    @app.get("/api/statement/{name}", responses=schema.answers(statement.StatementAnswer), tags=["statement"])
    def api(name: Name) -> Response:
        """A statement with its paragraphs, claims, notices and captures."""
        with pool.view() as record:
            return as_json(statement.ask(record, name))

    @app.get("/source/{sha256}", responses=schema.files("application/octet-stream"), tags=["statement"])
    def original(sha256: str) -> Response:
        """The original bytes, verified against their hash; always as a file to keep, never as a page."""
        with pool.view() as record:
            data = record.source_bytes(sha256)
        name = sha256[:16] if sha256.isalnum() else "source"
        headers = {"content-disposition": f'attachment; filename="{name}.bin"'}
        return Response(data, media_type="application/octet-stream", headers=headers)


def _positions(app: FastAPI, pool: Pool, look: pages.Look) -> None:
    @app.get("/positions", include_in_schema=False)
    def page(request: Request, question: Stood) -> HTMLResponse:
        with pool.view() as record:
            answer = positions.ask(record, question)
        return look.page(request, "positions.html", answer=answer, signs=positions.SIGNS)

    @app.get("/positions/cell", include_in_schema=False)
    def cell_page(request: Request, question: Stood, row: Id, column: Id) -> HTMLResponse:
        with pool.view() as record:
            answer = positions.ask_cell(record, question, row, column)
        return look.page(request, "cell.html", answer=answer, signs=positions.SIGNS)

    @app.get("/api/positions", responses=schema.answers(positions.PositionsAnswer), tags=["positions"])
    def api(question: Stood) -> Response:
        """Who stands where on what: a cell for each actor and measure; null says that no statement is held."""
        with pool.view() as record:
            return as_json(positions.ask(record, question))

    @app.get("/api/positions/cell", responses=schema.answers(positions.CellAnswer), tags=["positions"])
    def cell_api(question: Stood, row: Id, column: Id) -> Response:
        """The sentences of one cell, newest first."""
        with pool.view() as record:
            return as_json(positions.ask_cell(record, question, row, column))


def _formulations(app: FastAPI, pool: Pool, look: pages.Look) -> None:
    @app.get("/formulations", include_in_schema=False)
    def page(request: Request, question: Traced) -> HTMLResponse:
        with pool.view() as record:
            answer, fault = formulations.FormulationsAnswer(question.phrase, question.by), ""
            try:
                answer = formulations.ask(record, question)
            except InputError as error:
                fault = str(error)
        status = 400 if fault else 200
        return look.page(request, "formulations.html", answer=answer, asked=question, wrong=fault, status=status)

    @app.get("/api/formulations", responses=schema.answers(formulations.FormulationsAnswer), tags=["formulations"])
    def api(question: Traced) -> Response:
        """One phrase over time; without one, the known formulations that texts held have."""
        with pool.view() as record:
            return as_json(formulations.ask(record, question))


def _compare(app: FastAPI, pool: Pool, look: pages.Look) -> None:
    @app.get("/compare", include_in_schema=False)
    def page(request: Request, id: Ids = [], quotation: Quoted = "") -> HTMLResponse:  # noqa: B006
        with pool.view() as record:
            answer, fault = comparing.CompareAnswer(tuple(id), quotation), ""
            try:
                answer = comparing.ask(record, id, quotation)
            except InputError as error:
                fault = str(error)
        return look.page(
            request, "compare.html", answer=answer, wrong=fault, pieces=comparing.pieces, status=400 if fault else 200
        )

    @app.get("/api/compare", responses=schema.answers(comparing.CompareAnswer), tags=["compare"])
    def api(id: Ids = [], quotation: Quoted = "") -> Response:  # noqa: B006
        """The first statement with each of the others, sentence by sentence; receipts of a quotation."""
        with pool.view() as record:
            return as_json(comparing.ask(record, id, quotation))


def _record(app: FastAPI, pool: Pool, look: pages.Look, adder: uploads.Adder | None) -> None:
    @app.get("/record", include_in_schema=False)
    def page(request: Request) -> HTMLResponse:
        with pool.view() as record:
            answer = holdings.ask(record)
        return look.page(request, "record.html", answer=answer, adding=adder is not None)

    @app.get("/api/record", responses=schema.answers(holdings.RecordAnswer), tags=["record"])
    def api() -> Response:
        """What is held, what was set aside and why."""
        with pool.view() as record:
            return as_json(holdings.ask(record))

    @app.put("/api/add/{name}", responses=schema.answers(uploads.AddAnswer), tags=["record"])
    async def add(request: Request, name: Name) -> Response:
        """Add one file, sent as the body; the same as `onrecord add` of it."""
        if adder is None:
            raise InputError("this server only reads; add files with `onrecord add`")
        return as_json(await adder.add(name, request.stream()))


def _errors(app: FastAPI, look: pages.Look) -> None:
    def answer(request: Request, status: int, sentence: str, code: str = "") -> Response:
        if request.scope["path"].startswith(DATA):
            return Response(wrong.body(sentence, status, code), status, media_type="application/json")
        return look.page(request, "error.html", sentence=sentence, status=status)

    @app.exception_handler(InputError)
    def given(request: Request, error: InputError) -> Response:
        status, code = wrong.of(error)
        return answer(request, status, str(error), code)

    @app.exception_handler(RequestValidationError)
    def unfit(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        return answer(request, 422, f"{first['loc'][-1]}: {first['msg']}")

    @app.exception_handler(HTTPException)
    def refused(request: Request, error: HTTPException) -> Response:
        made = answer(request, error.status_code, str(error.detail))
        made.headers.update(error.headers or {})
        return made
