"""A few read-only openings of one record, handed to one request at a time.

Lives here: lending them. Not here: what is asked. Each loan is one consistent view: what is added meanwhile is seen by
the next request, never by half of one.
"""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from onrecord.errors import InputError
from onrecord.record import Record

WAIT_S = 10.0


class Busy(InputError):
    """Every reader is lent out."""


class Pool:
    """Up to ``size`` openings, made when first needed; they share what is known, also with those of ``like``."""

    def __init__(self, opened: Callable[[], Record], size: int = 4, *, like: Pool | None = None) -> None:
        self._opened = opened
        self._first: list[Record] = like._first if like else []
        self._free: queue.LifoQueue[Record | None] = queue.LifoQueue()
        for _ in range(size):
            self._free.put(None)

    @contextmanager
    def view(self) -> Iterator[Record]:
        """A record to ask, in one consistent view; Busy when all stay lent."""
        try:
            record = self._free.get(timeout=WAIT_S)
        except queue.Empty:
            raise Busy("the server is busy; ask again in a few seconds") from None
        try:
            record = record or self._open()
            with record.view():
                yield record
        finally:
            self._free.put(record)

    def _open(self) -> Record:
        record = self._opened()
        self._first[:] = self._first or [record]
        record.know_with(self._first[0])
        record.learn()
        return record

    def close(self) -> None:
        """Close what is free."""
        while True:
            try:
                record = self._free.get_nowait()
            except queue.Empty:
                return
            if record:
                record.close()
