"""Which judgements stand: those that no standing judgement undoes.

Lives here: that, and the names judgements are about. Not here: applying them (``replay``).
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.model import Judgement


def active(judgements: Iterable[Judgement]) -> tuple[tuple[Judgement, ...], frozenset[int]]:
    """The judgements that stand, in order, and the numbers of those undone. An undo can itself be undone.

    >>> one = Judgement("names", "same", "A", "Ana", "2026", detail="B", id=1)
    >>> two = Judgement("judgement", "undo", "1", "Ben", "2026", id=2)
    >>> active([one, two])[1]
    frozenset({1})
    """
    kept = sorted(judgements, key=lambda j: j.id)
    undone: set[int] = set()
    for one in reversed(kept):
        if one.about == "judgement" and one.id not in undone:
            undone.add(int(one.value))
    standing = tuple(j for j in kept if j.id not in undone and j.about != "judgement")
    return standing, frozenset(undone)


def names_of(judgement: Judgement) -> tuple[str, ...]:
    """The names that a judgement about names is about."""
    return (judgement.value, judgement.detail) if judgement.about == "names" else ()
