"""What a reader gives back and how a reader is described in the table.

Lives here: ``Reading`` and ``Reader``. Not here: the table itself (``readers/__init__.py``) and any reading.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.limits import Limits
from onrecord.model import Notice, Source, Text


@dataclass(frozen=True, slots=True)
class Reading:
    """A Text and what to know before trusting it."""

    text: Text
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """One reader: ``read(source, limits)`` gives a Reading or raises Refused.

    ``Text.reader`` of what it reads is ``name/version``; a change that can move a character raises ``version``.
    """

    name: str
    version: int
    media_types: tuple[str, ...]
    suffixes: tuple[str, ...]
    what: str
    read: Callable[[Source, Limits], Reading]
