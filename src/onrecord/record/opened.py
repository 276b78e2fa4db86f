"""What every part of ``Record`` stands on: the open store, the knowledge that was asked for, the limits.

Lives here: these three. Not here: any verb.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.engines.jobs import KnowledgeSpec
    from onrecord.knowledge import Knowledge
    from onrecord.limits import Limits
    from onrecord.store import Store


class Opened:
    """A record that is open."""

    def __init__(self, store: Store, knowledge: KnowledgeSpec, limits: Limits) -> None:
        self._store = store
        self._knowledge = knowledge
        self._limits = limits

    def _know(self) -> Knowledge:
        from onrecord.knowledge import load

        return load(tuple(map(Path, self._knowledge.pack_files)))
