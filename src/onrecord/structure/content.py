"""Which pieces of a web page are its main content: one probability a piece.

Lives here: the weights file (how it is read and when it is refused) and the one public verb, ``score``. Not here:
features (``content_features.py``), votes (``trees.py``), what a main piece is called (``label`` of this room).
The weights are learnt by ``bench/train_content.py``; ``docs/decisions/0006-content-labeller.md`` says how well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import numpy as np

from onrecord.errors import BugError
from onrecord.model import Text
from onrecord.structure import content_features
from onrecord.structure.trees import Trees, chances

LABELLER = "content/1"
MAIN = 0.35  # from this probability on a piece is main content; chosen by cross-validation
WEIGHTS = "content_weights.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learnt: trees over the columns ``names`` of ``content_features``."""

    names: tuple[str, ...]
    trees: Trees


class _File(msgspec.Struct, forbid_unknown_fields=True):
    """The weights file: ``features`` index ``names``; null in ``thresholds`` is a question never answered yes."""

    labeller: str
    about: str
    names: list[str]
    base: float
    features: list[list[int]]
    thresholds: list[list[float | None]]
    leaves: list[list[float]]


def score(text: Text) -> list[float]:
    """Probability of main content, 0..1, for each layout piece of an HTML text, in their order."""
    if not text.layout.pieces:
        return []
    weights = shipped()
    values = content_features.matrix(text, weights.names)
    return [float(p) for p in chances(weights.trees.votes(values))]


@cache
def shipped() -> Weights:
    """The weights that came with this program, read once."""
    return read_weights(files("onrecord.structure").joinpath(WEIGHTS).read_bytes())


def read_weights(data: bytes) -> Weights:
    """Weights from the bytes of a weights file; BugError when they do not fit this program."""
    try:
        file = msgspec.json.decode(data, type=_File)
    except msgspec.DecodeError as error:
        raise BugError(f"{WEIGHTS} cannot be read ({error}); reinstall onrecord") from error
    if file.labeller != LABELLER:
        raise _broken(f"is of labeller {file.labeller!r}, this program has {LABELLER!r}")
    unknown = [name for name in file.names if name not in content_features.names()]
    if unknown:
        raise _broken(f"asks for unknown features {unknown}")
    trees, depth = len(file.features), len(file.features[0]) if file.features else 0
    _check_shape("features", file.features, trees, depth)
    _check_shape("thresholds", file.thresholds, trees, depth)
    _check_shape("leaves", file.leaves, trees, 2**depth)
    features = np.array(file.features, np.int64)
    if features.min() < 0 or features.max() >= len(file.names):
        raise _broken("has a question about a feature it does not name")
    thresholds = np.array([[np.inf if t is None else t for t in row] for row in file.thresholds], np.float32)
    leaves = np.array(file.leaves, np.float32)
    return Weights(tuple(file.names), Trees(file.base, features, thresholds, leaves))


def _check_shape(what: str, rows: Sequence[Sequence[Any]], height: int, width: int) -> None:
    if not 0 < height == len(rows) or not width > 0 or any(len(row) != width for row in rows):
        raise _broken(f"has {what} of the wrong shape")


def _broken(why: str) -> BugError:
    return BugError(f"{WEIGHTS} {why}; reinstall onrecord")
