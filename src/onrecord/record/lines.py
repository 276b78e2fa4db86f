"""The per-document line without a store: lines of JSON in, one result for each, in order.

Lives here: reading request lines and pairing them with answers. Not here: the work itself (``pipeline``), files and
printing (``cli``). Wrong lines become results with an error; the number of lines stays the same.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from onrecord.engines.jobs import Answer, Finished, Job, KnowledgeSpec
from onrecord.engines.local import run
from onrecord.engines.template import Template
from onrecord.errors import BugError, Refused
from onrecord.export import contract as out
from onrecord.export.dossier import shape
from onrecord.limits import DEFAULT, Limits
from onrecord.model import Dossier, SetAside, Told
from onrecord.reasons import Reason
from onrecord.record.knowing import knowledge_of

TOLD_FIELDS = ("lang", "url", "date", "publisher", "title")
Id = str | int | None


@dataclass(slots=True)
class _Queue:
    """Requests in flight: the id of each job, and results known before any work."""

    folder: Path
    ids: dict[int, Id] = field(default_factory=dict)
    errors: dict[int, out.ErrorOut] = field(default_factory=dict)


def process_lines(
    lines: Iterable[bytes],
    folder: Path,
    *,
    workers: int = 2,
    knowledge: KnowledgeSpec = KnowledgeSpec(),
    limits: Limits = DEFAULT,
) -> Iterator[out.ResultOut]:
    """Process request lines ``{"id", "text" | "path", ...}``; paths are relative to ``folder``. Order is kept."""
    queue = _Queue(folder)
    answers = run(_jobs(lines, queue), workers=workers, limits=limits, knowledge=knowledge, ordered=True)
    yield from _results(answers, queue)


def process(
    path: Path | str, *, packs: Sequence[Path | str] = (), limits: Limits = DEFAULT, voices: bool = False
) -> Dossier:
    """The dossier of one document of any kind that a reader knows, read in a bounded worker. With ``voices`` only what
    is said by whom: no positions and no known formulations.

    Refused (with ``reason`` and ``detail``) when it cannot be read or is a container, which belongs to ``Record.add``.
    """
    job = Job(key=0, locator=str(path), path=bytes(Path(path).absolute()), alone=True, voices=voices)
    return _one(job, knowledge_of(packs), limits)


def process_text(
    data: bytes, *, packs: Sequence[Path | str] = (), limits: Limits = DEFAULT, voices: bool = False
) -> Dossier:
    """The same of bytes of plain text, such as standard input; Refused when they cannot be read."""
    job = Job(key=0, locator="-", data=data, size=len(data), media_type="text/plain", alone=True, voices=voices)
    return _one(job, knowledge_of(packs), limits)


class Reading:
    """A document that is read while the caller does something else; whoever leaves early waits for nothing."""

    def __init__(self, read: Callable[[], Dossier]) -> None:
        self._read = read
        self._found: Dossier | None = None
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="onrecord-reading", daemon=True)
        self._thread.start()

    def dossier(self) -> Dossier:
        """What was read; whatever the reading raised is raised here."""
        self._thread.join()
        if self._found is None:
            raise self._error or BugError("a reading ended without a word")
        return self._found

    def _run(self) -> None:
        try:
            self._found = self._read()
        except BaseException as error:
            self._error = error


def _one(job: Job, knowledge: KnowledgeSpec, limits: Limits) -> Dossier:
    with closing(Template(limits, knowledge, warm=False)) as template:
        for answer in run([job], workers=1, limits=limits, ordered=True, spawner=template):
            if isinstance(answer.payload, Dossier):
                return answer.payload
            if isinstance(answer.payload, SetAside):
                raise Refused(Reason(answer.payload.reason), answer.payload.detail)
    raise Refused(Reason.NO_TEXT, "nothing was found in the file")


def _jobs(lines: Iterable[bytes], queue: _Queue) -> Iterator[Job]:
    """One job for each line; a wrong or empty line becomes a job of no consequence whose error is known already."""
    for key, line in enumerate(lines):
        try:
            yield _job(key, line, queue)
        except Refused as error:
            queue.errors[key] = out.ErrorOut(error.reason.value, error.detail)
            yield Job(key=key, locator=f"line {key + 1}", data=b".", media_type="text/plain")


def _job(key: int, line: bytes, queue: _Queue) -> Job:
    request = _request(key, line)
    given = request.get("id")
    queue.ids[key] = given if isinstance(given, str | int) else None
    told = tuple(Told(n, str(request[n]), "caller") for n in TOLD_FIELDS if request.get(n) not in (None, ""))
    locator = str(request.get("url") or request.get("id") or f"line {key + 1}")
    publisher = request.get("publisher") if isinstance(request.get("publisher"), str) else None
    if isinstance(request.get("text"), str):
        data = _utf8(request["text"], key)
        told = (Told("charset", "utf-8", "caller"), *told)
        return Job(
            key=key, locator=locator, data=data, size=len(data), media_type="text/plain", publisher=publisher, told=told
        )
    if isinstance(request.get("path"), str):
        path = queue.folder / request["path"]
        size = path.stat().st_size if path.is_file() else 0
        return Job(key=key, locator=str(path), path=bytes(path), size=size, publisher=publisher, told=told, alone=True)
    raise Refused(Reason.BAD_JSON, f'line {key + 1} needs "text" or "path" as a string')


def _request(key: int, line: bytes) -> dict[str, Any]:
    if not line.strip():
        raise Refused(Reason.BAD_JSON, f"line {key + 1} is empty")
    try:
        request = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        request = _lenient(key, line)
    if not isinstance(request, dict):
        raise Refused(Reason.BAD_JSON, f"line {key + 1} is not a JSON object")
    return request


def _lenient(key: int, line: bytes) -> Any:
    """The standard library's reading lets lone surrogates pass: the line keeps its id and gets its own reason."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Refused(Reason.BAD_JSON, f"line {key + 1}: {error}") from None


def _utf8(text: str, key: int) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Refused(Reason.BAD_UNICODE, f"line {key + 1}: lone surrogate at character {error.start}") from None


def _results(answers: Iterable[Answer], queue: _Queue) -> Iterator[out.ResultOut]:
    """The first answer of each job is its result; a job that finds nothing is an error."""
    done = False
    for answer in answers:
        if isinstance(answer.payload, Finished):
            if not done:
                yield _result(answer.key, SetAside("", Reason.NO_TEXT.value, "nothing was found"), queue)
            done = False
        elif not done:
            done = True
            yield _result(answer.key, answer.payload, queue)


def _result(key: int, payload: Dossier | SetAside, queue: _Queue) -> out.ResultOut:
    given = queue.ids.pop(key, None)
    known = queue.errors.pop(key, None)
    if known:
        return out.ResultOut(given, error=known)
    if isinstance(payload, SetAside):
        return out.ResultOut(given, error=out.ErrorOut(payload.reason, payload.detail))
    return out.ResultOut(given, dossier=shape(payload))
