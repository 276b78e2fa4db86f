"""Answers that are kept: what was asked before and still holds is not made again.

Lives here: keeping them, and when one is too old. Not here: making them (``app``, ``screens``).

An answer belongs to one state of the record (``Record.state``), in which all of it was made. While the record stays
as it is, the answer is given again. When it has changed, a cheap answer is made anew at once; a dear one is given again
for at most ``MOST_AGE_S`` after the change, while it is made anew aside, so that somebody who adds for an hour does not
stop those who read; the dearer, the later (``PATIENCE``). What is added through the pages is seen at once. ``Ahead``
stands before the application and gives what is kept without a route, a thread or a reader.
"""

from __future__ import annotations

import queue
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextlib import suppress
from dataclasses import dataclass, field

from fastapi.responses import Response

from onrecord.errors import OnrecordError
from onrecord.record import Record
from onrecord.web.guard import App, Receive, Scope, Send
from onrecord.web.pool import Pool

DEAR_S = 0.05
STATES = 1_000
MOST_AGE_S = 60.0
PATIENCE = 100  # an answer that took a second is made anew after 100, or half of MOST_AGE_S if that is sooner
REST = 3  # what is made anew aside takes at most one part in so many and one of the time
MOST_BYTES = 64 << 20
Make = Callable[[Record], Response]


@dataclass(slots=True)
class _Kept:
    """An answer, the state it is of, and what it cost in CPU seconds."""

    status: int
    body: bytes
    media_type: str
    state: str
    cost: float
    make: Make
    asked: bool = False  # it waits to be made anew

    def dear(self) -> bool:
        return self.cost >= DEAR_S

    def response(self) -> Response:
        return Response(self.body, self.status, media_type=self.media_type)


@dataclass(slots=True)
class Answers:
    """Answers by what was asked. ``pool`` lends readers to requests, ``aside`` the one that makes old ones anew;
    ``watch`` lends the one that only looks at the state of the record."""

    pool: Pool
    aside: Pool
    watch: Pool
    _kept: OrderedDict[Hashable, _Kept] = field(default_factory=OrderedDict)
    _bytes: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _making: dict[Hashable, threading.Lock] = field(default_factory=dict)
    _waiting: queue.SimpleQueue[tuple[Hashable, Make]] = field(default_factory=queue.SimpleQueue)
    _worker: threading.Thread | None = None
    _state: str = ""
    _ended: OrderedDict[str, float] = field(default_factory=OrderedDict)  # states that were, and since when not

    def of(self, asked: Hashable, make: Make) -> Response:
        """The answer to what is asked, kept or made by ``make`` in one view of the record."""
        kept = self.ready(asked)
        if kept is not None:
            return kept
        with self._lock:
            turn = self._making.setdefault(asked, threading.Lock())
        with turn:  # who asks the same meanwhile waits for the one answer
            try:
                return self._made(asked, make, self.pool)
            finally:
                with self._lock:
                    self._making.pop(asked, None)

    def ready(self, asked: Hashable) -> Response | None:
        """The answer that is kept and holds, or that is dear and did not long ago; never waits for a reader."""
        kept = self._kept.get(asked)
        if kept is None:
            return None
        with self.watch.view() as record:
            self._note(record.state())
        with self._lock:
            if kept.state == self._state:
                return kept.response()
            age = time.monotonic() - self._ended.get(kept.state, float("-inf"))
            if not kept.dear() or age >= MOST_AGE_S:
                return None
            again = not kept.asked and age >= min(PATIENCE * kept.cost, MOST_AGE_S / 2)
            kept.asked = kept.asked or again
        if again:
            self._renew(asked, kept.make)
        return kept.response()

    def size(self) -> int:
        """Bytes kept."""
        return self._bytes

    def forget(self) -> None:
        """Keep nothing: the record was changed by a request of our own."""
        with self._lock:
            self._kept.clear()
            self._bytes = 0

    def _note(self, state: str) -> None:
        with self._lock:
            if state != self._state:
                self._ended[self._state] = time.monotonic()
                self._state = state
                while len(self._ended) > STATES:
                    self._ended.popitem(last=False)

    def _made(self, asked: Hashable, make: Make, pool: Pool) -> Response:
        with pool.view() as record:
            state = record.state()
            self._note(state)
            kept = self._kept.get(asked)
            if kept is not None and kept.state == state:
                kept.asked = False
                return kept.response()
            begun = time.thread_time()
            response = make(record)
        cost = time.thread_time() - begun
        if "set-cookie" not in response.headers:
            body = bytes(response.body)
            self._keep(asked, _Kept(response.status_code, body, response.media_type or "", state, cost, make))
        return response

    def _keep(self, asked: Hashable, made: _Kept) -> None:
        with self._lock:
            old = self._kept.pop(asked, None)
            self._bytes += len(made.body) - (len(old.body) if old else 0)
            self._kept[asked] = made
            while self._bytes > MOST_BYTES:
                self._bytes -= len(self._kept.popitem(last=False)[1].body)

    def _renew(self, asked: Hashable, make: Make) -> None:
        self._waiting.put((asked, make))
        with self._lock:
            if self._worker is None:
                self._worker = threading.Thread(target=self._work, name="answers", daemon=True)
                self._worker.start()

    def _work(self) -> None:
        """Make anew what waits, one at a time, and rest after each: readers go first."""
        while True:
            asked, make = self._waiting.get()
            begun = time.monotonic()
            with suppress(OnrecordError):  # the next request meets it itself
                self._made(asked, make, self.aside)
            time.sleep(REST * (time.monotonic() - begun))


class Ahead:
    """Wraps an application; see the module. ``asked`` tells what a request asks, as ``Answers`` keep it."""

    def __init__(self, app: App, answers: Answers, asked: Callable[[Scope], Hashable]) -> None:
        self._app = app
        self._answers = answers
        self._asked = asked

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send what is kept and holds; pass everything else on."""
        plain = scope["type"] == "http" and scope["method"] == "GET"
        kept = self._answers.ready(self._asked(scope)) if plain else None
        await (self._app if kept is None else kept)(scope, receive, send)
