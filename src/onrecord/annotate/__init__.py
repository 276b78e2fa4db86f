"""Annotate: whose words each stretch holds, which positions they take, and which known formulations stand in it.

Lives here: the rooms of these steps, and their names. Not here: the steps in order (``steps``).
Names are imported when first used: whoever asks one room, such as quotation marks, does not wait for all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.annotate.steps import VOICES, Annotated, annotate, voiced

__all__ = ["VOICES", "Annotated", "annotate", "voiced"]


def __getattr__(name: str) -> object:
    """Import a public name when it is first used."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from onrecord.annotate import steps

    return getattr(steps, name)
