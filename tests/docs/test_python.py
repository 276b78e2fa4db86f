"""The examples of docs/python.md run and print what the page shows."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest


def test_python_examples(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every example of the page holds, in order, in an empty folder."""
    monkeypatch.chdir(tmp_path)

    failed, tried = doctest.testfile(str(root / "docs" / "python.md"), module_relative=False, encoding="utf-8")

    assert tried >= 10
    assert failed == 0
