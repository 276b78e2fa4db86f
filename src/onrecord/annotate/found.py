"""What the finders hand over: words of a voice, before it is known who speaks.

Lives here: the type. Not here: finding, resolving.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model import Span

Mode = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Found:
    """Words reported. ``parts`` in order, at least one; ``source`` the mention of the speaker, or None when
    ``follows`` says that the speaker of the find before it goes on. ``named`` is the noun phrase that a relative
    word in ``source`` stands for."""

    parts: tuple[Span, ...]
    mode: Mode
    rule: str
    source: Span | None = None
    cue: Span | None = None
    follows: bool = False
    named: Span | None = None

    @property
    def span(self) -> Span:
        """From the first to the last character of the words."""
        return Span(self.parts[0].start, self.parts[-1].end)
