"""Fixtures shared by all rooms."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The evaluation material beside the project; tests that need it skip with a reason where it is absent."""
    folder = Path(os.environ.get("ONRECORD_SHARED", ROOT.parent / "shared"))
    if not (folder / "eval").is_dir():
        pytest.skip("needs the evaluation material (set ONRECORD_SHARED or place it beside the project)")
    return folder
