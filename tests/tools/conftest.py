"""The documents of tests/export, and the verifier as a module."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


def load_file(path: Path, name: str) -> ModuleType:
    """A module from a file."""
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


_documents = load_file(ROOT / "tests" / "export" / "conftest.py", "documents_of_export")
DOCUMENTS = _documents.DOCUMENTS
know, cases = _documents.know, _documents.cases


@pytest.fixture(scope="session")
def verifier() -> ModuleType:
    """tools/verify_citation.py."""
    return load_file(ROOT / "tools" / "verify_citation.py", "verify_citation")
