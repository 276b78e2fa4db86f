"""Whose voice a place of the text is in.

Lives here: utterances by place. Not here: who they are (``holders``).
"""

from __future__ import annotations

from bisect import bisect_right

from onrecord.model import Span, Speaker, Utterance


class Voices:
    """The utterances of a text by place: which is the innermost that holds a character. ``homes`` are the states that
    speeches are for, ``issuers`` those who issued the document told of last and where, both by statement id,
    ``answerers`` whom nameless answers speak for, by statement id and language; readers write them and read them as
    they go on."""

    def __init__(self, utterances: tuple[Utterance, ...]) -> None:
        self._all = utterances
        self._starts = [u.span.start for u in utterances]
        self._by_id = {u.id: u for u in utterances}
        self._met: dict[int, Utterance | None] = {}
        self.homes: dict[str, Speaker | None] = {}
        self.issuers: dict[str, tuple[Speaker, int]] = {}
        self.answerers: dict[str, Speaker | None] = {}

    def named(self, id: str | None) -> Utterance | None:
        """The utterance with this id."""
        return self._by_id.get(id or "")

    def starts_in(self, span: Span) -> int | None:
        """The first place inside a span, past its beginning, where an utterance begins."""
        at = bisect_right(self._starts, span.start)
        return self._starts[at] if at < len(self._starts) and self._starts[at] < span.end else None

    def at(self, place: int) -> Utterance | None:
        """The innermost utterance that holds the character at ``place``."""
        if place not in self._met:
            self._met[place] = self._find(place)
        return self._met[place]

    def _find(self, place: int) -> Utterance | None:
        last = bisect_right(self._starts, place) - 1
        best: Utterance | None = None
        for one in reversed(self._all[max(0, last - 64) : last + 1]):
            if not one.parts:
                holds = one.span.start <= place < one.span.end
            else:
                holds = any(p.start <= place < p.end for p in one.parts)
            if holds and (best is None or len(one.span) < len(best.span)):
                best = one
        if best is None:
            wide = (u for u in self._all if u.mode in ("turn", "narration") and u.span.start <= place < u.span.end)
            best = next(wide, None)
        return best
