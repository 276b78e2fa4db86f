"""Publishers: outlets as data, read into ``knowledge.publisher`` types.

Lives here: reading the TOML files of this folder. Not here: the type, or any rule.
"""

from __future__ import annotations

from onrecord.knowledge.publisher import Publisher


def bundled_publishers() -> tuple[Publisher, ...]:
    """The publishers that ship with the program."""
    return ()
