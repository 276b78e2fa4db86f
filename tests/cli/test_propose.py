"""The verb `propose` as a user meets it: nothing is asked without an address, and errors are one sentence."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from onrecord import Record
from onrecord.cli import main


def call(words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["onrecord", "propose", *words])
    status = 0
    try:
        main()
    except SystemExit as stop:
        status = stop.code if isinstance(stop.code, int) else 1
    return status, *capsys.readouterr()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["s1234"], "give a statement's id, --address URL and --model NAME; or --list"),
        (["s1234", "--model", "m"], "give a statement's id"),
        (["s1234", "--model", "m", "--address", "http://model.example/v1"], "plain http would send"),
        (["s1234", "--model", "m", "--address", "http://127.0.0.1:9/v1", "--key-env", "BAD_KEY"], "the key in BAD_KEY"),
        (["s1234", "--model", "m", "--address", "http://127.0.0.1:9/v1"], "no statement has an id"),
        (["s1234", "--model", "m", "--address", "http://127.0.0.1:9/v1", "--record", "none"], "holds no record"),
    ],
)
def test_a_wrong_command_is_one_sentence(
    words: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Nothing is sent and nothing is made; a key is never printed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BAD_KEY", "secret\nkey")
    Record.open(tmp_path / "onrecord-record", write=True).close()

    status, out, err = call(words, monkeypatch, capsys)

    assert (status, out) == (1, "")
    assert said in err
    assert "secret" not in err
    assert not Path("none").exists()


def test_an_empty_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A record without proposals says so."""
    Record.open(tmp_path / "record", write=True).close()
    words = ["--list", "--record", str(tmp_path / "record")]
    assert call(words, monkeypatch, capsys)[1].startswith("0 proposals, 0 waiting")
