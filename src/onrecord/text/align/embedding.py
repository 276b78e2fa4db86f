"""Sentence vectors from a model as one more reason for a bead: the protocol, and what the vectors of runs say.

Lives here: ``Embed``, and runs of sentences -> vectors. Not here: models (``record.models`` loads them), the search. A
run's vector is that of its sentences written together; what counts is how far the cosine of two runs stands above the
usual cosine of sentences of these two texts that have nothing to do with each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
STRENGTH = 12.0  # what a cosine one above the usual is worth, in nats
MOST_CHARS = 2_000  # characters of a run that a model is shown


class Embed(Protocol):
    """A model: sentences -> an array of shape (sentences, dimensions)."""

    def __call__(self, sentences: list[str]) -> NDArray[Any]:
        """The vectors of sentences, in their order."""
        ...


def runs(sentences: Sequence[str], most: int, embed: Embed) -> Floats:
    """``out[i, a]`` is the unit vector of the ``a`` sentences that end before place ``i``, or zero."""
    places = [(i, a) for i in range(1, len(sentences) + 1) for a in range(1, min(most, i) + 1)]
    vectors = np.asarray(embed([" ".join(sentences[i - a : i])[:MOST_CHARS] for i, a in places]), np.float32)
    vectors = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    out = np.zeros((len(sentences) + 1, most + 1, vectors.shape[1]), np.float32)
    for at, (i, a) in enumerate(places):
        out[i, a] = vectors[at]
    return out


def usual(one: Floats, other: Floats) -> float:
    """The mean cosine of single sentences of two sides."""
    return float(one[1:, 1].mean(axis=0) @ other[1:, 1].mean(axis=0))
