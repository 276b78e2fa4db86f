"""Onrecord: a verifiable record of official statements.

    from onrecord import Record, process

    with Record.open("my-record", write=True) as record:
        record.add(["statements/"])
        for hit in record.search('"export controls"').hits:
            print(hit.speaker, hit.date, hit.match)

``Record`` is the record on disk, ``process`` the per-document line without one. ``Filters`` narrow searches and lists,
``FieldNames`` name the columns of data sets. Names are imported when first used, so that the package stays cheap.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from onrecord.version import VERSION as __version__

if TYPE_CHECKING:
    from onrecord.collect import FieldNames
    from onrecord.record import Record, process
    from onrecord.store import Filters

__all__ = ["FieldNames", "Filters", "Record", "__version__", "process"]

_HOMES = {
    "FieldNames": "onrecord.collect",
    "Filters": "onrecord.store",
    "Record": "onrecord.record",
    "process": "onrecord.record",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
