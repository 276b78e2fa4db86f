"""What every part of ``Record`` stands on: the open store, the knowledge that was asked for, the limits.

Lives here: these three. Not here: any verb.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.engines.jobs import KnowledgeSpec
    from onrecord.knowledge import Knowledge
    from onrecord.limits import Limits
    from onrecord.store import Store


@dataclass(slots=True)
class Known:
    """The knowledge asked for, read from its files when it is first needed and once only."""

    spec: KnowledgeSpec
    _read: Knowledge | None = None
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def read(self) -> Knowledge:
        """All of it."""
        from onrecord.knowledge import load

        with self._turn:
            if self._read is None:
                self._read = load(tuple(map(Path, self.spec.pack_files)))
            return self._read


class Opened:
    """A record that is open."""

    def __init__(self, store: Store, knowledge: KnowledgeSpec, limits: Limits) -> None:
        self._store = store
        self._knowledge = knowledge
        self._limits = limits
        self._known = Known(knowledge)

    def know_with(self, other: Opened) -> None:
        """Share the knowledge of another opening that was asked for the same: it and its tables are made once."""
        if self._knowledge == other._knowledge:
            self._known = other._known

    def learn(self) -> Knowledge:
        """Read the knowledge now and not with the first question that needs it; what was read."""
        return self._known.read()

    def _know(self) -> Knowledge:
        return self._known.read()
