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
from fastapi.responses import Response
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from onrecord.errors import InputError
from onrecord.record import Record
from onrecord.store.rows import learn_shapes
from onrecord.version import VERSION
from onrecord.web import exports, pages, reference, schema, sides, uploads, wrong
from onrecord.web.answers import Ahead, Answers, Make
from onrecord.web.guard import Guard, Rules
from onrecord.web.imports import ImportsAnswer
from onrecord.web.marks import switched
from onrecord.web.pool import Pool
from onrecord.web.questions import At, Flag, Id, Ids, Name, Quoted, Searched, Stood, Switched, Traced, Words
from onrecord.web.screens import comparing, formulations, holdings, positions, search, statement

DATA = ("/api/", "/source/")  # addresses that programs ask: their errors are JSON
Kept = Callable[[Request, Make], Response]
SHAPES = (
    search.SearchAnswer, statement.StatementAnswer, positions.PositionsAnswer, positions.CellAnswer,
    comparing.CompareAnswer, formulations.FormulationsAnswer, holdings.RecordAnswer, uploads.AddAnswer, ImportsAnswer,
    wrong.Wrong,
)  # fmt: skip


def build(
    opened: Callable[[], Record], rules: Rules, *, readers: int = 4, writable: Callable[[], Record] | None = None
) -> Any:
    """The application over the record that ``opened`` opens (read-only), inside its guard.

    ``writable`` opens it for one added file; without it nothing can be added.
    """
    app = FastAPI(
        title="Onrecord",
        version=VERSION,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        redirect_slashes=False,
    )
    learn_shapes()  # before there are threads
    pool, look = Pool(opened, readers), pages.Look.load()
    adder = uploads.Adder(writable) if writable else None
    app.state.pool = pool
    answers = app.state.answers = Answers(pool, Pool(opened, 1, like=pool), Pool(opened, 1, like=pool))

    def kept(request: Request, make: Make) -> Response:
        """The answer to an address, in the reader's language, in one view of the record."""
        return answers.of(pages.asked(request.scope), make)

    _search(app, kept, look)
    _statement(app, kept, look)
    _positions(app, kept, look)
    _formulations(app, kept, look)
    _compare(app, kept, look)
    _record(app, kept, look, adder, Pool(opened, 1, like=pool))  # one check at a time, beside those who read
    _adding(app, look, adder)
    exports.routes(app, Pool(opened, 1, like=pool))
    _reference(app, look)
    _errors(app, look)
    app.mount("/static", StaticFiles(packages=[("onrecord.web", "static")]), "static")
    schema.describe(app, *SHAPES)
    return Guard(Ahead(app, answers, pages.asked), rules)


def as_json(answer: object) -> Response:
    """An answer as the API sends it."""
    return Response(msgspec.json.encode(answer), media_type="application/json")


def _search(app: FastAPI, kept: Kept, look: pages.Look) -> None:
    @app.get("/", include_in_schema=False)
    def page(request: Request, question: Searched) -> Response:
        def made(record: Record) -> Response:
            answer, fault = search.SearchAnswer(question), ""
            try:
                answer = search.ask(record, question)
            except InputError as error:
                fault = str(error)
            return look.page(request, "search.html", answer=answer, wrong=fault, status=400 if fault else 200)

        return kept(request, made)

    @app.get("/api/search", responses=schema.answers(search.SearchAnswer), tags=["search"])
    def api(request: Request, question: Searched) -> Response:
        """Keyword in context with facets; without words the newest statements."""
        return kept(request, lambda record: as_json(search.ask(record, question)))


def _statement(app: FastAPI, kept: Kept, look: pages.Look) -> None:
    @app.get("/statement/{name}", include_in_schema=False)
    def page(request: Request, name: Name, at: At = "", claim: Words = "", layer: Switched = []) -> Response:  # noqa: B006
        def made(record: Record) -> Response:
            if claim:
                return look.page(request, "claim.html", answer=statement.ask_claim(record, name, claim))
            answer = statement.ask(record, name, statement.place(at))
            return look.page(request, "statement.html", answer=answer, on=switched(layer))

        return kept(request, made)

    @app.get("/api/statement/{name}", responses=schema.answers(statement.StatementAnswer), tags=["statement"])
    def api(request: Request, name: Name) -> Response:
        """A statement with its paragraphs, claims, notices and captures."""
        return kept(request, lambda record: as_json(statement.ask(record, name)))

    @app.get("/source/{sha256}", responses=schema.files("application/octet-stream"), tags=["statement"])
    def original(sha256: str) -> Response:
        """The original bytes, verified against their hash; always as a file to keep, never as a page."""
        with app.state.pool.view() as record:
            data = record.source_bytes(sha256)
        name = sha256[:16] if sha256.isalnum() else "source"
        headers = {"content-disposition": f'attachment; filename="{name}.bin"'}
        return Response(data, media_type="application/octet-stream", headers=headers)


def _positions(app: FastAPI, kept: Kept, look: pages.Look) -> None:
    @app.get("/positions", include_in_schema=False)
    def page(request: Request, question: Stood) -> Response:
        def made(record: Record) -> Response:
            answer, fault = positions.PositionsAnswer(question, (), (), 0, 0), ""
            try:
                answer = positions.ask(record, question)
            except InputError as error:
                fault = str(error)
            status, signs = 400 if fault else 200, positions.SIGNS
            return look.page(request, "positions.html", answer=answer, signs=signs, wrong=fault, status=status)

        return kept(request, made)

    @app.get("/positions/cell", include_in_schema=False)
    def cell_page(request: Request, question: Stood, row: Id, column: Id) -> Response:
        def made(record: Record) -> Response:
            answer = positions.ask_cell(record, question, row, column)
            return look.page(request, "cell.html", answer=answer, signs=positions.SIGNS)

        return kept(request, made)

    @app.get("/api/positions", responses=schema.answers(positions.PositionsAnswer), tags=["positions"])
    def api(request: Request, question: Stood) -> Response:
        """Who stands where on what: a cell for each actor and measure; null says that no statement is held."""
        return kept(request, lambda record: as_json(positions.ask(record, question)))

    @app.get("/api/positions/cell", responses=schema.answers(positions.CellAnswer), tags=["positions"])
    def cell_api(request: Request, question: Stood, row: Id, column: Id) -> Response:
        """The sentences of one cell, newest first."""
        return kept(request, lambda record: as_json(positions.ask_cell(record, question, row, column)))


def _formulations(app: FastAPI, kept: Kept, look: pages.Look) -> None:
    @app.get("/formulations", include_in_schema=False)
    def page(request: Request, question: Traced) -> Response:
        def made(record: Record) -> Response:
            answer, fault = formulations.FormulationsAnswer(question.phrase, question.by), ""
            try:
                answer = formulations.ask(record, question)
            except InputError as error:
                fault = str(error)
            status = 400 if fault else 200
            return look.page(request, "formulations.html", answer=answer, asked=question, wrong=fault, status=status)

        return kept(request, made)

    @app.get("/api/formulations", responses=schema.answers(formulations.FormulationsAnswer), tags=["formulations"])
    def api(request: Request, question: Traced) -> Response:
        """One phrase over time; without one, the known formulations that texts held have."""
        return kept(request, lambda record: as_json(formulations.ask(record, question)))


def _compare(app: FastAPI, kept: Kept, look: pages.Look) -> None:
    @app.get("/compare", include_in_schema=False)
    def page(request: Request, id: Ids = [], quotation: Quoted = "", brief: Flag = False) -> Response:  # noqa: B006
        names = tuple(one for one in id if one.strip())

        def made(record: Record) -> Response:
            answer, fault = comparing.CompareAnswer(names, quotation), ""
            try:
                answer = comparing.ask(record, id, quotation)
            except InputError as error:
                fault = str(error)
                answer = comparing.CompareAnswer(names, quotation, versions=comparing.suggested(record, names))
            shown = sides.grids(answer.sections)
            return look.page(
                request, "compare.html", answer=answer, wrong=fault, grids=shown, brief=brief, pieces=comparing.pieces,
                status=400 if fault else 200,
            )  # fmt: skip

        return kept(request, made)

    @app.get("/api/compare", responses=schema.answers(comparing.CompareAnswer), tags=["compare"])
    def api(request: Request, id: Ids = [], quotation: Quoted = "") -> Response:  # noqa: B006
        """The first statement with each of the others, sentence by sentence; receipts of a quotation."""
        return kept(request, lambda record: as_json(comparing.ask(record, id, quotation)))


def _record(app: FastAPI, kept: Kept, look: pages.Look, adder: uploads.Adder | None, checker: Pool) -> None:
    def shown(
        request: Request, record: Record, checked: holdings.CheckAnswer | None = None, fault: str = ""
    ) -> Response:
        answer = holdings.ask(record)
        return look.page(
            request,
            "record.html",
            answer=answer,
            adding=adder is not None,
            imports=adder.imports.answer() if adder else ImportsAnswer(),
            checked=checked,
            wrong=fault,
            most_checked=holdings.MOST_CHECKED,
        )

    @app.get("/record", include_in_schema=False)
    def page(request: Request) -> Response:
        noted = adder.imports.version if adder else 0
        answers: Answers = app.state.answers
        return answers.of((*pages.asked(request.scope), noted), lambda record: shown(request, record))

    @app.post("/record", include_in_schema=False)
    def check(request: Request) -> Response:
        """The page with what a check of the whole record finds now: work that no address or reload may start."""
        with checker.view() as record:
            try:
                return shown(request, record, holdings.ask_check(record))
            except InputError as error:  # a record too large for a page: the sentence names the verb
                return shown(request, record, fault=str(error))

    @app.get("/api/record", responses=schema.answers(holdings.RecordAnswer), tags=["record"])
    def api(request: Request) -> Response:
        """What is held, what was set aside and why."""
        return kept(request, lambda record: as_json(holdings.ask(record)))


def _adding(app: FastAPI, look: pages.Look, adder: uploads.Adder | None) -> None:
    def came() -> ImportsAnswer:
        return adder.imports.answer() if adder else ImportsAnswer()

    @app.get("/record/added", include_in_schema=False)
    def page(request: Request) -> Response:
        return look.page(request, "added.html", answer=came())

    @app.get("/api/record/added", responses=schema.answers(ImportsAnswer), tags=["record"])
    def api() -> Response:
        """The files added through the pages since the server started, the latest first, and what became of each."""
        return as_json(came())

    @app.put("/api/add/{name}", responses=schema.answers(uploads.AddAnswer), tags=["record"])
    async def add(request: Request, name: Name) -> Response:
        """Add one file, sent as the body; the same as `onrecord add` of it."""
        if adder is None:
            raise InputError("this server only reads; add files with `onrecord add`")
        try:
            return as_json(await adder.add(name, request.stream()))
        finally:
            app.state.answers.forget()


def _reference(app: FastAPI, look: pages.Look) -> None:
    @app.get("/api", include_in_schema=False)
    def page(request: Request) -> Response:
        document = app.openapi()
        found, parts = reference.addresses(document), reference.shapes(document)
        return look.page(request, "api.html", addresses=found, shapes=parts)


def _errors(app: FastAPI, look: pages.Look) -> None:
    def answer(request: Request, status: int, sentence: str, code: str = "") -> Response:
        if request.scope["path"].startswith(DATA):
            return Response(wrong.body(sentence, status, code), status, media_type="application/json")
        return look.page(request, "error.html", sentence=sentence, code=code, status=status)

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
        made = answer(request, error.status_code, str(error.detail), wrong.OF_STATUS.get(error.status_code, ""))
        made.headers.update(error.headers or {})
        return made
