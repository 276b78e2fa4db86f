"""Files dropped since the server started: what became of each, for the page that is opened again.

Lives here: that list, up to ``MOST``, in memory. Not here: adding (``uploads``), what is held (``record``).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any, Literal

MOST = 50
State = Literal["sending", "waiting", "reading", "done", "failed"]


@dataclass(frozen=True, slots=True)
class Import:
    """One file: documents in it by outcome, ids of their statements, reasons with details why parts were set aside, or
    the sentence that says why it was not added."""

    name: str
    state: State = "sending"
    outcomes: dict[str, int] = field(default_factory=dict)
    statements: tuple[str, ...] = ()
    set_aside: tuple[tuple[str, str], ...] = ()
    fault: str = ""


@dataclass(frozen=True, slots=True)
class ImportsAnswer:
    """The latest files first; ``running``: how many are not done; ``all``: how many came since the start."""

    imports: tuple[Import, ...] = ()
    running: int = 0
    all: int = 0


class Imports:
    """The list; each change makes a new one, so that any thread may read it."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._held: dict[int, Import] = {}
        self.version = 0

    def begin(self, name: str) -> int:
        """Note a file that is coming; its number."""
        number = next(self._numbers)
        self._held = dict([*self._held.items(), (number, Import(name))][-MOST:])
        self.version += 1
        return number

    def change(self, number: int, **told: Any) -> None:
        """Note what became of a file."""
        if number in self._held:
            self._held = {**self._held, number: replace(self._held[number], **told)}
        self.version += 1

    def answer(self) -> ImportsAnswer:
        """The list now."""
        held = self._held
        running = sum(one.state not in ("done", "failed") for one in held.values())
        return ImportsAnswer(tuple(held.values())[::-1], running, max(held, default=0))
