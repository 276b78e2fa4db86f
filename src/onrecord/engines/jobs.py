"""Jobs and answers: what goes to a worker and what comes back.

Lives here: the types that ``record`` and the engines share. Not here: how they travel (``frames``), who runs them
(``local``). A job is one file or one handful of bytes; a container answers with many parts, numbered from 0 in the
order ``collect.expand`` gives them, the same order each time.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Dossier, SetAside, Told


@dataclass(frozen=True, slots=True)
class Job:
    """One thing to read.

    ``key`` is the caller's number for it, unique within a run. ``path`` is a file's name as the system has it (bytes),
    or None when ``data`` holds the bytes themselves. ``locator`` is how the record will name it. ``size`` in bytes is
    the caller's best knowledge; small jobs are sent to a worker in batches. ``options`` are the caller's choices for
    ``collect.expand`` (field name, value). ``alone``: a container is not opened but set aside as ``container``.
    ``media_type``: empty means "find out". ``start``: the first part wanted (a run that was cut short goes on there).
    ``voices``: only what is said by whom is wanted, no positions and no known formulations, which cost most.
    """

    key: int
    locator: str
    path: bytes | None = None
    data: bytes | None = None
    size: int = 0
    media_type: str = ""
    publisher: str | None = None
    retrieved: str = ""
    told: tuple[Told, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    alone: bool = False
    start: int = 0
    voices: bool = False


@dataclass(frozen=True, slots=True)
class Finished:
    """A job's last answer: ``found`` parts = ``stored`` dossiers + ``set_aside``; parts before ``Job.start`` are not
    counted. ``skipped``: records of a container that are no documents (requests, images...), by kind."""

    found: int
    stored: int
    set_aside: int
    skipped: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a job: part ``part`` became a dossier or was set aside, or (``part`` -1) the job is finished."""

    key: int
    part: int
    payload: Dossier | SetAside | Finished


@dataclass(frozen=True, slots=True)
class KnowledgeSpec:
    """Which knowledge the workers load: the bundled one and these further pack files (absolute paths)."""

    pack_files: tuple[str, ...] = ()
