"""Intake: the parts of a job, by way of ``collect``.

Lives here: opening a job's file again inside the worker, and the one call to ``collect.expand``. Not here: what a
container is (``collect``), what becomes of the parts (``line``).
"""

from __future__ import annotations

import os
from dataclasses import fields
from pathlib import Path
from typing import BinaryIO

from onrecord import collect
from onrecord.collect.kinds import HEAD_BYTES
from onrecord.engines.jobs import Job
from onrecord.errors import Refused
from onrecord.limits import Limits
from onrecord.reasons import Reason

_FIELDS = frozenset(f.name for f in fields(collect.FieldNames))


def parts(job: Job, limits: Limits) -> collect.Expansion:
    """Each source of a job, in the same order each time; Refused when its file cannot be opened (no link is followed,
    no device waited for), has changed beyond the limit, or is a container and the job stands ``alone``."""
    name = Path(os.fsdecode(job.path or b"")).name or job.locator
    what: bytes | BinaryIO = job.data if job.data is not None else _open(job.path or b"", limits)
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


def _open(path: bytes, limits: Limits) -> BinaryIO:
    stream, size = collect.open_file(path)
    if size > limits.container_bytes:
        stream.close()
        raise Refused(Reason.TOO_LARGE, f"{size} bytes; the limit is {limits.container_bytes}")
    return stream


def _refuse_container(what: bytes | BinaryIO, name: str, media_type: str) -> None:
    if isinstance(what, bytes):
        head = what[:HEAD_BYTES]
    else:
        head = what.read(HEAD_BYTES)
        what.seek(0)
    if collect.is_container(media_type or collect.media_type(head, name)):
        raise Refused(Reason.CONTAINER, "it may hold many documents; `onrecord add` opens it")
