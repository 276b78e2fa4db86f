"""Floors of sentence alignment: Chinese and English texts aligned by hand, and damaged parallel texts in six languages.

Lives here: comparing the figures of ``bench/align.py`` with ``floors.json``. Not here: scoring (the scorer beside the
material). Each text is aligned by itself, with what ships alone.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

import pytest

FLOORS: dict[str, dict[str, float]] = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))[
    "align"
]


def bench(root: Path) -> Any:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("bench_align", root / "bench" / "align.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_align"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", FLOORS)
def test_alignment_keeps_its_floors(name: str, shared: Path, root: Path, tmp_path: Path) -> None:
    """No set falls below the figures pinned for it."""
    got = bench(root).figures(shared, name, tmp_path)
    assert {key: got[key] for key, floor in FLOORS[name].items() if got[key] < floor} == {}


def test_without_words_the_floor_is_missed(shared: Path, root: Path, tmp_path: Path) -> None:
    """The gate can fail: lengths, numbers and sounds alone do not reach the floor of Chinese novels."""
    assert bench(root).figures(shared, "mac", tmp_path, ())["strict"] < FLOORS["mac"]["strict"]
