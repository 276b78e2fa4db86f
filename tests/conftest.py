"""Fixtures shared by all rooms."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

import hypothesis
import pytest

# CI repeats the same examples, so that a red run is the change's fault; elsewhere new ones are tried each time.
hypothesis.settings.register_profile("anywhere", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("ci" if os.environ.get("ONRECORD_STRICT") else "anywhere")

ROOT = Path(__file__).resolve().parent.parent


def absent(what: str) -> NoReturn:
    """Skip with a reason where a part of the machine is absent; in CI (ONRECORD_STRICT) that is a failure."""
    if os.environ.get("ONRECORD_STRICT"):
        pytest.fail(f"absent: {what}")
    pytest.skip(f"absent: {what}")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The evaluation material beside the project; tests that need it skip with a reason where it is absent."""
    folder = Path(os.environ.get("ONRECORD_SHARED", ROOT.parent / "shared"))
    if not (folder / "eval").is_dir():
        absent("the evaluation material (set ONRECORD_SHARED, or place it beside the project as ../shared)")
    return folder


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return ROOT
