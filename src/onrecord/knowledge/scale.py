"""The wording of how an actor stands on a measure: thresholds and words, as data.

Lives here: which acts take a side, the scale, and the verb of each act. Not here: counting (``store.stances``). The
idea is TheyWorkForYou's: a share, a published scale of words, and always the counts beside them. ``docs/positions.md``
prints these tables and is tested equal. An act that takes no side (a demand, a warning) moves nobody on the scale.
"""

from __future__ import annotations

from typing import Final, Literal

Side = Literal["for", "against"]

SIDES: Final[dict[str, Side]] = {"support": "for", "welcome": "for", "oppose": "against", "criticise": "against"}

# share of the origins that take a side which are against it, from 0 on up to this bound -> words
SCALE: Final[tuple[tuple[float, str], ...]] = (
    (0.05, "consistently for"),
    (0.15, "almost always for"),
    (0.40, "mostly for"),
    (0.60, "both for and against"),
    (0.85, "mostly against"),
    (0.95, "almost always against"),
    (1.00, "consistently against"),
)
# fewer origins than this carry no word of the scale, only counts
LEAST: Final = 3

VERBS: Final[dict[str, str]] = {
    "support": "supports", "oppose": "opposes", "criticise": "criticises", "deny": "denies", "demand": "demands",
    "appeal": "appeals", "propose": "proposes", "commit": "commits", "warn": "warns", "welcome": "welcomes",
    "concern": "is concerned", "announce": "announces",
}  # fmt: skip
NEGATED: Final[dict[str, str]] = {
    "support": "does not support", "oppose": "does not oppose", "criticise": "does not criticise",
    "deny": "does not deny", "demand": "does not demand", "appeal": "does not appeal", "propose": "does not propose",
    "commit": "does not commit", "warn": "does not warn", "welcome": "does not welcome",
    "concern": "is not concerned", "announce": "does not announce",
}  # fmt: skip


def verb(act: str, *, negated: bool = False) -> str:
    """An act as a verb of the third person; a code that is none of ours stands as it is."""
    return (NEGATED if negated else VERBS).get(act, f"not: {act}" if negated else act)


def wording(pro: int, contra: int, both: int) -> str:
    """The words of the scale for origins that are for, against, or both (which count half for each side); empty when
    fewer than LEAST take a side.

    >>> wording(0, 9, 0), wording(4, 4, 1), wording(1, 1, 0)
    ('consistently against', 'both for and against', '')
    """
    total = pro + contra + both
    if total < LEAST:
        return ""
    share = (contra + both / 2) / total
    return next(words for bound, words in SCALE if share <= bound)
