"""Layers over a text: claims, and the stretches between their bounds.

Lives here: which layers there are and are shown; cutting characters at the bounds of overlapping claims, for pages
without scripts. Not here: what a claim says (``screens``). Places are code points of the text; the browser turns them
into UTF-16 units (``static/layers.js``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.model import Span

LAYERS = (
    "question", "answer", "speaker", "quotation", "reported", "position", "formulation", "measure", "furniture",
)  # fmt: skip


AT_FIRST = tuple(layer for layer in LAYERS if layer not in ("answer", "furniture"))
NONE = "none"  # a choice of no layer, which an address has to tell apart from no choice


def switched(asked: Sequence[str]) -> tuple[str, ...]:
    """The layers that an address switches on, in their order; without a choice those shown at first.

    >>> switched(["none", "position", "x"]), switched(["none"]), len(switched([]))
    (('position',), (), 7)
    """
    return tuple(layer for layer in LAYERS if layer in asked) if asked else AT_FIRST


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim: its layer, its place (``parts`` of a split one), the characters there, the rule that made it, and what
    it says as names and values. ``about`` is the id of the utterance it belongs to, or empty."""

    id: str
    layer: str
    span: Span
    parts: tuple[Span, ...]
    quote: str
    rule: str
    facts: tuple[tuple[str, str], ...]
    about: str = ""

    def stretches(self) -> tuple[Span, ...]:
        """Where it stands: its parts, or the whole of it."""
        return self.parts or (self.span,)


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters that the same claims cover: the layers without repetition, and the numbers of the claims; ``found``:
    they are what the address asks for."""

    text: str
    layers: tuple[str, ...]
    claims: tuple[int, ...]
    found: bool = False


def segments(chars: str, block: Span, claims: Sequence[Claim], found: Span | None = None) -> tuple[Segment, ...]:
    """The characters of a block cut at every bound of a claim and of ``found``; joined they are the block again.

    >>> said = Claim("u", "quotation", Span(0, 5), (), "", "r", ())
    >>> [s.text for s in segments("Hello all", Span(0, 9), [said])]
    ['Hello', ' all']
    """
    here = [
        (number, stretch)
        for number, claim in enumerate(claims)
        for stretch in claim.stretches()
        if stretch.start < block.end and stretch.end > block.start
    ]
    bounds = {block.start, block.end, *(s.start for _, s in here), *(s.end for _, s in here)}
    bounds |= {found.start, found.end} if found else set()
    cuts = sorted(b for b in bounds if block.start <= b <= block.end)
    return tuple(_segment(chars, one, other, here, claims, found) for one, other in pairwise(cuts))


def _segment(
    chars: str, start: int, end: int, here: Sequence[tuple[int, Span]], claims: Sequence[Claim], found: Span | None
) -> Segment:
    over = tuple(dict.fromkeys(number for number, s in here if s.start <= start and end <= s.end))
    inside = found is not None and found.start <= start and end <= found.end
    return Segment(chars[start:end], tuple(dict.fromkeys(claims[n].layer for n in over)), over, inside)
