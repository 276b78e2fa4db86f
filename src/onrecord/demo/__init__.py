"""The bundled sample: statements of three invented countries, written for this program.

Lives here: the list of documents. Not here: the people and offices in them (the pack ``sample``), loading (``record``).
The last document is damaged on purpose, so that the demo shows what was not understood.
"""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable

PACK = "sample"


def documents() -> tuple[Traversable, ...]:
    """The sample documents in the order of their names; read them with ``read_bytes``."""
    folder = resources.files(__package__) / "documents"
    return tuple(sorted((f for f in folder.iterdir() if f.is_file()), key=lambda f: f.name))
