"""Tests of ``trace.arrays``."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from onrecord.trace.arrays import append, mapped, merge


@pytest.mark.parametrize("slice_keys", [1, 3, 7, 1000])
@pytest.mark.parametrize("sizes", [(0,), (40,), (40, 9), (5, 40, 17), (1, 0, 30)])
def test_merged_in_slices_is_merged_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sizes: tuple[int, ...], slice_keys: int
) -> None:
    """Whatever is taken at a time, the file holds every key of every part once, in order; equal keys too."""
    monkeypatch.setattr("onrecord.trace.arrays.SLICE", slice_keys)
    source = np.random.default_rng(3)
    parts = [np.sort(source.integers(0, 30, size).astype(np.uint64)) for size in sizes]
    for number, part in enumerate(parts):  # as they are held: in files
        append(tmp_path / str(number), 0, part)
    held = [mapped(tmp_path / str(number), len(part), np.uint64) for number, part in enumerate(parts)]
    length = merge(tmp_path / "merged", held)
    assert length == sum(sizes)
    assert mapped(tmp_path / "merged", length, np.uint64).tolist() == sorted(np.concatenate(parts).tolist())
