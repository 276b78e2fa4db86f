"""Phrases whose parts vary, written out.

Lives here: ``phrases``, with which languages write turns of stance, and ``listed``. Not here: the words themselves
(``languages``).
"""

from itertools import product


def phrases(*slots: str) -> tuple[str, ...]:
    """Every phrase that takes one alternative of each slot; alternatives are set apart by ``/``, an empty one is none.

    >>> phrases("вызывает", "/большую", "тревогу")
    ('вызывает тревогу', 'вызывает большую тревогу')
    """
    rows = product(*(tuple(" ".join(one.split()) for one in slot.split("/")) for slot in slots))
    return tuple(dict.fromkeys(" ".join(part for part in row if part) for row in rows))


def listed(text: str) -> tuple[str, ...]:
    """Phrases set apart by semicolons, over as many lines as they need.

    >>> listed("news title; title")
    ('news title', 'title')
    """
    return tuple(" ".join(one.split()) for one in text.split(";"))
