"""Which knowledge a run uses: the bundled one and the caller's packs, read once here before any worker reads them.

Lives here: that check, and what is known in numbers. Not here: reading packs (``knowledge.packs``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.engines.jobs import KnowledgeSpec
from onrecord.knowledge import Knowledge
from onrecord.knowledge.packs import read_pack


@dataclass(frozen=True, slots=True)
class Known:
    """The fingerprint of all knowledge, and of each pack id, title, and how many actors, measures and formulations."""

    fingerprint: str
    packs: tuple[tuple[str, str, int, int, int], ...]


def known(know: Knowledge) -> Known:
    """Knowledge in numbers."""
    packs = ((p.id, p.title, len(p.actors), len(p.entities), len(p.formulas)) for p in know.packs)
    return Known(know.fingerprint, tuple(packs))


def knowledge_of(packs: Sequence[Path | str]) -> KnowledgeSpec:
    """The knowledge with these pack files; KnowledgeError names file, place and mend of a missing or wrong one."""
    paths = [Path(p).absolute() for p in packs]
    for path in paths:
        read_pack(path)
    return KnowledgeSpec(tuple(map(str, paths)))
