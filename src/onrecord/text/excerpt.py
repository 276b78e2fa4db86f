"""Words around a place, cut for a line: whole words, and "…" where something is left out.

Lives here: cutting. Not here: which place is shown, and marks in it (``cli``, ``web``). Text without spaces (Chinese)
is cut between characters.
"""

from __future__ import annotations

HALF = 24  # a half word is no longer than this; a space further in ends something else


def from_word(chars: str) -> str:
    """Characters that were cut off before, without the half word at their beginning.

    >>> from_word("reign Ministry said ")
    'Ministry said '
    """
    at = chars.find(" ", 0, HALF)
    return chars[at + 1 :] or chars


def to_word(chars: str) -> str:
    """Characters that were cut off after, without the half word at their end.

    >>> to_word(" suspend the Weather-Chip Ru")
    ' suspend the Weather-Chip'
    """
    at = chars.rfind(" ", -HALF if len(chars) > HALF else 0)
    return chars[:at] if at > 0 else chars


def tail(chars: str, most: int) -> str:
    """The last characters, fewer than ``most``, from a whole word on.

    >>> tail("The Foreign Ministry said ", 20), tail("it said ", 20)
    ('…Ministry said ', 'it said ')
    """
    return chars if len(chars) < most else f"…{from_word(chars[-most:])}"


def head(chars: str, most: int) -> str:
    """The first characters, fewer than ``most``, to a whole word.

    >>> head(" suspend the rule and return", 20), head(" suspend.", 20)
    (' suspend the rule…', ' suspend.')
    """
    return chars if len(chars) < most else f"{to_word(chars[:most])}…"
