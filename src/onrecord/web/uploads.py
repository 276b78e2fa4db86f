"""Files dropped on a page: streamed to a file, added as `onrecord add` adds, one at a time.

Lives here: that; files stay in the folder RECORD-dropped, beside the record. Not here: who may add and how much
(``guard``), adding (``record``). The body is the file; nothing parses forms.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
import unicodedata
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

import anyio.to_thread
from starlette.requests import ClientDisconnect

from onrecord.errors import InputError
from onrecord.record import Added, Record
from onrecord.web.imports import Imports

FOLDER = "-dropped"
MOST_NAME = 120
LOST = "the file could not be added; add it with `onrecord add`"


@dataclass(frozen=True, slots=True)
class AddAnswer:
    """What became of the file: documents by outcome, ids of the statements, and why parts were set aside."""

    outcomes: dict[str, int]
    statements: tuple[str, ...]
    set_aside: tuple[tuple[str, str], ...]


class Adder:
    """Adds one file at a time; a second one waits."""

    def __init__(self, writable: Callable[[], Record]) -> None:
        self._writable = writable
        self._turn = asyncio.Lock()
        self.imports = Imports()

    async def add(self, name: str, body: AsyncIterator[bytes]) -> AddAnswer:
        """Add the bytes of ``body`` under a name; InputError when they are too many or another process writes."""
        plain = safe_name(name)
        number = self.imports.begin(plain)
        place = Path(tempfile.mkdtemp(prefix="onrecord-"))
        try:
            answer = await self._taken(number, place / plain, body)
        except BaseException as error:  # also of a request that is given up: the list must not say that it goes on
            told = str(error) if isinstance(error, InputError) else LOST
            self.imports.change(number, state="failed", fault=told)
            raise
        finally:
            shutil.rmtree(place, ignore_errors=True)
        self.imports.change(
            number, state="done", outcomes=answer.outcomes, statements=answer.statements, set_aside=answer.set_aside
        )
        return answer

    async def _taken(self, number: int, file: Path, body: AsyncIterator[bytes]) -> AddAnswer:
        await self._keep(file, body)
        self.imports.change(number, state="waiting")
        async with self._turn:
            self.imports.change(number, state="reading")
            return await anyio.to_thread.run_sync(self._added, file)

    async def _keep(self, file: Path, body: AsyncIterator[bytes]) -> None:
        size = 0
        async with await anyio.open_file(file, "xb") as kept:
            try:
                async for piece in body:
                    size += len(piece)
                    await kept.write(piece)
            except ClientDisconnect:  # the guard ends a body that is larger than it may be
                raise InputError("the file did not come whole or is too large; add it with `onrecord add`") from None
        if not size:
            raise InputError("the file is empty; drop a file with content")

    def _added(self, file: Path) -> AddAnswer:
        """Put the file beside the record, where its locator will say that it stands, and add it from there."""
        with self._writable() as record:
            folder = record.path.parent / (record.path.name + FOLDER)
            folder.mkdir(exist_ok=True)
            moved = Path(shutil.move(file, folder / file.name))
            return _answer(list(record.adding([moved], workers=1)))


def safe_name(name: str) -> str:
    """A file name of letters, digits and plain signs: what a browser sends is never a path.

    >>> safe_name("../../etc/pass wd.html"), safe_name(".."), safe_name("声明.txt")
    ('pass wd.html', 'file', '声明.txt')
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(c for c in unicodedata.normalize("NFC", last) if c.isalnum() or c in " ._-()")
    return kept.strip(" .")[-MOST_NAME:].strip(" .") or "file"


def _answer(events: list[object]) -> AddAnswer:
    outcomes: dict[str, int] = {}
    added = [e for e in events if isinstance(e, Added)]
    for event in added:
        outcomes[str(event.outcome)] = outcomes.get(str(event.outcome), 0) + 1
    return AddAnswer(
        outcomes,
        tuple(s.id for event in added for s in event.statements),
        tuple((event.reason, event.detail) for event in added if event.reason),
    )
