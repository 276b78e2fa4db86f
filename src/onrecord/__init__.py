"""Onrecord: a verifiable record of official statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.version import VERSION as __version__

if TYPE_CHECKING:
    from onrecord.record import Record

__all__ = ["Record", "__version__"]


def __getattr__(name: str) -> object:
    """Import ``Record`` only when asked, so that ``import onrecord`` stays cheap."""
    if name == "Record":
        from onrecord.record import Record

        return Record
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
