"""What the readers of positions hand over: a stance found, before it is known who its voice is.

Lives here: the type. Not here: finding (``spaced``, ``unspaced``), who holds it (``holders``).
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.knowledge.stance import StanceWord
from onrecord.model import Span, Speaker


@dataclass(frozen=True, slots=True)
class Stand:
    """A stance in a clause. ``span`` is the clause, ``cue`` the words of ``word`` in it; ``holder`` the mention of the
    subject that takes it (None: the voice does), ``target`` what it is about, ``towards`` the actor it is addressed to
    or against. ``act`` is empty for an event that is no stance. ``step`` moves the rung (hedged -1, boosted +1).
    ``weak``: an event beside a weightier one in its sentence (a saying beside what is said).
    ``who`` and ``to`` are holder and addressee where the reader knows them already."""

    span: Span
    cue: Span
    word: StanceWord
    act: str
    rule: str
    holder: Span | None = None
    target: Span | None = None
    towards: Span | None = None
    negated: bool = False
    step: int = 0
    weak: bool = False
    who: Speaker | None = None
    to: Speaker | None = None
