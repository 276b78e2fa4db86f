"""Tests of ``readers.bulk``."""

from __future__ import annotations

import copy

import pytest

from onrecord.model import Node, Piece, Run, Span
from onrecord.readers.bulk import make


def test_the_same_values_as_the_constructor() -> None:
    """Values made in bulk equal, hash, print and copy like those of the constructor."""
    spans = make(Span, 2, [0, 3], [3, 8])
    runs = make(Run, 2, spans, spans, ["same", "break"], [-1, -1])
    pieces = make(Piece, 1, spans[:1], ["p"], [2], [1], [0], [-1], [None], [0.0], [True])
    assert spans == [Span(0, 3), Span(3, 8)]
    assert runs == [Run(Span(0, 3), Span(0, 3)), Run(Span(3, 8), Span(3, 8), "break")]
    assert pieces == [Piece(Span(0, 3), "p", 2, 1, 0, hidden=True)]
    assert hash(runs[0]) == hash(Run(Span(0, 3), Span(0, 3)))
    assert copy.deepcopy(pieces) == pieces
    assert make(Node, 0, [], [], []) == []


def test_a_missing_column_is_caught() -> None:
    """Every field needs a column: no value is half made."""
    with pytest.raises(ValueError):
        make(Span, 1, [0])
