"""What is handed to the store and what it answers.

Lives here: the values of ``Store.begin`` and ``Store.put``. Not here: SQL.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model import Dossier, SetAside

Outcome = Literal["new", "same", "copy", "revision", "relabelled", "set_aside", "done"]


@dataclass(frozen=True, slots=True)
class Job:
    """A file that is being added: where it was found, and the sha256 of the whole file (of the container, not of
    its members). Work on it is resumed under this key."""

    locator: str
    file: str


@dataclass(frozen=True, slots=True)
class Progress:
    """What is known of a job: ``tries`` counts the times it was begun, this one included; ``parts`` are the members
    already held or set aside, ``aside`` those set aside; ``done`` says that nothing is left to do and ``found`` how
    many members it has."""

    job: Job
    tries: int = 0
    done: bool = False
    found: int = 0
    parts: frozenset[int] = frozenset()
    aside: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to keep. With a ``job``, ``part`` is noted as finished in the same transaction."""

    what: Dossier | SetAside
    job: Job | None = None
    part: int = 0


@dataclass(frozen=True, slots=True)
class Finish:
    """The end of a job: all its ``found`` members have been handed over."""

    job: Job
    found: int


@dataclass(frozen=True, slots=True)
class PutResult:
    """What became of an entry.

    ``new``: stored. ``same``: these bytes are already held from this locator; nothing was changed. ``copy``: the
    bytes are held from another locator; the new one was noted. ``revision``: the page was held with other bytes
    (those of ``before``, a sha256); both are kept. ``relabelled``: a new generation of labels. ``set_aside``: kept
    as a set-aside row with ``reason``. ``done``: a job's end was noted. ``source`` is the sha256 of the bytes,
    ``sequence`` counts the captures of the page, ``statements`` are the ids that now hold for the source.
    """

    outcome: Outcome
    locator: str
    source: str = ""
    statements: tuple[str, ...] = ()
    sequence: int = 0
    before: str | None = None
    reason: str | None = None
