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
import numpy.typing as npt

from onrecord.errors import BugError
from onrecord.model import Text
from onrecord.structure import content_features
from onrecord.structure.content_features import Columns, Page
from onrecord.structure.trees import Trees, chances

Floats = npt.NDArray[Any]

LABELLER = "content/1"
MAIN = 0.5  # from this probability on a piece is main content; the weights file says which raw one that was
SURE = 0.9
LINKS = 0.6  # share of linked characters from which a line is a link
DOUBT = 0.7
FAINT = 0.4  # a page is never trusted to be less certain of itself than this
WEIGHTS = "content_weights.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learnt: trees over the columns ``names`` of ``content_features``, and the settled probability ``cut``
    from which on a piece is main content."""

    names: tuple[str, ...]
    trees: Trees
    cut: float


class _File(msgspec.Struct, forbid_unknown_fields=True):
    """The weights file: ``features`` index ``names``; null in ``thresholds`` is a question never answered yes."""

    labeller: str
    about: str
    names: list[str]
    cut: float
    base: float
    features: list[list[int]]
    thresholds: list[list[float | None]]
    leaves: list[list[float]]


def score(text: Text) -> list[float]:
    """Probability of main content, 0..1, for each layout piece of an HTML text, in their order; from MAIN on it is."""
    if not text.layout.pieces:
        return []
    weights = shipped()
    page = Page(text)
    made = content_features.columns(page)
    raw = chances(weights.trees.votes(content_features.matrix(made, weights.names)))
    chosen: list[float] = centred(settle(raw, page, made), weights.cut).tolist()
    return chosen


def settle(raw: Floats, page: Page, made: Columns) -> Floats:
    """The trees' probabilities in the light of the whole page.

    Two things the trees cannot see, for they look at one piece: beside a sure paragraph a list of links outside the
    element that holds the most text is not content, however alike its lines are; and where nothing on a page is
    sure (a listing, a short notice), the surest is what the page has.
    """
    if bool(np.any((raw >= SURE) & page.long)):
        listed = (made["linked"] >= LINKS) & (made["alike_link"] >= LINKS) & ~made["in_dense"]
        raw = np.where(listed, raw * DOUBT, raw)
    main = np.where(raw >= 0.5, page.weight, 0.0)
    held = float(main.sum())
    mean = float((raw * main).sum()) / held if held > 0 else float(raw.max())
    return np.minimum(raw / min(max(mean / SURE, FAINT), 1.0), 1.0)


def centred(values: Floats, cut: float) -> Floats:
    """Probabilities with ``cut`` moved to one half: odds are divided by the odds of ``cut``.

    >>> centred(np.array([0.0, 0.6, 1.0]), 0.6).round(6).tolist()
    [0.0, 0.5, 1.0]
    """
    return values * (1 - cut) / (values * (1 - cut) + (1 - values) * cut)


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
    if not 0 < file.cut < 1:
        raise _broken(f"has the cut {file.cut}, which is no probability")
    trees, depth = len(file.features), len(file.features[0]) if file.features else 0
    _check_shape("features", file.features, trees, depth)
    _check_shape("thresholds", file.thresholds, trees, depth)
    _check_shape("leaves", file.leaves, trees, 2**depth)
    features = np.array(file.features, np.int64)
    if features.min() < 0 or features.max() >= len(file.names):
        raise _broken("has a question about a feature it does not name")
    thresholds = np.array([[np.inf if t is None else t for t in row] for row in file.thresholds], np.float32)
    leaves = np.array(file.leaves, np.float32)
    return Weights(tuple(file.names), Trees(file.base, features, thresholds, leaves), file.cut)


def _check_shape(what: str, rows: Sequence[Sequence[Any]], height: int, width: int) -> None:
    if not 0 < height == len(rows) or not width > 0 or any(len(row) != width for row in rows):
        raise _broken(f"has {what} of the wrong shape")


def _broken(why: str) -> BugError:
    return BugError(f"{WEIGHTS} {why}; reinstall onrecord")
