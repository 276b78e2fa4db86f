"""The command line as its users meet it: words in, exit status and two streams out."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.cli import main


@pytest.fixture
def command(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Callable[..., tuple[int, bytes, str]]:
    """Run a command line where the test stands: exit status, the bytes of standard output, standard error."""
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("ONRECORD_RECORD", "ONRECORD_BY"):
        monkeypatch.delenv(name, raising=False)

    def call(*words: str) -> tuple[int, bytes, str]:
        monkeypatch.setattr(sys, "argv", ["onrecord", *words])
        status = 0
        try:
            main()
        except SystemExit as stop:
            status = stop.code if isinstance(stop.code, int) else 1
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return status, out, err.decode()

    return call


@pytest.fixture
def run(
    command: Callable[..., tuple[int, bytes, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, str, str]]:
    """Run a command line in an empty folder (or what a file of tests put there): exit status and both streams."""
    monkeypatch.chdir(tmp_path)

    def call(*words: str) -> tuple[int, str, str]:
        status, out, err = command(*words)
        return status, out.decode(), err

    return call
