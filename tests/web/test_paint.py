"""The page of a long statement in a browser: laid out a few times, not again and again, and nothing painted moves.

The measuring is that of ``bench/web_layout.py``, which prints the figures; here are the bounds.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord import Record
from onrecord.web import serving


@pytest.fixture(scope="module")
def bench(pytestconfig: pytest.Config) -> Any:
    """The bench as a module."""
    path = pytestconfig.rootpath / "bench" / "web_layout.py"
    spec = importlib.util.spec_from_file_location("bench_web_layout", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_web_layout"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def long(large: Path) -> Iterator[tuple[str, str]]:
    """The address that a server prints, and the path of its statement of 20,000 characters with 300 claims."""
    with Record.open(large) as held:
        shown = max((held.show(one.id) for one in held.statements(limit=300)), key=lambda one: len(one.text.chars))
    assert len(shown.text.chars) > 20_000
    with serving.beside(large) as opened:
        yield opened, f"/statement/{shown.statement.id}"


@pytest.mark.parametrize("size", [(360, 740), (1400, 900)])
def test_a_long_statement_is_laid_out_a_few_times_and_does_not_move(
    browser: Any, bench: Any, long: tuple[str, str], size: tuple[int, int]
) -> None:
    """Opened, and with 20 claims walked: at most a dozen layouts, at most four a key, and a shift under 0.1."""
    load, walk = bench.looked_at(browser, *long, size)
    assert load.claims >= 300
    assert load.layouts > 0
    assert load.faults() == []
    assert walk.faults(20 * bench.MOST_FOR_A_KEY, 20 * bench.MOST_FOR_A_KEY) == []


def test_thrash_is_seen(browser: Any, bench: Any, long: tuple[str, str]) -> None:
    """The harness can fail: sizes asked for between changes, and words pushed down after they were painted."""
    load, _ = bench.looked_at(browser, *long, (1400, 900), bench.THRASH)
    assert load.layouts > 250
    assert load.styles > 250
    assert load.moved > bench.MOST_MOVED
    assert len(load.faults()) == 3
