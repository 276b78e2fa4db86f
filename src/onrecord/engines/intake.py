"""Intake: the parts of a job, by way of ``collect``.

Lives here: opening a job's file again inside the worker, and the one call to ``collect.expand``. Not here: what a
container is (``collect``), what becomes of the parts (``line``).
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import BinaryIO

from onrecord import collect
from onrecord.collect.kinds import HEAD_BYTES
from onrecord.engines.jobs import Job
from onrecord.errors import Refused
from onrecord.limits import Limits
from onrecord.reasons import Reason

STEP_BYTES = 4 << 20
_FIELDS = frozenset(f.name for f in fields(collect.FieldNames))


def parts(job: Job, limits: Limits, progress: Callable[[], None]) -> collect.Expansion:
    """Each source of a job, in the same order each time; ``progress`` is called after every ``STEP_BYTES`` of its file.

    Refused when the file cannot be opened (no link is followed, no device waited for), has grown beyond the limit, or
    is a container and the job stands ``alone``.
    """
    name = Path(os.fsdecode(job.path or b"")).name or job.locator
    what: bytes | BinaryIO = job.data if job.data is not None else _open(job.path or b"", limits, progress)
    if job.alone:
        _refuse_container(what, name, job.media_type)
    return collect.expand(
        what,
        job.locator,
        name,
        fields=collect.FieldNames(**{k: v for k, v in job.options if k in _FIELDS}),
        limits=limits,
        media_type=job.media_type,
        publisher=job.publisher,
        retrieved=job.retrieved,
        told=job.told,
    )


class _Counted(io.RawIOBase):
    """A file that tells when it has been read further than ever before, by another step."""

    def __init__(self, stream: BinaryIO, progress: Callable[[], None]) -> None:
        self._stream, self._progress, self._told = stream, progress, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def readinto(self, into: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(into))
        into[: len(data)] = data
        at = self._stream.tell()
        if at >= self._told + STEP_BYTES:
            self._told = at
            self._progress()
        return len(data)

    def close(self) -> None:
        self._stream.close()
        super().close()


def _open(path: bytes, limits: Limits, progress: Callable[[], None]) -> BinaryIO:
    stream, size = collect.open_file(path)
    if size > limits.container_bytes:
        stream.close()
        raise Refused(Reason.TOO_LARGE, f"{size} bytes; the limit is {limits.container_bytes}")
    if size < STEP_BYTES:
        return stream
    return io.BufferedReader(_Counted(stream, progress), HEAD_BYTES)


def _refuse_container(what: bytes | BinaryIO, name: str, media_type: str) -> None:
    if isinstance(what, bytes):
        head = what[:HEAD_BYTES]
    else:
        head = what.read(HEAD_BYTES)
        what.seek(0)
    if collect.is_container(media_type or collect.media_type(head, name)):
        raise Refused(Reason.CONTAINER, "it may hold many documents; `onrecord add` opens it")
