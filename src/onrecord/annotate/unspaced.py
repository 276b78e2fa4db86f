"""Quotations and reported speech in languages written without spaces between words (Chinese)."""

from __future__ import annotations

from onrecord.annotate.found import Found
from onrecord.knowledge.language import Speech
from onrecord.model import Span


def find(chars: str, paragraphs: list[Span], speech: Speech) -> tuple[list[Found], int]:
    """Everything reported in the paragraphs, in order, and how many marks were never closed."""
    return [], 0
