"""Quotations and reported speech inside voices."""

from __future__ import annotations

from onrecord.annotate.page import Page
from onrecord.model import Notice, Utterance


def find(page: Page, voices: tuple[Utterance, ...]) -> tuple[tuple[Utterance, ...], tuple[Notice, ...]]:
    """Quotations of every voice, and what was odd."""
    return (), ()
