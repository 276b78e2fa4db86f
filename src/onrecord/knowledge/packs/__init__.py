"""Packs: one TOML per field, read into ``knowledge.pack`` types.

Lives here: reading and checking TOML. Not here: the types, or any fact about a field in code.
"""

from __future__ import annotations

from pathlib import Path

from onrecord.knowledge.pack import Pack


def bundled_packs() -> tuple[Pack, ...]:
    """The packs that ship with the program, by file name."""
    return ()


def read_pack(path: Path) -> Pack:
    """Read one pack file; KnowledgeError names file, place and mend."""
    return Pack(path.stem, path.stem)
