"""Which knowledge a run uses: the bundled one and the caller's packs, read once here before any worker reads them.

Lives here: that check. Not here: reading packs (``knowledge.packs``).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from onrecord.engines.jobs import KnowledgeSpec
from onrecord.knowledge.packs import read_pack


def knowledge_of(packs: Sequence[Path | str]) -> KnowledgeSpec:
    """The knowledge with these pack files; KnowledgeError names file, place and mend of a missing or wrong one."""
    paths = [Path(p).absolute() for p in packs]
    for path in paths:
        read_pack(path)
    return KnowledgeSpec(tuple(map(str, paths)))
