"""Intake: the parts of a job, by way of ``collect``.

Lives here: opening a job's file again inside the worker, and the one call to ``collect``. Not here: what a container
is (``collect``), what becomes of the parts (``line``).
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator

from onrecord.engines.jobs import Job
from onrecord.errors import Refused
from onrecord.limits import Limits
from onrecord.model import SetAside, Source, make_source
from onrecord.reasons import Reason


def parts(job: Job, limits: Limits) -> Iterator[Source | SetAside]:
    """Each source of a job, in the same order each time; raises Refused."""
    data = job.data if job.data is not None else read_file(job.path or b"", limits)
    yield make_source(
        data,
        job.media_type or "text/plain",
        job.locator,
        publisher=job.publisher,
        retrieved=job.retrieved,
        told=job.told,
    )


def read_file(path: bytes, limits: Limits) -> bytes:
    """The bytes of a regular file, no link followed, no device waited for; Refused otherwise."""
    try:
        number = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise Refused(Reason.UNREADABLE, error.strerror or "cannot be opened") from None
    with os.fdopen(number, "rb") as stream:
        facts = os.fstat(number)
        if not stat.S_ISREG(facts.st_mode):
            raise Refused(Reason.NOT_A_FILE, "not a regular file")
        if facts.st_size > limits.file_bytes:
            raise Refused(Reason.TOO_LARGE, f"{facts.st_size} bytes; the limit is {limits.file_bytes}")
        return stream.read(limits.file_bytes)
