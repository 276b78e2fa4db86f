"""The tests themselves keep the house rules."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "tests").rglob("test_*.py"))


def without_sentence(tree: ast.AST) -> list[str]:
    """Names of test functions that do not say what is true."""
    found = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef) and n.name.startswith("test_")]
    return [n.name for n in found if not ast.get_docstring(n)]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_test_says_what_is_true(path: Path) -> None:
    """Each test function has a docstring."""
    assert without_sentence(ast.parse(path.read_text(encoding="utf-8"))) == []


def test_a_silent_test_is_noticed() -> None:
    """The rule can fail."""
    assert without_sentence(ast.parse("def test_x():\n    pass\n")) == ["test_x"]
