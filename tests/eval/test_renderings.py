"""Floors of renderings: formulations planted in Chinese-English news, found again in aligned sentences."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

import pytest

FLOORS: dict[str, float] = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))["renderings"]
EACH, MOST = 4, 200


@pytest.fixture(scope="module")
def bench(root: Path) -> Any:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("bench_renderings", root / "bench" / "renderings.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_renderings"] = module
    spec.loader.exec_module(module)
    return module


def test_renderings_keep_their_floors(bench: Any, shared: Path) -> None:
    """The shares of planted formulations are not below those pinned."""
    got = bench.figures(shared, EACH, MOST)
    assert {name: got[name] for name, floor in FLOORS.items() if got[name] < floor} == {}


def test_with_the_translations_shuffled_nothing_is_found(bench: Any, shared: Path) -> None:
    """The gate can fail."""
    assert bench.figures(shared, EACH, MOST, shuffled=True)["three"] < 0.05
