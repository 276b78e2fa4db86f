"""How a span and a reason are printed: its place, its words cut short, the rule that found it.

Lives here: what `show` and the printers of claims share. Not here: claims themselves (``voices``, ``stances``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.model import Evidence, Span

EXCERPT = 64


def because(evidence: Evidence, chars: str) -> str:
    """The rule, and the characters or the place outside the text; who judged it, and over which rule."""
    if evidence.rule.startswith("judgement/"):
        return f"{evidence.where} ({evidence.rule})"
    quote = f' "{excerpt(evidence.span, chars, 40)}" {place(evidence.span)}' if evidence.span else ""
    where = f" {evidence.where}" if evidence.where else ""
    return f"by {evidence.rule}{quote}{where}"


def place(span: Span) -> str:
    """Its characters, as "[start:end]"."""
    return f"[{span.start}:{span.end}]"


def excerpt(span: Span, chars: str, most: int = EXCERPT) -> str:
    """Its words on one line, cut at ``most`` characters."""
    words = " ".join(span.of(chars).split())
    return words if len(words) <= most else words[: most - 1] + "…"
